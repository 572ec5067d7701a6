"""Mitigations that run too long, slip, or are about to lapse; pure."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from scrutable.contracts.facts import KpiDefinition, Mitigation
from scrutable.contracts.rules.attending.watched import COUNCIL_OWNER, Watched
from scrutable.contracts.rules.mitigating import mitigated_since
from scrutable.kernel.attention import Attention, Gravity
from scrutable.kernel.periods import Month, months_apart
from scrutable.kernel.wording import capital, count_words, date_words, days_words, times_words


def mitigation_attention(watched: Watched) -> Iterator[Attention]:
    """Yield an item for each mitigation in force that needs a look, with every reason."""
    now = Month.of(watched.as_at)
    kpis = {kpi.code: kpi for kpi in watched.performance.definitions}
    by_number: dict[int, list[Mitigation]] = {}
    for version in watched.mitigation_versions:
        by_number.setdefault(version.number, []).append(version)
    standing = [versions[-1] for versions in by_number.values()]
    for versions in by_number.values():
        latest = versions[-1]
        kpi = kpis.get(latest.code)
        if kpi is not None and latest.covers(now) and kpi.is_due_in(now):
            first = mitigated_since(standing, latest.code, now) or now
            reasons = list(_reasons(watched, versions, first))
            if reasons:
                yield _item(kpi, latest, first, reasons)


def renewals(versions: Sequence[Mitigation]) -> int:
    """Return how often the mitigation was made to run longer."""
    return sum(after.span.last > before.span.last for before, after in pairwise(versions))


def slips(versions: Sequence[Mitigation]) -> int:
    """Return how often the long-term fix was put off to a later day."""
    days = [version.fix_due for version in versions if version.fix_due is not None]
    return sum(after > before for before, after in pairwise(days))


def _reasons(watched: Watched, versions: Sequence[Mitigation], first: Month) -> Iterator[str]:
    latest = versions[-1]
    months = months_apart(first, Month.of(watched.as_at)) + 1
    if months > watched.number("mitigation", "longest_months"):
        yield f"it has run for {count_words(months, 'month')} since {first.words}"
    renewed = renewals(versions)
    if renewed > watched.number("mitigation", "most_renewals"):
        yield f"it has been renewed {times_words(renewed)}"
    slipped = slips(versions)
    if slipped > watched.number("mitigation", "most_slips"):
        yield f"its long-term fix has slipped {times_words(slipped)}"
    if latest.fix_due is not None and latest.fix_due < watched.as_at:
        yield f"its long-term fix was due on {date_words(latest.fix_due)}"
    left = (latest.span.last.last_day - watched.as_at).days
    if left <= watched.number("mitigation", "lapse_within_days"):
        lapses = date_words(latest.span.last.last_day)
        yield f"it lapses on {lapses}, {days_words(left)}"


def _item(
    kpi: KpiDefinition, latest: Mitigation, first: Month, reasons: Sequence[str]
) -> Attention:
    return Attention(
        reference=latest.reference,
        what=f"Mitigation of {kpi.name}",
        why=capital("; ".join(reasons)),
        since=first.first_day,
        gravity=Gravity.SERIOUS if len(reasons) > 1 else Gravity.CONCERN,
        owner=COUNCIL_OWNER,
        due=latest.fix_due or latest.span.last.last_day,
        doing=latest.long_term_fix,
        version=latest.version,
    )
