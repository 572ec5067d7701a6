"""What stops a report, and the report itself as it stands."""

from dataclasses import dataclass

from scrutable.contracts.compose import Papers
from scrutable.documents import canonical
from scrutable.documents.blocks import Document
from scrutable.reports import facts, models
from scrutable.reports.reads.composing import compose, papers, pin_of
from scrutable.reports.reads.editions import NotFrozen, edition, name_of
from scrutable.reports.rules.checking import check as checked


@dataclass(frozen=True, slots=True)
class Standing:
    """An edition with its papers and its tree, at the numbers it is composed at."""

    edition: facts.Edition
    pin: facts.Pin
    papers: Papers
    document: Document


def standing(name: str, pin: facts.Pin | None = None) -> Standing:
    """Compose the edition at its numbers, or at those given; raises UnknownEdition."""
    found = edition(name)
    at = pin or pin_of(found)
    made_of = papers(found, at)
    return Standing(found, at, made_of, compose(found, made_of))


def check(name: str) -> list[facts.Fault]:
    """Return every fault that stops the report, in the order of its sections."""
    stands = standing(name)
    return list(checked(stands.papers, stands.document))


def document_of(found: facts.Edition) -> Document:
    """Return the edition's tree: as it was frozen, or for a draft as it stands now."""
    return frozen_tree(found.name) if found.is_frozen else standing(found.name).document


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
