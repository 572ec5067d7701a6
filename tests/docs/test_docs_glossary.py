import re
from enum import StrEnum
from pathlib import Path

import pytest

from scrutable.contracts import facts
from scrutable.housekeeping import facts as housekeeping
from scrutable.portfolio import facts as portfolio
from scrutable.reports import facts as reports
from scrutable.work.facts import JobState

ROOT = Path(__file__).parents[2]
TEXT = (ROOT / "GLOSSARY.md").read_text(encoding="utf-8")
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in TEXT.splitlines()
    if line.startswith("| ") and not line.startswith(("| ---", "| Word"))
]
ENUMS = [
    value
    for module in (facts, portfolio, housekeeping, reports)
    for value in vars(module).values()
    if isinstance(value, type) and issubclass(value, StrEnum) and value is not StrEnum
]
COLLIDING = ["action", "board", "contract", "exception", "member"]
COLLIDING += ["minute", "officer", "quarter", "report", "service"]


def test_every_row_has_a_word_a_meaning_and_its_place_in_the_code():
    assert [row for row in ROWS if len(row) != 3 or not all(row)] == []


def test_the_words_stand_in_alphabetical_order_and_once():
    words = [row[0].casefold() for row in ROWS]

    assert words == sorted(set(words))


@pytest.mark.parametrize("enum", [*ENUMS, JobState], ids=lambda enum: enum.__name__)
def test_every_stored_value_is_explained(enum):
    explained = set(re.findall(r"`([a-z_-]+)`", TEXT))

    assert {member.value for member in enum} - explained == set()


@pytest.mark.parametrize("word", COLLIDING)
def test_the_words_that_collide_have_one_meaning_here(word):
    assert word in [row[0] for row in ROWS]
