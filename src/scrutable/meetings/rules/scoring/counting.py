"""Precision, recall and F1 over a file of pages, with every miss."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, replace

from scrutable.meetings.facts.reading import Outcome, Reading
from scrutable.meetings.rules.scoring.aligning import Pair, align, alike, same
from scrutable.meetings.rules.scoring.expecting import Expected, Sheet

MEASURES = ("kind", "owner", "consultee", "due", "amount")


@dataclass(slots=True)
class Tally:
    """How many were there, were read, and were read rightly."""

    expected: int = 0
    read: int = 0
    right: int = 0

    @property
    def precision(self) -> float:
        """Return which part of what was read is right; 1 where nothing was read."""
        return self.right / self.read if self.read else 1.0

    @property
    def recall(self) -> float:
        """Return which part of what is there was read; 1 where nothing is there."""
        return self.right / self.expected if self.expected else 1.0

    @property
    def f1(self) -> float:
        """Return the harmonic mean of both."""
        both = self.expected + self.read
        return 2 * self.right / both if both else 1.0

    def count(self, *, expected: int, read: int, right: int) -> None:
        """Add to the three numbers."""
        self.expected += expected
        self.read += read
        self.right += right


@dataclass(frozen=True, slots=True, kw_only=True)
class Miss:
    """One thing that was not read, was read otherwise, or is not there."""

    page: str
    what: str  # kind, owner, consultee, due, amount or state
    expected: str
    read: str
    text: str  # of the outcome that was read


@dataclass(frozen=True, slots=True)
class Score:
    """How a file of pages was read."""

    measures: dict[str, Tally] = field(default_factory=lambda: {name: Tally() for name in MEASURES})
    kinds: dict[str, Tally] = field(default_factory=dict)
    states: Tally = field(default_factory=Tally)
    misses: list[Miss] = field(default_factory=list)
    agree: Callable[[str, str], bool] = alike


def score(
    pages: Iterable[tuple[Sheet, Reading]], *, with_discussion: bool = True, strict: bool = False
) -> Score:
    """Return how the pages were read.

    Without discussion, what a careful person found only there may be read or not: it neither
    counts for nor against. A strict score wants owners, consultees and due words to be equal, but
    for case, articles and punctuation; else it is enough that one holds the words of the other.
    """
    total = Score(agree=same if strict else alike)
    for sheet, reading in pages:
        for pair in align(_with_dittos(sheet.outcomes), reading.outcomes):
            if with_discussion or _was_resolved(pair):
                _count_kind(total, sheet.id, pair)
                _count_parts(total, sheet.id, pair)
        _count_state(total, sheet, reading)
    return total


def _with_dittos(outcomes: tuple[Expected, ...]) -> list[Expected]:
    """Return them with what the first of a run of recommendations says of the rest: to whom.

    A careful person writes "recommend @Council" once, and "recommend" for the limbs below it.
    """
    found: list[Expected] = []
    for one in outcomes:
        before = found[-1] if found else None
        goes_on = before is not None and before.kind == one.kind == "recommend" and not one.owners
        found.append(replace(one, owners=before.owners) if before and goes_on else one)
    return found


def _was_resolved(pair: Pair) -> bool:
    wanted, given = pair
    if wanted is not None:
        return not wanted.in_discussion
    return given is not None and not given.in_discussion


def _count_kind(total: Score, page: str, pair: Pair) -> None:
    wanted, given = pair
    kind = wanted.kind if wanted else given.kind.value if given else ""
    numbers = {
        "expected": int(wanted is not None),
        "read": int(given is not None),
        "right": int(wanted is not None and given is not None),
    }
    total.measures["kind"].count(**numbers)
    total.kinds.setdefault(kind, Tally()).count(**numbers)
    if wanted is None or given is None:
        expected = wanted.kind if wanted else ""
        _miss(total, page, "kind", (expected, given.kind.value if given else ""), given)


def _count_parts(total: Score, page: str, pair: Pair) -> None:
    wanted, given = pair
    _count_names(total, page, "owner", wanted.owners if wanted else (), given)
    _count_names(total, page, "consultee", wanted.consultees if wanted else (), given)
    _count_names(total, page, "due", (wanted.due,) if wanted and wanted.due else (), given)
    _count_amount(total, page, wanted, given)


def _count_names(
    total: Score, page: str, measure: str, wanted: tuple[str, ...], given: Outcome | None
) -> None:
    read = _read_of(measure, given)
    left = list(read)
    right = 0
    for name in wanted:
        found = next((other for other in left if total.agree(name, other)), None)
        if found is not None:
            left.remove(found)
            right += 1
    total.measures[measure].count(expected=len(wanted), read=len(read), right=right)
    if right < max(len(wanted), len(read)):
        _miss(total, page, measure, (" ~ ".join(wanted), " ~ ".join(read)), given)


def _read_of(measure: str, given: Outcome | None) -> tuple[str, ...]:
    if given is None:
        return ()
    if measure == "consultee":
        return given.consultees
    if measure == "due":
        return (given.due.words,) if given.due else ()
    return tuple(name for name in given.owner.split("; ") if name)


def _count_amount(total: Score, page: str, wanted: Expected | None, given: Outcome | None) -> None:
    expected = wanted.amount if wanted else None
    read = given.amount_pounds if given else None
    total.measures["amount"].count(
        expected=int(expected is not None),
        read=int(read is not None),
        right=int(expected is not None and expected == read),
    )
    if expected != read:
        words = ("" if expected is None else f"£{expected}", "" if read is None else f"£{read}")
        _miss(total, page, "amount", words, given)


def _count_state(total: Score, sheet: Sheet, reading: Reading) -> None:
    if not sheet.states:
        return
    is_right = reading.state in sheet.states
    total.states.count(expected=1, read=1, right=int(is_right))
    if not is_right:
        _miss(total, sheet.id, "state", (" or ".join(sheet.states), reading.state.value), None)


def _miss(
    total: Score, page: str, what: str, words: tuple[str, str], given: Outcome | None
) -> None:
    text = given.text if given else ""
    total.misses.append(Miss(page=page, what=what, expected=words[0], read=words[1], text=text))
