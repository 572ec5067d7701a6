"""Faults in what is printed: figures without a period, sums that are none, blanks as nought; pure.

The tree is looked at as any reader would, without trusting what made it.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from decimal import Decimal

from scrutable.contracts.compose.arrows import printed_arrows
from scrutable.contracts.compose.papers import Papers
from scrutable.contracts.facts import KpiMonth
from scrutable.contracts.presenters.addresses import reason_address
from scrutable.documents.blocks import Cell, Chart, Document, Table
from scrutable.documents.figures import figures
from scrutable.documents.numbering import Numbered, number
from scrutable.kernel.periods import MONTH_NAMES
from scrutable.reports.facts import Fault
from scrutable.reports.rules.claims import unquoted

TOTAL = "Total"
EMPTY = frozenset({"", "-", "–", "—", "0", "0%", "0.0%", "0.00%", "£0", "n/a", "N/A", "nil", "."})
_MEASURE = re.compile(
    r"£\s?\d|\d\s?%|\d per cent|\b\d+ (?:of|out of) (?:the )?\d+\b|\b\d+ KPIs?\b", re.IGNORECASE
)
_PERIOD = re.compile(
    rf"\b(?:{'|'.join(MONTH_NAMES)})\b|\bquarter\b|\b(?:19|20)\d\d\b|\bmonth \d+\b"
    r"|\b(?:this|last|the) (?:month|quarter|year)\b",
    re.IGNORECASE,
)
_SENTENCE = re.compile(r"(?<=[.!?])\s+")


def without_reason(papers: Papers, sections: dict[str, str]) -> Iterator[Fault]:
    """Yield each arrow that nobody gave a reason for."""
    for printed in printed_arrows(papers):
        if not printed.reason:
            yield Fault(
                place=f"section {sections.get('services', 'services')}, KPI {printed.code}, "
                f"{printed.month.words}",
                fault=f"“{printed.arrow.value.capitalize()}” is printed without a reason",
                remedy="give the reason on the KPI’s page",
                section="services",
                mend_at=reason_address(papers.contract, printed.code, printed.month),
            )


def without_period(document: Document) -> Iterator[Fault]:
    """Yield each figure of the tree that belongs to no period."""
    for placed in figures(document):
        if not (placed.figure.period or "").strip():
            yield Fault(
                place=placed.place,
                fault=f"the figure {placed.figure.text} has no period",
                remedy="say which month or months it is of",
                section=placed.section,
            )


def written_without_period(
    narrative: Mapping[str, str], sections: dict[str, str]
) -> Iterator[Fault]:
    """Yield each figure in the commentary whose paragraph names no month, quarter or year."""
    for anchor, text in narrative.items():
        for paragraph in filter(str.strip, text.splitlines()):
            yield from _in_paragraph(paragraph, anchor, sections.get(anchor, anchor))


def _in_paragraph(paragraph: str, anchor: str, label: str) -> Iterator[Fault]:
    has_period = False
    for sentence in _SENTENCE.split(unquoted(paragraph)):
        has_period = has_period or _PERIOD.search(sentence) is not None
        found = _MEASURE.search(sentence)
        if found and not has_period:
            yield Fault(
                place=f"section {label}, commentary",
                fault=f"the figure in “{_short(sentence)}” has no period",
                remedy="say in the same sentence which month or months it is of",
                section=anchor,
                mend_at=f"commentary/{anchor}/",
            )


def _short(sentence: str, most: int = 60) -> str:
    return sentence if len(sentence) <= most else f"{sentence[:most].rsplit(' ', 1)[0]} …"


def not_adding_up(document: Document) -> Iterator[Fault]:
    """Yield each row and each last row of a table whose total is not the sum of its parts."""
    for numbered in number(document):
        block = numbered.block
        if isinstance(block, Table):
            yield from _sums_of(block, numbered, numbered.number)
        elif isinstance(block, Chart):
            yield from _sums_of(block.table, numbered, numbered.table)


def _sums_of(table: Table, numbered: Numbered, label: str) -> Iterator[Fault]:
    for what, stated, summed in (*_rows(table), *_last_row(table)):
        if stated != summed:
            yield Fault(
                place=f"section {numbered.chapter}, {label.lower()}, {what}",
                fault=f"the total is {stated}, but its parts add up to {summed}",
                remedy="tell whoever runs Scrutable: the records or the sum are wrong",
                section=numbered.section,
            )


def _rows(table: Table) -> Iterator[tuple[str, Decimal, Decimal]]:
    """Yield each row's total beside the sum of the row's other counts, where it has a total."""
    titles = [column.title for column in table.columns]
    if TOTAL not in titles:
        return
    place = titles.index(TOTAL)
    for row in table.rows:
        parts = [
            cell.number for at, cell in enumerate(row) if at != place and cell.number is not None
        ]
        yield f"row {row[0].text}", _number(row[place]), sum(parts, Decimal(0))


def _last_row(table: Table) -> Iterator[tuple[str, Decimal, Decimal]]:
    """Yield each column's total beside the column's sum, where the last row holds a total."""
    if not table.totals:
        return
    *rows, last = table.rows
    for at, (column, cell) in enumerate(zip(table.columns, last, strict=True)):
        if cell.number is not None:
            parts = [row[at].number for row in rows]
            known = [part for part in parts if part is not None]
            yield f"column {column.title}", cell.number, sum(known, Decimal(0))


def _number(cell: Cell) -> Decimal:
    return Decimal(0) if cell.number is None else cell.number


def unmeasured_as_nought(document: Document, unmeasured: Collection[str]) -> Iterator[Fault]:
    """Yield each cell that shows a record without a value, named by its reference, as a number."""
    for placed in figures(document):
        cited = placed.figure.citation
        if cited and cited.reference in unmeasured and _looks_like_nought(placed.figure.text):
            yield Fault(
                place=placed.place,
                fault=f"nothing was measured ({cited.reference}), and it is shown as a number",
                remedy="tell whoever runs Scrutable: a blank is not nought",
                section=placed.section,
            )


def blank_as_nought(papers: Papers, document: Document) -> Iterator[Fault]:
    """Yield each cell that shows a month without a value as a number or as nothing."""
    valueless = {
        entry.result.reference: entry
        for entry in papers.performance.months
        if entry.result is not None and entry.result.value is None
    }
    for placed in figures(document):
        cited = placed.figure.citation
        entry = valueless.get(cited.reference) if cited else None
        if entry is not None and _looks_like_nought(placed.figure.text):
            yield _nought(placed.place, placed.section, entry)
    yield from _nought_of_nothing(papers)


def _looks_like_nought(text: str) -> bool:
    return text.strip() in EMPTY or text.strip()[:1].isdigit()


def _nought(place: str, section: str, entry: KpiMonth) -> Fault:
    return Fault(
        place=f"{place}, KPI {entry.code}, {entry.month.words}",
        fault="a month without a value is shown as nought",
        remedy="state the reason why there is no value",
        section=section,
    )


def _nought_of_nothing(papers: Papers) -> Iterator[Fault]:
    """Yield each result of nought that was worked out from no cases at all."""
    for code in papers.kpis:
        for entry in papers.reported(code):
            result = entry.result
            if result is not None and result.value == 0 and result.denominator == 0:
                yield Fault(
                    place=f"KPI {code}, {entry.month.words}",
                    fault="a blank is shown as nought: nothing was measured in the month",
                    remedy="correct the result to “no activity”",
                    section="services",
                )
