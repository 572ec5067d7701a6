"""The road of what bodies met about, decided and promised, and back from its answer; pure."""

from collections.abc import Iterator
from datetime import date

from scrutable.evidence.facts import file_reference
from scrutable.kernel.wording import capital, count_words, date_words
from scrutable.meetings.facts import (
    Commitment,
    CommitmentState,
    Delegation,
    Limb,
    Minutes,
    Recommendation,
)
from scrutable.meetings.presenters.promises_words import STATE_WORDS, due_words, owner_words
from scrutable.meetings.rules.promises import due_of, owner_of, standing
from scrutable.overview.facts import Deliberated, Evidence, Layer, Step, TextExcerpt
from scrutable.overview.presenters import meeting_steps as told
from scrutable.overview.presenters import steps as making
from scrutable.overview.presenters.roads import MOST_STEPS, RECORD, Road

AROUND = 160  # letters of the text before and after
MOST_OF_A_KIND = 12
RECORD_LAYERS = {
    "meeting": Layer.MEETING,
    "item": Layer.MEETING,
    "minutes": Layer.MINUTES,
    "limb": Layer.LIMB,
    "question": Layer.LIMB,
    "decision": Layer.DECISION,
    "commitment": Layer.OUTCOME,
    "delegation": Layer.OUTCOME,
    "recommendation": Layer.OUTCOME,
}


def record_layer(evidence: Evidence) -> Layer:
    """Return where the record itself stands: what came of no decision before its reports."""
    layer = RECORD_LAYERS.get(evidence.reference.partition("/")[0], Layer.RECORD)
    found = evidence.deliberated
    has_decision = found is not None and bool(found.records)
    return Layer.RECORD if layer is Layer.OUTCOME and not has_decision else layer


def lay_deliberated(road: Road, evidence: Evidence) -> None:
    """Lay meeting, minutes and limbs, decisions and their reports, promises and answers."""
    found = evidence.deliberated
    if found is None:
        return
    for stored in evidence.files.values():
        road.lay(making.file_step(stored, "The minutes as they were received"))
    others = [step for step in _steps(found) if step.reference != evidence.reference]
    room = MOST_STEPS // 2 - len(road.steps)
    shown = others if len(others) <= room else others[: room - 1]
    road.lay(*shown)
    if left := len(others) - len(shown):
        said = "Listed on the record’s own page"
        title = count_words(left, "more record")
        road.lay(Step(key="more-of-meetings", layer=Layer.OUTCOME, title=title, said=said))
    for start, end, words in _joins(found):
        road.join(_key(evidence, start), _key(evidence, end), words)


def _key(evidence: Evidence, reference: str) -> str:
    return RECORD if reference == evidence.reference else reference


def _steps(found: Deliberated) -> Iterator[Step]:
    """Yield every step in the order of the road; the record itself is among them."""
    if found.meeting:
        yield told.meeting_step(found.meeting)
    yield from map(told.item_step, found.items[:MOST_OF_A_KIND])
    yield from map(told.minutes_step, found.minutes[:MOST_OF_A_KIND])
    yield from map(told.limb_step, found.limbs[:MOST_OF_A_KIND])
    yield from map(told.question_step, found.questions)
    yield from map(told.figure_step, found.restated[:MOST_OF_A_KIND])
    answers = _answers(found)
    for edition in found.editions:
        yield told.edition_step(edition, is_answer=edition.reference in answers)
    yield from map(told.decision_step, found.records[:MOST_OF_A_KIND])
    yield from map(told.commitment_step, found.commitments[:MOST_OF_A_KIND])
    yield from map(told.delegation_step, found.delegations[:MOST_OF_A_KIND])
    yield from map(told.recommendation_step, found.recommendations[:MOST_OF_A_KIND])


def _answers(found: Deliberated) -> set[str]:
    """Return the references of the editions that answered a promise."""
    return {step.paper for one in found.commitments for step in one.steps if step.paper}


