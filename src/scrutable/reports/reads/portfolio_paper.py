"""What every report on the portfolio is made of besides its sections' own facts, as known."""

from collections.abc import Collection
from typing import Any

from scrutable.meetings.compose.reporting import ASKED, Cover, Section, Told, sections_wanted
from scrutable.portfolio import reads as portfolio
from scrutable.portfolio import rules as portfolio_rules
from scrutable.portfolio.facts import LessonStanding
from scrutable.reports import facts
from scrutable.reports.reads.asked import asked_by_body, wanted_by_body
from scrutable.reports.reads.editions import narrative


def paper(edition: facts.Edition, pin: facts.Pin, subject: str) -> dict[str, Any]:
    """Return what every report on the portfolio has besides its sections."""
    written = narrative(edition.name, pin.words_known)
    return {
        "cover": Cover(
            reference=edition.reference,
            title=edition.title,
            council=edition.council,
            author=edition.author,
            dated=edition.dated,
            meeting=edition.meeting,
        ),
        "subject": subject,
        "as_at": edition.as_at,
        "known": pin.known,
        "told": Told(
            narrative={anchor: one.text for anchor, one in written.items() if one.text.strip()},
            asked=asked_by_body(edition, pin.known),
            wanted=wanted_by_body(edition, pin.known),
        ),
    }


def lessons_of(
    references: Collection[str], edition: facts.Edition, known: int
) -> list[LessonStanding]:
    """Return the lessons that were learned from any of them, or are for any of them."""
    return portfolio_rules.lessons_from(portfolio.lessons(known, edition.as_at), references)


def titles_of(lessons: Collection[LessonStanding], known: int) -> dict[str, str]:
    """Return the titles of the projects that the lessons name."""
    named = {
        reference.removeprefix("project/")
        for one in lessons
        for reference in (
            one.lesson.learned_from,
            *one.lesson.should_apply_to,
            *(use.applied_to for use in one.uses),
        )
        if reference.startswith("project/")
    }
    return portfolio.titles_of(named, known)


def sections(
    edition: facts.Edition, pin: facts.Pin, made: tuple[Section, ...]
) -> tuple[Section, ...]:
    """Return the sections of the report; of what a body asked for, only where it is for one."""
    if not edition.body:
        return tuple(one for one in made if one is not ASKED)
    wanted = wanted_by_body(edition, pin.known)
    return (*made, *sections_wanted(wanted, [one.anchor for one in made], {}))
