"""Promises, reports to come and requests in the talk of a meeting."""

import re

from scrutable.meetings.facts.reading import Certainty
from scrutable.meetings.facts.reading import OutcomeKind as Kind
from scrutable.meetings.rules.reading import specials
from scrutable.meetings.rules.reading.actors import BODY, ROLE, tidy
from scrutable.meetings.rules.reading.clauses import meaning_of
from scrutable.meetings.rules.reading.frames import Meaning
from scrutable.meetings.rules.reading.speech import (
    ASKED,
    ASKED_BY,
    ASKED_THAT,
    BODIES,
    COMING,
    PROMISE_TO,
    PROMISED,
    PRONOUNS,
    REPORT_ASKED,
    REPORT_COMES,
    REPORT_IS_SAID,
    REPORTISH,
    RULED_OUT,
    SUGGESTED,
    TITLE_REACH,
    UNDERTOOK,
    WHO,
    WHO_BEFORE,
    WHO_FIRST,
    Said,
)


def _who_promises(sentence: str) -> tuple[str, str] | None:
    """Return who promises, and to do what: "the Head of HR would circulate the figures"."""
    for pattern in (PROMISED, UNDERTOOK):
        for found in pattern.finditer(sentence):
            before = sentence[max(found.start() - TITLE_REACH, 0) : found.start()]
            who = WHO_BEFORE.search(before)
            if who is None and before.endswith((" and", ", and")):
                who = WHO_FIRST.match(sentence)
            if who:
                return who["who"], found["does"] if pattern is PROMISED else ""
    found = PROMISE_TO.match(sentence)
    return (found["who"], found["does"]) if found else None


def promised(rest: str) -> Meaning:
    found = _who_promises(rest)
    if found is None and REPORT_COMES.search(rest):
        return Meaning(Kind.REPORT_BACK, specials.reporter_of(rest), certainty=Certainty.LIKELY)
    owner = _owner(found[0]) if found else ""
    if not owner:
        to = re.match(r"(?:the )?(.{2,60}?) (?:would|will|should)\b", rest)
        owner = tidy(to[1]) if to and re.search(rf"\b{ROLE}\b", to[1]) else ""
    return Meaning(Kind.ACTION, owner, certainty=Certainty.LIKELY)


def _owner(who: str) -> str:
    return "" if who.lower() in PRONOUNS else tidy(who)


def reports(sentence: str, is_decided: bool) -> Said:
    del is_decided
    if not (REPORTISH.search(sentence) and COMING.search(sentence)) or RULED_OUT.search(sentence):
        return
    if not REPORT_COMES.search(sentence):
        return
    promise = _who_promises(sentence)
    if (
        promise
        and promise[1] in {"report back", "look into", "find out"}
        and not REPORT_IS_SAID.search(sentence)
    ):
        yield Meaning(Kind.ACTION, _owner(promise[0]), certainty=Certainty.LIKELY), True
        return
    owner = _reporting(sentence) or (_owner(promise[0]) if promise else "")
    yield Meaning(Kind.REPORT_BACK, owner, certainty=Certainty.LIKELY), True


def _reporting(sentence: str) -> str:
    found = re.search(rf"(?P<who>{WHO}) to report\b", sentence)
    return _owner(found["who"]) if found else specials.reporter_of(sentence)


def promises(sentence: str, is_decided: bool) -> Said:
    del is_decided
    if RULED_OUT.search(sentence):
        return
    found = _who_promises(sentence)
    if found is None or BODIES.search(found[0]):
        return
    if re.search(rf"\b{ROLE}\b", found[0]) or found[0].lower() in PRONOUNS:
        yield Meaning(Kind.ACTION, _owner(found[0]), certainty=Certainty.LIKELY), True


def requests(sentence: str, is_decided: bool) -> Said:
    if RULED_OUT.search(sentence):
        return
    asked = REPORT_ASKED.search(sentence)
    noted = re.search(
        rf"^(?P<who>{BODY}|[Mm]embers) noted (?:its|the|their) [\w ]{{2,40}}(?: and|,)", sentence
    )
    if noted and asked and not is_decided:
        yield Meaning(Kind.NOTE, certainty=Certainty.LIKELY), True
    accepted = re.search(
        rf"^(?:{BODY}|[Mm]embers) (?P<verb>accepted|endorsed|approved|agreed|supported|"
        rf"received) (?:its|the|their) [\w ]{{2,40}}(?: and|,)",
        sentence,
    )
    if accepted and asked and not is_decided:
        kind = meaning_of(f"The Committee {accepted['verb']} the report")
        if kind:
            yield kind, False
    if asked and ASKED_BY.search(sentence):
        yield Meaning(Kind.REPORT_BACK, certainty=Certainty.LIKELY), True
        return
    if not is_decided or (noted is None and accepted is None):
        by = ASKED.search(sentence)
        if ASKED_THAT.search(sentence) and ASKED_BY.search(sentence):
            yield Meaning(Kind.ACTION, certainty=Certainty.LIKELY), True
        elif (
            by
            and ASKED_BY.search(sentence[: by.start()] + " ")
            and re.search(rf"\b{ROLE}\b", by["who"])
        ):
            yield Meaning(Kind.ACTION, _owner(by["who"]), certainty=Certainty.LIKELY), True


def suggested(sentence: str, is_decided: bool) -> Said:
    del is_decided
    if "uggest" in sentence and SUGGESTED.search(sentence):
        yield Meaning(Kind.SUGGESTION, certainty=Certainty.UNCLEAR), True
