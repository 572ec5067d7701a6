"""What a report is about: one strategy, transition or project, all of them, or the estate."""

from datetime import date

from scrutable.registers import reads as registers
from scrutable.reports.facts import ReportKind, Subject


def whole_portfolio(as_at: date, known: int) -> str:
    """Return the reference of the whole portfolio: reports on it are numbered by its code."""
    code = str(registers.policy("projects", as_at, known)["report_code"])
    return f"{Subject.PORTFOLIO}/{code}"


def whole_estate(as_at: date, known: int) -> str:
    """Return the reference of the whole estate: reports on it are numbered by its code."""
    code = str(registers.policy("estate", as_at, known)["report_code"])
    return f"{Subject.ESTATE}/{code}"


def subject_of(
    kind: ReportKind,
    as_at: date,
    known: int,
    *,
    strategy: str = "",
    transition: str = "",
    project: str = "",
) -> str:
    """Return the reference of the one thing that is named, else of all that the kind is about."""
    if kind is ReportKind.ESTATE:
        return whole_estate(as_at, known)
    named = {
        Subject.STRATEGY: strategy,
        Subject.TRANSITION: transition,
        Subject.PROJECT: project,
    }
    given = [f"{subject}/{code}" for subject, code in named.items() if code]
    return given[0] if given else whole_portfolio(as_at, known)
