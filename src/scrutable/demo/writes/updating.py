"""The projects' monthly workbooks: written as they fill them, read and loaded like anyone's."""

import io
from collections.abc import Mapping, Sequence
from datetime import date, datetime, time

import xlsxwriter

from scrutable.audit.reads import number_at
from scrutable.demo import facts
from scrutable.demo.writes.workbooks import FileNotAccepted
from scrutable.portfolio import reads, writes
from scrutable.portfolio.facts import GO_LIVE, IncomingUpdate, MoveKind, Status
from scrutable.portfolio.intake import read_update
from scrutable.portfolio.intake.sheets import (
    COLUMNS,
    DATES,
    HEADING_ROW,
    REPORT_DATE,
    STATUS,
)

Line = Mapping[str, str | date | None]
SAID_IN = {
    MoveKind.FORECAST: "Forecast",
    MoveKind.ACTUAL: "Reached on",
    MoveKind.REBASELINE: "New plan",
}


def send(sent: facts.UpdateSent, *, by: str, at: datetime) -> None:
    """Write the workbook as the projects would, read it and load it.

    Raises FileNotAccepted where it is not fit.
    """
    content = _workbook(sent)
    reading = read_update(content, sent.name, reads.known_to_updates(number_at()))
    if reading.errors or reading.on is None:
        raise FileNotAccepted(sent.name, reading.errors)
    incoming = IncomingUpdate(
        on=reading.on,
        dates=reading.dates,
        statuses=reading.statuses,
        projects=reading.projects,
        records=reading.records,
        content=content,
        name=sent.name,
    )
    writes.load_update(incoming=incoming, by=by, at=at)


def _workbook(sent: facts.UpdateSent) -> bytes:
    out = io.BytesIO()
    with xlsxwriter.Workbook(out, {"in_memory": True}) as book:
        book.set_properties({"created": datetime.combine(sent.on, time())})
        day = book.add_format({"num_format": "d mmmm yyyy"})
        _sheet(book, DATES, [_date_line(one) for one in sent.moves], sent.on, day)
        _sheet(book, STATUS, [_status_line(one) for one in sent.statuses], sent.on, day)
    return out.getvalue()


def _sheet(
    book: xlsxwriter.Workbook,
    name: str,
    lines: Sequence[Line],
    on: date,
    day: xlsxwriter.format.Format,
) -> None:
    sheet = book.add_worksheet(name)
    sheet.write_string(2, 0, REPORT_DATE)
    sheet.write_datetime(2, 1, datetime.combine(on, time()), day)
    headings = [title for title, _ in COLUMNS[name]]
    sheet.write_row(HEADING_ROW, 0, headings)
    for down, line in enumerate(lines, HEADING_ROW + 1):
        for title, value in line.items():
            at = headings.index(title)
            if isinstance(value, date):
                sheet.write_datetime(down, at, datetime.combine(value, time()), day)
            elif value:
                sheet.write_string(down, at, value)


def _date_line(one: facts.GoLiveMoved) -> Line:
    move = one.move
    return {
        "Project": one.project,
        "Milestone": GO_LIVE,
        SAID_IN[move.kind]: move.to,
        "Reason": move.reason,
        "Approved by": move.approver,
    }


def _status_line(one: Status) -> Line:
    return {
        "Project": one.project,
        "Scale": one.scale.value,
        "Overall": one.overall.value,
        "Time": one.time and one.time.value,
        "Cost": one.cost and one.cost.value,
        "Scope": one.scope and one.scope.value,
        "Benefits": one.benefits and one.benefits.value,
        "Delivery confidence": one.confidence and one.confidence.value,
        "Assessor": one.assessor,
        "Reasons": one.reasons,
        "Reason for override": one.override_reason,
        "To be green again": one.to_green,
        "Green by": one.green_by,
    }
