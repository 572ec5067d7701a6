"""What somebody says of one finding, of those ticked, or of all that the list shows."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from scrutable.access.facts import Permission
from scrutable.access.views import Asked, asked, needs, viewer
from scrutable.audit import clock
from scrutable.govuk.views import FormPage, show_form
from scrutable.housekeeping import writes
from scrutable.housekeeping.forms.findings import AssignForm, ExplainForm, FixedForm, WordForm
from scrutable.housekeeping.presenters.findings import FINDINGS, finding_address
from scrutable.housekeeping.reads import worklist
from scrutable.housekeeping.views.findings.listing import chosen_of, wanted_of
from scrutable.kernel.wording import capital, count_words, date_words
from scrutable.records.views import taken

MOST = 10  # digits of a number that somebody ticked
NOTHING = "Choose the findings first: tick some in the list, or take all that it shows."


@dataclass(frozen=True, slots=True, kw_only=True)
class Saying:
    """What is said, by which form, and how the page puts it."""

    form: type[WordForm]
    act: Callable[..., int]
    title: str
    summary: str
    done: str


EXPLAIN = Saying(
    form=ExplainForm,
    act=writes.explain,
    title="Explain {them}",
    summary="They are quiet up to and with the day that you give, and need somebody after it.",
    done="{them} {are} explained until {until}",
)
ASSIGN = Saying(
    form=AssignForm,
    act=writes.assign,
    title="Give {them} an owner",
    summary="The owner is asked about them until the extracts no longer show them.",
    done="{them} {are} given to {owner}",
)
FIXED = Saying(
    form=FixedForm,
    act=writes.say_fixed,
    title="Say that {them} {are} fixed",
    summary="It is a word only: the next extract bears it out, or shows them still.",
    done="{them} {are} said to be fixed; the next extract will tell",
)


@needs(Permission.MANAGE_ESTATE)
def explain(request: HttpRequest) -> HttpResponse:
    """Explain findings until a day."""
    return _say(request, EXPLAIN)


@needs(Permission.MANAGE_ESTATE)
def assign(request: HttpRequest) -> HttpResponse:
    """Give findings an owner."""
    return _say(request, ASSIGN)


@needs(Permission.MANAGE_ESTATE)
def fixed(request: HttpRequest) -> HttpResponse:
    """Take the word that findings are fixed."""
    return _say(request, FIXED)


def _say(request: HttpRequest, what: Saying) -> HttpResponse:
    at = asked(request)
    form = what.form(request.POST or None, initial={"based_on": at.known})
    numbers = _chosen(request, at)
    if not numbers:
        messages.warning(request, NOTHING)
        return redirect(_back(request, numbers))
    by = viewer(request).username

    def act() -> int:
        return what.act(numbers=numbers, by=by, at=clock.now(), **form.cleaned_data)

    if done := taken(form, act):
        messages.success(request, _words(what.done, done, form.cleaned_data))
        return redirect(_back(request, numbers))
    page = FormPage(
        title=_words(what.title, len(numbers), {}),
        button="Record it",
        back=_back(request, numbers),
        summary=what.summary,
        caption=f"Finding {numbers[0]}" if len(numbers) == 1 else "All at once, or none",
        crumbs=(("Findings", FINDINGS),),
    )
    return show_form(request, form, page)


def _chosen(request: HttpRequest, at: Asked) -> Sequence[int]:
    """Return the numbers ticked, or of all that the list showed when the form was opened."""
    if request.GET.get("of") != "all":
        return [int(one) for one in request.GET.getlist("tick") if _is_number(one)]
    said = request.POST.get("based_on", "")
    known = min(int(said), at.known) if _is_number(said) else at.known
    return worklist.numbers_listed(
        wanted_of(chosen_of(request.GET)), worklist.reach(known, at.as_at)
    )


def _is_number(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < MOST


def _back(request: HttpRequest, numbers: Sequence[int]) -> str:
    if len(numbers) == 1 and request.GET.get("of") != "all":
        return finding_address(numbers[0])
    said = {name: value for name, value in chosen_of(request.GET).items() if value}
    return f"{FINDINGS}?{urlencode(said)}"


def _words(text: str, number: int, said: Mapping[str, object]) -> str:
    """Return the text with how many it is said of: “159 findings are explained until …”."""
    them = count_words(number, "finding") if number > 1 else "the finding"
    days = {name: date_words(day) for name, day in said.items() if isinstance(day, date)}
    are = "are" if number > 1 else "is"
    return capital(text.format(**{**said, **days, "them": them, "are": are}))
