"""A demonstration's whole story, read from its data files."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

from scrutable.contracts.facts import KpiDefinition
from scrutable.demo.facts import (
    Council,
    Happening,
    KpiDefined,
    ReportWritten,
    Story,
)
from scrutable.demo.intake import (
    agreed,
    costs,
    councillors,
    deciding,
    estate,
    files,
    ledger,
    made,
    projects,
    promises,
    published,
    recorded,
    register,
    sittings,
)
from scrutable.demo.rules.telling import Figures, in_order, returns
from scrutable.kernel.periods import Month
from scrutable.kernel.wording import LONDON

OFFICER = "a.patel"
OPENED_AT = datetime(2023, 9, 18, 9, tzinfo=LONDON)


def story(council: Council) -> Story:
    """Return everything that happens in a demonstration, in order, and the report at its end."""
    told = files.table(council, "reports.toml")
    happenings = _westmere(council) if council is Council.WESTMERE else published.published()
    reports = (
        Happening(at=files.in_london(entry["at"]), by=entry.get("by", OFFICER), what=_report(entry))
        for entry in told["report"]
    )
    return Story(
        council=council,
        council_name=told["council_name"],
        happenings=in_order([*happenings, *reports], files.in_london(told["today"])),
        file_name=told["file_name"],
        digest=files.digest(council),
    )


def latest_definitions(happenings: list[Happening]) -> dict[str, list[KpiDefinition]]:
    """Return each contract's KPIs as they were last defined, in the order of the first time."""
    latest: dict[tuple[str, str], KpiDefinition] = {}
    for happening in happenings:
        if isinstance(happening.what, KpiDefined):
            kpi = happening.what.definition
            latest[kpi.contract, kpi.code] = kpi
    by_contract: dict[str, list[KpiDefinition]] = {}
    for kpi in latest.values():
        by_contract.setdefault(kpi.contract, []).append(kpi)
    return by_contract


def westmere_figures() -> Figures:
    """Return what Westmere's figures are made from."""
    council = Council.WESTMERE
    return Figures(
        definitions=latest_definitions(list(register.kpis(council))),
        shapes=made.shapes(council),
        told=made.told(council),
    )


def _westmere(council: Council) -> Iterator[Happening]:
    yield from register.register(council, OPENED_AT)
    yield from register.kpis(council)
    yield from agreed.agreed(council)
    yield from agreed.charges(council)
    yield from agreed.reasons(council)
    yield from returns(made.returns_plan(council), westmere_figures())
    for told in (
        *PROJECTS,
        *MEETINGS,
        estate.extracts,
        estate.said,
        costs.costs,
        ledger.ledgers,
        councillors.councillors,
    ):
        yield from told(council)


def _report(entry: Mapping[str, Any]) -> ReportWritten:
    return ReportWritten(
        kind=entry["kind"],
        about=entry["about"],
        first=Month.parse(entry["first"]) if "first" in entry else None,
        as_at=entry["as_at"],
        author=entry["author"],
        put_to=entry.get("put_to", ""),
        meeting=entry.get("meeting", ""),
        commentary=entry.get("commentary", {}),
        is_issued=entry["is_issued"],
    )


PROJECTS: Sequence[Callable[[Council], Iterator[Happening]]] = (
    projects.projects,
    projects.dates,
    projects.statuses,
    projects.updates,
    recorded.records,
    recorded.looks,
)
MEETINGS: Sequence[Callable[[Council], Iterator[Happening]]] = (
    sittings.bodies,
    sittings.meetings,
    sittings.agendas,
    sittings.attendances,
    sittings.minutes,
    promises.answers,
    promises.steps,
    promises.questions,
    promises.wanted,
    promises.programme,
    deciding.decisions,
    deciding.papers,
    deciding.delegations,
    deciding.recommendations,
)
