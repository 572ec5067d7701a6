"""The data files of each demonstration, as rows and tables."""

import csv
import io
import tomllib
from collections.abc import Iterator
from datetime import datetime
from decimal import Decimal
from hashlib import sha256
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from scrutable.demo.facts import Council
from scrutable.kernel.wording import LONDON
from scrutable.meetings.rules.reading import READER

Row = dict[str, str]


def content(council: Council, name: str) -> bytes:
    """Return the bytes of one data file."""
    return _folder(council).joinpath(name).read_bytes()


def rows(council: Council, name: str) -> list[Row]:
    """Return the rows of a CSV file, each by its headings."""
    return list(csv.DictReader(io.StringIO(content(council, name).decode("utf-8"))))


def table(council: Council, name: str) -> dict[str, Any]:
    """Return what a TOML file says."""
    return tomllib.loads(content(council, name).decode("utf-8"))


def digest(council: Council) -> str:
    """Return a digest of what decides on a store: the council's files, our code, every table.

    The version of the rules that read minutes is part of it: others would read otherwise.
    """
    sealed = sha256(READER.encode())
    code = files("scrutable")
    for file in (*_below(_folder(council)), *_below(code / "demo", ".py"), *_migrations(code)):
        sealed.update(f"{file.name}\n".encode())
        sealed.update(file.read_bytes())
    return sealed.hexdigest()


def in_london(moment: datetime) -> datetime:
    """Return a moment that the files give in London's time."""
    return moment.replace(tzinfo=LONDON)


def moment(text: str) -> datetime:
    """Return a moment that a CSV file gives in London's time."""
    return in_london(datetime.fromisoformat(text))


def decimal(text: str) -> Decimal | None:
    """Return the number, or None where the field is empty."""
    return Decimal(text) if text else None


def yes(text: str) -> bool:
    """Test whether a field says yes."""
    return text == "yes"


def _folder(council: Council) -> Traversable:
    return files("scrutable.demo").joinpath("definitions", council.value)


def _below(folder: Traversable, ending: str = "") -> Iterator[Traversable]:
    """Yield every file below the folder, in the order of names."""
    for entry in sorted(folder.iterdir(), key=lambda entry: entry.name):
        if entry.is_dir():
            yield from _below(entry, ending)
        elif entry.name.endswith(ending):
            yield entry


def _migrations(code: Traversable) -> Iterator[Traversable]:
    for app in sorted(code.iterdir(), key=lambda app: app.name):
        if app.is_dir() and (app / "migrations").is_dir():
            yield from _below(app / "migrations", ".py")