def _joins(found: Deliberated) -> Iterator[tuple[str, str, str]]:
    meeting = found.meeting.reference if found.meeting else ""
    for item in found.items:
        yield meeting, item.reference, "had on its agenda"
        yield item.paper, item.reference, "was put to"
    for minutes in found.minutes:
        yield meeting, minutes.reference, "is minuted in"
        yield file_reference(minutes.file), minutes.reference, "was read as"
    for limb in found.limbs:
        yield f"minutes/{limb.minutes}", limb.reference, "say"
    for question in found.questions:
        yield meeting, question.reference, "heard"
        yield question.reference, f"commitment/{question.commitment}", "was answered by"
    for one in found.restated:
        yield one.figure.reference, one.figure.edition, "was printed in"
    for record in found.records:
        for name in found.taken_on.get(record.code, ()):
            yield f"edition/{name}", record.reference, "was relied on by"
        yield record.item, record.reference, "led to"
        yield meeting, record.reference, "saw the making of"
    yield from _outcomes(found)


def _outcomes(found: Deliberated) -> Iterator[tuple[str, str, str]]:
    outcomes: list[Commitment | Delegation | Recommendation] = [
        *found.commitments,
        *found.delegations,
        *found.recommendations,
    ]
    for made in outcomes:
        yield made.source_reference, made.reference, "was made into"
    for commitment in found.commitments:
        for step in commitment.steps:
            if step.paper:
                yield commitment.reference, step.paper, "was answered in"


def text_excerpts(evidence: Evidence) -> list[TextExcerpt]:
    """Return the words around each limb that the record came from; none that are not open."""
    found = evidence.deliberated
    if found is None:
        return []
    texts = {one.code: one for one in found.minutes if one.text}
    return [
        _cut(texts[limb.minutes], limb)
        for limb in found.limbs[:MOST_OF_A_KIND]
        if limb.minutes in texts
    ]


def _cut(minutes: Minutes, limb: Limb) -> TextExcerpt:
    first, last = limb.outcome.span
    text = minutes.text
    before, after = text[max(0, first - AROUND) : first], text[last : last + AROUND]
    if first > AROUND:
        before = f"… {before.partition(' ')[2]}"
    if last + AROUND < len(text):
        after = f"{after.rpartition(' ')[0]} …"
    return TextExcerpt(
        file_name=minutes.name,
        place=told.characters(limb.outcome.span),
        before=before,
        words=text[first:last],
        after=after,
    )


def deliberated_words(evidence: Evidence) -> str:
    """Return how the record stands, without a full stop."""
    found = evidence.deliberated
    kind = evidence.reference.partition("/")[0]
    if found is None:
        return ""
    if kind == "commitment":
        return _promise_words(found.commitments[0])
    if kind == "decision" and found.records:
        said = told.decision_step(found.records[0]).said
        taken = count_words(len(found.editions), "report")
        return f"{said}, on {taken}" if found.editions else said
    if kind == "decision":
        return "Not decided yet"
    if kind == "limb":
        return capital(found.limbs[0].outcome.kind.value.replace("-", " "))
    counted = (
        (len(found.limbs), "tracked resolution"),
        (len(found.records), "decision"),
        (len(found.commitments), "commitment"),
        (len(found.delegations), "delegation"),
    )
    came = [count_words(number, words) for number, words in counted if number]
    return ", ".join(came) or "Nothing came of it yet"


def _promise_words(one: Commitment) -> str:
    """Return how a promise stands after all that is recorded of it."""
    stands = standing(one, date.max)
    if stands.state in (CommitmentState.OPEN, CommitmentState.NO_DATE, CommitmentState.OVERDUE):
        return f"{capital(owner_words(owner_of(one)))} owes it, due {due_words(due_of(one))}"
    return f"{STATE_WORDS[stands.state]} on {date_words(stands.since)}"
