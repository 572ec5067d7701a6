"""What the workbook of an assessment holds and where: its head, its columns, its words."""

from collections.abc import Mapping

from scrutable.assurance.facts import Level

ASSESSMENT, SYSTEM, FRAMEWORK = "Assessment", "System", "Framework"
OUTCOME, TITLE, LEAST = "Outcome", "Title", "Least level"
LEVEL, REASONS, EVIDENCE = "Council’s answer", "Council’s reasons", "Evidence, one a line"
ASSURED, ASSURED_REASONS = "Assurer’s answer", "Assurer’s reasons"
COLUMNS: tuple[tuple[str, int], ...] = (  # each with its width
    (OUTCOME, 9),
    (TITLE, 34),
    (LEAST, 17),
    (LEVEL, 19),
    (REASONS, 48),
    (EVIDENCE, 38),
    (ASSURED, 19),
    (ASSURED_REASONS, 48),
)
LOCKED = frozenset({OUTCOME, TITLE, LEAST})
FIELDS: Mapping[str, str] = {  # of an answer, by the heading
    LEVEL: "level",
    REASONS: "reasons",
    EVIDENCE: "evidence",
    ASSURED: "assured",
    ASSURED_REASONS: "assured_reasons",
}
WORDS: Mapping[Level, str] = {
    Level.NOT_ACHIEVED: "Not achieved",
    Level.PARTLY: "Partly achieved",
    Level.ACHIEVED: "Achieved",
}
READ: Mapping[str, Level] = {
    **{words.casefold(): level for level, words in WORDS.items()},
    "partially achieved": Level.PARTLY,
}
NOTHING_ASKED = "Nothing is asked"
INSTRUCTIONS = (
    "Fill in the yellow cells. A blank cell leaves what is recorded as it is. "
    "All of the workbook is taken or nothing."
)
SEARCHED = 20  # rows in which the head and the headings are looked for
