import os
import subprocess
import sys

import pytest

from scrutable.cli import address_at

KEPT = ("PATH", "HOME", "LANG", "VIRTUAL_ENV", "PYTHONPATH")


@pytest.mark.parametrize(
    "command",
    [
        ["contracts", "judge", "CSS", "--from", "2026-04", "--to", "2026-09"],
        ["reports", "check", "CSS-2026-1"],
        ["trace", "kpi/CSS/CSC_KPI_04/2026-09"],
    ],
)
def test_where_no_records_are_kept_a_sentence_says_how_to_begin(command, tmp_path):
    surroundings = {name: os.environ[name] for name in KEPT if name in os.environ}
    outcome = subprocess.run(
        [sys.executable, "-m", "scrutable", *command],
        env={**surroundings, "DATA_DIR": str(tmp_path)},
        capture_output=True,
        text=True,
        check=False,
    )

    assert outcome.returncode == 1
    assert outcome.stdout == ""
    assert outcome.stderr.startswith("Error: No records are kept here yet. Set DATA_DIR or")
    assert "Traceback" not in outcome.stderr


@pytest.mark.parametrize(
    ("host", "expected"),
    [
        ("127.0.0.1", "http://127.0.0.1:8301"),
        ("0.0.0.0", "http://127.0.0.1:8301"),  # noqa: S104  (only looked at)
        ("::", "http://127.0.0.1:8301"),
        ("::1", "http://[::1]:8301"),
        ("it.council.uk", "http://it.council.uk:8301"),
    ],
)
def test_links_lead_to_where_the_pages_answer(host, expected):
    assert address_at(host, 8301) == expected
