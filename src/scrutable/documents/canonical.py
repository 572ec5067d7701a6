"""The tree as canonical JSON and back, exactly; pure."""

import json
from dataclasses import fields, is_dataclass
from datetime import date
from decimal import Decimal
from typing import Any, cast

from scrutable.documents import blocks, pieces
from scrutable.documents.charts import facts

MARK = "is"  # the name under which each object says what it is

_KINDS: dict[str, type[Any]] = {
    kind.__name__: kind
    for room in (facts, pieces, blocks)
    for kind in vars(room).values()
    if isinstance(kind, type) and is_dataclass(kind)
}
_FIELDS = {name: tuple(f.name for f in fields(kind)) for name, kind in _KINDS.items()}


class UnknownKind(ValueError):
    """Stored JSON names a kind of block that this version does not have."""

    def __init__(self, kind: object) -> None:
        super().__init__(f"The stored document holds “{kind}”, which this version cannot read")


def to_json(document: blocks.Document) -> str:
    """Return the document as JSON: names sorted, no spaces, every field stated."""
    return json.dumps(_plain(document), sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def from_json(text: str) -> blocks.Document:
    """Return the document that `to_json` wrote; raises UnknownKind for another's JSON."""
    document = _alive(json.loads(text))
    if not isinstance(document, blocks.Document):
        raise UnknownKind(type(document).__name__)
    return document


def _plain(value: object) -> object:
    name = type(value).__name__
    if name in _FIELDS:
        return {MARK: name} | {f: _plain(getattr(value, f)) for f in _FIELDS[name]}
    match value:
        case tuple():
            return [_plain(item) for item in value]
        case Decimal():
            return {MARK: "Decimal", "value": str(value)}
        case date():
            return {MARK: "date", "value": value.isoformat()}
        case str() | int() | None:
            return value
    raise UnknownKind(name)


def _alive(value: object) -> object:
    if isinstance(value, list):
        return tuple(_alive(item) for item in value)
    if not isinstance(value, dict):
        return value
    content = cast("dict[str, object]", value)
    kind = content.get(MARK)
    if kind == "Decimal":
        return Decimal(str(content["value"]))
    if kind == "date":
        return date.fromisoformat(str(content["value"]))
    if kind not in _KINDS:
        raise UnknownKind(kind)
    names = _FIELDS[str(kind)]
    return _KINDS[str(kind)](**{name: _alive(content[name]) for name in names if name in content})
