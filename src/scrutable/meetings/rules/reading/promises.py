"""Promises, reports to come and requests in the talk of a meeting."""

import re
from dataclasses import replace

from scrutable.meetings.facts.reading import Certainty
from scrutable.meetings.facts.reading import OutcomeKind as Kind
from scrutable.meetings.rules.reading import specials
from scrutable.meetings.rules.reading.actors import BODY, ROLE, tidy
from scrutable.meetings.rules.reading.clauses import meaning_of
from scrutable.meetings.rules.reading.frames import Meaning
from scrutable.meetings.rules.reading.reporting import (
    ASKED,
    ASKED_BY,
    ASKED_THAT,
    COMING,
    REPORT_ASKED,
    REPORT_COMES,
    REPORT_IS_SAID,
    REPORTISH,
)
from scrutable.meetings.rules.reading.returning import OF_FUTURE
from scrutable.meetings.rules.reading.speech import (
    BODIES,
    PROMISE_TO,
    PROMISED,
    PROMISED_FOR,
    PRONOUNS,
    RULED_OUT,
    SUGGESTED,
    TITLE_REACH,
    UNDERTOOK,
    WHO,
    WHO_BEFORE,
    WHO_FIRST,
    Heard,
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
    asked = PROMISE_TO.match(sentence)
    return (asked["who"], asked["does"]) if asked else None


def promised(rest: str) -> Meaning:
    """Return what "it was agreed that …" promises."""
    found = _who_promises(rest)
    if found is None and REPORT_COMES.search(rest):
        return Meaning(Kind.REPORT_BACK, specials.reporter_of(rest), certainty=Certainty.LIKELY)
    owner = _owner(found[0]) if found else ""
    if not owner:
        to = re.match(r"(?:the )?(.{2,60}?) (?:would|will|should)\b", rest)
        owner = (
            tidy(to[1])
            if to and not HOW_MANY.match(to[1]) and re.search(rf"\b{ROLE}\b", to[1])
            else ""
        )
    return Meaning(Kind.ACTION, owner, certainty=Certainty.LIKELY)


ASKS_ITSELF = re.compile(
    r"\b(?:check|establish|consider|see|find out|clarify|confirm|explore|investigate|look into) "
    r"(?:if|whether|what|how|why)\b"
)

HOW_MANY = re.compile(r"(?:two|three|four|some|several|various) ", re.IGNORECASE)


def _owner(who: str) -> str:
    if HOW_MANY.match(who):
        return ""
    who = AFTER_ANOTHER.sub("", who)
    return "" if who.lower() in PRONOUNS else tidy(who)


AFTER_ANOTHER = re.compile(r"^.{3,60}?(?<!\bof)(?<!\bfor)(?<!\band)(?<!\bto)(?<!,) the (?=[A-Z])")


def reports(heard: Heard) -> Said:
    """Read "a further report would come in June"."""
    sentence = heard.text
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
    owner = _reporting(sentence) or _owner(promise[0] if promise else _who_says(sentence))
    yield Meaning(Kind.REPORT_BACK, owner, certainty=Certainty.LIKELY), True


def _who_says(sentence: str) -> str:
    """Return who tells of the report to come: "The Head of HR advised that a report would …"."""
    said = SAYS.search(sentence)
    found = (
        WHO_BEFORE.search(sentence[max(said.start() - TITLE_REACH, 0) : said.start()])
        if said
        else None
    )
    return found["who"] if found and re.search(rf"\b{ROLE}\b", found["who"]) else ""


SAYS = re.compile(
    r" (?:advised|confirmed|stated|said|explained|indicated|reported|"
    r"undertook|promised) "
)


def _reporting(sentence: str) -> str:
    found = re.search(rf"(?P<who>{WHO}) to report\b", sentence)
    return _owner(found["who"]) if found else specials.reporter_of(sentence)


def promises(heard: Heard) -> Said:
    """Read "the Head of HR would circulate the figures"."""
    sentence = heard.text
    if RULED_OUT.search(ASKS_ITSELF.sub("check", sentence)):
        return
    found = _who_promises(sentence)
    if found is None and PROMISED_FOR.search(sentence):
        yield Meaning(Kind.ACTION, _owner(_who_says(sentence)), certainty=Certainty.LIKELY), True
        return
    if found is None or BODIES.search(found[0]):
        return
    if re.search(rf"\b{ROLE}\b", found[0]) or found[0].lower() in PRONOUNS:
        yield Meaning(Kind.ACTION, _owner(found[0]), certainty=Certainty.LIKELY), True


def requests(heard: Heard) -> Said:
    """Read "Members asked for an update in June", with what stands before the "and"."""
    sentence = heard.text
    if RULED_OUT.search(sentence) or not ASKED_BY.search(sentence):
        return
    if OF_FUTURE.search(sentence):
        if not heard.is_decided:
            yield from _done_before(sentence)
        yield Meaning(Kind.ACTION, certainty=Certainty.LIKELY), True
    elif REPORT_ASKED.search(sentence):
        if not heard.is_decided:
            yield from _done_before(sentence)
        yield Meaning(Kind.REPORT_BACK, certainty=Certainty.LIKELY), True
    elif ASKED_THAT.search(sentence):
        yield Meaning(Kind.ACTION, certainty=Certainty.LIKELY), True
    else:
        yield from _asked_of(sentence, is_decided=heard.is_decided)


def _done_before(sentence: str) -> Said:
    """Read the first half of "noted its programme and requested an update"."""
    done = DONE_BEFORE.match(sentence)
    meaning = meaning_of(f"The Committee {done['verb']} the report") if done else None
    if meaning is not None:
        was_noted = meaning.kind is Kind.NOTE
        yield replace(meaning, certainty=Certainty.LIKELY), was_noted


def _asked_of(sentence: str, *, is_decided: bool) -> Said:
    by = ASKED.search(sentence)
    if by is None or not ASKED_BY.search(sentence[: by.start()] + " "):
        return
    is_of_body = not is_decided and BY_BODY.search(sentence[: by.start()] + " ")
    if is_of_body and re.search(rf"\b{ROLE}\b", by["who"]):
        yield Meaning(Kind.REQUEST, _owner(by["who"]), certainty=Certainty.LIKELY), False
    elif re.search(rf"\b{ROLE}\b", by["who"]):
        yield Meaning(Kind.ACTION, _owner(by["who"]), certainty=Certainty.LIKELY), True


BY_BODY = re.compile(r"\b(?:Committee|Panel|Board|Cabinet|Council|Forum|Executive)\b")

DONE_BEFORE = re.compile(
    rf"(?:{BODY}|[Mm]embers) (?P<verb>noted|accepted|endorsed|approved|agreed|supported|received) "
    r"(?:its|the|their) [\w ]{2,40}(?: and|,)"
)


def suggested(heard: Heard) -> Said:
    """Read "it was suggested that a briefing be held"."""
    sentence = heard.text
    if "uggest" in sentence and SUGGESTED.search(sentence):
        yield Meaning(Kind.SUGGESTION, certainty=Certainty.UNCLEAR), True
