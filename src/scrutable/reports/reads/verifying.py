"""Proof of an edition: made again from its records, compared to the byte; and comparison."""

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from scrutable.contracts.reads.performance import forget
from scrutable.documents import canonical
from scrutable.reports import facts, models
from scrutable.reports.facts import Format, FormatCheck, FormatOutcome
from scrutable.reports.reads import renderers
from scrutable.reports.reads.checking import Standing, document_of, frozen_json, standing
from scrutable.reports.reads.composing import compose_exempt, pin_of
from scrutable.reports.reads.editions import NotFrozen, edition, narrative
from scrutable.reports.reads.rendering import (
    Drawing,
    drawing_of,
    exempt_rendition,
    rendered,
    rendition,
)
from scrutable.reports.rules import comparing
from scrutable.reports.rules.titles import FORMAT_WORDS
from scrutable.work.facts import Progress, silent

STEPS = len(Format) + 1


Versions = Callable[[Format], Mapping[str, str]]


def verify(
    name: str,
    progress: Progress = silent,
    *,
    versions: Versions = renderers.versions,
    composer: Callable[[], str] = renderers.composer,
) -> facts.Verification:
    """Make the edition again from the records at its number and compare tree and bytes.

    A format is rendered again only where all that rendered it has the same version still; where
    something has changed since, the outcome names it. `versions` says what renders each format
    now, `composer` what composes. Raises UnknownEdition and NotFrozen.
    """
    found = edition(name)
    if not found.is_frozen or found.pinned is None:
        raise NotFrozen(found.name)
    progress(0, STEPS, "Composing it again from the records")
    stored = frozen_json(found.name)
    forget()  # what this process keeps of earlier answers proves nothing
    stands = standing(found.name, pin_of(found))
    again = stands.document
    tree = canonical.from_json(stored)
    differences = () if canonical.to_json(again) == stored else comparing.differences(tree, again)
    drawing = drawing_of(found, tree)
    checks = []
    for done, form in enumerate(Format, 1):
        progress(done, STEPS, f"Making again: {FORMAT_WORDS[form]}")
        checks.append(_check(rendition(found.name, form), drawing, versions(form)))
    exempt = _exempt_part(stands, versions)
    progress(STEPS, STEPS, "Verified")
    return facts.Verification(
        edition=found.reference,
        known=found.pinned,
        differences=(*_tree_damage(found, stored), *differences, *exempt.differences),
        formats=(*checks, *exempt.formats),
        composer_changed=_composer_change(found, composer()),
    )


@dataclass(frozen=True, slots=True)
class _ExemptPart:
    """What became of the part that is not for the public; nothing where all is open."""

    differences: tuple[facts.Difference, ...] = ()
    formats: tuple[FormatCheck, ...] = ()


def _exempt_part(stands: Standing, versions: Versions) -> _ExemptPart:
    """Make the exempt part again and compare; what differs in it is never told."""
    found = stands.edition
    stored = models.ExemptPart.objects.filter(edition=found.name).first()
    again = compose_exempt(stands.edition, stands.papers)
    if stored is None:
        return _ExemptPart() if again is None else _ExemptPart((_exempt_differs(found),))
    drawing = drawing_of(found, canonical.from_json(stored.tree))
    checks = tuple(
        replace(_check(exempt_rendition(found.name, form), drawing, versions(form)), is_exempt=True)
        for form in Format
    )
    is_whole = hashlib.sha256(stored.tree.encode()).hexdigest() == stored.tree_sha256
    is_same = again is not None and canonical.to_json(again) == stored.tree
    return _ExemptPart(() if is_whole and is_same else (_exempt_differs(found),), checks)


def _exempt_differs(found: facts.Edition) -> facts.Difference:
    return facts.Difference(
        reference=found.reference,
        what="the exempt part is not as it was frozen",
        before="As frozen",
        after="Otherwise",
    )


def _check(
    row: models.Rendition | models.ExemptRendition, drawing: Drawing, now: Mapping[str, str]
) -> FormatCheck:
    form = Format(row.format)
    content = bytes(row.content)
    then: dict[str, str] = dict(row.renderers)
    changed = {
        part: (then.get(part, "none"), now.get(part, "none"))
        for part in sorted({*then, *now})
        if then.get(part) != now.get(part)
    }
    if hashlib.sha256(content).hexdigest() != row.sha256:
        outcome = FormatOutcome.DAMAGED
    elif changed:
        outcome = FormatOutcome.RENDERER_CHANGED
    else:
        same = rendered(drawing, only=form)[form] == content
        outcome = FormatOutcome.SAME if same else FormatOutcome.DIFFERENT
    return FormatCheck(format=form, outcome=outcome, sha256=row.sha256, renderers=changed)


def _tree_damage(found: facts.Edition, stored: str) -> tuple[facts.Difference, ...]:
    kept = models.Frozen.objects.values_list("tree_sha256", flat=True).get(edition=found.name)
    sha256 = hashlib.sha256(stored.encode()).hexdigest()
    if sha256 == kept:
        return ()
    return (
        facts.Difference(
            reference=found.reference,
            what="the stored tree is not the one that was frozen",
            before=kept,
            after=sha256,
        ),
    )


def _composer_change(found: facts.Edition, now: str) -> tuple[str, str] | None:
    then = models.Frozen.objects.values_list("composer", flat=True).get(edition=found.name)
    return None if then == now else (then, now)


def compare(before: str, after: str) -> facts.Comparison:
    """Return how two editions differ, by reference; raises UnknownEdition."""
    first, second = edition(before), edition(after)
    return comparing.compare(
        document_of(first),
        document_of(second),
        written_before=_written(first),
        written_after=_written(second),
    )


def _written(found: facts.Edition) -> dict[str, str]:
    texts = narrative(found.name, pin_of(found).words_known)
    return {section: text.text for section, text in texts.items()}
