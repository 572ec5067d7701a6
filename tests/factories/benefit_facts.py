"""Benefits with what was measured of them, as tests need them."""

from datetime import date
from decimal import Decimal

from factories.project_facts import project
from scrutable.portfolio import facts, rules

LIMITS = facts.BenefitLimits(
    measured_within_days=28,
    behind_points=10,
    pounds_unverified=Decimal(25000),
    beyond_way=200,
    beyond_pounds=100,
)


def day(text):
    return date.fromisoformat(text) if isinstance(text, str) else text


def number(text):
    return None if text is None else Decimal(text)


def benefit(code="203-1", **changed):
    """A cashable benefit: printing falls from £200,000 to £120,000 a year in two years."""
    of, _, nth = code.rpartition("-")
    said = {
        "project": of,
        "number": int(nth),
        "title": "Less printing",
        "kind": facts.BenefitKind.CASHABLE,
        "description": "Fewer printers are leased",
        "service": "Desktop",
        "metric": "Cost of printing a year",
        "measure": facts.Measure.POUNDS,
        "lower_is_better": True,
        "baseline": Decimal(200000),
        "baseline_on": date(2024, 4, 1),
        "target": Decimal(120000),
        "target_on": date(2026, 4, 1),
        "yearly_pounds": Decimal(80000),
        "budget_line": "IT-4100",
        "data_source": "General ledger",
        "owner": "P. Quayle",
        "measure_on": (date(2025, 4, 1),),
        **changed,
    }
    return facts.Benefit(**said)


def plain(code="203-1", **changed):
    """One that saves no money: calls answered in time rise from 60 to 90 per cent."""
    return benefit(
        code,
        **{
            "title": "Calls answered sooner",
            "kind": facts.BenefitKind.NON_CASHABLE,
            "metric": "Calls answered within 20 seconds",
            "measure": facts.Measure.PERCENT,
            "lower_is_better": False,
            "baseline": Decimal(60),
            "target": Decimal(90),
            "yearly_pounds": None,
            "budget_line": "",
            **changed,
        },
    )


def disbenefit(code="203-2", **changed):
    """More calls to the service desk, of which so many are accepted."""
    return plain(
        code,
        **{
            "title": "More calls to the service desk",
            "kind": facts.BenefitKind.DISBENEFIT,
            "metric": "Calls to the service desk a month",
            "measure": facts.Measure.COUNT,
            "baseline": Decimal(400),
            "target": Decimal(500),
            **changed,
        },
    )


def in_words(code="203-3", **changed):
    """One that nobody can count."""
    return plain(
        code,
        **{
            "title": "Staff trust the machines",
            "kind": facts.BenefitKind.QUALITATIVE,
            "metric": "What staff say in the yearly survey",
            "measure": facts.Measure.WORDS,
            "baseline": None,
            "baseline_on": None,
            "target": None,
            **changed,
        },
    )


def measured(of, on, value=None, **more):
    said = {
        "project": of.project,
        "benefit": of.number,
        "on": day(on),
        "value": number(value),
        "source": "Ledger",
        "measured_by": "F. Inance",
        **more,
    }
    said["pounds"] = number(said.get("pounds"))
    return facts.Measurement(**said)


def forecast(of, on, value, by_when, **more):
    said = {"why": "Leases end later", "said_by": "P. Quayle", **more}
    return facts.BenefitForecast(
        project=of.project,
        benefit=of.number,
        on=day(on),
        value=number(value),
        by_when=day(by_when),
        **said,
    )


def stand(of, as_at, *said, expected=(), **project_changed):
    """Return where the benefit stands by the day."""
    told = rules.said_by(of, said, expected, day(as_at))
    return rules.standing_of(of, project(of.project, **project_changed), told, LIMITS, day(as_at))


def found(*standings, as_at="2026-06-30", project="", settled=(), **more):
    """Return all of them with the claims among them."""
    claims = rules.double_claims((one.benefit for one in standings), settled, day(as_at))
    return facts.BenefitsFound(
        as_at=day(as_at),
        standings=standings,
        claims=claims,
        left_out=rules.counted_elsewhere(standings, claims),
        limits=LIMITS,
        project=project,
        **more,
    )
