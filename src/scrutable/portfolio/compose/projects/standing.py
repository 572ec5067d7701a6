"""Where projects stand, in a report: the priority list, both slips, status; pure."""

from collections.abc import Callable, Sequence
from decimal import Decimal

from scrutable.documents.blocks import Block, Cell, Citation, Column, Heading, Run, Table
from scrutable.documents.saying import count_cell, numbered, plain
from scrutable.kernel.wording import capital, count_words, date_words, number_words, slip_words
from scrutable.portfolio import rules
from scrutable.portfolio.compose.finding import WHOLE, running, version_of
from scrutable.portfolio.compose.saying import cite, day_cell, figure, period_at, tag_cell
from scrutable.portfolio.facts import Judged, ProgrammePapers, ProjectStage, Rating, Tally
from scrutable.portfolio.presenters.lists import NO_STATUS, green_again_words
from scrutable.portfolio.presenters.words import (
    NO_DATE,
    NOT_ASSESSED,
    RATING_TAGS,
    RATING_WORDS,
    STAGE_WORDS,
    moved_words,
    project_name,
)

MOST = 40  # projects in a table of a report; the page has all of them


def priority_section(papers: ProgrammePapers) -> tuple[Block, ...]:
    """Return the priority list: each place with its reason, its status and both slips."""
    heading = Heading(1, "Priority list", "priority")
    found = sorted(
        (one for one in papers.judged if one.project.place), key=lambda one: one.project.place or 0
    )
    if not found:
        return (heading, plain("No project has a place on the priority list."))
    columns = (
        Column("Place", numeric=True),
        Column("Project"),
        Column("Why it is on the list"),
        Column("Status"),
        Column("Against the first date", numeric=True),
        Column("Against the latest plan", numeric=True),
    )
    rows = tuple(
        (
            Cell(f"{one.project.place}", cite(one.project), number=Decimal(one.project.place or 0)),
            Cell(project_name(one.project)),
            Cell(one.project.place_reason or "No reason given"),
            _status(one),
            *_slips(one),
        )
        for one in found
    )
    period = period_at(papers.as_at)
    return (
        heading,
        Table(f"Priority list, {date_words(papers.as_at)}", columns, rows, period=period),
    )


def slips_section(papers: ProgrammePapers) -> tuple[Block, ...]:
    """Return how late each running project is against both dates, the latest first."""
    heading = Heading(1, "How late projects are", "slips")
    late = [one for one in running(papers) if one.is_late]
    if not late:
        return (heading, plain("No running project is late against the date first set."))
    late.sort(key=lambda one: (-_days(one), one.project.number))
    hidden = sum(_latest_days(one) <= 0 for one in late)
    cited, period = _counted(late), period_at(papers.as_at)
    runs: tuple[Run, ...] = (
        figure(capital(number_words(len(late))), cited, period),
        f" running {_verb(len(late), 'project is', 'projects are')} late",
        " against the date first set",
    )
    if hidden:
        held = f" of them {_verb(hidden, 'keeps', 'keep')} the latest plan"
        runs = (*runs, "; ", figure(number_words(hidden), cited, period), held)
        runs = (*runs, ", which alone would hide that")
    said = numbered(*runs, ".")
    columns = (
        Column("Project"),
        Column("First date"),
        Column("Expected"),
        Column("Against the first date", numeric=True),
        Column("Against the latest plan", numeric=True),
        Column("Planned anew", numeric=True),
    )
    rows = tuple(_late_row(one) for one in late[:MOST])
    caption = f"Projects late against the date first set, {date_words(papers.as_at)}"
    return (heading, said, Table(caption, columns, rows, period=period), *_rest(len(late)))


def status_section(papers: ProgrammePapers) -> tuple[Block, ...]:
    """Return how many projects of each stage have each status, and the way back to green."""
    heading = Heading(1, "Status of projects", "status")
    if not papers.judged:
        return (heading, plain("No project is recorded."))
    worse = sorted(
        (one for one in running(papers) if one.is_to_be_green_again),
        key=lambda one: (-list(Rating).index(one.shown or Rating.GREEN), one.project.number),
    )
    blocks: tuple[Block, ...] = (heading, _tally_table(papers))
    if not worse:
        return (*blocks, plain("No running project that was rated is other than green."))
    passed = sum(rules.has_green_day_passed(one, papers.as_at) for one in worse)
    unsaid = sum(not one.to_green for one in worse)
    cited, period = _counted(worse), period_at(papers.as_at)
    said = numbered(
        "Of ",
        figure(count_words(len(worse), "project"), cited, period),
        " not green, nobody has said of ",
        figure(number_words(unsaid), cited, period),
        " what it takes to be green again; the day named for ",
        figure(number_words(passed), cited, period),
        " has passed.",
    )
    columns = (
        Column("Project"),
        Column("Status"),
        Column("Delivery confidence"),
        Column("What it takes to be green again"),
        Column("By when"),
    )
    rows = tuple(_way_back(one, papers) for one in worse[:MOST])
    caption = f"The way back to green, {date_words(papers.as_at)}"
    return (*blocks, said, Table(caption, columns, rows, period=period), *_rest(len(worse)))


