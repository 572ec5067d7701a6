"""An extract of the ledger drawn row by row, so that each line comes to its sum exactly; pure."""

import csv
import io
from collections.abc import Iterator, Sequence
from datetime import date, timedelta

from scrutable.demo.facts.ledger import LedgerSum
from scrutable.demo.rules.chance import pick

HEADINGS = ("Cost centre", "Posting date", "Amount", "Text")
EVERY_DAYS = 9  # about so often something is posted to a line


def extract(sums: Sequence[LedgerSum], odd: str) -> bytes:
    """Return the extract as the ledger writes it; `odd` is a row that nobody can read, if any."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(HEADINGS)
    for one in sums:
        writer.writerows(_rows(one))
    return (out.getvalue() + (f"{odd}\r\n" if odd else "")).encode("cp1252")


def _rows(of: LedgerSum) -> Iterator[tuple[str, str, str, str]]:
    days = list(_days(of))
    weights = [pick(6, 14, "ledger", of.line, day) for day in days]
    whole, given = sum(weights), 0
    for at, (day, weight) in enumerate(zip(days, weights, strict=True), start=1):
        pence = of.pence - given if at == len(days) else of.pence * weight // whole
        given += pence
        yield of.line, f"{day:%d/%m/%Y}", f"{pence // 100:,}.{pence % 100:02}", f"Journal {at:04}"


def _days(of: LedgerSum) -> Iterator[date]:
    day = of.first
    while day <= of.last:
        yield day
        day += timedelta(days=EVERY_DAYS)
