"""What a new extract changes of the findings that stood: new, back, fixed, gone; pure."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from scrutable.housekeeping.facts import Finding, FindingState, Found, Handling, PartOfEstate

Key = tuple[str, int]  # fault and thing


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """The findings to write, by number, new ones with number 0 last; and how many came to what.

    `states` counts against the extract of the day before, however often this one was taken.
    """

    written: tuple[Finding, ...]
    states: Counter[FindingState] = field(default_factory=Counter)


def changes(
    known: Iterable[Finding],
    found: Mapping[Key, Found],
    *,
    part: PartOfEstate,
    as_at: date,
    said: Mapping[int, Handling],
    before: Mapping[int, Finding],
) -> Changes:
    """Return what the extract changes, whether it is the first of its day or corrects one.

    What was fixed by somebody's word is fixed once an extract of that day or later no longer shows
    it; without a word it is gone. What is shown still, whatever was said, stands as it stood.
    `said` is the last word on each, of which only one said since it stood counts;
    `before` holds, as they stood before the day, those findings that this very day has changed.
    """
    written: list[Finding] = []
    states: Counter[FindingState] = Counter()
    seen = set()
    for one in sorted(known, key=lambda finding: finding.number):
        key = one.fault, one.thing
        seen.add(key)
        stood = before.get(one.number) if one.as_at == as_at else one
        now = _now(one, stood, found.get(key), as_at, said.get(one.number))
        if not _is_same(now, one):
            written.append(now)
        if stood is None or now.state is not stood.state:
            states[now.state] += not now.is_withdrawn
    new = list(_first(found, seen, part, as_at))
    states[FindingState.FOUND] += len(new)
    return Changes(written=(*written, *new), states=+states)


def _now(
    one: Finding, stood: Finding | None, shown: Found | None, as_at: date, said: Handling | None
) -> Finding:
    """Return the finding by the extract; `stood` is how it was before the day, None if not yet."""
    if stood is None or stood.is_withdrawn:
        begun = replace(one, first_on=as_at, as_at=as_at)
        if shown is None:
            return stood or replace(begun, state=FindingState.GONE)
        return _shown(replace(begun, state=FindingState.FOUND, place=shown.place), shown)
    if shown is None:
        left = replace(stood, state=_left(stood, said, as_at), as_at=as_at)
        return left if stood.stands else stood
    if stood.stands:
        return _shown(stood, shown)
    back = replace(stood, state=FindingState.BACK, as_at=as_at, place=shown.place)
    return _shown(back, shown)


def _shown(one: Finding, shown: Found) -> Finding:
    return replace(one, pence=shown.pence)


def _left(one: Finding, said: Handling | None, as_at: date) -> FindingState:
    if said is None or said.fixed_on is None or said.stood_since != one.as_at:
        return FindingState.GONE
    return FindingState.FIXED if one.as_at <= said.fixed_on <= as_at else FindingState.GONE


def _is_same(now: Finding, one: Finding) -> bool:
    return replace(now, version=one.version) == one


def _first(
    found: Mapping[Key, Found], seen: set[Key], part: PartOfEstate, as_at: date
) -> Iterator[Finding]:
    for key in sorted(found.keys() - seen):
        fault, thing = key
        yield Finding(
            number=0,
            part=part,
            fault=fault,
            thing=thing,
            state=FindingState.FOUND,
            first_on=as_at,
            as_at=as_at,
            place=found[key].place,
            pence=found[key].pence,
        )
