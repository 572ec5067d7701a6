"""One outcome: evidence for it beside evidence against it, and every judgement; pure."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date

from scrutable.govuk.facts import Cell, Column, Row, Table, Term
from scrutable.govuk.presenters import day_cell
from scrutable.kernel.wording import capital, date_words, number_words
from scrutable.portfolio.facts import (
    Bearing,
    OutcomeEvidence,
    OutcomeJudgement,
    OutcomeStanding,
    Transition,
)
from scrutable.portfolio.presenters.outcomes.words import (
    NO_LOOK,
    STATE_TAGS,
    VERDICT_TAGS,
    VERDICT_WORDS,
    outcome_address,
    transition_address,
)
from scrutable.portfolio.presenters.references import source_cell

IsReference = Callable[[str], bool]
EMPTY = {
    Bearing.FOR: "No evidence for it. Add what speaks for it, with where it can be seen.",
    Bearing.AGAINST: "No evidence against it is recorded.",
}
CAPTIONS = {Bearing.FOR: "Evidence for it", Bearing.AGAINST: "Evidence against it"}


def title(one: OutcomeStanding) -> str:
    """Return the finding: the statement and where it stands."""
    return f"{one.outcome.text}: {STATE_TAGS[one.state].word.lower()}"


def summary(one: OutcomeStanding) -> str:
    """Return who judged it last and when, and the evidence that stands."""
    last = one.last
    if last is None:
        return f"Nobody has judged it yet. {speaks(one)}"
    word = VERDICT_WORDS[last.verdict].lower()
    return f"{last.judge} judged it {word} on {date_words(last.on)}. {speaks(one)}"


def speaks(one: OutcomeStanding) -> str:
    """Return how many pieces of evidence stand for it and against it."""
    speaking, against = len(one.speaking_for), len(one.speaking_against)
    head = "No evidence speaks" if not speaking else f"{capital(_pieces(speaking))} for it"
    rest = number_words(against) if against else "none"
    return f"{head}{'' if speaking else ' for it'} and {rest} against it."


def _pieces(number: int) -> str:
    said = "piece of evidence speaks" if number == 1 else "pieces of evidence speak"
    return f"{number_words(number)} {said}"


def terms(one: OutcomeStanding, transition: Transition, as_at: date) -> tuple[Term, ...]:
    """Return what the outcome is, line by line."""
    look = one.next_look
    said = NO_LOOK if look is None else date_words(look)
    overdue = ", overdue" if look is not None and look < as_at else ""
    return (
        Term(label="Number", value=f"{one.outcome.number}"),
        Term(label="Owner", value=one.outcome.owner),
        Term(
            label="Of the transition",
            value=transition.title,
            href=transition_address(transition.code),
        ),
        Term(label="Next look", value=f"{said}{overdue}"),
    )


def evidence_table(
    one: OutcomeStanding,
    bearing: Bearing,
    is_reference: IsReference,
    titles: Mapping[str, str],
    *,
    may_withdraw: bool,
) -> Table:
    """Return the evidence that stands for it, or against it, the newest first."""
    found = one.speaking_for if bearing is Bearing.FOR else one.speaking_against
    columns = (Column("what", "What it shows"), Column("source", "Source"), Column("on", "Dated"))
    return Table(
        name=f"evidence-{bearing.value}",
        caption=CAPTIONS[bearing],
        columns=(*columns, *((Column("do", "Change"),) if may_withdraw else ())),
        rows=tuple(
            (
                *_evidence(each, is_reference, titles),
                *((_withdraw(each),) if may_withdraw else ()),
            )
            for each in _newest(found)
        ),
        empty=EMPTY[bearing],
    )


def withdrawn_table(
    one: OutcomeStanding, is_reference: IsReference, titles: Mapping[str, str]
) -> Table:
    """Return the evidence that was withdrawn, with the reason; it is kept."""
    return Table(
        name="withdrawn",
        caption="Evidence withdrawn",
        columns=(
            Column("what", "What it was said to show"),
            Column("source", "Source"),
            Column("on", "Dated"),
            Column("reason", "Why it was withdrawn"),
        ),
        rows=tuple(
            (*_evidence(each, is_reference, titles), Cell(each.withdrawn_reason))
            for each in _newest(one.withdrawn)
        ),
        empty="No evidence was withdrawn.",
    )


def _newest(found: Sequence[OutcomeEvidence]) -> list[OutcomeEvidence]:
    return sorted(found, key=lambda one: (one.on, one.number), reverse=True)


def _evidence(one: OutcomeEvidence, is_reference: IsReference, titles: Mapping[str, str]) -> Row:
    source = source_cell(one.source, is_reference=is_reference(one.source), titles=titles)
    return Cell(one.what), source, day_cell(one.on, "")


def _withdraw(one: OutcomeEvidence) -> Cell:
    here = outcome_address(one.transition, one.outcome)
    return Cell("Withdraw", href=f"{here}evidence/{one.number}/withdraw/")


def judgement_table(one: OutcomeStanding) -> Table:
    """Return every judgement, the newest first."""
    return Table(
        name="judgements",
        caption="Judgements",
        columns=(
            Column("on", "Judged on"),
            Column("verdict", "Verdict"),
            Column("judge", "By"),
            Column("reasons", "Reasons"),
            Column("answer", "To the evidence against it"),
            Column("next", "Next look set"),
        ),
        rows=tuple(_judgement(each) for each in reversed(one.judgements)),
        empty="Nobody has judged it yet. It is judged on the days set with the transition.",
    )


def _judgement(one: OutcomeJudgement) -> Row:
    return (
        day_cell(one.on, ""),
        Cell("", tags=(VERDICT_TAGS[one.verdict],)),
        Cell(one.judge),
        Cell(one.reasons),
        Cell(one.answer or "There was none"),
        day_cell(one.next_look, NO_LOOK),
    )
