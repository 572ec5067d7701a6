import doctest

import pytest

from scrutable.documents import numbering
from scrutable.meetings.presenters import papers, schedule
from scrutable.meetings.rules.papers import placeholders, recommending, sums, verbs


@pytest.mark.parametrize(
    "module", [numbering, papers, schedule, placeholders, recommending, sums, verbs]
)
def test_examples_are_true(module):
    tried = doctest.testmod(module)

    assert tried.attempted
    assert not tried.failed


@pytest.mark.parametrize(
    ("text", "pounds"),
    [
        ("£5", [5]),
        ("£1,200,000.", [1200000]),
        ("£1.2m, £3 bn and £40k", [1200000, 3000000000, 40000]),
        ("£12 more", [12]),
        ("£ 7 thousand", [7000]),
        ("5 pounds, 12%", []),
    ],
)
def test_sums_are_read_as_they_are_written(text, pounds):
    assert [int(one.pounds) for one in sums.sums_in(text)] == pounds
