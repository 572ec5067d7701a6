"""What scrutiny recommended and how it was answered, as pages show it; pure."""

from collections.abc import Mapping, Sequence
from datetime import date

from scrutable.audit.presenters import event_cell
from scrutable.govuk.facts import Cell, Column, Row, Table, Tag, Term
from scrutable.govuk.presenters import day_cell
from scrutable.kernel.wording import capital, count_words, date_words, days_words, number_words
from scrutable.meetings.facts import Answer, Commitment, Recommendation, RecommendationState
from scrutable.meetings.presenters.addresses import (
    commitment_address,
    meeting_address,
    recommendation_address,
    reference_address,
    trace_address,
)
from scrutable.meetings.presenters.powers.words import (
    ANSWER_WORDS,
    RECOMMENDATION_TAGS,
)
from scrutable.meetings.presenters.references import reference_words
from scrutable.meetings.rules.powers import answer_due, state_of_recommendation

STATES = tuple(RECOMMENDATION_TAGS)  # in the order in which lists show them
ANSWER_COLOURS = {
    Answer.ACCEPTED: ("green", "●"),
    Answer.ACCEPTED_IN_PART: ("yellow", "▲"),
    Answer.REJECTED: ("red", "■"),
}


def title(recommendations: Sequence[Recommendation], as_at: date) -> str:
    """Return the finding: which answers are overdue, else which are awaited."""
    states = [state_of_recommendation(one, as_at) for one in recommendations]
    if not states:
        return "Scrutiny has recommended nothing to the executive"
    overdue = states.count(RecommendationState.OVERDUE)
    if overdue:
        noun, verb = ("answer", "is") if overdue == 1 else ("answers", "are")
        return f"{capital(number_words(overdue))} {noun} to scrutiny {verb} overdue"
    awaited = states.count(RecommendationState.AWAITED)
    if awaited:
        verb = "is" if awaited == 1 else "are"
        return f"No answer is overdue, and {number_words(awaited)} {verb} awaited"
    return "No answer to scrutiny is awaited or overdue"


def tags(one: Recommendation, as_at: date) -> tuple[Tag, ...]:
    """Return where it stands and, beside it, how it was answered."""
    standing = RECOMMENDATION_TAGS[state_of_recommendation(one, as_at)]
    if one.answer is None or one.answered_on is None or one.answered_on > as_at:
        return (standing,)
    return (Tag(ANSWER_WORDS[one.answer], *ANSWER_COLOURS[one.answer]), standing)


def recommendation_table(
    recommendations: Sequence[Recommendation], names: Mapping[str, str], as_at: date
) -> Table:
    """Return the recommendations: answers overdue first, the newest of each state first."""
    newest = sorted(recommendations, key=lambda one: (one.year, one.number), reverse=True)
    ordered = sorted(newest, key=lambda one: STATES.index(state_of_recommendation(one, as_at)))
    return Table(
        name="recommendations",
        caption="Recommendations and answers",
        columns=(
            Column("recommendation", "What is recommended"),
            Column("state", "State"),
            Column("to", "To"),
            Column("noticed", "Notice received"),
            Column("due", "Answer due"),
            Column("answer", "Answer"),
        ),
        rows=tuple(_row(one, names, as_at) for one in ordered),
        empty=(
            "Scrutiny has recommended nothing yet. What a committee recommends to the executive "
            "stands here with the day its answer is due, the answer and its reasons."
        ),
    )


def _row(one: Recommendation, names: Mapping[str, str], as_at: date) -> Row:
    state = state_of_recommendation(one, as_at)
    return (
        Cell(
            one.text,
            href=recommendation_address(one),
            note=f"{one.code}, by {names.get(one.body, one.body)}",
        ),
        Cell("", tags=tags(one, as_at), order=str(STATES.index(state))),
        Cell(names.get(one.to, one.to)),
        day_cell(one.noticed_on, "No notice given"),
        day_cell(answer_due(one), "Nothing owed"),
        Cell(answer_words(one), note=_answer_days(one)),
    )


def answer_words(one: Recommendation) -> str:
    """Return what was answered: the action, the reasons, or that there is no answer yet."""
    said = [f"{text.rstrip('.')}." for text in (one.action, one.answer_reasons) if text]
    return " ".join(said) or "No answer yet"


