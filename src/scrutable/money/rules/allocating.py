"""Cost pools emptied into areas, to the penny; pure.

A pool is split by largest remainder: each target gets its share rounded down, and the pennies left
go one each to those that lost most by it, of equal ones to the first by name.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from decimal import Decimal
from math import lcm

from scrutable.kernel.money import to_the_penny
from scrutable.money.facts import Allocated, Allocation, Residue, Share, Step

NO_WEIGHT = "the driver has no weight anywhere"


class UnorderedSteps(ValueError):
    """A step gives to a pool that is empty already, or two empty the same pool."""


def split(pence: int, weights: Mapping[str, Decimal]) -> dict[str, int]:
    """Return the pence by target; they add up exactly. Weights that are nought get nothing.

    Raises ValueError of a negative weight, and where there is no weight at all.
    """
    if any(weight < 0 for weight in weights.values()):
        raise ValueError("a weight is never below nought")
    parts = _whole_numbers(weights)
    whole = sum(parts.values())
    if not whole:
        raise ValueError(NO_WEIGHT)
    sign, amount = (-1 if pence < 0 else 1), abs(pence)
    given = {to: amount * part // whole for to, part in parts.items()}
    left = amount - sum(given.values())
    if left:
        lost = sorted(parts, key=lambda name: (-(amount * parts[name] % whole), name))
        for to in lost[:left]:
            given[to] += 1
    return {to: sign * share for to, share in given.items()}


def _whole_numbers(weights: Mapping[str, Decimal]) -> dict[str, int]:
    """Return the weights that are not nought as whole numbers that stand to one another alike."""
    ratios = {to: weight.as_integer_ratio() for to, weight in weights.items() if weight}
    times = lcm(*(under for _, under in ratios.values())) if ratios else 1
    return {to: over * (times // under) for to, (over, under) in ratios.items()}


def allocated(costs: Iterable[tuple[str, int]], steps: Sequence[Step]) -> Allocation:
    """Return where every penny went; `costs` are pools or areas with pence, as often as they come.

    What is put straight to an area stays there. Raises UnorderedSteps.
    """
    check_order(steps)
    emptied = {step.pool for step in steps}
    held: dict[str, int] = defaultdict(int)
    put_in = 0
    for place, pence in costs:
        held[place] += pence
        put_in += pence
    shares: list[Share] = []
    residues: list[Residue] = []
    for step in steps:
        pence = held.pop(step.pool, 0)
        if not pence:
            continue
        if not any(step.weights.values()):
            residues.append(Residue(step.pool, pence, NO_WEIGHT))
            continue
        for target, share in sorted(split(pence, step.weights).items()):
            held[target] += share
            shares.append(Share(step.pool, target, share))
    assert not emptied & held.keys()  # noqa: S101  (the order was checked)
    return Allocation(
        put_in=put_in,
        shares=tuple(shares),
        areas=tuple(Allocated(area, pence) for area, pence in sorted(held.items())),
        residues=tuple(residues),
    )


def unit_cost(pence: int, units: Decimal) -> Decimal | None:
    """Return the pounds of one unit, to the penny; None where there is no unit."""
    if not units:
        return None
    return to_the_penny(Decimal(pence) / units / 100)


def check_order(steps: Sequence[Step]) -> None:
    """Raise UnorderedSteps where a pool is emptied twice, or given to when it is empty."""
    done: set[str] = set()
    for step in steps:
        if step.pool in done:
            raise UnorderedSteps(f"Two steps empty {step.pool}. Give it one.")
        if backwards := sorted(({step.pool} | done) & step.weights.keys()):
            raise UnorderedSteps(
                f"{step.pool} gives to {backwards[0]}, which is empty by then. Put it earlier."
            )
        done.add(step.pool)
