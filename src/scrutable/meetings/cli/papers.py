"""`scrutable meetings report-parts`, `begin-report`, `write-part` and what else a report needs."""

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any, TextIO, TypeVar

import click
from django.conf import settings

from scrutable.access.cli import check_named
from scrutable.access.facts import Permission
from scrutable.audit import clock
from scrutable.audit.reads import number_at
from scrutable.govuk.cli import refusals_in_words, with_format, write_rows
from scrutable.kernel.wording import count_words
from scrutable.meetings import facts, reads, writes
from scrutable.meetings.cli.speaking import by_option, closure_of, today, with_closure
from scrutable.meetings.presenters.papers import CHARACTERISTIC_WORDS, PART_TITLES
from scrutable.meetings.rules.papers import lacks, state_of
from scrutable.registers import reads as registers

Kept = TypeVar("Kept")
COLUMNS = ("part", "title", "state", "written_by", "written_at", "stops", "worth_a_look")
REFUSALS = (
    reads.UnknownBody,
    reads.UnknownDecision,
    reads.UnknownMeeting,
    writes.UnfitPart,
    writes.UnknownAnnex,
    writes.WrittenMeanwhile,
)
decision_option = click.option("--decision", required=True, help="Its code, such as I017909.")


@click.command()
@decision_option
@with_format
def report_parts(decision: str, form: str) -> None:
    """Print each part of a decision report: written, expressly none or missing, and its faults.

    Exits 1 while anything keeps the report from being issued.
    """
    known, day = number_at(), today()
    council = registers.council_name(day, known, settings.COUNCIL_NAME)
    with refusals_in_words(*REFUSALS):
        paper = reads.paper(decision, known, council=council, dated=day)
    told = lacks(paper, final=True)
    places = {"cover": "Cover"} | {part.value: PART_TITLES[part] for part in facts.Part}
    rows = [_row(paper, place, title, told) for place, title in places.items()]
    write_rows(rows, COLUMNS, form)
    stops = sum(lack.stops for lack in told)
    click.echo(
        f"{count_words(stops, 'fault')} to put right." if stops else "Ready to issue.", err=True
    )
    sys.exit(1 if stops else 0)


def _row(
    paper: facts.DecisionPaper, place: str, title: str, told: tuple[facts.Lack, ...]
) -> dict[str, str | None]:
    said = None if place == "cover" else paper.parts.get(facts.Part(place))
    written = "written" if paper.version else "missing"
    state = written if place == "cover" else state_of(paper, facts.Part(place)).value
    here = [lack for lack in told if lack.part == place]
    return {
        "part": place,
        "title": title,
        "state": state,
        "written_by": said.by if said else None,
        "written_at": said.at.isoformat(timespec="seconds") if said and said.at else None,
        "stops": _words([lack for lack in here if lack.stops]),
        "worth_a_look": _words([lack for lack in here if not lack.stops]),
    }


def _words(found: list[facts.Lack]) -> str | None:
    return " ".join(f"{lack.fault} {lack.remedy}" for lack in found) or None


@click.command()
@decision_option
@click.option("--title", required=True, help="As it stands on agenda and cover.")
@click.option("--author", required=True, help="Who wrote it, by name or post.")
@click.option("--contact", required=True, help="Telephone or e-mail, printed.")
@click.option("--on-behalf-of", required=True, help="The chief officer, by post.")
@by_option
def begin_report(by: str, **said: Any) -> None:
    """Begin the report of a planned decision; the same decision again changes its cover."""
    cover = facts.PaperCover(**said)
    kept = _kept(writes.begin_paper, by, cover=cover)
    click.echo(f"{kept.reference} has its cover: {kept.title}.")


@click.command()
@decision_option
@click.option(
    "--part", required=True, type=click.Choice([part.value for part in facts.Part]), metavar="PART"
)
@click.option("--text", type=click.File(encoding="utf-8"), help="A file of text; - for stdin.")
@click.option("--none", is_flag=True, help="State expressly that there is nothing to say.")
@by_option
def write_part(decision: str, part: str, text: TextIO | None, none: bool, by: str) -> None:  # noqa: FBT001  (a flag)
    """Write a part of a decision report, or state that there is expressly nothing to say.

    With --none the text is the reason why. PART is such as summary, recommendations, legal.
    """
    if text is None and not none:
        raise click.UsageError("Give --text, --none or both.")
    words = text.read() if text else ""
    about = facts.Part(part)
    _kept(writes.write_part, by, decision=decision, part=about, text=words, none=none)
    stated = "states that there is nothing to say" if none else "is kept"
    click.echo(f"“{PART_TITLES[about]}” {stated}.")


