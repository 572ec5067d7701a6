"""KPIs that keep missing, fall below their minimum, or are heading for a breach; pure."""

from collections.abc import Iterator
from datetime import date

from scrutable.contracts.facts import KpiDefinition, KpiMonth, Status
from scrutable.contracts.rules.attending.watched import Watched, raised
from scrutable.contracts.rules.credits import pounds_at_risk
from scrutable.contracts.rules.forecasting import forecast
from scrutable.contracts.rules.watching import EXIT_WORDS, Spell, Watch, watch
from scrutable.kernel.attention import Attention, Gravity
from scrutable.kernel.money import money_exact
from scrutable.kernel.periods import Month, months_apart
from scrutable.kernel.wording import capital, count_words


def kpi_attention(watched: Watched) -> Iterator[Attention]:
    """Yield at most one item for each KPI, with every reason it is listed for."""
    misses = Watch.of(watched.rule("misses"), Status.BELOW_TARGET, Status.BELOW_MINIMUM)
    below = Watch.of(watched.rule("below_minimum"), Status.BELOW_MINIMUM)
    for kpi in watched.performance.definitions:
        entries = watched.performance.of(kpi.code)
        if not entries:
            continue
        spells = [(rule, watch(entries, rule)) for rule in (below, misses)]
        listed = [(rule, spell) for rule, spell in spells if spell is not None]
        if listed:
            yield _listed(watched, kpi, listed, below)
        elif warning := _heading_for_breach(watched, kpi, entries):
            yield warning


def _listed(
    watched: Watched, kpi: KpiDefinition, listed: list[tuple[Watch, Spell]], below: Watch
) -> Attention:
    last = max((spell.misses[-1] for _, spell in listed), key=lambda entry: entry.month)
    gravity = max(rule.gravity for rule, _ in listed)
    doing, due = _being_done(watched, kpi, last)
    return Attention(
        reference=kpi.reference,
        what=kpi.name,
        why=_why(watched, kpi, listed, below),
        since=min(spell.since for _, spell in listed).first_day,
        gravity=raised(gravity, kpi.critical - last.is_mitigated),
        owner=watched.contract.supplier.name,
        due=due,
        doing=doing,
        version=kpi.version,
    )


def _why(
    watched: Watched, kpi: KpiDefinition, listed: list[tuple[Watch, Spell]], below: Watch
) -> str:
    reasons = [
        f"{'below minimum' if rule is below else 'missed target'} in {spell.months_words}"
        for rule, spell in listed
    ]
    reasons += _silence(watched, listed)
    reasons += _money(watched, kpi.code)
    reasons += dict.fromkeys(EXIT_WORDS[rule.exit] for rule, _ in listed)
    return capital("; ".join(reasons))


def _silence(watched: Watched, listed: list[tuple[Watch, Spell]]) -> Iterator[str]:
    """Yield that nothing was judged since the last miss, where a month has been due since."""
    code = listed[0][1].misses[0].code
    since = max(spell.misses[-1].month for _, spell in listed)
    later = [e for e in watched.performance.of(code) if e.month > since]
    if any(e.status is not Status.NOT_YET_DUE and not e.status.is_judged for e in later):
        yield f"nothing has been judged since {since.words}"


def _money(watched: Watched, code: str) -> Iterator[str]:
    total = watched.latest_credit
    lines = total.lines if total else ()
    for line in lines:
        pounds = pounds_at_risk(total, line.counted) if total and line.code == code else None
        if total and pounds:
            points = count_words(line.counted, "service point")
            yield f"{points} in {total.month.words}, {money_exact(pounds)} before the cap"


def _being_done(watched: Watched, kpi: KpiDefinition, last: KpiMonth) -> tuple[str, date | None]:
    agreed = last.mitigation
    if agreed is not None:
        fix = f": {agreed.long_term_fix}" if agreed.long_term_fix else ""
        return f"Mitigation agreed until {agreed.span.last.words}{fix}", agreed.fix_due
    matter = watched.matter_about(kpi.code)
    return (f"{matter.title} ({matter.owner})", matter.due) if matter else ("", None)


def _heading_for_breach(
    watched: Watched, kpi: KpiDefinition, entries: tuple[KpiMonth, ...]
) -> Attention | None:
    ahead = forecast(kpi, entries, watched.as_at, watched.forecast_policy)
    within = watched.number("forecast", "breach_within_months")
    if ahead.breach_in is None or months_apart(Month.of(watched.as_at), ahead.breach_in) > within:
        return None
    measured = [entry.month for entry in entries if entry.status.is_judged]
    return Attention(
        reference=kpi.reference,
        what=kpi.name,
        why=f"Meets its target now, but the trend ({ahead.basis}) "
        f"crosses it in {ahead.breach_in.words}",
        since=measured[-1].first_day,
        gravity=raised(Gravity.NOTE, int(kpi.critical)),
        owner=watched.contract.supplier.name,
        due=ahead.breach_in.last_day,
        version=kpi.version,
    )
