"""`scrutable housekeeping findings`, `explain`, `assign`, `say-fixed` and `erase-names`."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from decimal import Decimal

import click

from scrutable.access.cli import check_named
from scrutable.access.facts import Permission
from scrutable.audit import clock
from scrutable.audit.reads import number_at
from scrutable.govuk.cli import (
    DAY,
    Cell,
    refusals_in_words,
    with_format,
    with_known_at,
    write_rows,
)
from scrutable.housekeeping import writes
from scrutable.housekeeping.facts import PartOfEstate, Thing, WorkAsked, WorkItem
from scrutable.housekeeping.presenters.findings import CHOICES
from scrutable.housekeeping.reads import worklist
from scrutable.kernel.wording import count_words, date_words, london_day
from scrutable.records.writes import UnfitRecord

COLUMNS = (
    *("finding", "part", "fault", "thing", "state", "owner", "first_found", "so_since"),
    *("row", "explained_until", "said_fixed_on", "pounds", "why"),
)
NAMED = ("name", "person")
BY = click.option("--by", required=True, help="Who says so, such as b.khan; goes into the log.")
CHOSEN = click.argument("findings", nargs=-1, required=True, type=click.IntRange(min=1))


@click.command()
@click.option(
    "--kind",
    type=click.Choice([part.value for part in PartOfEstate]),
    help="Of this part alone, such as accounts.",
)
@click.option(
    "--state", type=click.Choice([*CHOICES]), default="stands", show_default=True,
    help="In this state alone; “needs” are those that need somebody, “every” all ever found.",
)  # fmt: skip
@click.option("--fault", default="", help="With this fault alone, such as leaver_open.")
@click.option("--owner", help="Of this owner alone; empty for those of nobody.")
@click.option("--as-at", type=DAY, help="The day that is asked about; today, if not given.")
@click.option("--names", is_flag=True, help="Say names too; the log keeps that you looked.")
@click.option("--by", default="", help="Who looks, such as b.khan; asked for with --names.")
@with_known_at
@with_format
def findings(  # noqa: PLR0913  (click hands over every option)
    *,
    kind: str | None,
    state: str,
    fault: str,
    owner: str | None,
    as_at: date | None,
    names: bool,
    by: str,
    known_at: datetime | None,
    form: str,
) -> None:
    """List what is wrong with accounts, devices, licences and orders, the longest standing first.

    Exits 1 where any finding answers.
    """
    if names and not by:
        raise click.UsageError("--names shows names: say with --by who looks.")
    if names:
        check_named(by, Permission.VIEW_FINDINGS)
    at = clock.now()
    known, day = number_at(known_at), as_at or london_day(known_at or at)
    asked = WorkAsked(
        part=PartOfEstate(kind) if kind else None,
        fault=fault,
        owner=owner,
        states=CHOICES[state][1],
    )
    found = _read(asked, known, day, names=names)
    if names:
        things = [one.thing for one in found if one.thing]
        writes.look(things=things, where="housekeeping findings", by=by, at=at)
    columns = (*COLUMNS[:4], *NAMED, *COLUMNS[4:]) if names else COLUMNS
    write_rows([_row(one) for one in found], columns, form)
    click.echo(f"{count_words(len(found), 'finding')} as at {date_words(day)}", err=True)
    if found:
        raise SystemExit(1)


def _read(asked: WorkAsked, known: int, day: date, *, names: bool) -> Sequence[WorkItem]:
    to = worklist.reach(known, day)
    number = len(worklist.numbers_listed(asked, to))
    return list(worklist.Worklist(asked=asked, to=to, number=number, with_names=names))


def _row(item: WorkItem) -> Mapping[str, Cell]:
    one = item.standing
    return {
        "finding": one.number,
        "part": one.part.value,
        "fault": one.fault,
        "thing": one.thing,
        **_names(item.thing),
        "state": item.state.value,
        "owner": one.owner,
        "first_found": one.first_on,
        "so_since": one.as_at,
        "row": one.place or None,
        "explained_until": one.until,
        "said_fixed_on": one.fixed_on,
        "pounds": None if one.pence is None else Decimal(one.pence).scaleb(-2),
        "why": one.why,
    }


def _names(thing: Thing | None) -> Mapping[str, Cell]:
    if thing is None:
        return {}
    return {"name": thing.key or "erased", "person": thing.person}


@click.command()
@CHOSEN
@click.option("--until", type=DAY, required=True, help="The last day on which nobody is asked.")
@click.option("--why", required=True, help="Why they may stand; name nobody.")
@BY
def explain(findings: tuple[int, ...], until: date, why: str, by: str) -> None:
    """Explain FINDINGS, by number, until a day: all of them, or none if one cannot be."""
    number = _say(
        by, lambda: writes.explain(numbers=findings, why=why, until=until, by=by, at=clock.now())
    )
    click.echo(f"Explained until {date_words(until)}: {count_words(number, 'finding')}", err=True)


@click.command()
@CHOSEN
@click.option("--to", "owner", required=True, help="A post, such as “Head of ICT”.")
@BY
def assign(findings: tuple[int, ...], owner: str, by: str) -> None:
    """Give FINDINGS, by number, an owner: all of them, or none if one cannot be."""
    number = _say(by, lambda: writes.assign(numbers=findings, owner=owner, by=by, at=clock.now()))
    click.echo(f"Given to {owner}: {count_words(number, 'finding')}", err=True)


@click.command(name="say-fixed")
@CHOSEN
@click.option("--on", type=DAY, help="The day on which they were fixed; today, if not given.")
@BY
def say_fixed(findings: tuple[int, ...], on: date | None, by: str) -> None:
    """Say that FINDINGS, by number, are fixed; the next extract bears it out or does not."""
    at = clock.now()
    day = on or london_day(at)
    number = _say(by, lambda: writes.say_fixed(numbers=findings, on=day, by=by, at=at))
    click.echo(f"Said to be fixed: {count_words(number, 'finding')}", err=True)


@click.command(name="erase-names")
@BY
def erase_names(by: str) -> None:
    """Erase the names of what has been gone for longer than council policy keeps them.

    Findings, their numbers and the log stay; the log never held a name.
    """
    number = _say(by, lambda: writes.erase_names(by=by, at=clock.now()))
    click.echo(f"Erased: {count_words(number, 'name')}", err=True)


def _say(by: str, act: Callable[[], int]) -> int:
    check_named(by, Permission.MANAGE_ESTATE)
    with refusals_in_words(UnfitRecord):
        return act()


COMMANDS = (findings, explain, assign, say_fixed, erase_names)
