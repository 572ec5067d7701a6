"""A small invented contract with a past, as the papers of a report; nothing is stored."""

from datetime import date
from decimal import Decimal

from factories.contract_facts import contract, kpi, level, mitigation
from factories.judged_months import owing
from scrutable.contracts import facts
from scrutable.contracts.compose.papers import Cover, Papers, Since
from scrutable.contracts.rules.changing import changes
from scrutable.contracts.rules.credits import credit_sum
from scrutable.contracts.rules.forecasting import forecast
from scrutable.contracts.rules.months import kpi_months
from scrutable.contracts.rules.runs import run_ending
from scrutable.kernel.attention import Attention, Gravity
from scrutable.kernel.periods import Month, Span

FILE = "ab" * 32
SEPTEMBER = Month(2026, 9)
QUARTER = Span(Month(2026, 7), SEPTEMBER)
HISTORY = Span(Month(2025, 10), SEPTEMBER)
AS_AT = date(2026, 9, 30)
FORECAST_POLICY = {"fewest_months": 6, "most_months": 12, "spread": 2}

ABANDONED = kpi(
    version=3,
    critical=True,
    bands=(
        facts.Band(severity=facts.Severity.MINOR, from_value=Decimal("5.1"), points=1),
        facts.Band(severity=facts.Severity.SERIOUS, from_value=Decimal("8.1"), points=3),
    ),
)
ANSWERED = kpi(
    version=4,
    code="CSC_KPI_05",
    title="Calls answered in 20 seconds",
    direction=facts.Direction.HIGHER,
    levels=(level(80, 75),),
)
INCIDENTS = kpi(
    version=5,
    code="IMT_KPI_05",
    service="IMT",
    title="Priority 1 incidents",
    kind=facts.Kind.COUNT,
    unit="incidents",
    decimals=0,
    levels=(level(4, 6),),
)
PATCHED = kpi(
    version=6,
    code="IMT_KPI_14",
    service="IMT",
    title="Devices patched in 21 days",
    direction=facts.Direction.HIGHER,
    levels=(level(95, 90),),
    discontinued_from=Month(2026, 8),
    discontinued_why="the software maker does it now",
)
ASSESSED = kpi(
    version=7,
    code="IMT_KPI_15",
    service="IMT",
    title="Requests closed in 3 days",
    direction=facts.Direction.HIGHER,
    levels=(level(75, 60),),
)
KPIS = (ABANDONED, ANSWERED, INCIDENTS, PATCHED, ASSESSED)

VALUES = {
    "CSC_KPI_04": "4.1 4.2 3.9 4.4 4.6 4.5 4.8 4.9 5.6 5.0 9.3 7.2",
    "CSC_KPI_05": "82 83 81 84 85 82 83 81 82 83 81 84",
    "IMT_KPI_05": "2 3 1 4 2 3 2 1 no_activity 3 5 2",
    "IMT_KPI_14": "96 97 95 96 95 96 97 96 95 94.6 - -",
    "IMT_KPI_15": "64 65 66 63 62 64 65 61 66 67 68 not_measured",
}
COMMENTARY = {
    ("CSC_KPI_04", Month(2026, 8)): "Performance remained strong in a demanding month.",
    ("CSC_KPI_04", SEPTEMBER): "Calls were routed back to the old queue.",
}
RELIEVED = mitigation(
    code="IMT_KPI_15",
    number=1,
    span=Span(Month(2026, 4), Month(2026, 12)),
    reason="The two systems are not joined up yet",
    version=8,
)
TERMS = facts.CreditTerms(
    contract="CSS",
    effective_from=Month(2021, 4),
    percent_per_point=Decimal(1),
    cap_percent=Decimal(2),
    repeat_multiplier=2,
    points={facts.Severity.MINOR: 1, facts.Severity.SERIOUS: 3},
    clause="Schedule 7, 4.2",
    approved_by="the Partnership Board",
    version=9,
)


def result(code, month, text, version, **said):
    """Return a result whose text is a value or the name of a reason for none."""
    is_value = text[0].isdigit()
    plain = {
        "contract": "CSS",
        "code": code,
        "month": month,
        "value": Decimal(text) if is_value else None,
        "no_value": None if is_value else facts.NoValue(text),
        "standing": facts.Standing.PROVISIONAL,
        "source": facts.Source.RETURN,
        "file": FILE,
        "place": f"Return!F{version}",
        "commentary": COMMENTARY.get((code, month), ""),
        "version": version,
    }
    return facts.Result(**plain | said)


