"""The agreements of the story, recorded."""

from datetime import UTC, datetime

from factories.agreement_facts import ALL, AS_AT, CURE, DESK, HOST, LATE, MAIL, SUPPLIER
from scrutable.housekeeping.writes import agreements as _registered  # noqa: F401  (refuses)
from scrutable.records import writes
from scrutable.registers import writes as registers

__all__ = ["AS_AT", "AT", "CURE", "DESK", "HOST", "LATE", "MAIL", "record", "stored", "supplier"]
AT = datetime(2026, 10, 1, 9, tzinfo=UTC)


def supplier(at=AT):
    registers.record_supplier(supplier=SUPPLIER, by="a.patel", at=at)


def record(of, at=AT, **options):
    return writes.record(of=of, by="b.khan", at=at, **options)


def stored(*records, at=AT):
    supplier(at)
    return [record(one, at) for one in records or ALL]
