"""Licences in a report: every figure cites the position, the statement its own record."""

from dataclasses import replace
from datetime import date

import pytest

from scrutable.documents.blocks import Figure, Heading, Paragraph, Table, words_of
from scrutable.housekeeping.compose import licences as composed
from scrutable.housekeeping.facts import (
    Consumption,
    Disagreement,
    Entitlement,
    GapWhy,
    LicenceGap,
    Licences,
    LicencesSeen,
    Metric,
    Verdict,
)
from scrutable.housekeeping.rules import licences as rules

AS_AT = date(2026, 9, 30)
LINES = (
    Entitlement(
        row=2, agreement="DB-1", product="Database", metric=Metric.CORE, quantity=60, pack_size=2,
        once_pence=980_000,
    ),
    Entitlement(
        row=3, agreement="VM-1", product="Meetings", metric=Metric.USER, quantity=5000,
        ends_on=date(2027, 3, 31), yearly_pence=4200,
    ),
)  # fmt: skip


def seen(*, cores=160, people=4100, gaps=(), statement=None, told=()):
    """Return a position with so much in use, kept by event 7."""
    known = rules.known_products([], LINES)
    consumed = [
        Consumption(product=key, metric=metric, number=number, rows=1, uncounted=0, idle=0)
        for key, metric, number in (
            ("database", Metric.CORE, cores), ("meetings", Metric.USER, people),
        )
    ]  # fmt: skip
    coverage = rules.coverage(as_at=AS_AT, rows=9, used=3, left_out=gaps, devices=None)
    found = Licences(
        coverage=replace(coverage, version=7),
        positions=tuple(
            replace(one, version=7) for one in rules.positions(LINES, consumed, known, as_at=AS_AT)
        ),
        terms=tuple(rules.terms(LINES, known, as_at=AS_AT)),
        gaps=tuple(gaps),
    )
    signed = (
        rules.statement(
            found,
            verdict=statement,
            not_assessed="The odd tool",
            signed=("Priya Nair", "Director of Finance", date(2026, 10, 12)),
        )
        if statement
        else None
    )
    return LicencesSeen(
        as_at=AS_AT,
        found=found,
        sums=rules.sums(found.positions),
        by_metric=rules.sums_by_metric(found.positions),
        terms=tuple((one, rules.term_state(one, AS_AT, 12)) for one in found.terms),
        ending_months=12,
        signed=((signed, told),) if signed else (),
    )


def said(blocks):
    return [words_of(one.runs) for one in blocks if isinstance(one, Paragraph)]


def tables(blocks):
    return {one.caption: one for one in blocks if isinstance(one, Table)}


def test_the_section_says_the_sums_and_shows_what_is_wrong():
    blocks = composed.licences_section(seen())

    assert blocks[0] == Heading(1, "Licences", "licences")
    assert said(blocks)[0] == (
        "One kind of licence is short, which would cost £196,000 to put right. One kind of "
        "licence is more than used, at £37,800 a year."
    )
    table = tables(blocks)["Licences short and more than used"]
    assert [[cell.words for cell in row] for row in table.rows] == [
        ["Database", "Core", "120", "160", "Short", "£196,000", "Nothing"],
        ["Meetings", "User", "5,000", "4,100", "More than used", "Nothing", "£37,800"],
    ]
    assert table.period == "at 30 September 2026"


def test_every_figure_cites_what_it_rests_on():
    blocks = composed.licences_section(seen(statement=Verdict.SOME))

    cited = {
        (cell.citation.reference, cell.citation.version)
        for table in tables(blocks).values()
        for row in table.rows
        for cell in row
        if cell.is_figure
    }
    assert {
        ("licence/database/core/2026-09-30", 7), ("licence/meetings/user/2026-09-30", 7),
    } < cited  # fmt: skip
    figures = [
        run for one in blocks if isinstance(one, Paragraph) for run in one.runs
        if isinstance(run, Figure)
    ]  # fmt: skip
    assert {one.citation.reference for one in figures} == {
        "licences/2026-09-30", "licence-statement/0",
    }  # fmt: skip


def test_what_ends_ahead_is_named():
    table = tables(composed.licences_section(seen()))[
        "Entitlements that end within 12 months, and those that have ended"
    ]

    assert [cell.words for cell in table.rows[0]] == [
        "Meetings", "Counts, ends soon", "31 March 2027", "5,000", "VM-1",
    ]  # fmt: skip


def test_the_statement_is_printed_as_signed_with_what_no_longer_agrees():
    [*_, statement, disagreement, _] = said(
        composed.licences_section(
            seen(cores=120, statement=Verdict.NONE, told=(Disagreement.PRODUCTS,))
        )
    )

    assert statement == (
        "The Director of Finance signed on 12 October 2026: “As at 30 September 2026, "
        "the council has no licensing liabilities in what was assessed, which is 3 of 3 "
        "products in use (100%).” What was not assessed, in their words: The odd tool."
    )
    assert disagreement.startswith("It no longer agrees with the position as at 30 September 2026")


def test_what_was_left_out_stands_with_its_reason():
    gap = LicenceGap(
        as_at=AS_AT, product="oddtool", why=GapWhy.UNRECOGNISED, title="Odd Tool", rows=2
    )

    blocks = composed.licences_section(seen(gaps=[gap]))

    assert said(blocks)[-1] == (
        "Assessed: 2 of 3 products in use (66%). Devices inventoried: Not known: no extract of "
        "devices was taken for the day."
    )
    row = tables(blocks)["Products in use that were not assessed"].rows[0]
    assert [cell.text for cell in row][::2] == ["Odd Tool", "2"]


def test_before_a_position_the_section_says_so():
    nothing = LicencesSeen(
        as_at=AS_AT,
        found=None,
        sums=rules.sums(()),
        by_metric=(),
        terms=(),
        ending_months=12,
        signed=(),
    )

    assert said(composed.licences_section(nothing)) == ["No licences have been reconciled."]
    assert composed.finding(nothing) == ()
    assert composed.key_figures(nothing) == ()


def test_key_figures_say_what_shortfalls_cost_and_surpluses_waste():
    assert [(one.label, one.value) for one in composed.key_figures(seen())] == [
        ("To put licences right", "£196,000"),
        ("Paid a year for licences that nothing uses", "£37,800"),
    ]


@pytest.mark.parametrize(
    ("cores", "expected"),
    [
        (160, "Database is 40 cores short: £196,000. One kind of licence is more than used, at"),
        (120, "No licence is short. One kind of licence is more than used, at £37,800 a year."),
    ],
)
def test_the_finding_is_one_sentence_or_two(cores, expected):
    assert words_of(composed.finding(seen(cores=cores))).startswith(expected)
