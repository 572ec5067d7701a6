"""What was first reported, what stands, and whose months are owed."""

from datetime import date
from decimal import Decimal

import pytest

from factories.contract_facts import contract, kpi, mitigation
from factories.judged_months import APRIL, LATER, owing, result
from scrutable.contracts.facts import Status
from scrutable.contracts.rules.months import kpi_months
from scrutable.contracts.rules.owing import Owing
from scrutable.kernel.periods import Month, Span


def april(*versions, terms=None, mitigations=(), as_at=LATER, followed_from=None):
    (entry,) = kpi_months(
        kpi(),
        Span(APRIL, APRIL),
        owing=owing(terms, as_at=as_at, followed_from=followed_from),
        histories={APRIL: versions} if versions else {},
        mitigations=mitigations,
    )
    return entry


@pytest.mark.parametrize(
    ("said", "first"),
    [
        (["53.0"], None),
        (["53.0", "35.0"], "53.0"),
        (["53.0", "52.0", "35.0"], "53.0"),
        (["53.0", "35.0", "53.0"], None),
        (["not_measured", "53.0"], None),
        (["not_measured", "53.0", "35.0"], "53.0"),
        (["53.0", "not_measured"], "53.0"),
        (["53.00", "53.04"], None),  # reads the same at the precision of the contract
    ],
)
def test_what_was_first_reported_stands_beside_what_is_known_now(said, first):
    entry = april(*(result(value=value, version=n) for n, value in enumerate(said)))

    assert entry.restated_from == (None if first is None else Decimal(first))
    assert entry.result.version == len(said) - 1


def test_of_two_mitigations_the_last_one_granted_wins():
    agreed = [mitigation(number=2), mitigation(number=1)]

    assert april(result(value="9"), mitigations=agreed).mitigation.number == 2


def test_nothing_is_owed_by_a_contract_that_others_only_publish_about():
    assert april(terms=contract(published_only=True)).status is Status.NOT_APPLICABLE


def test_nothing_is_owed_after_the_contract():
    ended = contract(end_on=date(2026, 3, 31))

    assert april(terms=ended).status is Status.NOT_APPLICABLE
    assert april(result(value="9"), terms=ended).status is Status.BELOW_MINIMUM


MAY = APRIL.plus(1)


@pytest.mark.parametrize(
    ("followed_from", "status"),
    [(APRIL, Status.LATE), (MAY, Status.NOT_APPLICABLE), (APRIL.plus(-99), Status.LATE)],
)
def test_a_month_before_the_contract_is_followed_here_is_not_late(followed_from, status):
    assert april(followed_from=followed_from).status is status


def test_a_month_before_the_contract_is_followed_here_is_not_due_either():
    before_it_is_due = date(2026, 5, 1)

    assert april(as_at=before_it_is_due).status is Status.NOT_YET_DUE
    assert april(as_at=before_it_is_due, followed_from=MAY).status is Status.NOT_APPLICABLE


def test_a_kpi_that_is_discontinued_stays_so_before_the_contract_is_followed():
    (entry,) = kpi_months(
        kpi(discontinued_from=APRIL),
        Span(APRIL, APRIL),
        owing=owing(followed_from=MAY),
        histories={},
        mitigations=(),
    )

    assert entry.status is Status.DISCONTINUED


def test_a_contract_owes_its_own_months_from_the_one_in_which_it_is_followed():
    terms = contract(start_on=date(2021, 4, 1), end_on=date(2026, 6, 30))

    assert owing(terms).months == Span(Month(2021, 4), Month(2026, 6))
    assert owing(terms, followed_from=MAY).months == Span(MAY, Month(2026, 6))
    assert owing(terms, followed_from=Month(2026, 6)).months == Span(Month(2026, 6), Month(2026, 6))
    assert owing(terms, followed_from=Month(2026, 7)).months is None
    assert Owing(contract=terms, followed_from=None, as_at=LATER).months is None
    assert owing(contract(published_only=True)).months is None
