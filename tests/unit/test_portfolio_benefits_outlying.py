"""What lies far outside a benefit's profile is warned of when it is read, and needs a person."""

from dataclasses import replace
from datetime import date

import pytest

from factories.benefit_facts import LIMITS, benefit, found, measured, stand
from factories.project_facts import project
from factories.project_workbooks import update_book
from scrutable.portfolio import rules
from scrutable.portfolio.intake import Known, read_update
from scrutable.portfolio.presenters.benefits.lists import title
from scrutable.portfolio.rules.attending.benefits import BenefitsWatched, benefits_attention

OF = benefit()  # £200,000 to £120,000, promised £80,000 a year
ON = date(2025, 4, 1)
POLICY = {"unverified_after_days": 56, "gravity": "concern"}


@pytest.mark.parametrize(
    ("value", "pounds", "said"),
    [
        ("40000", "80000", []),
        ("39999.99", None, ["200.0% of the way from baseline to target is measured"]),
        (None, "80000.01", ["£80,000.01 a year is taken, and £80,000 was promised"]),
        ("200000", None, []),
    ],
)
def test_it_lies_outside_only_beyond_the_limits_of_the_council(value, pounds, said):
    one = measured(OF, ON, value, pounds=pounds, words="" if value else "Not yet")

    assert list(rules.outlying(OF, one, LIMITS)) == said


def test_no_profile_makes_nothing_outlying():
    bare = replace(OF, yearly_pounds=None, target=None)

    assert not list(rules.outlying(bare, measured(OF, ON, "1", pounds="9999999"), LIMITS))


def test_a_typo_of_pounds_is_warned_of_in_its_cell_with_the_verification_that_falls_away():
    before = measured(
        OF, "2025-01-01", "150000", pounds="50000", verified_by="A. Udit", verified_on=ON
    )
    known = Known(
        projects={"203": project("203")},
        benefits={("203", 1): OF},
        measurements={("203", 1): before},
        taken={("203", 1): before},
        limits=LIMITS,
    )
    row = {
        "Benefit": "203-1",
        "Measured": 150000,
        "Taken from the budget £": 9999999,
        "Measured by": "F. Inance",
        "Source": "Ledger",
    }

    reading = read_update(update_book(date(2025, 6, 1), Benefits=[row]), "u.xlsx", known)

    assert reading.errors == ()
    assert [str(one) for one in reading.warnings] == [
        "Benefits!G6: £9,999,999 a year is taken, and £80,000 was promised. Check the figure",
        (
            "Benefits!G6: £50,000, verified by A. Udit on 1 April 2025, counts as verified no "
            "more: nobody has verified what is measured now"
        ),
    ]


def test_what_was_taken_beyond_the_promise_needs_a_person_and_is_said_in_the_title():
    over = found(stand(OF, "2025-04-10", measured(OF, ON, "150000", pounds="9999999")))

    said = [
        one.why
        for one in benefits_attention(BenefitsWatched(found=over, policy=POLICY))
        if "promised" in one.why
    ]

    assert said == [
        (
            "£9,999,999 a year is taken, and £80,000 was promised, by what was measured on "
            "1 April 2025; check both"
        )
    ]
    assert title(over) == (
        "£9,999,999 a year is said to be taken from budgets, more than the £80,000 promised"
    )
