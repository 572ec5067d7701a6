"""Which files came, and what was in them."""

from scrutable.evidence import facts
from scrutable.evidence.models import Content, StoredFile


def stored_file(file: str, *, known: int | None = None) -> facts.StoredFile | None:
    """Return the file by its SHA-256 or its reference (`file/0a1b2c3d4e5f`), as it first came.

    `known` is the number of the last event that counts; without it all do.
    """
    prefix = file.removeprefix("file/").lower()
    if len(prefix) < len("0a1b2c3d4e5f"):
        return None
    rows = StoredFile.objects.filter(sha256__startswith=prefix).order_by("event", "id")
    if known is not None:
        rows = rows.filter(event__lte=known)
    row = rows.first()
    return _fact(row) if row else None


def stored_files(hashes: list[str]) -> dict[str, facts.StoredFile]:
    """Return the files by their SHA-256 in one query, each as it first came."""
    rows = StoredFile.objects.filter(sha256__in=hashes).order_by("-event", "-id")
    return {row.sha256: _fact(row) for row in rows}


def content(sha256: str) -> bytes | None:
    """Return the file's bytes, or None where none are kept under this SHA-256."""
    found = Content.objects.filter(sha256=sha256).values_list("content", flat=True).first()
    return None if found is None else bytes(found)


def _fact(row: StoredFile) -> facts.StoredFile:
    return facts.StoredFile(
        sha256=row.sha256,
        name=row.name,
        size=row.size,
        received_at=row.received_at,
        received_by=row.received_by,
        event=row.event,
    )
