import stat
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from scrutable.config import stores


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (
            "postgresql://jo:p%40ss@db.example:5433/scrutable",
            {"NAME": "scrutable", "USER": "jo", "PASSWORD": "p@ss", "HOST": "db.example"},
        ),
        (
            "postgresql://test@/postgres?host=/run/pg&sslmode=disable",
            {"NAME": "postgres", "USER": "test", "HOST": "/run/pg", "PORT": ""},
        ),
    ],
)
def test_postgresql(url, expected):
    found = stores.postgresql(urlsplit(url))

    assert expected.items() <= found.items()


def test_postgresql_passes_other_options_on():
    found = stores.postgresql(urlsplit("postgresql:///x?host=/run/pg&sslmode=require"))

    assert found["OPTIONS"] == {"sslmode": "require"}


def test_sqlite_takes_the_write_lock_first_and_waits():
    options = stores.sqlite(Path("x"))["OPTIONS"]

    assert options["transaction_mode"] == "IMMEDIATE"
    assert options["timeout"] == 20
    assert "journal_mode=WAL" in options["init_command"]


def test_a_secret_is_made_once_for_its_owner_only(tmp_path):
    path = tmp_path / "secret_key"

    first = stores.kept_secret(path)

    assert len(first) >= 50
    assert stores.kept_secret(path) == first
    assert stat.S_IMODE(path.stat().st_mode) == 0o600