@click.command()
@decision_option
@click.option(
    "--characteristic", required=True, type=click.Choice([c.value for c in facts.Characteristic])
)
@click.option("--impact", required=True, type=click.Choice([i.value for i in facts.Impact]))
@click.option("--why", required=True, help="What would change for them, and on what evidence.")
@click.option("--mitigation", default="", help="What lessens or justifies harm.")
@by_option
def set_impact(decision: str, by: str, **said: str) -> None:
    """State the impact of a decision on people who share a protected characteristic."""
    about = facts.Characteristic(said["characteristic"])
    impact = facts.EqualityImpact(
        characteristic=about,
        impact=facts.Impact(said["impact"]),
        why=said["why"],
        mitigation=said["mitigation"],
    )
    _kept(writes.set_impact, by, decision=decision, impact=impact)
    click.echo(f"{CHARACTERISTIC_WORDS[about]}: {said['impact']}.")


@click.command()
@decision_option
@click.option("--title", required=True, help="Its title.")
@click.option("--text", type=click.File(encoding="utf-8"), help="A file of text; - for stdin.")
@click.option(
    "--file", type=click.Path(exists=True, dir_okay=False, path_type=Path), help="Word or PDF."
)
@click.option("--title-is-open", is_flag=True, help="All may read its title, if no more.")
@with_closure
@by_option
def add_appendix(by: str, **said: Any) -> None:
    """Add an appendix to a decision report, and print its letter."""
    text: TextIO | None = said["text"]
    file: Path | None = said["file"]
    if (text is None) == (file is None):
        raise click.UsageError("Give --text or --file, and not both.")
    appendix = facts.Appendix(
        letter="",
        title=said["title"],
        text=text.read() if text else "",
        title_is_open=said["title_is_open"],
        closure=closure_of(said),
    )
    content, name = (file.read_bytes(), file.name) if file else (b"", "")
    kept = _kept(
        writes.put_appendix,
        by,
        decision=said["decision"],
        appendix=appendix,
        content=content,
        name=name,
    )
    click.echo(f"Appendix {kept.letter} is kept: {kept.closure.openness.value}.")


@click.command()
@decision_option
@click.option("--letter", required=True, help="Its letter, such as B.")
@by_option
def remove_appendix(decision: str, letter: str, by: str) -> None:
    """Take an appendix out of a decision report."""
    _kept(writes.remove_appendix, by, decision=decision, letter=letter)
    click.echo(f"Appendix {letter} is taken out.")


@click.command()
@decision_option
@click.option("--title", required=True, help="The document, with its date.")
@click.option("--where", required=True, help="Where it may be seen.")
@by_option
def add_background_paper(decision: str, title: str, where: str, by: str) -> None:
    """List a background paper of a decision report, and print its number."""
    paper = facts.BackgroundPaper(number=0, title=title, where=where)
    kept = _kept(writes.put_background_paper, by, decision=decision, paper=paper)
    click.echo(f"Background paper {kept.number} is listed.")


@click.command()
@decision_option
@click.option("--number", required=True, type=click.IntRange(1), help="Its number in the list.")
@by_option
def remove_background_paper(decision: str, number: int, by: str) -> None:
    """Take a background paper off the list of a decision report."""
    _kept(writes.remove_background_paper, by, decision=decision, number=number)
    click.echo(f"Background paper {number} is taken off the list.")


def _kept(write: Callable[..., Kept], by: str, **given: Any) -> Kept:
    """Carry a write out in the name of somebody who may; a refusal is said and exits 1."""
    check_named(by, Permission.WRITE_DECISION_REPORTS)
    try:
        return write(**given, by=by, at=clock.now())
    except REFUSALS as refusal:
        raise click.ClickException(str(refusal)) from refusal


COMMANDS = (
    report_parts,
    begin_report,
    write_part,
    set_impact,
    add_appendix,
    remove_appendix,
    add_background_paper,
    remove_background_paper,
)
