"""How two documents differ, figure by figure, by the references they rest on; pure."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from scrutable.documents.blocks import Block, Cell, Chart, Document, Heading, Paragraph, Table
from scrutable.documents.figures import figures
from scrutable.documents.numbering import number
from scrutable.documents.pieces import words_of
from scrutable.documents.plain import render_plain
from scrutable.reports.facts import Comparison, Difference

NOTHING = "Not printed"


@dataclass(slots=True)
class _Printed:
    """What a document prints of one record."""

    version: int
    place: str
    texts: list[str] = field(default_factory=list)

    @property
    def words(self) -> str:
        return "; ".join(dict.fromkeys(self.texts))


def compare(
    before: Document,
    after: Document,
    *,
    written_before: Mapping[str, str],
    written_after: Mapping[str, str],
) -> Comparison:
    """Return figures changed, new and gone, statuses changed, commentary changed."""
    changed, new, gone = _figures(before, after)
    return Comparison(
        changed=changed,
        new=new,
        gone=gone,
        statuses=tuple(_statuses(before, after)),
        narrative=tuple(_narrative(written_before, written_after)),
    )


def differences(stored: Document, recomposed: Document) -> tuple[Difference, ...]:
    """Return every difference between a stored tree and the same made again, by reference.

    A difference that rests on no record (a heading, a sentence) is named by its place.
    """
    if stored == recomposed:
        return ()
    changed, new, gone = _figures(stored, recomposed)
    found = (*changed, *new, *gone, *_blocks(stored, recomposed))
    return found or (_unplaced(stored, recomposed),)


Found = tuple[Difference, ...]


def _figures(before: Document, after: Document) -> tuple[Found, Found, Found]:
    """Return the figures that changed, that only the later has, that only the earlier has."""
    old, new = _printed(before), _printed(after)
    both = [name for name in old if name in new and _differs(old[name], new[name])]
    return (
        tuple(_changed(name, old[name], new[name]) for name in both),
        tuple(_only(name, new[name], is_new=True) for name in new if name not in old),
        tuple(_only(name, old[name], is_new=False) for name in old if name not in new),
    )


def _printed(document: Document) -> dict[str, _Printed]:
    printed: dict[str, _Printed] = {}
    for placed in figures(document):
        cited = placed.figure.citation
        if cited is None:
            continue
        entry = printed.setdefault(cited.reference, _Printed(cited.version, placed.place))
        entry.version = max(entry.version, cited.version)
        entry.texts.append(placed.figure.text)
    return printed


def _differs(before: _Printed, after: _Printed) -> bool:
    return before.version != after.version or set(before.texts) != set(after.texts)


def _changed(reference: str, before: _Printed, after: _Printed) -> Difference:
    """Return the texts that only one side has; the versions where the texts are the same."""
    gone = [text for text in dict.fromkeys(before.texts) if text not in after.texts]
    come = [text for text in dict.fromkeys(after.texts) if text not in before.texts]
    if not gone and not come:
        return Difference(
            reference=reference,
            what="another version of the record, printed alike",
            before=f"version {before.version}",
            after=f"version {after.version}",
            place=after.place,
        )
    return Difference(
        reference=reference,
        what="figure changed",
        before="; ".join(gone) or before.words,
        after="; ".join(come) or after.words,
        place=after.place,
    )


def _only(reference: str, printed: _Printed, *, is_new: bool) -> Difference:
    return Difference(
        reference=reference,
        what="figure new" if is_new else "figure gone",
        before=NOTHING if is_new else printed.words,
        after=printed.words if is_new else NOTHING,
        place=printed.place,
    )


def _statuses(before: Document, after: Document) -> Iterator[Difference]:
    """Yield each KPI whose status in its latest month differs between the two papers."""
    old, new = _latest_statuses(before), _latest_statuses(after)
    for reference, (month, status) in new.items():
        then = old.get(reference)
        if then is not None and then[1] != status:
            yield Difference(
                reference=reference,
                what="status changed",
                before=f"{then[1]} ({then[0]})",
                after=f"{status} ({month})",
            )


def _latest_statuses(document: Document) -> dict[str, tuple[str, str]]:
    """Return for each KPI the last month that the paper prints a status of, and the status."""
    latest: dict[str, tuple[str, str]] = {}
    for cell in _cells(document):
        parts = cell.citation.reference.split("/") if cell.citation else []
        if len(parts) != 4 or parts[0] != "kpi" or not cell.tags:
            continue
        kpi, month = "/".join(parts[:3]), parts[3]
        if kpi not in latest or month >= latest[kpi][0]:
            latest[kpi] = (month, ", ".join(tag.word for tag in cell.tags))
    return latest


def _cells(document: Document) -> Iterator[Cell]:
    for block in document.blocks:
        table = block.table if isinstance(block, Chart) else block
        if isinstance(table, Table):
            for row in table.rows:
                yield from row


def _narrative(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[Difference]:
    for section in dict.fromkeys([*before, *after]):
        old, new = before.get(section, "").strip(), after.get(section, "").strip()
        if old != new:
            yield Difference(
                reference=section,
                what="commentary changed",
                before=old or "No commentary",
                after=new or "No commentary",
            )


def _blocks(stored: Document, recomposed: Document) -> Iterator[Difference]:
    """Yield each heading and paragraph that only one of the two has."""
    old, new = _sentences(stored), _sentences(recomposed)
    for text in _missing(old, new):
        yield Difference(
            reference=stored.reference,
            what="text gone",
            before=text,
            after=NOTHING,
            place=old[text],
        )
    for text in _missing(new, old):
        yield Difference(
            reference=stored.reference, what="text new", before=NOTHING, after=text, place=new[text]
        )


def _missing(these: Iterable[str], those: Iterable[str]) -> list[str]:
    known = set(those)
    return [text for text in these if text not in known]


def _sentences(document: Document) -> dict[str, str]:
    found: dict[str, str] = {}
    for numbered in number(document):
        text = _said(numbered.block)
        if text:
            place = f"section {numbered.chapter}" if numbered.chapter else "the cover"
            found.setdefault(text, place)
    return found


def _said(block: Block) -> str:
    if isinstance(block, Heading):
        return block.text
    return words_of(block.runs) if isinstance(block, Paragraph) else ""


def _unplaced(stored: Document, recomposed: Document) -> Difference:
    """Return the first line that differs, where neither figures nor sentences do."""
    old, new = render_plain(stored).splitlines(), render_plain(recomposed).splitlines()
    pairs = zip(old, new, strict=False)
    first = next((pair for pair in pairs if pair[0] != pair[1]), ("the layout", "the layout"))
    return Difference(
        reference=stored.reference, what="printed otherwise", before=first[0], after=first[1]
    )
