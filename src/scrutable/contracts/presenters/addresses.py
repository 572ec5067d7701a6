"""Where each record's page lies; pure. A test holds every address to the routes."""

from scrutable.contracts.facts import Matter, Mitigation
from scrutable.kernel.periods import Month
from scrutable.kernel.references import split


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
    return f"/trace/{reference}"


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
}
BENEFIT = "benefit"


def record_address(reference: str) -> str:
    """Return the page of the record itself, or the trace of one that has no page of its own."""
    kind, *parts = split(reference)
    if kind == "kpi" and len(parts) == 2:
        return kpi_address(*parts)
    if kind == "kpi" and len(parts) == 3:
        return month_address(parts[0], parts[1], Month.parse(parts[2]))
    if kind == "delegation":
        parts = parts[:1]  # a use stands on the page of its delegation
    if kind == "portfolio":
        return "/projects/"
    if kind == "project":
        return _project_address(reference, parts)
    pattern, wanted = PAGES.get(kind, ("", 0))
    if pattern and len(parts) == wanted:
        return pattern.format(*parts)
    return trace_address(reference)


def _project_address(reference: str, parts: list[str]) -> str:
    """Return the page of a project or of its benefit; of anything else of a project, the trace."""
    if len(parts) == 1:
        return f"/projects/{parts[0]}/"
    if len(parts) == 3 and parts[1] == BENEFIT:
        return f"/benefits/{parts[0]}-{parts[2]}/"
    return trace_address(reference)
