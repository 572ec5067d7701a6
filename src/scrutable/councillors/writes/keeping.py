"""Records about one councillor: kept like any other, but the log never says what they hold."""

from typing import NoReturn, TypeVar

from scrutable.audit.writes import Change
from scrutable.evidence.facts import RowError
from scrutable.kernel.wording import london_day
from scrutable.records import rules
from scrutable.records.facts import Record
from scrutable.records.writes import UnfitRecord, keep_all
from scrutable.records.writes.fitting import refusals_of_columns

Kind = TypeVar("Kind", bound=Record)


def kept_quietly(of: Kind, under_way: Change) -> Kind:
    """Keep it under the event, whose body stays empty; raises UnfitRecord."""
    lacking = refusals_of_columns(of) or [
        *rules.refusals_of(of),
        *rules.refusals_on(of, london_day(under_way.at)),
    ]
    if lacking:
        raise UnfitRecord(lacking)
    (done,) = keep_all([of], under_way)
    if not isinstance(done, type(of)):
        raise TypeError(done)
    return done


def refuse(place: str, fault: str, remedy: str) -> NoReturn:
    """Say why it cannot be kept."""
    raise UnfitRecord([RowError(place, fault, remedy)])
