"""An extract recorded once its rows lie where they are read."""

from datetime import datetime

from scrutable.housekeeping import facts
from scrutable.records.writes import record


def keep_extract(*, taken: facts.Taken, by: str, at: datetime) -> facts.Extract:
    """Record that the extract was taken; one of the same kind and day stands in its place."""
    headings = taken.layout.headings
    return record(
        of=facts.Extract(
            kind=taken.kind,
            as_at=taken.as_at,
            name=taken.name,
            sha256=taken.sha256,
            rows=taken.rows,
            refused=taken.refused,
            columns=tuple((name, headings[at]) for name, at in taken.layout.columns.items()),
            notices=taken.notices,
        ),
        by=by,
        at=at,
    )
