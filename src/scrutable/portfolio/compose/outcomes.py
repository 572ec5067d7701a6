"""Outcomes of transitions: evidence for and against each, verdicts, projects handed over; pure."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from scrutable.documents.blocks import (
    Block,
    Bullets,
    Cell,
    Citation,
    Column,
    Figure,
    Heading,
    KeyFigure,
    Note,
    Run,
    Runs,
    Table,
)
from scrutable.documents.saying import count_cell, numbered, plain
from scrutable.kernel.wording import date_words, ended
from scrutable.portfolio.compose.saying import cite, cite_many, day_cell, period_at, tag, tag_cell
from scrutable.portfolio.facts import (
    OutcomeEvidence,
    OutcomeJudgement,
    OutcomeStanding,
    Record,
    TransitionStanding,
)
from scrutable.portfolio.presenters.outcomes import finding as words
from scrutable.portfolio.presenters.outcomes.words import (
    NO_LOOK,
    STATE_TAGS,
    VERDICT_TAGS,
    VERDICT_WORDS,
    since_tags,
    since_words,
)
from scrutable.portfolio.presenters.references import record_words

METHOD = (
    (
        "An outcome is evidenced or partly evidenced only while evidence for it stands; evidence "
        "that was withdrawn stays on record and counts no more."
    ),
    "An outcome for and against which nothing stands has no evidence at all, whatever was judged.",
    (
        "Each verdict is that of the person named, on the day named; where evidence was recorded, "
        "dated or withdrawn after it, that is said beside it."
    ),
)


def finding(standing: TransitionStanding, as_at: date) -> tuple[Run, ...]:
    """Return what the outcomes come to, in a sentence or two."""
    cited = _cited(standing)
    found: list[Run] = [Figure(words.title(standing), cited, period_at(as_at)), ". "]
    for said in (words.rest(standing), words.since(standing), words.late(standing, as_at)):
        if said:
            found += [Figure(said, cited, period_at(as_at)), " "]
    found.append(words.look_words(standing.next_look, as_at))
    return tuple(found)


def key_figures(standing: TransitionStanding, as_at: date) -> tuple[KeyFigure, ...]:
    """Return the figures of the summary; none where no outcome is stated."""
    if not standing.outcomes:
        return ()
    return tuple(
        KeyFigure(one.label, one.value, period_at(as_at), one.comparison, _cited(standing))
        for one in words.figures(standing, as_at)
        if " of " in one.value
    )


def transitions_section(found: Sequence[TransitionStanding], as_at: date) -> tuple[Block, ...]:
    """Return what the outcomes of every transition come to."""
    heading = Heading(1, "Outcomes of transitions", "outcomes")
    if not found:
        return (heading, plain("No service has come over from somebody else on record."))
    period = period_at(as_at)
    columns = (
        Column("Service"),
        Column("Outcomes", numeric=True),
        *(Column(of.word, numeric=True) for of in STATE_TAGS.values()),
        Column("Next look"),
    )
    rows = tuple(
        (
            Cell(one.transition.title),
            count_cell(len(one.outcomes), _cited(one), period),
            *(count_cell(one.count(state), _cited(one), period) for state in STATE_TAGS),
            day_cell(one.next_look, none=NO_LOOK),
        )
        for one in found
    )
    said = [numbered(f"{one.transition.title}: ", *_lowered(finding(one, as_at))) for one in found]
    return (heading, *said, Table("Outcomes of transitions by verdict", columns, rows))


def _lowered(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    first, *others = runs
    if isinstance(first, Figure):
        text = first.text[:1].lower() + first.text[1:]
        return (Figure(text, first.citation, first.period), *others)
    return runs


def outcomes_section(standing: TransitionStanding, as_at: date) -> tuple[Block, ...]:
    """Return every outcome: where it stands then and now, and the evidence for and against it."""
    heading = Heading(1, "The outcomes and their evidence", "outcomes")
    one = standing.transition
    came = plain(
        f"{ended(one.title)} The service {'came' if one.on <= as_at else 'comes'} from "
        f"{one.from_whom} to {one.to_whom} on {date_words(one.on)}. Its owner is {one.owner}."
    )
    if not standing.outcomes:
        return (heading, came, plain("No outcome is stated yet."))
    each = (block for one in standing.outcomes for block in _outcome(one, as_at, standing.titles))
    return (heading, came, _overview(standing, as_at), *each, *_looks(standing, as_at))


def _overview(standing: TransitionStanding, as_at: date) -> Table:
    columns = (
        Column("Outcome"),
        Column("Owner"),
        Column("Before"),
        Column("Now"),
        Column("Evidence for", numeric=True),
        Column("Evidence against", numeric=True),
        Column("Next look"),
    )
    return Table(
        "Outcomes by verdict",
        columns,
        tuple(_row(one, period_at(as_at)) for one in standing.outcomes),
    )


def _row(one: OutcomeStanding, period: str) -> tuple[Cell, ...]:
    now = STATE_TAGS[one.state]
    tags = tuple(tag(of) for of in (now, *since_tags(one)))
    cited = _cited_outcome(one)
    return (
        Cell(f"{one.outcome.number}. {one.outcome.text}"),
        Cell(one.outcome.owner),
        _verdict_cell(one.before),
        Cell(now.word, cited, tags, period=period),
        count_cell(len(one.speaking_for), cited, period),
        count_cell(len(one.speaking_against), cited, period),
        day_cell(one.next_look, none=NO_LOOK),
    )


def _verdict_cell(one: OutcomeJudgement | None) -> Cell:
    if one is None:
        return Cell("None before")
    return tag_cell(VERDICT_TAGS[one.verdict], cite(one), f"at {date_words(one.on)}")


def _outcome(one: OutcomeStanding, as_at: date, titles: Mapping[str, str]) -> Iterator[Block]:
    outcome = one.outcome
    title = f"Outcome {outcome.number}: {outcome.text}"
    yield Heading(2, title, f"outcome-{outcome.number}")
    yield numbered(*_judged(one, as_at))
    if one.last:
        yield plain(f"Reasons: {ended(one.last.reasons)}")
        if one.last.answer:
            yield plain(f"To the evidence against it: {ended(one.last.answer)}")
    for label, found in (("For it", one.speaking_for), ("Against it", one.speaking_against)):
        if found:
            yield plain(f"{label}:")
            yield Bullets(tuple(_evidence(each, titles) for each in found))
        else:
            yield plain(f"{label}: no evidence.")
    if one.withdrawn:
        yield plain("Withdrawn:")
        yield Bullets(tuple(_withdrawn(each, titles) for each in one.withdrawn))
    if said := since_words(one):
        yield Note("warning", (said,))


def _judged(one: OutcomeStanding, as_at: date) -> Iterator[Run]:
    """Yield where it stands, by whom and when that was judged, and what changed since before."""
    state, last = STATE_TAGS[one.state], one.last
    yield Figure(f"{state.word}.", _cited_outcome(one), period_at(as_at))
    yield f" Its owner is {one.outcome.owner}."
    if last is None:
        yield " Nobody has judged it yet."
        return
    said = f"{VERDICT_WORDS[last.verdict].lower()} on {date_words(last.on)}"
    yield f" {last.judge} judged it "
    yield Figure(said, cite(last), f"at {date_words(last.on)}")
    yield _change(one)


def _change(one: OutcomeStanding) -> str:
    before, last = one.before, one.last
    if before is None or last is None:
        return "; it was the first judgement."
    when = date_words(before.on)
    if before.verdict is last.verdict:
        return f", as on {when}."
    return f"; on {when} it was {VERDICT_WORDS[before.verdict].lower()}."


def _evidence(one: OutcomeEvidence, titles: Mapping[str, str]) -> Runs:
    on = date_words(one.on)
    return (Figure(one.what, cite(one), f"at {on}"), f" ({record_words(one.source, titles)}, {on})")


def _withdrawn(one: OutcomeEvidence, titles: Mapping[str, str]) -> Runs:
    return (*_evidence(one, titles), f": {ended(one.withdrawn_reason)}")


def _looks(standing: TransitionStanding, as_at: date) -> Iterator[Block]:
    yield Heading(2, "When the outcomes are looked at next", "next-look")
    yield plain(words.look_words(standing.next_look, as_at))
    for one in standing.looks:
        if standing.next_look and one.on >= standing.next_look:
            yield numbered(
                f"The look of {date_words(one.on)} is in the work programme as ",
                Figure(one.entry, cite(one), period_at(as_at)),
                ".",
            )


def _cited_outcome(one: OutcomeStanding) -> Citation:
    return cite_many(one.outcome.reference, (one.outcome, *one.judgements, *one.evidence))


def _cited(standing: TransitionStanding) -> Citation:
    """Return the citation of a count of outcomes; its version is that of the latest record."""
    return cite_many(standing.transition.reference, (standing.transition, *_parts(standing)))


def _parts(standing: TransitionStanding) -> Iterator[Record]:
    for one in standing.outcomes:
        yield from (one.outcome, *one.judgements, *one.evidence)
    yield from standing.hand_overs
