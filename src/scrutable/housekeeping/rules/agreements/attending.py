"""What of agreements needs a person; pure."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from scrutable.housekeeping.facts.agreements import (
    AgreementPolicy,
    AgreementStanding,
    Otherwise,
    RanOn,
)
from scrutable.housekeeping.rules.agreements.approving import (
    agreement_policy,
    approver_of,
    wants_decision,
)
from scrutable.kernel.attention import Attention, Gravity
from scrutable.kernel.wording import count_words, date_words

NOBODY = "Nobody is named"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """The policy, and how grave it holds what is found."""

    policy: AgreementPolicy
    told: Mapping[str, object]

    def gravity(self, name: str) -> Gravity:
        table = self.told[name]
        if not isinstance(table, Mapping):
            raise TypeError(f"{name} must be a table")
        return Gravity[str(table["gravity"]).upper()]


def agreements_attention(
    found: Iterable[AgreementStanding], policy: Mapping[str, object]
) -> Iterator[Attention]:
    """Yield what needs a person of every agreement; `policy` is the council's own, “agreements”."""
    told = _Told(policy=agreement_policy(policy), told=policy)
    for one in found:
        yield from _of_next(one, told)
        yield from _of_running(one, told)
        yield from _of_cures(one, told)
        yield from _of_decision(one, told)


def _of_next(one: AgreementStanding, told: _Told) -> Iterator[Attention]:
    """Yield what must be decided soon: notice of one that renews itself, what follows an end."""
    step = one.next
    if step.act_by is None:
        return
    renews = step.otherwise is Otherwise.RENEWS_ITSELF
    within = told.policy.notice_within_days
    if step.act_by >= one.as_at and (step.act_by - one.as_at).days <= within:
        yield _item(
            one,
            what=f"{one.agreement.title}: decide by {date_words(step.act_by)}",
            why=_otherwise_words(one),
            since=step.act_by - timedelta(days=within),
            due=step.act_by,
            gravity=told.gravity("notice_due"),
        )
    elif not renews and (step.last - one.as_at).days <= told.policy.end_within_days:
        late = step.act_by < one.as_at
        passed = f"The last day to decide was {date_words(step.act_by)}. " if late else ""
        yield _item(
            one,
            what=f"{one.agreement.title} ends on {date_words(step.last)}",
            why=f"{passed}Nothing is agreed for the day after",
            since=step.last - timedelta(days=told.policy.end_within_days),
            due=step.last,
            gravity=told.gravity("ends_soon"),
        )


def _otherwise_words(one: AgreementStanding) -> str:
    step = one.next
    if step.renews_until:
        return (
            f"Unless notice is given by then it renews itself, to {date_words(step.renews_until)}"
        )
    if step.extension:
        months = count_words(step.extension, "month")
        return (
            f"Unless its option of {months} is taken up by then it ends on {date_words(step.last)}"
        )
    return f"It ends on {date_words(step.last)} and nothing is agreed for the day after"


def _of_running(one: AgreementStanding, told: _Told) -> Iterator[Attention]:
    time = one.running
    if time is None:
        return
    again = "again " if time.is_recurrence else ""
    name = "recurred" if time.is_recurrence else "runs_on"
    earlier = f". It ran on before, from {date_words(time.earlier)}" if time.earlier else ""
    cured = ", which was said to be cured" if time.is_after_cure else ""
    yield _item(
        one,
        what=f"{one.agreement.title} runs on {again}without approval",
        why=f"Nobody approved the {count_words(time.days, 'day')} since "
        f"{date_words(time.since)}{earlier}{cured}",
        since=time.since,
        gravity=told.gravity(name),
        doing=_doing(time),
    )


def _doing(time: RanOn) -> str:
    if time.cure is None or not time.cure.cure:
        return ""
    done = f" (done on {date_words(time.cure.cured_on)})" if time.cure.cured_on else ""
    return f"{time.cure.cure}{done}"


def _of_cures(one: AgreementStanding, told: _Told) -> Iterator[Attention]:
    """Yield each time whose cause or cure nobody has recorded, or whose cure is not done."""
    for time in one.ran_on:
        due = time.since + timedelta(days=told.policy.cure_within_days)
        if (time.cure and time.cure.cured_on) or due >= one.as_at:
            continue
        wanting = "neither cause nor cure is recorded"
        if time.cure:
            wanting = "its cure is not done" if time.cure.cure else "no cure is recorded"
        yield _item(
            one,
            what=f"{one.agreement.title} ran on from {date_words(time.since)}: {wanting}",
            why="Without a cure it can come again",
            since=time.since,
            due=due,
            gravity=told.gravity("not_cured"),
            doing=_doing(time),
        )


def _of_decision(one: AgreementStanding, told: _Told) -> Iterator[Attention]:
    """Yield a term in force whose worth takes a decision, and that names none."""
    for term in one.terms:
        if term.first <= one.as_at <= term.last and wants_decision(term, told.policy):
            approver = approver_of(term, told.policy)
            yield _item(
                one,
                what=f"{one.agreement.title} names no decision",
                why=f"A term of its worth is approved by {approver.who if approver else NOBODY}",
                since=term.approved_on or term.first,
                gravity=told.gravity("no_decision"),
            )


def _item(one: AgreementStanding, what: str, why: str, **more: Any) -> Attention:
    return Attention(
        reference=one.agreement.reference,
        what=what,
        why=why,
        owner=one.agreement.owner or NOBODY,
        version=one.version,
        **more,
    )
