"""The extracts of a day laid before an engine."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from scrutable.housekeeping import engine as asking
from scrutable.housekeeping.facts import Extract, ExtractKind
from scrutable.kernel.wording import date_words
from scrutable.records.reads import every
from scrutable.registers import reads as registers


class NoExtract(Exception):
    """No extract of the kind was taken for the day, or its rows are deleted."""

    def __init__(self, kind: ExtractKind, as_at: date) -> None:
        super().__init__(
            f"No extract of {kind.value} was taken for {date_words(as_at)}. Take one first."
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
            path = snapshot_of(self.folder, kind, self.as_at)
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


def snapshot_of(folder: Path, kind: ExtractKind, as_at: date) -> Path | None:
    """Return the snapshot of the day, None where none was taken."""
    path = folder / kind.value / f"as_at={as_at.isoformat()}" / "rows.parquet"
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
