"""Whatever is recorded whole, recorded: one row under one event, refused with every fault."""

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import replace
from datetime import datetime
from functools import singledispatch
from typing import Any, TypeVar

from scrutable.audit.writes import Change, change
from scrutable.evidence.facts import RowError
from scrutable.kernel.wording import london_day
from scrutable.records import reads, rules
from scrutable.records.facts import Record
from scrutable.records.models import TABLES
from scrutable.records.writes.fitting import refusals_of_columns
from scrutable.records.writes.refusing import UnfitRecord, WrittenMeanwhile

Kind = TypeVar("Kind", bound=Record)
BATCH = 500  # rows of one insert


def record(*, of: Kind, by: str, at: datetime, based_on: int | None = None) -> Kind:
    """Record the thing as it is from now on, and return it with its version, and its number.

    A number of 0 at the end of its key gives it the next one. `based_on` is the version that
    somebody had before them. Raises UnfitRecord with everything that is wanting, and
    WrittenMeanwhile where another version stands by now.
    """
    if lacking := refusals_of_columns(of):
        raise UnfitRecord(lacking)
    kind = type(of)
    with change(verb=f"{_verb(kind)}_recorded", subject=of.reference, by=by, at=at) as under_way:
        known = under_way.number - 1
        found = _numbered(of)
        before = reads.stands(kind, known, **_key(found))
        if based_on is not None and (before.version if before else 0) != based_on:
            raise WrittenMeanwhile(kind.WHAT)
        lacking = [
            *rules.refusals_of(found),
            *rules.refusals_on(found, london_day(under_way.at)),
            *refusals_among_records(found, known),
        ]
        if lacking:
            raise UnfitRecord(lacking)
        columns = _columns(found)
        TABLES[kind]._default_manager.create(**columns, event=under_way.number)  # noqa: SLF001  (Django's name for it)
        under_way.subject = found.reference
        under_way.before = said_in_log(before) if before else {}
        under_way.after = said_in_log(found)
    return replace(found, version=under_way.number)


@singledispatch
def refusals_among_records(of: Record, known: int) -> Sequence[RowError]:  # noqa: ARG001  (what others ask)
    """Return what does not go together with the other records; nothing where all does."""
    return ()


def keep_all(found: Sequence[Record], under_way: Change) -> list[Record]:
    """Keep records that were found fit under one event, and return them with their numbers."""
    taken: Counter[tuple[Any, ...]] = Counter()
    kept: list[Record] = []
    for one in found:
        kind, *within = type(one), *(getattr(one, name) for name in type(one).KEY[:-1])
        is_new = getattr(one, kind.KEY[-1]) == 0
        numbered = _numbered(one)
        if is_new:
            last = kind.KEY[-1]
            numbered = replace(numbered, **{last: getattr(numbered, last) + taken[kind, *within]})
            taken[kind, *within] += 1
        kept.append(numbered)
    for kind in dict.fromkeys(map(type, kept)):
        rows = TABLES[kind]
        rows._default_manager.bulk_create(  # noqa: SLF001  (Django's name for it)
            [rows(**_columns(one), event=under_way.number) for one in kept if type(one) is kind],
            BATCH,
        )
    return [replace(one, version=under_way.number) for one in kept]


def _numbered(of: Kind) -> Kind:
    *within, last = type(of).KEY
    if getattr(of, last) != 0:
        return of
    number = reads.next_number(type(of), **{name: getattr(of, name) for name in within})
    return replace(of, **{last: number})


def _key(of: Record) -> dict[str, Any]:
    return {name: getattr(of, name) for name in type(of).KEY}


def _verb(kind: type[Record]) -> str:
    return "".join(f"_{sign.lower()}" if sign.isupper() else sign for sign in kind.__name__)[1:]


def _columns(of: Record) -> dict[str, Any]:
    plain = reads.adapter(type(of)).dump_python(of, mode="json")
    del plain["version"]
    return {
        name: value if isinstance(value, list) else getattr(of, name)
        for name, value in plain.items()
    }


@singledispatch
def said_in_log(of: Hashable) -> dict[str, Any]:
    """Return what the log says of it: everything that is said at all.

    A kind that holds what readers of the log may not see registers what may be said of it.
    """
    plain = reads.adapter(type(of)).dump_python(of, mode="json")
    del plain["version"]
    return {name: value for name, value in plain.items() if value not in ("", None, [])}
