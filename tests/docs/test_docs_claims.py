"""What the documents say can be typed can be typed, and what they link to is there."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
DOCUMENTS = sorted(
    [
        *ROOT.glob("*.md"),
        *(ROOT / "docs").glob("*.md"),
        *(ROOT / "docs/how-to").glob("*.md"),
        *(ROOT / "docs/decisions").glob("*.md"),
    ]
)
TARGETS = set(
    re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
)
COMMANDS = re.findall(
    r"^#+ (scrutable.*)$", (ROOT / "docs/cli.md").read_text(encoding="utf-8"), re.MULTILINE
)


def text(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def typed(path: Path) -> list[str]:
    """Return what stands between backticks or in blocks of code."""
    blocks = re.findall(r"^```\n(.*?)^```", text(path), re.DOTALL | re.MULTILINE)
    return [line for block in blocks for line in block.splitlines()] + re.findall(
        r"`([^`\n]+)`", text(path)
    )


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_target_named_is_in_the_makefile(path):
    named = {found for line in typed(path) for found in re.findall(r"\bmake ([a-z]+)", line)}

    assert named - TARGETS == set()


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_command_named_is_one(path):
    lines = [line for line in typed(path) if "Usage:" not in line]
    named = {
        " ".join(["scrutable", *found.split()])
        for line in lines
        for found in re.findall(
            r"(?:^|[\s/])scrutable ((?:[a-z][a-z-]* ?){1,2})(?=\s|$)", line.strip()
        )
    }

    unknown = {
        command
        for command in named
        if command not in COMMANDS and command.rsplit(" ", 1)[0] not in LEAVES
    }
    assert unknown == set()


LEAVES = {
    command
    for command in COMMANDS
    if not any(other.startswith(f"{command} ") for other in COMMANDS)
}


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_leads_somewhere(path):
    links = re.findall(r"\]\(([^)#\s]+)\)", text(path))

    gone = [link for link in links if "://" not in link and not (path.parent / link).exists()]
    assert gone == []
