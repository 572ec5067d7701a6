"""Everything about one contract that needs a person; pure."""

from collections.abc import Iterator
from datetime import date, timedelta

from scrutable.contracts.facts import Status
from scrutable.contracts.rules.attending.kpis import kpi_attention
from scrutable.contracts.rules.attending.mitigations import mitigation_attention
from scrutable.contracts.rules.attending.watched import COUNCIL_OWNER, OPEN, Watched
from scrutable.contracts.rules.judging import return_due_on
from scrutable.kernel.attention import Attention, Gravity, gravest_first
from scrutable.kernel.money import money_exact
from scrutable.kernel.periods import Month
from scrutable.kernel.wording import count_words, date_words, days_words


def attention(watched: Watched) -> list[Attention]:
    """Return what needs a person on the contract, gravest and oldest first.

    The same history always gives the same list: nothing is remembered from the last time.
    """
    found = [
        *kpi_attention(watched),
        *mitigation_attention(watched),
        *late_returns(watched),
        *credit_attention(watched),
        *contract_dates(watched),
        *overdue_matters(watched),
    ]
    return gravest_first(found)


def late_returns(watched: Watched) -> Iterator[Attention]:
    """Yield an item for each month of which something is late, the whole return or a part."""
    months: dict[Month, list[Status]] = {}
    for entry in watched.performance.months:
        months.setdefault(entry.month, []).append(entry.status)
    quiet = (Status.LATE, Status.NOT_APPLICABLE, Status.DISCONTINUED)
    for month, statuses in months.items():
        late = statuses.count(Status.LATE)
        if late:
            is_whole = all(status in quiet for status in statuses)
            yield _late_return(watched, month, "" if is_whole else count_words(late, "KPI"))


def _late_return(watched: Watched, month: Month, part: str) -> Attention:
    due = return_due_on(watched.contract, month)
    days = (watched.as_at - due).days
    is_grave = days > watched.number("late_return", "grave_after_days")
    missing = f"{part} missing from the return that" if part else "Nothing has been returned: it"
    return Attention(
        reference=watched.contract.reference,
        what=f"{watched.contract.code}: return for {month.words}",
        why=f"{missing} was due on {date_words(due)}, {count_words(days, 'day')} ago",
        since=due + timedelta(days=1),
        gravity=Gravity.SERIOUS if is_grave else Gravity.CONCERN,
        owner=watched.contract.supplier.name,
        due=due,
        version=watched.contract.version,
    )


def credit_attention(watched: Watched) -> Iterator[Attention]:
    """Yield an item if the last month whose credit is known comes to the policy's sum or more."""
    total = watched.latest_credit
    if total is None or total.credit_pounds is None:
        return
    if total.credit_pounds < watched.number("money", "credit_pounds"):
        return
    points = count_words(total.points, "service point")
    capped = ", as far as the cap allows" if total.is_capped else ""
    yield Attention(
        reference=total.reference,
        what=f"{watched.contract.code}: service credits for {total.month.words}",
        why=f"{points} come to {money_exact(total.credit_pounds)}{capped}",
        since=total.month.last_day,
        gravity=Gravity.SERIOUS if total.is_capped else Gravity.CONCERN,
        owner=COUNCIL_OWNER,
        version=total.terms.version if total.terms else 0,
    )


def contract_dates(watched: Watched) -> Iterator[Attention]:
    """Yield the days by which notice, an extension or the contract itself runs out."""
    contract = watched.contract
    if contract.notice_by is not None:
        ends = f"the contract ends on {date_words(contract.last_day)}"
        why = f"Notice must be given by {date_words(contract.notice_by)}, {{left}}; {ends}"
        yield from _ahead(watched, "notice", contract.notice_by, why)
    for option in contract.extensions:
        if option.exercise_by is not None and option.exercised_on is None:
            why = (
                f"The option to extend until {date_words(option.until)} must be taken up by "
                f"{date_words(option.exercise_by)}, {{left}}"
            )
            yield from _ahead(watched, "exercise", option.exercise_by, why)
    why = f"The contract ends on {date_words(contract.last_day)}, {{left}}"
    yield from _ahead(watched, "end", contract.last_day, why)


def _ahead(watched: Watched, name: str, day: date, why: str) -> Iterator[Attention]:
    within = watched.number("dates", f"{name}_within_days")
    days = (day - watched.as_at).days
    if not 0 <= days <= within:
        return
    yield Attention(
        reference=watched.contract.reference,
        what=f"{watched.contract.code} {watched.contract.title}",
        why=why.format(left=days_words(days)),
        since=day - timedelta(days=within),
        gravity=Gravity.SERIOUS if 2 * days <= within else Gravity.CONCERN,
        owner=COUNCIL_OWNER,
        due=day,
        version=watched.contract.version,
    )


def overdue_matters(watched: Watched) -> Iterator[Attention]:
    """Yield the service matters that are past their day and not resolved."""
    for matter in watched.matters:
        if matter.state in OPEN and matter.due is not None and matter.due < watched.as_at:
            days = (watched.as_at - matter.due).days
            yield Attention(
                reference=matter.reference,
                what=matter.title,
                why=f"It was due on {date_words(matter.due)}, {count_words(days, 'day')} ago",
                since=matter.due + timedelta(days=1),
                gravity=Gravity.CONCERN,
                owner=matter.owner,
                due=matter.due,
                doing=matter.note,
                version=matter.version,
            )
