"""What was agreed, promised, asked for or lost in the talk of a meeting."""

import re
from collections.abc import Callable
from dataclasses import replace
from datetime import date

from scrutable.meetings.facts.reading import Certainty, Outcome, Wording
from scrutable.meetings.facts.reading import OutcomeKind as Kind
from scrutable.meetings.rules.reading.actors import role_at_start
from scrutable.meetings.rules.reading.clauses import meaning_of
from scrutable.meetings.rules.reading.cold import ONE_WORD
from scrutable.meetings.rules.reading.details import LOOKS_BACK, outcome
from scrutable.meetings.rules.reading.frames import Meaning
from scrutable.meetings.rules.reading.headings import is_moved_in
from scrutable.meetings.rules.reading.hearing import only_hears
from scrutable.meetings.rules.reading.promises import (
    promised,
    promises,
    reports,
    requests,
    suggested,
)
from scrutable.meetings.rules.reading.segments import Segment
from scrutable.meetings.rules.reading.speech import (
    ACTION,
    ACTION_BRACKET,
    ACTION_TO,
    AGREEMENT,
    BODY_DID,
    BY_REFERENCE,
    DEFERRED,
    IT_AGREED,
    MANAGEMENT,
    MINUTES_AGREED,
    MINUTES_REFUSED,
    OTHER_MINUTES_NOTED,
    RULED_OUT,
    WAS_ASSURED,
    WAS_NOTED,
    WORDS,
    Heard,
    Said,
    sentences,
)
from scrutable.meetings.rules.reading.splitting import clauses_of, verbs_together


def talk_outcomes(
    talk: list[tuple[Segment, int]], *, decided: set[int], has_blocks: bool, meeting_on: date | None
) -> list[Outcome]:
    """Return what the talk promises, agrees and asks for; `decided` are items with a decision."""
    found: list[Outcome] = []
    for segment, item in talk:
        is_decided = item in decided or has_blocks
        for start, sentence in sentences(segment.text):
            words = frozenset(WORDS.findall(sentence.lower()))
            for triggers, kind_of in READERS:
                if triggers.isdisjoint(words):
                    continue
                meanings = list(kind_of(Heard(sentence, is_decided=is_decided)))
                if meanings:
                    span = segment.piece.span(start, start + len(sentence))
                    found += _told(sentence, span, meanings, meeting_on)
                    break
    return found


def _told(
    sentence: str,
    span: tuple[int, int],
    meanings: list[tuple[Meaning, bool]],
    meeting_on: date | None,
) -> list[Outcome]:
    """Return the outcomes of one sentence; of several, those that look back have no due day."""
    told = [_spoken(sentence, span, one, meeting_on) for one in meanings]
    if len(told) == 1:
        return told
    return [replace(one, due=None) if one.kind in LOOKS_BACK else one for one in told]


def _spoken(
    sentence: str, span: tuple[int, int], said: tuple[Meaning, bool], meeting_on: date | None
) -> Outcome:
    meaning, in_discussion = said
    found = outcome(sentence, span, meaning, meeting_on, meaning.certainty)
    return replace(found, in_discussion=in_discussion)


def _actions(heard: Heard) -> Said:
    sentence = heard.text
    found = ACTION_BRACKET.search(sentence) or ACTION.search(sentence)
    managed = MANAGEMENT.search(sentence)
    if managed:
        yield Meaning(Kind.ACTION, "Management", certainty=Certainty.LIKELY), True
    elif AGREEMENT.search(sentence):
        yield Meaning(Kind.ACTION, certainty=Certainty.LIKELY), True
    elif found:
        what = found["what"].strip()
        to = ACTION_TO.match(what)
        yield Meaning(Kind.ACTION, role_at_start(to["who"] if to else what)), False


def _minutes(heard: Heard) -> Said:
    sentence = heard.text
    found = MINUTES_AGREED.search(sentence)
    if MINUTES_REFUSED.search(sentence):
        yield Meaning(Kind.REJECT), False
    elif found and not is_moved_in(sentence):
        yield Meaning(Kind.CONFIRM_MINUTES), False
    if OTHER_MINUTES_NOTED.search(sentence):
        yield Meaning(Kind.NOTE), False


