"""What a new extract changes of the findings that stood: new, back, fixed, gone; pure."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from scrutable.housekeeping.facts import Finding, FindingState, Found, Part

Key = tuple[str, int]  # fault and thing


def changes(
    known: Iterable[Finding],
    found: Mapping[Key, Found],
    *,
    part: Part,
    as_at: date,
    said_fixed: Mapping[int, date],
) -> list[Finding]:
    """Return every finding whose state the extract changes, in order; new ones have number 0.

    What was fixed by somebody's word is fixed once an extract of that day or later no longer shows
    it; without a word it is gone. What is shown still, whatever was said, stands as it stood.
    """
    changed = []
    seen = set()
    for one in sorted(known, key=lambda finding: finding.number):
        key = one.fault, one.thing
        seen.add(key)
        shown = found.get(key)
        if shown and not one.stands:
            changed.append(_now(one, FindingState.BACK, as_at, shown))
        elif not shown and one.stands:
            changed.append(_now(one, _left(one, said_fixed, as_at), as_at, None))
    changed += [
        _first(key, shown, part, as_at)
        for key, shown in sorted(found.items(), key=lambda pair: pair[0])
        if key not in seen
    ]
    return changed


def _left(one: Finding, said_fixed: Mapping[int, date], as_at: date) -> FindingState:
    said = said_fixed.get(one.number)
    is_fixed = said is not None and one.as_at <= said <= as_at
    return FindingState.FIXED if is_fixed else FindingState.GONE


def _now(one: Finding, state: FindingState, as_at: date, shown: Found | None) -> Finding:
    place = shown.place if shown else one.place
    pence = shown.pence if shown else one.pence
    return replace(one, state=state, as_at=as_at, place=place, pence=pence)


def _first(key: Key, shown: Found, part: Part, as_at: date) -> Finding:
    fault, thing = key
    return Finding(
        number=0,
        part=part,
        fault=fault,
        thing=thing,
        state=FindingState.FOUND,
        first_on=as_at,
        as_at=as_at,
        place=shown.place,
        pence=shown.pence,
    )
