"""What the cost of a delay is called in its trace."""

from datetime import date
from decimal import Decimal

from scrutable.overview.presenters.recorded import said_of, title_of
from scrutable.portfolio.facts import DelayCost


def test_a_cost_of_delay_says_what_for_how_much_and_when():
    cost = DelayCost(
        project="201",
        number=5,
        on=date(2026, 9, 1),
        pounds=Decimal(12_000),
        what_for="two suppliers at once",
    )

    assert title_of(cost) == "Cost of delay, two suppliers at once"
    assert said_of(cost) == "£12,000, worked out on 1 September 2026"
