"""Reports for a body: what it asked for and what was done, and what it wants to be told."""

import re
from datetime import date

import pytest

from factories.contract_facts import contract
from factories.promise_facts import meeting, step
from factories.stored_promises import made, stored_board
from factories.stored_reports import OCTOBER, draft, frozen, stored_results
from scrutable.documents.plain import render_plain
from scrutable.meetings import facts as meeting_facts
from scrutable.meetings import writes as meeting_writes
from scrutable.registers.writes import record_contract
from scrutable.reports import reads, writes

pytestmark = pytest.mark.django_db
NOVEMBER = OCTOBER.replace(month=11, day=16)
TO_THE_BOARD = {"body": "OSMB", "put_to": "OSMB-2026-11-26"}


@pytest.fixture
def board():
    stored_results()
    stored_board()


def asked_part(name):
    """Return the section as text."""
    text = render_plain(reads.document_of(reads.edition(name)))
    return re.split(r"\n# \d+ ", text.partition(" What you asked for and what was done\n\n")[2])[0]


def answered(at):
    """Answer the first commitment in the report of October."""
    said = {"words": "In section 4", "paper": "edition/CSS-2026-1"}
    taken = step("answered", "10-14", **said)
    meeting_writes.take_step(commitment="2026-001", step=taken, by="t.okafor", at=at)


def wants(words, section, **said):
    """Keep what the board wants to be told from its meeting in September on."""
    plain = {
        "body": "OSMB",
        "number": 0,
        "words": words,
        "section": section,
        "from_on": date(2026, 9, 24),
        "asked_in": "OSMB-2026-09-24",
    }
    wanted = meeting_facts.Wanted(**plain | said)
    return meeting_writes.want(wanted=wanted, by="a.clerk", at=OCTOBER)


def test_a_report_for_a_body_tells_what_it_asked_for_without_anybody_adding_it(board):
    made(text="Give the reasons for abandoned calls", contract="CSS")
    made(text="Report on the strategy", contract="")
    other = contract(code="AWP", title="Applications")
    record_contract(contract=other, by="j.smith", at=OCTOBER)
    made(text="Explain the charges of another contract", contract="AWP")

    edition = draft(**TO_THE_BOARD)

    told = asked_part(edition.name)
    assert "Give the reasons for abandoned calls" in told
    assert "Report on the strategy" in told
    assert "another contract" not in told
    assert "asked" in [one.anchor for one in reads.sections(edition, reads.pin_of(edition))]


def test_a_report_for_nobody_has_no_such_section(board):
    made(contract="CSS")

    edition = draft()

    assert "What you asked for" not in render_plain(reads.document_of(edition))
    assert "asked" not in [one.anchor for one in reads.sections(edition, reads.pin_of(edition))]


def test_what_is_settled_after_the_report_is_frozen_changes_nothing_in_it(board):
    made(text="Give the reasons for abandoned calls")
    first = frozen(**TO_THE_BOARD)
    before = asked_part(first.name)

    answered(at=NOVEMBER)

    assert asked_part(first.name) == before
    assert reads.verify(first.name).is_proved
    assert reads.superseded_figures(first.name) == []


def test_the_next_report_tells_what_was_answered_and_closed_and_then_no_more(board):
    made(text="Give the reasons for abandoned calls")
    frozen(**TO_THE_BOARD)
    answered(at=NOVEMBER)

    second = writes.freeze(edition=draft(**TO_THE_BOARD).name, by="j.smith", at=NOVEMBER)
    december = NOVEMBER.replace(month=12)
    meeting_writes.record_meeting(meeting=meeting("11-26"), by="a.clerk", at=december)
    closed = step("closed", "11-26", agreed_in="OSMB-2026-11-26")
    meeting_writes.take_step(commitment="2026-001", step=closed, by="t.okafor", at=december)
    third = writes.freeze(edition=draft(**TO_THE_BOARD).name, by="j.smith", at=december)
    fourth = draft(**TO_THE_BOARD)

    assert "Answered on 14 October 2026: In section 4 (edition/CSS-2026-1)." in asked_part(
        second.name
    )
    assert "agreed on 26 November 2026 to close it" in asked_part(third.name)
    assert "Give the reasons" not in asked_part(fourth.name)


