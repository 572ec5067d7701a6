"""The cost of IT by area: what is refused, how it is made, what it comes to; pure."""

from scrutable.money.rules.costs.attending import costs_attention, year_words
from scrutable.money.rules.costs.comparing import between, compared
from scrutable.money.rules.costs.refusing import (
    Beside,
    clashing,
    ordered,
    refusals_of_charge,
    refusals_of_count,
    refusals_of_driver,
    refusals_of_step,
    unknown_area,
    unknown_pool,
)
from scrutable.money.rules.costs.running import allocation_run, digest_of, taken_steps
from scrutable.money.rules.costs.summing import (
    area_costs,
    cost_of_pools,
    covers,
    gave,
    given,
    nameless,
    pool_costs,
    unit_costs,
)
from scrutable.money.rules.costs.taking import held_against, lines_of_ledger

__all__ = [
    "Beside",
    "allocation_run",
    "area_costs",
    "between",
    "clashing",
    "compared",
    "cost_of_pools",
    "costs_attention",
    "covers",
    "digest_of",
    "gave",
    "given",
    "held_against",
    "lines_of_ledger",
    "nameless",
    "ordered",
    "pool_costs",
    "refusals_of_charge",
    "refusals_of_count",
    "refusals_of_driver",
    "refusals_of_step",
    "taken_steps",
    "unit_costs",
    "unknown_area",
    "unknown_pool",
    "year_words",
]
