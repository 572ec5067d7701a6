"""What the log keeps silent about: readers of the log need not see what would help an attacker."""

from typing import Any

from scrutable.assurance.facts import CriticalSystem, Issue, RecoveryTest
from scrutable.records.facts import Record
from scrutable.records.writes import said_in_log

OF_SYSTEM = frozenset({"single_points"})
OF_TEST = frozenset({"found", "hours", "outcome"})
OF_ISSUE = frozenset({"what", "found_while", "recommendation", "progress", "evidence"})
_plain = said_in_log.dispatch(Record)


@said_in_log.register
def _(of: CriticalSystem) -> dict[str, Any]:
    return _without(of, OF_SYSTEM)


@said_in_log.register
def _(of: RecoveryTest) -> dict[str, Any]:
    return _without(of, OF_TEST)


@said_in_log.register
def _(of: Issue) -> dict[str, Any]:
    return _without(of, OF_ISSUE if of.is_exempt else frozenset())


def _without(of: Record, exempt: frozenset[str]) -> dict[str, Any]:
    return {name: value for name, value in _plain(of).items() if name not in exempt}