def test_an_unanswered_question_reaches_the_next_report(board):
    question = meeting_facts.Question(
        meeting="OSMB-2026-09-24",
        number=0,
        item="",
        asked_by="Councillor Osei",
        text="How many calls were abandoned?",
        to="Head of IT",
    )
    meeting_writes.ask_question(question=question, by="t.okafor", at=OCTOBER)

    told = asked_part(draft(**TO_THE_BOARD).name)

    assert "How many calls were abandoned?" in told
    assert "Unanswered" in told


def test_a_report_that_does_not_tell_what_the_body_wants_fails_its_check(board):
    wants("how many apprentices were employed", "apprentices")
    edition = draft(**TO_THE_BOARD)

    with pytest.raises(writes.NotFit) as unfit:
        writes.freeze(edition=edition.name, by="j.smith", at=OCTOBER)

    (fault,) = unfit.value.faults
    assert fault.fault == (
        "the Overview and Scrutiny Management Board agreed on 24 September 2026 to be told “how "
        "many apprentices were employed”; the report has no section that says it"
    )
    assert fault.remedy == "write it in the commentary of “How many apprentices were employed”"
    assert fault.mend_at == "commentary/apprentices/"


def test_what_no_composer_makes_is_a_section_of_commentary_in_that_bodys_reports(board):
    wants("how many apprentices were employed", "apprentices")
    edition = draft(**TO_THE_BOARD)
    said = "Four apprentices were employed in September 2026."
    writes.narrate(
        edition=edition.name,
        section="apprentices",
        text=said,
        based_on=None,
        by="j.smith",
        at=OCTOBER,
    )

    issued = writes.freeze(edition=edition.name, by="j.smith", at=OCTOBER)

    text = render_plain(reads.document_of(issued))
    assert "How many apprentices were employed\n" in text
    assert said in text
    assert "apprentices" not in [
        one.anchor for one in reads.sections(draft(), reads.pin_of(draft()))
    ]


@pytest.mark.parametrize(
    "said",
    [
        {"section": "mitigations"},  # a section that the report has by itself
        {"section": "apprentices", "report_kind": "exceptions"},  # wanted elsewhere
        {"section": "apprentices", "from_on": date(2026, 10, 13)},  # the day after
        {"section": "apprentices", "from_on": date(2026, 9, 1), "until_on": date(2026, 10, 11)},
    ],
)
def test_what_is_told_or_not_wanted_here_and_now_is_no_fault(board, said):
    wants("the mitigations agreed", **said)

    assert frozen(**TO_THE_BOARD).is_frozen


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ({}, ("", "", "Somebody")),
        ({"named": "overview and scrutiny management board"}, ("OSMB", "OSMB-2026-11-26")),
        ({"body": "OSMB"}, ("OSMB", "OSMB-2026-11-26")),
        ({"body": "CABINET"}, ("CABINET", "")),
        ({"put_to": "OSMB-2026-09-24"}, ("OSMB", "OSMB-2026-09-24")),
    ],
)
def test_a_report_goes_to_the_body_named_and_its_next_meeting(board, said, expected):
    found = reads.destination(date(2026, 10, 12), 999, **{"named": "Somebody"} | said)

    assert (found.body, found.put_to, found.words)[: len(expected)] == expected


def test_a_meeting_of_another_body_is_refused(board):
    with pytest.raises(reads.NotItsMeeting, match="OSMB-2026-11-26 is no meeting of Cabinet"):
        reads.destination(date(2026, 10, 12), 999, body="CABINET", put_to="OSMB-2026-11-26")
