"""What these commands share: refusals, the day, closures, sums of pounds."""

from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any, TypeVar

import click

from scrutable.access.cli import check_named
from scrutable.access.facts import Permission
from scrutable.audit import clock
from scrutable.govuk.cli import without_pounds
from scrutable.kernel.wording import london_day
from scrutable.meetings import reads, writes
from scrutable.meetings.facts import OPEN, Closure, Openness
from scrutable.meetings.rules.powers import is_sum

Kept = TypeVar("Kept")
REFUSALS = (
    writes.Unfit,
    reads.UnknownBody,
    reads.UnknownDecision,
    reads.UnknownDelegation,
    reads.UnknownEntry,
    reads.UnknownItem,
    reads.UnknownMeeting,
)
by_option = click.option(
    "--by", required=True, help="Who does it, such as a.clerk; goes into the log."
)


class PoundsType(click.ParamType[Decimal]):
    """A sum such as 1,200.50."""

    name = "pounds"

    def convert(
        self, value: Any, param: click.Parameter | None, ctx: click.Context | None
    ) -> Decimal:
        """Read the sum exactly, or say how one is written."""
        try:
            number = Decimal(without_pounds(str(value)))
        except InvalidOperation:
            self.fail(f"“{value}” is not a sum such as 1200.50", param, ctx)
        if not is_sum(number):
            self.fail(f"“{value}” is not a sum in pounds and pence such as 1200.50", param, ctx)
        return number


POUNDS = PoundsType()


def today(known_at: datetime | None = None) -> date:
    """Return the day in London on which the question is asked."""
    return london_day(known_at or clock.now())


def kept(write: Callable[..., Kept], permission: Permission, by: str, **given: Any) -> Kept:
    """Carry a write out in the name of somebody who may; a refusal is said and exits 1."""
    check_named(by, permission)
    try:
        return write(**given, by=by, at=clock.now())
    except REFUSALS as refusal:
        raise click.ClickException(str(refusal)) from refusal


def with_closure(command: Callable[..., None]) -> Callable[..., None]:
    """Add the options that close a matter to the public."""
    options = (
        click.option("--exempt", "paragraphs", multiple=True, type=click.IntRange(1, 7),
                     help="Exempt under this paragraph of Schedule 12A; may be given again."),
        click.option("--public-interest", default="",
                     help="Why exemption outweighs disclosure, where it is exempt."),
        click.option("--confidential", is_flag=True, help="Confidential: s.100A(3)."),
    )  # fmt: skip
    for option in reversed(options):
        command = option(command)
    return command


def closure_of(said: dict[str, Any]) -> Closure:
    """Return the closure that the options say, and take them out; raises UsageError."""
    paragraphs, reason = said.pop("paragraphs"), said.pop("public_interest")
    if said.pop("confidential"):
        if paragraphs:
            raise click.UsageError("Give --exempt or --confidential, one of the two.")
        return Closure(openness=Openness.CONFIDENTIAL)
    if not paragraphs and not reason:
        return OPEN
    try:
        return Closure(
            openness=Openness.EXEMPT, paragraphs=tuple(paragraphs), public_interest=reason
        )
    except ValueError as fault:
        raise click.UsageError("--exempt and --public-interest go together.") from fault
