"""An answer that is kept until its tables are written into reads of no table besides.

The world of the tests refuses any other read (tests/conftest.py); here each such answer is asked.
"""

import pytest

from factories.stored_portfolio import AS_AT, stored_portfolio
from scrutable.audit.reads import Carried, NamedTooFew, Resting, number_at
from scrutable.contracts import reads as contracts
from scrutable.overview import reads as overview
from scrutable.portfolio import facts, models, reads
from scrutable.portfolio.reads import resting
from scrutable.registers.models import Supplier

pytestmark = pytest.mark.django_db
ANSWERS = {
    **{name: (part.attention, part.on) for name, part in overview.PARTS.items() if part.on},
    "contracts": (contracts.attention, overview.ON_CONTRACTS),
    "strategies seen": (
        lambda as_at, known: list(reads.strategies_seen(known, as_at)),
        resting.ON_STRATEGIES,
    ),
    "benefits found": (reads.benefits_found, resting.ON_BENEFITS),
    "delivery": (overview.delivery, (*resting.ON_PROJECTS, *resting.ON_BENEFITS)),
    "dependencies": (
        lambda _, known: (reads.every(facts.Dependency, known), reads.project_titles(known)),
        resting.ON_DEPENDENCIES,
    ),
    "judged": (lambda as_at, known: reads.judged(known, as_at), resting.ON_PROJECTS),
}


@pytest.mark.parametrize("name", ANSWERS)
def test_an_answer_rests_on_the_tables_that_are_named(name):
    stored_portfolio()
    read, on = ANSWERS[name]

    known, kept = number_at(), Resting(on)
    answer = kept.of(known, "asked", lambda: read(AS_AT, known))

    assert answer == read(AS_AT, known)


def test_a_read_of_a_table_that_is_not_named_is_refused_to_an_answer_that_is_kept():
    stored_portfolio()
    known, kept = number_at(), Resting((models.Project,))

    with pytest.raises(AssertionError, match="portfolio_status"):
        kept.of(known, "asked", models.Status.objects.count)

    assert models.Status.objects.count()


def test_an_answer_made_of_another_that_rests_on_more_is_refused_though_that_is_kept_already():
    stored_portfolio()
    known = number_at()
    inner = Carried({models.Project: "number", Supplier: "reference"})
    outer = Resting((models.Project,))
    inner.of(known, "asked", lambda _: {"203": 1})

    with pytest.raises(NamedTooFew, match="rests on Supplier too"):
        outer.of(known, "asked", lambda: inner.of(known, "asked", lambda _: {}))
