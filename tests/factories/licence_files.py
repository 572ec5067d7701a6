"""Extracts of licences as systems export them, and a position kept of them."""

import csv
import json

from click.testing import CliRunner

from scrutable.housekeeping.cli import group

ENTITLEMENTS = (
    "Agreement", "Product", "Licence metric", "Quantity", "Pack size", "Start date", "End date",
    "Annual price", "Purchase price",
)  # fmt: skip
DEPLOYMENTS = (
    "Software title", "Metric", "User principal name", "Device name", "Cores", "Peak users",
    "Last used",
)  # fmt: skip
DEVICES = ("Asset tag", "Kind", "Employee No", "Last seen", "Disposed on")
STAFF = ("Employee No", "E-mail", "Name", "Leaving date")
OWNED = (
    ("DB-2019", "Database Enterprise", "Core", "60", "2", "01/04/2019", "", "", "£9,800.00"),
    ("VM-2026", "Video Meetings", "Named user", "5,000", "", "01/04/2026", "31/03/2027", "42", ""),
    ("DR-2021", "Drawing Suite", "User", "10", "", "01/10/2021", "29/09/2026", "310.50", ""),
    ("GIS-1", "Map Server", "Concurrent", "25", "", "", "", "", ""),
)


def servers(cores):
    """Yield a row for each server, of so many cores."""
    for at, number in enumerate(cores):
        yield ("DATABASE  ENTERPRISE", "", "", f"SRV{at:03}", number, "", "29/09/2026")


def attending(number):
    """Yield a row for each of so many people who use video meetings."""
    for at in range(number):
        yield ("Video Meetings", "user", f"p{at}@w.example", f"LT{at:04}", "", "", "29/09/2026")


def in_use(*, cores=(16,) * 10, people=4100):
    """Return what is in use: databases on servers, video meetings, drawings, maps, an odd tool."""
    return [
        *servers(cores),
        *attending(people),
        ("Drawing Suite", "", "p1@w.example", "LT0001", "", "", "01/02/2026"),
        ("Map Server", "", "", "", "", "19", "28/09/2026"),
        ("Odd Tool", "", "p1@w.example", "LT0001", "", "", ""),
        ("Odd Tool", "", "p2@w.example", "LT0002", "", "", ""),
    ]


def write(path, head, rows):
    """Write a csv, and return its path."""
    with path.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows([head, *rows])
    return path


def run(*words, by="b.khan"):
    """Run `scrutable housekeeping`."""
    asked = [str(word) for word in words]
    return CliRunner().invoke(group, [*asked, "--by", by] if by else asked)


def ask(*words):
    """Run a command that changes nothing, and return what it printed as JSON."""
    return json.loads(run(*words, "--format", "json", by="").stdout)


def reconcile(folder, as_at, *, owned=OWNED, used=None, tags=None):
    """Take extracts of the day and reconcile them."""
    paths = [
        write(folder / "entitlements.csv", ENTITLEMENTS, owned),
        write(folder / "deployments.csv", DEPLOYMENTS, used if used is not None else in_use()),
    ]
    if tags is not None:
        rows = [(tag, "laptop", "E1", "29/09/2026", "") for tag in tags]
        paths.append(write(folder / "devices.csv", DEVICES, rows))
        paths.append(write(folder / "staff.csv", STAFF, [("E1", "a@w.example", "Ann", "")]))
    taken = run("take", *paths, "--as-at", as_at)
    assert taken.exit_code == 0, taken.output
    return run("reconcile", "--as-at", as_at)
