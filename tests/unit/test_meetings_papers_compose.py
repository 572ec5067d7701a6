"""Decision reports as documents: every part in its order, and nothing closed in what is open."""

import html as markup
import io
import re
import zipfile
from dataclasses import replace

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pdfua import Severity, validate

from factories.decision_papers import (
    CONFIDENTIAL,
    EXEMPT_APPENDIX,
    OPEN_APPENDIX,
    PARTS,
    POLICY_PAPER,
    complete,
    listing,
    said,
    with_appendices,
    without,
)
from scrutable.documents import canonical, plain
from scrutable.documents.blocks import Heading, Note
from scrutable.documents.render import Options, makers
from scrutable.meetings.compose.decision_report import NothingExempt, decision_report, has_exempt
from scrutable.meetings.facts import Appendix, Closure, Openness, PaperCover, Part, PartText

OPTIONS = Options(links="https://scrutable.westmere.example")


def text(paper, *, exempt=False):
    return plain.render_plain(decision_report(paper, exempt=exempt))


def in_every_format(document):
    """Each format's name with the words that can be read in it."""
    made = {name: make() for name, make in makers(document, OPTIONS).items()}
    for name, content in made.items():
        if name in ("docx", "xlsx"):
            with zipfile.ZipFile(io.BytesIO(content)) as parts:
                xml = " ".join(
                    parts.read(part).decode("utf-8", "replace") for part in parts.namelist()
                )
            yield name, xml + markup.unescape(re.sub(r"<[^>]+>", "", xml))
        elif name == "pdf":
            pages = pypdfium2.PdfDocument(content)
            words = " ".join(page.get_textpage().get_text_range() for page in pages)
            yield name, words + str(pages.get_metadata_dict())
        else:
            yield name, content.decode() + markup.unescape(content.decode())


def test_the_open_part_reads_as_it_should(golden):
    golden("decision_report_open.txt", text(complete()))


def test_the_exempt_part_reads_as_it_should(golden):
    golden("decision_report_exempt.txt", text(complete(), exempt=True))


def test_every_part_has_a_heading_that_its_faults_can_point_to():
    anchors = [
        block.anchor for block in decision_report(complete()).blocks if isinstance(block, Heading)
    ]

    assert [anchor for anchor in anchors if anchor in {part.value for part in Part}] == [
        part.value for part in Part
    ]


@pytest.mark.parametrize("part", [part for part in Part if part in PARTS])
def test_a_draft_says_which_part_is_still_to_be_written(part):
    document = decision_report(without(part))
    warnings = [block for block in document.blocks if isinstance(block, Note)]

    assert len(warnings) == 2
    assert "This is a draft, with 1 part still to be written." in warnings[0].runs[0]
    assert warnings[1].runs == ("This part is still to be written.",)


def test_a_report_that_is_not_begun_can_be_looked_at():
    paper = complete(
        version=0, author="", contact="", on_behalf_of="", parts={}, equality=(), appendices=()
    )

    assert "No author is named yet." in text(paper)


def test_no_impact_on_anybody_is_printed_with_its_reason():
    none = {Part.EQUALITY: PartText(part=Part.EQUALITY, text="Only servers move.", none=True)}
    printed = text(complete(parts=PARTS | none, equality=()))

    assert "is not expected to affect people differently" in printed
    assert "Only servers move." in printed
    assert "Marriage" not in printed


def test_background_papers_are_listed_with_where_they_may_be_seen():
    assert "IMT strategy 2024 | The council’s website" in text(listing(POLICY_PAPER))


def test_an_open_file_is_named_and_its_words_are_not_printed_twice():
    file = replace(OPEN_APPENDIX, file="0" * 64, file_name="timetable.pdf")

    assert "A file of its own: timetable.pdf" in text(with_appendices(file))
    assert "Tender in January 2027" not in text(with_appendices(file))


def test_an_exempt_file_is_named_in_the_exempt_part_alone():
    file = replace(EXEMPT_APPENDIX, file="0" * 64, file_name="soundings.docx")

    assert "soundings.docx" not in text(with_appendices(file))
    assert "a file of its own: soundings.docx" in text(with_appendices(file), exempt=True)


def test_one_recommendation_needs_no_line_above_it():
    printed = text(said(Part.RECOMMENDATIONS, "That the Executive approves the plan."))

    assert "# 2 Recommendations\n\n(1) That the Executive approves the plan.\n\n#" in printed


def test_a_report_and_its_cover_share_a_reference():
    cover = PaperCover(decision="I1", title="T", author="A", contact="C", on_behalf_of="O")

    assert complete().reference == "decision/I020611/report"
    assert cover.reference == "decision/I1/report"


