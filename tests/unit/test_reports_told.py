"""What a body asked to be told, held against the report that it gets; and its own sections."""

from datetime import date

import pytest

from factories import report_papers as made
from factories.promise_facts import commitment, due, question, step
from scrutable.contracts.compose import contract_performance, exceptions, sections_wanted
from scrutable.documents.blocks import Heading
from scrutable.documents.plain import render_plain
from scrutable.meetings.compose.asked import Asked
from scrutable.meetings.facts import Wanted
from scrutable.reports.rules.checking import check

BODY = "the Overview and Scrutiny Management Board"
ASKED = Asked(
    body_name=BODY,
    commitments=(
        commitment(step("answered", "10-5", words="In section 5", paper="edition/CSS-2026-3")),
        commitment(number=15, text="Say who answers the old line", due=due("9-1")),
    ),
    questions=(question(),),
    as_at=date(2026, 10, 12),
    meetings={"OSMB-2026-06-25": date(2026, 6, 25)},
)


def wanted(section, words="how many apprentices were employed", **said):
    plain = {
        "body": "OSMB",
        "number": 1,
        "words": words,
        "section": section,
        "from_on": date(2026, 6, 25),
        "asked_in": "OSMB-2026-06-25",
    }
    return Wanted(**plain | said)


def faults(*wants, compose=contract_performance, **said):
    papers = made.papers(asked=ASKED, wanted=wants, **said)
    found = check(papers, compose(papers))
    return [fault for fault in found if "to be told" in fault.fault]


def test_what_was_asked_stands_after_what_needs_attention_in_both_kinds():
    papers = made.papers(asked=ASKED)

    for compose in (contract_performance, exceptions):
        headings = [
            block.anchor
            for block in compose(papers).blocks
            if isinstance(block, Heading) and block.level == 1
        ]
        assert headings[1:4] == ["attention", "asked", "changes"]


def test_the_section_reads_as_a_member_would_read_it(golden):
    text = render_plain(contract_performance(made.papers(asked=ASKED)))

    section = text.partition("# 3 ")[2].partition("\n# 4 ")[0]
    golden("report_asked.txt", f"# 3 {section}\n")


def test_a_report_for_nobody_reads_as_it_did_before():
    assert contract_performance(made.papers(wanted=(wanted("apprentices"),))) == (
        contract_performance(made.papers())
    )


def test_a_section_without_a_word_is_a_fault_with_who_asked_and_when():
    (fault,) = faults(wanted("apprentices"))

    assert str(fault) == (
        "section 4: the Overview and Scrutiny Management Board agreed on 25 June 2026 to be told "
        "“how many apprentices were employed”; the report has no section that says it; write it in "
        "the commentary of “How many apprentices were employed”"
    )
    assert (fault.section, fault.mend_at) == ("apprentices", "commentary/apprentices/")


@pytest.mark.parametrize("section", ["mitigations", "services", "method", "asked"])
def test_a_section_that_the_report_has_by_itself_satisfies(section):
    assert faults(wanted(section)) == []


def test_a_section_that_only_another_kind_makes_becomes_commentary():
    (fault,) = faults(wanted("services"), compose=exceptions)

    assert fault.remedy == "write it in the commentary of “Every KPI by service”"


def test_the_officers_commentary_satisfies():
    said = {"apprentices": "Four apprentices were employed in September 2026."}

    assert faults(wanted("apprentices"), narrative=said) == []


def test_one_section_may_answer_two_wants():
    found = faults(wanted("apprentices"), wanted("apprentices", "where they came from", number=2))

    assert len(found) == 2
    assert len(sections_wanted((wanted("a"), wanted("a", number=2)), ())) == 1
