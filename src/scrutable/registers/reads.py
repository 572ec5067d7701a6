"""Suppliers, contracts and policy as they were known."""

import json
import tomllib
from collections.abc import Mapping
from datetime import date
from functools import cache
from importlib.resources import files

from scrutable.audit.reads import as_known
from scrutable.registers import facts, models


class UnknownContract(Exception):
    """No contract has this code."""

    def __init__(self, code: str) -> None:
        super().__init__(f"There is no contract {code}. Check the code in the list of contracts.")


class UnknownSupplier(Exception):
    """No supplier has this reference."""

    def __init__(self, reference: str) -> None:
        super().__init__(f"There is no {reference}. Add the supplier first.")


def suppliers(known: int) -> list[facts.Supplier]:
    """Return every supplier by name."""
    rows = as_known(models.Supplier.objects.all(), known).order_by("name", "reference")
    return [_supplier(row) for row in rows]


def supplier(reference: str, known: int) -> facts.Supplier:
    """Return one supplier; raises UnknownSupplier."""
    row = as_known(models.Supplier.objects.filter(reference=reference), known).first()
    if row is None:
        raise UnknownSupplier(reference)
    return _supplier(row)


def contracts(known: int) -> list[facts.Contract]:
    """Return every contract by code, in two queries."""
    names = {firm.reference: firm for firm in suppliers(known)}
    rows = as_known(models.Contract.objects.all(), known).order_by("code")
    return [_contract(row, names[row.supplier]) for row in rows]


def contract(code: str, known: int) -> facts.Contract:
    """Return one contract; raises UnknownContract."""
    row = as_known(models.Contract.objects.filter(code=code), known).first()
    if row is None:
        raise UnknownContract(code)
    return _contract(row, supplier(row.supplier, known))


def policies(known: int) -> list[facts.Policy]:
    """Return every policy the council has set, by name and day."""
    rows = as_known(models.Policy.objects.all(), known).order_by("name", "effective_from")
    return [_policy(row) for row in rows]


def policy(name: str, as_at: date, known: int) -> dict[str, object]:
    """Return the policy in force on the day: the shipped default overlaid by what was set.

    Raises KeyError for a name that no policy has.
    """
    row = (
        as_known(models.Policy.objects.filter(name=name, effective_from__lte=as_at), known)
        .order_by("-effective_from")
        .first()
    )
    settled: dict[str, object] = json.loads(row.value) if row else {}
    return overlaid(defaults()[name], settled)


def council_name(as_at: date, known: int, otherwise: str) -> str:
    """Return the council's name by its own policy; `otherwise` while it has set none."""
    named = str(policy("council", as_at, known)["name"])
    return otherwise if named == defaults()["council"]["name"] else named


def overlaid(under: Mapping[str, object], over: Mapping[str, object]) -> dict[str, object]:
    """Return the settings with those above in place; a table of settings is overlaid in turn."""
    settled = dict(under)
    for key, value in over.items():
        beneath = under.get(key)
        if isinstance(value, dict) and isinstance(beneath, dict):
            settled[key] = overlaid(beneath, value)
        else:
            settled[key] = value
    return settled


@cache
def defaults() -> Mapping[str, Mapping[str, object]]:
    """Return the shipped policies by name, without who approved them and from when."""
    text = files("scrutable.registers").joinpath("definitions/policies.toml").read_text("utf-8")
    shipped: dict[str, dict[str, object]] = tomllib.loads(text)
    unprinted = ("approved_by", "effective_from")
    return {
        name: {key: value for key, value in values.items() if key not in unprinted}
        for name, values in shipped.items()
    }


def _supplier(row: models.Supplier) -> facts.Supplier:
    return facts.Supplier(reference=row.reference, name=row.name, version=row.event)


def _contract(row: models.Contract, firm: facts.Supplier) -> facts.Contract:
    return facts.Contract(
        code=row.code,
        title=row.title,
        supplier=firm,
        role=facts.Role(row.role),
        regime=facts.Regime(row.regime),
        start_on=row.start_on,
        end_on=row.end_on,
        services=tuple(row.services),
        critical_services=tuple(row.critical_services),
        value_pounds=row.value_pounds,
        extensions=tuple(_extension(option) for option in row.extensions),
        boards=tuple(facts.Board(**board) for board in row.boards),
        notice_by=row.notice_by,
        return_due_day=row.return_due_day,
        published_only=row.published_only,
        source=row.source,
        version=row.event,
    )


def _extension(option: Mapping[str, str | None]) -> facts.Extension:
    days = {name: date.fromisoformat(day) for name, day in option.items() if day}
    return facts.Extension(
        until=days["until"],
        exercise_by=days.get("exercise_by"),
        exercised_on=days.get("exercised_on"),
    )


def _policy(row: models.Policy) -> facts.Policy:
    return facts.Policy(
        name=row.name,
        effective_from=row.effective_from,
        value=row.value,
        approved_by=row.approved_by,
        version=row.event,
    )
