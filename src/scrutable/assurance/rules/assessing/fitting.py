"""What of an assessment, an answer or a step does not fit its framework and its scope; pure."""

from collections.abc import Collection, Iterator, Mapping

from scrutable.assurance.facts import (
    ORGANISATION,
    Answer,
    Assessment,
    Framework,
    Level,
    Remediation,
    Visibility,
)
from scrutable.assurance.rules.assessing.summarising import given_away
from scrutable.assurance.rules.profiles import in_scope
from scrutable.evidence.facts import RowError
from scrutable.kernel.wording import list_words

OPEN_WORDS = ("title", "assurer", "public_interest", "open_summary")  # what everybody reads
LEVEL_SAID = {
    Level.NOT_ACHIEVED: "not achieved",
    Level.PARTLY: "partly achieved",
    Level.ACHIEVED: "achieved",
}


def assessment_fits(
    of: Assessment,
    frameworks: Mapping[str, Framework],
    systems: Mapping[str, str],
    before: Assessment | None,
    answered: Collection[str],
) -> Iterator[RowError]:
    """Yield what does not fit; `systems` are titles by code, `answered` those with answers."""
    framework = frameworks.get(of.framework)
    if framework is None:
        remedy = f"name {list_words([*frameworks], joint='or')}"
        yield RowError("framework", f"There is no framework {of.framework}", remedy)
    elif of.profile and of.profile not in framework.profiles:
        known = list_words([*framework.profiles], joint="or")
        remedy = f"name {known}" if known else "leave it empty: no profile of it is recorded"
        yield RowError("profile", f"{of.framework} has no profile {of.profile}", remedy)
    elif framework.profiles and not of.profile:
        known = list_words([*framework.profiles], joint="or")
        yield RowError("profile", "The profile is missing", f"name {known}")
    for code in of.systems:
        if code not in systems:
            remedy = "record it among the critical systems first"
            yield RowError("systems", f"There is no critical system {code}", remedy)
    yield from _stays(of, before, answered)
    yield from _stays_closed(of, frameworks, systems)


def _stays(
    of: Assessment, before: Assessment | None, answered: Collection[str]
) -> Iterator[RowError]:
    """Yield what answers that stand would lose."""
    if before is None or not answered:
        return
    if before.framework != of.framework:
        remedy = "begin another assessment by that framework"
        yield RowError("framework", f"Answers stand by {before.framework}", remedy)
    for code in sorted({*answered} - {ORGANISATION, *of.systems}):
        yield RowError("systems", f"Answers stand for {code}", "leave it in the scope")


def _stays_closed(
    of: Assessment, frameworks: Mapping[str, Framework], systems: Mapping[str, str]
) -> Iterator[RowError]:
    if of.visibility is Visibility.OPEN:
        return
    for name in OPEN_WORDS:
        for what, words in given_away(getattr(of, name), frameworks.values(), systems):
            fault = f"It names {what}, “{words}”, and everybody may read it"
            yield RowError(name, fault, "say it without")


def answer_fits(of: Answer, assessment: Assessment, framework: Framework) -> Iterator[RowError]:
    """Yield what does not fit of an answer."""
    if of.system not in (ORGANISATION, *assessment.systems):
        remedy = "choose one of its scope, or add it to the scope"
        yield RowError("system", f"{of.system} is not in the scope of {assessment.code}", remedy)
        return
    outcome = framework.outcome(of.outcome)
    if outcome is None or of.outcome not in in_scope(framework, of.system):
        who = "the organisation" if of.system == ORGANISATION else of.system
        fault = f"{framework.name} does not ask {of.outcome or 'nothing'} of {who}"
        yield RowError("outcome", fault, "choose one of the outcomes that it asks")
        return
    for name in ("level", "assured"):
        level: Level | None = getattr(of, name)
        if level is not None and not outcome.admits(level):
            fault = f"{of.outcome} cannot be {LEVEL_SAID[level]}"
            yield RowError(name, fault, "choose achieved or not achieved")
    if of.assured is not None and not assessment.assurer.strip():
        remedy = f"say first who assures {assessment.code}"
        yield RowError("assured", "The assessment has no assurer", remedy)


def remediation_fits(
    of: Remediation, assessment: Assessment, framework: Framework
) -> Iterator[RowError]:
    """Yield what does not fit of a step."""
    if of.system not in (ORGANISATION, *assessment.systems):
        remedy = "choose one of its scope, or add it to the scope"
        yield RowError("system", f"{of.system} is not in the scope of {assessment.code}", remedy)
        return
    known = in_scope(framework, of.system)
    who = "the organisation" if of.system == ORGANISATION else of.system
    for code in of.outcomes:
        if code not in known:
            fault = f"{framework.name} does not ask {code} of {who}"
            yield RowError("outcomes", fault, "choose among the outcomes that it asks")
