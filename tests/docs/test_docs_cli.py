import importlib.util
import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
WRITTEN = (ROOT / "docs" / "cli.md").read_text(encoding="utf-8")


def generator():
    spec = importlib.util.spec_from_file_location("reference", ROOT / "scripts/cli_reference.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_commands_are_documented_as_they_are():
    assert generator().document() == WRITTEN, "run `make docs`"


def test_every_command_says_what_it_does():
    sections = re.findall(
        r"^#+ (scrutable[^\n]*)\n\n```\n(.*?)\n```$", WRITTEN, re.DOTALL | re.MULTILINE
    )

    silent = [name for name, text in sections if not re.match(r"Usage: .*\n(  .*\n)*\n  \S", text)]
    assert len(sections) > 3
    assert silent == []
