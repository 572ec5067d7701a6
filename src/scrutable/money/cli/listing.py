"""`scrutable money budgets`, `ties` and `decisions`: how money stands."""

from datetime import date, datetime

import click

from scrutable.audit import clock
from scrutable.audit.reads import number_at
from scrutable.govuk.cli import DAY, Cell, with_format, with_known_at, write_rows
from scrutable.kernel.wording import count_words, london_day
from scrutable.money import reads, rules
from scrutable.money.facts import LineSeen, Tie
from scrutable.money.intake.cells import year_in
from scrutable.money.presenters.words import pounds_of
from scrutable.money.rules import hides, tie_words

LINES = ("line", "year", "title", "fund", "area", "budget", "moved", "approved", "committed",
         "spent", "forecast", "over")  # fmt: skip
TIES = ("kind", "reference", "decision", "line", "year", "why")


class YearType(click.ParamType[int]):
    """A financial year such as 2026/27."""

    name = "year"

    def convert(
        self, value: object, param: click.Parameter | None, ctx: click.Context | None
    ) -> int:
        """Read the year, or say how one is written."""
        found = year_in(str(value))
        if found is None:
            self.fail(f"“{value}” is no financial year such as 2026/27", param, ctx)
        return found


YEAR = YearType()


def day_of(as_at: date | None, known_at: datetime | None) -> date:
    """Return the day that is asked: that of the moment, or today."""
    return as_at or london_day(known_at or clock.now())


@click.command()
@click.option("--year", type=YEAR, help="Such as 2026/27; else that of the day.")
@click.option("--as-at", type=DAY, help="The day of which to tell, such as 2026-10-12.")
@click.option("--over", "only_over", is_flag=True, help="Only lines over what they may spend.")
@with_known_at
@with_format
def budgets(
    year: int | None,
    as_at: date | None,
    only_over: bool,  # noqa: FBT001  (click's own)
    known_at: datetime | None,
    form: str,
) -> None:
    """List budget lines and how they stand, in pounds.

    What an exempt decision hides is left out. Exits 1 where a line is over what it may spend.
    """
    known, day = number_at(known_at), day_of(as_at, known_at)
    decided = reads.decisions(known)
    of_year = rules.year_of(day) if year is None else year
    found = reads.lines(of_year, known, day, decided, closed=False)
    over = rules.over_lines(found)
    write_rows([_line(one) for one in (over if only_over else found)], LINES, form)
    click.echo(f"{count_words(len(over), 'line')} over what may be spent", err=True)
    if over:
        raise SystemExit(1)


@click.command()
@click.option("--as-at", type=DAY, help="The day of which to tell, such as 2026-10-12.")
@with_known_at
@with_format
def check(as_at: date | None, known_at: datetime | None, form: str) -> None:
    """List what does not hold between decisions, approvals, commitments and spending.

    Exits 1 where anything does not.
    """
    known, day = number_at(known_at), day_of(as_at, known_at)
    decided = reads.decisions(known)
    found = reads.ties(known, day)
    rows = [_tie(one, shows=not hides(one, decided)) for one in found]
    write_rows(rows, TIES, form)
    if found:
        raise SystemExit(1)


def _line(one: LineSeen) -> dict[str, Cell]:
    line, stand = one.line, one.standing
    return {
        "line": line.code,
        "year": rules.year_words(line.year),
        "title": line.title,
        "fund": line.fund.value,
        "area": line.area,
        "budget": pounds_of(stand.budget),
        "moved": pounds_of(stand.moved),
        "approved": pounds_of(stand.approved),
        "committed": pounds_of(stand.committed),
        "spent": pounds_of(stand.spent),
        "forecast": None if stand.forecast is None else pounds_of(stand.forecast),
        "over": pounds_of(stand.over),
    }


def _tie(one: Tie, *, shows: bool) -> dict[str, Cell]:
    return {
        "kind": one.kind.value,
        "reference": one.reference,
        "decision": one.decision,
        "line": one.line,
        "year": rules.year_words(one.year),
        "why": tie_words(one, shows_sums=shows),
    }
