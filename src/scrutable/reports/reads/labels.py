"""What a figure is called by people, and why what it rests on was changed last."""

from scrutable.contracts import reads as contracts
from scrutable.kernel.periods import Month
from scrutable.kernel.wording import capital, date_words
from scrutable.portfolio import facts
from scrutable.portfolio import reads as portfolio
from scrutable.portfolio.reads.referring import Said

COUNTED = {"contract": "KPIs", "credits": "Service credits"}
TOGETHER = {
    "portfolio": "All projects together",
    "capacity": "Posts, procurements and people together",
    "processes": "Process reviews and features together",
    "lessons": "All lessons together",
}


def label_of(reference: str, known: int) -> str:
    """Return what the record is called: a KPI and its month, a benefit and its day; else ""."""
    kind, *parts = reference.split("/")
    if kind == "kpi" and len(parts) == 3:
        kpi = contracts.definition(parts[0], parts[1], known)
        return f"{kpi.title}, {Month.parse(parts[2]).words}"
    if kind in COUNTED and len(parts) == 2:
        return f"{COUNTED[kind]} of {parts[0]}, {Month.parse(parts[1]).words}"
    return TOGETHER.get(kind) or _of_portfolio(reference, known)


def _of_portfolio(reference: str, known: int) -> str:
    """Return the record's own name, with that of what it is a part of."""
    found = [portfolio.recorded(one, known) for one in (reference, *portfolio.above(reference))]
    named = [_name(versions[-1]) for versions in found if versions]
    if named and isinstance(found[0][-1] if found[0] else None, facts.Move):
        named = [reference.rsplit("/", maxsplit=1)[-1].replace("-", " "), *named[1:]]
    return capital(", ".join(named[:2]))


def _name(of: Said) -> str:
    if isinstance(of, facts.Project):
        return f"project {of.number} {of.title}"
    on = getattr(of, "on", None)
    title = getattr(of, "title", "") or getattr(of, "text", "") or getattr(of, "WHAT", "")
    return title or (date_words(on) if on else "")


def why_changed(reference: str, known: int) -> str:
    """Return the reason that was given with the last change of a record of the portfolio."""
    found = portfolio.recorded(reference, known)
    return str(getattr(found[-1], "reason", "") or getattr(found[-1], "why", "")) if found else ""
