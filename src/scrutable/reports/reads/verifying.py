"""Proof of an edition: made again from its records, compared to the byte; and comparison."""

import hashlib
from collections.abc import Callable, Mapping

from scrutable.contracts.reads.performance import forget
from scrutable.documents import canonical
from scrutable.reports import facts, models
from scrutable.reports.facts import Format, FormatCheck, FormatOutcome
from scrutable.reports.reads import renderers
from scrutable.reports.reads.checking import document_of, frozen_json, standing
from scrutable.reports.reads.composing import pin_of
from scrutable.reports.reads.editions import NotFrozen, edition, narrative
from scrutable.reports.reads.rendering import Drawing, drawing_of, rendered, rendition
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
    again = standing(found.name, pin_of(found)).document
    tree = canonical.from_json(stored)
    differences = () if canonical.to_json(again) == stored else comparing.differences(tree, again)
    drawing = drawing_of(found, tree)
    checks = []
    for done, form in enumerate(Format, 1):
        progress(done, STEPS, f"Making again: {FORMAT_WORDS[form]}")
        checks.append(_check(found, form, drawing, versions(form)))
    progress(STEPS, STEPS, "Verified")
    return facts.Verification(
        edition=found.reference,
        known=found.pinned,
        differences=(*_tree_damage(found, stored), *differences),
        formats=tuple(checks),
        composer_changed=_composer_change(found, composer()),
    )


def _check(
    found: facts.Edition, form: Format, drawing: Drawing, now: Mapping[str, str]
) -> FormatCheck:
    row = rendition(found.name, form)
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
