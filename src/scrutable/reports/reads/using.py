"""From a record to the reports that printed it, and figures that have been overtaken since."""

from collections.abc import Mapping

from scrutable.audit.reads import number_at
from scrutable.documents.figures import figures
from scrutable.reports import facts, models
from scrutable.reports.reads.composing import tree
from scrutable.reports.reads.editions import edition, editions, name_of


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

    Found by composing the same report of what is known now. A newer version of a record that
    prints alike, such as a provisional result that was verified, supersedes nothing.
    """
    found = edition(name)
    if not found.is_frozen:
        return []
    now = _printed_now(found)
    then: dict[str, list[facts.FigureUsed]] = {}
    for used in figures_used(name):
        then.setdefault(used.reference, []).append(used)
    pairs = ((found, used, now[ref]) for ref, used in then.items() if ref in now)
    return [figure for figure in (_superseded(*pair) for pair in pairs) if figure is not None]


def all_superseded(contract: str | None = None) -> list[facts.Superseded]:
    """Return the superseded figures of every frozen edition, the newest edition first."""
    frozen = [found for found in editions(contract) if found.is_frozen]
    return [figure for found in frozen for figure in superseded_figures(found.name)]


def _printed_now(found: facts.Edition) -> Mapping[str, list[tuple[int, str]]]:
    """Return version and text of each figure of the report made of what is known now."""
    words = number_at() if found.words_pinned is None else found.words_pinned
    document = tree(found, facts.Pin(known=number_at(), words_known=words))
    printed: dict[str, list[tuple[int, str]]] = {}
    for placed in figures(document):
        cited = placed.figure.citation
        if cited is not None:
            printed.setdefault(cited.reference, []).append((cited.version, placed.figure.text))
    return printed


def _superseded(
    found: facts.Edition, then: list[facts.FigureUsed], now: list[tuple[int, str]]
) -> facts.Superseded | None:
    version, newest = max(used.version for used in then), max(number for number, _ in now)
    texts_then, texts_now = {used.text for used in then}, [text for _, text in now]
    come = [text for text in texts_now if text not in texts_then]
    gone = [used for used in then if used.text not in texts_now]
    if newest <= version or not (come or gone):
        return None
    first = gone[0] if gone else then[0]
    return facts.Superseded(
        edition=found.reference,
        reference=first.reference,
        used_version=version,
        newest_version=newest,
        text_then=first.text,
        text_now=come[0] if come else texts_now[0],
        place=first.place,
    )


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
