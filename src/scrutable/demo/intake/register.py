"""Suppliers, contracts, their terms and their KPIs, with when each was written down."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from scrutable.contracts.facts import (
    Band,
    CreditTerms,
    Direction,
    Kind,
    KpiDefinition,
    Level,
    RuleKind,
    Severity,
)
from scrutable.demo.facts import (
    ContractRecorded,
    Council,
    Happening,
    KpiDefined,
    SupplierRecorded,
    TermsSet,
)
from scrutable.demo.intake import files
from scrutable.kernel.periods import Month
from scrutable.registers.facts import Board, Contract, Extension, Regime, Role, Supplier

CONTRACT_MANAGER = "j.smith"


def register(council: Council, opened_at: datetime) -> Iterator[Happening]:
    """Yield the suppliers, written down when the register was opened, then contracts and terms."""
    firms = {
        row["reference"]: Supplier(reference=row["reference"], name=row["name"])
        for row in files.rows(council, "suppliers.csv")
    }
    for firm in firms.values():
        yield Happening(at=opened_at, by=CONTRACT_MANAGER, what=SupplierRecorded(supplier=firm))
    told = files.table(council, "contracts.toml")
    for entry in told["contract"]:
        what = ContractRecorded(contract=_contract(entry, firms[entry["supplier"]]))
        yield Happening(at=files.in_london(entry["recorded"]), by=CONTRACT_MANAGER, what=what)
    for entry in told.get("credit_terms", ()):
        terms = TermsSet(terms=_terms(entry))
        yield Happening(at=files.in_london(entry["recorded"]), by=CONTRACT_MANAGER, what=terms)


def kpis(council: Council) -> Iterator[Happening]:
    """Yield each KPI as first defined, and again whenever its levels or its end were settled."""
    levels = files.rows(council, "levels.csv")
    bands = {(row["contract"], row["code"]): row for row in files.rows(council, "bands.csv")}
    for row in files.rows(council, "kpis.csv"):
        later = [
            level
            for level in levels
            if (level["contract"], level["code"]) == (row["contract"], row["code"])
        ]
        banded = _bands(bands.get((row["contract"], row["code"]), {}))
        start = files.moment(row["recorded"])
        settled = {level["recorded"] for level in later} | {row["discontinued_recorded"]}
        for at in [start, *(files.moment(text) for text in sorted(settled) if text)]:
            definition = _definition(row, _levels(row, later, at), banded, at)
            yield Happening(at=at, by=CONTRACT_MANAGER, what=KpiDefined(definition=definition))


def _contract(entry: Mapping[str, Any], firm: Supplier) -> Contract:
    return Contract(
        code=entry["code"],
        title=entry["title"],
        supplier=firm,
        role=Role(entry["role"]),
        regime=Regime(entry["regime"]),
        start_on=entry["start_on"],
        end_on=entry["end_on"],
        services=tuple(entry["services"]),
        critical_services=tuple(entry.get("critical_services", ())),
        value_pounds=Decimal(entry["value_pounds"]) if "value_pounds" in entry else None,
        extensions=tuple(Extension(**option) for option in entry.get("extensions", ())),
        boards=tuple(Board(**board) for board in entry.get("boards", ())),
        notice_by=entry.get("notice_by"),
        return_due_day=entry.get("return_due_day", 10),
        published_only=entry.get("published_only", False),
        source=entry["source"],
    )


def _terms(entry: Mapping[str, Any]) -> CreditTerms:
    return CreditTerms(
        contract=entry["contract"],
        effective_from=Month.parse(entry["effective_from"]),
        percent_per_point=Decimal(entry["percent_per_point"]),
        cap_percent=Decimal(entry["cap_percent"]),
        repeat_multiplier=entry["repeat_multiplier"],
        points={Severity(name): points for name, points in entry["points"].items()},
        mitigation_relieves_points=entry["mitigation_relieves_points"],
        clause=entry["clause"],
        approved_by=entry["approved_by"],
    )


def _definition(
    row: files.Row, levels: tuple[Level, ...], bands: tuple[Band, ...], at: datetime
) -> KpiDefinition:
    ended = bool(row["discontinued_recorded"]) and files.moment(row["discontinued_recorded"]) <= at
    return KpiDefinition(
        contract=row["contract"],
        code=row["code"],
        service=row["service"],
        title=row["title"],
        kind=Kind(row["kind"]),
        direction=Direction(row["direction"]),
        unit=row["unit"],
        decimals=int(row["decimals"]),
        rule=RuleKind(row["rule"]),
        rule_numbers=_numbers(row["rule_numbers"]),
        levels=levels,
        bands=bands,
        numerator=row["numerator"],
        denominator=row["denominator"],
        formula=row["formula"],
        may_exceed_hundred=files.yes(row["may_exceed_hundred"]),
        critical=files.yes(row["critical"]),
        why_it_matters=row["why_it_matters"],
        clause=row["clause"],
        first_month=Month.parse(row["first_month"]),
        discontinued_from=Month.parse(row["discontinued_from"]) if ended else None,
        discontinued_why=row["discontinued_why"] if ended else "",
        authored_by=row["authored_by"],
        checked_by=row["checked_by"],
        review_by=date.fromisoformat(row["review_by"]) if row["review_by"] else None,
    )


def _levels(row: files.Row, later: list[files.Row], at: datetime) -> tuple[Level, ...]:
    """Return the level from the start, and every later one that was settled by then."""
    start = Level(
        effective_from=Month.parse(row["first_month"]),
        target=Decimal(row["target"]),
        minimum=files.decimal(row["minimum"]),
    )
    return (
        start,
        *(
            Level(
                effective_from=Month.parse(level["effective_from"]),
                target=Decimal(level["target"]),
                minimum=files.decimal(level["minimum"]),
            )
            for level in later
            if not level["recorded"] or files.moment(level["recorded"]) <= at
        ),
    )


def _bands(row: Mapping[str, str]) -> tuple[Band, ...]:
    """Return the bands, mildest first; their points are those of the contract's credit terms."""
    graded = (Severity.MINOR, Severity.SERIOUS, Severity.SEVERE, Severity.BELOW_THRESHOLD)
    return tuple(
        Band(severity=severity, from_value=Decimal(row[severity.value]))
        for severity in graded
        if row
    )


def _numbers(text: str) -> dict[str, Decimal]:
    pairs = (part.split("=") for part in text.split(";") if part)
    return {name: Decimal(number) for name, number in pairs}
