"""Unpacking the parts of a zipped workbook within limits, whatever the archive claims."""

import io
import zipfile
import zlib
from collections.abc import Mapping
from dataclasses import dataclass

from scrutable.evidence.intake import refusals
from scrutable.evidence.intake.limits import Limits

READABLE = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
ENCRYPTED = 0x1
# Everything that zipfile is known to raise on archives that were cut, spoilt or forged.
SPOILT = (
    zipfile.BadZipFile, zlib.error, OSError, EOFError, NotImplementedError, RuntimeError,
    ValueError, OverflowError, IndexError,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Parts:
    """The unpacked parts of a workbook by their names."""

    contents: Mapping[str, bytes]

    @property
    def names(self) -> frozenset[str]:
        """Return the names of all parts."""
        return frozenset(self.contents)

    def part(self, name: str) -> bytes:
        """Return a part's bytes; nothing where there is no such part."""
        return self.contents.get(name, b"")


def unpack(content: bytes, limits: Limits) -> Parts:
    """Return all parts; raises Refused for a damaged, locked or swelling archive.

    Sizes are checked as declared and again as found: a part is never unpacked beyond what it
    declares, and one that holds more fails its checksum.
    """
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            infos = archive.infolist()
            _check(infos, limits)
            return Parts({info.filename: _read(archive, info) for info in infos})
    except SPOILT as fault:
        raise refusals.damaged() from fault


def _check(infos: list[zipfile.ZipInfo], limits: Limits) -> None:
    names = {info.filename.lower() for info in infos}
    if len(infos) > limits.most_parts or len(names) != len(infos):
        raise refusals.unpacks_to_too_much()
    if sum(info.file_size for info in infos) > limits.most_unpacked:
        raise refusals.unpacks_to_too_much()
    for info in infos:
        if info.flag_bits & ENCRYPTED:
            raise refusals.password()
        if info.compress_type not in READABLE:
            raise refusals.damaged()
        most = limits.most_ratio * max(info.compress_size, 1)
        if info.file_size > limits.ratio_from and info.file_size > most:
            raise refusals.unpacks_to_too_much()


def _read(archive: zipfile.ZipFile, info: zipfile.ZipInfo) -> bytes:
    """Unpack one part; asking for a size keeps zlib from running ahead of the declared one."""
    with archive.open(info) as part:
        content = part.read(info.file_size)
        part.read(1)  # reaches the end, where the checksum is compared
        return content
