"""Reading a council's own register of projects by its cell map; pure."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from scrutable.evidence.facts import Notice, RowError
from scrutable.evidence.intake import (
    CellError,
    NotCalculated,
    Sheet,
    Value,
    Workbook,
    open_workbook,
)
from scrutable.portfolio import facts
from scrutable.portfolio.intake.cells import plain, short, words_of
from scrutable.portfolio.intake.gathered import Gathered, coded, milestone_of, number_of
from scrutable.portfolio.intake.known import Known, Reading
from scrutable.portfolio.intake.moves import read_dates
from scrutable.portfolio.intake.projects import check_places, read_first_date, read_project
from scrutable.portfolio.intake.sheets import CODED, HEADING_OF, PLACED_IN
from scrutable.portfolio.intake.statuses import read_status
from scrutable.portfolio.intake.tables import SEARCHED, Row
from scrutable.portfolio.intake.updates import EVERY, Progress, unwatched
from scrutable.portfolio.rules import CODED_VALUES

MOST_SHEET_NAME = 100
LETTERS = re.compile(r"column ([a-z]{1,3})")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Layout:
    """Where the register has what, and what its words mean."""

    sheet: Sheet
    first_row: int
    columns: Mapping[str, int]  # by our headings
    words: Mapping[str, facts.MappedWord]
    constants: Mapping[str, str]  # by our headings
    skips: frozenset[str]


def read_register(
    content: bytes,
    name: str,
    cell_map: facts.CellMap,
    known: Known,
    on: date,
    progress: Progress = unwatched,
) -> Reading:
    """Read the register as it stood on the day; nothing that it holds raises.

    Words that the map does not translate are refused with their cell.
    """
    opened = open_workbook(content, name)
    if not isinstance(opened, Workbook):
        return Reading(errors=tuple(opened))
    sheet = opened.sheet(cell_map.sheet) if cell_map.sheet else next(iter(opened.visible), None)
    into = Gathered(known=known, on=on, is_mapped=True, notices=list(opened.notices))
    if sheet is None:
        said = f"There is no sheet named “{short(cell_map.sheet)}”"
        into.errors.append(RowError("", said, "rename the sheet, or correct the map"))
        return into.reading()
    if len(sheet.name) > MOST_SHEET_NAME:
        fault = RowError(
            "", "The name of the sheet is too long to be kept", "give it a shorter one"
        )
        into.errors.append(fault)
        return into.reading()
    laid = _laid_out(sheet, cell_map)
    if isinstance(laid, list):
        into.errors += laid
        return into.reading()
    _read_rows(into, laid, progress)
    check_places(into)
    return into.reading()


def _read_rows(into: Gathered, laid: _Layout, progress: Progress) -> None:
    total = len(laid.sheet.rows) - laid.first_row
    for done, at in enumerate(range(laid.first_row, len(laid.sheet.rows)), 1):
        _read_row(into, Row(laid.sheet, at, laid.columns, constants=laid.constants), laid)
        if done % EVERY == 0:
            progress(done, total, "Reading the register")


def _read_row(into: Gathered, row: Row, laid: _Layout) -> None:
    if not any(row.own_words(heading) for heading in laid.columns):
        return
    number = row.own_words("Project")
    if plain(number) in laid.skips:
        into.notices.append(Notice(row.place("Project"), f"“{short(number)}” is no project"))
    elif into.is_sound(row):
        said = _translated(into, row, laid)
        if said is None:
            into.refused.add(number_of(row))
        else:
            constants = _constants(into, row, said, laid)
            _read_said(into, replace(row, said=said, constants=constants))


def _read_said(into: Gathered, row: Row) -> None:
    """Take a row in our words: the project and its status from its first row, dates from each."""
    code = number_of(row)
    is_first = (row.sheet.name, code) not in into.seen
    if is_first:
        read_project(into, row)
    if into.project(code) is None or code in into.refused:
        return
    if not is_first:
        read_first_date(into, row, code)
    milestone = milestone_of(row, is_mapped=True)
    if into.is_first(row, code, milestone, "date"):
        read_dates(into, row, code)
    if is_first:
        read_status(into, row, code)


def _translated(into: Gathered, row: Row, laid: _Layout) -> dict[str, Value] | None:
    """Return the coded cells in our words, each where it belongs; None with a fault."""
    found: dict[str, Value] = {}
    errors = len(into.errors)
    for heading in laid.columns:
        text = row.own_words(heading)
        if heading not in CODED or not text:
            continue
        word = laid.words.get(plain(text))
        if word is None and coded(text) in list(CODED_VALUES[CODED[heading]]):
            found[heading] = coded(text)
        elif word is None:
            said = f"“{short(text)}” is no word of the map"
            into.fail(
                row, heading, said, f"add what it means to the map, or correct it{_ours(heading)}"
            )
        else:
            found.setdefault(heading, "")
            _put(into, row, heading, word, found)
    return found if len(into.errors) == errors else None


def _put(
    into: Gathered, row: Row, heading: str, word: facts.MappedWord, found: dict[str, Value]
) -> None:
    if word.coded is facts.Coded.NOTHING:
        return
    place = heading if CODED[heading] is word.coded else PLACED_IN[word.coded]
    if found.get(place, "") not in ("", word.means):
        said = f"“{short(word.said)}” means {word.means}, and the row says {found[place]}"
        into.fail(row, heading, said, "correct one of the two, or the map")
        return
    found[place] = word.means


def _ours(heading: str) -> str:
    known = ", ".join(sorted(CODED_VALUES[CODED[heading]]))
    return f": ours are {known}"


def _constants(
    into: Gathered, row: Row, said: Mapping[str, Value], laid: _Layout
) -> Mapping[str, str]:
    """Return what holds for the row where it says nothing itself.

    A known project keeps its stage unless a word of the register gave it: such a word lifted,
    the constant counts again.
    """
    stands = into.known.projects.get(number_of(row))
    if stands is None or "Stage" not in laid.constants or said.get("Stage"):
        return laid.constants
    by_words = {one.means for one in laid.words.values() if one.coded is facts.Coded.STAGE}
    if stands.stage in by_words:
        return laid.constants
    return {name: value for name, value in laid.constants.items() if name != "Stage"}


def _laid_out(sheet: Sheet, cell_map: facts.CellMap) -> _Layout | list[RowError]:
    """Return where everything is, or what cannot be found."""
    at = _heading_row(sheet, cell_map)
    heads = [plain(_text(value)) for value in sheet.rows[at]] if at < len(sheet.rows) else []
    columns: dict[str, int] = {}
    errors = []
    for one in cell_map.columns:
        found = _column(heads, one.heading)
        if isinstance(found, int):
            columns[HEADING_OF[one.holds]] = found
        else:
            place = sheet.place(at, 0) if at < len(sheet.rows) else sheet.name
            errors.append(RowError(place, *found))
    if errors:
        return errors
    return _Layout(
        sheet=sheet,
        first_row=at + 1 if any(heads) else at,
        columns=columns,
        words={plain(one.said): one for one in cell_map.words},
        constants={HEADING_OF[one.holds]: one.value for one in cell_map.constants},
        skips=frozenset(map(plain, cell_map.skips)),
    )


def _text(value: Value) -> str:
    return "" if isinstance(value, CellError | NotCalculated) else words_of(value)


def _heading_row(sheet: Sheet, cell_map: facts.CellMap) -> int:
    """Return the row in which most of the headings stand, the first of equals."""
    if cell_map.heading_row:
        return cell_map.heading_row - 1
    wanted = {plain(one.heading) for one in cell_map.columns}
    counts = [len(wanted & {plain(_text(value)) for value in row}) for row in sheet.rows[:SEARCHED]]
    return counts.index(max(counts)) if counts else 0


def _column(heads: list[str], heading: str) -> int | tuple[str, str]:
    wanted = plain(heading)
    if found := LETTERS.fullmatch(wanted):
        number = 0
        for letter in found[1]:
            number = number * 26 + ord(letter) - ord("a") + 1
        return number - 1
    if heads.count(wanted) == 1:
        return heads.index(wanted)
    if wanted in heads:
        said = f"The heading “{short(heading)}” stands there more than once"
        return said, "let the map name the column, such as “column F”"
    return f"There is no heading “{short(heading)}”", "rename the column, or correct the map"
