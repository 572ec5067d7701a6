"""Freezing a report: its tree, its files and every figure in it, for good."""

import dataclasses
import hashlib
from collections.abc import Iterator, Mapping
from datetime import datetime
from typing import Any

from scrutable.audit.writes import change
from scrutable.documents import canonical
from scrutable.documents.blocks import Document
from scrutable.documents.figures import figures
from scrutable.kernel.wording import count_words, london_day
from scrutable.reports import facts, models, reads
from scrutable.reports.reads import renderers
from scrutable.reports.reads.rendering import drawing_of
from scrutable.work.facts import Progress, silent


class AlreadyFrozen(Exception):
    """The edition was frozen before; nothing of it changes any more."""

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} is frozen, and nothing of it changes. Begin a new report.")


class NotFit(Exception):
    """The check found faults, and the report stays a draft until they are mended."""

    def __init__(self, name: str, faults: list[facts.Fault]) -> None:
        self.faults = faults
        them = "it" if len(faults) == 1 else "them"
        said = count_words(len(faults), "fault")
        super().__init__(f"{name} has {said}. Mend {them}, then freeze.")


class ChangedMeanwhile(Exception):
    """Somebody wrote in the report while it was being frozen."""

    def __init__(self, name: str) -> None:
        super().__init__(f"Somebody wrote in {name} while it was being made. Freeze it again.")


def freeze(*, edition: str, by: str, at: datetime, progress: Progress = silent) -> facts.Edition:
    """Freeze the edition as it reads now; raises AlreadyFrozen, NotFit and ChangedMeanwhile.

    It is made before the write lock is taken, from a number that is then pinned; only rows are
    written under the lock.
    """
    draft = reads.edition(edition)
    if draft.is_frozen:
        raise AlreadyFrozen(draft.name)
    issued = dataclasses.replace(draft, dated=london_day(at))
    pin = reads.pin_of(draft)
    progress(0, 0, "Composing and checking")
    made_of = reads.papers(issued, pin)
    document = reads.compose(issued, made_of)
    faults = reads.faults(issued, made_of, document)
    if faults:
        raise NotFit(draft.name, faults)
    drawing = drawing_of(issued, document)
    files = reads.rendered(drawing, progress=progress)
    exempt = _exempt(issued, reads.compose_exempt(issued, made_of), progress)
    progress(0, 0, "Saving")
    made = Made(issued, pin, document, files, drawing.template, exempt)
    _keep(made, by=by, at=at)
    return reads.edition(draft.name)


def _exempt(
    issued: facts.Edition, document: Document | None, progress: Progress
) -> "Exempt | None":
    if document is None:
        return None
    return Exempt(document, reads.rendered(drawing_of(issued, document), progress=progress))


@dataclasses.dataclass(frozen=True, slots=True)
class Exempt:
    """The part of an edition that is not for the public, as it is about to be kept."""

    document: Document
    files: Mapping[facts.Format, bytes]


@dataclasses.dataclass(frozen=True, slots=True)
class Made:
    """An edition as it is about to be kept."""

    edition: facts.Edition
    pin: facts.Pin
    document: Document
    files: Mapping[facts.Format, bytes]
    template: str
    exempt: Exempt | None


def _keep(made: Made, *, by: str, at: datetime) -> None:
    name = made.edition.name
    tree = canonical.to_json(made.document)
    with change(verb="report_frozen", subject=made.edition.reference, by=by, at=at) as now:
        if models.Frozen.objects.filter(edition=name).exists():
            raise AlreadyFrozen(name)
        if reads.KINDS[made.edition.kind].written_since(made.edition, made.pin):
            raise ChangedMeanwhile(name)
        models.Frozen.objects.create(
            edition=name,
            pinned=made.pin.known,
            words_pinned=made.pin.words_known,
            dated=made.edition.dated,
            template=made.template,
            composer=renderers.composer(),
            tree=tree,
            tree_sha256=_sha256(tree.encode()),
            frozen_by=by,
            frozen_at=now.at,
            event=now.number,
        )
        models.Rendition.objects.bulk_create(
            models.Rendition(**columns) for columns in _columns(name, made.files, now.number)
        )
        _keep_figures(made, now.number)
        digests = _digests(made.files)
        now.after = {"known": made.pin.known, "tree": _sha256(tree.encode()), "files": digests}
        if made.exempt is not None:
            now.after |= {"exempt": _keep_exempt(made.exempt, name, now.number)}


def _keep_exempt(exempt: Exempt, name: str, event: int) -> dict[str, object]:
    """Keep the exempt part where no question about the open one finds it."""
    tree = canonical.to_json(exempt.document)
    digest = _sha256(tree.encode())
    models.ExemptPart.objects.create(edition=name, tree=tree, tree_sha256=digest, event=event)
    models.ExemptRendition.objects.bulk_create(
        models.ExemptRendition(**columns) for columns in _columns(name, exempt.files, event)
    )
    return {"tree": digest, "files": _digests(exempt.files)}


def _digests(files: Mapping[facts.Format, bytes]) -> dict[str, str]:
    return {form.value: _sha256(content) for form, content in files.items()}


def _columns(name: str, files: Mapping[facts.Format, bytes], event: int) -> Iterator[Any]:
    """Yield the columns of each file's row."""
    for form, content in files.items():
        yield {
            "edition": name,
            "format": form,
            "content": content,
            "sha256": _sha256(content),
            "renderers": dict(renderers.versions(form)),
            "event": event,
        }


def _keep_figures(made: Made, event: int) -> None:
    models.FigureUsed.objects.bulk_create(
        models.FigureUsed(
            edition=made.edition.name,
            order=order,
            reference=placed.figure.citation.reference,
            version=placed.figure.citation.version,
            text=placed.figure.text,
            place=placed.place,
            section=placed.section,
            period=placed.figure.period or "",
            event=event,
        )
        for order, placed in enumerate(figures(made.document), 1)
        if placed.figure.citation is not None
    )


def _sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
