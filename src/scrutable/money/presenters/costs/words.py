"""The words, addresses and cells of the cost of IT by area; pure."""

from decimal import ROUND_HALF_UP, Decimal
from urllib.parse import urlencode

from scrutable.govuk.facts import Cell, KeyFigure, Tag
from scrutable.kernel.money import money_exact
from scrutable.kernel.wording import decimal_words
from scrutable.money.facts import STRAIGHT, CostSource, Given, Provided, Side
from scrutable.money.presenters.words import MONEY
from scrutable.money.rules import costs

COSTS = f"{MONEY}costs/"
SET_UP = f"{COSTS}set-up/"
STRAIGHT_WORDS = "Put straight to the area"
NOT_COUNTED = "Not counted"
SIDE_WORDS = {Side.INSIDE: "Part of the council", Side.OUTSIDE: "Outside the council"}
PROVIDED_WORDS = {
    Provided.SERVICE: "Service",
    Provided.KPI: "KPI",
    Provided.APPLICATION: "Application",
    Provided.DEVICES: "Devices",
    Provided.USERS: "Users",
}
SOURCE_WORDS = {CostSource.FILE: "a file", CostSource.LEDGER: "the ledger"}
COVERED = Tag("Covered", "green", "●")
NOT_COVERED = Tag("Not covered", "red", "■")
OUTSIDE = Tag("Outside body", "blue", "◆")
TENTH = Decimal("0.1")
MILLION = 1_000_000


def address(below: str = "", year: int | None = None, **more: str) -> str:
    """Return the address of a page of costs, of a year.

    >>> address("areas/CARE/", 2025)
    '/money/costs/areas/CARE/?year=2025'
    """
    asked = urlencode({**({"year": str(year)} if year is not None else {}), **more})
    return f"{COSTS}{below}" + (f"?{asked}" if asked else "")


def area_address(code: str, year: int) -> str:
    """Return the address of an area."""
    return address(f"areas/{code}/", year)


def back_address(area: str, pool: str, year: int) -> str:
    """Return the address of how a pool’s share of an area came about."""
    return address(f"areas/{area}/from/{pool}/", year)


def pool_address(code: str, year: int) -> str:
    """Return the address of a pool."""
    return address(f"pools/{code}/", year)


def driver_address(code: str, year: int) -> str:
    """Return the address of a driver."""
    return address(f"drivers/{code}/", year)


def pounds(pence: int) -> Decimal:
    """Return pence as pounds."""
    return Decimal(pence) / 100


def exact(pence: int) -> str:
    """Return pence as pounds, to the penny."""
    return money_exact(pounds(pence))


def about(pence: int) -> str:
    """Return pence as prose says them: in millions where there are any.

    >>> about(841_234_500), about(12_345), about(-250_000_000)
    ('£8.4 million', '£123', '-£2.5 million')
    """
    whole = pounds(abs(pence)).quantize(Decimal(1), ROUND_HALF_UP)
    sign = "-" if pence < 0 else ""
    if whole < MILLION:
        return f"{sign}£{whole:,}"
    millions = (whole / MILLION).quantize(TENTH, ROUND_HALF_UP)
    return f"{sign}£{millions.normalize():f} million"


def pence_cell(pence: int, href: str = "", note: str = "") -> Cell:
    """Return a sum, exact."""
    return Cell(exact(pence), number=pounds(pence), href=href, note=note)


def change_cell(pence: int) -> Cell:
    """Return by how much something moved."""
    said = f"+{exact(pence)}" if pence > 0 else exact(pence)
    return Cell(said if pence else "No change", number=pounds(pence))


def share(pence: int, of_all: int) -> str:
    """Return how much of the whole, in percent.

    >>> share(1, 3), share(0, 0)
    ('33.3%', '0%')
    """
    if not of_all:
        return "0%"
    percent = (Decimal(pence) * 100 / of_all).quantize(TENTH, ROUND_HALF_UP)
    return f"{percent.normalize():f}%"


def share_cell(pence: int, of_all: int) -> Cell:
    """Return how much of the whole as a cell."""
    said = share(pence, of_all)
    return Cell(said, number=Decimal(said.removesuffix("%")))


def each_cell(each: Decimal | None) -> Cell:
    """Return what one unit costs."""
    return Cell(NOT_COUNTED) if each is None else Cell(money_exact(each), number=each)


def number_words(number: Decimal) -> str:
    """Return a weight or a count without idle decimals.

    >>> number_words(Decimal("1240.00")), number_words(Decimal("0.5"))
    ('1,240', '0.5')
    """
    plain = number.normalize()
    exponent = plain.as_tuple().exponent
    return decimal_words(plain, max(-exponent, 0) if isinstance(exponent, int) else 0)


def weight_words(one: Given) -> str:
    """Return the weight of a share beside the whole of its driver."""
    if one.driver is None:
        return "No driver"
    return f"{number_words(one.weight)} of {number_words(one.whole)} {one.driver.unit}"


def tower_words(tower: str) -> str:
    """Return a tower’s name."""
    return STRAIGHT_WORDS if tower == STRAIGHT else tower


def year_words(year: int) -> str:
    """Return the financial year that begins in April of the year."""
    return costs.year_words(year)


def period(year: int) -> str:
    """Return the year as key figures say it."""
    return f"in {year_words(year)}"


def key_figure(label: str, value: str, year: int, comparison: str, href: str = "") -> KeyFigure:
    """Return a figure of a year."""
    return KeyFigure(
        label=label, value=value, period=period(year), comparison=comparison, href=href
    )
