"""When a KPI comes onto the list, why it stays and when it leaves; pure.

GLOSSARY, "attention": a rule has an entry (so many misses in a row), a stay and an exit. The
state is folded from the whole history each time, so the same months give the same answer
whoever asks and whenever.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from scrutable.contracts.facts import KpiMonth, Status
from scrutable.kernel.attention import Gravity
from scrutable.kernel.periods import Month
from scrutable.kernel.wording import months_words

EXIT_WORDS = {
    "met": "out only when a month meets it",
    "not_missed": "out in the first month without a miss",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Watch:
    """One rule of the council's: which misses count, and what lets a KPI in and out."""

    counted: frozenset[Status]
    entry_misses: int
    mitigated_counts: bool
    exit: str
    gravity: Gravity

    @classmethod
    def of(cls, policy: Mapping[str, object], *counted: Status) -> "Watch":
        """Read the rule from a table of the policy "attention"."""
        if policy["exit"] not in EXIT_WORDS:
            raise ValueError(f"exit must be met or not_missed, not {policy['exit']}")
        return cls(
            counted=frozenset(counted),
            entry_misses=int(str(policy["entry_misses"])),
            mitigated_counts=bool(policy["mitigated_counts"]),
            exit=str(policy["exit"]),
            gravity=Gravity[str(policy["gravity"]).upper()],
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Spell:
    """A KPI's stay on the list: the misses that count, oldest first."""

    misses: tuple[KpiMonth, ...]
    last: Month  # the last month looked at

    @property
    def since(self) -> Month:
        """Return the month of the first miss."""
        return self.misses[0].month

    @property
    def months_words(self) -> str:
        """Return the months of the misses in words."""
        return months_words([entry.month for entry in self.misses])


class _Step(Enum):
    MISS = auto()  # counts towards entry
    RESET = auto()  # starts the count again, but lets nobody out
    OUT = auto()
    NOTHING = auto()


def watch(entries: Sequence[KpiMonth], rule: Watch) -> Spell | None:
    """Return the spell in which one KPI stands after its months, or None if it is not listed.

    `entries` run oldest first from the KPI's start. In after `entry_misses` in a row; a month
    without a judgement neither counts nor, unless the exit is "not_missed", lets out. A KPI
    that is discontinued leaves.
    """
    misses: list[KpiMonth] = []
    inside = False
    for entry in entries:
        step = _step(entry, rule)
        if step is _Step.MISS:
            misses.append(entry)
            inside = inside or len(misses) >= rule.entry_misses
        elif step is _Step.OUT or (step is _Step.RESET and not inside):
            misses, inside = [], False
    return Spell(misses=tuple(misses), last=entries[-1].month) if inside else None


def _step(entry: KpiMonth, rule: Watch) -> _Step:
    if entry.status in (Status.MET, Status.DISCONTINUED):
        return _Step.OUT
    if not entry.status.is_miss:
        return _Step.OUT if rule.exit == "not_missed" else _Step.NOTHING
    if entry.status not in rule.counted:
        return _Step.RESET
    return _Step.MISS if rule.mitigated_counts or not entry.is_mitigated else _Step.NOTHING
