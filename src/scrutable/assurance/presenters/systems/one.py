"""A critical system: its terms, what stops with it, its tests; and a public service; pure."""

from decimal import Decimal

from scrutable.assurance.facts import (
    CriticalSystem,
    Landscape,
    PublicService,
    Readiness,
    RecoveryTest,
    Stopped,
    SystemSeen,
)
from scrutable.assurance.presenters.systems.listing import under_of
from scrutable.assurance.presenters.systems.words import (
    EXEMPT,
    NO_SECOND,
    NOBODY,
    NOT_KNOWN,
    NOT_SAID,
    OUTCOME_TAGS,
    chain_words,
    hours_cell,
    hours_words,
    lack_words,
    readiness_tag,
    service_address,
    short_words,
    system_address,
    system_name,
    tested_words,
)
from scrutable.govuk.facts import Cell, Column, Row, Table, Term
from scrutable.govuk.presenters import day_cell
from scrutable.kernel.wording import count_words, list_words


def finding(one: SystemSeen) -> str:
    """Return how the recovery of a system stands, in a sentence without its stop."""
    if one.last is None:
        return "Its recovery was never tested"
    if one.readiness is Readiness.PROVED:
        return f"Its recovery was proved on {tested_words(one)}"
    if one.readiness is Readiness.OVERDUE:
        rhythm = count_words(one.system.test_months or 0, "month")
        return f"Its recovery was last tested on {tested_words(one)}; it is to be every {rhythm}"
    return f"The test of {tested_words(one)}, did not prove its recovery"


def stops_finding(one: SystemSeen) -> str:
    """Return how many services stop with a system, and how many of them cannot wait."""
    if not one.stops:
        return "No public service is recorded that would stop with it"
    verb = "stops" if len(one.stops) == 1 else "stop"
    short = f"; {len(one.short):,} cannot wait until it works again" if one.short else ""
    return f"{count_words(len(one.stops), 'public service')} {verb} with it{short}"


def terms(one: SystemSeen, found: Landscape, suppliers: dict[str, str]) -> tuple[Term, ...]:
    """Return what everybody may know of a system."""
    system = one.system
    rhythm = count_words(system.test_months, "month") if system.test_months else ""
    return (
        Term(label="Owner", value=system.owner or NOBODY),
        Term(
            label="Supplier",
            value=suppliers.get(system.supplier, system.supplier) or "The council itself",
            href=f"/suppliers/{system.supplier.partition('/')[2]}/" if system.supplier else "",
        ),
        Term(
            label="Contract",
            value=system.contract.partition("/")[2] or "None",
            href=f"/contracts/{system.contract.partition('/')[2]}/" if system.contract else "",
        ),
        Term(label="Is to work again in", value=hours_words(system.recovery_hours)),
        Term(label="Work that may be lost at most", value=hours_words(system.loss_hours)),
        Term(label="Recovery is to be tested", value=f"Every {rhythm}" if rhythm else NOT_SAID),
        Term(label="Last tested", value=tested_words(one)),
        Term(
            label="Stands on",
            value=list_words([found.title(code) for code in system.stands_on]) or "No other system",
        ),
        Term(label="Not said", value=lack_words(one) or "All is said"),
    )


def single_points(one: SystemSeen) -> tuple[str, ...]:
    """Return what a system has no second of; for those only who see the detail."""
    return one.system.single_points or (NO_SECOND,)


def stops_table(one: SystemSeen, found: Landscape) -> Table:
    """Return what stops if the system stops, the most pressing first."""
    return Table(
        name="stops",
        caption="What stops if this stops",
        columns=(
            Column("service", "Public service"),
            Column("chain", "By way of"),
            Column("bears", "Can go on without, hours", numeric=True),
            Column("takes", "Recovery takes, hours", numeric=True),
            Column("short", "Too long by, hours", numeric=True),
            Column("owner", "Owner"),
            Column("meanwhile", "Carried on meanwhile"),
        ),
        rows=tuple(_stopped(each, one.system, found) for each in one.stops),
        empty="No public service is recorded that stands on it.",
    )


def _stopped(one: Stopped, system: CriticalSystem, found: Landscape) -> Row:
    service = found.service(one.service)
    return (
        Cell(service.title, href=service_address(service.code), order=service.title),
        Cell(chain_words(one, found)),
        hours_cell(service.bearable_hours),
        hours_cell(system.recovery_hours),
        _short(one),
        Cell(service.owner),
        Cell(service.meanwhile or "No way is recorded"),
    )


def _short(one: Stopped) -> Cell:
    if one.short_by is None:
        return Cell(NOT_KNOWN)
    number = Decimal(one.short_by)
    return Cell(f"{one.short_by:,}" if one.short_by else "In time", number=number)


def test_table(one: SystemSeen, found: Landscape, *, closed: bool) -> Table:
    """Return every test of a system’s recovery, the newest first."""
    own = [each for each in found.tests if each.system == one.system.code]
    return Table(
        name="tests",
        caption="Tests of its recovery",
        columns=(
            Column("on", "Tested on"),
            Column("outcome", "Outcome"),
            Column("hours", "Took, hours", numeric=True),
            Column("witness", "Witnessed by"),
            Column("found", "What was found"),
        ),
        rows=tuple(_test(each, closed=closed) for each in own),
        empty="Its recovery was never tested. Record a test once there was one.",
    )


def _test(one: RecoveryTest, *, closed: bool) -> Row:
    if not closed:
        hidden = Cell(EXEMPT)
        return (day_cell(one.on, ""), hidden, hidden, Cell(one.witnessed_by or NOBODY), hidden)
    return (
        day_cell(one.on, ""),
        Cell("", tags=(OUTCOME_TAGS[one.outcome],)),
        hours_cell(one.hours, "Did not work again"),
        Cell(one.witnessed_by or NOBODY),
        Cell(one.found or "Nothing else"),
    )


def service_terms(one: PublicService) -> tuple[Term, ...]:
    """Return a public service, line by line."""
    return (
        Term(label="Owner", value=one.owner),
        Term(label="Can go on without its systems for", value=hours_words(one.bearable_hours)),
        Term(label="Carried on meanwhile", value=one.meanwhile or "No way is recorded"),
    )


def under_table(one: PublicService, found: Landscape, *, closed: bool) -> Table:
    """Return every system that a service stands on, the nearest first."""
    seen = {each.system.code: each for each in found.systems}
    return Table(
        name="under",
        caption="What it stands on",
        columns=(
            Column("system", "System"),
            Column("how", "How"),
            Column("recovery", "Recovery"),
            Column("takes", "Works again in, hours", numeric=True),
            Column("suits", "For this service"),
            Column("owner", "Owner"),
        ),
        rows=tuple(
            _under(seen[code], one, closed=closed) for code in under_of(one, found) if code in seen
        ),
        empty="It stands on no system that is recorded.",
    )


def _under(each: SystemSeen, service: PublicService, *, closed: bool) -> Row:
    system = each.system
    stopped = next((one for one in each.stops if one.service == service.code), None)
    return (
        Cell(system_name(system), href=system_address(system.code)),
        Cell("Directly" if system.code in service.needs else "Under another system"),
        Cell("", tags=(readiness_tag(each.readiness, closed=closed),)),
        hours_cell(system.recovery_hours),
        Cell(short_words(stopped) if stopped else NOT_KNOWN),
        Cell(system.owner or NOBODY),
    )
