"""What a row says of money, of what a project waits for, and of what was measured; pure."""

from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from typing import Any

from scrutable.evidence.facts import Notice
from scrutable.evidence.intake import Value
from scrutable.portfolio import facts, rules
from scrutable.portfolio.intake.cells import number_in, pounds_in, short, words_of, year_in
from scrutable.portfolio.intake.gathered import MOST_NAME, Gathered
from scrutable.portfolio.intake.tables import Row

FUNDING_CELLS = {"spent": "Spent £", "spent_by": "Spent £", "expected": "Expected £"}
DEPENDENCY_CELLS = {
    "number": "Number",
    "on_whom": "Waits for",
    "what": "What",
    "needed_by": "Needed by",
    "expected_on": "Expected on",
    "state": "State",
    "settled_on": "Settled on",
    "owner": "Owner",
    "note": "Note",
}
MEASUREMENT_CELLS = {
    "value": "Measured",
    "words": "Not measured because",
    "pounds": "Taken from the budget £",
    "measured_by": "Measured by",
    "source": "Source",
}
SHARE = Decimal(1)
HANGS_BY = ("on_whom", "decision", "value", "words")  # fields that others have a say in


def read_funding(into: Gathered, row: Row) -> None:
    """Take what was spent of a line of funding and what is expected; what is approved stays."""
    number = into.numbered(row)
    source, year = into.one_of(row, "Source", facts.FundingSource), year_in(row.value("Year"))
    if not row.words("Source"):
        into.fail(row, "Source", "The source is missing", "enter capital, revenue or the like")
    if year is None:
        into.fail(row, "Year", "The financial year is missing", "enter it, such as 2025/26")
    if not number or source is None or year is None:
        return
    line = into.known.fundings.get((number, source, year))
    if line is None:
        said = f"Project {number} has no {source.value} for {words_of(row.value('Year'))}"
        into.fail(row, "Source", said, "record the approved sum on the project’s page first")
        return
    if not into.is_first(row, number, source.value, str(year)):
        return
    spent = into.number(row, "Spent £", pounds_in)
    expected = into.number(row, "Expected £", pounds_in)
    if spent is None and expected is None:
        return
    after = replace(line, expected=line.expected if expected is None else expected)
    if spent is not None:
        after = replace(after, spent=spent, spent_by=into.on)
    _take(into, row, line, after, FUNDING_CELLS)


def read_dependency(into: Gathered, row: Row) -> None:
    """Take what has become of something a project waits for, or something new."""
    number = into.numbered(row)
    if not number:
        return
    text, before = row.words("Number"), None
    if text:
        at = int(text) if text.isascii() and text.isdigit() and len(text) < 7 else 0
        before = into.known.dependencies.get((number, at))
        if before is None:
            said = f"Project {number} has no dependency {short(text)}"
            into.fail(row, "Number", said, "correct it, or leave it blank for a new one")
            return
        if not into.is_first(row, number, text, heading="Number"):
            return
    errors = len(into.errors)
    after = _dependency(into, row, number, before)
    if after is not None and len(into.errors) == errors:
        _take(into, row, before, after, DEPENDENCY_CELLS)


def _dependency(
    into: Gathered, row: Row, number: str, before: facts.Dependency | None
) -> facts.Dependency | None:
    days = {
        name: into.day(row, DEPENDENCY_CELLS[name])[0]
        for name in ("needed_by", "expected_on", "settled_on")
    }
    texts = {
        "on_whom": into.text(row, "Waits for", MOST_NAME),
        "what": into.text(row, "What"),
        "owner": into.text(row, "Owner", MOST_NAME),
        "note": into.text(row, "Note"),
    }
    state = into.one_of(row, "State", facts.DependencyState)
    given: dict[str, Any] = {
        name: value for name, value in {**texts, **days, "state": state}.items() if value
    }
    if before is not None:
        return replace(before, **given)
    for name in ("on_whom", "what", "needed_by", "owner"):
        if name not in given:
            heading = DEPENDENCY_CELLS[name]
            said = f"A new dependency needs “{heading}”"
            into.fail(row, heading, said, "fill it in, or give the number of a known one")
            return None
    given.setdefault("state", facts.DependencyState.OPEN)
    return facts.Dependency(project=number, number=0, **given)


