"""Judge 46 KPIs over 36 months, held against the limit of 50 ms; no database, no files."""

import random
import statistics
import time
from datetime import date
from decimal import Decimal

from scrutable.contracts import facts
from scrutable.contracts.rules.counting import count_by_month
from scrutable.contracts.rules.months import contract_months
from scrutable.contracts.rules.owing import Owing
from scrutable.contracts.rules.runs import run_ending
from scrutable.kernel.periods import Month, Span
from scrutable.registers import facts as registers

KPIS, MONTHS, LOOK_BACK, ROUNDS, LIMIT_MS = 46, 36, 14, 30, 50
SPAN = Span(Month(2023, 10), Month(2026, 9))
AS_AT = date(2026, 10, 12)
RULES = (facts.RuleKind.LEVELS, facts.RuleKind.LEVELS, facts.RuleKind.LAST_YEAR)


def contract() -> registers.Contract:
    """Return a contract that runs over the whole span."""
    return registers.Contract(
        code="CSS",
        title="Corporate Support Services",
        supplier=registers.Supplier(reference="supplier/norland-services", name="Norland"),
        role=registers.Role.PRIME,
        regime=registers.Regime.PCR2015,
        start_on=date(2021, 4, 1),
        end_on=date(2028, 3, 31),
        services=("IMT",),
    )


def kpi(number: int) -> facts.KpiDefinition:
    """Return a KPI with three levels over time and three bands; every third looks a year back."""
    return facts.KpiDefinition(
        contract="CSS",
        code=f"IMT_KPI_{number:02}",
        service="IMT",
        title="Calls answered",
        kind=facts.Kind.PERCENTAGE,
        direction=facts.Direction.HIGHER,
        unit="%",
        decimals=1,
        rule=RULES[number % 3],
        rule_numbers={"near_percent": Decimal(10)},
        levels=tuple(
            facts.Level(
                effective_from=Month(year, 4), target=Decimal(year - 1935), minimum=Decimal(80)
            )
            for year in (2021, 2024, 2026)
        ),
        bands=tuple(
            facts.Band(severity=severity, from_value=Decimal(value), points=points)
            for severity, value, points in (
                (facts.Severity.MINOR, "89.9", 1),
                (facts.Severity.SERIOUS, "79.9", 2),
                (facts.Severity.SEVERE, "69.9", 3),
            )
        ),
    )


def versions(code: str, month: Month, chance: random.Random) -> list[facts.Result]:
    """Return a month's versions: every tenth without a value, every twentieth restated."""
    drawn = chance.random()
    values = [Decimal(chance.randint(600, 1000)) / 10 for _ in range(2 if drawn < 0.05 else 1)]
    missing = facts.NoValue.NO_ACTIVITY if drawn > 0.9 else None
    return [
        facts.Result(
            contract="CSS",
            code=code,
            month=month,
            value=None if missing else value,
            no_value=missing,
            standing=facts.Standing.VERIFIED,
            source=facts.Source.RETURN,
            version=number,
        )
        for number, value in enumerate(values, 1)
    ]


def main() -> None:
    """Print what a judgement of everything takes, the median of the rounds."""
    chance = random.Random(20261012)
    kpis = [kpi(number) for number in range(1, KPIS + 1)]
    wide = Span(SPAN.first.plus(-LOOK_BACK), SPAN.last)
    histories = {
        known.code: {month: versions(known.code, month, chance) for month in wide} for known in kpis
    }
    agreed = [
        facts.Mitigation(
            contract="CSS",
            code=known.code,
            number=number,
            span=Span(Month(2025, 4), Month(2026, 12)),
            reason="Training",
            asked_by="Norland",
            granted_by="Partnership Board",
            granted_on=date(2025, 4, 1),
        )
        for number, known in enumerate(kpis[::5], 1)
    ]
    terms = contract()
    owing = Owing(contract=terms, followed_from=SPAN.first, as_at=AS_AT)
    taken = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        months = contract_months(kpis, SPAN, owing=owing, histories=histories, mitigations=agreed)
        taken.append((time.perf_counter() - start) * 1000)
        assert len(months) == KPIS * MONTHS
    judged = statistics.median(taken)
    performance = facts.Performance(
        contract=terms, span=SPAN, as_at=AS_AT, known=1, definitions=tuple(kpis), months=months
    )
    start = time.perf_counter()
    count_by_month(performance)
    for known in kpis:
        run_ending(performance.of(known.code))
    told = (time.perf_counter() - start) * 1000
    name = f"Judge {KPIS} KPIs × {MONTHS} months"
    print(f"{name} | {judged:.1f} ms | {LIMIT_MS} ms | {judged / LIMIT_MS:.2f}")
    print(f"Count them by month, follow every run | {told:.1f} ms | – | –")


if __name__ == "__main__":
    main()
