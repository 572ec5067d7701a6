"""Why something is no critical system, public service or test of recovery; pure."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from scrutable.assurance.facts import CriticalSystem, PublicService, RecoveryOutcome, RecoveryTest
from scrutable.evidence.facts import RowError
from scrutable.records.rules import missing, refusals_of, refusals_on, to_come

LONGEST_HOURS = 10_000  # beyond which hours are a slip of the hand


@refusals_of.register
def _(of: CriticalSystem) -> Sequence[RowError]:
    found = missing(of, code="the code", title="the title")
    hours = {"recovery_hours": of.recovery_hours, "loss_hours": of.loss_hours}
    found += _hours(hours)
    if of.test_months == 0:
        remedy = "give a month or more, or leave it empty where nobody has said"
        found.append(RowError("test_months", "It cannot be tested every 0 months", remedy))
    if of.code in of.stands_on:
        found.append(RowError("stands_on", "It stands on itself", "name the others only"))
    return [*found, *_twice("stands_on", of.stands_on)]


@refusals_of.register
def _(of: PublicService) -> Sequence[RowError]:
    found = missing(of, code="the code", title="the title", owner="the owner")
    if not of.needs:
        found.append(RowError("needs", "It needs no system", "name those without which it stops"))
    found += _hours({"bearable_hours": of.bearable_hours})
    return [*found, *_twice("needs", of.needs)]


@refusals_of.register
def _(of: RecoveryTest) -> Sequence[RowError]:
    found = list(_hours({"hours": of.hours}))
    if of.outcome is not RecoveryOutcome.FAILED and of.hours is None:
        remedy = "enter in how many hours it worked again"
        found.append(RowError("hours", "How long it took is missing", remedy))
    if of.outcome is not RecoveryOutcome.PASSED and not of.found.strip():
        remedy = "say what was in the way"
        found.append(RowError("found", "What was found is missing", remedy))
    return found


@refusals_on.register
def _(of: RecoveryTest, today: date) -> Sequence[RowError]:
    return to_come("on", of.on, today)


def _twice(name: str, said: Sequence[str]) -> Iterator[RowError]:
    """Yield what is said more than once."""
    for one in dict.fromkeys(one for one in said if said.count(one) > 1):
        yield RowError(name, f"{one} stands twice", "name it once")


def _hours(said: Mapping[str, int | None]) -> list[RowError]:
    return [
        RowError(name, f"{hours:,} hours are out of reach", f"give {LONGEST_HOURS:,} or fewer")
        for name, hours in said.items()
        if hours is not None and hours > LONGEST_HOURS
    ]
