from datetime import date

import pytest

from scrutable.demo.facts import Duty, Quoted
from scrutable.demo.rules.clerking import corrected, missed, squeezed
from scrutable.meetings.facts import Due, Outcome, OutcomeKind

DUTY = Duty(
    quoted=Quoted(meeting="OSMB-2026-07-30", words="the plan"),
    kind=OutcomeKind.ACTION,
    owner="Head of People",
    due=date(2026, 9, 17),
)
TEXT = "That the Head of People bring the plan by 17 September 2026."
BY_SEPTEMBER = Due(words="17 September 2026", last=date(2026, 9, 17))


def read(**said):
    rest = {
        "kind": OutcomeKind.REQUEST,
        "text": TEXT,
        "span": (0, 60),
        "owner": "Head of People",
        "due": BY_SEPTEMBER,
    }
    return Outcome(**{**rest, **said})


@pytest.mark.parametrize("due", [BY_SEPTEMBER, Due(words="next meeting")])
def test_what_was_read_rightly_stands(due):
    outcome = read(due=due)

    assert corrected(outcome, DUTY, TEXT) == (outcome, "")


@pytest.mark.parametrize(
    ("said", "why"),
    [
        ({"kind": OutcomeKind.APPROVE}, "Something is owed here"),
        ({"owner": ""}, "The owner is the Head of People; nobody was read"),
        ({"owner": "the Board"}, "The owner is the Head of People; “the Board” was read"),
        ({"due": None}, "The day by which it is due was not read"),
        ({"due": Due(words="yearly")}, "The day by which it is due was not read"),
        (
            {"due": Due(words="16 September", last=date(2026, 9, 16))},
            "The day by which it is due was not read",
        ),
    ],
)
def test_what_was_misread_is_put_right_with_its_reason(said, why):
    mended, reason = corrected(read(**said), DUTY, TEXT)

    assert reason == why
    assert corrected(mended, DUTY, TEXT) == (mended, "")


@pytest.mark.parametrize(
    ("after", "text"),
    [
        ("\nof the year. (4) That", "bring the plan of the year."),
        ("\nof the year\n\n(4) That", "bring the plan of the year"),
        (".", "bring the plan"),
        ("; and", "bring the plan"),
        ("\n\n(4) That", "bring the plan"),
        ("", "bring the plan"),
    ],
)
def test_words_that_go_on_are_read_to_their_end(after, text):
    outcome = read(text="bring the plan", span=(0, 14))

    mended, reason = corrected(outcome, DUTY, f"bring the plan{after}")

    assert mended.text == text
    assert reason == ("" if mended == outcome else "The words go on in the next line")


def test_every_fault_is_said_at_once():
    _, reason = corrected(read(kind=OutcomeKind.NOTE, owner="", due=None), DUTY, TEXT)

    assert reason.count(". ") == 2


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("It rained. The Head of People would bring the plan. Nobody came.", (11, 51)),
        ("• In answer, the Head of People offered the plan.\n\nRESOLVED", (2, 49)),
        ("the plan would be brought", (0, 25)),
    ],
)
def test_what_was_missed_is_the_sentence_with_the_words(text, sentence):
    outcome = missed(text, DUTY)

    assert outcome.span == sentence
    assert outcome.text == text[slice(*sentence)]
    assert (outcome.owner, outcome.due.last) == ("Head of People", date(2026, 9, 17))


def test_words_that_the_text_has_not_are_said():
    with pytest.raises(ValueError, match="not found"):
        missed("Nothing was said.", DUTY)


def test_a_wrapped_line_and_a_curly_quotation_mark_make_no_difference():
    assert squeezed("all\n90  people’s arrears") == "all 90 people's arrears"
