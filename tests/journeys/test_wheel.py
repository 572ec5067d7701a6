"""Somebody installs the built wheel on a machine that has never seen this folder."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]


@pytest.fixture(scope="module")
def installed(tmp_path_factory):
    folder = tmp_path_factory.mktemp("wheel")
    build = [
        sys.executable,
        "-m",
        "build",
        "--wheel",
        "--no-isolation",
        "--outdir",
        folder / "dist",
    ]
    subprocess.run([*build, ROOT], check=True, capture_output=True)
    (wheel,) = (folder / "dist").iterdir()
    install = [sys.executable, "-m", "pip", "install", "--quiet", "--no-index", "--no-deps"]
    subprocess.run([*install, "--target", folder / "site", wheel], check=True, capture_output=True)
    return folder / "site"


def run(installed: Path, *arguments: str) -> str:
    """Run in the folder of the wheel's copy, which then comes before the one worked on."""
    outside = {"DJANGO_SETTINGS_MODULE", "DATABASE_URL"}
    environment = {name: value for name, value in os.environ.items() if name not in outside}
    return subprocess.run(
        [sys.executable, *arguments],
        cwd=installed.parent,
        env=environment | {"PYTHONPATH": str(installed), "DATA_DIR": str(installed.parent / "var")},
        check=True,
        capture_output=True,
        text=True,
    ).stdout


def test_the_wheels_command_is_the_command(installed):
    where = run(installed, "-c", "import scrutable; print(scrutable.__file__)")

    assert Path(where.strip()).is_relative_to(installed)
    assert "Make a council's IT scrutable" in run(installed, "-m", "scrutable", "--help")


@pytest.mark.parametrize("asset", ["built/scrutable.css", "built/govuk-frontend.min.js"])
def test_the_wheel_carries_the_assets(installed, asset):
    found = run(installed, "-m", "scrutable", "manage", "findstatic", "--first", asset)

    assert str(installed / "scrutable" / "govuk" / "static" / asset) in found


def test_the_wheel_carries_every_file_that_is_not_code(installed):
    kinds = {".jinja", ".css", ".csv", ".toml", ".typ", ".svg", ".json", ".txt", ".js"}
    ours = ROOT / "src" / "scrutable"
    wanted = {path.relative_to(ours) for path in ours.rglob("*") if path.suffix in kinds}

    carried = {
        path.relative_to(installed / "scrutable")
        for path in installed.rglob("*")
        if path.is_relative_to(installed / "scrutable")
    }
    assert wanted - carried == set()
