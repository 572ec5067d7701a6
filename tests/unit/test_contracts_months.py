"""What was first reported, what stands, and whose months are owed."""

from datetime import date
from decimal import Decimal

import pytest

from factories.contract_facts import contract, kpi, mitigation
from factories.judged_months import APRIL, LATER, result
from scrutable.contracts.facts import Status
from scrutable.contracts.rules.months import kpi_months
from scrutable.kernel.periods import Span


def april(*versions, terms=None, mitigations=(), as_at=LATER):
    (entry,) = kpi_months(
        kpi(),
        Span(APRIL, APRIL),
        contract=terms or contract(),
        histories={APRIL: versions} if versions else {},
        mitigations=mitigations,
        as_at=as_at,
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
