"""Every critical system by a day: its last test, what stops with it, what nobody has said; pure."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from scrutable.assurance.facts import (
    CriticalSystem,
    Lack,
    Landscape,
    PublicService,
    Readiness,
    RecoveryTest,
    SystemSeen,
)
from scrutable.assurance.rules.stopping import months_since, readiness, what_stops

WORST_FIRST = (
    *(Readiness.FAILED, Readiness.NEVER, Readiness.LATE, Readiness.OVERDUE, Readiness.PROVED),
)
_PLACE = {one: place for place, one in enumerate(WORST_FIRST)}


def landscape(
    systems: Sequence[CriticalSystem],
    services: Sequence[PublicService],
    tests: Iterable[RecoveryTest],
    as_at: date,
) -> Landscape:
    """Return every system by the day, the worst first: by its recovery, by hours short, by code."""
    own: dict[str, list[RecoveryTest]] = defaultdict(list)
    held = [one for one in tests if one.on <= as_at]
    for one in held:
        own[one.system].append(one)
    seen = (_seen(one, systems, services, own[one.code], as_at) for one in systems)
    return Landscape(
        as_at=as_at,
        systems=tuple(sorted(seen, key=_worst)),
        services=tuple(services),
        tests=tuple(sorted(held, key=lambda one: (one.on, one.number), reverse=True)),
    )


def lacks(system: CriticalSystem) -> Iterator[Lack]:
    """Yield what nobody has said of a system."""
    if not system.owner.strip():
        yield Lack.OWNER
    if system.recovery_hours is None:
        yield Lack.RECOVERY
    if system.loss_hours is None:
        yield Lack.LOSS
    if system.test_months is None:
        yield Lack.RHYTHM


def below(code: str, systems: Iterable[CriticalSystem]) -> list[str]:
    """Return everything that a system stands on, directly or not, the nearest first."""
    known = {one.code: one for one in systems}
    found, waiting = [code], [code]
    while waiting:
        at = waiting.pop(0)
        under = known[at].stands_on if at in known else ()
        new = [one for one in dict.fromkeys(under) if one not in found]
        found += new
        waiting += new
    return found[1:]


def _seen(
    system: CriticalSystem,
    systems: Sequence[CriticalSystem],
    services: Sequence[PublicService],
    tests: Sequence[RecoveryTest],
    as_at: date,
) -> SystemSeen:
    state, last = readiness(system, tests, as_at)
    return SystemSeen(
        system=system,
        readiness=state,
        last=last,
        months=months_since(last.on, as_at) if last else None,
        stops=tuple(what_stops(system.code, systems, services)),
        lacks=tuple(lacks(system)),
    )


def _worst(one: SystemSeen) -> tuple[int, int, int, str]:
    short = max((each.short_by or 0 for each in one.stops), default=0)
    return _PLACE[one.readiness], -short, -len(one.stops), one.system.code
