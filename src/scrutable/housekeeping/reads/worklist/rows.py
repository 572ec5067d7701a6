"""Findings as the extracts left them, the words that hold of them, and the names of things."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from datetime import date
from typing import TypeVar

from scrutable.audit.reads import as_known
from scrutable.housekeeping import facts, models, rules
from scrutable.records.reads import every, facts_of

AT_ONCE = 900  # numbers asked for in one query, as many as any database takes
One = TypeVar("One")


def findings(known: int, **only: object) -> list[facts.Finding]:
    """Return all that answer `only`, standing or not, by number."""
    rows = as_known(models.Finding.objects.filter(**only), known)
    return list(facts_of(facts.Finding, rows.order_by("number")))


def findings_numbered(known: int, numbers: Collection[int]) -> list[facts.Finding]:
    """Return the findings with these numbers, as the extracts left them, by number."""
    return [one for some in at_once(numbers) for one in findings(known, number__in=some)]


def findings_before(part: facts.PartOfEstate, as_at: date, known: int) -> dict[int, facts.Finding]:
    """Return the findings of the part as they stood before the day, by number."""
    rows = models.Finding.objects.filter(part=part, as_at__lt=as_at, event__lte=known)
    found = facts_of(facts.Finding, rows.order_by("number", "event"))
    return {one.number: one for one in found}  # the last version of each


def handlings(known: int, numbers: Collection[int]) -> dict[int, facts.Handling]:
    """Return what was last said of the findings with these numbers, by number."""
    found: dict[int, facts.Handling] = {}
    for some in at_once(numbers):
        found |= {one.finding: one for one in every(facts.Handling, known, finding__in=some)}
    return found


def standings_of(known: int, numbers: Collection[int]) -> list[facts.FindingStanding]:
    """Return how the findings with these numbers stand, by number; unknown ones are left out."""
    found: list[facts.FindingStanding] = []
    for some in at_once(numbers):
        rows = models.FindingStanding.objects.filter(
            number__in=some, event__lte=known, ended__gt=known
        )
        found += standing_facts(rows.order_by("number").values_list(*COLUMNS))
    return found


def said_fixed(known: int) -> dict[int, facts.Handling]:
    """Return by finding what was last said, of those said to be fixed."""
    return {one.finding: one for one in every(facts.Handling, known, fixed_on__isnull=False)}


def things(numbers: Collection[int]) -> Mapping[int, facts.Thing]:
    """Return what these numbers stand for, by number; what was erased has empty names."""
    found: dict[int, facts.Thing] = {}
    for some in at_once(numbers):
        rows = models.Thing.objects.filter(number__in=some)
        found |= {row.number: thing_of(row) for row in rows}
    return found


def numbers_of(part: facts.PartOfEstate) -> dict[str, int]:
    """Return the number of everything of the part that is known by its name."""
    rows = models.Thing.objects.filter(part=part).exclude(key="")
    return dict(rows.values_list("key", "number"))


def thing_of(row: models.Thing) -> facts.Thing:
    """Return what a row names."""
    return facts.Thing(row.number, facts.PartOfEstate(row.part), row.key, row.person)


def at_once(numbers: Collection[int]) -> Iterator[Sequence[int]]:
    """Yield the numbers, sorted, as many at a time as one query takes."""
    asked = sorted(set(numbers))
    for at in range(0, len(asked), AT_ONCE):
        yield asked[at : at + AT_ONCE]


COLUMNS = (
    *("number", "part", "fault", "thing", "state", "first_on", "as_at", "place", "pence"),
    *("owner", "why", "until", "fixed_on", "event"),
)
_NAMES = (*COLUMNS[:-1], "version")
_PARTS = {one.value: one for one in facts.PartOfEstate}
_STATES = {one.value: one for one in facts.FindingState}


def standing_facts(rows: object) -> Iterator[facts.FindingStanding]:
    """Yield what the rows of these columns hold, in their order."""
    for row in rows:  # type: ignore[attr-defined]  # a query of plain values
        said = dict(zip(_NAMES, row, strict=True))
        said["part"], said["state"] = _PARTS[said["part"]], _STATES[said["state"]]
        yield facts.FindingStanding(**said)


def standing_of(known: int, number: int) -> facts.FindingStanding | None:
    """Return how the finding stands, None where there is none."""
    return next(iter(standings_of(known, [number])), None)


def current(known: int, found: Sequence[facts.Finding]) -> list[facts.FindingStanding]:
    """Return how findings just changed stand with what holds of what was said of them."""
    said = handlings(known, [one.number for one in found])
    return [rules.standing_of(one, said.get(one.number)) for one in found]
