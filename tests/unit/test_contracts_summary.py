"""A councillor reads the summary in ten seconds: KPIs by their names, and never more than three."""

from dataclasses import replace

import pytest

from factories import report_papers as made
from scrutable.contracts import compose
from scrutable.contracts.compose import summary
from scrutable.documents.blocks import Heading, words_of
from scrutable.documents.numbering import number

TITLES = ("Post opened", "Calls, by hour", "Doors", "Bills", "Keys")
KPIS = tuple(
    replace(made.ANSWERED, code=f"CSC_KPI_{place}", title=title)
    for place, title in enumerate(TITLES, 1)
)


def missed(count, *listed):
    """Return the sentence about misses where the first so many KPIs missed in September."""
    held = {
        kpi.code: {
            made.SEPTEMBER: [made.result(kpi.code, made.SEPTEMBER, "78" if at < count else "90", 5)]
        }
        for at, kpi in enumerate(KPIS)
    }
    items = tuple(made.attention(reference=f"kpi/CSS/CSC_KPI_{place}") for place in listed)
    papers = replace(
        made.papers(),
        performance=made.performance(held, kpis=KPIS, mitigations=()),
        attention=items,
    )
    return words_of(summary.sentences(papers)[1].runs)


@pytest.mark.parametrize(
    ("count", "said"),
    [
        (1, "One missed the target but reached the minimum (Post opened)"),
        (3, "Three missed the target but reached the minimum (Post opened; Calls, by hour; Doors)"),
    ],
)
def test_up_to_three_are_named(count, said):
    assert missed(count) == f"{said} in September 2026."


@pytest.mark.parametrize(("count", "more"), [(4, "one"), (5, "two")])
def test_the_rest_are_counted(count, more):
    named = f"(Post opened; Calls, by hour; Doors; and {more} more, in section 2)"

    assert named in missed(count, 1, 2, 3, 4, 5)


def test_those_that_need_attention_are_named_first():
    assert "(Bills; Post opened; Calls, by hour; and two more)" in missed(5, 4)


def test_the_reader_is_not_sent_to_a_list_that_lacks_some_of_the_others():
    assert "(Post opened; Calls, by hour; Doors; and two more) in" in missed(5, 1, 2, 3, 4)


@pytest.mark.parametrize("kind", ["contract_performance", "exceptions"])
def test_the_list_is_in_section_two(kind):
    document = getattr(compose, kind)(made.papers())

    (found,) = [
        each.number
        for each in number(document)
        if isinstance(each.block, Heading) and each.block.anchor == "attention"
    ]
    assert found == "2"
