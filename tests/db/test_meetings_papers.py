"""Decision reports written part by part: kept, read as known, refused in words."""

import io
from dataclasses import replace
from datetime import date

import docx
import pikepdf
import pytest

from factories.decision_papers import (
    AT_HARM,
    EXEMPT_APPENDIX,
    OPEN_APPENDIX,
    PLANNED,
    POLICY_PAPER,
    SECRET,
    TEXTS,
    complete,
)
from factories.stored_papers import AT, CODE, COVER, WHO, plan, put, write_all
from scrutable.audit.models import Event
from scrutable.audit.reads import number_at
from scrutable.evidence import reads as evidence
from scrutable.meetings import models, reads, writes
from scrutable.meetings.compose.decision_report import decision_report
from scrutable.meetings.facts import Body, BodyKind, Characteristic, Impact, Meeting, Part, PartText
from scrutable.meetings.rules.papers import lacks

pytestmark = pytest.mark.django_db
DATED = date(2026, 11, 20)


def paper(known=None):
    known = number_at() if known is None else known
    return reads.paper(CODE, known, council="Westmere County Council", dated=DATED)


def word_file(*lines):
    file = docx.Document()
    for line in lines:
        file.add_paragraph(line)
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


def test_a_report_written_through_is_complete_and_prints_as_its_facts_do():
    write_all()
    found = paper()

    assert lacks(found, final=True) == ()
    assert decision_report(replace(found, meeting="Executive, 1 December 2026")) == decision_report(
        complete()
    )


def test_a_report_costs_so_many_queries(django_assert_num_queries):
    write_all()

    with django_assert_num_queries(9):
        paper()


def test_a_planned_decision_without_a_report_reads_as_not_begun():
    plan()
    found = paper()

    assert (found.version, found.author, found.title) == (
        0,
        "",
        "How hosting is bought after June 2027",
    )
    assert found.maker == "Executive"
    assert found.earliest == date(2026, 11, 18)
    assert found.key_threshold == 500000
    assert reads.paper_cover(CODE, number_at()) is None


def test_the_meeting_that_decides_is_named_with_its_day():
    plan()
    scrutiny = Body(code="OSMB", name="Scrutiny Board", kind=BodyKind.SCRUTINY)
    writes.record_body(body=scrutiny, **WHO)
    for body, words in (("EXEC", "Executive"), ("OSMB", "Scrutiny Board")):
        told = Meeting(code="", body=body, on=date(2026, 12, 1))
        meeting = writes.record_meeting(meeting=told, **WHO)
        writes.plan_decision(planned=replace(PLANNED, meeting=meeting.code), **WHO)
        assert paper().meeting == f"{words}, 1 December 2026"


def test_after_z_appendices_are_lettered_aa():
    plan()
    letters = [put(OPEN_APPENDIX).letter for _ in range(27)]

    assert letters[25:] == ["Z", "AA"]
    assert [one.letter for one in paper().appendices][-2:] == ["Z", "AA"]


def test_there_is_no_report_on_a_decision_that_is_not_planned():
    with pytest.raises(reads.UnknownDecision, match="There is no decision I020611"):
        writes.begin_paper(cover=COVER, **WHO)
    with pytest.raises(reads.UnknownDecision):
        paper()


def test_a_part_is_read_as_it_was_known_with_who_wrote_it():
    plan()
    first = writes.write_part(decision=CODE, part=Part.SUMMARY, text=" One.\r\nTwo. ", **WHO)
    writes.write_part(decision=CODE, part=Part.SUMMARY, text="Three.", by="a.patel", at=AT)

    assert (first.text, first.by, first.at) == ("One.\nTwo.", "d.reyes", AT)
    assert paper(first.version).parts[Part.SUMMARY].text == "One.\nTwo."
    assert paper().parts[Part.SUMMARY].by == "a.patel"
    assert models.PartText.objects.count() == 2


def test_the_same_text_again_adds_no_row_and_no_event():
    plan()
    writes.write_part(decision=CODE, part=Part.SUMMARY, text="One.", **WHO)
    before = Event.objects.count()

    again = writes.write_part(decision=CODE, part=Part.SUMMARY, text="One. ", **WHO)
    nothing = writes.write_part(decision=CODE, part=Part.REASONS, text=" ", **WHO)

    assert again.text == "One."
    assert nothing is None
    assert Event.objects.count() == before


