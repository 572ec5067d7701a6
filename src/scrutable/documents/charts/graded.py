"""What a chart of levels shows: said, assured and least of each row; pure."""

from dataclasses import dataclass

from scrutable.documents.texts import settle, settled

MOST_LEVELS = 5
MOST_GRADED = 60


@dataclass(frozen=True, slots=True)
class LevelRow:
    """One row: places on the scale counted from nought, None where nobody has said.

    `group` heads the rows that follow it; `note` stands at the end of the row.
    """

    name: str
    group: str
    said: int | None
    assured: int | None
    least: int | None
    note: str = ""

    def __post_init__(self) -> None:
        settle(self, "group", "note")


@dataclass(frozen=True, slots=True)
class LevelChart:
    """Rows on one scale of levels, the lowest first."""

    title: str
    description: str
    levels: tuple[str, ...]
    rows: tuple[LevelRow, ...]
    said: str = "Council’s answer"
    assured: str = "Assurer’s answer"
    least: str = "The least"

    def __post_init__(self) -> None:
        settle(self)
        object.__setattr__(self, "levels", tuple(map(settled, self.levels)))
        if not 2 <= len(self.levels) <= MOST_LEVELS or not 1 <= len(self.rows) <= MOST_GRADED:
            raise ValueError(
                f"LevelChart: give 2 to {MOST_LEVELS} levels and 1 to {MOST_GRADED} rows"
            )
        for row in self.rows:
            for at in (row.said, row.assured, row.least):
                if at is not None and not 0 <= at < len(self.levels):
                    raise ValueError(f"LevelChart: {row.name}: there is no level {at}")
