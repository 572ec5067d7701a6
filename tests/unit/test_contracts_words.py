"""Every status has its word, shape and colour; every value reads as it was judged."""

from decimal import Decimal

import pytest

from factories.contract_facts import kpi, level, mitigation
from factories.judged_months import judged
from scrutable.contracts import facts
from scrutable.contracts.facts import Direction, Kind, RuleKind, Status
from scrutable.contracts.presenters import words
from scrutable.contracts.rules.trends import trailing_year


@pytest.mark.parametrize("status", Status)
def test_every_status_has_its_own_word_a_shape_a_colour_and_an_explanation(status):
    assert list(words.WORDS.values()).count(words.WORDS[status]) == 1
    assert words.SHAPES[status] in "●▲■○"
    assert words.TAG_COLOURS[status] in {"green", "yellow", "red", "grey"}
    assert words.EXPLANATIONS[status].endswith(".")


def test_green_and_the_full_circle_are_for_met_alone():
    assert [s for s in Status if words.TAG_COLOURS[s] == "green"] == [Status.MET]
    assert [s for s in Status if words.SHAPES[s] == "●"] == [Status.MET]


@pytest.mark.parametrize(
    ("table", "values"),
    [
        (words.NO_VALUE_WORDS, facts.NoValue),
        (words.STANDING_WORDS, facts.Standing),
        (words.SOURCE_WORDS, facts.Source),
        (words.SEVERITY_WORDS, facts.Severity),
        (words.ARROW_WORDS, facts.Arrow),
        (words.ARROW_SHORT, facts.Arrow),
        (words.DIRECTION_WORDS, facts.Direction),
        (words.KIND_WORDS, facts.Kind),
        (words.RULE_WORDS, facts.RuleKind),
        (words.RELIEF_WORDS, facts.ReliefKind),
        (words.MATTER_WORDS, facts.MatterState),
    ],
)
def test_every_value_of_a_kind_has_its_own_words(table, values):
    assert set(table) == set(values)
    assert len(set(table.values())) == len(table)


@pytest.mark.parametrize(
    ("kind", "unit", "decimals", "value", "expected"),
    [
        (Kind.PERCENTAGE, "%", 1, "92.45", "92.5%"),
        (Kind.PERCENTAGE, "%", 1, "92.449", "92.4%"),
        (Kind.PERCENTAGE, "%", 0, "0", "0%"),
        (Kind.PERCENTAGE, "%", 2, "92.5", "92.50%"),
        (Kind.COUNT, "incidents", 0, "4", "4 incidents"),
        (Kind.COUNT, "incidents", 0, "1", "1 incident"),
        (Kind.COUNT, "incidents", 0, "1200", "1,200 incidents"),
        (Kind.COUNT, "access", 0, "1", "1 access"),
        (Kind.COUNT, "", 0, "7", "7"),
        (Kind.DURATION, "hours", 1, "2.45", "2.5 hours"),
        (Kind.DURATION, "hours", 1, "1", "1.0 hour"),
        (Kind.MONEY, "£", 0, "1200", "£1,200"),
        (Kind.MONEY, "£", 0, "-1200.5", "-£1,201"),
        (Kind.MONEY, "£", 1, "1200.25", "£1,200.3"),
        (Kind.MONEY, "£", 2, "1200", "£1,200"),
        (Kind.MONEY, "£", 2, "1200.505", "£1,200.51"),
    ],
)
def test_value_words(kind, unit, decimals, value, expected):
    definition = kpi(kind=kind, unit=unit, decimals=decimals)

    assert words.value_words(definition, Decimal(value)) == expected


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("0", "0.0%"),
        ("no_activity", "No activity"),
        ("-", "Late"),
        ("suspended", "Suspended"),
    ],
)
def test_a_month_is_never_a_blank(said, expected):
    assert words.entry_words(kpi(), judged(said)[0]) == expected


def test_mitigation_stands_beside_the_status():
    (entry,) = judged("9", mitigations=[mitigation(number=1)])
    (met,) = judged("4", mitigations=[mitigation(number=1)])

    assert words.status_words(entry) == "Below minimum, mitigation agreed"
    assert words.status_words(met) == "Met"


def test_levels_in_words():
    (entry,) = judged("9")
    without = kpi(levels=(level(5, None),))

    assert words.target_words(kpi(), entry) == "5.0%"
    assert words.minimum_words(kpi(), entry) == "8.0%"
    assert words.minimum_words(without, judged("9", without)[0]) == "No minimum"
    assert words.target_words(kpi(levels=()), judged("9", kpi(levels=()))[0]) == "No target set"
    assert words.minimum_words(kpi(levels=()), judged("9", kpi(levels=()))[0]) == "No minimum"


HAVERING = kpi(
    direction=Direction.HIGHER,
    rule=RuleKind.LAST_YEAR,
    rule_numbers={"near_percent": Decimal(10)},
    levels=(level(75, None),),
)
NOT_KNOWN_BEFORE = (
    "60.0% is not near the target of 75.0% (67.5% would be), "
    "and no value of a year before is known to compare it with."
)
BOTH_SIDES = kpi(rule=RuleKind.TWO_SIDED, rule_numbers={"tolerance": Decimal(1)})


@pytest.mark.parametrize(
    ("definition", "said", "expected"),
    [
        (kpi(), "4.2", "4.2% meets the target of 5.0%."),
        (kpi(), "6", "6.0% misses the target of 5.0% and reaches the minimum of 8.0%."),
        (kpi(), "9", "9.0% misses the target of 5.0% and falls below the minimum of 8.0%."),
        (kpi(levels=(level(5, None),)), "9", "9.0% misses the target of 5.0%."),
        (kpi(), "no_activity", "Nothing happened in the month that could be measured."),
        (
            kpi(levels=()),
            "9",
            "There is a value, but no target was in force to judge it by.",
        ),
        (BOTH_SIDES, "3", "3.0% misses the target of 5.0%, give or take 1.0%."),
        (HAVERING, "70", "70.0% is on or near the target of 75.0%: 67.5% is near enough."),
        (
            HAVERING,
            "60",
            NOT_KNOWN_BEFORE,
        ),
    ],
)
def test_why_a_month_has_its_status(definition, said, expected):
    assert words.judgement_words(definition, judged(said, definition)[0]) == expected


@pytest.mark.parametrize(
    ("before", "expected"),
    [
        ("60", "but is no worse than 60.0% a year before."),
        ("61", "and is worse than 61.0% a year before."),
    ],
)
def test_last_year_is_named_where_it_decided(before, expected):
    entry = judged(f"{before} {'70 ' * 11} 60", HAVERING)[-1]

    assert entry.last_year == Decimal(before)
    assert words.judgement_words(HAVERING, entry).endswith(expected)


def test_the_record_of_the_last_months():
    incidents = kpi(kind=Kind.COUNT, unit="incidents", decimals=0)
    some = trailing_year(incidents, judged("4 6 no_activity 5", incidents))
    none = trailing_year(incidents, judged("no_activity", incidents))

    assert words.record_words(some) == "Met in 2 of 3 months"
    assert words.trailing_words(incidents, some) == "15 incidents over 3 measured months"
    assert words.record_words(none) == "Not judged"
    assert words.trailing_words(incidents, none) == (
        "No value over the months: no month was measured"
    )
