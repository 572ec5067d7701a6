"""Writing the workbook in which answers are given; the same input gives the same bytes."""

import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

import xlsxwriter
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from scrutable.assurance.facts import ORGANISATION, Answer, Assessment, Framework, Level
from scrutable.assurance.intake.sheets import (
    ASSESSMENT,
    ASSURED,
    COLUMNS,
    FIELDS,
    FRAMEWORK,
    INSTRUCTIONS,
    LEAST,
    LEVEL,
    LOCKED,
    NOTHING_ASKED,
    OUTCOME,
    SYSTEM,
    TITLE,
    WORDS,
)
from scrutable.assurance.rules import in_scope

HEADING_ROW = 6
MOST_OF_NAME = 31  # letters of the name of a sheet
Look = dict[str, object]
FONT: Look = {"font_name": "Arial", "font_size": 11, "valign": "top", "align": "left"}
EDGE: Look = {"border": 1, "border_color": "#505A5F", "text_wrap": True}
LOOKS: Mapping[str, Look] = {
    "title": {"bold": True, "font_size": 16},
    "plain": {},
    "heading": {"bold": True, "font_color": "#FFFFFF", "bg_color": "#1D3D5C", "text_wrap": True},
    "locked": {**EDGE, "bg_color": "#F3F2F1"},
    "open": {**EDGE, "bg_color": "#FFF7BF", "locked": False},
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Issued:
    """What the workbook asks: one sheet for each system, with what is recorded already."""

    assessment: Assessment
    framework: Framework
    systems: Sequence[str]
    titles: Mapping[str, str]  # of systems, by code
    answers: Sequence[Answer]


def write_template(issued: Issued, *, on: date, council: str = "") -> bytes:
    """Return the workbook: of each outcome its code and title, and the levels that it admits."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "strings_to_formulas": False})
    created = datetime.combine(on, time())
    title = f"Answers for {issued.assessment.title}"
    book.set_properties({"title": title, "author": council, "created": created})
    looks = {name: book.add_format({**FONT, **look}) for name, look in LOOKS.items()}
    known = {(one.system, one.outcome): one for one in issued.answers}
    for at, system in enumerate(issued.systems):
        name = system if len(system) <= MOST_OF_NAME else f"{at + 1} {system}"[:MOST_OF_NAME]
        sheet = book.add_worksheet(name)
        _write_head(sheet, issued, system, looks)
        _write_rows(sheet, issued, system, known, looks)
        sheet.freeze_panes(HEADING_ROW + 1, 2)
        sheet.protect("", {"format_columns": True, "format_rows": True})
        sheet.set_landscape()
        sheet.fit_to_pages(1, 0)
    book.close()
    return out.getvalue()


def _write_head(sheet: Worksheet, issued: Issued, system: str, looks: Mapping[str, Format]) -> None:
    said = "The organisation" if system == ORGANISATION else issued.titles.get(system, system)
    sheet.write_string(0, 0, f"{issued.assessment.title}: {said}", looks["title"])
    sheet.write_string(1, 0, INSTRUCTIONS, looks["plain"])
    head = (
        (ASSESSMENT, issued.assessment.code),
        (SYSTEM, system),
        (FRAMEWORK, issued.framework.name),
    )
    for down, (label, value) in enumerate(head, 2):
        sheet.write_string(down, 0, label, looks["plain"])
        sheet.write_string(down, 1, value, looks["plain"])


def _write_rows(
    sheet: Worksheet,
    issued: Issued,
    system: str,
    known: Mapping[tuple[str, str], Answer],
    looks: Mapping[str, Format],
) -> None:
    framework = issued.framework
    least = framework.profiles.get(issued.assessment.profile, {})
    for across, (heading, width) in enumerate(COLUMNS):
        sheet.set_column(across, across, width)
        sheet.write_string(HEADING_ROW, across, heading, looks["heading"])
    for at, code in enumerate(in_scope(framework, system)):
        down, answer = HEADING_ROW + 1 + at, known.get((system, code))
        outcome = framework.outcome(code)
        if outcome is None:
            continue
        offered = [WORDS[level] for level in reversed(Level) if outcome.admits(level)]
        row = {
            OUTCOME: code,
            TITLE: outcome.title,
            LEAST: WORDS[least[code]] if code in least else NOTHING_ASKED,
            **_answered(answer),
        }
        for across, (heading, _) in enumerate(COLUMNS):
            look = looks["locked" if heading in LOCKED else "open"]
            if text := row.get(heading, ""):
                sheet.write_string(down, across, text, look)
            else:
                sheet.write_blank(down, across, None, look)
            if heading in (LEVEL, ASSURED):
                choice = {"validate": "list", "source": offered}
                sheet.data_validation(down, across, down, across, choice)


def _answered(answer: Answer | None) -> dict[str, str]:
    if answer is None:
        return {}
    found = {}
    for heading, name in FIELDS.items():
        value = getattr(answer, name)
        if isinstance(value, Level):
            found[heading] = WORDS[value]
        elif isinstance(value, tuple):
            found[heading] = "\n".join(value)
        elif value:
            found[heading] = value
    return found