def test_two_writers_do_not_write_over_each_other():
    plan()
    seen = writes.write_part(decision=CODE, part=Part.SUMMARY, text="One.", **WHO)
    writes.write_part(decision=CODE, part=Part.SUMMARY, text="Two.", by="a.patel", at=AT)
    mine = PartText(part=Part.SUMMARY, text="Three.", version=seen.version)

    with pytest.raises(
        writes.WrittenMeanwhile, match=r"a\.patel changed this part after you opened"
    ):
        writes.revise_part(decision=CODE, said=mine, **WHO)
    assert paper().parts[Part.SUMMARY].text == "Two."

    latest = replace(mine, version=paper().parts[Part.SUMMARY].version)
    assert writes.revise_part(decision=CODE, said=latest, **WHO).text == "Three."


def test_one_writer_keeps_writing_though_the_page_is_old():
    plan()
    writes.write_part(decision=CODE, part=Part.SUMMARY, text="One.", **WHO)
    old = PartText(part=Part.SUMMARY, text="Two.", version=0)

    assert writes.revise_part(decision=CODE, said=old, **WHO).text == "Two."


@pytest.mark.parametrize(
    ("said", "refusal"),
    [
        ({"part": Part.SUMMARY, "none": True}, "This part must say something. Write it."),
        ({"part": Part.SUMMARY, "text": "x" * 60_001}, "A part may have 60,000 letters."),
    ],
)
def test_a_part_that_cannot_be_kept_is_refused_in_words(said, refusal):
    plan()
    with pytest.raises(writes.UnfitPart, match=refusal):
        writes.write_part(decision=CODE, **said, **WHO)
    assert not models.PartText.objects.exists()


def test_the_log_says_which_part_was_written_and_never_its_words():
    write_all()

    bodies = " ".join(Event.objects.values_list("body", flat=True))
    assert "Forty-one systems" not in bodies
    assert "1,047,300" not in bodies
    assert EXEMPT_APPENDIX.title not in bodies
    assert Event.objects.filter(subject=f"decision/{CODE}/report/appendices/B").exists()


def test_a_cover_needs_every_line():
    plan()
    with pytest.raises(writes.UnfitPart, match=r"The cover needs its contact, on behalf of\."):
        writes.begin_paper(cover=replace(COVER, contact=" ", on_behalf_of=""), **WHO)


def test_a_cover_is_changed_by_a_new_row():
    plan()
    first = writes.begin_paper(cover=COVER, **WHO)
    second = writes.begin_paper(cover=replace(COVER, title="Buying hosting"), **WHO)

    assert paper(first.version).title == "Buying hosting from June 2027"
    assert (paper().title, paper().version) == ("Buying hosting", second.version)
    assert reads.paper_cover(CODE, first.version) == first


def test_an_impact_is_replaced_by_a_new_row_and_the_same_adds_none():
    plan()
    writes.set_impact(decision=CODE, impact=AT_HARM, **WHO)
    writes.set_impact(
        decision=CODE, impact=replace(AT_HARM, mitigation=f"{AT_HARM.mitigation} "), **WHO
    )
    writes.set_impact(decision=CODE, impact=replace(AT_HARM, impact=Impact.POSITIVE), **WHO)

    assert models.EqualityImpact.objects.count() == 2
    assert [one.impact for one in paper().equality] == [Impact.POSITIVE]
    assert paper().equality[0].characteristic is Characteristic.DISABILITY


# Appendices


def test_appendices_take_letters_in_turn_and_a_removed_ones_letter_is_not_used_again():
    plan()
    letters = [put(OPEN_APPENDIX).letter, put(EXEMPT_APPENDIX).letter]
    writes.remove_appendix(decision=CODE, letter="B", **WHO)

    assert letters == ["A", "B"]
    assert put(OPEN_APPENDIX).letter == "C"
    assert [(one.letter, one.removed) for one in paper().appendices] == [
        ("A", False),
        ("B", True),
        ("C", False),
    ]


def test_an_appendix_is_changed_under_its_letter():
    plan()
    put(EXEMPT_APPENDIX)
    opened = replace(OPEN_APPENDIX, letter="A", text=SECRET)
    writes.put_appendix(decision=CODE, appendix=opened, **WHO)

    assert [one.closure.is_open for one in paper().appendices] == [True]


