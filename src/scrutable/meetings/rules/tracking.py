"""Which outcomes of minutes are things to be done, and so become commitments; pure."""

from scrutable.meetings.facts import Outcome, OutcomeKind

DUTIES = frozenset(
    {
        OutcomeKind.ACTION,
        OutcomeKind.CARRY_FORWARD,
        OutcomeKind.DEFER,
        OutcomeKind.INSTRUCT,
        OutcomeKind.REFER,
        OutcomeKind.REPORT_BACK,
        OutcomeKind.REQUEST,
        OutcomeKind.REVIEW,
    }
)
DUTIES_IF_SOMEBODY_OWES = frozenset(
    {OutcomeKind.AGREE, OutcomeKind.COMMENT, OutcomeKind.NOTE, OutcomeKind.SUGGESTION}
)


def is_trackable(outcome: Outcome) -> bool:
    """Test whether somebody owes something by it.

    Minutes approved, the public excluded, appointments, thanks, reports received, votes lost and
    approvals are over when they are made. Delegations and recommendations have records of their
    own. What was agreed is owed where it names who is to do it or by when; what was noted or
    suggested where it says by when, or, said in discussion, who: "noted by officers" is no duty.

    >>> is_trackable(Outcome(kind=OutcomeKind.CONFIRM_MINUTES, text="agreed", span=(0, 6)))
    False
    """
    if outcome.kind in DUTIES:
        return True
    if outcome.kind not in DUTIES_IF_SOMEBODY_OWES:
        return False
    by_owner = outcome.in_discussion or outcome.kind is OutcomeKind.AGREE
    return outcome.due is not None or (by_owner and bool(outcome.owner.strip()))