def _answer_days(one: Recommendation) -> str:
    if one.answered_on is None:
        return ""
    published = one.answer_published_on
    told = f"published {date_words(published)}" if published else "not published"
    return f"{date_words(one.answered_on)}, {told}"


def one_title(one: Recommendation, names: Mapping[str, str], as_at: date) -> str:
    """Return where the recommendation stands, as a finding."""
    state, due = state_of_recommendation(one, as_at), answer_due(one)
    executive = names.get(one.to, one.to)
    if state is RecommendationState.OVERDUE and due is not None:
        return f"{executive} owed an answer by {date_words(due)}"
    if state is RecommendationState.AWAITED and due is not None:
        return f"{executive} owes an answer by {date_words(due)}"
    if one.answer is not None and state is not RecommendationState.NOT_NOTICED:
        said = f"{executive} {ANSWER_WORDS[one.answer].lower()} what scrutiny recommended"
        unpublished = state is RecommendationState.TO_BE_PUBLISHED
        return f"{said}, but has not published its answer" if unpublished else said
    return "No answer is owed, because no notice was given"


def summary(one: Recommendation, as_at: date) -> str:
    """Return how many days are left or gone, or, where none counts, what was recommended."""
    due = answer_due(one)
    state = state_of_recommendation(one, as_at)
    if due is None or state not in (RecommendationState.OVERDUE, RecommendationState.AWAITED):
        return one.text
    days = (due - as_at).days
    if days < 0:
        return f"That was {count_words(-days, 'day')} ago. The law gives two months: s.9FE."
    return f"That is {days_words(days)}. The law gives two months: s.9FE."


def recommendation_terms(
    one: Recommendation, names: Mapping[str, str], promises: Sequence[Commitment]
) -> tuple[Term, ...]:
    """Return one recommendation line by line, with the commitments that its answer made."""
    due = answer_due(one)
    return (
        Term(label="What is recommended", value=one.text),
        Term(label="By", value=names.get(one.body, one.body)),
        Term(label="To", value=names.get(one.to, one.to)),
        Term(label="Recommended at", value=one.made_in, href=meeting_address(one.made_in)),
        Term(
            label="Minute",
            value=reference_words(one.source_reference) or "None named",
            href=reference_address(one.source_reference),
        ),
        Term(label="Report received", value=_day(one.received_on, "Not recorded")),
        Term(label="Notice received", value=_day(one.noticed_on, "No notice given")),
        Term(label="Report published", value=_day(one.published_on, "Not published")),
        Term(label="Answer due", value=_day(due, "Nothing is owed without a notice")),
        Term(label="Answer", value=ANSWER_WORDS[one.answer] if one.answer else "No answer yet"),
        Term(label="Answered", value=_day(one.answered_on, "Not answered")),
        Term(label="Reasons", value=one.answer_reasons or "None given"),
        Term(label="Action proposed", value=one.action or "None proposed"),
        Term(label="Answer published", value=_day(one.answer_published_on, "Not published")),
        *(
            Term(
                label="Commitment",
                value=f"{promise.code}: {promise.text}",
                href=commitment_address(promise.code),
            )
            for promise in promises
        ),
        Term(label="Recorded", value=f"Event {one.version}", href=trace_address(one.reference)),
    )


def _day(day: date | None, none: str) -> str:
    return date_words(day) if day else none


def version_table(versions: Sequence[Recommendation]) -> Table:
    """Return what was recorded of one recommendation, newest first."""
    return Table(
        name="versions",
        caption="What was recorded when",
        columns=(
            Column("version", "Version"),
            Column("text", "What is recommended"),
            Column("noticed", "Notice received"),
            Column("answer", "Answer"),
            Column("answered", "Answered"),
            Column("published", "Answer published"),
        ),
        rows=tuple(
            (
                event_cell(one.version),
                Cell(one.text),
                day_cell(one.noticed_on, "No notice given"),
                Cell(
                    ANSWER_WORDS[one.answer] if one.answer else "No answer yet",
                    note=one.answer_reasons or one.action,
                ),
                day_cell(one.answered_on, "Not answered"),
                day_cell(one.answer_published_on, "Not published"),
            )
            for one in reversed(versions)
        ),
        empty="Nothing has been recorded yet.",
    )
