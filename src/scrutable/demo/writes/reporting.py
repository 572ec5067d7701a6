"""Reports begun, commented on and frozen on their day, and the last one made as files."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from django.conf import settings

from scrutable.demo.facts import ReportWritten, Story
from scrutable.reports import reads
from scrutable.reports.facts import Edition, Fault, ReportAsked, ReportKind
from scrutable.reports.reads.rendering import drawing_of
from scrutable.reports.rules.titles import span_of
from scrutable.reports.writes import freeze, narrate, open_edition
from scrutable.work.facts import Progress, silent


def write(report: ReportWritten, *, by: str, at: datetime) -> None:
    """Begin the report, write its commentary, and freeze it if the story says it was issued."""
    edition = begin(report, by=by, at=at)
    for section, text in report.commentary.items():
        narrate(edition=edition.name, section=section, text=text, based_on=None, by=by, at=at)
    if report.is_issued:
        freeze(edition=edition.name, by=by, at=at)


def begin(report: ReportWritten, *, by: str, at: datetime) -> Edition:
    """Return the report's open draft, begun if there is none."""
    asked = ReportAsked(
        kind=ReportKind(report.kind),
        about=report.about,
        span=span_of(ReportKind(report.kind), report.as_at, report.first),
        as_at=report.as_at,
        author=report.author,
        council=settings.COUNCIL_NAME,
        body=report.put_to.partition("-")[0],
        put_to=report.put_to,
        meeting=report.meeting,
        links=settings.BASE_URL,
    )
    return open_edition(asked=asked, by=by, at=at)


@dataclass(frozen=True, slots=True)
class Built:
    """The report at the end of a story: its edition, its files, and what still stops it."""

    edition: Edition
    files: tuple[Path, ...]
    faults: tuple[Fault, ...]


def build_report(story: Story, folder: Path, *, progress: Progress = silent) -> Built:
    """Make the story's last report in every format, in the folder, and say what stops it.

    Changes no record: the edition was begun in the story.
    """
    asked = story.last_report
    span = span_of(ReportKind(asked.kind), asked.as_at, asked.first)
    edition = next(
        one
        for one in reads.editions(asked.about)
        if (one.kind, one.span) == (ReportKind(asked.kind), span)
    )
    folder.mkdir(parents=True, exist_ok=True)
    made = reads.rendered(drawing_of(edition), progress=progress)
    paths = []
    for form, content in made.items():
        path = folder / f"{story.file_name}.{form}"
        path.write_bytes(content)
        paths.append(path)
    return Built(edition, tuple(paths), tuple(reads.check(edition.name)))
