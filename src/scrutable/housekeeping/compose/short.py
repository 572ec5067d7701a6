"""The estate on half a page, for a report on all of IT; pure."""

from scrutable.documents.blocks import Block, Cell, Citation, Column, Heading, Run, Table
from scrutable.documents.citing import period_at
from scrutable.documents.saying import count_cell, numbered, plain
from scrutable.housekeeping.compose import (
    agreements,
    estate,
    findings,
    initiatives,
    licences,
    orders,
)
from scrutable.housekeeping.facts import LOUD, WorkState
from scrutable.housekeeping.facts.sums import EstatePart
from scrutable.housekeeping.facts.whole import WholeEstate
from scrutable.housekeeping.presenters.words import PART_WORDS
from scrutable.kernel.wording import date_words

ANCHOR, TITLE = "estate", "Accounts, devices, licences, agreements and orders"
METHOD = estate.METHOD[1:]


def finding(whole: WholeEstate) -> tuple[Run, ...]:
    """Return how many findings of the estate need somebody; nothing where none was reconciled."""
    return findings.finding(whole.findings)


def short_section(whole: WholeEstate) -> tuple[Block, ...]:
    """Return what each subject comes to in a sentence, and the parts beside one another."""
    heading = Heading(1, TITLE, ANCHOR)
    said = [
        runs
        for runs in (
            findings.finding(whole.findings),
            licences.finding(whole.licences),
            agreements.finding(whole.agreements),
            orders.finding(whole.orders),
            initiatives.finding(whole.initiatives),
        )
        if runs
    ]
    if not said:
        return (heading, plain("Nothing of the estate is reconciled or recorded yet."))
    parts = whole.estate.parts
    return (heading, *(numbered(*runs) for runs in said), *((_table(whole),) if parts else ()))


def _table(whole: WholeEstate) -> Table:
    return Table(
        "Each part of the estate by its last extracts",
        (
            Column("Part"),
            Column("As at"),
            Column("In all", numeric=True),
            Column("Findings that need somebody", numeric=True),
            Column("Explained", numeric=True),
        ),
        tuple(_row(whole, one) for one in whole.estate.parts),
        period=period_at(whole.as_at),
    )


def _row(whole: WholeEstate, one: EstatePart) -> tuple[Cell, ...]:
    snapshot, period = one.snapshot, period_at(one.snapshot.as_at)
    version = whole.findings.versions.get(snapshot.part, snapshot.version)
    own = [found for found in whole.findings.counted if found.part is snapshot.part]
    loud = sum(found.number for found in own if found.state in LOUD)
    quiet = sum(found.number for found in own if found.state is WorkState.EXPLAINED)
    wrong = Citation(f"{snapshot.reference}/wrong", version)
    return (
        Cell(PART_WORDS[snapshot.part]),
        Cell(date_words(snapshot.as_at)),
        count_cell(
            snapshot.number, Citation(f"{snapshot.reference}/all", snapshot.version), period
        ),
        count_cell(loud, wrong, period),
        count_cell(quiet, wrong, period),
    )
