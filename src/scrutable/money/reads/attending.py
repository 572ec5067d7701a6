"""What of money needs a person."""

from collections.abc import Mapping
from datetime import date

from scrutable.kernel.attention import Attention, Gravity
from scrutable.money import rules
from scrutable.money.reads.deciding import decisions
from scrutable.money.reads.ledger import ledgers
from scrutable.money.reads.lines import lines, years
from scrutable.money.reads.savings import doubled, savings
from scrutable.money.reads.tied import decisions_money, ties
from scrutable.registers import reads as registers

KINDS = ("over", "wrong_year", "committed_beyond", "after_spending", "ledger", "saving")


def money_attention(known: int, as_at: date) -> list[Attention]:
    """Return everything of money that needs a person; no sum that a decision hides is in it.

    Lines over budget are those of the year of the day.
    """
    gravity, decided = gravity_of(known, as_at), decisions(known)
    year = rules.year_of(as_at)
    found = lines(year, known, as_at, decided, closed=False) if year in years(known) else []
    seen = savings(known, as_at)
    beyond = rules.approved_beyond(decisions_money(known, as_at))
    return [
        *rules.over_attention(found, as_at, gravity),
        *rules.tie_attention(ties(known, as_at), decided, gravity),
        *rules.decision_attention(beyond, gravity),
        *rules.ledger_attention(ledgers(known), gravity),
        *rules.saving_attention(rules.unverified(seen, as_at), doubled(seen, known), gravity),
    ]


def gravity_of(known: int, as_at: date) -> rules.MoneyGravity:
    """Return how grave the council holds each, by its policy of the day."""
    policy = registers.policy("money", as_at, known)
    return rules.MoneyGravity(**{name: _gravity(policy, name) for name in KINDS})


def _gravity(policy: Mapping[str, object], name: str) -> Gravity:
    said = policy[name]
    return Gravity[str(said["gravity"]).upper()] if isinstance(said, Mapping) else Gravity.NOTE
