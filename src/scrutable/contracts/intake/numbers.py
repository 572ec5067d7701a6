"""A cell's value as a KPI's number, or what is wrong with it; pure. Never guesses."""

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import ROUND_HALF_UP, Decimal
from math import isfinite

from scrutable.contracts.facts import Kind, KpiDefinition
from scrutable.contracts.rules.fitting import FINEST, LARGEST, unfit_value
from scrutable.evidence.intake import CellError, NotCalculated, Value
from scrutable.kernel.wording import date_words

PLAIN = re.compile(r"[+-]? ?(?:[0-9]{1,3}(?:[ ,][0-9]{3})+|[0-9]{1,15})(?:\.[0-9]{1,15})?")
SPACES = str.maketrans(dict.fromkeys("\u00a0\u2009\u202f", " "))
CLOCK = re.compile(r"([0-9]{1,5}):([0-5][0-9])(?::([0-5][0-9]))?")
SPELT = re.compile(
    r"(?:([0-9]{1,5})d(?:ays?)?)?(?:([0-9]{1,5})h(?:(?:ou)?rs?)?)?"
    r"(?:([0-9]{1,5})m(?:ins?|inutes?)?)?(?:([0-9]{1,5})s(?:ecs?|econds?)?)?"
)
UNIT_SECONDS = {"second": 1, "minute": 60, "hour": 3600, "day": 86400}
MOST_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a cell and what to do; the place is added by who knows it."""

    fault: str
    remedy: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Cell:
    """A cell with what its sheet says of it.

    `is_percent`: it shows its number as a percentage, so that 0.92 is 92%. `in_points`: the
    column's heading says %, so that a plain 0.92 is 0.92%.
    """

    value: Value
    is_percent: bool = False
    in_points: bool = False

    @property
    def is_blank(self) -> bool:
        """Test whether nothing is in the cell; spaces are nothing."""
        return isinstance(self.value, str) and not self.value.strip()


def cell_fault(value: Value) -> Fault | None:
    """Return what is wrong with a cell whose formula gives nothing to read, or None."""
    if isinstance(value, CellError):
        return Fault(
            f"The formula failed with {value.code}",
            "mend the formula, or clear the cell and choose a reason",
        )
    if isinstance(value, NotCalculated):
        return Fault(
            "The formula was saved without its value",
            "open the workbook in Excel or LibreOffice, let it calculate, save it and send it",
        )
    return None


def plain_number(value: Value) -> Decimal | Fault:
    """Return the number in a cell that holds a number or says one in digits."""
    if fault := cell_fault(value):
        return fault
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        return Fault(f"A number is needed, not {shown(value)}", "enter digits only")
    if isinstance(value, str):
        text = value.strip().translate(SPACES)
        if not PLAIN.fullmatch(text):
            return Fault(f"A number is needed, not {shown(value)}", "enter digits only")
        return _bounded(Decimal(text.replace(",", "").replace(" ", "")))
    if not isfinite(value):
        return Fault("The number is too large", "correct the number")
    return _bounded(Decimal(repr(value)))


def kpi_number(cell: Cell, kpi: KpiDefinition) -> Decimal | Fault:
    """Return the value in the KPI's unit, percentages from 0 to 100, or what is wrong."""
    if fault := cell_fault(cell.value):
        return fault
    read = {Kind.PERCENTAGE: _percentage, Kind.DURATION: _duration}.get(kpi.kind, _amount)
    found = read(cell, kpi)
    return found if isinstance(found, Fault) else _within_unit(found, kpi)


def _percentage(cell: Cell, kpi: KpiDefinition) -> Decimal | Fault:
    value = cell.value
    if isinstance(value, str) and value.strip().endswith("%"):
        number = plain_number(value.strip().removesuffix("%"))
        return number if isinstance(number, Decimal) else _not_a_number(value, kpi)
    number = plain_number(value)
    if isinstance(number, Fault):
        return _not_a_number(value, kpi)
    if cell.is_percent:
        percent = tidy(number * 100)
        if 2 <= number <= 100 and not kpi.may_exceed_hundred:
            return Fault(
                f"The cell says {percent:,f}%, which is more than 100%",
                f"enter {number:f}% if that is meant",
            )
        return percent
    if 0 < number <= 1 and not cell.in_points:
        return ambiguous_share(number)
    return number


def ambiguous_share(number: Decimal) -> Fault:
    """Return the fault of a number such as 0.92 where nothing says whether it is 92%."""
    hundredfold = tidy(number * 100)
    return Fault(
        f"{number:f} may mean {hundredfold:f}% or {number:f}%",
        f"enter {hundredfold:f}% or {number:f}%, with the percent sign",
    )


