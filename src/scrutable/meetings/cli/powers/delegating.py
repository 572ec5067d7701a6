"""`scrutable meetings delegations`, `delegate`, `use-delegation`, `end-delegation`."""

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

import click

from scrutable.access.cli import check_named
from scrutable.access.facts import Permission
from scrutable.audit import clock
from scrutable.audit.reads import number_at
from scrutable.govuk.cli import (
    DAY,
    refusals_in_words,
    with_format,
    with_known_at,
    write_rows,
)
from scrutable.kernel.money import money_exact
from scrutable.meetings import facts, reads, writes
from scrutable.meetings.cli.speaking import POUNDS, by_option, today
from scrutable.meetings.rules import powers as rules

REFUSALS = (
    reads.UnknownBody,
    reads.UnknownDelegation,
    reads.UnknownMeeting,
    writes.OutsideScope,
    writes.UnfitDelegation,
    writes.UnfitUse,
)
COLUMNS = (
    *("delegation", "to", "body", "state", "acts", "limit_pounds", "used_pounds", "left_pounds"),
    *("uses", "refused", "from_on", "expires_on"),
)


@click.command()
@click.option("--body", help="Only those of this body, such as EXEC.")
@with_known_at
@with_format
def delegations(body: str | None, known_at: datetime | None, form: str) -> None:
    """Print every delegation: what it covers, its limit, what is used and what is left."""
    known, as_at = number_at(known_at), today(known_at)
    uses = reads.uses_by_delegation(known)
    found = reads.delegations(known, body=body)
    write_rows([_row(one, uses.get(one.code, []), as_at) for one in found], COLUMNS, form)


def _row(
    one: facts.Delegation, uses: list[facts.DelegationUse], as_at: date
) -> Mapping[str, str | int | Decimal | date | None]:
    refused = sum(use.is_refused for use in uses)
    return {
        "delegation": one.code,
        "to": one.to,
        "body": one.body,
        "state": rules.state_of_delegation(one, as_at).value,
        "acts": "; ".join(one.acts),
        "limit_pounds": one.limit_pounds,
        "used_pounds": rules.spent_under(uses),
        "left_pounds": rules.left_of(one, uses),
        "uses": len(uses) - refused,
        "refused": refused,
        "from_on": one.from_on,
        "expires_on": one.expires_on,
    }


@click.command()
@click.option("--body", required=True, help="The code of the body that delegates, such as EXEC.")
@click.option("--to", required=True, help="The post, such as “Director of Finance”.")
@click.option("--act", "acts", multiple=True, required=True, help="An act; may be repeated.")
@click.option("--consulting", "consultees", multiple=True, help="A consultee; may be repeated.")
@click.option("--limit", "limit_pounds", type=POUNDS, help="The limit for all uses together.")
@click.option("--each", "each_pounds", type=POUNDS, help="The limit for each use.")
@click.option("--from", "from_on", type=DAY, required=True, help="The first day.")
@click.option("--expires", "expires_on", type=DAY, help="The last day.")
@click.option("--meeting", "made_in", default="", help="The meeting: EXEC-2026-05-19.")
@click.option("--source", "source_reference", default="", help="The limb or decision.")
@by_option
def delegate(by: str, **said: Any) -> None:
    """Record a delegation, and print its code."""
    from_on: date = said["from_on"]
    one = facts.Delegation(year=from_on.year, number=0, **said)
    check_named(by, Permission.MANAGE_DELEGATIONS)
    with refusals_in_words(*REFUSALS):
        made = writes.delegate(delegation=one, by=by, at=clock.now())
    click.echo(made.code)


@click.command()
@click.argument("code")
@click.option("--act", required=True, help="Which act of the delegation it is.")
@click.option("--what", required=True, help="What was done.")
@click.option("--on", type=DAY, required=True, help="The day on which it was decided.")
@click.option("--used-by", required=True, help="The post that decided.")
@click.option("--pounds", type=POUNDS, help="What it costs, 0 where it costs nothing.")
@click.option("--consulted", multiple=True, help="Somebody consulted; may be repeated.")
@click.option("--consulted-on", type=DAY, help="The day of the consultation.")
@click.option("--decision", default="", help="The code of the decision’s record.")
@by_option
def use_delegation(code: str, by: str, **said: Any) -> None:
    """Record a use of the delegation CODE; one outside its scope is refused and kept: exit 1."""
    use = facts.DelegationUse(delegation=code, number=0, **said)
    check_named(by, Permission.USE_DELEGATIONS)
    with refusals_in_words(*REFUSALS):
        made = writes.use_delegation(use=use, by=by, at=clock.now())
        known = number_at()
        left = rules.left_of(reads.delegation(code, known), reads.uses(code, known))
    click.echo(made.reference)
    click.echo("No limit is set" if left is None else f"{money_exact(left)} is left", err=True)


@click.command()
@click.argument("code")
@click.option("--on", type=DAY, required=True, help="Its last day.")
@click.option("--why", required=True, help="Why it is ended.")
@by_option
def end_delegation(code: str, on: date, why: str, by: str) -> None:
    """End the delegation CODE before its time; what was done under it stands."""
    check_named(by, Permission.MANAGE_DELEGATIONS)
    with refusals_in_words(*REFUSALS):
        writes.end_delegation(code=code, on=on, because=why, by=by, at=clock.now())
    click.echo(f"Delegation {code} is ended", err=True)
