"""Owners of commitments and where their letters go; pure."""

from collections.abc import Mapping, Sequence
from decimal import Decimal
from urllib.parse import urlencode

from scrutable.govuk.facts import Cell, Column, Table, Tag
from scrutable.kernel.wording import number_words
from scrutable.meetings.facts import Commitment, Standing
from scrutable.meetings.rules.promises import is_open

EMPTY = (
    "Nobody owes anything yet. Each owner of a commitment stands here, with the address at which "
    "letters reach them."
)
Stood = Sequence[tuple[Commitment, Standing]]


def title(found: Stood, addresses: Mapping[str, str]) -> str:
    """Return the finding: how many owners no letter reaches."""
    missing = sum(owner.casefold() not in addresses for owner in _open_ones(found))
    if not missing:
        return "Letters reach every owner"
    owners = "owner" if missing == 1 else "owners"
    return f"No letter reaches {number_words(missing)} {owners}"


def owner_table(found: Stood, addresses: Mapping[str, str]) -> Table:
    """Return each owner with how much they owe; those without an address first."""
    open_ones = _open_ones(found)
    names = {stands.owner for _, stands in found} - {""}
    ordered = sorted(names, key=lambda name: (name.casefold() in addresses, name.casefold()))
    rows = []
    for name in ordered:
        address = addresses.get(name.casefold(), "")
        owed = open_ones.get(name, 0)
        href = f"/commitments/owners/set/?{urlencode({'owner': name})}"
        rows.append(
            (
                Cell(name, href=f"/commitments/?{urlencode({'owner': name})}"),
                Cell(address, href=href)
                if address
                else Cell("Set an address", href=href, tags=(Tag("No address", "red", "■"),)),
                Cell(f"{owed:,}", number=Decimal(owed)),
            )
        )
    return Table(
        name="owners",
        caption="Owners",
        columns=(
            Column("owner", "Owner"),
            Column("address", "Letters go to"),
            Column("owed", "Waiting for an answer", numeric=True),
        ),
        rows=tuple(rows),
        empty=EMPTY,
    )


def _open_ones(found: Stood) -> dict[str, int]:
    counted: dict[str, int] = {}
    for _, stands in found:
        if is_open(stands.state) and stands.owner:
            counted[stands.owner] = counted.get(stands.owner, 0) + 1
    return counted
