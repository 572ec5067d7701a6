"""The road of a figure of the estate: extracts, snapshot, figure, findings by number; pure."""

from datetime import date

from scrutable.housekeeping.facts import PartOfEstate
from scrutable.housekeeping.presenters.words import kind_words
from scrutable.kernel.wording import count_words, date_words
from scrutable.overview.facts import Evidence, Layer, Step, Taken
from scrutable.overview.presenters.counting import counted_words
from scrutable.overview.presenters.estate_words import figure_words
from scrutable.overview.presenters.recorded import lay_recorded, recorded_title, recorded_words
from scrutable.overview.presenters.roads import RECORD, Road

TOGETHER = {
    "agreements": "All agreements together",
    "initiatives": "All initiatives together",
    "agreement": "Without approval, and no cause is recorded",
}


def lay_estate(road: Road, evidence: Evidence) -> None:
    """Lay the extracts that were read, every version, and what the record is a part of."""
    lay_recorded(road, evidence)
    latest = f"version {evidence.recorded[-1].version}" if evidence.recorded else RECORD
    for one in evidence.taken:
        step = _extract(one, evidence.reference)
        road.lay(step)
        road.join(step.key, latest, "was read")


def _extract(one: Taken, of: str) -> Step:
    source = one.source
    deleted = source.deleted_on
    rows = f"its rows were deleted on {date_words(deleted)}" if deleted else "its rows lie there"
    own = source.reference == of
    return Step(
        key=f"{source.reference}@{source.version}",
        layer=Layer.FILE,
        title=source.name if own else f"{kind_words(source.kind)} as at {date_words(source.as_at)}",
        said=f"{source.name}, SHA-256 {source.sha256[:12]}…; {rows}",
        reference="" if own else source.reference,
        version=source.version,
        at=one.at,
        by=one.by,
        place=f"Row {source.row:,}" if source.row else "",
    )


def estate_title(evidence: Evidence) -> str:
    """Return what a figure or a record of the estate is called."""
    kind, *parts = evidence.reference.split("/")
    if evidence.figure is not None:
        part, day = PartOfEstate(parts[0]), date.fromisoformat(parts[1])
        return f"{figure_words(part, evidence.figure.name)}, {date_words(day)}"
    return recorded_title(evidence) or TOGETHER.get(kind, "")


def estate_words(evidence: Evidence) -> str:
    """Return how a figure or a record of the estate stands, without a full stop."""
    figure = evidence.figure
    if figure is None:
        return recorded_words(evidence) if evidence.recorded else counted_words(evidence)
    number = f"{figure.number:,}"
    if not figure.findings:
        return f"{number}, and no finding counts in it"
    stood = count_words(figure.findings, "finding")
    return f"{number} by the snapshot; {stood} stood by the end of its day"