def read_measurement(into: Gathered, row: Row) -> None:
    """Take what was measured of a benefit on the report date, or why nothing was."""
    key = _benefit_key(into, row)
    benefit = into.known.benefits.get(key) if key else None
    if key is None or benefit is None or not into.is_first(row, *map(str, key), heading="Benefit"):
        return
    words = into.text(row, "Not measured because")
    pounds = into.number(row, "Taken from the budget £", pounds_in)
    value = _measured(into, row, benefit)
    if value is None and not words and pounds is None:
        told = f"{benefit.reference} is not reported"
        into.notices.append(Notice(row.place("Measured"), told))
        return
    if value is not None and words and benefit.measure is not facts.Measure.WORDS:
        said = "Both a value and why there is none are given"
        into.fail(row, "Not measured because", said, "clear one of the two")
        return
    if value is None and not words:
        said = "Nothing is measured, and nobody says why"
        into.fail(row, "Not measured because", said, "give the value or the reason")
        return
    if into.on is None:
        return
    found = facts.Measurement(
        project=benefit.project,
        benefit=benefit.number,
        on=into.on,
        value=value,
        pounds=pounds,
        words=words,
        source=into.text(row, "Source", MOST_NAME),
        measured_by=into.text(row, "Measured by", MOST_NAME),
        place=row.place("Measured"),
    )
    _warn_of_measurement(into, row, benefit, found)
    last = into.known.measurements.get(key)
    before = replace(last, file="", place=found.place) if last and last.on == found.on else None
    _take(into, row, before, found, MEASUREMENT_CELLS)


def _warn_of_measurement(
    into: Gathered, row: Row, benefit: facts.Benefit, found: facts.Measurement
) -> None:
    """Warn of pounds and values far outside the profile, and of a verification that falls away."""
    pounds = MEASUREMENT_CELLS["pounds"]
    if limits := into.known.limits:
        if said := rules.outlying_pounds(benefit, found, limits):
            into.warn(row, pounds, f"{said}. Check the figure")
        if said := rules.outlying_value(benefit, found, limits):
            into.warn(row, "Measured", f"{said}. Check the figure")
    if lost := rules.verification_lost(
        into.known.taken.get((benefit.project, benefit.number)), found
    ):
        into.warn(row, pounds, lost)


def _benefit_key(into: Gathered, row: Row) -> tuple[str, int] | None:
    """Return the project and number that a benefit's code is made of; None with a fault."""
    text = row.words("Benefit")
    number, _, last = text.rpartition("-")
    key = (number, int(last)) if last.isascii() and last.isdigit() and len(last) < 7 else None
    if key in into.known.benefits:
        return key
    said = f"There is no benefit “{short(text)}”" if text else "The benefit is missing"
    into.fail(row, "Benefit", said, "enter the code of a recorded benefit, such as 201-1")
    return None


def _measured(into: Gathered, row: Row, benefit: facts.Benefit) -> Decimal | None:
    if benefit.measure is facts.Measure.POUNDS:
        return into.number(row, "Measured", pounds_in)
    if benefit.measure is not facts.Measure.PERCENT:
        return into.number(row, "Measured", number_in)
    text = row.words("Measured")
    if text.endswith("%"):
        return into.number(row, "Measured", lambda _: number_in(text[:-1]))
    found = into.number(row, "Measured", number_in)
    if found is not None and _is_percent(row, "Measured"):
        return (found * 100).normalize() + 0
    if found is not None and 0 < abs(found) < SHARE:
        said = f"{text} may be that many percent, or a hundred times as many"
        into.fail(row, "Measured", said, "write it with its sign, such as 92%")
        return None
    return found


def _is_percent(row: Row, heading: str) -> bool:
    value: Value = row.own(heading)
    return not isinstance(value, str) and row.sheet.is_percent(row.at, row.columns[heading])


def _take(
    into: Gathered,
    row: Row,
    before: facts.Record | None,
    after: facts.Record,
    headings: Mapping[str, str],
) -> None:
    """Take the record as it is from now on, unless it stood so before; refusals go to its cells."""
    if before is not None and replace(before, version=0) == replace(after, version=0):
        into.seen_as_known += 1
        return
    cells = {name: row.place(heading) for name, heading in headings.items()}
    place = row.place(next(iter(headings.values())))
    into.errors += [
        replace(fault, place=cells.get(fault.place, place)) for fault in rules.refusals_of(after)
    ]
    hangs_anew = before is None or any(
        getattr(before, name) != getattr(after, name) for name in HANGS_BY if hasattr(after, name)
    )
    into.records.append(
        facts.RecordUpdate(record=after, place=place, cells=cells, hangs_anew=hangs_anew)
    )
