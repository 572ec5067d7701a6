"""The look back on a strategy: every objective, what came of it and when, and what carries over."""

from collections.abc import Iterator, Mapping, Sequence

from scrutable.documents.blocks import (
    Block,
    Bullets,
    Cell,
    Citation,
    Column,
    Heading,
    KeyFigure,
    Run,
    Table,
)
from scrutable.documents.saying import numbered, plain
from scrutable.kernel.wording import capital, count_words, date_words, ended, list_words
from scrutable.portfolio.compose.lessons import lessons_section
from scrutable.portfolio.compose.saying import (
    cite,
    cite_many,
    day_cell,
    figure,
    period_at,
    tag_cell,
)
from scrutable.portfolio.facts import (
    Looked,
    ObjectiveReview,
    ObjectiveVerdict,
    Record,
    Retrospective,
)
from scrutable.portfolio.presenters.strategies.looking_back import (
    carried_words,
    evidence_link,
    late_words,
    when_cell,
)
from scrutable.portfolio.presenters.strategies.words import (
    NO_DUE_DAY,
    NOT_LOOKED_BACK,
    VERDICT_TAGS,
    VERDICT_WORDS,
    objective_name,
)
from scrutable.portfolio.presenters.words import THEME_WORDS

NO_OBJECTIVE = "No objective is recorded."


def finding(found: Retrospective) -> tuple[Run, ...]:
    """Return how many objectives were delivered, which came latest, which nobody looked at."""
    if not found.looked:
        return (NO_OBJECTIVE,)
    period = period_at(found.as_at)
    done = len(found.with_verdict(ObjectiveVerdict.DELIVERED))
    said = figure(f"{done} of {count_words(len(found.looked), 'objective')}", _cited(found), period)
    verb = "was" if done == 1 else "were"
    others = [
        f"{len(found.with_verdict(verdict))} {words.lower()}"
        for verdict, words in VERDICT_WORDS.items()
        if verdict is not ObjectiveVerdict.DELIVERED and found.with_verdict(verdict)
    ]
    rest = f", {list_words(others)}" if others else ""
    return (said, f" {verb} delivered{rest}.", *_latest(found), *_silent(found))


def _latest(found: Retrospective) -> Iterator[Run]:
    late = [one for one in found.looked if one.lateness and one.lateness > 0]
    if late:
        worst = max(late, key=lambda one: one.lateness or 0)
        cited = _of_one(worst)
        yield f" Objective {worst.objective.number} is the latest: "
        yield figure(late_words(worst), cited, period_at(found.as_at))
        yield "."


def _silent(found: Retrospective) -> Iterator[Run]:
    silent = [str(one.objective.number) for one in found.with_verdict(None)]
    if silent:
        those = "Objective" if len(silent) == 1 else "Objectives"
        verb = "was" if len(silent) == 1 else "were"
        yield f" {those} {list_words(silent)} {verb} never looked back on."


def key_figures(found: Retrospective) -> tuple[KeyFigure, ...]:
    """Return how many objectives were delivered, and how many of those on their day."""
    if not found.looked:
        return ()
    many, period = len(found.looked), period_at(found.as_at)
    done = found.with_verdict(ObjectiveVerdict.DELIVERED)
    timely = [one for one in done if one.lateness is not None and one.lateness <= 0]
    dated = [one for one in done if one.lateness is not None]
    partly = len(found.with_verdict(ObjectiveVerdict.PARTLY))
    cited = _cited(found)
    return (
        KeyFigure(
            "Objectives delivered", f"{len(done)} of {many}", period, f"{partly} in part", cited
        ),
        KeyFigure(
            "Delivered by the day they were due",
            f"{len(timely)} of {len(dated)}",
            period,
            "of those delivered that had a day",
            cited,
        ),
    )


def objectives_section(found: Retrospective) -> tuple[Block, ...]:
    """Return every objective in one table: what it served, when it was due and came, verdict."""
    heading = Heading(1, "Every objective", "objectives")
    if not found.looked:
        return (heading, plain(NO_OBJECTIVE))
    strategy = found.strategy
    period = f"{date_words(strategy.starts_on)} to {date_words(strategy.ends_on)}"
    table = Table(
        caption=f"Objectives of {strategy.code} and what became of them",
        columns=(
            Column("Objective"),
            Column("Theme"),
            Column("Outcome that it serves"),
            Column("Due"),
            Column("Delivered"),
            Column("Verdict"),
        ),
        rows=tuple(_row(one, period_at(found.as_at)) for one in found.looked),
        period=period_at(found.as_at),
    )
    return (heading, plain(f"The strategy ran from {period}. {ended(strategy.purpose)}"), table)


