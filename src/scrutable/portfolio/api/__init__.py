"""Everything of the portfolio for programs: the same reads and writes as the pages."""

from collections.abc import Mapping
from http import HTTPStatus

from scrutable.portfolio import reads, writes
from scrutable.portfolio.api import (
    benefits,
    capacity,
    dates,
    lessons,
    money,
    outcomes,
    processes,
    projects,
    strategies,
    suppliers,
    updates,
)
from scrutable.portfolio.api.meanings import meaning
from scrutable.registers.reads import UnknownSupplier

ROUTERS = (
    projects.router,
    dates.router,
    money.router,
    benefits.router,
    strategies.router,
    outcomes.router,
    lessons.router,
    capacity.router,
    processes.router,
    suppliers.router,
    updates.router,
)
NOT_THERE = (
    reads.UnknownMilestone,
    reads.UnknownProject,
    reads.UnknownRecord,
    reads.UnknownUpdate,
)
IN_THE_WAY = (writes.WrittenMeanwhile,)
UNFIT = (
    UnknownSupplier,
    writes.UnfitMove,
    writes.UnfitProject,
    writes.UnfitRecord,
    writes.UnfitStatus,
)
REFUSALS: Mapping[type[Exception], HTTPStatus] = {
    **dict.fromkeys(NOT_THERE, HTTPStatus.NOT_FOUND),
    **dict.fromkeys(UNFIT, HTTPStatus.UNPROCESSABLE_ENTITY),
    **dict.fromkeys(IN_THE_WAY, HTTPStatus.CONFLICT),
}

__all__ = ["REFUSALS", "ROUTERS", "meaning"]
