from datetime import date
from decimal import Decimal

import pytest

from factories.contract_facts import contract
from scrutable.kernel.periods import Month
from scrutable.registers import presenters, reads
from scrutable.registers.facts import Board, Extension, Policy
from scrutable.registers.forms import gathered, spread
from scrutable.registers.presenters.settings import LABELS, choices, setting_words


def terms(**said):
    return {
        term.label: term.value for term in presenters.term_lines(contract(**said), Month(2026, 9))
    }


def test_every_term_of_a_contract_is_said_and_none_is_blank():
    said = terms(value_pounds=None, services=("IMT",))

    assert said["Value"] == "Not stated"
    assert said["Extensions"] == "No option to extend"
    assert said["Boards"] == "None named"
    assert said["Last day to give notice"] == "No day agreed"
    assert said["Critical services"] == "None named"
    assert said["Source of these terms"] == "Typed in"
    assert all(said.values())


@pytest.mark.parametrize(
    ("start", "month", "words"),
    [
        (date(2015, 4, 1), Month(2017, 11), "November 2017 is month 32"),
        (date(2015, 4, 1), Month(2021, 8), "August 2021 is month 77"),
        (date(2015, 4, 30), Month(2015, 4), "April 2015 is month 1"),
        (date(2015, 4, 1), Month(2015, 3), "Begins with April 2015"),
    ],
)
def test_the_months_of_a_contract_are_counted_from_the_one_it_began_in(start, month, words):
    assert presenters.month_words(contract(start_on=start), month) == words


@pytest.mark.parametrize(
    ("option", "words"),
    [
        (Extension(until=date(2028, 3, 31)), "Until 31 March 2028, not taken up"),
        (
            Extension(until=date(2028, 3, 31), exercise_by=date(2025, 9, 30)),
            "Until 31 March 2028, to be taken up by 30 September 2025",
        ),
        (
            Extension(until=date(2028, 3, 31), exercised_on=date(2025, 7, 8)),
            "Until 31 March 2028, taken up on 8 July 2025",
        ),
    ],
)
def test_an_extension_says_whether_it_was_taken_up(option, words):
    assert terms(extensions=(option,))["Extensions"] == words


def test_an_extension_taken_up_moves_the_end_and_the_first_end_stays():
    option = Extension(until=date(2030, 3, 31), exercised_on=date(2027, 7, 8))

    assert terms(extensions=(option,))["Ends"] == "31 March 2030 (first 31 March 2028)"


def test_boards_and_money_in_words():
    said = terms(
        boards=(Board(name="Partnership Board", rhythm="monthly"),),
        value_pounds=Decimal(68_400_000),
    )

    assert said["Boards"] == "Partnership Board (monthly)"
    assert said["Value"] == "£68,400,000"


def test_a_contract_that_others_only_publish_about_owes_no_return():
    assert terms(published_only=True)["Returns are due"].startswith("Never:")


def test_every_shipped_setting_has_a_name_of_its_own():
    keys = [key for values in reads.defaults().values() for key, _ in spread(values)]

    assert [key for key in keys if key not in LABELS] == []
    assert len({LABELS[key] for key in keys}) == len(set(keys))


def test_every_shipped_value_is_one_that_may_be_chosen():
    for values in reads.defaults().values():
        for key, value in spread(values):
            assert not choices(key) or value in choices(key)
            assert setting_words(key, value)


def test_settings_are_spread_and_gathered_without_loss():
    for values in reads.defaults().values():
        assert gathered(dict(spread(values))) == values


def test_a_policy_never_set_says_that_what_is_shipped_holds():
    table = presenters.policy_table([], {"council": {}})

    assert [cell.text for cell in table.rows[0]] == [
        "The council",
        "Always: the council has set nothing else",
        "Shipped with the product",
    ]


def test_a_policy_says_since_when_and_by_whom():
    policy = Policy(
        name="council", effective_from=date(2026, 4, 1), value="{}", approved_by="Cabinet"
    )

    rows = presenters.policy_table([policy], {"council": {}}).rows
    assert [cell.text for cell in rows[0]] == ["The council", "1 April 2026", "Cabinet"]


@pytest.mark.parametrize(
    ("value", "words"),
    [
        (["no_activity", "suspended"], "no activity and suspended"),
        ([], "None"),
        (False, "No"),
        (" ", "Not set"),
    ],
)
def test_a_setting_in_words(value, words):
    assert setting_words("passed_over", value) == words
