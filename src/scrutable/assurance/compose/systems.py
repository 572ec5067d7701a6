"""Critical systems in a report: what is open of each and what stops with it; pure.

How a test ended and what a system has no second of stands in no open report.
"""

from scrutable.assurance.facts import Landscape, Stopped, SystemSeen
from scrutable.assurance.presenters.systems import listing as words
from scrutable.assurance.presenters.systems.words import (
    NOBODY,
    NOT_SAID,
    chain_words,
    lack_words,
    readiness_tag,
    short_words,
    system_name,
    tested_words,
)
from scrutable.documents.blocks import (
    Block,
    Cell,
    Citation,
    Column,
    Figure,
    Heading,
    KeyFigure,
    Run,
    Table,
)
from scrutable.documents.citing import cite, cite_many, period_at, tag_cell
from scrutable.documents.saying import count_cell, numbered, plain

ANCHOR, ALL = "critical-systems", "systems"
METHOD = (
    (
        "The recovery of a system is proved by a test that passed, for as many months as it is to "
        "be tested in. How a test ended otherwise, and what a system has no second of, is not "
        "told here: it would help an attacker."
    ),
    (
        "A service stops with every system that it needs and with every one that those stand on. "
        "It cannot wait where the objective for recovery is more hours than it can go on without."
    ),
)


def finding(found: Landscape) -> tuple[Run, ...]:
    """Return of how many systems the recovery is not proved; nothing where there is none."""
    if not found.systems:
        return ()
    return (Figure(words.title(found), _every(found), period_at(found.as_at)), ".")


def key_figures(found: Landscape) -> tuple[KeyFigure, ...]:
    """Return how much is proved, how many services cannot wait, what nobody has said."""
    return tuple(
        KeyFigure(one.label, one.value, one.period, one.comparison, _every(found))
        for one in words.figures(found)
    )


def systems_section(found: Landscape) -> tuple[Block, ...]:
    """Return every system with its last test, and every service that cannot wait for one."""
    heading = Heading(1, "Critical systems", ANCHOR)
    if not found.systems:
        return (heading, plain("No critical system is recorded."))
    return (heading, numbered(*finding(found)), _systems(found), *_short(found))


def _systems(found: Landscape) -> Table:
    columns = (
        Column("System"),
        Column("Recovery"),
        Column("Last tested"),
        Column("Works again in, hours", numeric=True),
        Column("Services that stop", numeric=True),
        Column("Of them cannot wait", numeric=True),
        Column("Owner"),
        Column("Not said"),
    )
    period = period_at(found.as_at)
    rows = tuple(_system(one, period) for one in found.systems)
    return Table("Critical systems, the worst first", columns, rows, period=period)


def _system(one: SystemSeen, period: str) -> tuple[Cell, ...]:
    system = one.system
    cited = cite(system)
    tested = cite(one.last) if one.last else cited
    hours = system.recovery_hours
    takes = Cell(NOT_SAID) if hours is None else count_cell(hours, cited, period)
    return (
        Cell(system_name(system)),
        tag_cell(readiness_tag(one.readiness, closed=False), tested, period),
        Cell(tested_words(one), tested, period=period),
        takes,
        count_cell(len(one.stops), cited, period),
        count_cell(len(one.short), cited, period),
        Cell(system.owner or NOBODY),
        Cell(lack_words(one) or "All is said"),
    )


def _short(found: Landscape) -> tuple[Block, ...]:
    """Return every service that cannot wait, with the longest that it would have to."""
    worst: dict[str, tuple[SystemSeen, Stopped]] = {}
    for seen in found.systems:
        for one in seen.short:
            before = worst.get(one.service)
            if before is None or (one.short_by or 0) > (before[1].short_by or 0):
                worst[one.service] = (seen, one)
    if not worst:
        return (plain("No public service has to wait longer than it can for any of them."),)
    columns = (
        Column("Public service"),
        Column("Can go on without, hours", numeric=True),
        Column("Stops with"),
        Column("By way of"),
        Column("Recovery is"),
        Column("Carried on meanwhile"),
    )
    period = period_at(found.as_at)
    pressing = sorted(worst.values(), key=lambda pair: (-(pair[1].short_by or 0), pair[1].service))
    rows = tuple(_service(seen, one, found, period) for seen, one in pressing)
    return (Table("Services that cannot wait for recovery", columns, rows, period=period),)


def _service(seen: SystemSeen, one: Stopped, found: Landscape, period: str) -> tuple[Cell, ...]:
    service = found.service(one.service)
    cited = cite(service)
    return (
        Cell(service.title, cited),
        count_cell(service.bearable_hours or 0, cited, period),
        Cell(seen.system.title, cite(seen.system)),
        Cell(chain_words(one, found)),
        Cell(short_words(one), cite(seen.system), period=period),
        Cell(service.meanwhile or "No way is recorded"),
    )


def _every(found: Landscape) -> Citation:
    return cite_many(
        f"{ALL}/{found.as_at}",
        [*(one.system for one in found.systems), *found.services, *found.tests],
    )
