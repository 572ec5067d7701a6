"""Commitments: the list, how they were kept, making one, and reminding those who owe."""

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_POST

from scrutable.access.facts import Permission
from scrutable.access.views import actions, asked, needs, permits, viewer
from scrutable.audit import clock
from scrutable.govuk.views import FormPage, carried_out, show, show_form
from scrutable.kernel.wording import count_words, london_day
from scrutable.meetings import facts, reads, writes
from scrutable.meetings.forms.promises import CommitmentForm
from scrutable.meetings.presenters import promises_list as presenters
from scrutable.meetings.presenters.promises_words import KEEPING_WORDS
from scrutable.meetings.rules.choosing import Choice, Show, chosen, standings
from scrutable.meetings.rules.promises import counts
from scrutable.registers import reads as registers
from scrutable.work.writes import LettersNotSent

LIST = "/commitments/"
REFUSALS = (
    writes.UnfitCommitment,
    reads.UnknownBody,
    reads.UnknownMeeting,
    registers.UnknownContract,
)
SHOW_WORDS = {
    Show.LIVE: "Not closed yet",
    Show.ALL: "All",
    Show.MINE: "Mine",
    Show.OVERDUE: "Overdue",
    Show.OPEN: "Waiting for an answer",
    Show.ANSWERED: "Answered, not yet closed",
    Show.CLOSED: "Closed",
}


@needs(Permission.VIEW_MEETINGS)
def commitments(request: HttpRequest) -> HttpResponse:
    """Show the commitments asked for, and how all of them were kept."""
    at = asked(request)
    closed = permits(request, Permission.VIEW_EXEMPT)
    made = reads.commitments(at.known, closed=closed)
    bodies = reads.bodies(at.known)
    names = {body.code: body.name for body in bodies}
    choice = _choice(request)
    every = standings(made, at.as_at)
    whole = presenters.shown(every, names)
    found = presenters.shown(chosen(every, choice), names)
    context = {
        "at": at,
        "title": presenters.title(whole),
        "summary": presenters.summary(whole),
        "figures": presenters.figures(counts(made, at.as_at), at.as_at) if whole else (),
        "choice": choice,
        "shows": SHOW_WORDS.items(),
        "keepings": KEEPING_WORDS.items(),
        "bodies": [(body.code, body.name) for body in bodies],
        "owners": sorted({stands.owner for _, stands in every} - {""}, key=str.casefold),
        "actions": actions(
            request,
            (Permission.MANAGE_COMMITMENTS, "Record a commitment", f"{LIST}new/"),
            (Permission.MANAGE_COMMITMENTS, "Where letters to owners go", f"{LIST}owners/"),
            (Permission.VIEW_MEETINGS, "Members’ questions", "/questions/"),
            (Permission.VIEW_MEETINGS, "What bodies asked to be told", "/wanted/"),
        ),
        "may_chase": permits(request, Permission.MANAGE_COMMITMENTS) and bool(whole),
    }
    return show(
        request,
        "meetings/commitments.jinja",
        context,
        presenters.commitment_table(found, any_at_all=bool(whole)),
        presenters.body_table(whole),
        presenters.owner_table(whole),
    )


def _choice(request: HttpRequest) -> Choice:
    """Return what the address asks for; 404 for what no list is of."""
    person, asks = viewer(request), request.GET
    try:
        return Choice(
            show=Show(asks.get("show") or "live"),
            body=asks.get("body", ""),
            owner=asks.get("owner", ""),
            keeping=facts.Keeping(asks["keeping"]) if asks.get("keeping") else None,
            mine=reads.owners_like(person.full_name, person.email)
            if asks.get("show") == Show.MINE
            else (),
        )
    except ValueError as fault:
        raise Http404(str(fault)) from fault


@needs(Permission.MANAGE_COMMITMENTS)
def make(request: HttpRequest) -> HttpResponse:
    """Take a commitment that no minutes hold, such as a promise made in discussion."""
    known = asked(request).known
    form = CommitmentForm(
        request.POST or None,
        bodies=reads.bodies(known),
        meetings=reads.meetings(known),
        contracts=registers.contracts(known),
        initial={
            "body": request.GET.get("body", ""),
            "made_in": request.GET.get("meeting", ""),
            "source": facts.CommitmentSource.PROMISE.value,
            "kind": facts.OutcomeKind.ACTION.value,
        },
    )
    page = FormPage(
        title="Record a commitment",
        summary="What minutes resolve becomes a commitment when they are confirmed. This is for "
        "the rest: what was promised in discussion or in a report.",
        button="Record it",
        back=LIST,
        crumbs=(("Commitments", LIST),),
    )
    made: list[facts.Commitment] = []

    def act() -> None:
        by, at = viewer(request).username, clock.now()
        made.append(writes.make_commitment(commitment=form.commitment(), by=by, at=at))

    if carried_out(form, act, *REFUSALS):
        messages.success(request, f"Commitment {made[0].code} is recorded")
        return redirect(presenters.address(made[0]))
    return show_form(request, form, page)


@require_POST
@needs(Permission.MANAGE_COMMITMENTS)
def chase(request: HttpRequest) -> HttpResponse:
    """Write to everybody who owes something and is due a letter; name those without an address."""
    link = f"{settings.BASE_URL}{reverse('meetings:commitments')}"
    now = clock.now()
    letters = reads.letters_due(london_day(now), asked(request).known, link)
    try:
        sent = writes.chase(link=link, by=viewer(request).username, at=now)
    except LettersNotSent as refused:
        messages.error(request, str(refused))
    else:
        messages.info(request, f"{count_words(sent, 'letter')} sent about commitments")
    missing = [
        owner or "nobody named" for one in letters if not one.address for owner in one.owners
    ]
    if missing:
        messages.warning(request, f"No address is known for: {', '.join(missing)}")
    return redirect(LIST)
