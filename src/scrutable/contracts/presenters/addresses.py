"""Where each record's page lies; pure. A test holds every address to the routes."""

from collections.abc import Callable, Mapping
from urllib.parse import quote

from scrutable.contracts.facts import Matter, Mitigation
from scrutable.kernel.periods import Month
from scrutable.kernel.references import REFERENCE, split


def contract_address(contract: str) -> str:
    """Return the address of the contract's page."""
    return f"/contracts/{contract}/"


def kpi_address(contract: str, code: str) -> str:
    """Return the address of the KPI's page."""
    return f"/contracts/{contract}/kpis/{code}/"


def month_address(contract: str, code: str, month: Month) -> str:
    """Return the address of a KPI's result for a month."""
    return f"/contracts/{contract}/kpis/{code}/{month}/"


def reason_address(contract: str, code: str, month: Month) -> str:
    """Return the address at which the reason for a KPI's month is given."""
    return f"{month_address(contract, code, month)}reason/"


def mitigation_address(mitigation: Mitigation) -> str:
    """Return the address of the mitigation's page."""
    return f"/mitigations/{mitigation.contract}/{mitigation.number}/"


def matter_address(matter: Matter) -> str:
    """Return the address of the service matter's page."""
    return f"/contracts/{matter.contract}/matters/{matter.number}/"


def credits_address(contract: str, month: Month) -> str:
    """Return the address of a month's credits with the sum worked through."""
    return f"/credits/{contract}/{month}/"


def trace_address(reference: str) -> str:
    """Return the address at which a record is traced to its file and to its reports."""
    return f"/trace/{quote(reference)}"


PAGES = {
    "contract": ("/contracts/{0}/", 1),
    "mitigation": ("/mitigations/{0}/{1}/", 2),
    "credits": ("/credits/{0}/{1}/", 2),
    "matter": ("/contracts/{0}/matters/{1}/", 2),
    "policy": ("/policy/{0}/", 1),
    "event": ("/log/{0}/", 1),
    "edition": ("/reports/{0}/", 1),
    "body": ("/bodies/{0}/", 1),
    "meeting": ("/meetings/{0}/", 1),
    "item": ("/meetings/{0}/items/{1}/", 2),
    "minutes": ("/minutes/{0}/", 1),
    "decision": ("/decisions/{0}/", 1),
    "commitment": ("/commitments/{0}/", 1),
    "question": ("/questions/{0}/{1}/", 2),
    "delegation": ("/delegations/{0}/", 1),
    "recommendation": ("/recommendations/{0}/", 1),
    "strategy": ("/strategies/{0}/", 1),
    "objective": ("/strategies/{0}/objectives/{1}/", 2),
    "transition": ("/outcomes/{0}/", 1),
    "outcome": ("/outcomes/{0}/{1}/", 2),
    "lesson": ("/lessons/{0}/", 1),
    "supplier": ("/suppliers/{0}/", 1),
    "update": ("/projects/updates/{0}/", 1),
    "agreement": ("/estate/agreements/{0}/", 1),
    "agreements": ("/estate/agreements/?as_at={0}", 1),
    "extract": ("/estate/extracts/{0}/{1}/", 2),
    "finding": ("/estate/findings/{0}/", 1),
    "initiative": ("/estate/initiatives/{0}/", 1),
    "initiatives": ("/estate/initiatives/?as_at={0}", 1),
    "licence": ("/estate/licences/product/{0}/", 1),
    "licences": ("/estate/licences/?as_at={0}", 1),
    "licence-statement": ("/estate/licences/statements/{0}/", 1),
    "system": ("/assurance/systems/{0}/", 1),
    "systems": ("/assurance/systems/?as_at={0}", 1),
    "public-service": ("/assurance/services/{0}/", 1),
    "issue": ("/assurance/issues/{0}/", 1),
    "issues": ("/assurance/issues/?as_at={0}", 1),
    "issues-of": ("/assurance/issues/?state={0}&priority={1}", 2),
    "claim": ("/assurance/claims/{0}/", 1),
    "claims": ("/assurance/?as_at={0}", 1),
}
OF_A_PRODUCT = 3  # parts of licence/<product>/<metric>/<day>
BENEFIT = "benefit"


def record_address(reference: str) -> str:
    """Return the page of the record itself, or the trace of one that has no page of its own."""
    if not REFERENCE.fullmatch(reference):  # such as that of the licences of C++
        return trace_address(reference)
    kind, *parts = split(reference)
    own = OWN.get(kind)
    address = own(parts) if own else ""
    if address:
        return address
    pattern, wanted = PAGES.get(kind, ("", 0))
    if pattern and len(parts) == wanted:
        return pattern.format(*parts)
    return trace_address(reference)


def _kpi_address(parts: list[str]) -> str:
    if len(parts) == 2:
        return kpi_address(*parts)
    return month_address(parts[0], parts[1], Month.parse(parts[2])) if len(parts) == 3 else ""


def _licence_address(parts: list[str]) -> str:
    """Return the page of the product, on which each of its days stands too."""
    pattern, _ = PAGES["licence"]
    return pattern.format(parts[0]) if len(parts) == OF_A_PRODUCT else ""


def _estate_address(parts: list[str]) -> str:
    """Return the sums of the day, at the part that is named, or a supplier’s own page."""
    if len(parts) == 1:
        return "/estate/"
    part, day, *rest = parts
    if rest[:1] == ["supplier"] and len(rest) > 1:
        return f"/estate/suppliers/{rest[1]}/?as_at={day}"
    return f"/estate/?as_at={day}#{part}"


def needed_address(reference: str) -> str:
    """Return where somebody does what is needed of a record: of findings, their work list.

    >>> needed_address("estate/accounts/2026-09-30/leaver_open")
    '/estate/findings/?part=accounts&fault=leaver_open'
    """
    kind, *parts = reference.split("/")
    if kind == "estate" and len(parts) == 3:
        return f"/estate/findings/?part={parts[0]}&fault={parts[2]}"
    return record_address(reference)


def _project_address(parts: list[str]) -> str:
    """Return the page of a project or of its benefit; of anything else of a project, none."""
    if len(parts) == 1:
        return f"/projects/{parts[0]}/"
    if len(parts) == 3 and parts[1] == BENEFIT:
        return f"/benefits/{parts[0]}-{parts[2]}/"
    return ""


OWN: Mapping[str, Callable[[list[str]], str]] = {
    "kpi": _kpi_address,
    "delegation": lambda parts: PAGES["delegation"][0].format(parts[0]),  # a use stands there too
    "portfolio": lambda _parts: "/projects/",
    "project": _project_address,
    "estate": _estate_address,
    "licence": _licence_address,
}
