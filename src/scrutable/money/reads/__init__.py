"""What is known of money, at an event and a day."""

from scrutable.money.reads.attending import money_attention
from scrutable.money.reads.deciding import decision, decisions
from scrutable.money.reads.ledger import against, ledger, ledgers, spending
from scrutable.money.reads.lines import (
    ON_LINES,
    capital,
    line_standing,
    lines,
    moved,
    spent_by_line,
    summed,
    virements_of,
    years,
    years_of,
)
from scrutable.money.reads.savings import ON_SAVINGS, doubled, proofs, saving, savings
from scrutable.money.reads.tied import (
    ON_TIES,
    approvals,
    commitments,
    decisions_money,
    of_decision,
    of_line,
    ties,
    ties_of,
)

__all__ = [
    "ON_LINES",
    "ON_SAVINGS",
    "ON_TIES",
    "against",
    "approvals",
    "capital",
    "commitments",
    "decision",
    "decisions",
    "decisions_money",
    "doubled",
    "ledger",
    "ledgers",
    "line_standing",
    "lines",
    "money_attention",
    "moved",
    "of_decision",
    "of_line",
    "proofs",
    "saving",
    "savings",
    "spending",
    "spent_by_line",
    "summed",
    "ties",
    "ties_of",
    "virements_of",
    "years",
    "years_of",
]
