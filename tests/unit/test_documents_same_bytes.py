import os
import subprocess
import sys
from pathlib import Path

import pytest

from factories.document_samples import LINKS, report
from scrutable.documents.render import FORMATS, Options, render_all, render_one, renderer_versions

TESTS = Path(__file__).parents[1]
PROGRAM = """
import hashlib, warnings
from factories.document_samples import LINKS, report
from scrutable.documents.canonical import from_json, to_json
from scrutable.documents.render import Options, render_all
made = render_all(from_json(to_json(report())), Options(LINKS))
print({name: hashlib.sha256(content).hexdigest() for name, content in made.items()})
"""


def hashes(seed):
    surroundings = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(TESTS), "TZ": seed}
    found = subprocess.run(
        [sys.executable, "-c", PROGRAM], env=surroundings, capture_output=True, check=True
    )
    return found.stdout


def test_the_same_tree_gives_the_same_bytes_in_another_process():
    assert hashes("1") == hashes("20")


def test_the_same_tree_gives_the_same_bytes_again():
    first = render_all(report(), Options(LINKS))

    assert render_all(report(), Options(LINKS)) == first
    assert sorted(first) == ["docx", "html", "pdf", "txt", "xlsx"]


@pytest.mark.parametrize("name", FORMATS)
def test_one_format_is_the_same_as_in_all(name):
    assert render_one(report(), name, Options(LINKS)) == render_all(report(), Options(LINKS))[name]


@pytest.mark.parametrize("name", FORMATS)
def test_another_word_is_another_file(name):
    other = report(title="Contract performance, quarter 3")

    assert render_one(other, name, Options(LINKS)) != render_one(report(), name, Options(LINKS))


def test_what_renders_names_its_packages_and_our_own_part():
    found = renderer_versions()

    assert sorted(found) == ["docx", "html", "pdf", "txt", "xlsx"]
    assert found["pdf"].startswith("typst 0.15")
    assert "python-docx 1.2.0" in found["docx"]
    assert all("own " in versions for versions in found.values())
    assert len({versions.rsplit(" ", 1)[1] for versions in found.values()}) == 5
