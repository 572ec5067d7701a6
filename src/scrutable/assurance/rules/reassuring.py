"""What a board may take from a claim: the evidence under it, its age and who checked it; pure."""

from collections.abc import Iterable, Sequence
from datetime import date

from scrutable.assurance.facts import Claim, ClaimJudged, Evidence, Issue, IssueState, Reassurance


def claim_judged(claim: Claim, evidence: Iterable[Evidence], as_at: date) -> ClaimJudged:
    """Return how the claim stands by the day.

    Evidence is fresh up to and with its shelf life. The newest that is fresh decides whether it is
    borne out; of one day, what speaks against the claim does, then the surest line. It is weak
    where none of what is fresh comes from a line as sure as the claim wants.
    """
    held = [one for one in evidence if one.claim == claim.code and one.on <= as_at]
    fresh = [one for one in held if (as_at - one.on).days <= claim.shelf_days]
    newest = max(fresh or held, key=_weight, default=None)
    return ClaimJudged(
        claim=claim,
        reassurance=_reassurance(claim, fresh, held),
        newest=newest,
        age=(as_at - newest.on).days if newest else None,
        fresh=len(fresh),
    )


def issue_state(issue: Issue, as_at: date) -> IssueState:
    """Return how the issue stands by the day; only another than its owner closes it."""
    if issue.accepted_on is not None and issue.accepted_on <= as_at:
        return IssueState.CLOSED
    if issue.said_closed_on is not None and issue.said_closed_on <= as_at:
        return IssueState.WAITING
    if issue.due is None:
        return IssueState.NO_DATE
    return IssueState.OVERDUE if issue.due < as_at else IssueState.OPEN


def _reassurance(claim: Claim, fresh: Sequence[Evidence], held: Sequence[Evidence]) -> Reassurance:
    if not held:
        return Reassurance.NOTHING
    if not fresh:
        return Reassurance.STALE
    if not max(fresh, key=_weight).bears_out:
        return Reassurance.CONTRADICTED
    if max(one.line for one in fresh if one.bears_out) < claim.wants:
        return Reassurance.WEAK
    return Reassurance.BORNE_OUT


def _weight(one: Evidence) -> tuple[date, bool, int, int]:
    return one.on, not one.bears_out, one.line, one.number
