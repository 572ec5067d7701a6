"""The how-tos of portfolio and estate, typed into the demonstration from first line to last."""

import re
import shlex
from pathlib import Path

import pytest
from click.testing import CliRunner

from scrutable.cli import main

pytestmark = [pytest.mark.usefixtures("westmere"), pytest.mark.django_db]
FOLDER = Path(__file__).parents[2] / "docs" / "how-to"
HOW_TOS = (
    "send-monthly-updates",
    "look-back-on-a-strategy",
    "judge-the-outcomes-of-a-transition",
    "measure-benefits",
    "make-the-six-monthly-overview",
    "keep-the-estate-in-order",
    "renew-agreements",
    "show-the-licence-position",
)
BLOCK = re.compile(r"(?:this as `([\w.-]+)`:\n\n)?^```\n(.*?)^```", re.DOTALL | re.MULTILINE)
FINDS_SOMETHING = (  # and exits with 1
    "scrutable portfolio handovers INFRA",
    "scrutable attention",
    "scrutable housekeeping findings ",
    "scrutable housekeeping take ",
    "scrutable housekeeping reconcile ",
    "scrutable housekeeping position",
    "scrutable housekeeping agreements ran-on",
)


@pytest.mark.parametrize("name", HOW_TOS)
def test_every_command_does_what_the_how_to_says(name, tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    typed = 0

    for kept_as, block in BLOCK.findall((FOLDER / f"{name}.md").read_text("utf-8")):
        if kept_as:
            Path(kept_as).write_text(block, "utf-8")
            continue
        for line in block.splitlines():
            outcome = CliRunner().invoke(main, shlex.split(line)[1:])
            expected = int(line.startswith(FINDS_SOMETHING))
            assert outcome.exit_code == expected, f"{line}\n{outcome.stderr}"
            typed += 1

    assert typed > 3