def _way_back(one: Judged, papers: ProgrammePapers) -> tuple[Cell, ...]:
    confidence = RATING_TAGS[one.confidence] if one.confidence else None
    cited = _of_status(one)
    return (
        Cell(project_name(one.project)),
        _status(one),
        tag_cell(confidence, cited) if confidence else Cell(NOT_ASSESSED),
        Cell(one.to_green or "Nobody has said"),
        Cell(capital(green_again_words(one, papers.as_at)), cited),
    )


def _tally_table(papers: ProgrammePapers) -> Table:
    found = rules.tallies(papers.judged, ProjectStage, "stage")
    whole = rules.total(found)
    shown = [one for one in Rating if whole.rated[one] or one in (Rating.GREEN, Rating.RED)]
    words = {stage.value: text for stage, text in STAGE_WORDS.items()}
    by_stage: Callable[[str], list[Judged]] = lambda of: [  # noqa: E731  (used in one place)
        one for one in papers.judged if of in ("", one.project.stage.value)
    ]
    columns = (
        Column("Stage"),
        *(Column(RATING_WORDS[one], numeric=True) for one in shown),
        Column("Not rated", numeric=True),
        Column("All", numeric=True),
    )
    rows = [_tally(words[one.of], one, shown, _counted(by_stage(one.of))) for one in found]
    rows.append(_tally("All projects", whole, shown, _counted(papers.judged)))
    period = period_at(papers.as_at)
    caption = f"Projects by stage and status, {date_words(papers.as_at)}"
    return Table(caption, columns, tuple(rows), totals=True, period=period)


def _tally(words: str, one: Tally, shown: Sequence[Rating], cited: Citation) -> tuple[Cell, ...]:
    counts = (*(one.rated[rating] for rating in shown), one.unrated, one.total)
    return (Cell(words), *(count_cell(count, cited) for count in counts))


def _status(one: Judged) -> Cell:
    if one.shown is None:
        return Cell(NO_STATUS)
    cell = tag_cell(RATING_TAGS[one.shown], _of_status(one))
    if not one.is_overridden:
        return cell
    said = f"{cell.text}, overridden: {one.override_reason}"
    return Cell(said, cell.citation, cell.tags)


def _of_status(one: Judged) -> Citation | None:
    """Return what a status rests on: the assessment, or the dates that came after it."""
    if one.status_on is None:
        return None
    reference = f"{one.project.reference}/status/{one.status_on.isoformat()}"
    line = one.line.version if one.line else 0
    return Citation(reference, max(one.status_version, line))


def _slips(one: Judged) -> tuple[Cell, Cell]:
    if one.slip is None or one.line is None:
        none = Cell("Not expected" if one.first else NO_DATE)
        return none, none
    cited, slip = cite(one.line), one.slip
    return (
        Cell(slip_words(slip.against_original), cited, number=Decimal(slip.against_original)),
        Cell(slip_words(slip.against_current), cited, number=Decimal(slip.against_current)),
    )


def _late_row(one: Judged) -> tuple[Cell, ...]:
    cited = cite(one.line) if one.line else None
    slip = one.slip
    return (
        Cell(project_name(one.project)),
        day_cell(one.first, cited),
        day_cell(slip.expected if slip else None, cited),
        *_slips(one),
        Cell(moved_words(slip.rebaselines if slip else 0), cited),
    )


def _days(one: Judged) -> int:
    return one.slip.against_original if one.slip else 0


def _latest_days(one: Judged) -> int:
    return one.slip.against_current if one.slip else 0


def _counted(found: Sequence[Judged]) -> Citation:
    return Citation(f"{WHOLE}/projects", max(map(version_of, found), default=0))


def _verb(count: int, one: str, many: str) -> str:
    return one if count == 1 else many


def _rest(count: int) -> tuple[Block, ...]:
    if count <= MOST:
        return ()
    return (plain(f"These are the first {MOST} of {count:,}; the page of projects has them all."),)
