"""Starting Django for a demonstration: its own store, its own clock, said on every page."""

import os
from pathlib import Path

import django
from django.conf import settings

from scrutable.demo.facts import Council
from scrutable.demo.intake.files import table

FOLDER = Path("var")
LAST = "demo-last"  # the file that names the council that was built last


def start(council: Council, port: int = 8000) -> None:
    """Set the environment of a demonstration, and Django up in it.

    A DATA_DIR or DATABASE_URL that is set stands. Where Django has started already, as in tests,
    its settings stand.
    """
    if not settings.configured:
        os.environ.setdefault("DEMONSTRATION", "1")
        os.environ.setdefault("DATA_DIR", str(FOLDER / f"demo-{council}"))
        said = table(council, "reports.toml")
        os.environ.setdefault("COUNCIL_NAME", said["council_name"])
        os.environ.setdefault("DEMONSTRATION_WORDS", said["words"])
        os.environ.setdefault("BASE_URL", f"http://127.0.0.1:{port}")
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "scrutable.config.settings")
        django.setup()


def last_council() -> Council:
    """Return the council that was built last; Westmere where none was."""
    path = FOLDER / LAST
    return Council(path.read_text("utf-8").strip()) if path.exists() else Council.WESTMERE


def note_last(council: Council) -> None:
    """Note the council as the one that was built last."""
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / LAST).write_text(f"{council}\n", "utf-8")
