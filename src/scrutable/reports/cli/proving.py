"""Verifying, comparing and listing from the terminal."""

from collections.abc import Mapping, Sequence

import click

from scrutable.govuk.cli import refusals_in_words, with_format, write_rows
from scrutable.kernel.wording import count_words
from scrutable.meetings.facts import DecisionRecord
from scrutable.reports import facts, presenters, reads
from scrutable.reports.cli.group import REFUSALS
from scrutable.reports.rules.pairing import NOTHING
from scrutable.work.cli import progress_bar

DIFFERENCE = ("what", "figure", "before", "after", "reference", "place", "why")
EDITION = ("edition", "title", "about", "as_at", "state", "known", "dated")
SUPERSEDED = (
    *("edition", "reference", "as_printed", "as_known_now"),
    *("version_used", "version_now", "decisions"),
)


@click.command()
@click.argument("edition")
@with_format
def verify(edition: str, form: str) -> None:
    """Make a frozen edition again from its records and compare every byte.

    Exit 1 if anything differs; a renderer that has changed since is named and is no fault.
    """
    with refusals_in_words(*REFUSALS), progress_bar(f"Verifying {edition}") as progress:
        found = reads.verify(edition, progress)
    rows = [
        {
            "format": _format(check),
            "outcome": presenters.OUTCOME_TAGS[check.outcome].word,
            "changed_since": presenters.renderers_words(check.renderers),
            "sha256": check.sha256,
        }
        for check in found.formats
    ]
    write_rows(rows, tuple(rows[0]), form)
    for difference in found.differences:
        said = f"{difference.reference}: {difference.before} → {difference.after}"
        click.echo(f"{said} ({difference.what})", err=True)
    if found.composer_changed:
        then, now = found.composer_changed
        click.echo(f"What composes reports has changed since: {then}, now {now}", err=True)
    click.echo(presenters.verification_title(found), err=True)
    if found.has_faults:
        raise SystemExit(1)


def _format(check: facts.FormatCheck) -> str:
    return f"{check.format.value}, exempt part" if check.is_exempt else check.format.value


@click.command()
@click.argument("before")
@click.argument("after")
@click.option("--all", "in_full", is_flag=True, help="List also what is counted otherwise.")
@with_format
def compare(before: str, after: str, in_full: bool, form: str) -> None:  # noqa: FBT001  (click)
    """Hold two editions against each other, figure by figure: what was restated comes first.

    Figures that only one edition prints, and forecasts, are counted unless --all is given.
    """
    with refusals_in_words(*REFUSALS):
        found = reads.compare(before, after)
    both = (found.restated, found.statuses, found.changed, found.narrative)
    rows = [_difference(one) for part in both for one in part]
    for many in (found.new, found.gone, found.derived):
        rows += [_difference(one) for one in many] if in_full else _counted(many)
    write_rows(rows, DIFFERENCE, form)
    click.echo(presenters.comparison_title(found), err=True)


def _difference(one: facts.Difference) -> dict[str, str]:
    why = presenters.why_words(one)
    texts = (one.what, one.label, one.before, one.after, one.reference, one.place, why)
    return dict(zip(DIFFERENCE, texts, strict=True))


def _counted(many: Sequence[facts.Difference]) -> list[dict[str, str]]:
    """Return a row for each section, with how many of the figures each edition prints there."""
    rows = []
    for section, number, periods in presenters.sections_of(many):
        before, after = (
            NOTHING if said == NOTHING else count_words(number, "figure")
            for said in (many[0].before, many[0].after)
        )
        texts = (many[0].what, f"{section}, of {periods}", before, after, "", "", "")
        rows.append(dict(zip(DIFFERENCE, texts, strict=True)))
    return rows


@click.command(name="list")
@click.option("--contract", help="Of one contract alone.")
@click.option("--about", help="About one thing alone: portfolio/IT, strategy/IMT, project/201.")
@with_format
def list_editions(contract: str | None, about: str | None, form: str) -> None:
    """List the editions, the newest first."""
    wanted = about or (f"contract/{contract}" if contract else None)
    rows = [_edition(one) for one in reads.editions(wanted)]
    write_rows(rows, EDITION, form)


def _edition(one: facts.Edition) -> dict[str, str | int | None]:
    return {
        "edition": one.name,
        "title": one.title,
        "about": one.about,
        "as_at": one.as_at.isoformat(),
        "state": one.state.value,
        "known": one.pinned,
        "dated": one.dated.isoformat(),
    }


@click.command()
@click.argument("edition", required=False)
@with_format
def superseded(edition: str | None, form: str) -> None:
    """List figures of frozen reports that were restated since; exit 1 if there are any."""
    with refusals_in_words(*REFUSALS):
        found = reads.superseded_figures(edition) if edition else reads.all_superseded()
    relied = reads.decisions_by_edition() if found else {}
    write_rows(_superseded(found, relied), SUPERSEDED, form)
    if found:
        raise SystemExit(1)


def _superseded(
    found: Sequence[facts.Superseded], relied: Mapping[str, Sequence[DecisionRecord]]
) -> list[dict[str, str | int | None]]:
    return [
        {
            "edition": one.edition,
            "reference": one.reference,
            "as_printed": one.text_then,
            "as_known_now": one.text_now,
            "version_used": one.used_version,
            "version_now": one.newest_version,
            "decisions": " ".join(
                record.code for record in relied.get(reads.name_of(one.edition), ())
            )
            or None,
        }
        for one in found
    ]
