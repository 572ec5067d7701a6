"""An update of 2,000 projects on six sheets: how many rows a second are read, and taken in.

Everything changes: a forecast, a status, money, a dependency and a measurement for each project,
and each project's title on the register's sheet. On SQLite.
"""

import io
import os
import sys
import tempfile
from datetime import UTC, date, datetime, time
from decimal import Decimal
from pathlib import Path
from time import perf_counter

FOLDER = Path(tempfile.mkdtemp(prefix="bench-updates-"))
os.environ |= {"DATA_DIR": str(FOLDER), "DJANGO_SETTINGS_MODULE": "scrutable.config.settings"}

import django  # noqa: E402  (settings first)

django.setup()

import xlsxwriter  # noqa: E402  (after setup)
from django.core.management import call_command  # noqa: E402  (after setup)

from scrutable.audit.reads import number_at  # noqa: E402  (after setup)
from scrutable.audit.writes import change  # noqa: E402  (after setup)
from scrutable.portfolio import facts, models, writes  # noqa: E402  (after setup)
from scrutable.portfolio.intake.sheets import COLUMNS, HEADING_ROW, REPORT_DATE  # noqa: E402  (after setup)
from scrutable.portfolio.writes.rows import row_of_move, row_of_project  # noqa: E402  (after setup)
from scrutable.records.writes import keep_all  # noqa: E402  (after setup)

PROJECTS, SHEETS = 2_000, 6
FEWEST = 1_000  # rows a second that are read and taken in
AT, ON = datetime(2026, 9, 30, 9, tzinfo=UTC), date(2026, 9, 30)
Cell = str | int | date


def store() -> None:
    """Record the projects that the update speaks of."""
    with change(verb="projects_recorded", subject="project", by="bench", at=AT) as now:
        found = [
            facts.Project(
                number=str(number),
                title=f"Project {number}",
                theme=facts.Theme.OPTIMISE,
                objective="",
                sponsor="Director",
                manager="Sam Hale",
                stage=facts.ProjectStage.DELIVERY,
            )
            for number in range(1, PROJECTS + 1)
        ]
        models.Project.objects.bulk_create(row_of_project(one, now) for one in found)
        first = facts.Move(
            kind=facts.MoveKind.BASELINE, on=date(2026, 1, 5), to=ON, approver="Board"
        )
        models.DateMove.objects.bulk_create(
            row_of_move(None, (one.number, facts.GO_LIVE, "Go-live"), first, now)[1]
            for one in found
        )
        keep_all([record for one in found for record in hanging(one.number)], now)


def hanging(number: str) -> tuple[facts.Record, ...]:
    """Return a line of funding, a dependency and a benefit of the project."""
    return (
        facts.Funding(
            project=number,
            source=facts.FundingSource.CAPITAL,
            year=2026,
            approved=Decimal(100_000),
        ),
        facts.Dependency(
            project=number,
            number=1,
            on_whom="The supplier",
            what="A fix",
            needed_by=date(2026, 12, 1),
            state=facts.DependencyState.OPEN,
            owner="Sam Hale",
        ),
        facts.Benefit(
            project=number,
            number=1,
            title="Fewer calls",
            kind=facts.BenefitKind.NON_CASHABLE,
            description="Fewer calls",
            service="Contact centre",
            metric="Calls a day",
            measure=facts.Measure.COUNT,
            owner="Head of Contact",
        ),
    )


def rows_of(number: str) -> dict[str, dict[str, Cell]]:
    """Return what the project says on each sheet."""
    return {
        "Dates": {"Project": number, "Milestone": "go-live", "Forecast": date(2026, 12, 1)},
        "Status": {
            "Project": number,
            "Scale": "three",
            "Overall": "amber",
            "Time": "amber",
            "Cost": "green",
            "Assessor": "Sam Hale",
            "Reasons": "Waiting for the supplier",
        },
        "Dependencies": {"Project": number, "Number": 1, "Expected on": date(2026, 12, 15)},
        "Funding": {"Project": number, "Source": "capital", "Year": "2026/27", "Spent £": 5_000},
        "Benefits": {
            "Benefit": f"{number}-1",
            "Measured": 12,
            "Measured by": "Head of Contact",
            "Source": "Telephony",
        },
        "Projects": {"Project": number, "Title": f"Renamed {number}"},
    }


def workbook() -> bytes:
    """Return the update."""
    out = io.BytesIO()
    book = xlsxwriter.Workbook(out, {"in_memory": True, "constant_memory": False})
    look = book.add_format({"num_format": "d mmmm yyyy"})
    said = [rows_of(str(number)) for number in range(1, PROJECTS + 1)]
    for name in COLUMNS:
        sheet, heads = book.add_worksheet(name), [title for title, _ in COLUMNS[name]]
        sheet.write_string(2, 0, REPORT_DATE)
        sheet.write_datetime(2, 1, datetime.combine(ON, time()), look)
        sheet.write_row(HEADING_ROW, 0, heads)
        for down, one in enumerate(said, HEADING_ROW + 1):
            for title, value in one[name].items():
                at = heads.index(title)
                if isinstance(value, date):
                    sheet.write_datetime(down, at, datetime.combine(value, time()), look)
                else:
                    sheet.write(down, at, value)
    book.close()
    return out.getvalue()


def main() -> int:
    """Measure and print; return 1 where it is too slow."""
    call_command("migrate", verbosity=0)
    store()
    sent = writes.Sent(content=workbook(), name="updates.xlsx")
    begun = perf_counter()
    reading = writes.read_sent(sent, number_at(), AT)
    read = perf_counter() - begun
    assert not reading.errors, reading.errors[:3]
    incoming = writes.incoming_update(sent, reading, number_at())
    begun = perf_counter()
    received = writes.load_update(incoming=incoming, by="bench", at=AT)
    loaded = perf_counter() - begun
    rows = PROJECTS * SHEETS
    assert received.dates + received.statuses + received.projects + received.records == rows
    speed = rows / (read + loaded)
    size = f"{len(sent.content) / 1e6:.1f} MB"
    print(f"Read in {read:.1f} s, taken in in {loaded:.1f} s.")
    print(
        f"update of {PROJECTS:,} projects × {SHEETS} sheets, {size} | {speed:,.0f} rows a second | "
        f"at least {FEWEST:,} | {speed / FEWEST:.1f}"
    )
    return 0 if speed >= FEWEST else 1


if __name__ == "__main__":
    sys.exit(main())
