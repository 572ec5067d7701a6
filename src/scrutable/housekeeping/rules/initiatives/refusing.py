"""Why something is no initiative; pure."""

from collections.abc import Iterator, Sequence
from datetime import date

from scrutable.evidence.facts import RowError
from scrutable.housekeeping.facts import Counts, Initiative
from scrutable.housekeeping.rules.initiatives.naming import FAULTS, LINES
from scrutable.records.rules import missing, refusals_of, refusals_on, to_come


@refusals_of.register
def _(of: Initiative) -> Sequence[RowError]:
    found = missing(of, title="the title", owner="the owner")
    return [*found, *_measure(of), *_way(of), *_price(of)]


def _measure(of: Initiative) -> Iterator[RowError]:
    lines, faults = LINES[of.part], FAULTS[of.part]
    named = {
        Counts.ALL: frozenset({""}),
        Counts.LINE: lines,
        Counts.FAULT: faults,
        Counts.COST: lines | faults,
    }[of.counts]
    if of.name not in named:
        said = of.name or "Nothing"
        remedy = "choose another measure, or another part"
        yield RowError("name", f"“{said}” is not counted so of {of.part.value}", remedy)


def _way(of: Initiative) -> Iterator[RowError]:
    if of.due <= of.baseline_on:
        yield RowError("due", "It is due before it begins", "give a day after that of the baseline")
    if of.target == of.baseline:
        yield RowError("target", "The target is where it begins", "enter what is to be reached")
    for name in ("baseline", "target"):
        if getattr(of, name) < 0:
            yield RowError(name, "It is less than nothing", "enter nought or more")


def _price(of: Initiative) -> Iterator[RowError]:
    if of.each_pounds is not None and of.each_pounds <= 0:
        yield RowError("each_pounds", "A price is more than nothing", "leave it empty if unknown")
    if of.each_pounds is not None and not of.priced_by.strip():
        remedy = "name the contract or the invoice"
        yield RowError("priced_by", "Where the price is written is missing", remedy)
    if of.each_pounds is not None and of.counts is Counts.COST:
        remedy = "leave the price empty"
        yield RowError("each_pounds", "A cost is measured in pounds already", remedy)
    if of.each_pounds is not None and not of.is_less:
        remedy = "leave the price empty"
        yield RowError("each_pounds", "What becomes more saves nothing by its number", remedy)


@refusals_on.register
def _(of: Initiative, today: date) -> Sequence[RowError]:
    found = to_come("baseline_on", of.baseline_on, today)
    found += to_come("stopped_on", of.stopped_on, today)
    if of.stopped_on is not None and not of.stopped_why.strip():
        found.append(RowError("stopped_why", "Why it was stopped is missing", "enter it"))
    return found
