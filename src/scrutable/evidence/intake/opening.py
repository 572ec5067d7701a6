"""Opening a file of any kind that is read, or saying why not."""

import io
from collections.abc import Collection
from pathlib import Path

import olefile

from scrutable.evidence.facts import RowError
from scrutable.evidence.intake import refusals
from scrutable.evidence.intake.delimited import read_csv
from scrutable.evidence.intake.limits import LIMITS, Limits
from scrutable.evidence.intake.ods import read_ods
from scrutable.evidence.intake.parts import Parts, unpack
from scrutable.evidence.intake.refusals import Refused
from scrutable.evidence.intake.workbooks import Workbook, sheet_key
from scrutable.evidence.intake.xlsx import Reach, read_xlsx

OLE_HEAD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
ZIP_HEADS = (b"PK\x03\x04", b"PK\x05\x06")
TEXT_SUFFIXES = (".csv", ".tsv", ".txt")
ODS_KINDS = (
    b"application/vnd.oasis.opendocument.spreadsheet",
    b"application/vnd.oasis.opendocument.spreadsheet-template",
)


def size_fault(size: int, limits: Limits = LIMITS) -> list[RowError]:
    """Return why a file of that size is not read, or nothing; ask before reading it."""
    if size > limits.most_bytes:
        return [refusals.too_large(size, limits.most_bytes).error]
    return []


def read_path(path: Path) -> bytes | list[RowError]:
    """Return the file's bytes, or why they are not read; a large file is never opened."""
    try:
        size = path.stat().st_size
        if not path.is_file():  # a pipe would be waited for, and /dev/zero never ends
            return [RowError("", "This is not a file", "name the workbook itself")]
        return size_fault(size) or path.read_bytes()
    except OSError as fault:
        why = fault.strerror or "The file cannot be read"
        return [RowError("", why, "check that the file is there and that you may read it")]


def open_workbook(
    content: bytes,
    name: str,
    *,
    only: Collection[str] | None = None,
    limits: Limits = LIMITS,
) -> Workbook | list[RowError]:
    """Return the workbook, or why it cannot be read; the kind is told by content, not by name.

    With `only`, sheets of other names may be left out to save time. Macros are never run: a
    workbook that carries some is read for its values, with a notice.
    """
    wanted = None if only is None else frozenset(sheet_key(sheet) for sheet in only)
    try:
        if len(content) > limits.most_bytes:
            raise refusals.too_large(len(content), limits.most_bytes)
        return _opened(content, name, wanted, limits)
    except Refused as refused:
        return [refused.error]


def _opened(content: bytes, name: str, only: frozenset[str] | None, limits: Limits) -> Workbook:
    if content.startswith(OLE_HEAD):
        raise _ole_refusal(content)
    if content.startswith(ZIP_HEADS):
        return _unpacked(content, name, only, limits)
    if not content:
        raise Refused("The file is empty", "send the filled workbook")
    if name.lower().endswith(TEXT_SUFFIXES):
        return read_csv(content, name, limits)
    raise refusals.not_a_workbook()


def _ole_refusal(content: bytes) -> Refused:
    try:
        with olefile.OleFileIO(io.BytesIO(content)) as ole:
            is_locked = ole.exists("EncryptedPackage")
    except (OSError, ValueError, IndexError, TypeError, KeyError, AttributeError, RecursionError):
        return refusals.damaged()  # whatever olefile trips over in a damaged file
    return refusals.password() if is_locked else refusals.old_form(".xls")


def _unpacked(content: bytes, name: str, only: frozenset[str] | None, limits: Limits) -> Workbook:
    parts = unpack(content, limits)
    if parts.part("mimetype").strip() in ODS_KINDS:
        return read_ods(parts, name, limits)
    if "[Content_Types].xml" not in parts.names or not _is_excel(parts):
        raise refusals.not_a_workbook()
    return read_xlsx(content, parts, name, Reach(only, limits))


def _is_excel(parts: Parts) -> bool:
    if b"sheet.binary" in parts.part("[Content_Types].xml"):
        raise refusals.old_form(".xlsb")
    return "xl/workbook.xml" in parts.names
