"""`scrutable portfolio capacity`, `procurements` and `redirections`."""

from datetime import date, datetime

import click

from scrutable.audit import clock
from scrutable.audit.reads import number_at
from scrutable.govuk.cli import DAY, with_format, with_known_at, write_rows
from scrutable.kernel.wording import count_words, london_day
from scrutable.portfolio import reads

TEAM_COLUMNS = (
    "team",
    "filled",
    "interim",
    "vacant",
    "today",
    "wanted",
    "not_created",
    "unwanted",
    "lacking",
)
PROCUREMENT_COLUMNS = (
    "code",
    "title",
    "stage",
    "days_in_stage",
    "pounds",
    "first_signed_by",
    "late_against_first",
    "signed_by",
    "late_against_current",
    "waiting",
    "owner",
)
REDIRECTION_COLUMNS = (
    "project",
    "title",
    "people",
    "to_what",
    "cause",
    "starts_on",
    "ended_on",
    "days_lost",
    "days_by_dates",
    "before",
    "after",
    "decided_by",
)
AS_AT = click.option(
    "--as-at", type=DAY, help="The day that is asked about; today, if none is given."
)


def day_asked(as_at: date | None, known_at: datetime | None) -> date:
    """Return the day asked about: that given, else the day of the moment, else today."""
    return as_at or london_day(known_at or clock.now())


@click.command()
@AS_AT
@with_known_at
@with_format
def capacity(as_at: date | None, known_at: datetime | None, form: str) -> None:
    """Print posts by team and filling against the structure wanted; all of them to stderr."""
    found = reads.staffing(number_at(known_at), day_asked(as_at, known_at))
    rows = [{name: getattr(one, name) for name in TEAM_COLUMNS} for one in found.teams]
    write_rows(rows, TEAM_COLUMNS, form)
    total = found.total
    click.echo(
        f"{count_words(total.today, 'post')} today, {total.wanted:,} wanted, "
        f"{total.lacking:,} of them not filled for good.",
        err=True,
    )


@click.command()
@AS_AT
@with_known_at
@with_format
def procurements(as_at: date | None, known_at: datetime | None, form: str) -> None:
    """Print what is being bought: its stage, how late it is, and which projects wait for it."""
    found = reads.procurements(number_at(known_at), day_asked(as_at, known_at))
    rows = [
        {
            "code": one.procurement.code,
            "title": one.procurement.title,
            "stage": one.procurement.stage.value,
            "days_in_stage": one.days_in_stage,
            "pounds": one.procurement.value,
            "first_signed_by": one.first_signed_by,
            "late_against_first": one.late_against_first,
            "signed_by": one.procurement.signed_by,
            "late_against_current": one.late_against_current,
            "waiting": " ".join(one.waiting),
            "owner": one.procurement.owner,
        }
        for one in found
    ]
    write_rows(rows, PROCUREMENT_COLUMNS, form)


@click.command()
@AS_AT
@with_known_at
@with_format
def redirections(as_at: date | None, known_at: datetime | None, form: str) -> None:
    """Print who was taken off projects, and the days lost: as measured, and by the dates."""
    found = reads.redirections(number_at(known_at), day_asked(as_at, known_at))
    rows = [
        {
            "project": one.redirection.project,
            "title": one.title,
            "people": one.redirection.people,
            "to_what": one.redirection.to_what,
            "cause": one.redirection.cause,
            "starts_on": one.redirection.starts_on,
            "ended_on": one.redirection.ended_on,
            "days_lost": one.redirection.days_lost,
            "days_by_dates": one.days_by_dates,
            "before": one.before,
            "after": one.after,
            "decided_by": one.redirection.decided_by,
        }
        for one in found
    ]
    write_rows(rows, REDIRECTION_COLUMNS, form)
