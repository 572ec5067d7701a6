"""The whole estate by a day, for reports."""

from datetime import date

from scrutable.housekeeping.facts.whole import EstateBefore, WholeEstate
from scrutable.housekeeping.reads.agreements import agreements_seen
from scrutable.housekeeping.reads.initiatives import initiatives
from scrutable.housekeeping.reads.licences import licences_seen
from scrutable.housekeeping.reads.orders import orders_seen
from scrutable.housekeeping.reads.snapshots import estate, snapshots
from scrutable.housekeeping.reads.worklist import findings_seen


def whole_estate(known: int, as_at: date) -> WholeEstate:
    """Return the estate by the day; the number of queries does not depend on its size."""
    return WholeEstate(
        as_at=as_at,
        estate=estate(known, as_at),
        findings=findings_seen(as_at, known),
        licences=licences_seen(known, as_at),
        agreements=agreements_seen(known, as_at),
        orders=orders_seen(known, as_at),
        initiatives=tuple(initiatives(known, as_at)),
    )


def estate_before(
    reference: str, title: str, *, then: tuple[int, date], now: tuple[int, date]
) -> EstateBefore:
    """Return what a report told, both times as an event and a day, and what turned since."""
    known, as_at = now
    return EstateBefore(
        reference=reference,
        title=title,
        whole=whole_estate(*then),
        snapshots=tuple(one for one in snapshots(known, as_at) if one.as_at > then[1]),
    )
