"""How much hangs on each supplier, as a report says it; pure."""

from scrutable.documents.blocks import Block, Heading, KeyFigure, Run
from scrutable.documents.saying import numbered, plain
from scrutable.kernel.money import money_exact
from scrutable.kernel.wording import count_words, list_words
from scrutable.portfolio.compose.dependence_tables import charts, supplier_table
from scrutable.portfolio.compose.saying import cite, figure, period_at
from scrutable.portfolio.facts import Dependence, DependenceOn, SupplierShare
from scrutable.portfolio.presenters.dependence.saying import (
    carries,
    largest_of,
    points_words,
    prime_words,
    share_words,
)

ANCHOR = "dependence"
METHOD = (
    (
        "A contract’s stated value is spread evenly over the months that it runs, extensions "
        "taken up counted; twelve of those months are its yearly value, to the pound, which "
        "counts on every day on which the contract is in force. A contract without a stated "
        "value is counted apart and in no share."
    ),
    (
        "Shares of value are rounded to one decimal so that they come to a hundred: what "
        "rounding down leaves goes to those that lost most by it."
    ),
    (
        "A project counts, while it runs, for each of its suppliers, so that those counts may "
        "add up to more than there are projects. Projects count as they were recorded on each "
        "day."
    ),
)


def dependence_section(found: Dependence) -> tuple[Block, ...]:
    """Return who carries how much, now and over time."""
    heading = Heading(1, "Dependence on suppliers", ANCHOR)
    if largest_of(found) is None:
        return heading, plain("No contract is in force, so that nothing hangs on a supplier.")
    return (
        heading,
        numbered(*finding(found)),
        numbered(*_prime(found)),
        *_unvalued(found),
        *charts(found),
        supplier_table(found),
    )


def finding(found: Dependence) -> tuple[Run, ...]:
    """Return what the largest supplier carries, and what it carried a year before."""
    largest = largest_of(found)
    if largest is None:
        return ("No contract with a supplier is in force.",)
    before = found.before.of(largest.supplier)
    said: list[Run] = [f"{largest.name} carries ", *_carried(found.now, largest), "."]
    if before is None or not carries(found.before, before):
        return (*said, " A year before it carried nothing that is recorded.")
    return (*said, " A year before it carried ", *_carried(found.before, before), ".")


def _carried(day: DependenceOn, one: SupplierShare) -> list[Run]:
    parts, cited, period = carries(day, one), cite(one), period_at(day.on)
    runs: list[Run] = []
    for at, part in enumerate(parts):
        joint = "" if not at else " and " if at == len(parts) - 1 else ", "
        runs += [*([joint] if joint else []), figure(part, cited, period)]
    return runs or ["nothing that is recorded"]


def key_figures(found: Dependence) -> tuple[KeyFigure, ...]:
    """Return the share of the largest supplier; none while no value is stated."""
    largest = largest_of(found)
    if largest is None or largest.share is None:
        return ()
    return (
        KeyFigure(
            f"Contract value with {largest.name}",
            share_words(largest),
            period_at(found.as_at),
            points_words(found.before.of(largest.supplier), largest),
            cite(largest),
        ),
    )


def _prime(found: Dependence) -> tuple[Run, ...]:
    now, before = found.now, found.before
    if not now.yearly:
        return ("No contract in force states its value, so that no share of it can be told.",)
    runs: list[Run] = [
        "Contracts in force come to ",
        figure(money_exact(now.yearly), cite(now), period_at(now.on)),
        " a year; prime suppliers hold ",
        figure(prime_words(now), cite(now), period_at(now.on)),
        " of it, specialists the rest",
    ]
    if before.yearly:
        then = figure(prime_words(before), cite(before), period_at(before.on))
        return (*runs, ". A year before prime suppliers held ", then, ".")
    return (*runs, ".")


def _unvalued(found: Dependence) -> tuple[Block, ...]:
    now = found.now
    if not now.unvalued:
        return ()
    said = f"{now.unvalued:,} of {count_words(now.contracts, 'contract')} in force"
    names = [one.name for one in now.shares if one.unvalued]
    count = figure(said, cite(now), period_at(now.on))
    rest = "states no value and counts" if now.unvalued == 1 else "state no value and count"
    return (numbered(count, f" {rest} in no share: with {list_words(names)}."),)
