"""Reads pages of minutes of about 3,000 characters each, on one core, without files or database."""

import json
import statistics
import time
from pathlib import Path

from scrutable.meetings.rules import reading

PAGES, LENGTH, ROUNDS = 500, 3_000, 3
AT_LEAST = 500  # pages a second
SHEETS = Path(__file__).parents[1] / "tests/data/minutes"
TALK = (
    "The Head of Digital presented the report, which gave an update on performance between July "
    "and September. In response to a question, the Board was advised that two indicators were in "
    "mitigation as the systems were not yet integrated, and that grant funding was available. "
    "Members welcomed the improvement and expressed concern about the number of live accounts.\n\n"
)


def pages() -> list[str]:
    """Return pages with talk of the usual length and limbs in every style that we have."""
    decisions = [
        json.loads(line)["text"]
        for path in sorted(SHEETS.glob("*.jsonl"))
        for line in path.read_text(encoding="utf-8").splitlines()
    ]
    made = []
    for number in range(PAGES):
        decision = decisions[number % len(decisions)]
        before = TALK * max((LENGTH - len(decision)) // len(TALK), 1)
        made.append(f"Minutes:\n\n{before}{decision}\n")
    return made


def main() -> None:
    """Print how many pages are read in a second, the median of the rounds."""
    made = pages()
    size = sum(map(len, made)) / PAGES
    rates = []
    for _ in range(ROUNDS):
        start = time.process_time()
        outcomes = sum(len(reading.read(page).outcomes) for page in made)
        rates.append(PAGES / (time.process_time() - start))
    assert outcomes > PAGES
    rate = statistics.median(rates)
    name = f"Read minutes of {size:,.0f} characters a page"
    print(f"{name} | {rate:,.0f} pages/s | {AT_LEAST} pages/s | {rate / AT_LEAST:.2f}")


if __name__ == "__main__":
    main()
