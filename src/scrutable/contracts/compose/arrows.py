"""Which KPIs got better or worse, and why; pure.

An arrow is owed, with its reason, where a KPI's status in the last month differs from the month
before; where a KPI goes on missing its target, one is printed as soon as somebody gave a reason.
"""

from dataclasses import dataclass

from scrutable.contracts.compose.papers import Papers
from scrutable.contracts.facts import Arrow, KpiMonth
from scrutable.contracts.presenters import words
from scrutable.contracts.rules.trends import arrow
from scrutable.kernel.periods import Month

NO_REASON = "no reason given"
SAME_STATUS = "Same status"


@dataclass(frozen=True, slots=True, kw_only=True)
class PrintedArrow:
    """Better or worse than the month before; `reason` is blank where nobody gave one."""

    code: str
    month: Month
    arrow: Arrow
    reason: str

    @property
    def text(self) -> str:
        """Return the word and its reason, or that none was given."""
        return f"{words.ARROW_SHORT[self.arrow]}: {self.reason or NO_REASON}"


def printed_arrow(papers: Papers, code: str) -> PrintedArrow | None:
    """Return the KPI's arrow for the last month reported, or None where none is printed."""
    before, now = papers.entry(code, papers.month_before), papers.entry(code, papers.month)
    if before is None or now is None or not (before.status.is_judged and now.status.is_judged):
        return None
    way = arrow(before, now, papers.kpis[code])
    reason = reason_given(papers, now)
    if way not in (Arrow.BETTER, Arrow.WORSE):
        return None
    if before.status is now.status and not (now.status.is_miss and reason):
        return None
    return PrintedArrow(code=code, month=now.month, arrow=way, reason=reason)


def printed_arrows(papers: Papers) -> tuple[PrintedArrow, ...]:
    """Return every arrow that the report prints, in the order of the KPIs."""
    found = (printed_arrow(papers, code) for code in papers.kpis)
    return tuple(printed for printed in found if printed is not None)


def reason_given(papers: Papers, entry: KpiMonth) -> str:
    """Return an officer's reason, else the supplier's commentary named as such, else nothing."""
    given = papers.trend_reasons.get((entry.code, entry.month))
    if given is not None:
        return given.reason
    said = entry.result.commentary.strip() if entry.result else ""
    return f"the supplier says “{said}”" if said else ""


def arrow_words(papers: Papers, code: str) -> str:
    """Return what a table says of the KPI's change since the month before."""
    printed = printed_arrow(papers, code)
    if printed is not None:
        return printed.text
    before, now = papers.entry(code, papers.month_before), papers.entry(code, papers.month)
    if before is not None and now is not None and before.status is now.status:
        return SAME_STATUS
    return words.ARROW_SHORT[Arrow.UNKNOWN]
