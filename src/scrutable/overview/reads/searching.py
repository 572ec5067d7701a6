"""Finding a record by a few of its words or any spelling of its code."""

from collections.abc import Collection, Iterator, Sequence
from itertools import chain, islice

from scrutable.access.facts import Permission, Role
from scrutable.access.rules import may
from scrutable.audit.reads import Resting
from scrutable.contracts import reads as contracts
from scrutable.kernel.references import canonical_code
from scrutable.overview.facts import Hit
from scrutable.overview.reads.attending import ON_CONTRACTS, ON_MEETINGS
from scrutable.overview.reads.searching_estate import finding_numbered, of_estate
from scrutable.overview.reads.searching_meetings import of_meetings
from scrutable.overview.reads.searching_pages import SOUGHT
from scrutable.overview.reads.searching_portfolio import of_portfolio
from scrutable.overview.reads.sought import Sought, sought
from scrutable.registers.facts import Contract
from scrutable.reports import reads as reports

MOST_HITS = 100
FEWEST_LETTERS = 2
CONTRACTS: Resting[tuple[Sought, ...]] = Resting(ON_CONTRACTS, 16)  # by the contracts seen
MEETINGS: Resting[tuple[Sought, ...]] = Resting(ON_MEETINGS)


def search(
    words: str, *, among: Sequence[Contract], known: int, role: Role | None = None
) -> list[Hit]:
    """Return the records in which every word occurs, contracts first; at most a hundred.

    Looks through the contracts given, their suppliers, KPIs, mitigations and service matters,
    the editions that the role sees, projects and all that hangs on them, the estate, and what
    bodies met about, decided and were promised; without a role, as in the terminal, all editions
    and nothing exempt. A KPI's code is found in all its spellings, a finding by its number alone.
    Fewer than two letters find nothing.
    """
    if len(words.strip()) < FEWEST_LETTERS:
        return []
    wanted = words.casefold().split()
    code = canonical_code(words)
    found = (
        one.hit
        for one in everything_sought(among, known, role)
        if all(word in one.text for word in wanted)
        or (code and one.hit.reference.endswith(f"/{code}"))
    )
    return list(islice(chain(finding_numbered(words, known, role), found), MOST_HITS))


def everything_sought(among: Sequence[Contract], known: int, role: Role | None) -> Iterator[Sought]:
    """Yield all that a search looks through, in the order in which it is shown."""
    codes = tuple(contract.code for contract in among)
    yield from CONTRACTS.of(known, codes, lambda: sought(_contracts(among, known)))
    yield from sought(_reports(codes, role))
    if role is None or may(role, Permission.VIEW_PROJECTS):
        yield from SOUGHT
        yield from of_portfolio(known)
    if role is None or may(role, Permission.VIEW_ESTATE):
        yield from of_estate(known)
    if role is None or may(role, Permission.VIEW_MEETINGS):
        closed = role is not None and may(role, Permission.VIEW_EXEMPT)
        yield from MEETINGS.of(known, closed, lambda: sought(of_meetings(known, closed=closed)))


def _contracts(among: Sequence[Contract], known: int) -> Iterator[Hit]:
    for contract in among:
        firm = contract.supplier.name
        yield Hit("Contract", contract.reference, contract.title, f"{contract.code}, {firm}")
    for contract in among:
        yield from _of_contract(contract, known)


def _of_contract(contract: Contract, known: int) -> Iterator[Hit]:
    titles = {}
    for kpi in contracts.definitions(contract.code, known):
        titles[kpi.code] = kpi.title
        yield Hit("KPI", kpi.reference, kpi.title, f"{kpi.code}, {kpi.service}")
    for item in contracts.mitigations(contract.code, known):
        title = f"Mitigation of {titles.get(item.code, item.code)}"
        yield Hit("Mitigation", item.reference, title, item.reason)
    for matter in contracts.matters(contract.code, known):
        yield Hit("Service matter", matter.reference, matter.title, matter.owner)


def _reports(contracts: Collection[str], role: Role | None) -> Iterator[Hit]:
    """Yield the editions about those contracts, and about decisions, that the role sees."""
    for edition in reports.editions():
        is_among = not edition.contract or edition.contract in contracts
        if is_among and (role is None or reports.sees(role, edition)):
            said = edition.span.words if edition.span else edition.code
            yield Hit("Report", edition.reference, edition.title, said)
