"""An extract of the ledger, loaded as anybody's is."""

import tempfile
from datetime import datetime
from pathlib import Path

from django.conf import settings

from scrutable.demo.facts.ledger import LedgerLoaded
from scrutable.demo.writes.workbooks import FileNotAccepted
from scrutable.money.facts import LedgerRead
from scrutable.money.intake.ledger import read_ledger
from scrutable.money.writes.ledger import keep_extract, load_ledger


def load(what: LedgerLoaded, *, by: str, at: datetime) -> None:
    """Load it; raises FileNotAccepted where it is unfit."""
    with tempfile.TemporaryDirectory() as desk:
        path = Path(desk) / what.name
        path.write_bytes(what.content)
        read = read_ledger(path, what.name)
        if not isinstance(read, LedgerRead):
            raise FileNotAccepted(what.name, read)
        load_ledger(read=read, control=what.control, by=by, at=at)
        keep_extract(path, read, settings.DATA_DIR / "ledger")
