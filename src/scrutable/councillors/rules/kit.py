"""Kit in totals: how many are out, what breaks, how long it takes, and who likes it; pure."""

from collections.abc import Iterable, Sequence
from datetime import date
from statistics import median_low

from scrutable.councillors.facts import (
    FaultLine,
    Kit,
    KitFault,
    KitKind,
    KitLine,
    KitOpinion,
    KitTotals,
    Liking,
    Trouble,
)
from scrutable.councillors.rules.covering import released, withheld

YEAR = 365


def kit_totals(
    kit: Iterable[Kit],
    faults: Iterable[KitFault],
    said: Sequence[KitOpinion],
    as_at: date,
    least: int,
) -> KitTotals:
    """Return kit, faults of the last year and opinions, `said` in the order they were said in."""
    out = [one for one in kit if is_out(one, as_at)]
    raised: list[KitFault] = [one for one in faults if 0 <= (as_at - one.raised_on).days < YEAR]
    shown = withheld([sum(one.trouble is sort for one in raised) for sort in Trouble], least)
    counted = [*out, *raised, *released([one for one in said if one.on <= as_at], least)]
    return KitTotals(
        version=max((one.version for one in counted), default=0),
        lines=tuple(_line(kind, out, said, as_at, least) for kind in KitKind),
        faults=tuple(
            _fault_line(sort, count, raised, as_at)
            for sort, count in zip(Trouble, shown, strict=True)
        ),
        raised=len(raised),
        open=sum(is_open(one, as_at) for one in faults_by(raised, as_at)),
        median_days=_median(_days(raised, as_at)) if len(raised) >= least else None,
    )


def is_out(kit: Kit, as_at: date) -> bool:
    """Test whether a councillor has it on the day."""
    return kit.issued_on <= as_at and (kit.returned_on is None or kit.returned_on > as_at)


def faults_by(faults: Iterable[KitFault], as_at: date) -> list[KitFault]:
    """Return the faults raised by the day."""
    return [one for one in faults if one.raised_on <= as_at]


def is_open(fault: KitFault, as_at: date) -> bool:
    """Test whether it was raised and not mended by the day."""
    return fault.raised_on <= as_at and (fault.mended_on is None or fault.mended_on > as_at)


def _line(
    kind: KitKind, out: Sequence[Kit], said: Sequence[KitOpinion], as_at: date, least: int
) -> KitLine:
    of_kind = [one for one in said if one.kind is kind and one.on <= as_at]
    latest = {one.councillor: one.liking for one in released(of_kind, least)}
    counts = [sum(one is level for one in latest.values()) for level in Liking]
    devices = sum(one.kind is kind for one in out)
    return KitLine(
        kind=kind,
        devices=devices if devices >= least or not devices else None,
        likings=withheld(counts, least),
        answered=len(latest) if len(latest) >= least or not latest else None,
    )


def _fault_line(
    sort: Trouble, count: int | None, raised: Iterable[KitFault], as_at: date
) -> FaultLine:
    days = _days([one for one in raised if one.trouble is sort], as_at) if count else []
    return FaultLine(
        trouble=sort,
        raised=count,
        median_days=_median(days),
        longest_days=max(days, default=None),
    )


def _days(faults: Iterable[KitFault], as_at: date) -> list[int]:
    return [
        (one.mended_on - one.raised_on).days
        for one in faults
        if one.mended_on is not None and one.mended_on <= as_at
    ]


def _median(days: Sequence[int]) -> int | None:
    return median_low(days) if days else None