def _amount(cell: Cell, kpi: KpiDefinition) -> Decimal | Fault:
    value = cell.value
    if isinstance(value, str):
        text = value.strip()
        if kpi.kind is Kind.MONEY:
            text = re.sub(r"^([+-]?)\s*£\s*", r"\1", text)
        value = _without_unit(text, kpi.unit)
    number = plain_number(value)
    return _not_a_number(cell.value, kpi) if isinstance(number, Fault) else number


def _duration(cell: Cell, kpi: KpiDefinition) -> Decimal | Fault:
    seconds = _seconds(cell.value)
    if seconds is None:
        return _amount(cell, kpi)
    per_unit = UNIT_SECONDS.get(kpi.unit.strip().lower().removesuffix("s"))
    if per_unit is None:
        return Fault(
            f"A time cannot be turned into {kpi.unit}", f"enter the number of {kpi.unit} alone"
        )
    return tidy(seconds / per_unit)


def _seconds(value: Value) -> Decimal | None:
    """Return the length in seconds of a time of any form; None where it is not one."""
    match value:
        case timedelta():
            return Decimal(value.days * 86400 + value.seconds) + Decimal(value.microseconds).scaleb(
                -6
            )
        case time():
            return Decimal(value.hour * 3600 + value.minute * 60 + value.second)
        case datetime() if value.year <= 1900:  # more than a day, shown as a time of day
            return _seconds(value.replace(tzinfo=None) - datetime(1899, 12, 30))  # noqa: DTZ001  (Excel's day nought)
        case str():
            return _spelt(re.sub(r"\s+", "", value[:MOST_SHOWN].lower()))
        case _:
            return None


def _spelt(text: str) -> Decimal | None:
    if found := CLOCK.fullmatch(text):
        hours, minutes, seconds = (int(part or 0) for part in found.groups())
        return Decimal(hours * 3600 + minutes * 60 + seconds)
    found = SPELT.fullmatch(text) if text else None
    if not found:
        return None
    parts = (int(part or 0) for part in found.groups())
    return Decimal(sum(part * size for part, size in zip(parts, (86400, 3600, 60, 1), strict=True)))


def _without_unit(text: str, unit: str) -> str:
    """Return the text without the KPI's own unit behind the number, singular or plural."""
    words = {unit.lower(), unit.lower().removesuffix("s")} - {""}
    for word in sorted(words, key=len, reverse=True):
        if text.lower().endswith(word):
            return text[: -len(word)].strip()
    return text


def _within_unit(number: Decimal, kpi: KpiDefinition) -> Decimal | Fault:
    unfit = unfit_value(kpi, number)
    return Fault(unfit.rstrip("."), "correct the number") if unfit else number


def _bounded(number: Decimal) -> Decimal | Fault:
    if abs(number) > LARGEST:
        return Fault("The number is too large", "correct the number")
    return tidy(number)


def tidy(number: Decimal) -> Decimal:
    """Return the number without the noise of binary fractions and without trailing noughts.

    >>> tidy(Decimal("92.50000000000001")), tidy(Decimal("120")), tidy(Decimal("-0.0"))
    (Decimal('92.5'), Decimal('120'), Decimal('0'))
    """
    rounded = number.quantize(FINEST, rounding=ROUND_HALF_UP).normalize()
    if not rounded:
        return Decimal(0)
    return rounded.quantize(Decimal(1)) if rounded == rounded.to_integral_value() else rounded


def _not_a_number(value: Value, kpi: KpiDefinition) -> Fault:
    wanted = {
        Kind.PERCENTAGE: "a percentage such as 92.5%",
        Kind.COUNT: "a whole number",
        Kind.DURATION: f"a number of {kpi.unit}",
        Kind.MONEY: "a sum in pounds",
    }[kpi.kind]
    return Fault(
        f"The result must be {wanted}, not {shown(value)}",
        "enter the number, or clear the cell and choose a reason",
    )


def shown(value: Value) -> str:
    """Return the value as it is quoted in a fault, cut short where it is long."""
    match value:
        case bool():
            return "“TRUE”" if value else "“FALSE”"
        case datetime() | date():
            return f"the date {date_words(value)}"
        case time() | timedelta():
            return f"the time {value}"
        case _:
            words = " ".join(str(value)[: 10 * MOST_SHOWN].split())
            text = "".join(mark if mark.isprintable() else "?" for mark in words)
            cut = text if len(text) <= MOST_SHOWN else f"{text[:MOST_SHOWN]}…"
            return f"“{cut}”"
