"""Councillors in a report: totals with their citations and periods, and nobody’s own."""

from datetime import date

from scrutable.councillors.compose.councillors import councillors_sections, key_figures
from scrutable.councillors.facts import (
    Confidence,
    PagesCounted,
    PaperTarget,
    Pilot,
    Session,
    SkillArea,
    SkillsSaid,
)
from scrutable.councillors.facts.whole import CouncillorsInTotal
from scrutable.councillors.rules import kit_totals, paper_standing, session_totals, totals
from scrutable.documents.blocks import Document
from scrutable.documents.plain import render_plain

TODAY = date(2026, 10, 12)
MAIL = SkillArea(code="MAIL", title="E-mail", asks="I can", version=3)
TARGET = PaperTarget(
    body="all",
    by=date(2027, 3, 31),
    pages=60_000,
    baseline=212_000,
    baseline_to=date(2024, 3, 31),
    version=9,
)


def found(answers):
    said = [
        SkillsSaid(councillor=n, on=TODAY, confidence=(("MAIL", level),), version=10 + n)
        for n, level in enumerate(answers, 1)
    ]
    session = Session(
        number=1, title="Mail", skills=("MAIL",), on=date(2026, 9, 1), minutes=20, by="x"
    )
    months = [f"2025-{m:02}" for m in range(10, 13)] + [f"2026-{m:02}" for m in range(1, 10)]
    counted = [PagesCounted(body="EXEC", month=month, pages=8_000) for month in months]
    pilot = Pilot(
        number=1, title="Clinics", tries="x", begun_on=TODAY, ends_on=TODAY, owner="x", took_part=3
    )
    serving = frozenset(range(1, 59))
    return CouncillorsInTotal(
        as_at=TODAY,
        least=5,
        areas={"MAIL": MAIL},
        cover=totals([MAIL], said, [session], serving, as_at=TODAY, least=5),
        sessions=[session_totals(session, [], TODAY, 5)],
        pilots=[pilot],
        kit=kit_totals([], [], [], TODAY, 5),
        paper=[paper_standing(TARGET, counted, TODAY)],
    )


def printed(whole):
    return render_plain(
        Document(
            title="Councillors",
            reference="C-1",
            council="Westmere",
            meeting="Board",
            author="x",
            subject="x",
            dated=TODAY,
            blocks=councillors_sections(whole),
        )
    )


def test_everything_is_printed_in_totals():
    text = printed(found([Confidence.NOT_YET] * 6 + [Confidence.ALONE] * 9))

    assert "One need has no session to come" in text
    assert "96,000 pages in the last twelve months, 12,401 more than the line" in text
    assert "What it saves in money or in trees is not said" in text
    assert "Too few to show" in text


def test_few_answers_are_no_section_of_numbers():
    text = printed(found([Confidence.NOT_YET] * 4))

    assert "Too few councillors have answered to say anything in totals." in text


def test_key_figures_carry_what_they_rest_on():
    figures = key_figures(found([Confidence.ALONE] * 15))

    assert [(one.label, one.value, one.citation.reference) for one in figures] == [
        ("Forms counted", "15", "councillors/skills"),
        ("Faults open", "0", "councillors/kit"),
        ("Pages printed", "96,000", "paper/all/2027-03-31"),
    ]
    assert figures[0].citation.version == 25
