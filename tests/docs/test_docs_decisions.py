import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))
PARTS = ["**Context.**", "**Decision.**", "**Consequences.**"]


def test_decisions_are_numbered_without_gaps():
    numbers = [int(path.name[:4]) for path in DECISIONS]

    assert numbers == list(range(1, len(numbers) + 1))
    assert numbers


@pytest.mark.parametrize("path", DECISIONS, ids=lambda path: path.stem)
def test_a_decision_says_its_number_date_status_and_reasons(path):
    title, _, status, *rest = path.read_text(encoding="utf-8").splitlines()

    assert title.startswith(f"# {path.name[:4]} ")
    assert re.fullmatch(r"\d{1,2} [A-Z][a-z]+ \d{4} · (Accepted|Reversed by \d{4})", status)
    assert [part for part in PARTS if not any(line.startswith(part) for line in rest)] == []
