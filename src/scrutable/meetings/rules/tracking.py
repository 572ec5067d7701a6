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
    own. What was agreed or noted is owed where it names who is to do it and by when; of what was
    said in discussion either is enough.

    >>> is_trackable(Outcome(kind=OutcomeKind.CONFIRM_MINUTES, text="agreed", span=(0, 6)))
    False
    """
    if outcome.kind in DUTIES:
        return True
    if outcome.kind not in DUTIES_IF_SOMEBODY_OWES:
        return False
    has_owner, has_due = bool(outcome.owner.strip()), outcome.due is not None
    if outcome.in_discussion or outcome.kind is OutcomeKind.AGREE:
        return has_owner or has_due
    return has_owner and has_due
