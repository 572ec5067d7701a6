"""The extracts of a day laid before an engine."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from scrutable.housekeeping import engine as asking
from scrutable.housekeeping.facts import Extract, ExtractKind, SavedMapping
from scrutable.housekeeping.facts.extracts import REFUSED, ROWS
from scrutable.housekeeping.intake import workshop
from scrutable.kernel.wording import date_words
from scrutable.records.reads import every
from scrutable.registers import reads as registers


class NoExtract(Exception):
    """No extract of the kind was taken for the day, or its rows are deleted."""

    def __init__(self, kind: ExtractKind, as_at: date) -> None:
        super().__init__(
            f"No extract of {kind.value} was taken for {date_words(as_at)}. Take one first."
        )


class NoMapping(Exception):
    """Nobody saved a mapping of the name."""

    def __init__(self, name: str) -> None:
        super().__init__(
            f"No mapping is called “{name}”. Save one with scrutable housekeeping mapping."
        )


@dataclass(slots=True, kw_only=True)
class Laid:
    """The extracts of a day laid before an engine; each is read once, when it is asked for."""

    engine: asking.Engine
    folder: Path
    as_at: date
    known: int
    extracts: Mapping[ExtractKind, Extract]
    tables: set[str] = field(default_factory=set)

    def has(self, *kinds: ExtractKind) -> bool:
        """Test whether all of these were taken for the day and their rows still lie there."""
        return all(kind in self.extracts for kind in kinds)

    def table(self, name: str, kind: ExtractKind) -> str:
        """Lay the rows as the table of this name; return the extract's reference and version."""
        if kind not in self.extracts:
            raise NoExtract(kind, self.as_at)
        found = self.extracts[kind]
        if name not in self.tables:
            path = snapshot_of(self.folder, found)
            if path is None:
                raise NoExtract(kind, self.as_at)
            self.engine.snapshot(name, path)
            self.tables.add(name)
        return f"{found.reference}@{found.version}"

    def people(self) -> str:
        """Lay the staff and work out who is who; return the extract's reference and version."""
        is_new = "people" not in self.tables
        reference = self.table("people", ExtractKind.STAFF)
        if is_new:
            asking.know_people(self.engine)
        return reference

    def policy(self, name: str) -> Mapping[str, object]:
        """Return the council's policy of the name as it was for the day."""
        return registers.policy(name, self.as_at, self.known)


def saved_mappings(name: str, known: int) -> dict[ExtractKind, SavedMapping]:
    """Return the saved mapping of the name for each kind of extract; raises NoMapping."""
    found = {one.kind: one for one in every(SavedMapping, known, name=name)}
    if not found:
        raise NoMapping(name)
    return found


@contextmanager
def engine_at_work(
    folder: Path, *, name: str = "duckdb", master: str = "local[*]", megabytes: int = 0
) -> Iterator[asking.Engine]:
    """Give the engine of the name, which puts what it has no room for within the folder.

    `megabytes` is what it may take, nought as much as it thinks fit. Raises NoEngine.
    """
    with workshop(folder) as spill:
        yield asking.opened(name, master=master, megabytes=megabytes, spill_to=str(spill))


def snapshot_of(folder: Path, extract: Extract) -> Path | None:
    """Return where the rows of the extract lie, None where they lie no longer."""
    return _if_there(folder / extract.place / ROWS)


def refused_rows_of(folder: Path, extract: Extract) -> Path | None:
    """Return where the rows that were refused lie, None where they lie no longer."""
    return _if_there(folder / extract.place / REFUSED)


def _if_there(path: Path) -> Path | None:
    return path if path.is_file() else None


def laid(folder: Path, as_at: date, known: int, engine: asking.Engine) -> Laid:
    """Return the extracts of the day, for the engine to read."""
    taken = every(Extract, known, as_at=as_at, deleted_on=None)
    return Laid(
        engine=engine,
        folder=folder,
        as_at=as_at,
        known=known,
        extracts={one.kind: one for one in taken},
    )
