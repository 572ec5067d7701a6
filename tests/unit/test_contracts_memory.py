"""What a process keeps of its answers: right for ever under its seal, and never too many."""

from datetime import date

import pytest

from scrutable.access.views import Memory
from scrutable.contracts.views.doors import Asked

DAY = date(2026, 10, 12)


def at(seal="a" * 64, as_at=DAY):
    return Asked(as_at=as_at, known=7, known_words="", seal=seal)


@pytest.fixture
def made():
    return []


def answer(memory, moment, asked, made):
    return memory.of(moment, asked, lambda: made.append(asked) or len(made))


def test_an_answer_is_made_once_for_an_event_and_a_day(made):
    memory = Memory(4)

    first = answer(memory, at(), "CSS", made)

    assert answer(memory, at(), "CSS", made) == first
    assert answer(memory, at(seal="b" * 64), "CSS", made) != first
    assert answer(memory, at(as_at=date(2026, 10, 13)), "CSS", made) not in (first, first + 1)
    assert len(made) == 3


def test_before_the_first_event_nothing_is_kept(made):
    memory = Memory(4)

    answer(memory, at(seal=""), "CSS", made)
    answer(memory, at(seal=""), "CSS", made)

    assert len(made) == 2


def test_what_was_asked_longest_ago_goes_first(made):
    memory = Memory(2)
    for asked in ("a", "b", "a", "c"):
        answer(memory, at(), asked, made)

    answer(memory, at(), "a", made)
    answer(memory, at(), "b", made)

    assert made == ["a", "b", "c", "b"]


def test_what_is_refused_is_not_kept(made):
    memory = Memory(2)

    def refuse():
        raise LookupError

    with pytest.raises(LookupError):
        memory.of(at(), "CSS", refuse)

    assert answer(memory, at(), "CSS", made) == 1
