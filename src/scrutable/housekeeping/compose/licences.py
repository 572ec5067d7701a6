"""Licences in a report: what is short and over, what was signed, what was not assessed; pure."""

from collections.abc import Iterator

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
from scrutable.documents.saying import count_cell, numbered
from scrutable.housekeeping.facts import (
    LicencePosition,
    Licences,
    LicencesSeen,
    LicenceTerm,
    TermState,
)
from scrutable.housekeeping.presenters.licences.finding import title
from scrutable.housekeeping.presenters.licences.statements import (
    disagreement_words,
    statement_words,
)
from scrutable.housekeeping.presenters.licences.words import (
    LINE_TAGS,
    METRIC_WORDS,
    NOT_PRICED,
    TERM_TAGS,
    WHY_WORDS,
    cost_words,
    device_share,
    over_words,
    pounds,
    product_share,
    sums_words,
)
from scrutable.kernel.money import money_exact
from scrutable.kernel.wording import capital, date_words, ended

METHOD = (
    (
        "The licence position is what the council is entitled to on the day of the extracts less "
        "what is in use: a user counts once however many devices they use, a device once, cores "
        "with the vendor’s minimum a device, users at once by their peak."
    ),
    (
        "A shortfall costs the whole packs that would cover it, with their first year, and a "
        "surplus what is paid a year for whole packs that nothing uses, both at the last price "
        "paid. What has no price is counted and is in no sum."
    ),
    (
        "A product is assessed where nothing of it was left out. A statement stays as it was "
        "signed, and is held against the position that stands now."
    ),
)


def finding(seen: LicencesSeen) -> tuple[Run, ...]:
    """Return what is short, what that would cost, what is over; nothing before a position."""
    found = seen.found
    if found is None:
        return ()
    cited, period = _cited(found), period_at(found.as_at)
    return (
        Figure(title(seen), cited, period),
        ". ",
        Figure(over_words(seen.sums).removesuffix("."), cited, period),
        ".",
    )


def key_figures(seen: LicencesSeen) -> tuple[KeyFigure, ...]:
    """Return what shortfalls cost and surpluses waste; none before a position."""
    found, sums = seen.found, seen.sums
    if found is None:
        return ()
    cited, period = _cited(found), period_at(found.as_at)
    return (
        KeyFigure(
            "To put licences right",
            capital(cost_words(sums.liability_pence, sums.short_unpriced)),
            period,
            f"{sums.short:,} short of {len(found.positions):,} kinds of licence",
            cited,
        ),
        KeyFigure(
            "Paid a year for licences that nothing uses",
            capital(cost_words(sums.surplus_pence, sums.over_unpriced)),
            period,
            product_share(found.coverage) + " assessed",
            cited,
        ),
    )


def licences_section(seen: LicencesSeen) -> tuple[Block, ...]:
    """Return the licence position: sums, shortfalls and surpluses, ends ahead, the statement."""
    heading = Heading(1, "Licences", "licences")
    if seen.found is None:
        return (heading, numbered("No licences have been reconciled."))
    found = seen.found
    cited, period = _cited(found), period_at(found.as_at)
    return (
        heading,
        numbered(Figure(sums_words(seen.sums), cited, period)),
        *_position(found),
        *_ending(seen),
        *_signed(seen, found),
        *_left_out(found),
    )


def _cited(found: Licences) -> Citation:
    return cite_many(found.reference, (found, *found.positions))


def _position(found: Licences) -> Iterator[Block]:
    wrong = [one for one in found.positions if one.short or one.over]
    wrong.sort(key=lambda one: (not one.short, -(_pence(one) or 0), one.product))
    if not wrong:
        return
    yield Table(
        "Licences short and more than used",
        (
            Column("Product"),
            Column("Counted by"),
            Column("Entitled", numeric=True),
            Column("In use", numeric=True),
            Column("State"),
            Column("To put right", numeric=True),
            Column("Surplus a year", numeric=True),
        ),
        tuple(_row(one) for one in wrong),
        period=period_at(found.as_at),
    )


def _pence(one: LicencePosition) -> int | None:
    return one.liability_pence if one.short else one.surplus_pence


def _row(one: LicencePosition) -> tuple[Cell, ...]:
    cited = cite(one)
    return (
        Cell(one.title),
        Cell(METRIC_WORDS[one.metric]),
        count_cell(one.entitled, cited),
        count_cell(one.used, cited),
        tag_cell(LINE_TAGS[one.line], cited),
        _money(one.liability_pence, one.short, cited),
        _money(one.surplus_pence, one.over, cited),
    )


def _money(pence: int | None, number: int, cited: Citation) -> Cell:
    if not number:
        return Cell("Nothing", cited)
    if pence is None:
        return Cell(NOT_PRICED, cited)
    return Cell(money_exact(pounds(pence)), cited, number=pounds(pence))


def _ending(seen: LicencesSeen) -> Iterator[Block]:
    named = [
        (one, state)
        for one, state in seen.terms
        if state in (TermState.ENDS_SOON, TermState.ENDED) and one.ends_on
    ]
    if not named:
        return
    named.sort(key=lambda pair: (pair[1] is TermState.ENDED, pair[0].ends_on, pair[0].row))
    yield Table(
        f"Entitlements that end within {seen.ending_months} months, and those that have ended",
        (
            Column("Product"),
            Column("State"),
            Column("Last day"),
            Column("Licences", numeric=True),
            Column("Agreement"),
        ),
        tuple(_term(one, state) for one, state in named),
        period=period_at(seen.as_at),
    )


def _term(one: LicenceTerm, state: TermState) -> tuple[Cell, ...]:
    cited = cite(one)
    return (
        Cell(one.title),
        tag_cell(TERM_TAGS[state], cited),
        Cell(date_words(one.ends_on) if one.ends_on else "No end", cited),
        count_cell(one.licences, cited),
        Cell(one.agreement or "None named"),
    )


def _signed(seen: LicencesSeen, now: Licences) -> Iterator[Block]:
    if not seen.signed:
        yield numbered("Nobody has signed a statement of licensing liabilities.")
        return
    one, told = seen.signed[0]
    cited, period = cite(one), period_at(one.as_at)
    yield numbered(
        f"The {one.post} signed on {date_words(one.signed_on)}: ",
        Figure(f"“{statement_words(one)}”", cited, period),
        f" What was not assessed, in their words: {ended(one.not_assessed)}",
    )
    if words := disagreement_words(one, told, now, seen.sums):
        yield numbered(Figure(words, _cited(now), period_at(now.as_at)))


def _left_out(found: Licences) -> Iterator[Block]:
    coverage = found.coverage
    cited, period = cite(coverage), period_at(found.as_at)
    yield numbered(
        "Assessed: ",
        Figure(product_share(coverage), cited, period),
        ". Devices inventoried: ",
        Figure(device_share(coverage), cited, period),
        ".",
    )
    if found.gaps:
        yield Table(
            "Products in use that were not assessed",
            (Column("Product"), Column("Why"), Column("Rows", numeric=True)),
            tuple(
                (
                    Cell(one.title or "No name"),
                    Cell(WHY_WORDS[one.why]),
                    count_cell(one.rows, cite(one)),
                )
                for one in sorted(found.gaps, key=lambda gap: (-gap.rows, gap.product, gap.why))
            ),
            period=period,
        )
