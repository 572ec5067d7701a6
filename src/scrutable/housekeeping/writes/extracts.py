"""An extract recorded once its rows lie where they are read."""

import shutil
from datetime import datetime
from pathlib import Path

from scrutable.audit.reads import number_at
from scrutable.housekeeping import facts
from scrutable.records.reads import stands
from scrutable.records.writes import record


def keep_extract(*, taken: facts.Taken, by: str, at: datetime) -> facts.Extract:
    """Record that the extract was taken; one of the same kind and day stands in its place.

    The rows of the one before are deleted once that is recorded, never sooner.
    """
    before = stands(facts.Extract, number_at(), kind=taken.kind, as_at=taken.as_at)
    kept = record(
        of=facts.Extract(
            kind=taken.kind,
            as_at=taken.as_at,
            name=taken.name,
            sha256=taken.sha256,
            rows=taken.rows,
            refused=taken.refused,
            columns=taken.columns,
            notices=taken.notices,
        ),
        by=by,
        at=at,
    )
    if before and before.place != kept.place:
        shutil.rmtree(Path(taken.folder) / before.place, ignore_errors=True)
    return kept
