"""Devices as the inventory exports them; pure."""

from collections.abc import Iterator
from datetime import date, timedelta

from scrutable.demo.facts import Estate, EstateDay
from scrutable.demo.rules.chance import chance, pick
from scrutable.demo.rules.estate.people import Row, address, uk

HEADINGS = (
    *("Asset Tag", "Device Type", "Primary User", "Last Check-in", "Support Ends", "Encrypted"),
    *("Date Disposed", "Disposal Certificate"),
)
OLD_SYSTEM, NEW_SYSTEM = date(2025, 10, 14), date(2031, 10, 14)
DISPOSED, WITHOUT_CERTIFICATE = 88, 3
SILENT = 90  # days after which a device is asked after
SHARE_SILENT_AT_LEAVERS = 3  # of four that leavers still hold, so many are silent


def devices(estate: Estate, day: EstateDay) -> Iterator[Row]:
    """Yield the devices extract of the day."""
    yield HEADINGS
    held = [(f"WL{20_000 + place}", place) for place in range(*day.at_work)]
    held += [(f"WX{700 + place}", day.at_work[0] + 7 * place) for place in range(*day.seconds)]
    left = range(day.at_work[0] - day.with_leavers, day.at_work[0])
    gone = [(f"WL{20_000 + place}", place) for place in left]
    spare = [f"WS{300 + place}" for place in range(*day.spare)]
    silent = _silent(day, [tag for tag, _ in held], [tag for tag, _ in gone], spare)
    old, open_ = (_some([tag for tag, _ in held], count, about) for count, about in _counts(day))
    for tag, holder in (*held, *gone, *((tag, None) for tag in spare)):
        user = "" if holder is None else address(holder, estate.names)
        support = OLD_SYSTEM if tag in old else NEW_SYSTEM
        encrypted = "No" if tag in open_ else "Yes"
        yield tag, "Laptop", user, _seen(day, tag, silent), uk(support), encrypted, "", ""
    yield from _disposed()


def _counts(day: EstateDay) -> tuple[tuple[int, str], ...]:
    return (day.unsupported, "old"), (day.unencrypted, "open")


def _silent(day: EstateDay, held: list[str], gone: list[str], spare: list[str]) -> frozenset[str]:
    """Return the devices not seen: all that lie spare, most of the leavers', and some in use."""
    of_leavers = _some(gone, len(gone) * SHARE_SILENT_AT_LEAVERS // 4, "silent")
    in_use = _some(held, day.unseen - len(of_leavers) - len(spare), "silent")
    return of_leavers | in_use | frozenset(spare)


def _some(tags: list[str], count: int, about: str) -> frozenset[str]:
    """Return so many of the tags: the same ones from day to day, as far as they are still there."""
    return frozenset(sorted(tags, key=lambda tag: chance(about, tag))[:count])


def _seen(day: EstateDay, tag: str, silent: frozenset[str]) -> str:
    ago = pick(SILENT + 1, 2 * SILENT, "unseen", tag) if tag in silent else pick(0, 9, tag, day.on)
    return uk(day.on - timedelta(days=ago))


def _disposed() -> Iterator[Row]:
    for place in range(DISPOSED):
        on = uk(date(2025, 4, 7) + timedelta(days=3 * place))
        certificate = "" if place < WITHOUT_CERTIFICATE else f"WD-{4000 + place}"
        yield f"WO{place:04}", "Laptop", "", uk(date(2025, 4, 1)), "", "Yes", on, certificate
