"""Everything of the estate for programs: the same reads and writes as the pages."""

from collections.abc import Mapping
from http import HTTPStatus

from scrutable.housekeeping import reads, writes
from scrutable.housekeeping.api import (
    agreements,
    buying,
    extracts,
    findings,
    initiatives,
    licences,
)
from scrutable.housekeeping.api.meanings import meaning
from scrutable.housekeeping.rules.orders import UnfitLimit
from scrutable.records.reads import UnknownRecord
from scrutable.records.writes import UnfitRecord, WrittenMeanwhile

ROUTERS = (
    extracts.router,
    findings.router,
    licences.router,
    agreements.router,
    buying.router,
    initiatives.router,
)
NOT_THERE = (UnknownRecord,)
IN_THE_WAY = (reads.NoExtract, writes.EarlierSnapshot, UnfitLimit, WrittenMeanwhile)
UNFIT = (reads.NoMapping, UnfitRecord)
REFUSALS: Mapping[type[Exception], HTTPStatus] = {
    **dict.fromkeys(NOT_THERE, HTTPStatus.NOT_FOUND),
    **dict.fromkeys(UNFIT, HTTPStatus.UNPROCESSABLE_ENTITY),
    **dict.fromkeys(IN_THE_WAY, HTTPStatus.CONFLICT),
}

__all__ = ["REFUSALS", "ROUTERS", "meaning"]
