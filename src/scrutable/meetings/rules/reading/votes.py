"""Motions and amendments: what was carried, what was lost, and what the text does not tell."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from scrutable.meetings.facts.reading import Certainty, Outcome
from scrutable.meetings.facts.reading import OutcomeKind as Kind
from scrutable.meetings.rules.reading.ballots import (
    ADOPTION,
    CASTING,
    COUNTED,
    COUNTS,
    DIVIDED,
    FIGURES,
    FIGURES_WITHIN,
    JUST_MOVED,
    LISTED,
    LONGEST,
    MOTION_TEXT,
    NEAR_NOUN,
    NOUN,
    PLAIN_RESULTS,
    RESULT,
    SIDES,
    SURE,
    THAT,
    TRIGGERS,
    VOTE_TAKEN,
    WORDS,
    number_of,
)
from scrutable.meetings.rules.reading.clauses import meaning_of
from scrutable.meetings.rules.reading.details import outcome
from scrutable.meetings.rules.reading.frames import Meaning
from scrutable.meetings.rules.reading.headings import is_moved_in
from scrutable.meetings.rules.reading.segments import Segment
from scrutable.meetings.rules.reading.speech import PROCEDURAL, sentences
from scrutable.meetings.rules.reading.splitting import clauses_of


@dataclass(slots=True)
class Floor:
    """What stands before a meeting: the noun last heard, what was moved, whether it was decided."""

    item: int = 0
    noun: str = "motion"
    moved: str = ""
    motion: str = ""  # what had been moved before the amendment
    open_at: tuple[int, int] | None = None
    open_noun: str = ""
    is_amending: bool = False
    limbs: list[tuple[str, tuple[int, int]]] = field(default_factory=list)  # of what was moved
    counts: dict[str, int] = field(default_factory=dict)  # of a division, by side
    is_listed: bool = False  # "a motion: That this Council", and limbs below
    is_adoption: bool = False  # of a committee's minutes: whatever else is put is an amendment


def vote_outcomes(
    talk: Iterable[tuple[Segment, int]], *, decided_after: dict[int, int]
) -> list[Outcome]:
    """Return the outcomes of votes, but not of a motion whose limbs are resolved below."""
    found: list[Outcome] = []
    floor = Floor()
    for segment, item in talk:
        if item != floor.item:
            _leave_open(found, floor, decided_after)
            floor = Floor(item=item)
        if floor.is_listed and segment.label is not None:
            first = next(sentences(segment.text))[1]
            floor.limbs.append((first, segment.piece.span(0, len(first))))
        is_moved_text = floor.open_at is not None and segment.text.startswith("That ")
        if not is_moved_text and TRIGGERS.isdisjoint(WORDS.findall(segment.text.lower())):
            continue
        for start, sentence in sentences(segment.text):
            if sentence.startswith("("):  # a remark about the page
                continue
            span = segment.piece.span(start, start + len(sentence))
            said = _sentence(sentence, span, floor)
            found += [one for one in said if not _is_told_below(one, decided_after.get(item))]
    _leave_open(found, floor, decided_after)
    return found


def _is_told_below(one: Outcome, decided_at: int | None) -> bool:
    return one.kind not in SURE and decided_at is not None and decided_at > one.span[0]


def _sentence(sentence: str, span: tuple[int, int], floor: Floor) -> list[Outcome]:
    nouns = [noun[0].lower().rstrip("s") for noun in NOUN.finditer(sentence)]
    is_moved = is_moved_in(sentence)
    _hear(sentence, span, floor, nouns, is_moved=is_moved)
    casting = CASTING.search(sentence)
    if casting:
        after = NOUN.search(sentence, casting.end())
        floor.noun = after[0].lower() if after else floor.noun
        return _close(sentence, span, floor, is_won=casting["side"].lower() != "against")
    result = _result(sentence, floor, has_noun=bool(nouns), is_moved=is_moved)
    if result is None:
        return _by_figures(sentence, span, floor)
    before = [noun[0].lower().rstrip("s") for noun in NOUN.finditer(sentence, 0, result.start())]
    if before:
        floor.noun = before[-1]
    return _close(sentence, span, floor, is_won=result["won"] is not None)


def _hear(
    sentence: str, span: tuple[int, int], floor: Floor, nouns: list[str], *, is_moved: bool
) -> None:
    """Keep what is before the meeting: what was moved, and whether it is an amendment."""
    if floor.is_adoption and not is_moved:
        floor.noun = "amendment"
    if is_moved or "amendment" in nouns or "motion" in nouns:
        floor.noun = _noun(nouns, is_moved=is_moved)
    _hear_motion(sentence, floor, is_moved=is_moved)
    if is_moved:
        floor.moved, floor.open_at, floor.open_noun = sentence, span, floor.noun
        floor.is_adoption = bool(ADOPTION.search(sentence))
    elif floor.open_at and sentence.startswith("That "):
        floor.moved += " " + sentence
    if LISTED.search(sentence):
        floor.is_listed, floor.limbs = True, []
    floor.is_amending |= "amendment" in nouns
    if floor.is_amending and floor.open_at is None and VOTE_TAKEN.search(sentence):
        floor.open_at, floor.open_noun = span, "amendment"


def _hear_motion(sentence: str, floor: Floor, *, is_moved: bool) -> None:
    """Keep the words of a motion: under an amendment, and of "Motion: That"."""
    text_of = MOTION_TEXT.search(sentence) if not is_moved and not floor.moved else None
    if text_of:
        floor.moved = sentence[text_of.end() :]
    if is_moved and floor.noun == "amendment" and floor.open_noun != "amendment":
        floor.motion = floor.moved


def _noun(nouns: list[str], *, is_moved: bool) -> str:
    if "amendment" in nouns and (is_moved or nouns[-1] != "motion"):
        return "amendment"
    return nouns[-1] if nouns else "motion"


def _result(sentence: str, floor: Floor, *, has_noun: bool, is_moved: bool) -> re.Match[str] | None:
    """Return the words that tell how a vote went, and not some other use of them."""
    has_count = has_noun or is_moved or bool(COUNTS.search(sentence))
    is_told = has_count or len(sentence.split()) <= FEW_WORDS
    for found in RESULT.finditer(sentence):
        near = sentence[max(found.start() - 90, 0) : found.start()]
        if near.endswith(" be "):
            continue
        word = (found["won"] or found["lost"]).lower()
        if word in PLAIN_RESULTS:
            is_result = _is_of_a_vote(sentence, found, near, is_moved=is_moved or bool(floor.moved))
        elif word == "not agreed":
            is_result = bool(NOUN.search(near)) or is_told
        else:
            is_result = is_told or bool(NEAR_NOUN.search(near))
        if is_result:
            return found
    return None


def _is_of_a_vote(sentence: str, found: re.Match[str], near: str, *, is_moved: bool) -> bool:
    """Test whether "agreed", "passed", "rejected" is said of a motion, not of a report."""
    if is_moved and JUST_MOVED.search(near):
        return True
    goes_on = re.match(r" (?:by|in|at|to|that)\b", sentence[found.end() : found.end() + 12])
    return bool(NEAR_NOUN.search(near)) and not goes_on and "amendment to" not in near


FEW_WORDS = 4


def _close(sentence: str, span: tuple[int, int], floor: Floor, *, is_won: bool) -> list[Outcome]:
    """Return what the vote did, and forget what was moved."""
    if is_won and floor.noun == "motion" and floor.is_listed:
        told = _limbs_carried(floor)
        if told:
            floor.limbs, floor.moved, floor.open_at = [], "", None
            return told
    if floor.noun == "amendment":
        meanings = [Meaning(Kind.AMENDMENT_CARRIED if is_won else Kind.AMENDMENT_LOST)]
    elif is_won:
        meanings = _carried(sentence, floor)
    else:
        meanings = [Meaning(Kind.LOST if floor.noun == "motion" else Kind.REJECT)]
    is_amendment_lost = floor.noun == "amendment" and not is_won
    if floor.open_noun == "amendment" or not is_amendment_lost:
        floor.moved = floor.motion if is_amendment_lost else ""
    floor.open_at = None
    floor.is_amending = False
    floor.counts = {}
    figures = FIGURES.search(sentence[-FIGURES_WITHIN:])
    votes = figures[0].strip(" ,.") if figures else ""
    return [
        replace(outcome("", span, one, None, Certainty.CERTAIN), votes=votes) for one in meanings
    ]


def _limbs_carried(floor: Floor) -> list[Outcome]:
    """Return the limbs of a motion that was carried, where the text lists them."""
    told = [(meaning_of(text), text, span) for text, span in floor.limbs]
    return [outcome(text, span, one, None, Certainty.LIKELY) for one, text, span in told if one]


def _carried(sentence: str, floor: Floor) -> list[Meaning]:
    """Return what a carried motion does, where its words stand in the text."""
    if PROCEDURAL.search(floor.moved) or PROCEDURAL.search(sentence):
        return [Meaning(Kind.PROCEDURAL_CARRIED)]
    if not floor.moved and len(sentence.split()) < FEW_WORDS:
        return [Meaning(Kind.PROCEDURAL_CARRIED)]
    that = THAT.search(floor.moved)
    if that is None:
        return [Meaning(Kind.CARRIED)]
    text = floor.moved[that.start() :][:LONGEST]
    found = [_unowned(meaning_of(text[start:end])) for start, end in clauses_of(text)]
    return [one for one in found if one is not None] or [Meaning(Kind.CARRIED)]


def _unowned(one: Meaning | None) -> Meaning | None:
    """Return it without the body to which a motion refers the matter: often the one that sits."""
    return replace(one, owner="") if one and one.kind is Kind.REFER else one


def _by_figures(sentence: str, span: tuple[int, int], floor: Floor) -> list[Outcome]:
    """Return the result that the figures give where the text is cut before it."""
    for side, count in DIVIDED.findall(sentence):
        floor.counts[side.lower()] = int(count)
    if len(floor.counts) == len(SIDES):
        floor.noun = "amendment"
        won, lost = (floor.counts[side] for side in SIDES)
        return _close(sentence, span, floor, is_won=won > lost) if won != lost else []
    found = COUNTED.search(sentence)
    if found is None or floor.noun != "amendment":
        return []
    yes, no = number_of(found[1]), number_of(found[2])
    if yes is None or no is None or yes == no:
        return []
    told = _close(sentence, span, floor, is_won=yes > no)
    return [replace(one, certainty=Certainty.LIKELY) for one in told]


def _leave_open(found: list[Outcome], floor: Floor, decided_after: dict[int, int]) -> None:
    """Say of what was moved, and neither decided nor resolved, that its result does not show."""
    if floor.open_at is None or (floor.item in decided_after and floor.open_noun != "amendment"):
        return
    kind = Kind.AMENDMENT if floor.open_noun == "amendment" else Kind.MOVED
    found.append(outcome("", floor.open_at, Meaning(kind), None, Certainty.UNCLEAR))
