"""`scrutable contracts correct` and `mitigate`: changes by hand, each with its reason."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import click

from scrutable.access.cli import TERMINAL
from scrutable.access.facts import Permission
from scrutable.audit import clock
from scrutable.audit.reads import number_at
from scrutable.contracts import reads, writes
from scrutable.contracts.cli.speaking import REFUSALS, check_named_for, kpi_of, span_of, today
from scrutable.contracts.facts import Correction, Mitigation, NoValue
from scrutable.govuk.cli import DAY, MONTH, NumberType, refusals_in_words
from scrutable.kernel.periods import Month, Span

NUMBER = NumberType("4.9", lambda text: text.removesuffix("%"))  # in the KPI’s unit


@click.command()
@click.argument("reference")
@click.option("--value", type=NUMBER, help="What the result should have been.")
@click.option(
    "--no-value",
    type=click.Choice([reason.value for reason in NoValue]),
    help="Why there should have been none.",
)
@click.option("--why", required=True, help="Why it is corrected.")
@click.option("--by", required=True, help="Who corrects it, such as j.smith.")
@click.option("--dry-run", is_flag=True, help="Say what would change, and change nothing.")
def correct(reference: str, by: str, **said: Any) -> None:
    """Correct a result, REFERENCE being kpi/CSS/CSC_KPI_04/2026-09; what it said is kept."""
    contract, code, month = kpi_of(reference, 3)
    value, no_value = said["value"], said["no_value"]
    if (value is None) == (no_value is None):
        raise click.UsageError("Give --value or --no-value, one of the two.")
    correction = Correction(
        contract=contract,
        code=code,
        month=_month(month),
        value=value,
        no_value=NoValue(no_value) if no_value else None,
        why=said["why"],
    )
    with refusals_in_words(*REFUSALS):
        check_named_for(by, Permission.CORRECT_RESULTS, contract)
        before = _said_before(correction)
        if not said["dry_run"]:
            writes.correct_result(correction=correction, by=by, at=clock.now())
    verb = "would say" if said["dry_run"] else "now says"
    after = no_value if value is None else f"{value:f}"
    click.echo(f"{reference} {verb} {after}; it said {before}.")


def _month(text: str) -> Month:
    return MONTH.convert(text, None, None)


def _said_before(correction: Correction) -> str:
    """Return what the result says now; raises UnknownKpi."""
    known, month = number_at(), correction.month
    reads.definition(correction.contract, correction.code, known)
    stood = reads.standing_results(correction.contract, Span(month, month), known)
    result = stood.get(correction.code, {}).get(month)
    if result is None:
        return "nothing"
    return f"{result.value:f}" if result.value is not None else str(result.no_value)


@click.command()
@click.argument("reference")
@click.option("--from", "first", type=MONTH, required=True, help="The first month it covers.")
@click.option("--to", "last", type=MONTH, required=True, help="The last month it covers.")
@click.option("--why", required=True, help="The reason.")
@click.option("--granted-by", required=True, help="Who granted it.")
@click.option("--granted-on", type=DAY, help="When it was granted; today, if not given.")
@click.option("--asked-by", default="", help="Who asked for it.")
@click.option("--fix", default="", help="The long-term fix.")
@click.option("--fix-due", type=DAY, help="When the fix is due.")
@click.option("--by", default=TERMINAL, show_default=True, help="Who records it.")
@click.option("--dry-run", is_flag=True, help="Say what would be granted, and change nothing.")
def mitigate(reference: str, by: str, **said: Any) -> None:
    """Agree mitigation for a KPI, REFERENCE being kpi/CSS/ACF_KPI_03; results stay as they are."""
    contract, code = kpi_of(reference, 2)
    mitigation = _mitigation(contract, code, said)
    with refusals_in_words(*REFUSALS):
        if by != TERMINAL:
            check_named_for(by, Permission.GRANT_MITIGATIONS, contract)
        reads.definition(contract, code, number_at())
        if said["dry_run"]:
            click.echo(f"{reference} would be in mitigation, {mitigation.span.words}.")
            return
        granted = writes.grant_mitigation(mitigation=mitigation, by=by, at=clock.now())
    click.echo(f"{granted.reference} covers {reference}, {granted.span.words}.")


def _mitigation(contract: str, code: str, said: Mapping[str, Any]) -> Mitigation:
    granted_on: date = said["granted_on"] or today()
    return Mitigation(
        contract=contract,
        code=code,
        number=0,
        span=span_of(said["first"], said["last"]),
        reason=said["why"],
        asked_by=said["asked_by"],
        granted_by=said["granted_by"],
        granted_on=granted_on,
        long_term_fix=said["fix"],
        fix_due=said["fix_due"],
    )
