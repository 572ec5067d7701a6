"""`scrutable housekeeping position`, `statements`, `sign` and `product`."""

from datetime import date, datetime

import click

from scrutable.access.cli import check_named
from scrutable.access.facts import Permission
from scrutable.audit import clock
from scrutable.audit.reads import number_at
from scrutable.govuk.cli import DAY, Cell, refusals_in_words, with_format, with_known_at, write_rows
from scrutable.housekeeping import facts, reads
from scrutable.housekeeping.presenters.licences.statements import statement_words
from scrutable.housekeeping.presenters.licences.words import (
    device_share,
    pounds,
    product_share,
    sums_words,
)
from scrutable.housekeeping.rules import licences as rules
from scrutable.kernel.wording import london_day
from scrutable.records import writes

COLUMNS = (
    *("product", "metric", "entitled", "used", "short", "over", "state"),
    *("to_put_right_pounds", "surplus_a_year_pounds", "pack", "once_pounds", "yearly_pounds"),
    *("priced_by", "idle", "uncounted"),
)
STATEMENT_COLUMNS = (
    *("number", "as_at", "says", "short", "to_put_right_pounds", "not_priced"),
    *("products_assessed", "products", "devices_inventoried", "devices"),
    *("not_assessed", "signed_by", "post", "signed_on", "agrees"),
)
AS_AT = click.option(
    "--as-at", type=DAY, help="The day that is asked about; today, if none is given."
)
BY = click.option("--by", required=True, help="Who does it, such as b.khan; goes into the log.")
REFUSALS = (writes.UnfitRecord, writes.WrittenMeanwhile)


class NoPosition(Exception):
    """No licences have been reconciled by the day."""

    def __init__(self) -> None:
        super().__init__(
            "No licences are reconciled yet. Take an extract of entitlements and one of "
            "deployments for the same day, then reconcile them."
        )


@click.command()
@AS_AT
@with_known_at
@with_format
def position(as_at: date | None, known_at: datetime | None, form: str) -> None:
    """Print the licence position: entitlement less use, by product and metric, with its cost.

    Pounds are at the last price paid; nothing where no price is known. The sums and the share of
    the estate go to stderr. Exits 1 where anything is short.
    """
    with refusals_in_words(NoPosition):
        found = _position(as_at, known_at)
    sums = rules.sums(found.positions)
    write_rows([_row(one) for one in found.positions], COLUMNS, form)
    click.echo(sums_words(sums), err=True)
    click.echo(f"Assessed: {product_share(found.coverage)}.", err=True)
    click.echo(f"Inventoried: {device_share(found.coverage)}.", err=True)
    for gap in found.gaps:
        click.echo(f"Not assessed: {gap.title} ({gap.why.value}, {gap.rows:,} rows)", err=True)
    if sums.short:
        raise SystemExit(1)


@click.command()
@AS_AT
@with_known_at
@with_format
def statements(as_at: date | None, known_at: datetime | None, form: str) -> None:
    """Print what was signed of licensing liabilities, and whether it still agrees."""
    known, day = number_at(known_at), as_at or london_day(known_at or clock.now())
    now = reads.licences(known, day)
    found = reads.statements(known, day)
    write_rows([_statement(one, now) for one in found], STATEMENT_COLUMNS, form)


@click.command()
@click.option(
    "--says", type=click.Choice([one.value for one in facts.Verdict]), required=True,
    help="Whether there are any licensing liabilities in what was assessed.",
)  # fmt: skip
@click.option("--not-assessed", required=True, help="What was left out and why, in words.")
@click.option("--signed-by", required=True, help="A person by name.")
@click.option("--post", required=True, help="Their post.")
@click.option("--on", type=DAY, help="The day of signing; today, if none is given.")
@BY
def sign(says: str, not_assessed: str, signed_by: str, post: str, on: date | None, by: str) -> None:
    """Sign a statement of licensing liabilities, composed from the position as it stands."""
    check_named(by, Permission.MANAGE_ESTATE)
    at = clock.now()
    day = on or london_day(at)
    with refusals_in_words(NoPosition, *REFUSALS):
        told = rules.statement(
            _position(day, None),
            verdict=facts.Verdict(says),
            not_assessed=not_assessed,
            signed=(signed_by, post, day),
        )
        done = writes.record(of=told, by=by, at=at)
    click.echo(f"{done.reference} is signed: {statement_words(done)}")


@click.command()
@click.argument("name")
@click.option("--also", multiple=True, help="Another name of it in extracts; may be repeated.")
@click.option(
    "--metric", "metrics", multiple=True, type=click.Choice([one.value for one in facts.Metric]),
    help="By what it is licensed; may be repeated.",
)  # fmt: skip
@click.option("--least-cores", type=click.IntRange(0), default=0, help="The vendor’s minimum.")
@click.option("--no-licence", default="", help="Why it needs none; leave out if it does.")
@BY
def product(
    name: str,
    also: tuple[str, ...],
    metrics: tuple[str, ...],
    least_cores: int,
    no_licence: str,
    by: str,
) -> None:
    """Record the product NAME: its other names, how it is licensed, the vendor’s minimum.

    It counts from the next time licences are reconciled.
    """
    check_named(by, Permission.MANAGE_ESTATE)
    told = facts.SoftwareProduct(
        name=name,
        other_names=also,
        metrics=tuple(facts.Metric(one) for one in metrics),
        least_cores=least_cores,
        why_none=no_licence,
    )
    with refusals_in_words(*REFUSALS):
        done = writes.record(of=told, by=by, at=clock.now())
    click.echo(f"{done.reference} is recorded.")


def _position(as_at: date | None, known_at: datetime | None) -> facts.Licences:
    day = as_at or london_day(known_at or clock.now())
    found = reads.licences(number_at(known_at), day)
    if found is None:
        raise NoPosition
    return found


def _row(one: facts.LicencePosition) -> dict[str, Cell]:
    return {
        "product": one.title,
        "metric": one.metric.value,
        "entitled": one.entitled,
        "used": one.used,
        "short": one.short,
        "over": one.over,
        "state": one.line.value,
        "to_put_right_pounds": _pounds(one.liability_pence),
        "surplus_a_year_pounds": _pounds(one.surplus_pence),
        "pack": one.pack,
        "once_pounds": _pounds(one.once_pence),
        "yearly_pounds": _pounds(one.yearly_pence),
        "priced_by": one.priced_by,
        "idle": one.idle,
        "uncounted": one.uncounted,
    }


def _pounds(pence: int | None) -> Cell:
    return None if pence is None else pounds(pence)


def _statement(one: facts.LicenceStatement, now: facts.Licences | None) -> dict[str, Cell]:
    return {
        "number": one.number,
        "as_at": one.as_at,
        "says": one.verdict.value,
        "short": one.short,
        "to_put_right_pounds": pounds(one.liability_pence),
        "not_priced": one.short_unpriced,
        "products_assessed": one.products_assessed,
        "products": one.products,
        "devices_inventoried": one.devices_inventoried,
        "devices": one.devices,
        "not_assessed": one.not_assessed,
        "signed_by": one.signed_by,
        "post": one.post,
        "signed_on": one.signed_on,
        "agrees": None if now is None else not rules.disagreements(one, now),
    }
