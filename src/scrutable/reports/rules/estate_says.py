"""What the records say of the estate, to hold officers’ words against; pure."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from scrutable.housekeeping.facts import OVER, InitiativeState, PartOfEstate
from scrutable.housekeeping.facts.whole import WholeEstate

Kind = tuple[PartOfEstate, str]  # a part and a fault of it
LAGGING = frozenset({InitiativeState.BEHIND, InitiativeState.PAST_DUE})


@dataclass(frozen=True, slots=True, kw_only=True)
class EstateSays:
    """How many findings of each fault stand, and what is short, ran on and lags, by name.

    `numbers` holds every number of a fault's findings that the records bear out, `days` the day of
    each part's last extract. `unassessed` is None where no licence position is known.
    """

    as_at: date
    days: Mapping[PartOfEstate, date]
    standing: Mapping[Kind, int]
    numbers: Mapping[Kind, frozenset[int]]
    short: tuple[str, ...]
    unassessed: int | None
    licences_on: date | None
    agreements: int
    ran_on: tuple[str, ...]
    running: tuple[str, ...]
    again: tuple[str, ...]
    lagging: tuple[str, ...]

    @property
    def since(self) -> date:
        """Return the earliest day of which anything here holds: that of the oldest last extract."""
        days = [*self.days.values(), self.as_at]
        return min([*days, self.licences_on] if self.licences_on else days)


def estate_says(whole: WholeEstate) -> EstateSays:
    """Return what the records say of the estate by its day."""
    found, agreed = whole.licences.found, whole.agreements.found
    return EstateSays(
        as_at=whole.as_at,
        days=dict(whole.findings.to.last),
        standing=_standing(whole),
        numbers=_numbers(whole),
        short=tuple(one.title for one in found.positions if one.short) if found else (),
        unassessed=found.coverage.products - found.coverage.products_assessed if found else None,
        licences_on=found.as_at if found else None,
        agreements=len(agreed),
        ran_on=tuple(one.agreement.title for one in agreed if one.ran_on),
        running=tuple(one.agreement.title for one in agreed if one.running),
        again=tuple(
            one.agreement.title for one in agreed if any(time.is_recurrence for time in one.ran_on)
        ),
        lagging=tuple(one.initiative.code for one in whole.initiatives if one.state in LAGGING),
    )


def _standing(whole: WholeEstate) -> Mapping[Kind, int]:
    found: Counter[Kind] = Counter()
    for one in whole.findings.counted:
        if one.state not in OVER:
            found[one.part, one.fault] += one.number
    return found


def _numbers(whole: WholeEstate) -> Mapping[Kind, frozenset[int]]:
    """Return every number that can be said of a fault: of each state, of those that stand, of all.

    That of the snapshot too, which counts what its own extract showed.
    """
    by_state: dict[Kind, Counter[str]] = {}
    for one in whole.findings.counted:
        by_state.setdefault((one.part, one.fault), Counter())[one.state.value] += one.number
    standing = _standing(whole)
    shown = {
        (part.snapshot.part, fault.name): fault.number
        for part in whole.estate.parts
        for fault in part.snapshot.faults
    }
    lines = {
        (part.snapshot.part, fault.name): line.number
        for part in whole.estate.parts
        for line in part.lines
        for fault in line.wrong
    }
    return {
        kind: frozenset(
            {
                *by_state.get(kind, {}).values(),
                standing.get(kind, 0),
                *(of[kind] for of in (shown, lines) if kind in of),
            }
        )
        for kind in {*by_state, *shown, *lines}
    }
