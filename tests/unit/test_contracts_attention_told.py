"""Of a long list of what needs a person, what is told one by one."""

from datetime import date

import pytest

from scrutable.contracts.presenters.attention import items_told
from scrutable.kernel.attention import Attention, Gravity


def item(number, gravity):
    return Attention(
        reference=f"project/{number}",
        what=f"Project {number}",
        why="It is late",
        since=date(2026, 10, 1),
        gravity=gravity,
        owner="Sam Hale",
    )


@pytest.mark.parametrize(
    ("concerns", "serious", "told"), [(20, 0, 20), (21, 0, 21), (19, 1, 20), (20, 1, 1)]
)
def test_of_more_than_twenty_only_what_is_serious_is_told_if_anything_is(concerns, serious, told):
    found = [item(number, Gravity.CONCERN) for number in range(concerns)]
    found += [item(900 + number, Gravity.SERIOUS) for number in range(serious)]

    assert len(items_told(found)) == told
