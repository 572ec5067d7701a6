"""What is shown of councillors on a terminal: totals, small numbers withheld."""

from datetime import date, datetime

import click

from scrutable.audit import clock
from scrutable.audit.reads import number_at
from scrutable.councillors import reads
from scrutable.councillors.facts import Confidence, Helped, Liking
from scrutable.councillors.presenters import paper as paper_words
from scrutable.councillors.presenters import skills as skill_words
from scrutable.govuk.cli import DAY, with_format, with_known_at, write_rows
from scrutable.kernel.wording import london_day

AS_AT = click.option("--as-at", type=DAY, help="As it stood on this day; today if none is given.")
LEVELS = tuple(level.name.lower() for level in Confidence)


def _asked(as_at: date | None, known_at: datetime | None) -> tuple[int, date]:
    return number_at(known_at), as_at or london_day(known_at or clock.now())


@click.command()
@AS_AT
@with_known_at
@with_format
def cover(as_at: date | None, known_at: datetime | None, form: str) -> None:
    """List how councillors see their own skills, and what is needed; exit 1 if a need is unmet.

    A number that is too few to be shown is left out, and what would give it away too.
    """
    known, day = _asked(as_at, known_at)
    found = reads.cover(known, day)
    needs = {one.skill: one for one in found.needs}
    columns = ("skill", *LEVELS, "answered", "lacking", "asked_for_help", "sessions_to_come")
    rows = [
        {
            "skill": one.skill,
            **dict(zip(LEVELS, one.counts, strict=True)),
            "answered": one.answered,
            "lacking": needs[one.skill].lacking,
            "asked_for_help": needs[one.skill].asked,
            "sessions_to_come": len(needs[one.skill].sessions),
        }
        for one in found.lines
    ]
    write_rows(rows, columns, form)
    click.echo(skill_words.title(found), err=True)
    if skill_words.unmet(found):
        raise SystemExit(1)


@click.command()
@AS_AT
@with_known_at
@with_format
def sessions(as_at: date | None, known_at: datetime | None, form: str) -> None:
    """List sessions and bite-size briefings, with who came in totals."""
    known, day = _asked(as_at, known_at)
    helped = tuple(f"helped_{level.value}" for level in Helped)
    columns = ("number", "title", "kind", "on", "minutes", "skills", "places", "came", *helped)
    rows = [
        {
            "number": one.session.number,
            "title": one.session.title,
            "kind": one.session.kind.value,
            "on": one.session.on,
            "minutes": one.session.minutes,
            "skills": ", ".join(one.session.skills),
            "places": one.session.places,
            "came": one.came if one.is_told else None,
            **dict(zip(helped, one.helped if one.answered else (None,) * 3, strict=True)),
        }
        for one in reads.session_totals(known, day)
    ]
    write_rows(rows, columns, form)


@click.command()
@AS_AT
@with_known_at
@with_format
def pilots(as_at: date | None, known_at: datetime | None, form: str) -> None:
    """List pilots with their results."""
    known, day = _asked(as_at, known_at)
    least = reads.least_shown(known, day)
    columns = ("number", "title", "begun_on", "ends_on", "took_part", "outcome", "result", "owner")
    rows = [
        {
            "number": one.number,
            "title": one.title,
            "begun_on": one.begun_on,
            "ends_on": one.ends_on,
            "took_part": one.took_part if (one.took_part or 0) >= least else None,
            "outcome": one.outcome.value,
            "result": one.result,
            "owner": one.owner,
        }
        for one in reads.pilots(known)
    ]
    write_rows(rows, columns, form)


@click.command()
@AS_AT
@with_known_at
@with_format
def kit(as_at: date | None, known_at: datetime | None, form: str) -> None:
    """List kit by kind: how many are out and how many like it; faults are told on stderr."""
    known, day = _asked(as_at, known_at)
    found = reads.kit_totals(known, day)
    likings = tuple(liking.value for liking in Liking)
    columns = ("kind", "devices", *likings, "answered")
    rows = [
        {
            "kind": one.kind.value,
            "devices": one.devices,
            **dict(zip(likings, one.likings, strict=True)),
            "answered": one.answered,
        }
        for one in found.lines
    ]
    write_rows(rows, columns, form)
    click.echo(f"{found.open:,} faults open, {found.raised:,} raised in a year", err=True)


@click.command()
@AS_AT
@with_known_at
@with_format
def paper(as_at: date | None, known_at: datetime | None, form: str) -> None:
    """List targets for paper beside what was counted; exit 1 if one is behind."""
    known, day = _asked(as_at, known_at)
    found = reads.paper(known, day)
    columns = (
        *("body", "baseline", "baseline_to", "pages", "counted_months", "allowed", "target"),
        *("by", "on_its_line", "decision"),
    )
    rows = [
        {
            "body": one.target.body,
            "baseline": one.target.baseline,
            "baseline_to": one.target.baseline_to,
            "pages": one.pages,
            "counted_months": one.counted_months,
            "allowed": one.allowed,
            "target": one.target.pages,
            "by": one.target.by,
            "on_its_line": one.is_met,
            "decision": one.target.decision,
        }
        for one in found
    ]
    write_rows(rows, columns, form)
    click.echo(paper_words.title(found), err=True)
    if any(one.is_met is False for one in found):
        raise SystemExit(1)
