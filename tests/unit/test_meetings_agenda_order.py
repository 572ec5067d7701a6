import pytest

from scrutable.meetings.facts import AgendaItem
from scrutable.meetings.rules.agendas import in_order


@pytest.mark.parametrize(
    ("printed", "ordered"),
    [
        (["1.", "2.", "4.", "5.", "3."], ["1.", "2.", "3.", "4.", "5."]),
        (["10", "9"], ["9", "10"]),
        (["54 (b)", "54(a)", "54"], ["54", "54(a)", "54 (b)"]),
        (["", "", ""], ["", "", ""]),
        (["1", "", "3"], ["1", "", "3"]),
        (["Item A", "1."], ["Item A", "1."]),
    ],
)
def test_an_agenda_stands_as_it_is_printed(printed, ordered):
    items = [
        AgendaItem(meeting="OSMB-2026-09-24", number=number, printed=text, title="Item")
        for number, text in enumerate(printed, start=1)
    ]

    assert [item.printed for item in in_order(items)] == ordered
