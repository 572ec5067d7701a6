"""What initiatives, their measures and their states are called; pure."""

from decimal import Decimal

from scrutable.govuk.facts import Cell, Tag
from scrutable.housekeeping.facts import Counts, Initiative, InitiativeStanding, InitiativeState
from scrutable.housekeeping.presenters.words import ESTATE, PART_WORDS, fault_words, line_words
from scrutable.housekeeping.rules.initiatives import LINES, PENCE
from scrutable.kernel.money import money_exact
from scrutable.kernel.wording import date_words

INITIATIVES = f"{ESTATE}initiatives/"
NOT_KNOWN = "No price known"
NOT_MEASURED = "Not measured yet"
STATE_TAGS = {
    InitiativeState.NOT_MEASURED: Tag("Not measured yet", "grey", "○"),
    InitiativeState.ON_TRACK: Tag("On track", "green", "●"),
    InitiativeState.BEHIND: Tag("Behind", "yellow", "▲"),
    InitiativeState.REACHED: Tag("Reached", "green", "●"),
    InitiativeState.PAST_DUE: Tag("Past due", "red", "■"),
    InitiativeState.STOPPED: Tag("Stopped", "grey", "○"),
}
COUNTS_WORDS = {
    Counts.ALL: "Everything of the part",
    Counts.LINE: "One line of its sum",
    Counts.FAULT: "One thing that is wrong",
    Counts.COST: "What a line or a fault comes to, in pounds",
}
LATE = frozenset({InitiativeState.BEHIND, InitiativeState.PAST_DUE})


def measure_words(one: Initiative) -> str:
    """Return what an initiative is measured by.

    >>> from datetime import date
    >>> from scrutable.housekeeping.facts import PartOfEstate
    >>> kept = dict(code="A", title="T", owner="O", baseline=9, baseline_on=date(2026, 4, 1),
    ...     target=1, due=date(2027, 4, 1), part=PartOfEstate.ACCOUNTS)
    >>> [measure_words(Initiative(counts=counts, name=name, **kept)) for counts, name in (
    ...     (Counts.ALL, ""), (Counts.LINE, "leaver"), (Counts.COST, "idle"))]
    ['Accounts: all', 'Accounts: leavers’', 'Accounts: cost of not used']
    """
    part = PART_WORDS[one.part]
    if one.counts is Counts.ALL:
        return f"{part}: all"
    is_line = one.counts is Counts.LINE or (
        one.counts is Counts.COST and one.name in LINES[one.part]
    )
    words = line_words(one.part, one.name) if is_line else fault_words(one.part, one.name)
    said = words[:1].lower() + words[1:]
    return f"{part}: cost of {said}" if one.counts is Counts.COST else f"{part}: {said}"


def value_words(one: Initiative, value: int) -> str:
    """Return a value of the measure in its own unit."""
    return money_exact(Decimal(value) / PENCE) if one.counts is Counts.COST else f"{value:,}"


def value_cell(one: Initiative, value: int | None) -> Cell:
    """Return a value of the measure as a cell."""
    if value is None:
        return Cell(NOT_MEASURED)
    number = Decimal(value) / PENCE if one.counts is Counts.COST else Decimal(value)
    return Cell(value_words(one, value), number=number)


def percent_cell(one: InitiativeStanding) -> Cell:
    """Return how much of the way is gone."""
    if one.percent is None:
        return Cell(NOT_MEASURED)
    return Cell(f"{one.percent:,}%", number=Decimal(one.percent))


def finding(one: InitiativeStanding) -> str:
    """Return how an initiative stands, in a sentence without its stop."""
    initiative, last = one.initiative, one.last
    if one.state is InitiativeState.STOPPED and initiative.stopped_on:
        return f"Stopped on {date_words(initiative.stopped_on)}"
    if last is None:
        return f"Nothing is measured since {date_words(initiative.baseline_on)}"
    said = (
        f"{value_words(initiative, last.value)} on {date_words(last.on)}, "
        f"{one.percent}% of the way from {value_words(initiative, initiative.baseline)} "
        f"to {value_words(initiative, initiative.target)}"
    )
    return f"{STATE_TAGS[one.state].word}: {said}"


def initiative_address(code: str) -> str:
    """Return the address of an initiative's page."""
    return f"{INITIATIVES}{code}/"
