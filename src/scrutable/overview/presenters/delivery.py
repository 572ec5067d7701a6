"""How projects and benefits stand, for whoever has ten seconds; pure."""

from scrutable.govuk.facts import KeyFigure
from scrutable.kernel.money import money_exact
from scrutable.kernel.wording import count_words
from scrutable.overview.facts import Delivery


def delivery_words(found: Delivery) -> str:
    """Return the finding in a sentence or two."""
    return " ".join(filter(None, (_projects(found), _benefits(found))))


def _projects(found: Delivery) -> str:
    if not found.projects:
        return "No project is running."
    late = f"{found.late} of {count_words(found.projects, 'running project')}"
    verb = "is" if found.late == 1 else "are"
    red = f", and {found.red} {'is' if found.red == 1 else 'are'} red" if found.red else ""
    return f"{late} {verb} late against the day first set{red}."


def _benefits(found: Delivery) -> str:
    if not found.benefits:
        return "No benefit is recorded."
    said = count_words(found.not_measured, "benefit")
    verb = "has" if found.not_measured == 1 else "have"
    unmeasured = f" {said} {verb} not been measured." if found.not_measured else ""
    if not found.promised:
        return unmeasured.strip() or f"{count_words(found.benefits, 'benefit')} are followed."
    taken, promised = money_exact(found.taken), money_exact(found.promised)
    if found.taken > found.promised:
        more = f"more than the {promised} promised"
        return f"{taken} a year is said to be taken from budgets, {more}.{unmeasured}"
    return f"{taken} of {promised} promised a year is taken from budgets.{unmeasured}"


def delivery_figure(found: Delivery, day: str) -> KeyFigure:
    """Return how many projects are late, with the way to them."""
    return KeyFigure(
        label="Running projects late",
        value=f"{found.late} of {found.projects}",
        period=f"On {day}",
        comparison="Against the day first set",
        href="/projects/",
    )
