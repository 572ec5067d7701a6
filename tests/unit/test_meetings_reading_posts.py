"""A lead that names a post and no more hands it to the deeds below."""

import pytest

from scrutable.meetings.rules.reading import read


def told(text):
    return [(one.kind.value, one.owner) for one in read(text).outcomes]


@pytest.mark.parametrize(
    ("lead", "expected"),
    [
        ("That the Head of Digital:", [("action", "Head of Digital")] * 2),
        ("That the Director of Finance –", [("action", "Director of Finance")] * 2),
    ],
)
def test_every_deed_below_a_post_is_its_action(lead, expected):
    text = f"RESOLVED\n1. {lead}\n(a) publish the plan by 31 March 2026; and\n(b) write to users.\n"

    assert told(text) == expected


@pytest.mark.parametrize("body", ["Cabinet", "the Executive Member", "the Committee"])
def test_a_body_below_whose_name_verbs_stand_decides_itself(body):
    text = f"RESOLVED\nThat {body}:\n(a) approves the plan; and\n(b) notes the risk.\n"

    assert told(text) == [("approve", ""), ("note", "")]