def test_a_closed_title_is_shown_only_if_it_is_open():
    assert "Soundings among suppliers" not in text(complete())
    shown = replace(EXEMPT_APPENDIX, title_is_open=True)
    assert "Soundings among suppliers" in text(with_appendices(shown))


def test_a_confidential_appendix_is_listed_and_stands_in_neither_part():
    secret = replace(EXEMPT_APPENDIX, letter="C", text="Given in confidence.", closure=CONFIDENTIAL)
    paper = with_appendices(EXEMPT_APPENDIX, secret)

    assert "Appendix C | Title not for publication | Confidential" in text(paper)
    assert "Given in confidence." not in text(paper)
    assert "Given in confidence." not in text(paper, exempt=True)
    assert not has_exempt(with_appendices(secret))


def test_the_exempt_part_names_every_paragraph_in_its_header():
    legal = Closure(openness=Openness.EXEMPT, paragraphs=(5, 3), public_interest="Advice is ours.")
    second = Appendix(letter="C", title="Advice", text="We may lose.", closure=legal)
    document = decision_report(with_appendices(EXEMPT_APPENDIX, second), exempt=True)

    assert document.visibility == "exempt"
    assert (
        document.exempt_paragraph == "Paragraphs 3 and 5 of Schedule 12A, Local Government Act 1972"
    )


def test_there_is_no_exempt_part_where_nothing_is_exempt():
    paper = with_appendices(OPEN_APPENDIX)

    assert not has_exempt(paper)
    with pytest.raises(NothingExempt, match="The report on I020611 has no exempt appendix"):
        decision_report(paper, exempt=True)


@pytest.mark.parametrize("exempt", [False, True])
def test_every_format_can_be_made_and_the_pdf_passes_its_profile(exempt, tmp_path):
    document = decision_report(complete(), exempt=exempt)
    path = tmp_path / "report.pdf"
    path.write_bytes(makers(document, OPTIONS)["pdf"]())

    assert [f for f in validate(str(path)).findings if f.severity >= Severity.ERROR] == []
    assert canonical.from_json(canonical.to_json(document)) == document
    assert dict(in_every_format(document)).keys() == {"docx", "html", "pdf", "txt", "xlsx"}


def test_the_same_paper_gives_the_same_tree():
    assert decision_report(complete()) == decision_report(complete())


def test_typed_lines_that_begin_with_a_dash_are_a_list():
    printed = text(said(Part.BACKGROUND, "Two things:\n- one\n• two\n\nAnd so on."))

    assert "5.1 Two things:\n\n- one\n- two\n\n5.2 And so on." in printed


MARK = "Qvzwxleak"
closed_texts = st.text(st.characters(codec="utf-8"), max_size=40).map(
    lambda own: f"{own} {MARK} {own}"
)
closures = st.one_of(
    st.just(CONFIDENTIAL),
    st.builds(
        lambda numbers: Closure(
            openness=Openness.EXEMPT,
            paragraphs=tuple(sorted(numbers)),
            public_interest="Openness now would spoil the competition.",
        ),
        st.sets(st.integers(1, 7), min_size=1),
    ),
)
closed_appendices = st.builds(
    Appendix,
    letter=st.just("B"),
    title=closed_texts,
    text=closed_texts,
    file=st.sampled_from(["", "0" * 64]),
    file_name=closed_texts,
    closure=closures,
)


@given(closed_appendices, closed_appendices, closed_appendices)
def test_no_word_of_a_closed_appendix_is_in_the_open_tree(one, two, three):
    paper = with_appendices(
        one, OPEN_APPENDIX, replace(two, letter="C"), replace(three, letter="D", removed=True)
    )

    assert MARK not in canonical.to_json(decision_report(paper))


@settings(max_examples=8)
@given(closed_appendices)
def test_no_word_of_a_closed_appendix_is_in_any_open_file(closed):
    document = decision_report(with_appendices(OPEN_APPENDIX, closed))

    for name, words in in_every_format(document):
        assert MARK not in words, name
        assert "Timetable" in words, name


@given(closed_appendices.filter(lambda one: one.closure.openness is Openness.CONFIDENTIAL))
def test_no_word_of_a_confidential_appendix_is_in_the_exempt_part(closed):
    paper = with_appendices(replace(EXEMPT_APPENDIX, letter="A"), closed)

    assert MARK not in canonical.to_json(decision_report(paper, exempt=True))


def test_the_mark_would_be_seen_in_every_file_if_it_were_there():
    document = decision_report(
        with_appendices(replace(OPEN_APPENDIX, title=f"Plan {MARK}", text="Told.")),
    )

    assert all(MARK in words for _, words in in_every_format(document))
