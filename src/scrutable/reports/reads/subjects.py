"""What a report on the portfolio is about: one strategy, transition or project, or all of it."""

from datetime import date

from scrutable.registers import reads as registers
from scrutable.reports.facts import Subject


def whole_portfolio(as_at: date, known: int) -> str:
    """Return the reference of the whole portfolio: reports on it are numbered by its code."""
    code = str(registers.policy("projects", as_at, known)["report_code"])
    return f"{Subject.PORTFOLIO}/{code}"


def portfolio_subject(
    as_at: date, known: int, *, strategy: str = "", transition: str = "", project: str = ""
) -> str:
    """Return the reference of the one thing that is named, else that of the whole portfolio."""
    named = {
        Subject.STRATEGY: strategy,
        Subject.TRANSITION: transition,
        Subject.PROJECT: project,
    }
    given = [f"{subject}/{code}" for subject, code in named.items() if code]
    return given[0] if given else whole_portfolio(as_at, known)
