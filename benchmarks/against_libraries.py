"""A whole job held against its libraries alone, each measured in processes of their own."""

import statistics
import sys
from collections.abc import Callable

MEASURED = ("whole", "libraries")


def hold(name: str, measured: Callable[[str], float], *, rounds: int, limit: float) -> None:
    """Print the medians and their ratio, from interleaved rounds; end with 1 past the limit."""
    times: dict[str, list[float]] = {what: [] for what in MEASURED}
    for turn in range(rounds):
        for what in sorted(times, reverse=bool(turn % 2)):
            times[what].append(measured(what))
    took, alone = (statistics.median(times[what]) for what in MEASURED)
    print(
        f"{name} | {took * 1000:.0f} ms"
        f" | PDF and Word libraries alone {alone * 1000:.0f} ms, at most {limit:g} times"
        f" | {took / alone:.2f}"
    )
    if took > limit * alone:
        sys.exit(f"The report took {took / alone:.2f} times its libraries; the limit is {limit:g}")
