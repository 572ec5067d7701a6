"""The order in which things that need a person are told."""

from datetime import date

from scrutable.kernel.attention import Attention, Gravity, gravest_first


def item(reference, gravity, since):
    return Attention(
        reference=reference, what="", why="", since=since, gravity=gravity, owner="Jo Smith"
    )


def test_gravest_first_then_the_oldest_then_by_reference():
    newer, older = date(2026, 9, 1), date(2026, 6, 1)
    items = [
        item("kpi/CSS/D", Gravity.NOTE, older),
        item("kpi/CSS/C", Gravity.GRAVE, newer),
        item("kpi/CSS/B", Gravity.GRAVE, older),
        item("kpi/CSS/A", Gravity.GRAVE, older),
    ]

    assert [i.reference[-1] for i in gravest_first(items)] == ["A", "B", "C", "D"]
    assert gravest_first([]) == []
