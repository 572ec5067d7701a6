"""Agreements in a report: who ran on, why, again, and what comes up; every figure cites."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from factories import agreement_facts as told
from scrutable.documents.blocks import Document, Figure, Paragraph, Table, words_of
from scrutable.documents.plain import render_plain
from scrutable.housekeeping import rules
from scrutable.housekeeping.compose import agreements as composed
from scrutable.housekeeping.facts.agreements import AgreementPolicy, AgreementsSeen
from scrutable.housekeeping.rules.agreements import agreement_standing

AS_AT = told.AS_AT
POLICY = AgreementPolicy(
    notice_within_days=90, end_within_days=180, cure_within_days=28, approvers=()
)


def seen(*, without=(), cure=told.CURE, as_at=AS_AT):
    """Return the agreements of the story, each kept by an event of its own."""
    parts = {
        "MAIL": ((replace(told.LATE, version=8),), (replace(cure, version=9),) if cure else ())
    }
    kept = [
        replace(one, version=number)
        for number, one in enumerate((told.DESK, told.HOST, told.MAIL), 5)
        if one.code not in without
    ]
    found = tuple(
        agreement_standing(one, *parts.get(one.code, ((), ())), "Clearwater Cloud", as_at)
        for one in kept
    )
    return AgreementsSeen(
        found=found,
        coming=tuple(rules.coming(found, as_at, rules.last_day(as_at, 12))),
        as_at=as_at,
        policy=POLICY,
    )


def said(runs):
    return words_of(runs)


def test_the_finding_says_who_ran_on_again_with_both_times():
    assert said(composed.finding(seen())) == (
        "One agreement ran on without approval, and did so again. Mail filtering ran on from 1 "
        "April 2024 and again from 1 April 2025, after it was said to be cured. One agreement has "
        "begun to run on since 1 September 2024, when the last cure was done."
    )


def test_the_finding_says_that_it_has_not_recurred():
    found = seen(as_at=date(2025, 3, 31))

    assert said(composed.finding(found)) == (
        "One agreement ran on without approval; none did so again. None has begun to run on "
        "since 1 September 2024, when the last cure was done."
    )


@pytest.mark.parametrize(
    ("without", "words"),
    [
        (("MAIL",), "No agreement ran on without approval."),
        (("MAIL", "HOST", "DESK"), ""),
    ],
)
def test_the_finding_of_none(without, words):
    found = composed.finding(seen(without=without))

    assert (said(found) if found else "") == words


def test_a_cure_that_nobody_recorded_is_missed():
    (heading, first, table, now, then, *_) = composed.agreements_section(seen(cure=None))

    assert heading.text == "Agreements"
    assert isinstance(table, Table)
    for one, day in ((now, "1 April 2025"), (then, "1 April 2024")):
        assert said(one.runs) == f"Mail filtering, from {day}: neither cause nor cure is recorded."
    assert "No cure is recorded as done." in said(first.runs)


def test_cause_and_cure_cite_their_own_record():
    section = composed.agreements_section(seen())

    cited = [
        run.citation.reference
        for block in section
        if isinstance(block, Paragraph)
        for run in block.runs
        if isinstance(run, Figure)
    ]
    assert "agreement/MAIL/ran-on/2024-04-01" in cited
    assert cited[0] == "agreements/2026-10-12"


def test_every_figure_of_the_tables_cites_the_agreement_and_its_last_event():
    ran, ahead = (
        block for block in composed.agreements_section(seen()) if isinstance(block, Table)
    )

    assert [cell.text for cell in ran.rows[0]] == [
        *("Mail filtering", "1 April 2025", "Still does", "560", "£56,000", "No"),
    ]
    assert ran.rows[0][3].number == Decimal(560)
    assert {(cell.citation.reference, cell.citation.version) for cell in ran.rows[0][1:]} == {
        ("agreement/MAIL", 9)
    }
    assert [row[0].text for row in ahead.rows] == [
        *("14 December 2026", "31 December 2026", "1 April 2027", "14 June 2027"),
    ]
    assert ahead.rows[0][0].citation.reference == "agreement/HOST"


def test_the_key_figures_have_period_and_comparison():
    runs, decide = composed.key_figures(seen())

    assert (runs.value, runs.period) == ("1 of 3", "at 12 October 2026")
    assert runs.comparison == "twice in all, 1 of them again"
    assert (decide.value, decide.comparison) == ("2", "within 90 days")
    assert composed.key_figures(seen(without=("MAIL", "HOST", "DESK"))) == ()


def test_no_agreement_is_said_in_words():
    section = composed.agreements_section(seen(without=("MAIL", "HOST", "DESK")))

    assert [said(block.runs) for block in section[1:]] == ["No agreement is recorded."]


def test_the_section_reads_as_it_was_settled(golden):
    document = Document(
        title="Housekeeping",
        reference="edition/HK-2026-1",
        council="Westmere County Council",
        meeting="Overview and Scrutiny Management Board",
        author="Bilal Khan",
        subject="Agreements",
        dated=AS_AT,
        blocks=composed.agreements_section(seen()),
    )

    golden("section_agreements.txt", render_plain(document))
