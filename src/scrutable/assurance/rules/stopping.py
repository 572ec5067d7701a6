"""What stops if a system stops, and whether its recovery is proved; pure."""

from collections import defaultdict, deque
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from scrutable.assurance.facts import (
    CriticalSystem,
    PublicService,
    Readiness,
    RecoveryOutcome,
    RecoveryTest,
    Stopped,
)


def what_stops(
    failed: str, systems: Iterable[CriticalSystem], services: Iterable[PublicService]
) -> list[Stopped]:
    """Return every service that stops when the system does, each by its shortest chain.

    Systems may stand on each other in a ring. The most pressing come first: by the hours that
    recovery takes too long, then those not known, then by code.
    """
    known = {one.code: one for one in systems}
    chains = _chains(failed, known)
    slowest = known[failed].recovery_hours if failed in known else None
    found = []
    for service in services:
        reached = [chains[code] for code in service.needs if code in chains]
        if reached:
            chain = min(reached, key=lambda one: (len(one), one))
            found.append(
                Stopped(
                    service=service.code,
                    chain=chain,
                    short_by=_short_by(slowest, service.bearable_hours),
                )
            )
    return sorted(found, key=_pressing)


def readiness(
    system: CriticalSystem, tests: Sequence[RecoveryTest], as_at: date
) -> tuple[Readiness, RecoveryTest | None]:
    """Return what the system's last test by the day says, and that test.

    A system without a rhythm is never overdue: that it has none is said elsewhere.
    """
    held = [one for one in tests if one.system == system.code and one.on <= as_at]
    if not held:
        return Readiness.NEVER, None
    last = max(held, key=lambda one: (one.on, one.number))
    if last.outcome is RecoveryOutcome.FAILED:
        return Readiness.FAILED, last
    if last.outcome is RecoveryOutcome.LATE:
        return Readiness.LATE, last
    if system.test_months is not None and months_since(last.on, as_at) >= system.test_months:
        return Readiness.OVERDUE, last
    return Readiness.PROVED, last


def months_since(day: date, as_at: date) -> int:
    """Return the whole months between the days; one is whole on its corresponding day.

    >>> [months_since(date(2024, 7, day), date(2026, 9, 30)) for day in (30, 31)]
    [26, 25]
    """
    months = (as_at.year - day.year) * 12 + as_at.month - day.month
    return months - (as_at.day < day.day)


def _chains(failed: str, known: Mapping[str, CriticalSystem]) -> dict[str, tuple[str, ...]]:
    """Return the shortest chain from the failed system to each that does not work without it."""
    above: dict[str, list[str]] = defaultdict(list)
    for one in known.values():
        for below in one.stands_on:
            above[below].append(one.code)
    chains: dict[str, tuple[str, ...]] = {failed: (failed,)}
    waiting = deque([failed])
    while waiting:
        at = waiting.popleft()
        for code in sorted(above[at]):
            if code not in chains:
                chains[code] = (*chains[at], code)
                waiting.append(code)
    return chains


def _short_by(takes: int | None, bearable: int | None) -> int | None:
    return None if takes is None or bearable is None else max(takes - bearable, 0)


def _pressing(one: Stopped) -> tuple[bool, int, str]:
    return one.short_by is None, -(one.short_by or 0), one.service
