"""From a reference to what was recorded of the estate under it, in every version."""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import Any

from scrutable.housekeeping import facts
from scrutable.housekeeping.facts import PartOfEstate
from scrutable.records.facts import Record
from scrutable.records.reads import versions

DAY = r"(?P<as_at>\d{4}-\d\d-\d\d)"
ORDERS = rf"estate/orders/{DAY}"
KEY = r"(?P<product>.+)"
METRICS = "|".join(metric.value for metric in facts.Metric)
KINDS: Mapping[str, type[Record]] = {
    rf"extract/(?P<kind>[a-z_]+)/{DAY}": facts.Extract,
    r"mapping/(?P<kind>[a-z_]+)/(?P<name>[^/]+)": facts.SavedMapping,
    rf"estate/(?P<part>[a-z]+)/{DAY}": facts.Snapshot,
    rf"{ORDERS}/supplier/(?P<supplier>[^/]+)": facts.SupplierSpend,
    rf"{ORDERS}/contract/(?P<code>.+)": facts.ContractSpend,
    rf"{ORDERS}/(?P<month>\d{{4}}-\d\d)/(?P<line>[a-z_]+)": facts.InvoiceMonth,
    r"finding/(?P<number>\d+)": facts.Finding,
    r"finding/(?P<finding>\d+)/handling": facts.Handling,
    r"agreement/(?P<code>[^/]+)": facts.Agreement,
    r"agreement/(?P<agreement>[^/]+)/renewal/(?P<number>\d+)": facts.Renewal,
    r"agreement/(?P<agreement>[^/]+)/ran-on/(?P<since>\d{4}-\d\d-\d\d)": facts.Cure,
    rf"licence/{KEY}/(?P<metric>{METRICS})/{DAY}": facts.LicencePosition,
    rf"licence/{KEY}/(?P<why>[a-z_]+)/{DAY}": facts.LicenceGap,
    rf"licences/{DAY}": facts.LicenceCoverage,
    rf"entitlement/{DAY}/(?P<row>\d+)": facts.LicenceTerm,
    r"licence-statement/(?P<number>\d+)": facts.LicenceStatement,
    r"product/(?P<name>.+)": facts.SoftwareProduct,
    r"initiative/(?P<code>[^/]+)": facts.Initiative,
}
NUMBERS = frozenset({"number", "row", "finding"})
DAYS = frozenset({"as_at", "since"})


def recorded(reference: str, known: int) -> list[Record]:
    """Return everything that was recorded under the reference by then, oldest first.

    Nothing where nothing was; raises ValueError where a day in it is none.
    """
    for pattern, kind in KINDS.items():
        found = re.fullmatch(pattern, reference)
        if found:
            return list(versions(kind, known, **_key(found.groupdict())))
    return []


def _key(said: Mapping[str, str]) -> dict[str, Any]:
    return {name: _stored(name, text) for name, text in said.items()}


def _stored(name: str, text: str) -> object:
    if name in DAYS:
        return date.fromisoformat(text)
    if name == "month":
        return date.fromisoformat(f"{text}-01")
    return int(text) if name in NUMBERS else text


def above(one: Record) -> str:
    """Return the reference of what the record is a part of; "" of what stands by itself."""
    named = next((name for kinds, name in ABOVE if isinstance(one, kinds)), None)
    return named(one) if named else ""


def _of_part(part: PartOfEstate) -> Callable[[Any], str]:
    return lambda one: f"estate/{part.value}/{one.as_at.isoformat()}"


ABOVE: Sequence[tuple[tuple[type[Record], ...], Callable[[Any], str]]] = (
    ((facts.Renewal, facts.Cure), lambda one: f"agreement/{one.agreement}"),
    ((facts.Handling,), lambda one: facts.finding_reference(one.finding)),
    ((facts.Finding,), lambda one: _of_part(one.part)(one)),
    (
        (facts.LicencePosition, facts.LicenceGap, facts.LicenceTerm, facts.LicenceStatement),
        lambda one: f"licences/{one.as_at.isoformat()}",
    ),
    ((facts.LicenceCoverage,), _of_part(PartOfEstate.LICENCES)),
    ((facts.SupplierSpend, facts.ContractSpend, facts.InvoiceMonth), _of_part(PartOfEstate.ORDERS)),
)
