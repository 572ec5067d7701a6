"""docs/data-path.md names files and what is in them; all of it exists."""

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
SRC = ROOT / "src" / "scrutable"
TEXT = (ROOT / "docs" / "data-path.md").read_text(encoding="utf-8")
NAMED = re.findall(
    r"`([a-z_/0-9]+\.(?:py|jinja|toml|typ|scss|js|md))`((?:(?:,\s+|\s+and\s+|\s+·\s+)`[A-Za-z_.]+`)*)",
    TEXT,
)
FIVE_FILES = ["A resolution", "A date", "A benefit", "An outcome", "A line of sight"]


def home(name: str) -> Path:
    return next((base / name for base in (SRC, ROOT) if (base / name).is_file()), SRC / name)


def defined(path: Path) -> set[str]:
    """Return the functions, classes, methods and constants of the file."""
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            names.add(node.name)
        elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
            names.add(node.id)
    return names


def test_the_path_is_told_from_end_to_end():
    files = [name for name, _ in NAMED]

    assert len(files) > 20
    assert {name.split("/")[0] for name in files} >= {
        "evidence",
        "contracts",
        "meetings",
        "audit",
        "documents",
        "reports",
        "overview",
        "portfolio",
    }


@pytest.mark.parametrize("road", FIVE_FILES)
def test_whoever_has_little_time_opens_five_files(road):
    told = re.search(rf"^## {road} in five files\n\n(.*?)\n\n", TEXT, re.DOTALL | re.MULTILINE)

    assert told, road
    assert len(re.findall(r"`[a-z_/0-9]+\.py`", told[1])) == 5


@pytest.mark.parametrize("name", sorted({name for name, _ in NAMED}))
def test_every_file_named_exists(name):
    assert home(name).is_file()


@pytest.mark.parametrize(("name", "things"), [pair for pair in NAMED if pair[1]])
def test_everything_named_is_in_its_file(name, things):
    named = {thing.split(".")[-1] for thing in re.findall(r"`([A-Za-z_.]+)`", things)}

    assert named - defined(home(name)) == set()
