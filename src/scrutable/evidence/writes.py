"""Keeping what was received."""

from datetime import datetime
from hashlib import sha256
from pathlib import PurePosixPath

from scrutable.audit.writes import Change
from scrutable.evidence.models import Content, StoredFile

MOST_NAME = 255


def keep_file(content: bytes, name: str, *, by: str, at: datetime, change: Change) -> str:
    """Keep the file as part of a change under way and return its SHA-256.

    The bytes lie in the database, so that a load that fails leaves no file behind. The same
    bytes are kept once; the same bytes under the same name add nothing at all.
    """
    digest = sha256(content).hexdigest()
    if not Content.objects.filter(sha256=digest).exists():
        Content.objects.create(sha256=digest, content=content, event=change.number)
    label = file_label(name)
    if not StoredFile.objects.filter(sha256=digest, name=label).exists():
        StoredFile.objects.create(
            sha256=digest,
            name=label,
            size=len(content),
            received_at=at,
            received_by=by,
            event=change.number,
        )
    return digest


def file_label(name: str) -> str:
    r"""Return the name that is kept: without folders or marks that do not print, its end kept.

    >>> file_label(r"C:\returns\september.xlsx"), file_label("../a.csv"), file_label("/")
    ('september.xlsx', 'a.csv', 'unnamed')
    """
    last = PurePosixPath(name.replace("\\", "/")).name
    plain = "".join(mark for mark in last if mark.isprintable()).strip()
    return plain[-MOST_NAME:] or "unnamed"
