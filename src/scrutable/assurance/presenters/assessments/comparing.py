"""Two assessments side by side; pure."""

from collections.abc import Mapping

from scrutable.assurance.facts import Compared, Moved, Turn
from scrutable.assurance.presenters.assessments.words import (
    TURN_TAGS,
    level_cell,
    system_words,
)
from scrutable.govuk.facts import Cell, Column, KeyFigure, Row, Table
from scrutable.kernel.wording import count_words, number_words


def title(found: Compared) -> str:
    """Return the finding: how many outcomes are better, how many worse."""
    better, worse = found.count(Turn.BETTER), found.count(Turn.WORSE)
    if not better and not worse:
        same = found.count(Turn.SAME)
        return f"None of {count_words(same, 'outcome')} moved" if same else "Nothing to compare"
    noun = "outcome" if better == 1 else "outcomes"
    verb = "is" if better == 1 else "are"
    other = "is" if worse == 1 else "are"
    said = f"{number_words(better)} {noun} {verb} better, {number_words(worse)} {other} worse"
    return said[:1].upper() + said[1:]


def summary(found: Compared) -> str:
    """Return which two are compared, and whether by one version of the framework."""
    pair = f"From {found.before.title} to {found.after.title}"
    if found.first.name == found.last.name:
        return f"{pair}, both by {found.last.name}."
    return f"{pair}: from {found.first.name} to {found.last.name}, whose codes partly mean others."


def figures(found: Compared) -> tuple[KeyFigure, ...]:
    """Return how many outcomes took which turn."""
    period = f"{found.before.code} to {found.after.code}"
    return tuple(
        KeyFigure(label=TURN_TAGS[turn].word, value=f"{found.count(turn):,}", period=period)
        for turn in (Turn.BETTER, Turn.WORSE, Turn.SAME, Turn.NEW, Turn.DROPPED)
    )


def moved_table(found: Compared, titles: Mapping[str, str]) -> Table:
    """Return every outcome with its level then and now; what moved comes first."""
    order = (Turn.WORSE, Turn.BETTER, Turn.NEW, Turn.DROPPED, Turn.SAME)
    rows = sorted(found.moved, key=lambda one: order.index(one.turn))
    return Table(
        name="moved",
        caption="Outcome by outcome",
        columns=(
            Column("outcome", "Outcome"),
            Column("of", "Of"),
            Column("turn", "What became of it"),
            Column("was", f"Then ({found.before.code})"),
            Column("now", f"Now ({found.after.code})"),
            Column("note", "Code before"),
        ),
        rows=tuple(_moved(found, one, titles) for one in rows),
        empty="Neither assessment has an answer.",
    )


def _moved(found: Compared, one: Moved, titles: Mapping[str, str]) -> Row:
    framework = found.last if one.after else found.first
    code = one.after or one.before
    outcome = framework.outcome(code)
    before = one.before or "None"
    return (
        Cell(f"{code} {outcome.title}" if outcome else code, order=code),
        Cell(system_words(one.system, titles)),
        Cell("", tags=(TURN_TAGS[one.turn],)),
        level_cell(one.was),
        level_cell(one.now),
        Cell(before, note=found.notes.get(code, "") if before != one.after else ""),
    )
