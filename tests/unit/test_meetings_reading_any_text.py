"""Whatever the text, reading it gives spans inside it, quickly, and never raises."""

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from scrutable.meetings.rules import reading

PIECES = """
RESOLVED Resolved resolved that That THAT be noted approved and the The Director of Finance in
consultation with Leader to delegate delegated authority (a) (b) 1. 2. i. ii) · • Ø - : ; , .
Decision: Minutes: Recommended Reasons: ACTION: amendment lost carried For Against 7 £2m £1.2k next
meeting quarter 3 2022/23 31st November 2019 (cut) would report back Members it was agreed subject
minutes public excluded ... “quoted” – £681,839,00 31/02/2023 moved seconded casting vote
"""
WORDS = PIECES.split()
PAGES = st.lists(
    st.one_of(st.sampled_from(WORDS), st.text(max_size=8), st.sampled_from(["\n", "\n\n", "  "])),
    max_size=80,
).map(" ".join)
SECONDS = 4.0  # far above what it takes, far below what squares of these sizes would take


@settings(max_examples=400)
@given(st.one_of(st.text(max_size=400), PAGES))
def test_every_span_is_inside_the_text_and_is_what_was_read(text):
    found = reading.read(text)

    for outcome in found.outcomes:
        start, end = outcome.span
        assert 0 <= start <= end <= len(text)
        assert outcome.text == " ".join(text[start:end].split())


@given(PAGES)
def test_the_same_text_is_read_the_same_way(text):
    assert reading.read(text) == reading.read(text)


@given(PAGES)
def test_blank_lines_at_the_end_change_nothing(text):
    assert reading.read(text + "\n \n\n") == reading.read(text)


@given(PAGES)
def test_any_reading_survives_json(text):
    found = reading.read(text)

    assert reading.from_json(reading.as_json(found)) == found


@given(PAGES)
def test_outcomes_stand_in_the_order_of_the_text(text):
    starts = [outcome.span[0] for outcome in reading.read(text).outcomes]

    assert starts == sorted(starts)


@pytest.mark.parametrize(
    "text",
    [
        "\n" * 100_000,
        " " * 500_000 + "x",
        "x" * 1_000_000,
        "RESOLVED " * 50_000,
        "RESOLVED\n" * 50_000,
        "Resolved: That\n" * 30_000,
        "(a) " * 250_000,
        "(a) \n" * 100_000,
        "(" * 100_000,
        "1." * 100_000,
        "RESOLVED\n" + "(1) That the report be noted;\n" * 4_000,
        "the Director of Finance and " * 20_000,
        "RESOLVED that " + "Director Of Finance " * 20_000,
        "RESOLVED that authority be delegated to " + "the Leader, " * 20_000,
        "in consultation with the Leader and " * 20_000,
        "That the report be noted and " * 10_000,
        "amendment lost " * 20_000,
        "moved and seconded " * 20_000,
        "Officer would provide " * 20_000,
        "minutes of the meeting " * 20_000,
        "£1,1" * 50_000,
        "31 March 2023 " * 20_000,
    ],
    ids=range(22),
)
def test_long_and_hostile_texts_take_no_longer_than_their_length(text):
    start = time.process_time()

    reading.read(text)

    assert time.process_time() - start < SECONDS
