"""Why something is no claim, or no evidence; pure."""

from collections.abc import Sequence
from datetime import date

from scrutable.assurance.facts import Claim, Evidence
from scrutable.evidence.facts import RowError
from scrutable.records.rules import missing, refusals_of, refusals_on, to_come

LONGEST_SHELF = 3650  # days: beyond ten years nothing is fresh


@refusals_of.register
def _(of: Claim) -> Sequence[RowError]:
    found = missing(
        of,
        code="the code",
        text="the claim",
        body="the body that is to accept it",
        owner="the owner",
    )
    if not 1 <= of.shelf_days <= LONGEST_SHELF:
        fault = f"Evidence cannot be fresh for {of.shelf_days:,} days"
        found.append(RowError("shelf_days", fault, f"give 1 to {LONGEST_SHELF:,} days"))
    return found


@refusals_on.register
def _(of: Claim, today: date) -> Sequence[RowError]:
    return to_come("withdrawn_on", of.withdrawn_on, today)


@refusals_of.register
def _(of: Evidence) -> Sequence[RowError]:
    return missing(of, claim="the claim", what="what was found", checked_by="who checked")


@refusals_on.register
def _(of: Evidence, today: date) -> Sequence[RowError]:
    return to_come("on", of.on, today)
