"""How the estate stands, for the first page."""

from datetime import date

from scrutable.housekeeping import models
from scrutable.housekeeping import reads as housekeeping
from scrutable.housekeeping.facts import LOUD
from scrutable.housekeeping.reads import worklist
from scrutable.housekeeping.reads.agreements import agreements
from scrutable.overview.facts import EstateStanding
from scrutable.registers.models import Policy, Supplier

ON_ESTATE = (
    *(models.Agreement, models.Cure, models.Renewal, models.FindingTally, models.Snapshot),
    *(models.LicenceCoverage, models.LicencePosition, models.LicenceTerm, models.LicenceGap),
    *(Policy, Supplier),
)


def housekept(as_at: date, known: int) -> EstateStanding | None:
    """Return how many findings need somebody, and what runs on or is short; None of nothing."""
    to = worklist.reach(known, as_at)
    agreed = agreements(known, as_at)
    licences = housekeeping.licences(known, as_at)
    if not to.last and not agreed:
        return None
    loud = sum(one.number for one in worklist.counted(to) if one.state in LOUD)
    return EstateStanding(
        findings=loud if to.last else None,
        agreements=len(agreed),
        running=sum(one.running is not None for one in agreed),
        short=sum(bool(one.short) for one in licences.positions) if licences else None,
    )
