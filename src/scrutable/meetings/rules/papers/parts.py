"""Which parts are written, which expressly say that there is nothing, which are missing; pure."""

import re
from collections.abc import Iterator

from scrutable.meetings.facts import DecisionPaper, Lack, Part, PartState, PartText
from scrutable.meetings.rules.papers.texts import kept_appendices, kept_papers

MAY_BE_NONE = frozenset(
    {
        Part.ALTERNATIVES,
        Part.EQUALITY,
        Part.NEEDS,
        Part.CRIME,
        Part.RESOURCES,
        Part.LOCAL_MEMBER,
        Part.EXECUTIVE_COUNCILLOR,
        Part.SCRUTINY,
        Part.IMPACT,
        Part.APPENDICES,
        Part.BACKGROUND_PAPERS,
    }
)
NONE_NEEDS_REASON = frozenset(
    {Part.ALTERNATIVES, Part.EQUALITY, Part.RESOURCES, Part.EXECUTIVE_COUNCILLOR, Part.IMPACT}
)
NOT_FILLED_IN = "This part is not filled in."
LISTED = frozenset({Part.APPENDICES, Part.BACKGROUND_PAPERS})
_YES_OR_NO = re.compile(r"\W*(yes|no)\b", re.IGNORECASE)
_YES = re.compile(r"\W*yes\b", re.IGNORECASE)
_LEAST_OF_NO = 4  # words: "No" alone says not why


def state_of(paper: DecisionPaper, part: Part) -> PartState:
    """Return whether the part is written, expressly none or still missing."""
    said = paper.parts.get(part)
    if _listed(paper, part):
        return PartState.WRITTEN
    if said is not None and said.none:
        return PartState.NONE
    if part is Part.EQUALITY:
        return PartState.WRITTEN if len(paper.equality) == _EVERY else PartState.MISSING
    if part in LISTED:
        return PartState.MISSING
    return PartState.WRITTEN if said is not None and said.is_filled else PartState.MISSING


_EVERY = 9  # protected characteristics


def unfilled(paper: DecisionPaper) -> Iterator[Lack]:
    """Yield the parts that are not filled in, and those that say “none” where they may not."""
    for part in Part:
        said = paper.parts.get(part)
        if said is not None and said.none:
            yield from _none(said)
        elif part is not Part.EQUALITY and state_of(paper, part) is PartState.MISSING:
            yield Lack(part.value, NOT_FILLED_IN, _remedy(part))


def _none(said: PartText) -> Iterator[Lack]:
    if said.part not in MAY_BE_NONE:
        fault = "This part says that there is nothing to say, and it must say something."
        yield Lack(said.part.value, fault, "Write it.")
    elif said.part in NONE_NEEDS_REASON and not said.text.strip():
        fault = "This part says that there is nothing to say, and not why."
        yield Lack(said.part.value, fault, "Give the reason in a sentence.")


def _remedy(part: Part) -> str:
    if part in LISTED:
        return "Add them, or state expressly that there are none."
    if part in MAY_BE_NONE:
        return "Write it, or state expressly that there is nothing to say."
    return "Write it."


def at_odds(paper: DecisionPaper) -> Iterator[Lack]:
    """Yield the parts that contradict themselves or one another."""
    for part in sorted(LISTED):
        said = paper.parts.get(part)
        if said is not None and said.none and _listed(paper, part):
            fault = "It is stated that there are none, and some are listed."
            yield Lack(part.value, fault, "Take back the statement, or remove what is listed.")
    yield from _impact(paper)


def _listed(paper: DecisionPaper, part: Part) -> bool:
    if part is Part.APPENDICES:
        return bool(kept_appendices(paper))
    return part is Part.BACKGROUND_PAPERS and bool(kept_papers(paper))


def _impact(paper: DecisionPaper) -> Iterator[Lack]:
    """Yield what is odd about whether risks and impact were analysed, and what came of it."""
    done, outcome = paper.parts.get(Part.IMPACT_DONE), paper.parts.get(Part.IMPACT)
    if done is None or not done.text.strip():
        return
    if not _YES_OR_NO.match(done.text):
        fault = "It does not say whether risks and impact were analysed."
        yield Lack(Part.IMPACT_DONE.value, fault, "Begin with “Yes” or “No”.")
    elif not _YES.match(done.text) and len(done.text.split()) < _LEAST_OF_NO:
        fault = "It says that risks and impact were not analysed, and not why."
        yield Lack(Part.IMPACT_DONE.value, fault, "Give the reason after “No”.")
    elif _YES.match(done.text) and outcome is not None and outcome.none:
        fault = "Risks and impact were analysed, and the analysis is said to be none."
        yield Lack(Part.IMPACT.value, fault, "Say what the analysis found, or where it is.")
