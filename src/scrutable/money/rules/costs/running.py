"""An allocation made from cost lines, steps and drivers as they stand; pure.

What a step has not emptied stays: a pool that has costs and no step is a residue, never an area.
"""

import hashlib
import json
from collections.abc import Collection, Iterable, Mapping, Sequence

from scrutable.money.facts import (
    Allocated,
    Allocation,
    AllocationRun,
    AllocationStep,
    CostDriver,
    CostLoad,
    Residue,
    StepTaken,
)
from scrutable.money.rules.allocating import allocated
from scrutable.money.rules.costs.refusing import ordered

NO_STEP = "no step empties it"


def taken_steps(
    steps: Iterable[AllocationStep], drivers: Mapping[str, CostDriver]
) -> tuple[StepTaken, ...]:
    """Return the steps of a year that are taken, each with the versions that it rests on."""
    return tuple(
        StepTaken(one.number, one.pool, one.driver, one.version, drivers[one.driver].version)
        for one in sorted(steps, key=lambda step: step.number)
        if not one.dropped and one.driver in drivers
    )


def digest_of(load: CostLoad, pools: Collection[str], steps: Sequence[StepTaken]) -> str:
    """Return what is the same for the same lines, steps and drivers, and for no others."""
    said = [
        load.year,
        load.version,
        sorted(pools),
        [(one.number, one.pool, one.driver, one.step, one.version) for one in steps],
    ]
    return hashlib.sha256(json.dumps(said, separators=(",", ":")).encode()).hexdigest()


def allocation_run(
    load: CostLoad,
    put: Mapping[str, int],
    steps: Sequence[AllocationStep],
    drivers: Mapping[str, CostDriver],
    pools: Collection[str],
) -> AllocationRun:
    """Return the allocation of a year's lines, not numbered yet; raises UnorderedSteps."""
    found = kept_apart(allocated(put.items(), ordered(steps, drivers)), pools)
    taken = taken_steps(steps, drivers)
    return AllocationRun(
        year=load.year,
        number=0,
        inputs=digest_of(load, pools, taken),
        load=load.version,
        put_in=found.put_in,
        put=tuple(Allocated(place, pence) for place, pence in sorted(put.items())),
        steps=taken,
        shares=found.shares,
        areas=found.areas,
        residues=found.residues,
    )


def kept_apart(found: Allocation, pools: Collection[str]) -> Allocation:
    """Return the allocation with pools that no step empties among the residues."""
    left = tuple(
        Residue(one.area, one.pence, NO_STEP)
        for one in found.areas
        if one.area in pools and one.pence
    )
    return Allocation(
        put_in=found.put_in,
        shares=found.shares,
        areas=tuple(one for one in found.areas if one.area not in pools),
        residues=(*found.residues, *left),
    )
