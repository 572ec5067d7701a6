"""Snapshots of an invented estate, and the files that a small council exports."""

import csv
from datetime import date

from scrutable.housekeeping.facts import Counted, PartOfEstate, Snapshot
from scrutable.housekeeping.facts.sums import Estate, EstatePart
from scrutable.housekeeping.rules.sums import sum_lines

AS_AT = date(2026, 9, 30)
LINES = {"person": 4964, "shared": 412, "service": 96, "member": 58, "partner": 187,
         "retained": 203, "leaver": 159, "nobody": 85, "second": 0, "disabled": 0}  # fmt: skip
FAULTS = {"leaver_open": 159, "nobodys": 85, "retained_past": 61, "signed_in_after": 11}


def counted(numbers):
    return tuple(Counted(name, number) for name, number in numbers.items())


def accounts(as_at=AS_AT, *, people=5000, lines=LINES, faults=FAULTS, **changed):
    said = {"extracts": (), "engine": "duckdb", "version": 7, **changed}
    return Snapshot(
        part=PartOfEstate.ACCOUNTS,
        as_at=as_at,
        people=people,
        lines=counted(lines),
        faults=counted(faults),
        **said,
    )


def estate_part(snapshot, before=None, *, days_old=12, is_stale=False, used=()):
    return EstatePart(
        snapshot=snapshot,
        before=before,
        lines=sum_lines(snapshot),
        used=used,
        days_old=days_old,
        is_stale=is_stale,
    )


def estate(*parts, as_at=date(2026, 10, 12)):
    return Estate(as_at=as_at, stale_days=45, parts=parts)


STAFF = ("Employee No", "E-mail", "Name", "Leaving date")
ACCOUNTS = ("Login", "Employee No", "UPN", "Type", "Enabled", "Last sign in")


def written(path, head, rows):
    with path.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows([head, *rows])
    return path


def staff_file(path, *, at_work=6, left=2, bad=()):
    people = [(f"E{n}", f"p{n}@x", f"Person {n}", "") for n in range(1, at_work + 1)]
    gone = [(f"E{n + 90}", f"l{n}@x", f"Left {n}", "01/06/2026") for n in range(left)]
    return written(path, STAFF, [*people, *gone, *bad])


def accounts_file(path, *, people=5, left=2, nobody=1, shared=3):
    rows = [(f"p{n}", f"{n}", "", "", "yes", "") for n in range(1, people + 1)]
    rows += [(f"l{n}", f"{n + 90}", "", "", "yes", "") for n in range(left)]
    rows += [(f"x{n}", "", f"x{n}@x", "", "yes", "") for n in range(nobody)]
    rows += [(f"s{n}", "", "", "shared", "yes", "") for n in range(shared)]
    return written(path, ACCOUNTS, rows)
