"""What the forward plan says of the decision, held against its report; pure."""

from collections.abc import Iterator
from datetime import date

from scrutable.kernel.wording import date_words
from scrutable.meetings.facts import DecisionPaper, KeyGround, KeyRoute, Lack
from scrutable.meetings.rules.papers.texts import COVER

_NAMED = (
    ("title", "title"),
    ("author", "author"),
    ("contact", "way to reach the author"),
    ("on_behalf_of", "officer on whose behalf it is"),
)


def on_the_cover(paper: DecisionPaper) -> Iterator[Lack]:
    """Yield what the cover lacks, and what of the plan is at odds with it."""
    if not paper.version:
        remedy = "Begin it with its title, author, contact and on whose behalf it is."
        yield Lack(COVER, "The report is not begun.", remedy)
    else:
        for name, words in _NAMED:
            if not str(getattr(paper, name)).strip():
                yield Lack(COVER, f"It has no {words}.", "Give it on the cover.")
    planned = paper.planned
    if planned.withdrawn_because:
        fault = f"The decision was withdrawn from the forward plan: {planned.withdrawn_because}"
        yield Lack(COVER, fault, "Plan it again before a report is issued on it.")
    yield from _key(paper)


def _key(paper: DecisionPaper) -> Iterator[Lack]:
    planned, threshold = paper.planned, paper.key_threshold
    value = planned.value_pounds
    if threshold is None or value is None or KeyGround.MONEY in planned.key_grounds:
        return
    if value >= threshold:
        gap = "this ground is not given" if planned.is_key else "it is not planned as one"
        fault = f"£{value:,f} makes this a key decision by council policy, and {gap}."
        yield Lack(COVER, fault, "Give the ground in the forward plan, and the notice it owes.")


def on_the_day(paper: DecisionPaper) -> Iterator[Lack]:
    """Yield what must be so on the day the report is issued."""
    planned = paper.planned
    if paper.dated > planned.window_to:
        fault = f"The report is dated {date_words(paper.dated)}, after the decision window."
        yield Lack(COVER, fault, "Move the window in the forward plan, or date it earlier.")
    if not planned.is_key:
        return
    if planned.route is not KeyRoute.NOTICE and not planned.route_reason.strip():
        fault = "The decision goes by an exception to the notice, and the reason is not given."
        yield Lack(COVER, fault, "Give in the forward plan why the notice was impracticable.")
    if planned.route is KeyRoute.SPECIAL_URGENCY and not planned.route_agreed_by.strip():
        fault = "The decision goes by special urgency, and nobody is named who agreed to it."
        yield Lack(COVER, fault, "Name the chair who agreed, in the forward plan.")
    elif planned.route is KeyRoute.NOTICE and planned.noticed_on is None:
        fault = "This is a key decision, and no notice of it is recorded."
        yield Lack(COVER, fault, "Publish the notice and record its day, or use an exception.")
    yield from _window(planned.window_from, paper.earliest)


def _window(opens: date, earliest: date | None) -> Iterator[Lack]:
    if earliest is not None and opens < earliest:
        fault = (
            f"The decision window opens on {date_words(opens)}; the notice allows the decision "
            f"from {date_words(earliest)}."
        )
        yield Lack(COVER, fault, "Move the window, or use an exception to the notice.")
