"""The pins are what pyproject.toml asks for; no registry is asked."""

import re
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
EXTRAS = PROJECT["optional-dependencies"]
ASKED = {
    "requirements.txt": PROJECT["dependencies"] + EXTRAS["build"],
    "requirements-dev.txt": PROJECT["dependencies"] + EXTRAS["build"] + EXTRAS["dev"],
    "requirements-spark.txt": EXTRAS["spark"],
}


def text(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def pins(name: str) -> dict[str, str]:
    found = re.findall(r"^([A-Za-z0-9._-]+)(?:\[[^\]]*\])?==([^\s;\\]+)", text(name), re.MULTILINE)
    return {canonicalize_name(package): version for package, version in found}


@pytest.mark.parametrize("name", ASKED)
def test_every_dependency_is_pinned_within_what_is_asked_for(name):
    pinned = pins(name)

    wrong = [
        asked
        for asked in map(Requirement, ASKED[name])
        if not asked.specifier.contains(pinned.get(canonicalize_name(asked.name), "0"))
    ]

    assert wrong == [], "run `make pins`"


@pytest.mark.parametrize("name", ASKED)
def test_every_pin_has_a_hash_and_no_address(name):
    entries = re.split(r"\n(?=[A-Za-z])", re.sub(r"^#.*\n", "", text(name), flags=re.MULTILINE))

    assert [entry for entry in entries if entry.strip() and "--hash=sha256:" not in entry] == []
    assert "://" not in text(name)


def test_tests_run_on_the_versions_that_are_served():
    served, tested = pins("requirements.txt"), pins("requirements-dev.txt")

    assert {name: tested.get(name) for name in served} == served


def test_the_assets_are_pinned_by_hash_without_address():
    assert '"integrity"' in text("package-lock.json")
    assert '"resolved"' not in text("package-lock.json")
