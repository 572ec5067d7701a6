"""Where the headings of a file stand, and what separates its values."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import islice
from pathlib import Path

from scrutable.evidence.facts import RowError
from scrutable.evidence.intake.lines import DELIMITERS, LONGEST, Heard, cells, lines_of
from scrutable.housekeeping.facts import ExtractKind, Layout
from scrutable.housekeeping.intake.columns import faults_of_headings, matched

SEARCHED = 20  # lines in which the headings are looked for
MOST_COLUMNS = 1000  # in which headings are looked for, and which one row may have


def text_layout(
    path: Path, kind: ExtractKind, mapping: Mapping[str, str]
) -> Layout | list[RowError]:
    """Return the layout that finds the most columns, or what is wrong with the best there is."""
    head = head_of(path)
    tried = [
        (at, delimiter, cells(line, delimiter)) for at, line in head for delimiter in DELIMITERS
    ]
    return layout_of(tried, kind, mapping)


def head_of(path: Path) -> list[tuple[int, str]]:
    """Return the first lines, with their numbers, that are no longer than a row can be."""
    lines = islice(lines_of(path, Heard()), SEARCHED)
    return [(at, line) for at, line in lines if len(line) <= LONGEST]


def layout_of(
    tried: Iterable[tuple[int, str, Sequence[str]]], kind: ExtractKind, mapping: Mapping[str, str]
) -> Layout | list[RowError]:
    """Return the layout of the row, of those tried, in which the most columns are found."""
    rows = list(tried)
    if not rows:
        return [RowError("", "The file holds no rows", "export it again")]
    at, delimiter, headings = max(
        rows, key=lambda one: (len(matched(kind, one[2], mapping)), -one[0], len(one[2]))
    )
    if len(headings) > MOST_COLUMNS:
        fault = f"There are {len(headings):,} columns, and at most {MOST_COLUMNS:,} are read"
        return [RowError(f"line {at}", fault, "export only those that are needed")]
    if faults := faults_of_headings(kind, headings, mapping, f"line {at}"):
        return faults
    return Layout(
        delimiter=delimiter,
        line=at,
        headings=tuple(headings),
        columns=matched(kind, headings, mapping),
    )


def kind_of(path: Path, mappings: Mapping[str, Mapping[str, str]]) -> ExtractKind:
    """Return of what the file is an extract: by its name, else by the headings of a text.

    Of kinds that as many headings speak for, the one named first counts.
    """
    for kind in ExtractKind:
        if path.stem.casefold().startswith(kind.value):
            return kind
    head = head_of(path)

    def most(kind: ExtractKind) -> int:
        own = mappings.get(kind.value, {})
        return max(
            (len(matched(kind, cells(line, one), own)) for _, line in head for one in DELIMITERS),
            default=0,
        )

    return max(ExtractKind, key=most)
