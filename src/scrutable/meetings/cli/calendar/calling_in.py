"""`scrutable meetings call-in`, `hear-call-in`, `carry-out`: what happens before it is done."""

from datetime import date

import click

from scrutable.access.facts import Permission
from scrutable.govuk.cli import DAY
from scrutable.meetings import facts, writes
from scrutable.meetings.cli.speaking import by_option, kept

MAY = Permission.RECORD_DECISIONS


@click.command()
@click.argument("code")
@click.option("--on", type=DAY, required=True, help="The day on which it was asked for.")
@click.option("--asked-by", multiple=True, required=True, help="A member; given once for each.")
@click.option("--grounds", required=True, help="Why it is called in.")
@by_option
def call_in(code: str, on: date, asked_by: tuple[str, ...], grounds: str, by: str) -> None:
    """Record that scrutiny called in the decision CODE."""
    asked = facts.CallIn(decision=code, asked_on=on, asked_by=asked_by, grounds=grounds)
    kept(writes.call_in, MAY, by, call_in=asked)
    click.echo(f"decision/{code} is called in; it is not carried out before that is heard.")


@click.command()
@click.argument("code")
@click.option(
    "--result", type=click.Choice([one.value for one in facts.CallInResult]), required=True
)
@click.option("--heard-in", required=True, help="The meeting, OSMB-2026-07-16.")
@click.option("--reasons", required=True, help="Why scrutiny came to its result.")
@by_option
def hear_call_in(code: str, result: str, heard_in: str, reasons: str, by: str) -> None:
    """Record what scrutiny made of the call-in of the decision CODE."""
    given = {"decision": code, "result": facts.CallInResult(result)}
    heard = kept(writes.hear_call_in, MAY, by, heard_in=heard_in, reasons=reasons, **given)
    click.echo(f"The call-in of decision/{code} was heard in {heard.heard_in}: {result}.")


@click.command()
@click.argument("code")
@click.option("--on", type=DAY, required=True, help="The day on which it was carried out.")
@by_option
def carry_out(code: str, on: date, by: str) -> None:
    """Record that the decision CODE was carried out, not before its call-in window ends."""
    kept(writes.carry_out_decision, MAY, by, code=code, on=on)
    click.echo(f"decision/{code} was carried out on {on}.")
