"""The work list: counts for everybody, rows and names for those who see to findings."""

from collections.abc import Mapping, Sequence

from django.http import HttpRequest, HttpResponse

from scrutable.access.facts import Permission
from scrutable.access.views import Memory, actions, asked, needs, permits
from scrutable.govuk.facts import Table
from scrutable.govuk.views import show
from scrutable.housekeeping.facts import LOUD, QUIET, PartOfEstate, Reach, WorkAsked, WorkCounted
from scrutable.housekeeping.presenters import findings as words
from scrutable.housekeeping.reads import worklist
from scrutable.housekeeping.views.findings.looking import looked, shows_names

MANAGE = Permission.MANAGE_ESTATE
NAMES = ("state", "part", "fault", "owner")
COUNTED: Memory[list[WorkCounted]] = Memory(8, worklist.ON_FINDINGS)


@needs(Permission.VIEW_ESTATE)
def findings(request: HttpRequest) -> HttpResponse:
    """Show how many findings need somebody, and to those who may the findings themselves."""
    at = asked(request)
    to = worklist.reach(at.known, at.as_at)
    counted = COUNTED.of(at, "counted", lambda: worklist.counted(to))
    chosen = chosen_of(request.GET)
    rows = _rows(request, to, counted) if permits(request, Permission.VIEW_FINDINGS) else None
    may_say = bool(rows) and not at.words and permits(request, MANAGE)
    context = {
        "title": words.title(counted),
        "summary": words.summary(to),
        "figures": words.figures(counted, to),
        "filters": words.filters(counted, chosen),
        "chosen": {**chosen, "names": request.GET.get("names", "")},
        "shows_rows": rows is not None,
        "may_say": may_say,
        "actions": _offered(request, rows, chosen) if may_say and rows else (),
    }
    tables = [words.fault_table(counted)]
    if rows is not None:
        tables.insert(0, _table(rows, counted, ticks=may_say))
    answer = show(request, "housekeeping/findings.jinja", context, *tables)
    return looked(request, answer, rows.named.values(), "findings") if rows else answer


def _table(rows: worklist.Worklist, counted: Sequence[WorkCounted], *, ticks: bool) -> Table:
    shown = [one for one in counted if worklist.answers(one, rows.asked)]
    return words.work_table(
        rows,
        rows.in_order,
        with_names=rows.with_names,
        with_pounds=any(one.pence is not None for one in shown),
        ticks=ticks,
    )


def _rows(request: HttpRequest, to: Reach, counted: Sequence[WorkCounted]) -> worklist.Worklist:
    wanted = wanted_of(chosen_of(request.GET))
    return worklist.Worklist(
        asked=wanted,
        to=to,
        number=sum(one.number for one in counted if worklist.answers(one, wanted)),
        with_names=request.GET.get("names") == "yes" and shows_names(request),
    )


def _offered(
    request: HttpRequest, rows: worklist.Worklist, chosen: Mapping[str, str]
) -> Sequence[tuple[str, str]]:
    """Return what may be said of all that is shown, where all of it stands."""
    if not rows.asked.states <= LOUD | QUIET:
        return ()
    number = len(rows)
    many, are = (f"all {number:,} shown", "are") if number > 1 else ("the one shown", "is")
    return actions(
        request,
        (MANAGE, f"Explain {many}", words.of_all(chosen, "explain")),
        (MANAGE, f"Give {many} an owner", words.of_all(chosen, "assign")),
        (MANAGE, f"Say that {many} {are} fixed", words.of_all(chosen, "fixed")),
    )


def chosen_of(said: Mapping[str, str]) -> dict[str, str]:
    """Return what the filters are set to; the list begins with what needs somebody."""
    chosen = {name: said.get(name, "")[:200] for name in NAMES}
    return {**chosen, "state": chosen["state"] if chosen["state"] in words.CHOICES else "needs"}


def wanted_of(chosen: Mapping[str, str]) -> WorkAsked:
    """Return which findings the filters ask for; “-” asks for those of nobody."""
    part, owner = chosen["part"], chosen["owner"]
    return WorkAsked(
        part=PartOfEstate(part) if part in set(PartOfEstate) else None,
        fault=chosen["fault"],
        owner={"": None, "-": ""}.get(owner, owner),
        states=words.CHOICES[chosen["state"]][1],
    )
