"""What figures are made from: shapes, what the story tells, and which returns there are."""

from decimal import Decimal

from scrutable.contracts.facts import NoValue
from scrutable.demo.facts import Addendum, Attempt, Council, ReturnsPlan, Shape, Told
from scrutable.demo.intake import files
from scrutable.kernel.periods import Month, Span


def shapes(council: Council) -> dict[tuple[str, str], Shape]:
    """Return each KPI's shape by contract and code."""
    seasons = {
        row["season"]: tuple(int(row[str(number)]) for number in range(1, 13))
        for row in files.rows(council, "seasons.csv")
    }
    return {
        (row["contract"], row["code"]): Shape(
            contract=row["contract"],
            code=row["code"],
            usual=files.decimal(row["usual"]),
            drift=Decimal(row["drift"] or 0),
            wobble=Decimal(row["wobble"] or 0),
            season=seasons.get(row["season"], ()),
            swing=Decimal(row["swing"] or 0),
            volume=int(row["volume"]) if row["volume"] else None,
            months=frozenset(int(number) for number in row["months"].split()),
        )
        for row in files.rows(council, "shapes.csv")
    }


def told(council: Council) -> tuple[Told, ...]:
    """Return what the story says of KPIs and months."""
    return tuple(
        Told(
            contract=row["contract"],
            code=row["code"],
            span=_span(row["first"], row["last"]),
            value=files.decimal(row["value"]),
            no_value=NoValue(row["no_value"]) if row["no_value"] else None,
            commentary=row["commentary"],
        )
        for row in files.rows(council, "told.csv")
    )


def returns_plan(council: Council) -> ReturnsPlan:
    """Return which returns there are, and which of them are out of the ordinary."""
    plan = files.table(council, "returns.toml")
    return ReturnsPlan(
        spans={code: _span(first, plan["last"][code]) for code, first in plan["first"].items()},
        attempts=tuple(
            Attempt(
                contract=entry["contract"],
                month=Month.parse(entry["month"]),
                at=files.in_london(entry["at"]),
                refused_at=files.in_london(entry["refused_at"]) if "refused_at" in entry else None,
                fault=entry.get("fault", ""),
                left_out=entry.get("left_out", {}),
            )
            for entry in plan["exception"]
        ),
        addenda=tuple(
            Addendum(
                contract=entry["contract"],
                month=Month.parse(entry["month"]),
                at=files.in_london(entry["at"]),
                misprints={code: Decimal(text) for code, text in entry["misprints"].items()},
                name=entry["name"],
            )
            for entry in plan["addendum"]
        ),
        senders={
            code: (Month.parse(entry["from"]), entry["by"])
            for code, entry in plan["senders"].items()
        },
    )


def _span(first: str, last: str) -> Span:
    return Span(Month.parse(first), Month.parse(last or first))
