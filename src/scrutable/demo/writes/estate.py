"""Extracts drawn as each system exports them, taken as anybody's are, and what is said of them."""

import csv
import tempfile
from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path

from django.conf import settings

from scrutable.audit.reads import number_at
from scrutable.demo import facts
from scrutable.demo.rules import estate as drawing
from scrutable.demo.writes.workbooks import FileNotAccepted
from scrutable.housekeeping import reads, writes
from scrutable.housekeeping.facts import LOUD, QUIET, LicencePosition, Taken, WorkAsked
from scrutable.housekeeping.intake import Asked, kind_of, take
from scrutable.housekeeping.reads import worklist
from scrutable.housekeeping.rules.licences import statement
from scrutable.kernel.wording import london_day
from scrutable.records.reads import UnknownRecord
from scrutable.records.writes import record

# The personnel system writes as old Windows does, the inventory with tabs.
SYSTEMS = (
    ("staff.csv", drawing.staff, ",", "cp1252"),
    ("accounts.csv", drawing.accounts, ";", "utf-8"),
    ("devices.csv", drawing.devices, "\t", "utf-8"),
    ("entitlements.csv", drawing.entitlements, ",", "utf-8"),
    ("deployments.csv", drawing.deployments, ",", "utf-8"),
)
OF_A_QUARTER = (
    ("suppliers.csv", drawing.suppliers, ",", "cp1252"),
    ("approvers.csv", drawing.approvers, ",", "cp1252"),
    ("orders.csv", drawing.orders, ",", "cp1252"),
    ("invoices.csv", drawing.invoices, ",", "cp1252"),
)


def take_all(what: facts.ExtractsTaken, *, by: str, at: datetime) -> None:
    """Take every extract of the day, then reconcile; raises FileNotAccepted where one is unfit."""
    folder, as_at = settings.DATA_DIR / "extracts", what.day.on
    with tempfile.TemporaryDirectory() as desk:
        for path in _drawn(what, Path(desk)):
            asked = Asked(kind=kind_of(path, {}), as_at=as_at, name=path.name, mapping={})
            found = take(path, asked, folder)
            if not isinstance(found, Taken):
                raise FileNotAccepted(path.name, found)
            writes.keep_extract(taken=found, by=by, at=at)
    writes.reconcile(
        folder=folder, as_at=as_at, megabytes=settings.EXTRACTS_MEGABYTES, by=by, at=at
    )


def assign(what: facts.FindingsAssigned, *, by: str, at: datetime) -> None:
    """Give findings their owner."""
    writes.assign(numbers=_chosen(what, at), owner=what.owner, by=by, at=at)


def explain(what: facts.FindingsExplained, *, by: str, at: datetime) -> None:
    """Explain findings until a day."""
    writes.explain(numbers=_chosen(what, at), why=what.why, until=what.until, by=by, at=at)


def say_fixed(what: facts.FindingsFixed, *, by: str, at: datetime) -> None:
    """Say that findings were fixed."""
    writes.say_fixed(numbers=_chosen(what, at), on=what.on, by=by, at=at)


def sign(what: facts.LicencesSigned, *, by: str, at: datetime) -> None:
    """Sign what the last licence position comes to; raises UnknownRecord before the first."""
    day = london_day(at)
    position = reads.licences(number_at(), day)
    if position is None:
        raise UnknownRecord(LicencePosition, {"as_at": day})
    signed = (what.signed_by, what.post, day)
    of = statement(position, verdict=what.verdict, not_assessed=what.not_assessed, signed=signed)
    record(of=of, by=by, at=at)


def _chosen(what: facts.Chosen, at: datetime) -> Sequence[int]:
    wanted = WorkAsked(part=what.part, fault=what.fault, states=LOUD | QUIET)
    to = worklist.reach(number_at(), london_day(at))
    found = sorted(worklist.listed(wanted, to), key=lambda one: (one.first_on, one.place))
    return [one.number for one in found[: what.first or None]]


def _drawn(what: facts.ExtractsTaken, desk: Path) -> Iterator[Path]:
    systems = SYSTEMS + (OF_A_QUARTER if what.day.bought else ())
    for name, rows, delimiter, encoding in systems:
        path = desk / name
        with path.open("w", encoding=encoding, newline="") as out:
            csv.writer(out, delimiter=delimiter).writerows(rows(what.estate, what.day))
        yield path
