"""The figures of two documents paired, like with like: by their record and by what they are; pure.

A result of a month is one figure however often it is printed. Anything else is the same figure
where it rests on the same record, is called the same and is of the same period. What holds "at" a
day is held against what held at the other report's day.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace

from scrutable.documents.blocks import Document
from scrutable.documents.figures import GAP, PlacedFigure, figures, undated
from scrutable.kernel.periods import Month
from scrutable.reports.facts import Difference

NOTHING = "Not printed"
FORECAST = ", Forecast, "
AS_AT = "at "
ALIKE = "another version of the record, printed alike"
RESTATED = frozenset({"kpi", "contract", "credits"})

Key = tuple[str, ...]


@dataclass(slots=True)
class _Printed:
    """What a document prints of one figure."""

    reference: str
    version: int
    label: str
    placed: PlacedFigure
    texts: list[str] = field(default_factory=list)

    @property
    def words(self) -> str:
        return "; ".join(dict.fromkeys(self.texts))


@dataclass(frozen=True, slots=True)
class Paired:
    """The figures of two documents that differ, and those that only one of them prints."""

    changed: tuple[Difference, ...]
    new: tuple[Difference, ...]
    gone: tuple[Difference, ...]


def pair(before: Document, after: Document) -> Paired:
    """Return how the figures differ; words around a figure that a table has are not repeated."""
    old, new = _printed(before), _printed(after)
    both = [(old[key], new[key]) for key in new if key in old]
    changed = [_changed(then, now) for then, now in both if set(then.texts) != set(now.texts)]
    named = {one.reference for one in changed}
    newer = [(then, now) for then, now in both if then.version != now.version]
    alike = {now.reference: (then, now) for then, now in newer if now.reference not in named}
    return Paired(
        changed=(*_once(changed), *(_alike(*pair) for pair in alike.values())),
        new=tuple(_only(new[key], is_new=True) for key in new if key not in old),
        gone=tuple(_only(old[key], is_new=False) for key in old if key not in new),
    )


def is_restated(one: Difference) -> bool:
    """Test whether a month says something else: a result, a count of KPIs or its credits."""
    kind, *_, last = one.reference.split("/")
    return kind in RESTATED and one.what != ALIKE and _is_month(last)


def is_derived(one: Difference) -> bool:
    """Test whether the figure was never measured: a forecast with its range."""
    return FORECAST in one.label


def names(*documents: Document) -> dict[str, str]:
    """Return what each KPI is called in tables and lists, by its reference."""
    found: dict[str, str] = {}
    for document in documents:
        for placed in figures(document):
            reference = _record(placed)
            if placed.row.startswith(f"{reference.rpartition('/')[2]} "):
                found.setdefault(reference, placed.row)
    return found


def _record(placed: PlacedFigure) -> str:
    """Return the KPI of a result, else the record itself."""
    reference = placed.figure.citation.reference if placed.figure.citation else ""
    kpi, _, last = reference.rpartition("/")
    return kpi if reference.startswith("kpi/") and _is_month(last) else reference


def _is_month(text: str) -> bool:
    try:
        Month.parse(text)
    except ValueError:
        return False
    return True


def _printed(document: Document) -> dict[Key, _Printed]:
    printed: dict[Key, _Printed] = {}
    for placed in figures(document):
        cited = placed.figure.citation
        if cited is None:
            continue
        fresh = _Printed(cited.reference, cited.version, _label(placed), placed)
        entry = printed.setdefault(_key(placed, cited.reference), fresh)
        entry.version = max(entry.version, cited.version)
        entry.texts.append(placed.figure.text)
    return printed


def _key(placed: PlacedFigure, reference: str) -> Key:
    if _record(placed) != reference:
        return (reference,)
    if placed.label == placed.figure.text:  # a thing on a list; that it is there is no figure
        return (reference, placed.section, placed.label)
    period = placed.figure.period or ""
    if period.startswith(AS_AT):
        return (reference, placed.section, undated(placed.label))
    return (reference, placed.section, placed.label, period)


def _label(placed: PlacedFigure) -> str:
    period = placed.figure.period or ""
    return placed.label if period in placed.label else f"{placed.label}, {period}"


def _changed(before: _Printed, after: _Printed) -> Difference:
    gone = [text for text in dict.fromkeys(before.texts) if text not in after.texts]
    come = [text for text in dict.fromkeys(after.texts) if text not in before.texts]
    found = _difference(
        after, "figure changed", "; ".join(gone) or before.words, "; ".join(come) or after.words
    )
    return _of_both(found, before, after)


def _alike(before: _Printed, after: _Printed) -> Difference:
    found = _difference(after, ALIKE, f"version {before.version}", f"version {after.version}")
    return _of_both(found, before, after)


def _of_both(found: Difference, before: _Printed, after: _Printed) -> Difference:
    """Return the difference with the period that the first report is of, and both versions."""
    return replace(
        found,
        period_before=before.placed.figure.period or "",
        versions=(before.version, after.version),
    )


def _only(printed: _Printed, *, is_new: bool) -> Difference:
    if is_new:
        return _difference(printed, "figure new", NOTHING, printed.words)
    return _difference(printed, "figure gone", printed.words, NOTHING)


def _difference(printed: _Printed, what: str, before: str, after: str) -> Difference:
    return Difference(
        reference=printed.reference,
        what=what,
        before=before,
        after=after,
        place=printed.placed.place,
        label=printed.label,
        section=printed.placed.heading,
        period=printed.placed.figure.period or "",
    )


def _once(changed: Iterable[Difference]) -> Iterator[Difference]:
    """Yield the differences without those in words that a table or a key figure gives as well."""
    found = tuple(changed)
    given = {_said(one) for one in found if GAP not in one.label}
    for one in found:
        if GAP not in one.label or _said(one) not in given:
            yield one


def _said(one: Difference) -> tuple[str, str, str]:
    return one.reference, one.before, one.after
