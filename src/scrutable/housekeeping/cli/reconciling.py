"""`scrutable housekeeping reconcile` and `findings`."""

from collections import Counter
from collections.abc import Sequence
from datetime import date

import click
from django.conf import settings

from scrutable.audit.reads import number_at
from scrutable.govuk.cli import DAY, Cell, refusals_in_words, with_format, write_rows
from scrutable.housekeeping import reads
from scrutable.housekeeping.facts import AccountFinding, DeviceFinding, HousePolicy
from scrutable.kernel.wording import count_words
from scrutable.registers import reads as registers

LINE_COLUMNS = ("of", "line", "number")
FINDING_COLUMNS = ("of", "row", "fault", "name", "person")
AS_AT = click.option("--as-at", type=DAY, required=True, help="The day of the extracts.")
Found = Sequence[AccountFinding | DeviceFinding]


@click.command()
@AS_AT
@with_format
def reconcile(as_at: date, form: str) -> None:
    """Print the sums of accounts and devices, line by line, and how many are wrong in which way.

    Every account and device counts on one line, so that the lines add up to all. Exits 1 where
    anything is wrong.
    """
    opened = _opened(as_at)
    rows: list[dict[str, Cell]] = []
    for kind, lines in opened.lines.items():
        rows += [{"of": kind.value, "line": line, "number": n} for line, n in lines.items()]
        rows.append({"of": kind.value, "line": "all", "number": sum(lines.values())})
    counted = Counter((_kind(one), one.fault.value) for one in opened.found)
    rows += [
        {"of": kind, "line": f"wrong: {fault}", "number": number}
        for (kind, fault), number in sorted(counted.items())
    ]
    write_rows(rows, LINE_COLUMNS, form)
    if opened.found:
        click.echo(f"{count_words(len(opened.found), 'finding')}", err=True)
        raise SystemExit(1)


@click.command()
@AS_AT
@click.option("--kind", type=click.Choice(["accounts", "devices"]), required=True, help="Of what.")
@with_format
def findings(as_at: date, kind: str, form: str) -> None:
    """Print everything that is wrong with accounts or devices; exits 1 where anything is.

    The row is that of the extract, as an editor counts its lines.
    """
    found = [one for one in _opened(as_at).found if _kind(one) == kind]
    rows: list[dict[str, Cell]] = [
        {
            "of": kind,
            "row": one.row,
            "fault": one.fault.value,
            "name": one.login if isinstance(one, AccountFinding) else one.tag,
            "person": one.person,
        }
        for one in found
    ]
    write_rows(rows, FINDING_COLUMNS, form)
    if found:
        raise SystemExit(1)


def _kind(one: AccountFinding | DeviceFinding) -> str:
    return "accounts" if isinstance(one, AccountFinding) else "devices"


def _opened(as_at: date) -> reads.Reconciled:
    with refusals_in_words(reads.NoExtract):
        return reads.reconciled(settings.DATA_DIR / "extracts", as_at, _policy(as_at))


def _policy(as_at: date) -> HousePolicy:
    said = registers.policy("housekeeping", as_at, number_at())
    return reads.house_policy(said)
