"""From a record to the reports that printed it, and figures that have been overtaken since."""

from collections.abc import Mapping
from functools import lru_cache

from scrutable.audit.reads import number_at, seal_of_event
from scrutable.documents.figures import PlacedFigure, figures, undated
from scrutable.reports import facts, models
from scrutable.reports.reads.composing import pin_of, tree
from scrutable.reports.reads.editions import edition, editions, name_of

NOT_THERE = "Not printed any more"


def figures_used(name: str) -> list[facts.FigureUsed]:
    """Return the figures that a frozen edition printed, in reading order; none for a draft."""
    rows = models.FigureUsed.objects.filter(edition=name_of(name)).order_by("order")
    return [_figure(row) for row in rows]


def used_by(reference: str) -> list[facts.Use]:
    """Return the frozen editions that printed the record, the newest first.

    It is superseded where the same report would print it otherwise from what is known now.
    """
    rows = models.FigureUsed.objects.filter(reference=reference).order_by("-event", "version")
    versions = {row.edition: row.version for row in rows}
    return [_use(edition(name), reference, version) for name, version in versions.items()]


def _use(found: facts.Edition, reference: str, version: int) -> facts.Use:
    overtaken = {figure.reference for figure in superseded_figures(found.name)}
    return facts.Use(
        edition=found.reference,
        title=found.title,
        version=version,
        is_superseded=reference in overtaken,
    )


def superseded_figures(name: str) -> list[facts.Superseded]:
    """Return the figures of a frozen edition that would be printed otherwise now.

    The same report is composed twice, at the edition's own number and of what is known now, so
    that a later way of composing supersedes nothing; neither does a newer version of a record
    that prints alike, such as a provisional result that was verified. Kept by each process until
    the next event.
    """
    found = edition(name)
    if not found.is_frozen:
        return []
    number = number_at()
    return list(_superseded_at(found, number, seal_of_event(number) or ""))


@lru_cache(maxsize=256)
def _superseded_at(found: facts.Edition, number: int, _seal: str) -> tuple[facts.Superseded, ...]:
    pin = pin_of(found)
    then = _printed_then(found, pin, seal_of_event(pin.known) or "")
    now = _printed(found, facts.Pin(known=number, words_known=pin.words_known))
    both = ((reference, then[reference], now[reference]) for reference in then if reference in now)
    overtaken = (_superseded(found, *each) for each in both)
    return tuple(figure for figure in overtaken if figure is not None)


@lru_cache(maxsize=64)
def _printed_then(
    found: facts.Edition, pin: facts.Pin, _seal: str
) -> Mapping[str, list[PlacedFigure]]:
    """Return what the edition printed as composed today at its own numbers; no event changes it."""
    return _printed(found, pin)


def all_superseded(about: str | None = None) -> list[facts.Superseded]:
    """Return the superseded figures of every frozen edition, the newest edition first."""
    frozen = [found for found in editions(about) if found.is_frozen]
    return [figure for found in frozen for figure in superseded_figures(found.name)]


def _printed(found: facts.Edition, pin: facts.Pin) -> Mapping[str, list[PlacedFigure]]:
    """Return the figures of the report as composed at the numbers, by reference."""
    printed: dict[str, list[PlacedFigure]] = {}
    for placed in figures(tree(found, pin)):
        if placed.figure.citation is not None:
            printed.setdefault(placed.figure.citation.reference, []).append(placed)
    return printed


def _superseded(
    found: facts.Edition, reference: str, then: list[PlacedFigure], now: list[PlacedFigure]
) -> facts.Superseded | None:
    version, newest = _version(then), _version(now)
    texts_then = {placed.figure.text for placed in then}
    texts_now = {placed.figure.text for placed in now}
    if newest <= version or texts_then == texts_now:
        return None
    gone, come = _same_figure(then, now) or (
        next((placed for placed in then if placed.figure.text not in texts_now), then[0]),
        None,
    )
    return facts.Superseded(
        edition=found.reference,
        reference=reference,
        used_version=version,
        newest_version=newest,
        text_then=gone.figure.text,
        text_now=come.figure.text if come else NOT_THERE,
        place=gone.place,
    )


def _same_figure(
    then: list[PlacedFigure], now: list[PlacedFigure]
) -> tuple[PlacedFigure, PlacedFigure] | None:
    """Return the first figure that is printed otherwise: like with like, else in its section."""
    alike = {(one.section, undated(one.label)): one for one in reversed(now)}
    for one in then:
        other = alike.get((one.section, undated(one.label)))
        if other is not None and other.figure.text != one.figure.text:
            return one, other
    texts = {one.figure.text for one in then} & {one.figure.text for one in now}
    gone = (one for one in then if one.figure.text not in texts)
    come = [one for one in now if one.figure.text not in texts]
    return next(((a, b) for a in gone for b in come if a.section == b.section), None)


def _version(printed: list[PlacedFigure]) -> int:
    return max(placed.figure.citation.version for placed in printed if placed.figure.citation)


def _figure(row: models.FigureUsed) -> facts.FigureUsed:
    return facts.FigureUsed(
        edition=row.edition,
        reference=row.reference,
        version=row.version,
        text=row.text,
        place=row.place,
        section=row.section,
        period=row.period,
    )
