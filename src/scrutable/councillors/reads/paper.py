"""Paper beside its targets."""

from datetime import date

from scrutable.councillors import rules
from scrutable.councillors.facts import PagesCounted, PaperStanding, PaperTarget
from scrutable.kernel.periods import Month
from scrutable.records.reads import every

TREND = 13  # months


def paper(known: int, as_at: date) -> list[PaperStanding]:
    """Return every target and how the last twelve months stand beside it, the whole first."""
    counted = every(PagesCounted, known)
    found = [rules.paper_standing(one, counted, as_at) for one in every(PaperTarget, known)]
    return sorted(found, key=lambda one: (one.target.body != "all", one.target.body, one.target.by))


def pages_counted(known: int, as_at: date) -> list[PagesCounted]:
    """Return what was counted up to the day, the last month first."""
    found = [one for one in every(PagesCounted, known) if one.month <= as_at.isoformat()[:7]]
    found.sort(key=lambda one: one.body)
    return sorted(found, key=lambda one: one.month, reverse=True)


def paper_trend(known: int, as_at: date) -> list[tuple[Month, PaperStanding]]:
    """Return the first target as it stood at the end of each of the last months, oldest first."""
    found = paper(known, as_at)
    if not found:
        return []
    counted = every(PagesCounted, known)
    month = Month.of(as_at)
    last = month if month.last_day == as_at else month.plus(-1)
    months = [last.plus(-back) for back in range(TREND)][::-1]
    target = found[0].target
    return [(each, rules.paper_standing(target, counted, each.last_day)) for each in months]
