"""A page of minutes, read from its first line to its last."""

import re
from dataclasses import replace
from datetime import date

from scrutable.meetings.facts.reading import Certainty, Outcome, OutcomeKind, Reading, ReadingState
from scrutable.meetings.rules.reading.blocks import Block
from scrutable.meetings.rules.reading.dues import due_in
from scrutable.meetings.rules.reading.headings import CUT
from scrutable.meetings.rules.reading.limbs import outcomes_of
from scrutable.meetings.rules.reading.money import pounds_in
from scrutable.meetings.rules.reading.repeats import without_repeats
from scrutable.meetings.rules.reading.segments import segments
from scrutable.meetings.rules.reading.talk import talk_outcomes
from scrutable.meetings.rules.reading.text import plain
from scrutable.meetings.rules.reading.votes import vote_outcomes
from scrutable.meetings.rules.reading.walking import Page, walk

READER = "rules-5"  # changes whenever the same text may be read otherwise

BROKEN_OFF = re.compile(
    r"(?:(?<![/(.])\b(?:and|the|of|to|a|an|that|in|for|with|by|be|or|is|are|from)|,|\.\.\.|…"
    r"|(?:^|\n)\s*(?:\(?(?:\d{1,2}|[a-z]|[ivx]{2,4})[.)]|•))$",
    re.IGNORECASE,
)


def read(text: str, *, id: str = "", meeting_on: date | None = None) -> Reading:  # noqa: A002  (the name that the interface gives it)
    """Return what the text says was resolved, agreed in discussion or promised."""
    page = plain(text)
    walked = walk(segments(page))
    decided = _decided(walked.blocks, meeting_on)
    if any(found and not block.is_weak for block, found in decided):
        decided = [(block, found) for block, found in decided if not block.is_weak]
    with_limbs = {block.item: block.start for block, found in decided if found}
    resolved = [one for _, found in without_repeats(decided) for one in found]
    spoken = talk_outcomes(
        walked.talk,
        decided=set(with_limbs),
        has_blocks=bool(resolved),
        meeting_on=meeting_on,
    )
    voted = vote_outcomes(walked.heard, decided_after=with_limbs)
    outcomes = _carried_on(_in_order([*resolved, *_beside(voted, spoken), *voted]))
    state = _state(page, walked, outcomes)
    told = tuple(_in_words_of(text, one) for one in outcomes)
    return Reading(id=id, state=state, meeting_on=meeting_on, outcomes=told)


def _in_words_of(text: str, one: Outcome) -> Outcome:
    """Return the outcome, and its limbs, in the words of the text as it was handed in."""
    limbs = tuple(replace(limb, text=_words(text, limb.span)) for limb in one.limbs)
    return replace(one, text=_words(text, one.span), limbs=limbs)


def _words(text: str, span: tuple[int, int]) -> str:
    return " ".join(text[slice(*span)].split())


def _decided(blocks: list[Block], meeting_on: date | None) -> list[tuple[Block, list[Outcome]]]:
    found = []
    for block in blocks:
        certainty = Certainty.LIKELY if block.is_cold else Certainty.CERTAIN
        outcomes = outcomes_of(block.limbs, block.frame, meeting_on, certainty)
        if block.votes:
            outcomes = [replace(one, votes=block.votes) for one in outcomes]
        if block.details and len(outcomes) == 1:
            outcomes = [_detailed(outcomes[0], block.details, meeting_on)]
        if block.owner:
            outcomes = [one if one.owner else replace(one, owner=block.owner) for one in outcomes]
        found.append((block, outcomes))
    return found


def _detailed(one: Outcome, details: str, meeting_on: date | None) -> Outcome:
    """Return the outcome with the sum and the day that the line below it gives."""
    return replace(
        one,
        amount_pounds=one.amount_pounds if one.amount_pounds is not None else pounds_in(details),
        due=one.due or due_in(details, meeting_on),
    )


def _beside(voted: list[Outcome], spoken: list[Outcome]) -> list[Outcome]:
    """Return what was spoken, without the sentences that are already read as votes."""
    spans = [one.span for one in voted]
    return [one for one in spoken if not any(a < one.span[1] and one.span[0] < b for a, b in spans)]


def _in_order(outcomes: list[Outcome]) -> list[Outcome]:
    return sorted(outcomes, key=lambda one: one.span)


def _carried_on(outcomes: list[Outcome]) -> list[Outcome]:
    """Give "Cabinet also recommended …" the body to which it had just recommended."""
    found: list[Outcome] = []
    for one in outcomes:
        before = found[-1] if found else None
        goes_on = (
            before is not None
            and before.kind is one.kind is OutcomeKind.RECOMMEND
            and not one.owner
        )
        found.append(replace(one, owner=before.owner) if goes_on and before else one)
    return found


def _state(page: str, walked: Page, outcomes: list[Outcome]) -> ReadingState:
    resolved = [one for one in outcomes if not one.in_discussion]
    if resolved:
        return ReadingState.CUT if _is_cut(page) else ReadingState.WHOLE
    if walked.has_status:
        return ReadingState.STATUS_ONLY
    if walked.has_proposal:
        return ReadingState.PROPOSALS_ONLY
    return ReadingState.NONE_VISIBLE


def _is_cut(page: str) -> bool:
    end = page.rstrip()
    return bool(CUT.search(page)) or bool(BROKEN_OFF.search(end[-40:]))


__all__ = ["READER", "read"]
