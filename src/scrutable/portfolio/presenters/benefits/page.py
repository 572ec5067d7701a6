"""One benefit: where it stands, its pounds, its profile; pure."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from scrutable.govuk.facts import KeyFigure, Term
from scrutable.kernel.money import money_exact
from scrutable.kernel.wording import capital, date_words, list_words
from scrutable.portfolio import rules
from scrutable.portfolio.facts import (
    Benefit,
    BenefitKind,
    BenefitStanding,
    BenefitState,
    DoubleClaim,
    Measure,
)
from scrutable.portfolio.presenters.benefits.words import (
    KIND_WORDS,
    MEASURE_WORDS,
    NOT_MEASURED,
    STATE_TAGS,
    benefit_name,
    share_words,
    signs_words,
    state_note,
    unowned_words,
    value_words,
)
from scrutable.portfolio.presenters.references import record_address, record_words
from scrutable.portfolio.presenters.words import project_address


def title(one: BenefitStanding) -> str:
    """Return the finding: the benefit and where it stands."""
    return f"{one.benefit.title}: {STATE_TAGS[one.state].word.lower()}"


def summary(one: BenefitStanding) -> str:
    """Return what was measured last against what was promised, and what is owed."""
    note = state_note(one)
    if one.state is BenefitState.WITHDRAWN and one.since is not None:
        return f"Withdrawn on {date_words(one.since)}: {one.benefit.withdrawn_reason}"
    said = [_measured(one)]
    if note:
        said.append(f"{capital(note)}.")
    return " ".join(said)


def _measured(one: BenefitStanding) -> str:
    of = one.benefit
    if one.last is None:
        due = f" It is due on {date_words(one.next_due)}." if one.next_due else ""
        return f"Nobody has measured it.{due}"
    on = date_words(one.last.on)
    if of.measure is Measure.WORDS:
        return f"On {on} it was said: “{one.last.words}”"
    value = value_words(of, one.last.value)
    if of.target is None:
        return f"{value} on {on}; no target was set."
    by = f" by {date_words(of.target_on)}" if of.target_on else ""
    word = "no more than " if of.kind is BenefitKind.DISBENEFIT else ""
    return f"{value} on {on}, against {word}{value_words(of, of.target)}{by}."


def figures(one: BenefitStanding) -> tuple[KeyFigure, ...]:
    """Return how far it came, what is expected of it, and its pounds."""
    of = one.benefit
    last = f"on {date_words(one.last.on)}" if one.last else "never"
    found = [
        KeyFigure(
            label="Way from baseline to target", value=share_words(one), period=f"measured {last}"
        )
    ]
    if one.forecast is not None:
        found.append(
            KeyFigure(
                label="Expected",
                value=value_words(of, one.forecast.value),
                period=f"by {date_words(one.forecast.by_when)}",
                comparison=f"said on {date_words(one.forecast.on)} by {one.forecast.said_by}",
            )
        )
    if one.is_cashable:
        found += _pounds(one)
    return tuple(found)


def _pounds(one: BenefitStanding) -> list[KeyFigure]:
    taken = f"on {date_words(one.taken.on)}" if one.taken else "not measured yet"
    checker = one.taken.verified_by if one.taken else ""
    promised = one.promised
    return [
        KeyFigure(
            label="Promised a year",
            value="Not stated" if promised is None else money_exact(promised),
            period=f"budget line {one.benefit.budget_line}",
        ),
        KeyFigure(
            label="Taken from the budget a year",
            value=NOT_MEASURED if one.realised is None else money_exact(one.realised),
            period=taken,
            comparison=f"verified by {checker}" if checker else "verified by nobody",
        ),
    ]


def warning(one: BenefitStanding, claims: Sequence[DoubleClaim]) -> str:
    """Return which other benefit looks like the same saving, unsettled; "" where none does."""
    for claim in claims:
        if claim.settled is None and one.code in claim.codes:
            other = claim.second if claim.first.code == one.code else claim.first
            return (
                f"{benefit_name(other)} looks like the same saving: both name "
                f"{signs_words(claim)}. It counts once until that is settled."
            )
    return ""


def outlook(one: BenefitStanding) -> str:
    """Return what it comes to if it goes on so; "" where that cannot be said."""
    ahead = rules.at_target_day(one.benefit, one.last)
    if ahead is None or one.benefit.target_on is None:
        return ""
    rounded = Decimal(ahead.numerator) / Decimal(ahead.denominator)
    value = value_words(one.benefit, rounded.quantize(Decimal("0.1")))
    return (
        f"If it goes on as from its beginning to its last measurement, it comes to {value} on "
        f"{date_words(one.benefit.target_on)}."
    )


def terms(one: BenefitStanding) -> tuple[Term, ...]:
    """Return the whole profile, line by line; nothing is blank."""
    of = one.benefit
    days = list_words([date_words(day) for day in of.measure_on])
    no_value = "Told in words" if of.measure is Measure.WORDS else "Not set"
    over = ", which is over" if one.is_ended else ""
    lines = (
        ("Project", f"{of.project} {one.project_title}{over}", project_address(of.project)),
        ("Kind", KIND_WORDS[of.kind], ""),
        ("Category", of.category or "None given", ""),
        ("What it is", of.description, ""),
        ("Brought about by", of.service or "Not stated", ""),
        ("Measure", f"{of.metric} ({MEASURE_WORDS[of.measure].lower()})", ""),
        ("Baseline", _level(of, of.baseline, of.baseline_on, no_value), ""),
        ("Target", _level(of, of.target, of.target_on, no_value), ""),
        ("Begins", date_words(of.begins_on) if of.begins_on else "With the baseline", ""),
        ("Full-year value", _money(of.yearly_pounds), ""),
        ("Budget line", of.budget_line or "None: it is not cashable", ""),
        ("Data source", of.data_source or "Not stated", ""),
        ("Costs", of.costs or "None stated", ""),
        ("Activities", of.activities or "None stated", ""),
        ("Owner", of.owner or unowned_words(of), ""),
        (
            "Towards",
            record_words(of.towards, {}) if of.towards else "No objective named",
            record_address(of.towards) if of.towards else "",
        ),
        (
            "Measured by",
            record_words(of.measured_by, {}) if of.measured_by else "No KPI",
            _traced(of.measured_by),
        ),
        ("To be measured on", days or "No day but the target’s", ""),
    )
    return tuple(Term(label=label, value=value, href=href) for label, value, href in lines)


def _level(of: Benefit, value: Decimal | None, day: date | None, none: str) -> str:
    said = value_words(of, value, none)
    return f"{said} on {date_words(day)}" if value is not None and day else said


def _money(pounds: Decimal | None) -> str:
    return "Not stated" if pounds is None else f"{money_exact(pounds)} a year"


def _traced(reference: str) -> str:
    return f"/trace/{reference}" if reference else ""