def _row(one: Looked, period: str) -> tuple[Cell, ...]:
    objective, review = one.objective, one.review
    return (
        Cell(objective_name(objective)),
        Cell(THEME_WORDS[objective.theme]),
        Cell(objective.corporate_outcome),
        day_cell(objective.due_on, cite(objective) if objective.due_on else None, NO_DUE_DAY),
        Cell(when_cell(one).words, _of_one(one)),
        tag_cell(VERDICT_TAGS[review.verdict], cite(review), period)
        if review
        else Cell(NOT_LOOKED_BACK),
    )


def delivered_section(found: Retrospective) -> tuple[Block, ...]:
    """Return of each objective what was planned and delivered, when, by what evidence, and why."""
    heading = Heading(1, "What was delivered", "delivered")
    if not found.looked:
        return (heading, plain(NO_OBJECTIVE))
    return (heading, *(block for one in found.looked for block in _detail(one, found)))


def _detail(one: Looked, found: Retrospective) -> Iterator[Block]:
    objective, review = one.objective, one.review
    name = f"Objective {objective.number}: {objective.text}"
    yield Heading(2, name, f"objective-{objective.number}")
    if review is None:
        yield plain(f"Nobody has looked back on it by {date_words(found.as_at)}.")
        return
    cited, period = cite(review), f"at {date_words(review.on)}"
    due = f" It was due on {date_words(objective.due_on)}." if objective.due_on else ""
    yield numbered("Planned: ", figure(ended(review.planned), cited, period), due)
    when = figure(when_cell(one).words, _of_one(one), period_at(found.as_at))
    yield numbered(
        "Delivered: ", figure(ended(review.delivered), cited, period), " When: ", when, "."
    )
    yield numbered(
        "Verdict: ",
        figure(VERDICT_WORDS[review.verdict].lower(), cited, period),
        f". {capital(ended(review.reasons))} Found by {review.reviewer}.",
    )
    yield from _evidence(review, found.titles)
    numbers = [str(standing.lesson.number) for standing in one.lessons]
    if numbers:
        word = "Lesson" if len(numbers) == 1 else "Lessons"
        yield plain(f"{word} {list_words(numbers)} came of it.")


def _evidence(review: ObjectiveReview, titles: Mapping[str, str]) -> Iterator[Block]:
    if not review.evidence:
        yield plain("No evidence is given.")
        return
    yield plain("Evidence:")
    yield Bullets(tuple((evidence_link(text, titles)[0],) for text in review.evidence))


def retrospective_lessons(found: Retrospective) -> tuple[Block, ...]:
    """Return the lessons of the strategy, of its objectives and of their projects, each once."""
    every = {
        standing.lesson.number: standing for one in found.looked for standing in one.lessons
    } | {standing.lesson.number: standing for standing in found.lessons}
    return lessons_section([every[number] for number in sorted(every)], found.as_at, found.titles)


def carried_section(found: Retrospective) -> tuple[Block, ...]:
    """Return what is left of each objective that was not delivered whole, and what takes it up."""
    heading = Heading(1, "What carries over", "carries-over")
    left = [
        one
        for one in found.looked
        if one.carried_to or (one.review and one.review.verdict is not ObjectiveVerdict.DELIVERED)
    ]
    next_one = found.successor
    after = (
        f"The strategy after this one is {next_one.title}, from {date_words(next_one.starts_on)}."
        if next_one
        else "No strategy after this one is recorded."
    )
    if not left:
        return (heading, plain(f"Nothing that was looked back on carries over. {after}"))
    table = Table(
        caption="What is left, and what takes it up",
        columns=(Column("Objective"), Column("Verdict"), Column("Why"), Column("Taken up by")),
        rows=tuple(_left(one) for one in left),
        period=period_at(found.as_at),
    )
    return (heading, plain(after), table)


def _left(one: Looked) -> tuple[Cell, ...]:
    review = one.review
    cited = cite(review) if review else None
    there = one.carried_to
    return (
        Cell(objective_name(one.objective)),
        tag_cell(VERDICT_TAGS[review.verdict], cited) if review else Cell(NOT_LOOKED_BACK),
        Cell(review.reasons if review else NOT_LOOKED_BACK),
        Cell(carried_words(there), cite(there)) if there else Cell("Nothing takes it up"),
    )


def _cited(found: Retrospective) -> Citation:
    parts: list[Record] = [found.strategy]
    for one in found.looked:
        parts += [one.objective, *([one.review] if one.review else [])]
    return cite_many(found.strategy.reference, parts)


def _of_one(one: Looked) -> Citation:
    parts: Sequence[Record] = [one.objective, *([one.review] if one.review else [])]
    return cite_many(one.objective.reference, parts)