def _agreed(heard: Heard) -> Said:
    """Read "it was agreed that the officer would …"."""
    sentence = heard.text
    found = IT_AGREED.search(sentence)
    if found is None:
        return
    rest = sentence[found.end() :].strip()
    if re.search(r"\b(?:would|will|should)\b", rest) or (heard.is_decided and found["how"] == "to"):
        yield promised(rest), True
        return
    meanings = [one for start, end in clauses_of(rest) for one in _all_meanings(rest[start:end])]
    if not heard.is_decided:
        yield from ((one, False) for one in meanings or [Meaning(Kind.AGREE)])
    elif meanings and meanings[0].kind is Kind.ACTION:
        yield meanings[0], True


def _by_reference(heard: Heard) -> Said:
    sentence = heard.text
    found = BY_REFERENCE.search(sentence)
    if found and not heard.is_decided and not RULED_OUT.search(sentence):
        verb = (found["verb"] or found["verb2"]).lower()
        kind = meaning_of(f"the report be {'agreed' if verb == 'carried' else verb}")
        if kind:
            yield Meaning(kind.kind, wording=Wording.BY_REFERENCE), False
        yield from _deferred(heard)


def _deferred(heard: Heard) -> Said:
    sentence = heard.text
    found = DEFERRED.search(sentence)
    if found and not heard.is_decided and found["verb"] != "withdrawn":
        verb = found["verb"].lower().replace("adjourned", "deferred")
        meaning = meaning_of(f"the item be {verb}{sentence[found.end() :]}")
        if meaning:
            is_moved = is_moved_in(sentence) or sentence.startswith(("Moved", "Proposed"))
            owner = "" if is_moved else meaning.owner
            yield replace(meaning, owner=owner, certainty=Certainty.LIKELY), False


def _body_did(heard: Heard) -> Said:
    """Read "Cabinet reviewed and noted the report" where the page shows no other decision."""
    sentence = heard.text
    if heard.is_decided or RULED_OUT.search(sentence):
        return
    for found in BODY_DID.finditer(sentence):
        rest = sentence[found.start("verb") :]
        if not only_hears(rest, found["verb"].lower(), sentence):
            for start, end in clauses_of(rest):
                for meaning in _all_meanings(rest[start:end]):
                    yield replace(meaning, certainty=Certainty.LIKELY), False
            return
    if WAS_ASSURED.match(sentence):
        yield Meaning(Kind.ASSURANCE, certainty=Certainty.LIKELY), False
    else:
        yield from _was_noted(sentence)


def _was_noted(sentence: str) -> Said:
    """Read "The report was noted", and "Noted." alone."""
    was = WAS_NOTED.search(sentence)
    is_alone = ONE_WORD.match(sentence) is not None
    done = sentence.strip(" .").lower() if is_alone else was["verb"] if was else ""
    noted = meaning_of(f"the report be {done}") if done else None
    if noted is not None:
        yield replace(noted, certainty=Certainty.LIKELY), False


def _all_meanings(clause: str) -> list[Meaning]:
    meaning = meaning_of(clause)
    if meaning is None:
        return []
    kinds = verbs_together(clause)
    if meaning.kind not in kinds:
        return [meaning]
    return [replace(meaning, kind=kind) for kind in kinds]


def _triggers(words: str) -> frozenset[str]:
    return frozenset(words.split())


# What to look for, and in which sentences: those that have one of the words.
READERS: tuple[tuple[frozenset[str], Callable[[Heard], Said]], ...] = (
    (_triggers("action actions ap agreement agreements"), _actions),
    (_triggers("minutes minute committees"), _minutes),
    (_triggers("suggest suggested"), suggested),
    (_triggers("agreed decided"), _agreed),
    (_triggers("recommendation recommendations proposal proposals they"), _by_reference),
    (
        _triggers(
            "requested asked called wished sought requests asks wanted noted accepted "
            "endorsed approved agreed "
            "supported received"
        ),
        requests,
    ),
    (
        _triggers(
            "report reports update updates briefing briefings paper papers presentation "
            "presentations back "
            "feedback reported brought presented submitted results findings outcome outcomes"
        ),
        reports,
    ),
    (
        _triggers(
            "would will to undertook agreed offered promised committed confirmed undertaking "
            "commitment"
        ),
        promises,
    ),
    (_triggers("deferred referred adjourned postponed withdrawn"), _deferred),
    (
        _triggers(
            "noted agreed approved endorsed accepted recommended resolved supported received "
            "deferred referred "
            "assured assurance required instructed appointed awarded granted confirmed did "
            "rejected requested reviewed decided authorised delegated "
            "thanked adopted "
            "declined refused"
        ),
        _body_did,
    ),
)
