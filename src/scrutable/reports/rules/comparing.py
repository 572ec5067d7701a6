"""How two documents differ: figures restated, statuses, other figures, commentary; pure."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from scrutable.documents.blocks import Block, Cell, Chart, Document, Heading, Paragraph, Table
from scrutable.documents.numbering import number
from scrutable.documents.pieces import words_of
from scrutable.documents.plain import render_plain
from scrutable.kernel.periods import Month
from scrutable.kernel.wording import capital
from scrutable.reports.facts import Comparison, Difference
from scrutable.reports.rules.pairing import NOTHING, is_derived, is_restated, names, pair


def compare(
    before: Document,
    after: Document,
    *,
    written_before: Mapping[str, str],
    written_after: Mapping[str, str],
) -> Comparison:
    """Return figures restated, changed, derived, new and gone, statuses and commentary changed."""
    paired, called = pair(before, after), names(before, after)
    restated = [
        _named(one, called, "figure restated") for one in paired.changed if is_restated(one)
    ]
    derived = [_named(one, called, "forecast changed") for one in paired.changed if is_derived(one)]
    others = [one for one in paired.changed if not is_restated(one) and not is_derived(one)]
    return Comparison(
        restated=tuple(sorted(restated, key=lambda one: not one.reference.startswith("kpi/"))),
        changed=tuple(_named(one, called, one.what) for one in others),
        derived=tuple(derived),
        new=paired.new,
        gone=paired.gone,
        statuses=tuple(_named(one, called, one.what) for one in _statuses(before, after)),
        narrative=tuple(_narrative(written_before, written_after)),
    )


def _named(one: Difference, called: Mapping[str, str], what: str) -> Difference:
    """Return the difference with a label that a reader needs no table for."""
    kpi = one.reference.rpartition("/")[0]
    label = one.label
    if kpi in called:
        label = f"{called[kpi]}, {one.period}"
    elif one.reference in called and is_derived(one):
        label = f"{called[one.reference]}, forecast for {one.period}"
    elif label.startswith("By "):  # a table named by its section alone
        label = f"{one.section}, b{label[1:]}"
    return replace(one, label=label or called.get(one.reference, ""), what=what)


def differences(stored: Document, recomposed: Document) -> tuple[Difference, ...]:
    """Return every difference between a stored tree and the same made again, by reference.

    A difference that rests on no record (a heading, a sentence) is named by its place.
    """
    if stored == recomposed:
        return ()
    paired = pair(stored, recomposed)
    found = (*paired.changed, *paired.new, *paired.gone, *_blocks(stored, recomposed))
    return found or (_unplaced(stored, recomposed),)


def _statuses(before: Document, after: Document) -> Iterator[Difference]:
    """Yield each KPI whose status in its latest month differs between the two papers."""
    old, new = _latest_statuses(before), _latest_statuses(after)
    for reference, (month, status) in new.items():
        then = old.get(reference)
        if then is not None and then[1] != status:
            yield Difference(
                reference=reference,
                what="status changed",
                before=f"{then[1]}, {Month.parse(then[0]).words}",
                after=f"{status}, {Month.parse(month).words}",
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
                label=capital(section),
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
