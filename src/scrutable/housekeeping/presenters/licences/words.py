"""How licences, shortfalls and shares of the estate are said; pure."""

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from urllib.parse import quote, urlencode

from scrutable.govuk.facts import Tag
from scrutable.housekeeping.facts import (
    ExtractKind,
    GapWhy,
    LicenceCoverage,
    LicenceLine,
    LicencePosition,
    LicenceStatement,
    LicenceSums,
    Metric,
    TermState,
    Verdict,
)
from scrutable.housekeeping.presenters.words import ESTATE
from scrutable.kernel.money import money_exact
from scrutable.kernel.wording import capital, count_words, list_words, number_words

LICENCES = f"{ESTATE}licences/"
SIGN = f"{LICENCES}sign/"
PRODUCTS = f"{LICENCES}products/"
METRIC_WORDS = {
    Metric.USER: "User",
    Metric.DEVICE: "Device",
    Metric.CORE: "Core",
    Metric.CONCURRENT: "Users at once",
}
UNITS = {
    Metric.USER: ("user", "users"),
    Metric.DEVICE: ("device", "devices"),
    Metric.CORE: ("core", "cores"),
    Metric.CONCURRENT: ("user at once", "users at once"),
}
LINE_TAGS = {
    LicenceLine.SHORT: Tag("Short", "red", "■"),
    LicenceLine.OVER: Tag("More than used", "yellow", "▲"),
    LicenceLine.COVERED: Tag("Covered", "green", "●"),
}
TERM_TAGS = {
    TermState.COUNTS: Tag("Counts", "green", "●"),
    TermState.ENDS_SOON: Tag("Counts, ends soon", "yellow", "▲"),
    TermState.ENDED: Tag("Ended", "grey", "○"),
    TermState.TO_BEGIN: Tag("To begin", "blue", "◆"),
}
WHY_WORDS = {
    GapWhy.UNRECOGNISED: "Not recognised: nobody is entitled to it and nobody recorded it",
    GapWhy.NO_METRIC: "Nothing says by which metric it counts",
    GapWhy.UNCOUNTED: "Some rows do not say what is counted",
}
VERDICT_WORDS = {
    Verdict.NONE: "There are no licensing liabilities",
    Verdict.SOME: "There are licensing liabilities",
}
NOT_PRICED = "Not priced"


def pounds(pence: int) -> Decimal:
    """Return a sum of pence in pounds."""
    return Decimal(pence) / 100


def money_words(pence: int | None) -> str:
    """Return a sum exactly, or that nobody knows the price.

    >>> money_words(19600000), money_words(None), money_words(0)
    ('£196,000', 'Not priced', '£0')
    """
    return NOT_PRICED if pence is None else money_exact(pounds(pence))


def amount_words(number: int, metric: Metric) -> str:
    """Return how many by the metric.

    >>> amount_words(40, Metric.CORE), amount_words(1, Metric.CONCURRENT)
    ('40 cores', '1 user at once')
    """
    return count_words(number, *UNITS[metric])


def cost_words(pence: int, unpriced: int, each: str = "") -> str:
    """Return what several come to: the sum of those with a price, and how many have none.

    >>> cost_words(19600000, 0), cost_words(100, 2, " a year"), cost_words(0, 1)
    ('£196,000', '£1 a year and two not priced', 'not priced')
    """
    if not unpriced:
        return f"{money_words(pence)}{each}"
    if not pence:
        return NOT_PRICED.lower()
    return f"{money_words(pence)}{each} and {number_words(unpriced)} not priced"


def short_words(one: LicencePosition) -> str:
    """Return of a product what is short or over, or that it is covered.

    >>> from datetime import date
    >>> short_words(LicencePosition(as_at=date(2026, 9, 30), product="db", metric=Metric.CORE,
    ...     title="DB", entitled=40, used=80, uncounted=0, idle=0, pack=2, once_pence=None,
    ...     yearly_pence=None, priced_by="", priced_on=None, liability_pence=None,
    ...     surplus_pence=0))
    '40 cores short'
    """
    if one.short:
        return f"{amount_words(one.short, one.metric)} short"
    if one.over:
        return f"{amount_words(one.over, one.metric)} over"
    return f"{amount_words(one.used, one.metric)}, all covered"


def sums_words(sums: LicenceSums) -> str:
    """Return what shortfalls and surpluses come to, as sentences."""
    if not sums.short:
        return f"Nothing is short. {over_words(sums)}"
    cost = cost_words(sums.liability_pence, sums.short_unpriced)
    return f"{_kinds(sums.short)} short, which would cost {cost} to put right. {over_words(sums)}"


def over_words(sums: LicenceSums) -> str:
    """Return what surpluses come to, as a sentence."""
    if not sums.over:
        return "Nothing is more than used."
    cost = cost_words(sums.surplus_pence, sums.over_unpriced, " a year")
    return f"{_kinds(sums.over)} more than used, at {cost}."


def _kinds(number: int) -> str:
    verb = "kind of licence is" if number == 1 else "kinds of licence are"
    return f"{capital(number_words(number))} {verb}"


def product_share(of: LicenceCoverage | LicenceStatement) -> str:
    """Return how many of the products in use were assessed."""
    if not of.products:
        return "No product is in use"
    return (
        f"{of.products_assessed:,} of {count_words(of.products, 'product')} in use"
        f" ({share(of.products_assessed, of.products)})"
    )


def device_share(of: LicenceCoverage | LicenceStatement) -> str:
    """Return how many devices were inventoried, or that nobody can tell."""
    if of.devices is None or of.devices_inventoried is None:
        return "Not known: no extract of devices was taken for the day"
    if not of.devices:
        return "The council has no devices"
    return (
        f"{of.devices_inventoried:,} of {count_words(of.devices, 'device')}"
        f" ({share(of.devices_inventoried, of.devices)})"
    )


def share(some: int, of_all: int) -> str:
    """Return a share in whole percent, rounded down: only all of them are 100%.

    >>> share(999, 1000), share(1, 3)
    ('99%', '33%')
    """
    return f"{100 * some // of_all}%"


def names_words(names: Sequence[str], most: int = 3) -> str:
    """Return the first of the names, and how many more there are.

    >>> names_words(["A", "B"]), names_words(["A", "B", "C", "D", "E"])
    ('A and B', 'A, B, C and two more')
    """
    rest = len(names) - most
    more = [f"{number_words(rest)} more"] if rest > 0 else []
    return list_words([*names[:most], *more])


def product_address(product: str) -> str:
    """Return the address of a product's page."""
    return f"{LICENCES}product/{quote(product)}/"


def statement_address(number: int) -> str:
    """Return the address of a signed statement."""
    return f"{LICENCES}statements/{number}/"


def position_address(as_at: date) -> str:
    """Return the address of the position as it stood on the day."""
    return f"{LICENCES}?as_at={as_at.isoformat()}"


def change_address(name: str) -> str:
    """Return the address at which a product is told."""
    return f"{PRODUCTS}change/?{urlencode({'name': name})}"


def source_address(kind: ExtractKind, as_at: date) -> str:
    """Return the address of an extract that a position was worked out of."""
    return f"{ESTATE}extracts/{kind.value}/{as_at.isoformat()}/"
