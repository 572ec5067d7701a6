"""Registers loaded whole: all of their rows under one event, or none."""

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date, datetime
from typing import Any

from django.db import transaction

from scrutable.audit.writes import Change, change
from scrutable.evidence.writes import keep_file
from scrutable.kernel.wording import london_day
from scrutable.records.facts import Loaded, Record, Register
from scrutable.records.writes.recording import keep_all
from scrutable.records.writes.refusing import UnfitRecord

Logged = Callable[[Sequence[Record]], Mapping[str, object]]


class _NothingNew(Exception):
    """The register says nothing that is not recorded already."""


def by_reference(kept: Sequence[Record]) -> Mapping[str, object]:
    """Return what the log says of the records: the reference of each."""
    return {"records": [one.reference for one in kept]}


@dataclass(frozen=True, slots=True, kw_only=True)
class RegisterSent:
    """A register as it was sent, how it is read, and under which words it goes into the log.

    `read` holds it against what was known at an event, on a day.
    """

    content: bytes
    name: str
    verb: str
    subject: str
    read: Callable[[int, date], Register]
    logged: Logged = by_reference


def load_register(*, sent: RegisterSent, by: str, at: datetime) -> Loaded:
    """Take in a register, all of it or nothing; what it says already changes nothing.

    Raises UnfitRecord with every fault and its cell.
    """
    counted: Counter[bool | None] = Counter()
    number = 0
    event = change(verb=sent.verb, subject=sent.subject, by=by, at=at)
    try:
        with transaction.atomic(), event as under_way:
            found = sent.read(under_way.number - 1, london_day(under_way.at))
            if found.errors:
                raise UnfitRecord(found.errors)
            counted = Counter(one.before is None if one.says_more else None for one in found.lines)
            told = [one.record for one in found.lines if one.says_more]
            _keep(told, sent, by, under_way)
            number = under_way.number
    except _NothingNew:
        pass
    return Loaded(new=counted[True], changed=counted[False], known=counted[None], version=number)


def _keep(told: Sequence[Record], sent: RegisterSent, by: str, under_way: Change) -> None:
    if not told:
        raise _NothingNew
    file = keep_file(sent.content, sent.name, by=by, at=under_way.at, change=under_way)
    kept = keep_all([_from(one, file) for one in told], under_way)
    under_way.after = {"file": file, **sent.logged(kept)}


def _from(one: Record, file: str) -> Record:
    """Return the record with the file that it is from, where its kind says one."""
    said: dict[str, Any] = {"file": file}
    return replace(one, **said) if any(each.name == "file" for each in fields(one)) else one
