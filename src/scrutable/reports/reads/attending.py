"""What of reports needs a person: decisions that relied on figures restated since."""

from datetime import date

from scrutable.kernel.attention import Attention
from scrutable.meetings import reads as meetings
from scrutable.reports.facts import Restated
from scrutable.reports.reads.decisions import decisions_by_edition, restated_in
from scrutable.reports.reads.editions import UnknownEdition
from scrutable.reports.rules.relying import relying


def attending_decisions(as_at: date, known: int) -> list[Attention]:
    """Return the decisions that relied on a figure restated by then, one entry for each."""
    restated: dict[str, list[Restated]] = {}
    records = {}
    for name, relied in decisions_by_edition().items():
        for record in relied:
            records[record.code] = record
            restated.setdefault(record.code, []).extend(_restated(name))
    if not any(restated.values()):
        return []
    names = {body.code: body.name for body in meetings.bodies(known)}
    found = (
        relying(
            record,
            restated[code],
            record.maker_name or names.get(record.maker, record.maker),
            as_at,
            known,
        )
        for code, record in sorted(records.items())
    )
    return [one for one in found if one is not None]


def _restated(name: str) -> list[Restated]:
    """Return the restated figures of an edition; none for one that only the record knows."""
    try:
        return restated_in(name)
    except UnknownEdition:
        return []
