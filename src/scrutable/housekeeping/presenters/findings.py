"""Findings as work: the list, its filters and its counts; pure."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from urllib.parse import urlencode

from scrutable.govuk.facts import Cell, Column, KeyFigure, Rows, Table, Tag
from scrutable.govuk.presenters import count_cell, day_cell, money_cell
from scrutable.housekeeping.facts import (
    LOUD,
    OVER,
    QUIET,
    FindingStanding,
    PartOfEstate,
    Reach,
    Thing,
    WorkCounted,
    WorkItem,
    WorkState,
)
from scrutable.housekeeping.presenters.words import (
    ESTATE,
    PART_WORDS,
    THING_WORDS,
    fault_words,
    findings_address,
)
from scrutable.kernel.wording import capital, count_words, date_words, list_words

FINDINGS = f"{ESTATE}findings/"
NOBODY = "Nobody"
ERASED = "Name erased"
STATE_TAGS: Mapping[WorkState, Tag] = {
    WorkState.OPEN: Tag("Open", "yellow", "▲"),
    WorkState.BACK: Tag("Back again", "red", "■"),
    WorkState.STILL_SHOWN: Tag("Said to be fixed, still shown", "red", "■"),
    WorkState.EXPLANATION_ENDED: Tag("Explanation ended", "red", "■"),
    WorkState.EXPLAINED: Tag("Explained", "blue", "◆"),
    WorkState.SAID_FIXED: Tag("Said to be fixed", "blue", "◆"),
    WorkState.FIXED: Tag("Fixed", "green", "●"),
    WorkState.GONE: Tag("Gone", "grey", "○"),
}
GROUPS: Mapping[str, tuple[str, frozenset[WorkState]]] = {
    "needs": ("Needs somebody", LOUD),
    "stands": ("All that stands", LOUD | QUIET),
    "every": ("Everything ever found", frozenset(WorkState)),
}
CHOICES: Mapping[str, tuple[str, frozenset[WorkState]]] = {
    **GROUPS,
    **{state.value: (STATE_TAGS[state].word, frozenset([state])) for state in STATE_TAGS},
}
Filters = Sequence[tuple[str, str, str, Sequence[tuple[str, str]]]]


def title(counted: Iterable[WorkCounted]) -> str:
    """Return the finding of the page: how much needs somebody."""
    found = list(counted)
    number = sum(one.number for one in found if one.state in LOUD)
    if number:
        return f"{count_words(number, 'finding')} {'needs' if number == 1 else 'need'} somebody"
    return "No finding needs anybody" if found else "Nothing wrong was found yet"


def summary(to: Reach) -> str:
    """Return up to which extracts the page looks."""
    if not to.last:
        return "Take extracts and reconcile them; what is wrong then stands here until it is gone."
    said = [f"{PART_WORDS[part].lower()} as at {date_words(to.last[part])}" for part in to.last]
    return f"By the extracts of {list_words(said)}. An explained finding is quiet until its day."


def figures(counted: Sequence[WorkCounted], to: Reach) -> tuple[KeyFigure, ...]:
    """Return what needs somebody, what is quiet, and what is over."""
    if not to.last:
        return ()
    period = f"At {date_words(to.as_at)}"
    kinds = (
        ("Need somebody", "needs", LOUD, "Open, back, still shown, or no longer explained"),
        ("Explained", "explained", {WorkState.EXPLAINED}, "Quiet until their day"),
        ("Said to be fixed", "said_fixed", {WorkState.SAID_FIXED}, "The next extract will tell"),
        ("Fixed or gone", "every", OVER, "The last extract no longer shows them"),
    )
    return tuple(
        KeyFigure(
            label=label,
            value=f"{sum(one.number for one in counted if one.state in states):,}",
            period=period,
            comparison=said,
            href=f"{FINDINGS}?state={name}",
        )
        for label, name, states, said in kinds
    )


def fault_table(counted: Sequence[WorkCounted]) -> Table:
    """Return how many findings of each fault there are, by what is to be done about them."""
    groups: dict[tuple[PartOfEstate, str], list[WorkCounted]] = {}
    for one in counted:
        groups.setdefault((one.part, one.fault), []).append(one)
    columns = (
        ("needs", "Need somebody", LOUD),
        ("explained", "Explained", frozenset([WorkState.EXPLAINED])),
        ("said_fixed", "Said to be fixed", frozenset([WorkState.SAID_FIXED])),
        ("fixed", "Fixed", frozenset([WorkState.FIXED])),
        ("gone", "Gone", frozenset([WorkState.GONE])),
    )
    states = [states for _, _, states in columns]
    return Table(
        name="faults",
        caption="What is wrong, and what is done about it",
        columns=(
            Column("fault", "What is wrong"),
            Column("part", "Part"),
            Column("oldest", "Longest since"),
            *(Column(key, words, numeric=True) for key, words, _ in columns),
        ),
        rows=tuple(
            (
                Cell(fault_words(part, fault), href=findings_address(part, fault)),
                Cell(PART_WORDS[part]),
                _oldest(found),
                *(count_cell(_number(found, each)) for each in states),
            )
            for (part, fault), found in sorted(groups.items())
        ),
        totals=(
            Cell("All"),
            Cell("Every part"),
            _oldest(counted),
            *(count_cell(_number(counted, each)) for each in states),
        )
        if counted
        else (),
        empty="No extract has shown anything wrong yet.",
    )


def _number(found: Iterable[WorkCounted], states: frozenset[WorkState]) -> int:
    return sum(one.number for one in found if one.state in states)


def _oldest(found: Iterable[WorkCounted]) -> Cell:
    days = [one.oldest for one in found if one.oldest is not None]
    return day_cell(min(days, default=None), "None stands")


def work_table(
    rows: Sequence[WorkItem],
    order: Callable[[str, bool], Sequence[WorkItem]],
    *,
    with_names: bool,
    with_pounds: bool,
    ticks: bool,
) -> Table:
    """Return the findings themselves, the longest standing first; names only where asked for.

    `order` puts them in the order of a column, downwards or not.
    """

    def first(item: WorkItem) -> Cell:
        one = item.standing
        tick = str(one.number) if ticks and one.stands else ""
        return Cell(f"Finding {one.number}", href=finding_address(one.number), tick=tick)

    columns: list[tuple[Column, Callable[[WorkItem], Cell]]] = [
        (Column("finding", "Finding"), first),
        (Column("fault", "What is wrong"), _fault),
        (Column("thing", "With what"), _named if with_names else _numbered),
        (Column("state", "State"), _state),
        (Column("owner", "Owner"), lambda item: Cell(item.standing.owner or NOBODY)),
        (Column("since", "Found"), lambda item: day_cell(item.standing.first_on, "")),
        (Column("until", "Explained until"), _until),
    ]
    if with_pounds:
        columns.append((Column("pence", "Pounds", numeric=True), _pounds))
    return Table(
        name="findings",
        caption="Findings",
        columns=tuple(column for column, _ in columns),
        rows=Rows(of=rows, cells=tuple(cell for _, cell in columns), order=order),
        empty="No finding answers this. Choose another part, state or owner.",
    )


def _fault(item: WorkItem) -> Cell:
    one = item.standing
    return Cell(fault_words(one.part, one.fault), note=PART_WORDS[one.part])


def _numbered(item: WorkItem) -> Cell:
    one = item.standing
    return Cell(numbered_words(one.part, one.thing), href=thing_address(one.thing))


def _named(item: WorkItem) -> Cell:
    one = item.thing
    if one is None:
        return _numbered(item)
    return Cell(thing_words(one), href=thing_address(one.number), note=person_words(one))


def _state(item: WorkItem) -> Cell:
    return Cell("", tags=(STATE_TAGS[item.state],))


def _until(item: WorkItem) -> Cell:
    return day_cell(item.standing.until, "Not explained")


def _pounds(item: WorkItem) -> Cell:
    return pence_cell(item.standing.pence)


def pence_cell(pence: int | None) -> Cell:
    """Return a sum of pence in pounds, or that it has none."""
    return money_cell(None if pence is None else Decimal(pence) / 100, "None")


def numbered_words(part: PartOfEstate, number: int) -> str:
    """Return what a thing is called where it is not named."""
    return f"{capital(THING_WORDS[part])} number {number}"


def thing_words(one: Thing) -> str:
    """Return what a thing is called, or that its name is erased."""
    return f"{capital(THING_WORDS[one.part])} {one.key}" if one.key else ERASED


def person_words(one: Thing) -> str:
    """Return whose a thing is, as the staff extract knows them; "" of nobody’s."""
    return f"of {one.person}" if one.person else ""


def filters(counted: Sequence[WorkCounted], chosen: Mapping[str, str]) -> Filters:
    """Return the filters of the list: name, label, the word for all, and the choices."""
    number = {
        name: sum(one.number for one in counted if one.state in states)
        for name, (_, states) in CHOICES.items()
    }
    faults = sorted({(one.part, one.fault) for one in counted})
    part = chosen.get("part", "")
    owners = sorted({one.owner for one in counted if one.owner})
    return (
        (
            "state",
            "State",
            "",
            [(name, f"{words} ({number[name]:,})") for name, (words, _) in CHOICES.items()],
        ),
        ("part", "Part", "Every part", [(p.value, PART_WORDS[p]) for p in dict(faults)]),
        (
            "fault",
            "What is wrong",
            "Anything",
            list({fault: fault_words(p, fault) for p, fault in faults if part in ("", p)}.items()),
        ),
        ("owner", "Owner", "Anybody or nobody", [("-", NOBODY), *((o, o) for o in owners)]),
    )


def finding_address(number: int) -> str:
    """Return the address of a finding's page."""
    return f"{FINDINGS}{number}/"


def thing_address(number: int) -> str:
    """Return the address of a thing's page; it never names it."""
    return f"{ESTATE}things/{number}/"


def person_address(number: int) -> str:
    """Return the address of the page of the person whose the thing is; it never names them."""
    return f"{thing_address(number)}person/"


def of_one(standing: FindingStanding, word: str) -> str:
    """Return the address of a form about one finding."""
    return f"{FINDINGS}{word}/?{urlencode({'of': 'ticked', 'tick': standing.number})}"


def of_all(asked: Mapping[str, str], word: str) -> str:
    """Return the address of a form about all that a filter shows."""
    said = {name: value for name, value in asked.items() if value}
    return f"{FINDINGS}{word}/?{urlencode({**said, 'of': 'all'})}"
