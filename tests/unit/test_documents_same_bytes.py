import os
import subprocess
import sys
from pathlib import Path

import pytest

from factories.document_samples import LINKS, report
from scrutable.documents.render import Options, makers, renderer_versions

FORMATS = ("docx", "html", "pdf", "txt", "xlsx")
TESTS = Path(__file__).parents[1]
PROGRAM = """
import hashlib, warnings
from factories.document_samples import LINKS, report
from scrutable.documents.canonical import from_json, to_json
from scrutable.documents.render import Options, makers
making = makers(from_json(to_json(report())), Options(LINKS))
print({name: hashlib.sha256(make()).hexdigest() for name, make in making.items()})
"""


def every_format(document):
    return {name: make() for name, make in makers(document, Options(LINKS)).items()}


def one_format(document, name):
    return makers(document, Options(LINKS))[name]()


def hashes(seed):
    surroundings = {**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": str(TESTS), "TZ": seed}
    found = subprocess.run(
        [sys.executable, "-c", PROGRAM], env=surroundings, capture_output=True, check=True
    )
    return found.stdout


def test_the_same_tree_gives_the_same_bytes_in_another_process():
    assert hashes("1") == hashes("20")


def test_the_same_tree_gives_the_same_bytes_again():
    first = every_format(report())

    assert every_format(report()) == first
    assert sorted(first) == ["docx", "html", "pdf", "txt", "xlsx"]


@pytest.mark.parametrize("name", FORMATS)
def test_one_format_is_the_same_as_in_all(name):
    assert one_format(report(), name) == every_format(report())[name]


@pytest.mark.parametrize("name", FORMATS)
def test_another_word_is_another_file(name):
    other = report(title="Contract performance, quarter 3")

    assert one_format(other, name) != one_format(report(), name)


def test_what_renders_names_its_packages_and_our_own_part():
    found = renderer_versions()

    assert sorted(found) == ["docx", "html", "pdf", "txt", "xlsx"]
    assert found["pdf"].startswith("typst 0.15")
    assert "python-docx 1.2.0" in found["docx"]
    assert all("own " in versions for versions in found.values())
    assert len({versions.rsplit(" ", 1)[1] for versions in found.values()}) == 5
