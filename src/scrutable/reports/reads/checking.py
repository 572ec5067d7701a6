"""What stops a report, and the report itself as it stands."""

import dataclasses
from datetime import date

from scrutable.audit import reads as audit
from scrutable.documents import canonical
from scrutable.documents.blocks import Document
from scrutable.kernel.wording import london_day
from scrutable.reports import facts, models
from scrutable.reports.reads.composing import compose, compose_exempt, faults, papers, pin_of
from scrutable.reports.reads.editions import NotFrozen, edition, name_of
from scrutable.reports.reads.kinds import AnyPapers


@dataclasses.dataclass(frozen=True, slots=True)
class Standing:
    """An edition with its papers and its tree, at the numbers it is composed at."""

    edition: facts.Edition
    pin: facts.Pin
    papers: AnyPapers
    document: Document


def standing(name: str, pin: facts.Pin | None = None) -> Standing:
    """Compose the edition at its numbers, or at those given; raises UnknownEdition."""
    found = edition(name)
    at = pin or pin_of(found)
    if not found.is_frozen:
        found = dataclasses.replace(found, dated=_day_of(found, at))
    made_of = papers(found, at)
    return Standing(found, at, made_of, compose(found, made_of))


def _day_of(draft: facts.Edition, at: facts.Pin) -> date:
    """Return the day that a draft is of: that of the newest event it may tell of."""
    newest = audit.event(max(at.known, at.words_known))
    return max(draft.dated, london_day(newest.at)) if newest else draft.dated


def check(name: str) -> list[facts.Fault]:
    """Return every fault that stops the report, in the order of its sections."""
    stands = standing(name)
    return faults(stands.edition, stands.papers, stands.document)


def document_of(found: facts.Edition) -> Document:
    """Return the edition's tree: as it was frozen, or for a draft as it stands now."""
    return frozen_tree(found.name) if found.is_frozen else standing(found.name).document


def exempt_document_of(found: facts.Edition) -> Document | None:
    """Return the tree of the part that is not for the public, or None where all is open."""
    if not found.is_frozen:
        stands = standing(found.name)
        return compose_exempt(stands.edition, stands.papers)
    kept = models.ExemptPart.objects.filter(edition=found.name).values_list("tree", flat=True)
    text = kept.first()
    return canonical.from_json(text) if text is not None else None


def frozen_tree(name: str) -> Document:
    """Return the tree that was frozen; raises NotFrozen."""
    return canonical.from_json(frozen_json(name))


def frozen_json(name: str) -> str:
    """Return the canonical JSON of the frozen tree; raises NotFrozen."""
    found = models.Frozen.objects.filter(edition=name_of(name)).values_list("tree", flat=True)
    text = found.first()
    if text is None:
        raise NotFrozen(name_of(name))
    return str(text)
