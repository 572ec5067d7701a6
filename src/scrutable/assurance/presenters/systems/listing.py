"""All critical systems and all public services; pure."""

from collections import Counter

from scrutable.assurance.facts import Landscape, PublicService, Readiness, SystemSeen
from scrutable.assurance.presenters.systems.words import (
    NOBODY,
    NOT_KNOWN,
    hours_cell,
    lack_words,
    readiness_tag,
    service_address,
    short_words,
    system_address,
    system_name,
    tested_words,
)
from scrutable.assurance.rules.systems import below
from scrutable.govuk.facts import Cell, Column, KeyFigure, Row, Table, Tag
from scrutable.govuk.presenters import count_cell
from scrutable.kernel.wording import capital, count_words, date_words, share_words

SAID = Tag("All is said", "green", "●")


def title(found: Landscape) -> str:
    """Return the finding: of how many systems the recovery is not proved."""
    number = len(found.systems)
    if not number:
        return "No critical system is recorded"
    unproved = [one for one in found.systems if one.readiness is not Readiness.PROVED]
    if not unproved:
        return f"The recovery of all {number:,} critical systems is proved"
    return f"{capital(share_words(len(unproved), number))} critical systems: recovery not proved"


def summary(found: Landscape) -> str:
    """Return how the tests stand, and how many services cannot wait so long."""
    counted = Counter(one.readiness for one in found.systems)
    never, overdue = counted[Readiness.NEVER], counted[Readiness.OVERDUE]
    ended = counted[Readiness.FAILED] + counted[Readiness.LATE]
    said = (
        f"Never tested: {never:,}; tested too long ago: {overdue:,}; last test did not prove it: "
        f"{ended:,}."
    )
    return said if found.systems else "Record the systems without which a public service stops."


def figures(found: Landscape) -> tuple[KeyFigure, ...]:
    """Return how much is proved, how many services cannot wait, and what nobody has said."""
    if not found.systems:
        return ()
    at = f"at {date_words(found.as_at)}"
    proved = sum(one.readiness is Readiness.PROVED for one in found.systems)
    short = {each.service for one in found.systems for each in one.short}
    lacking = sum(bool(one.lacks) for one in found.systems)
    return (
        KeyFigure(
            label="Recovery proved",
            value=f"{proved:,} of {len(found.systems):,}",
            period=at,
            comparison="critical systems",
        ),
        KeyFigure(
            label="Services that cannot wait",
            value=f"{len(short):,} of {len(found.services):,}",
            period=at,
            comparison="a system under them may take longer than they can bear",
        ),
        KeyFigure(
            label="Something is not said",
            value=f"{lacking:,} of {len(found.systems):,}",
            period=at,
            comparison="no owner, objective or rhythm of tests",
        ),
    )


def system_table(found: Landscape, *, closed: bool) -> Table:
    """Return every system, the worst first."""
    return Table(
        name="systems",
        caption="Critical systems",
        columns=(
            Column("system", "System"),
            Column("recovery", "Recovery"),
            Column("tested", "Last tested"),
            Column("objective", "Works again in, hours", numeric=True),
            Column("services", "Services that stop with it", numeric=True),
            Column("short", "Of them cannot wait", numeric=True),
            Column("owner", "Owner"),
            Column("lacks", "Not said"),
        ),
        rows=tuple(_system(one, closed=closed) for one in found.systems),
        empty=(
            "No critical system is recorded. Record each system without which a public service "
            "stops, one by one or in the workbook."
        ),
    )


def _system(one: SystemSeen, *, closed: bool) -> Row:
    system = one.system
    tested = one.last.on.isoformat() if one.last else "0"
    return (
        Cell(system_name(system), href=system_address(system.code), order=system.code),
        Cell("", tags=(readiness_tag(one.readiness, closed=closed),)),
        Cell(tested_words(one), order=tested),
        hours_cell(system.recovery_hours),
        count_cell(len(one.stops)),
        count_cell(len(one.short)),
        Cell(system.owner or NOBODY),
        Cell(lack_words(one)) if one.lacks else Cell("", tags=(SAID,)),
    )


def service_title(found: Landscape) -> str:
    """Return the finding: how many services cannot bear a recovery as long as is aimed at."""
    number = len(found.services)
    if not number:
        return "No public service is recorded"
    short = {each.service for one in found.systems for each in one.short}
    if not short:
        return f"Every recovery is short enough for the {number:,} public services"
    return f"{capital(share_words(len(short), number))} public services cannot wait for recovery"


def service_table(found: Landscape) -> Table:
    """Return every public service with what it stands on."""
    return Table(
        name="services",
        caption="Public services",
        columns=(
            Column("service", "Service"),
            Column("needs", "Needs"),
            Column("stands", "Stands on, in all", numeric=True),
            Column("bears", "Can go on without, hours", numeric=True),
            Column("longest", "The longest recovery under it"),
            Column("owner", "Owner"),
            Column("meanwhile", "Carried on meanwhile"),
        ),
        rows=tuple(_service(one, found) for one in found.services),
        empty="No public service is recorded. Record what stops where a system does.",
    )


def _service(one: PublicService, found: Landscape) -> Row:
    under = under_of(one, found)
    return (
        Cell(one.title, href=service_address(one.code), order=one.title),
        Cell("; ".join(found.title(code) for code in one.needs)),
        count_cell(len(under)),
        hours_cell(one.bearable_hours),
        Cell(longest_words(one, found)),
        Cell(one.owner),
        Cell(one.meanwhile or "No way is recorded"),
    )


def under_of(one: PublicService, found: Landscape) -> list[str]:
    """Return the codes of all systems under a service, the nearest first."""
    systems = [each.system for each in found.systems]
    return list(dict.fromkeys([*one.needs, *(c for n in one.needs for c in below(n, systems))]))


def longest_words(one: PublicService, found: Landscape) -> str:
    """Return how the slowest system under a service suits it."""
    stops = [
        (each, stopped)
        for each in found.systems
        for stopped in each.stops
        if stopped.service == one.code
    ]
    unknown = [each for each, stopped in stops if stopped.short_by is None]
    worst = max(stops, key=lambda pair: pair[1].short_by or 0, default=None)
    if worst is not None and worst[1].short_by:
        return f"{worst[0].system.title}: {short_words(worst[1])}"
    if unknown:
        return f"{NOT_KNOWN} of {count_words(len(unknown), 'system')}"
    return "In time"
