"""What a row says of an agreement or a renewal; pure."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from scrutable.housekeeping.facts.agreements import Notice
from scrutable.housekeeping.intake.agreements.cells import (
    day_in,
    months_in,
    notice_in,
    options_in,
    pounds_in,
    several_months_in,
)
from scrutable.housekeeping.intake.agreements.rows import Row
from scrutable.housekeeping.rules.agreements import months_until
from scrutable.kernel.wording import date_words


def said_of_terms(row: Row) -> dict[str, Any]:
    """Return the options of an agreement, its notice, and by how much it renews itself."""
    given: dict[str, Any] = {}
    if options := options_in(row.value("months")):
        given["extensions"] = options[1:]
    if "extensions" in row.columns:
        given["extensions"] = row.read("extensions", several_months_in, "months") or ()
    if "notice" in row.columns:
        notice: Notice | None = row.read("notice", notice_in, "notice")
        given["notice_count"] = notice.count if notice else None
        given |= {"notice_unit": notice.unit} if notice else {}
    if "renews_itself_by" in row.columns:
        given["renews_itself_by"] = row.read("renews_itself_by", months_in, "months")
    return given


def said_of_approval(row: Row, *days: str) -> dict[str, Any]:
    """Return the days named, what a year costs, and who approved the term and when."""
    given: dict[str, Any] = {**row.told("approved_by", "decision")}
    for name in (*days, "approved_on"):
        if name in row.columns:
            given[name] = row.read(name, day_in, "day")
    if "yearly_pounds" in row.columns:
        given["yearly_pounds"] = row.read("yearly_pounds", pounds_in, "pounds")
    return given


def supplier_said(row: Row, suppliers: Mapping[str, str]) -> str:
    """Return the reference of the supplier, who may be named; `suppliers` are by reference."""
    said = row.words("supplier")
    if not said or said.startswith("supplier/"):
        return said
    names = {name.casefold(): one for one, name in suppliers.items()}
    if said.casefold() not in names:
        row.fail("supplier", f"There is no supplier “{said[:60]}”", "add it first, by that name")
    return names.get(said.casefold(), "")


def months_said(row: Row, starts_on: date, earlier: int, stands: int | None) -> int | None:
    """Return the months of a term: as said, by the day on which it ends, or as they stand.

    `earlier` are the months of the agreement before the term. None with a fault.
    """
    options = options_in(row.value("months"))
    said = options[0] if options else row.read("months", months_in, "months")
    ends = row.read("ends_on", day_in, "day")
    months = said or stands
    if ends:
        whole = months_until(starts_on, ends)
        if whole is None or whole <= earlier:
            fault = f"{date_words(ends)} ends no whole months since {date_words(starts_on)}"
            row.fail("ends_on", fault, "correct one of the two days, or give the months alone")
            return None
        if said and said != whole - earlier:
            fault = f"{said} months do not end on {date_words(ends)}"
            remedy = "correct one of the two, or put each renewal in a row of its own"
            row.fail("ends_on", fault, remedy)
            return None
        months = whole - earlier
    if months is None and not row.errors:
        row.fail("months", "It says neither how long it runs nor when it ends", "enter one")
    return months
