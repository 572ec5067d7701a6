"""`scrutable housekeeping agreements add`, `change`, `renew` and `cure`."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import click

from scrutable.access.cli import check_named
from scrutable.access.facts import Permission
from scrutable.audit import clock
from scrutable.audit.reads import number_at
from scrutable.govuk.cli import DAY, NumberType, refusals_in_words, without_pounds
from scrutable.housekeeping.facts.agreements import Agreement, Cure, NoticeUnit, Renewal
from scrutable.housekeeping.intake.agreements.cells import notice_in
from scrutable.housekeeping.presenters.agreements.words import next_words
from scrutable.housekeeping.reads import agreements as reads
from scrutable.kernel.wording import london_day
from scrutable.records.facts import Record
from scrutable.records.reads import UnknownRecord, one, stands
from scrutable.records.writes import UnfitRecord, record

BY = click.option("--by", required=True, help="Who does it, such as b.khan; goes into the log.")
POUNDS = NumberType("1200.50", without_pounds)
Command = Callable[..., None]
APPROVAL = (
    click.option("--approved-on", type=DAY, help="When it was approved; leave out if never."),
    click.option("--approved-by", help="The post or body that approved it, such as The Executive."),
    click.option("--decision", help="Such as decision/I017909, or where it can be read."),
    click.option("--yearly-value", "yearly_pounds", type=POUNDS, help="Pounds a year."),
)
TOLD = (
    click.option("--title"),
    click.option("--supplier", help="A reference, such as supplier/norland-services."),
    click.option("--starts-on", type=DAY, help="The first day."),
    click.option("--months", type=int, help="Months of the first term."),
    click.option("--extension", "extensions", type=int, multiple=True,
                 help="Months of an option to go on; may be repeated."),
    click.option("--notice", help="Such as “3 months” or “90 days”; “none” for none."),
    click.option("--renews-itself-by", type=int, help="Months; leave out if it simply ends."),
    click.option("--notice-given-on", type=DAY),
    click.option("--closed-on", type=DAY, help="The last day on which it was used."),
    click.option("--owner", help="The post that watches over its dates."),
    click.option("--contract", help="The contract it belongs to, such as contract/CSS."),
    *APPROVAL,
)  # fmt: skip


def _with(options: tuple[Callable[[Command], Command], ...]) -> Callable[[Command], Command]:
    def add_to(command: Command) -> Command:
        for option in reversed(options):
            command = option(command)
        return command

    return add_to


@click.command()
@click.argument("code")
@_with(TOLD)
@BY
def add(code: str, by: str, **said: Any) -> None:
    """Record the agreement CODE as it was first made; its renewals come after."""
    known = number_at()
    if stands(Agreement, known, code=code):
        raise click.ClickException(f"{code} is recorded already. Change or renew it.")
    given = _told(said)
    lacking = [name for name in ("starts_on", "months") if name not in given]
    if lacking:
        options = " and ".join(f"--{name.replace('_', '-')}" for name in lacking)
        raise click.UsageError(f"Give {options}.")
    _keep(Agreement(**{"code": code, "title": "", "supplier": "", **given}), by)


@click.command()
@click.argument("code")
@_with(TOLD)
@BY
def change(code: str, by: str, **said: Any) -> None:
    """Change what is told of the agreement CODE; what is not named stays as it is."""
    with refusals_in_words(UnknownRecord):
        stood = one(Agreement, number_at(), code=code)
    given = _told(said)
    if not given:
        raise click.UsageError("Name at least one thing that changes.")
    _keep(replace(stood, **given), by)


@click.command()
@click.argument("code")
@click.option("--months", type=int, required=True, help="Further months.")
@click.option("--agreed-on", type=DAY, required=True, help="When it was agreed.")
@_with(APPROVAL)
@BY
def renew(code: str, by: str, **said: Any) -> None:
    """Record further months of the agreement CODE, approved or not."""
    given = {name: value for name, value in said.items() if value is not None}
    _keep(Renewal(agreement=code, number=0, **given), by)


@click.command()
@click.argument("code")
@click.option("--since", type=DAY, required=True, help="The first day without approval.")
@click.option("--cause", required=True, help="Why nobody approved it in time.")
@click.option("--cure", default="", help="What is done so that none runs on again.")
@click.option("--owner", default="", help="The post that owns the cure.")
@click.option("--done-on", "cured_on", type=DAY, help="When the cure was done, once it is.")
@BY
def cure(code: str, since: date, by: str, **said: Any) -> None:
    """Record why the agreement CODE ran on from a day, and what was done about it."""
    _keep(Cure(agreement=code, since=since, **said), by)


def _told(said: dict[str, Any]) -> dict[str, Any]:
    """Return what was named, notice as count and unit."""
    given = {name: value for name, value in said.items() if value not in (None, ())}
    notice = given.pop("notice", None)
    if notice is None:
        return given
    found = notice_in(notice)
    if found is None and notice.casefold() != "none":
        raise click.UsageError(f"“{notice}” is no notice such as “3 months” or “90 days”.")
    unit = found.unit if found else NoticeUnit.MONTHS
    return {**given, "notice_count": found.count if found else None, "notice_unit": unit}


def _keep(of: Record, by: str) -> None:
    check_named(by, Permission.MANAGE_AGREEMENTS)
    at = clock.now()
    with refusals_in_words(UnfitRecord):
        done = record(of=of, by=by, at=at)
    code = done.code if isinstance(done, Agreement) else str(getattr(done, "agreement", ""))
    said = next_words(reads.agreement(code, done.version, london_day(at)))
    click.echo(f"{done.reference} is recorded. {said}")
