"""Licences as bought, and what is in use, as two systems export them; pure."""

from collections.abc import Iterator
from datetime import date

from scrutable.demo.facts import Estate, EstateDay
from scrutable.demo.rules.chance import pick
from scrutable.demo.rules.estate.people import Row, login, uk

ENTITLED = (
    *("Enrolment", "Product", "Licence Metric", "Quantity", "Pack Size", "Start Date", "End Date"),
    *("Price a Year", "Price Paid"),
)
IN_USE = ("Software", "Metric", "Assigned To", "Host Name", "Cores", "Peak Users", "Last Used")
BOUGHT: tuple[Row, ...] = (
    ("L-04", "Arkle Database", "core", "16", "8", "01/04/2022", "31/03/2027", "", "£39,200.00"),
    ("L-07", "Parley Meetings", "user", "59", "100", "01/10/2024", "30/09/2027", "£3,800.00", ""),
    (
        "L-07",
        "Parley Desktop Suite",
        "user",
        "63",
        "100",
        "01/10/2024",
        "30/09/2027",
        "£9,650.00",
        "",
    ),
    ("L-09", "Dunmere Maps", "concurrent", "25", "1", "01/04/2024", "31/03/2027", "£1,120.00", ""),
    ("L-11", "Sentry Endpoint", "device", "54", "100", "01/06/2026", "31/05/2027", "£1,240.00", ""),
    ("L-12", "Foxholm Learning", "user", "20", "100", "01/09/2023", "31/08/2026", "£640.00", ""),
    ("L-15", "Drafter", "user", "30", "1", "15/01/2021", "", "", "£890.00"),
)
SERVERS = (24, 24, 16, 16, 16, 16, 16, 16, 12, 12)  # cores of each that runs the database
PEAK_OF_MAPS = 24
DRAWING, UNKNOWN_TOOLS = 27, 6


def entitlements(estate: Estate, day: EstateDay) -> Iterator[Row]:  # noqa: ARG001  (what all are asked)
    """Yield what was bought; the same on every day of the story."""
    yield ENTITLED
    yield from BOUGHT


def deployments(estate: Estate, day: EstateDay) -> Iterator[Row]:
    """Yield what is in use: assigned to people, installed on devices, or measured at its peak."""
    yield IN_USE
    first, last = day.at_work
    for place in range(first, last):
        who = login(place, estate.names)
        yield "Parley Meetings", "user", who, "", "", "", _used(day, place)
        yield "Parley Desktop Suite", "user", who, "", "", "", _used(day, place)
        yield "Sentry Endpoint", "device", "", f"WL{20_000 + place}", "", "", uk(day.on)
    for place in range(*day.shared):
        yield "Parley Desktop Suite", "user", f"shared.{place:03}", "", "", "", _used(day, place)
    for at, cores in enumerate(SERVERS, start=1):
        yield "Arkle Database", "core", "", f"srv-db-{at:02}", str(cores), "", uk(day.on)
    yield "Dunmere Maps", "concurrent", "", "", "", str(PEAK_OF_MAPS), uk(day.on)
    for place in range(first, first + DRAWING):
        yield "Drafter", "user", login(place, estate.names), "", "", "", _used(day, place)
    for place in range(first, first + UNKNOWN_TOOLS):
        yield "Quillmark PDF", "", "", f"WL{20_000 + place}", "", "", _used(day, place)


def _used(day: EstateDay, place: int) -> str:
    return uk(date.fromordinal(day.on.toordinal() - pick(0, 40, "used", place, day.on)))
