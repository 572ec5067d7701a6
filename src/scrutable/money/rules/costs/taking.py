"""Cost lines out of the ledger, by the pool of each budget line; pure."""

from collections.abc import Mapping, Sequence

from scrutable.evidence.facts import RowError
from scrutable.money.facts import CostLine, CostsRead, LineToPool, Spending


def lines_of_ledger(
    year: int, spent: Sequence[Spending], pools: Mapping[str, LineToPool]
) -> tuple[CostsRead, int]:
    """Return a line for each budget line of the ledger, and what is no cost of IT, in pence.

    A budget line of which nobody said where it belongs is a fault.
    """
    lines: list[CostLine] = []
    errors: list[RowError] = []
    left_out = 0
    for row, one in enumerate(sorted(spent, key=lambda each: each.line), 1):
        to = pools.get(one.line)
        if to is None:
            fault = f"Nobody has said to which pool budget line {one.line} belongs"
            errors.append(RowError(one.line, fault, "name the pool, or say why it is none of IT"))
        elif not to.pool:
            left_out += one.pence
        else:
            lines.append(
                CostLine(
                    year=year,
                    row=row,
                    code=one.line,
                    place=to.pool,
                    pence=one.pence,
                    text=f"Ledger, {one.rows:,} {'row' if one.rows == 1 else 'rows'}",
                )
            )
    return CostsRead(lines=tuple(lines), errors=tuple(errors)), left_out


def held_against(pence: int, control: int | None) -> list[RowError]:
    """Return how far the lines are from the total that somebody gave."""
    if control is None or pence == control:
        return []
    off = pence - control
    fault = (
        f"The lines come to £{pence / 100:,.2f}, £{abs(off) / 100:,.2f} "
        f"{'more' if off > 0 else 'less'} than the total given"
    )
    return [RowError("", fault, "send the whole file, or correct the total")]
