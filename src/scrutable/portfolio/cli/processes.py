"""`scrutable portfolio processes` and `features`."""

from datetime import date, datetime

import click

from scrutable.audit.reads import number_at
from scrutable.govuk.cli import with_format, with_known_at, write_rows
from scrutable.kernel.money import money_exact
from scrutable.portfolio import reads, rules
from scrutable.portfolio.cli.capacity import AS_AT, day_asked

REVIEW_COLUMNS = (
    "number",
    "process",
    "area",
    "state",
    "due_on",
    "done_on",
    "days_late",
    "ways_before",
    "ways_after",
    "steps_before",
    "steps_after",
    "days_before",
    "days_after",
    "owner",
)
FEATURE_COLUMNS = (
    "number",
    "product",
    "title",
    "of_what",
    "entitled",
    "using",
    "percent",
    "yearly_pounds",
    "unused_pounds",
    "paid_since",
    "counted_on",
    "owner",
)


@click.command()
@AS_AT
@with_known_at
@with_format
def processes(as_at: date | None, known_at: datetime | None, form: str) -> None:
    """Print the process reviews: ways, steps and days before and after, and how late each is."""
    found = reads.process_reviews(number_at(known_at), day_asked(as_at, known_at))
    own = [name for name in REVIEW_COLUMNS if name not in ("state", "days_late")]
    rows = [
        {
            **{name: getattr(one.review, name) for name in own},
            "state": one.review.state.value,
            "days_late": one.days_late,
        }
        for one in found
    ]
    write_rows(rows, REVIEW_COLUMNS, form)


@click.command()
@AS_AT
@with_known_at
@with_format
def features(as_at: date | None, known_at: datetime | None, form: str) -> None:
    """Print features that are paid for: who uses them, and what the rest costs a year.

    What nobody has counted has no share and no sum. The sum of the others goes to stderr.
    """
    found = reads.features(number_at(known_at), day_asked(as_at, known_at))
    own = [name for name in FEATURE_COLUMNS if name not in ("percent", "unused_pounds")]
    rows = [
        {
            **{name: getattr(one.feature, name) for name in own},
            "percent": None if one.percent is None else round(one.percent, 1),
            "unused_pounds": one.unused_pounds,
        }
        for one in found
    ]
    write_rows(rows, FEATURE_COLUMNS, form)
    silent = sum(one.percent is None for one in found)
    click.echo(
        f"{money_exact(rules.unused_pounds(found))} a year is paid for what is not used; "
        f"{silent:,} of {len(found):,} never counted.",
        err=True,
    )
