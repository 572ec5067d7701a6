"""`scrutable portfolio lessons`."""

from datetime import date, datetime

import click

from scrutable.audit.reads import number_at
from scrutable.govuk.cli import Cell, with_format, with_known_at, write_rows
from scrutable.portfolio import reads, rules
from scrutable.portfolio.cli.capacity import AS_AT, day_asked
from scrutable.portfolio.facts import LessonStanding
from scrutable.portfolio.presenters.lessons import title

COLUMNS = (
    *("number", "learned_from", "learned_on", "cause", "recommendation", "owner"),
    *("applied_to", "not_applied_yet"),
)


@click.command()
@click.option("--words", default="", help="Only lessons that have these words.")
@AS_AT
@with_known_at
@with_format
def lessons(words: str, as_at: date | None, known_at: datetime | None, form: str) -> None:
    """Print the lessons with cause, owner, and where each was applied and was not yet."""
    every = reads.lessons(number_at(known_at), day_asked(as_at, known_at))
    found = [one for one in every if rules.holds_words(one, words)]
    write_rows([_row(one) for one in found], COLUMNS, form)
    click.echo(f"{title(every)}.", err=True)


def _row(one: LessonStanding) -> dict[str, Cell]:
    lesson = one.lesson
    return {
        "number": lesson.number,
        "learned_from": lesson.learned_from,
        "learned_on": lesson.learned_on,
        "cause": lesson.cause,
        "recommendation": lesson.recommendation,
        "owner": lesson.owner,
        "applied_to": ", ".join(use.applied_to for use in one.uses),
        "not_applied_yet": ", ".join(one.wanting),
    }
