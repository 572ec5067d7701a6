"""How well minutes were read, against what a careful person reads in them; pure."""

from scrutable.meetings.rules.scoring.counting import Miss, Score, Tally, score
from scrutable.meetings.rules.scoring.expecting import Expected, Sheet, parse_expected, sheet_of

__all__ = ["Expected", "Miss", "Score", "Sheet", "Tally", "parse_expected", "score", "sheet_of"]