def test_a_word_file_is_kept_as_evidence_and_its_text_is_held_against_the_open_parts():
    plan()
    content = word_file("Soundings", "Two of the three rivals named a lower price in August.")
    kept = put(replace(EXEMPT_APPENDIX, text=""), content=content, name="C:\\soundings.docx")
    writes.write_part(
        decision=CODE,
        part=Part.BACKGROUND,
        text="We heard that two of the three rivals named a lower price.",
        **WHO,
    )

    assert evidence.content(kept.file) == content
    assert kept.file_name == "soundings.docx"
    assert "Two of the three rivals" in kept.text
    assert [one.part for one in lacks(paper(), final=False) if "repeats" in one.fault] == [
        "background"
    ]


def test_a_change_without_a_file_keeps_the_file_and_a_text_takes_its_place():
    plan()
    content = word_file("A timetable of the competition, month by month.")
    kept = put(replace(OPEN_APPENDIX, text=""), content=content, name="plan.docx")
    renamed = replace(OPEN_APPENDIX, title="Timetable", text="")
    again = writes.put_appendix(decision=CODE, appendix=renamed, **WHO)
    typed = writes.put_appendix(decision=CODE, appendix=OPEN_APPENDIX, **WHO)

    assert (again.title, again.file, again.text) == ("Timetable", kept.file, kept.text)
    assert (typed.file, typed.text) == ("", OPEN_APPENDIX.text)


def test_a_scan_is_kept_though_it_has_no_text(scanned_pdf):
    plan()
    kept = put(replace(EXEMPT_APPENDIX, text=""), content=scanned_pdf, name="scan.pdf")

    assert (kept.text, kept.file_name) == ("", "scan.pdf")
    assert any("no text that can be read" in one.fault for one in lacks(paper(), final=False))


@pytest.fixture
def scanned_pdf():
    file = pikepdf.new()
    file.add_blank_page()
    out = io.BytesIO()
    file.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "refusal"),
    [
        (b"plain words", "The appendix is no Word document and no PDF; send it as .docx or .pdf"),
        (b"PK\x03\x04 cut", "damaged or cut short"),
        (b"%PDF-1.7 cut", "damaged or cut short"),
    ],
)
def test_a_file_of_another_kind_is_refused_and_nothing_is_kept(content, refusal):
    plan()
    with pytest.raises(writes.UnfitPart, match=refusal):
        put(OPEN_APPENDIX, content=content, name="a.bin")
    assert not models.Appendix.objects.exists()


def test_what_is_not_listed_cannot_be_changed_or_removed():
    plan()
    with pytest.raises(writes.UnknownAnnex, match="There is no Appendix Z"):
        writes.put_appendix(decision=CODE, appendix=replace(OPEN_APPENDIX, letter="Z"), **WHO)
    with pytest.raises(writes.UnknownAnnex, match="There is no Appendix A"):
        writes.remove_appendix(decision=CODE, letter="A", **WHO)
    with pytest.raises(writes.UnknownAnnex, match="There is no background paper 3"):
        writes.remove_background_paper(decision=CODE, number=3, **WHO)
    with pytest.raises(writes.UnfitPart, match="The appendix has no title"):
        put(replace(OPEN_APPENDIX, title=" "))


def test_background_papers_are_numbered_changed_and_taken_off():
    plan()
    new = replace(POLICY_PAPER, number=0)
    one = writes.put_background_paper(decision=CODE, paper=new, **WHO)
    two = writes.put_background_paper(decision=CODE, paper=new, **WHO)
    moved = replace(one, where="Room 4")
    writes.put_background_paper(decision=CODE, paper=moved, **WHO)
    writes.remove_background_paper(decision=CODE, number=two.number, **WHO)

    assert [(p.number, p.where, p.removed) for p in paper().background_papers] == [
        (1, "Room 4", False),
        (2, "The council’s website", True),
    ]
    with pytest.raises(writes.UnfitPart, match="needs its title and where it may be seen"):
        writes.put_background_paper(decision=CODE, paper=replace(new, where=" "), **WHO)


def test_guidance_names_its_source_for_every_part():
    found = reads.guidance()

    assert list(found) == list(Part)
    assert all(one.words and one.source for one in found.values())
    assert set(TEXTS) <= set(found)