def histories(values=None):
    """Return every version of each result, by code and month."""
    found = {}
    for row, (code, texts) in enumerate((values or VALUES).items()):
        months = zip(HISTORY, texts.split(), strict=True)
        found[code] = {
            month: [result(code, month, text, 20 + 12 * row + column)]
            for column, (month, text) in enumerate(months)
            if text != "-"
        }
    return found


def performance(held=None, *, kpis=KPIS, mitigations=(RELIEVED,), known=99, **said):
    """Return the contract's months as the rules judge them."""
    held = histories() if held is None else held
    months = tuple(
        entry
        for definition in kpis
        for entry in kpi_months(
            definition,
            HISTORY,
            owing=owing(contract(**said), as_at=AS_AT),
            histories=held.get(definition.code, {}),
            mitigations=[m for m in mitigations if m.code == definition.code],
        )
    )
    return facts.Performance(
        contract=contract(**said),
        span=HISTORY,
        as_at=AS_AT,
        known=known,
        definitions=kpis,
        months=months,
    )


def cover(**said):
    """Return the first page of the second quarter's report."""
    plain = {
        "reference": "edition/CSS-2026-3",
        "title": "Contract performance, quarter 2 of 2026/27",
        "council": "Westmere County Council",
        "author": "Jo Smith",
        "dated": date(2026, 10, 12),
        "meeting": "Overview and Scrutiny Management Board",
    }
    return Cover(**plain | said)


def credit_sums(judged):
    """Return the credit of each month of this quarter and the one before."""
    return tuple(
        credit_sum(
            judged,
            month,
            charge=facts.Charge(
                contract="CSS", month=month, pounds=Decimal("1140000.00"), version=10
            ),
            terms=TERMS,
        )
        for span in (QUARTER.before, QUARTER)
        for month in span
    )


def attention(**said):
    """Return what a rule would say of calls abandoned."""
    plain = {
        "reference": "kpi/CSS/CSC_KPI_04",
        "what": "Calls abandoned is below its minimum",
        "why": "below its minimum in August 2026 and not met since",
        "since": date(2026, 8, 1),
        "gravity": Gravity.GRAVE,
        "owner": "Norland Services",
        "due": date(2026, 11, 30),
        "doing": "Calls are routed as before",
        "version": 40,
    }
    return Attention(**plain | said)


def papers(held=None, **said):
    """Return the papers of the report on July to September 2026."""
    judged = said.pop("performance", None) or performance(held)
    months = {definition.code: judged.of(definition.code) for definition in judged.definitions}
    runs = [run_ending(entries) for entries in months.values()]
    plain = {
        "cover": cover(),
        "span": QUARTER,
        "performance": judged,
        "mitigations": (RELIEVED,),
        "credits": credit_sums(judged),
        "trend_reasons": {
            ("CSC_KPI_04", SEPTEMBER): facts.TrendReason(
                contract="CSS",
                code="CSC_KPI_04",
                month=SEPTEMBER,
                reason="calls go to the old queue again",
                by="j.smith",
                version=50,
            )
        },
        "attention": (attention(),),
        "forecasts": {
            kpi.code: forecast(kpi, months[kpi.code], AS_AT, FORECAST_POLICY)
            for kpi in judged.definitions
        },
        "runs": tuple(run for run in runs if run is not None and run.length > 1),
        "matters": (
            facts.Matter(
                contract="CSS",
                number=2,
                title="Payroll for schools",
                owner="Head of People Management",
                state=facts.MatterState.WITH_SUPPLIER,
                raised_on=date(2026, 5, 4),
                due=date(2026, 10, 31),
                codes=("CSC_KPI_05",),
                version=12,
            ),
        ),
        "files": {FILE: "september.xlsx"},
    }
    return Papers(**plain | said)


def earlier_and_later():
    """Return August's figure as first reported, its correction, and the changes between them."""
    before = performance(known=80)
    held = histories()
    month = Month(2026, 7)
    held["CSC_KPI_05"][month].append(
        result(
            "CSC_KPI_05",
            month,
            "73",
            90,
            standing=facts.Standing.RESTATED,
            source=facts.Source.CORRECTION,
            file="",
            place="",
            why="misprinted in the addendum",
        )
    )
    after = performance(held)
    found = changes(before, after, mitigations_now=(RELIEVED,))
    since = Since(reference="edition/CSS-2026-2", title="Contract performance to August", known=80)
    return held, found, since
