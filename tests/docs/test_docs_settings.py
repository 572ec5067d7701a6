"""docs/settings.md names every variable that settings read, and no other."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
READ = re.compile(r'env\.(?:text|flag|number|url|names|sealing_keys)\(\s*"([A-Z_]+)"')
NAMED = re.compile(r"^\| `([A-Z_]+)` \|", re.MULTILINE)


def test_every_variable_is_documented_and_none_besides():
    read = set(READ.findall((ROOT / "src/scrutable/config/settings.py").read_text()))
    named = NAMED.findall((ROOT / "docs/settings.md").read_text())

    assert set(named) == read
    assert len(named) == len(set(named))


def test_nothing_but_the_settings_reads_the_environment():
    readers = {
        path.relative_to(ROOT / "src/scrutable").as_posix()
        for path in (ROOT / "src").rglob("*.py")
        if re.search(r"getenv|os\.environ\b(?!\.setdefault)", path.read_text())
    }

    assert readers == {"config/env.py"}
