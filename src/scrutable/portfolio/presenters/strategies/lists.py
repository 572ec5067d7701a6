"""Every strategy with what hangs on it; pure."""

from collections.abc import Sequence
from datetime import date

from scrutable.govuk.facts import Cell, Column, Table
from scrutable.govuk.presenters import count_cell, day_cell
from scrutable.kernel.wording import count_words
from scrutable.portfolio.facts import ObjectiveVerdict, StrategySeen
from scrutable.portfolio.presenters.strategies.words import strategy_address

NOT_SET = "Not set"


def list_title(found: Sequence[StrategySeen], as_at: date) -> str:
    """Return how many strategies are running."""
    if not found:
        return "No strategy is recorded"
    running = sum(one.strategy.starts_on <= as_at <= one.strategy.ends_on for one in found)
    verb = "is" if running == 1 or len(found) == 1 else "are"
    return f"{running} of {count_words(len(found), 'strategy', 'strategies')} {verb} running"


def strategy_table(found: Sequence[StrategySeen]) -> Table:
    """Return every strategy with what hangs on it."""
    return Table(
        name="strategies",
        caption="Strategies",
        columns=(
            Column("strategy", "Strategy"),
            Column("starts", "From"),
            Column("ends", "To"),
            Column("objectives", "Objectives", numeric=True),
            Column("delivered", "Delivered", numeric=True),
            Column("bare", "Without a project", numeric=True),
            Column("projects", "Projects", numeric=True),
            Column("review", "To be looked at again"),
        ),
        rows=tuple(
            (
                Cell(
                    one.strategy.title,
                    href=strategy_address(one.strategy.code),
                    note=one.strategy.code,
                ),
                day_cell(one.strategy.starts_on, NOT_SET),
                day_cell(one.strategy.ends_on, NOT_SET),
                count_cell(len(one.objectives)),
                count_cell(having(one, ObjectiveVerdict.DELIVERED)),
                count_cell(bare(one)),
                count_cell(len(one.projects)),
                day_cell(one.strategy.review_on, "No day set"),
            )
            for one in found
        ),
        empty="No strategy is recorded. Record the first with its objectives.",
    )


def bare(one: StrategySeen) -> int:
    """Return how many objectives nothing is done for."""
    return sum(seen.tree.gap is not None for seen in one.objectives)


def having(one: StrategySeen, verdict: ObjectiveVerdict) -> int:
    """Return of how many objectives the last look found that."""
    return sum(seen.verdict is verdict for seen in one.objectives)
