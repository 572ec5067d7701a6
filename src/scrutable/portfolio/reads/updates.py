"""Updates that were taken in, what each said, and what one is held against."""

from collections.abc import Iterable
from datetime import date
from hashlib import sha256

from scrutable.evidence import reads as evidence
from scrutable.portfolio import facts, models
from scrutable.portfolio.intake import Issued, Known, write_template
from scrutable.portfolio.reads.benefits import benefit_limits
from scrutable.portfolio.reads.projects import every_line
from scrutable.portfolio.reads.rows import as_update
from scrutable.portfolio.reads.standings import projects, standings
from scrutable.records.reads import every
from scrutable.registers import reads as registers


class UnknownUpdate(Exception):
    """No update has this number."""

    def __init__(self, number: int) -> None:
        super().__init__(f"There is no update {number}. Check it in the list of updates.")


def updates(known: int) -> list[facts.UpdateReceived]:
    """Return every update that was taken in, newest first."""
    rows = models.UpdateReceived.objects.filter(event__lte=known).order_by("-number")
    return [as_update(row) for row in rows]


def update(number: int, known: int) -> facts.UpdateReceived:
    """Return one update; raises UnknownUpdate."""
    row = models.UpdateReceived.objects.filter(number=number, event__lte=known).first()
    if row is None:
        raise UnknownUpdate(number)
    return as_update(row)


def update_of(content: bytes, cell_map: str = "") -> facts.UpdateReceived | None:
    """Return the update that this very file was, read by that version of the map, or None."""
    rows = models.UpdateReceived.objects.filter(file=sha256(content).hexdigest(), cell_map=cell_map)
    row = rows.order_by("number").first()
    return as_update(row) if row else None


def update_lines(number: int, known: int) -> list[facts.UpdateLine]:
    """Return everything that an update said, in the order of its kinds and of the file."""
    return _lines(models.UpdateLine.objects.filter(update=number, event__lte=known).order_by("id"))


def told_in(reference: str, known: int) -> list[facts.UpdateLine]:
    """Return every cell in which an update said something of the reference, oldest first.

    The fact of which a line speaks has the line's event for its version.
    """
    rows = models.UpdateLine.objects.filter(reference=reference, event__lte=known)
    return _lines(rows.order_by("event", "id"))


def _lines(rows: Iterable[models.UpdateLine]) -> list[facts.UpdateLine]:
    found = list(rows)
    names = evidence.stored_files(sorted({row.file for row in found}))
    return [
        facts.UpdateLine(
            update=row.update,
            reference=row.reference,
            place=row.place,
            file=row.file,
            file_name=names[row.file].name if row.file in names else "",
            event=row.event,
        )
        for row in found
    ]


def known_to_updates(known: int) -> Known:
    """Return what an update is held against: everything that it may speak of."""
    found = standings(known, date.max)
    firms = registers.suppliers(known)
    said = every(facts.Measurement, known)  # in the order of days, so that the last stays
    by_name = {" ".join(firm.name.casefold().split()): firm.reference for firm in firms}
    return Known(
        projects={one.project.number: one.project for one in found},
        lines={(one.project, one.milestone): one for one in every_line(known, date.max)},
        statuses={one.project.number: one.status for one in found if one.status},
        suppliers=by_name | {firm.reference: firm.reference for firm in firms},
        fundings={(one.project, one.source, one.year): one for one in every(facts.Funding, known)},
        dependencies={(one.project, one.number): one for one in every(facts.Dependency, known)},
        benefits={(one.project, one.number): one for one in every(facts.Benefit, known)},
        measurements={(one.project, one.benefit): one for one in said},
        taken={(one.project, one.benefit): one for one in said if one.pounds is not None},
        limits=benefit_limits(registers.policy("benefits", date.max, known)),
    )


def issued_workbook(known: int, on: date, council: str) -> bytes:
    """Return the workbook in which projects report as of the day."""
    issued = Issued(
        projects=[one for one in projects(known) if one.stage not in facts.ENDED],
        lines=every_line(known, on),
        fundings=every(facts.Funding, known),
        dependencies=every(facts.Dependency, known),
        benefits=every(facts.Benefit, known),
    )
    return write_template(issued, on=on, council=council)
