"""Words and addresses that all pages of money share; pure."""

from decimal import Decimal

from scrutable.govuk.facts import Cell, Tag, Term
from scrutable.kernel.money import money_exact
from scrutable.kernel.periods import MONTH_NAMES
from scrutable.money.facts import Decided, Fund, LineStanding, SavingStage, TieKind

MONEY = "/money/"
LINES = f"{MONEY}lines/"
VIREMENTS = f"{MONEY}virements/"
APPROVALS = f"{MONEY}approvals/"
COMMITMENTS = f"{MONEY}commitments/"
DECISIONS = f"{MONEY}decisions/"
LEDGER = f"{MONEY}ledger/"
SAVINGS = f"{MONEY}savings/"
MILLION = 100_000_000  # pence
FUND_WORDS = {Fund.CAPITAL: "Capital", Fund.REVENUE: "Revenue"}
STAGE_WORDS = {
    None: "Planned",
    SavingStage.FORECAST: "Forecast",
    SavingStage.ACHIEVED: "Achieved",
    SavingStage.VERIFIED: "Verified",
}
STAGE_TAGS = {
    None: Tag("Planned", "grey", "○"),
    SavingStage.FORECAST: Tag("Forecast", "blue", "◒"),
    SavingStage.ACHIEVED: Tag("Achieved", "yellow", "▲"),
    SavingStage.VERIFIED: Tag("Verified", "green", "●"),
}
TIE_TAGS = {
    TieKind.WRONG_YEAR: Tag("Wrong year", "red", "■"),
    TieKind.COMMITTED_BEYOND: Tag("Beyond its decision", "red", "■"),
    TieKind.AFTER_SPENDING: Tag("After the spending", "yellow", "▲"),
    TieKind.APPROVED_BEYOND: Tag("Beyond its decision", "red", "■"),
}
OVER, WITHIN = Tag("Over", "red", "■"), Tag("Within", "green", "●")
NO_FORECAST = "No forecast"
EXEMPT = "Exempt matter, not shown here"
MONTHS = (*MONTH_NAMES[3:], *MONTH_NAMES[:3])  # of a financial year


def pounds_of(pence: int) -> Decimal:
    """Return pence as pounds.

    >>> pounds_of(12345)
    Decimal('123.45')
    """
    return Decimal(pence) / 100


def exact(pence: int) -> str:
    """Return a sum to the penny.

    >>> exact(1420000050)
    '£14,200,000.50'
    """
    return money_exact(pounds_of(pence))


def rounded(pence: int) -> str:
    """Return a sum as prose says it: in millions with one decimal, else to the penny.

    >>> rounded(1_420_000_000), rounded(4_100_000), rounded(100_000_000)
    ('£14.2 million', '£41,000', '£1 million')
    """
    if abs(pence) < MILLION:
        return exact(pence)
    text = f"{Decimal(pence) / MILLION:.1f}".removesuffix(".0")
    return f"-£{text[1:]} million" if text.startswith("-") else f"£{text} million"


def pence_cell(pence: int | None, none: str = NO_FORECAST, href: str = "") -> Cell:
    """Return a sum to the penny, or the words for there being none."""
    if pence is None:
        return Cell(none)
    return Cell(exact(pence), number=pounds_of(pence), href=href)


def line_address(code: str, year: int) -> str:
    """Return the address of a budget line’s page."""
    return f"{LINES}{code}/{year}/"


def decision_address(reference: str) -> str:
    """Return the address of the page of a decision’s money."""
    return f"{DECISIONS}{reference.removeprefix('decision/')}/"


def decision_cell(reference: str) -> Cell:
    """Return a decision by its code, leading to its money."""
    if not reference.startswith("decision/"):
        return Cell(reference or "None named")
    return Cell(reference.removeprefix("decision/"), href=decision_address(reference))


def decision_term(reference: str) -> Term:
    """Return by which decision something was set."""
    cell = decision_cell(reference)
    return Term(label="Decision", value=cell.text, href=cell.href)


def state_tag(stand: LineStanding) -> Tag:
    """Return whether a line is over what it may spend."""
    return OVER if stand.over else WITHIN


def hidden_words(count: int) -> str:
    """Return that so many commitments are left out; "" where none is.

    >>> hidden_words(1)
    '1 of an exempt matter left out'
    """
    return f"{count:,} of an exempt matter left out" if count else ""


def shows_sum(decided: Decided | None, *, closed: bool) -> bool:
    """Test whether what was approved may be shown."""
    return closed or decided is None or not decided.hides_sums


def shows_order(decided: Decided | None, *, closed: bool) -> bool:
    """Test whether what was ordered, and of whom, may be shown."""
    return closed or decided is None or not decided.hides_orders
