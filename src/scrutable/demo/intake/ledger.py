"""The extracts of Westmere's ledger: drawn from what each line came to, and loaded."""

from collections.abc import Iterator
from datetime import date
from decimal import Decimal

from scrutable.demo.facts import Council, Happening
from scrutable.demo.facts.ledger import LedgerLoaded, LedgerSum
from scrutable.demo.intake import files
from scrutable.demo.rules.ledger import extract

FOLDER, OWNER = "money", "h.brandt"
PENNY = 100


def ledgers(council: Council) -> Iterator[Happening]:
    """Yield the loading of each year's extract; finance counts the row that nobody can read too."""
    told = files.rows(council, f"{FOLDER}/ledger.csv")
    for row in files.rows(council, f"{FOLDER}/extracts.csv"):
        sums = [
            LedgerSum(
                line=one["line"],
                pence=int(Decimal(one["pounds"]) * PENNY),
                first=date.fromisoformat(one["from"]),
                last=date.fromisoformat(one["to"]),
            )
            for one in told
            if one["year"] == row["year"]
        ]
        odd = Decimal(row["odd"].split(",")[2]) if row["odd"] else Decimal(0)
        what = LedgerLoaded(
            name=row["name"],
            content=extract(sums, row["odd"]),
            control=sum(one.pence for one in sums) + int(odd * PENNY),
        )
        yield Happening(at=files.moment(row["at"]), by=OWNER, what=what)
