"""Issues and the phases that they are put into, as they stand on any day."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from scrutable.assurance.facts import AgeBand, Issue, IssueStanding, Phase, PhaseStanding, Priority
from scrutable.assurance.rules import issues as rules
from scrutable.audit.models import Event
from scrutable.kernel.attention import Attention, Gravity
from scrutable.records.reads import UnknownRecord, every, history, versions
from scrutable.registers import reads as registers


def issues(known: int, as_at: date) -> list[IssueStanding]:
    """Return every issue found by the day, the most pressing first."""
    return rules.standings(history(Issue, known), as_at)


def issue(number: int, known: int, as_at: date) -> tuple[IssueStanding, list[Issue]]:
    """Return how one issue stands, and every version of it; raises UnknownRecord."""
    found = versions(Issue, known, number=number)
    if not found:
        raise UnknownRecord(Issue, {"number": number})
    return rules.issue_standing(found, as_at), found


def phases(known: int, found: list[IssueStanding]) -> list[PhaseStanding]:
    """Return every phase with its issues, and last the issues of none."""
    return rules.by_phase(every(Phase, known), found)


def ages(found: list[IssueStanding], known: int, as_at: date) -> list[AgeBand]:
    """Return how long open issues are open beyond the first day set, in the council's bands."""
    steps = registers.policy("issues", as_at, known)["age_days"]
    return rules.ages(found, tuple(int(str(step)) for step in _list(steps)))


def issues_attention(known: int, as_at: date) -> list[Attention]:
    """Return every issue that needs a person, as grave as the council holds it."""
    policy = registers.policy("issues", as_at, known)
    held = rules.IssueGravity(
        overdue={one: gravity(policy, one.value) for one in Priority},
        no_date=gravity(policy, "no_date"),
        waiting=gravity(policy, "waiting"),
        waiting_days=int(str(policy["waiting_days"])),
        most=int(str(policy["most_named"])),
    )
    return list(rules.issues_attention(issues(known, as_at), held, as_at))


def told_by(numbers: Sequence[int]) -> dict[int, tuple[datetime, str]]:
    """Return when each of the events was, and by whom."""
    rows = Event.objects.filter(number__in=list(numbers)).values_list("number", "at", "by")
    return {number: (at, by) for number, at, by in rows}


def gravity(policy: Mapping[str, object], name: str) -> Gravity:
    """Return how grave the council holds what the policy names."""
    said = policy[name]
    return Gravity[str(said["gravity"]).upper()] if isinstance(said, Mapping) else Gravity.NOTE


def _list(said: object) -> list[Any]:
    return said if isinstance(said, list) else []
