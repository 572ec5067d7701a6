"""Between which days a milestone will be reached, by what became of earlier forecasts; pure.

The method, as pages state it: each earlier forecast is held against what it came to. If sixty
days were said and ninety it took, it took half as long again. The range takes the remaining time
of today's forecast through the tenth and the ninetieth percentile of those ratios, the likely day
through their middle. The project's own earlier forecasts and those of milestones that
were reached weigh half each; while its own are fewer than three, only the others count.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from scrutable.portfolio.facts import DateLine, ForecastRange, HeldBack, Move, MoveKind, Sample

LEAST_AHEAD = 14  # days; the ratio of a shorter wait says nothing
LAST_SAID = 12  # forecasts of one milestone that count
FEWEST_OWN = 3
TOO_FEW = 5  # milestones reached; fewer give no range
LOW, MIDDLE, HIGH = 10, 50, 90  # percentiles
LONGEST = 3_650  # days that a range may reach ahead

Weighed = tuple[int, int, int]  # said ahead, took, weight


def samples_of(moves: Sequence[Move]) -> list[Sample]:
    """Return every forecast of a milestone that was reached and stayed so, with what it came to."""
    if not moves or moves[-1].kind is not MoveKind.ACTUAL:
        return []
    said = [move for move in moves if move.kind is not MoveKind.ACTUAL]
    return samples_at(said, moves[-1].to)


def samples_at(said: Sequence[Move], came: date) -> list[Sample]:
    """Return what the forecasts would have come to, had the milestone been reached on the day."""
    return [
        Sample(said_ahead=(move.to - move.on).days, took=(came - move.on).days)
        for move in said
        if (move.to - move.on).days >= LEAST_AHEAD and came >= move.on
    ][-LAST_SAID:]


def forecast_range(
    line: DateLine, moves: Sequence[Move], others: Mapping[str, Sequence[Sample]], as_at: date
) -> ForecastRange | None:
    """Return the range for a milestone not yet reached; None while too little is known.

    `others` holds the samples of each milestone that was reached. No day of a range lies
    before `as_at`.
    """
    if line.actual is not None:
        return None
    expected = line.forecast or line.current
    own = samples_at([move for move in moves if move.on < line.said_on], expected)
    if len(own) < FEWEST_OWN:
        own = []
    pool = [sample for samples in others.values() for sample in samples]
    if len([1 for samples in others.values() if samples]) < TOO_FEW:
        return None
    ahead = (expected - line.said_on).days
    low, likely, high = (
        max(line.said_on + timedelta(days=days), as_at) for days in _days_at(own, pool, ahead)
    )
    return ForecastRange(
        low=low,
        likely=likely,
        high=high,
        own=len(own),
        others=len(pool),
        of_milestones=len([1 for samples in others.values() if samples]),
    )


def coverage(histories: Mapping[str, Sequence[Sample]]) -> HeldBack:
    """Return how often the range would have held, each milestone held back in turn.

    All samples are put in order once; what remains without a milestone's own is counted off.
    """
    if len([1 for samples in histories.values() if samples]) <= TOO_FEW:
        return HeldBack(inside=0, tried=0)
    placed = sorted(
        (one.took / one.said_ahead, (one.said_ahead, one.took), name)
        for name, samples in histories.items()
        for one in samples
    )
    own: dict[str, list[int]] = {name: [] for name in histories}
    for at, (_, _, name) in enumerate(placed):
        own[name].append(at)
    inside = tried = 0
    for name, samples in histories.items():
        left = len(placed) - len(own[name])
        low, high = (placed[_place(share, left, own[name])][1] for share in (LOW, HIGH))
        for sample in samples:
            tried += 1
            first, last = (
                _stretched(sample.said_ahead, (took, said)) for said, took in (low, high)
            )
            inside += first <= sample.took <= last
    return HeldBack(inside=inside, tried=tried)


def _place(share: int, left: int, own: Sequence[int]) -> int:
    """Return where, among all in order, the share of those that are left without the own lies."""
    at = max(-(-share * left // 100), 1) - 1
    for taken in own:
        at += taken <= at
    return at


def _days_at(own: Sequence[Sample], others: Sequence[Sample], ahead: int) -> list[int]:
    if ahead <= 0:
        return [0, 0, 0]
    return [_stretched(ahead, ratio) for ratio in _percentiles(_weighed(own, others))]


def _stretched(ahead: int, ratio: tuple[int, int]) -> int:
    """Return the days times the ratio, to the nearest day, a half rounded up."""
    took, said = ratio
    return min((2 * ahead * took + said) // (2 * said), LONGEST)


def _weighed(own: Sequence[Sample], others: Sequence[Sample]) -> list[Weighed]:
    """Return all samples with weights that make both groups count alike."""
    mine, theirs = (len(others), len(own)) if own else (1, 1)
    return [
        *((one.said_ahead, one.took, mine) for one in own),
        *((one.said_ahead, one.took, theirs) for one in others),
    ]


def _percentiles(samples: Iterable[Weighed]) -> list[tuple[int, int]]:
    """Return the ratios, as took and said, at which each share of the weight is reached."""
    order = sorted(samples, key=lambda one: (one[1] / one[0], one))
    total = sum(weight for _, _, weight in order)
    found, reached, wanted = [], 0, [LOW, MIDDLE, HIGH]
    for said, took, weight in order:
        reached += weight
        while wanted and reached * 100 >= wanted[0] * total:
            found.append((took, said))
            wanted.pop(0)
    return found
