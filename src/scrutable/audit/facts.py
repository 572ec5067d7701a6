"""What is kept of every change: who, when, what, before, after."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

FIRST_SEAL = "0" * 64


@dataclass(frozen=True, slots=True, kw_only=True)
class EventFact:
    """One event of the log."""

    number: int
    at: datetime
    by: str
    verb: str
    subject: str
    before: Mapping[str, object]
    after: Mapping[str, object]
    seal: str

    @property
    def reference(self) -> str:
        """Return the event's own reference."""
        return f"event/{self.number}"


@dataclass(frozen=True, slots=True)
class Break:
    """A place where the chain of seals does not hold."""

    number: int
    fault: str


def canonical_json(value: object) -> str:
    """Return the one text that stands for the value: sorted keys, no spare spaces."""
    return json.dumps(value, sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def seal_of(*, number: int, at: datetime, head: tuple[str, str, str], body: str, last: str) -> str:
    """Return the event's seal, which covers the seal before it; `head` is by, verb, subject."""
    moment = at.isoformat(timespec="microseconds")
    text = canonical_json([number, moment, *head, body, last])
    return hashlib.sha256(text.encode()).hexdigest()
