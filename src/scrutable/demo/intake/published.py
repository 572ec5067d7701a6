"""What was published of a real contract: its terms, its KPIs and statements about them.

Nothing is filled in: a level, a value or a day that was not published stays out.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import date, datetime
from decimal import Decimal

from scrutable.contracts.facts import Direction, Kind, KpiDefinition, Level, Statement, Status
from scrutable.demo.facts import (
    ContractRecorded,
    Council,
    Happening,
    KpiDefined,
    StatementsPublished,
    SupplierRecorded,
)
from scrutable.demo.intake import files
from scrutable.evidence.facts import line_place
from scrutable.kernel.periods import Month, Span
from scrutable.kernel.references import slug
from scrutable.kernel.wording import LONDON
from scrutable.registers.facts import Contract, Extension, Regime, Role, Supplier

COUNCIL = Council.LINCOLNSHIRE
CONTRACT = "CSS"
CONTRACT_MANAGER = "j.smith"
RECORDED_AT = datetime(2026, 10, 12, 8, tzinfo=LONDON)
TARGET_KNOWN_FROM = Month(2019, 4)  # the first month of which a report that names a target tells
FIRST_LINE = 2  # below the headings


def published() -> Iterator[Happening]:
    """Yield supplier, contract, KPIs and statements, all recorded on the demonstration's day."""
    contract = _contract(files.rows(COUNCIL, "contract.csv"))
    yield _recorded(SupplierRecorded(supplier=contract.supplier))
    yield _recorded(ContractRecorded(contract=contract))
    for row in files.rows(COUNCIL, "kpis.csv"):
        yield _recorded(KpiDefined(definition=_definition(row)))
    for name, read in READERS.items():
        statements = tuple(
            read(row, line_place(line))
            for line, row in enumerate(files.rows(COUNCIL, name), FIRST_LINE)
        )
        yield _recorded(
            StatementsPublished(
                contract=CONTRACT,
                statements=statements,
                content=files.content(COUNCIL, name),
                name=name,
            )
        )


def _recorded(
    what: SupplierRecorded | ContractRecorded | KpiDefined | StatementsPublished,
) -> Happening:
    return Happening(at=RECORDED_AT, by=CONTRACT_MANAGER, what=what)


def _contract(rows: list[files.Row]) -> Contract:
    """Return the contract that the rows tell of, one row an extension.

    On which day the first extension was taken up was not published: the contract is recorded as
    running to that extension's end, and its source says so.
    """
    first, *later = rows
    named = first["services"].split("; ")
    measured = (row["service"] for row in files.rows(COUNCIL, "kpis.csv"))
    return Contract(
        code=CONTRACT,
        title=first["title"],
        supplier=Supplier(reference=f"supplier/{slug(first['supplier'])}", name=first["supplier"]),
        role=Role(first["role"]),
        regime=Regime(first["regime"]),
        start_on=date.fromisoformat(first["start"]),
        end_on=date.fromisoformat(first["extended_end"]),
        services=tuple(dict.fromkeys([*named, *measured])),
        value_pounds=Decimal(first["value_pounds"]),
        extensions=tuple(
            Extension(
                until=date.fromisoformat(row["extended_end"]),
                exercised_on=date.fromisoformat(row["decided_on"]),
            )
            for row in later
        ),
        published_only=True,
        source=(
            f"{first['source']} (first term to {first['end']}, extended; on which day was not "
            f"published; value as the {first['value_source_kind']} gave it); "
            + "; ".join(row["source"] for row in later)
        ),
    )


def _definition(row: files.Row) -> KpiDefinition:
    target = files.decimal(row["target"])
    levels = (Level(effective_from=TARGET_KNOWN_FROM, target=target),) if target else ()
    return KpiDefinition(
        contract=CONTRACT,
        code=row["code"],
        service=row["service"],
        title=row["title"],
        kind=Kind(row["kind"]),
        direction=Direction(row["direction"]),
        unit=UNITS.get(row["unit"], row["unit"]),
        decimals=0 if row["kind"] == Kind.COUNT.value else 2,
        levels=levels,
        clause=row["source"],
    )


def _of_kpi(row: files.Row, place: str) -> Statement:
    return Statement(
        contract=CONTRACT,
        number=0,
        span=_span(row),
        code=row["code"],
        low=files.decimal(row["value_low"]),
        high=files.decimal(row["value_high"]),
        verdict=Status(row["state"]) if row["state"] else None,
        mitigated=files.yes(row["mitigated"]) if row["mitigated"] else None,
        note=row["note"],
        source=row["source"],
        place=place,
    )


def _of_all(row: files.Row, place: str) -> Statement:
    value = Decimal(row["value"])
    return Statement(
        contract=CONTRACT,
        number=0,
        span=_span(row),
        measure=row["measure"],
        low=value,
        high=value,
        note=row["note"],
        source=row["source"],
        place=place,
    )


def _of_credits(row: files.Row, place: str) -> Statement:
    pounds = Decimal(row["amount_pounds"])
    return Statement(
        contract=CONTRACT,
        number=0,
        span=Span(Month.parse(row["from"]), Month.parse(row["to"])),
        measure="service_credits",
        low=pounds,
        high=pounds,
        note=row["kind"],
        confidence=row["confidence"],
        source=row["source"],
        place=place,
    )


def _span(row: files.Row) -> Span:
    return Span(Month.parse(row["from_month"]), Month.parse(row["to_month"]))


UNITS = {"percent": "%"}
READERS: Mapping[str, Callable[[files.Row, str], Statement]] = {
    "results.csv": _of_kpi,
    "summary.csv": _of_all,
    "credits.csv": _of_credits,
}
