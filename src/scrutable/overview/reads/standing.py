"""How far the council has been set up, and its newest reports."""

from scrutable.access import reads as access
from scrutable.access.facts import Role
from scrutable.contracts import reads as contracts
from scrutable.overview.facts import Newest, Standing
from scrutable.registers import reads as registers
from scrutable.registers.facts import Contract
from scrutable.reports import reads as reports


def standing(known: int, seen: list[Contract]) -> Standing:
    """Return how many there are of each thing that a first report needs."""
    codes = [contract.code for contract in seen]
    return Standing(
        has_policy=bool(registers.policies(known)),
        has_manager=access.anyone_in(Role.CONTRACT_MANAGER),
        suppliers=len(registers.suppliers(known)),
        contracts=len(codes),
        kpis=sum(len(contracts.definitions(code, known)) for code in codes),
        returns=sum(len(contracts.returns(code, known)) for code in codes),
        reports=sum(edition.is_frozen for edition in reports.editions()),
        only_published=bool(seen) and all(contract.published_only for contract in seen),
    )


def newest_reports(seen: list[Contract], number: int = 3) -> list[Newest]:
    """Return the reports frozen last."""
    codes = {contract.code for contract in seen}
    frozen = [
        one
        for one in reports.editions()
        if one.is_frozen and (not one.contract or one.contract in codes)
    ]
    return [
        Newest(name=one.name, title=one.title, frozen_at=one.frozen_at) for one in frozen[:number]
    ]
