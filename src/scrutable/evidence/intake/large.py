"""By what very large files are told apart, and how large a workbook among them may be."""

from scrutable.evidence.intake.limits import Limits

PARQUET, ZIP = b"PAR1", b"PK\x03\x04"
OLD_WORKBOOK = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
OF_WORKBOOKS = Limits(most_bytes=200_000_000, most_unpacked=2_000_000_000, most_cells=20_000_000)
