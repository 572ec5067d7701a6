"""What makes reports, by version: our own sources as they stand, and the libraries."""

import hashlib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import scrutable
from scrutable.documents.render import renderer_versions
from scrutable.reports.facts import Format

HERE = Path(scrutable.__file__).parent
COMPOSED_BY = (
    "kernel",
    "contracts/facts",
    "contracts/rules",
    "contracts/presenters/published.py",
    "contracts/presenters/trend.py",
    "contracts/presenters/words.py",
    "contracts/compose",
    "meetings/compose",
    "meetings/facts",
    "meetings/presenters/papers.py",
    "meetings/presenters/promises_words.py",
    "meetings/presenters/schedule.py",
    "meetings/rules/lifecycle.py",
    "meetings/rules/papers",
    "meetings/rules/promises.py",
    "meetings/rules/wanted.py",
    "portfolio/compose",
    "portfolio/facts",
    "portfolio/presenters",
    "portfolio/rules",
    "registers/definitions",
    "documents/blocks.py",
    "documents/pieces.py",
    "documents/figures.py",
)


@cache
def composer() -> str:
    """Return the version of what makes the tree: a digest of its sources."""
    total = hashlib.sha256()
    for path in sorted(path for part in COMPOSED_BY for path in _sources(HERE / part)):
        total.update(path.relative_to(HERE).as_posix().encode() + b"\0")
        total.update(hashlib.sha256(path.read_bytes()).digest())
    return total.hexdigest()[:16]


def versions(form: Format) -> dict[str, str]:
    """Return the version of everything that decides the bytes of the format, by name."""
    parts = renderer_versions()[form.value].split("; ")
    return {name: number for name, _, number in (part.rpartition(" ") for part in parts)}


def _sources(path: Path) -> Iterator[Path]:
    if path.is_file():
        yield path
    for each in path.rglob("*"):
        if each.is_file() and "__pycache__" not in each.parts:
            yield each
