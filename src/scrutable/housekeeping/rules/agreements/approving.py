"""Who approves a term by the council's own policy, and whether it took a decision; pure."""

from collections.abc import Mapping
from decimal import Decimal

from scrutable.housekeeping.facts.agreements import AgreementPolicy, Term, TermApprover, TermKind
from scrutable.kernel.money import to_the_penny

MONTHS_OF_YEAR = 12


def agreement_policy(policy: Mapping[str, object]) -> AgreementPolicy:
    """Return the council's own rules, of the policy “agreements”."""
    approval = policy["approval"]
    if not isinstance(approval, Mapping):
        raise TypeError("approval must be a table")
    approvers = (
        TermApprover(
            from_pounds=Decimal(str(one["from_pounds"])),
            who=str(one["who"]),
            needs_decision=bool(one["decision"]),
        )
        for one in approval.values()
    )
    return AgreementPolicy(
        notice_within_days=int(str(policy["notice_within_days"])),
        end_within_days=int(str(policy["end_within_days"])),
        cure_within_days=int(str(policy["cure_within_days"])),
        approvers=tuple(sorted(approvers, key=lambda one: one.from_pounds)),
    )


def worth(term: Term) -> Decimal | None:
    """Return what the whole term costs, None where nobody has said what a year does."""
    if term.yearly_pounds is None:
        return None
    return to_the_penny(term.yearly_pounds * term.months / MONTHS_OF_YEAR)


def approver_of(term: Term, policy: AgreementPolicy) -> TermApprover | None:
    """Return who approves the term, None where its worth is not known."""
    pounds = worth(term)
    if pounds is None:
        return None
    fit = [one for one in policy.approvers if one.from_pounds <= pounds]
    return fit[-1] if fit else None


def wants_decision(term: Term, policy: AgreementPolicy) -> bool:
    """Test whether the term was approved without the decision that its worth takes."""
    if term.kind is TermKind.ITSELF or term.approved_on is None or term.decision:
        return False
    approver = approver_of(term, policy)
    return approver is not None and approver.needs_decision
