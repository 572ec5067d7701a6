"""The rules of deadlines, the council's own beside them, and what each record owes by them."""

import tomllib
from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from functools import cache
from importlib.resources import files
from typing import Any

from scrutable.kernel.attention import Attention, gravest_first
from scrutable.meetings import facts
from scrutable.meetings.facts import Deadline, DeadlineRule, Notices
from scrutable.meetings.reads import calendar
from scrutable.meetings.reads.decisions import case_of, cases
from scrutable.meetings.rules import deadlines, lifecycle, warning
from scrutable.registers import reads as registers


@cache
def deadline_rules() -> Mapping[str, DeadlineRule]:
    """Return every rule by its name, as shipped."""
    text = files("scrutable.meetings").joinpath("definitions/deadlines.toml").read_text("utf-8")
    return {name: _rule(name, said) for name, said in tomllib.loads(text).items()}


def _rule(name: str, said: Mapping[str, Any]) -> DeadlineRule:
    typed = {"way": facts.Way, "counting": facts.Counting, "kind": facts.DeadlineKind}
    given: dict[str, Any] = {
        key: typed[key](value) if key in typed else value for key, value in said.items()
    }
    return DeadlineRule(rule=name, **given)


def notices(as_at: date, known: int) -> Notices:
    """Return the council's own rules of notices, key decisions and call-in on the day."""
    said: dict[str, Any] = registers.policy("notices", as_at, known)
    call_in = said["call_in"]
    return Notices(
        counting={rule: facts.Counting(how) for rule, how in said["counting"].items()},
        closed_days=frozenset(date.fromisoformat(day) for day in said["closed_days"]),
        key_decision_pounds=Decimal(str(said["key_decision_pounds"])),
        call_in_days=int(call_in["days"]),
        requisitioners=int(call_in["requisitioners"]),
        callable_makers=frozenset(facts.BodyKind(maker) for maker in call_in["makers"]),
        officers_key_callable=bool(call_in["key_of_officers"]),
        warn_within_days=int(said["warn_within_days"]),
    )


def deadlines_of_meeting(code: str, known: int, as_at: date) -> list[Deadline]:
    """Return what a meeting owes by the rules of the day, earliest first; raises UnknownMeeting."""
    meeting = calendar.meeting(code, known)
    body = calendar.body(meeting.body, known)
    agenda = calendar.items(code, known)
    rules = deadline_rules()
    return deadlines.of_meeting(meeting, body, agenda, rules, notices(as_at, known))


def deadlines_of_decision(code: str, known: int, as_at: date) -> list[Deadline]:
    """Return what a decision owes by the rules of the day; raises UnknownDecision."""
    case = case_of(code, known)
    return lifecycle.of_decision(case, deadline_rules(), notices(as_at, known))


def law(as_at: date, known: int) -> deadlines.Law:
    """Return what faults and warnings are judged by on the day."""
    return deadlines.Law(rules=deadline_rules(), notices=notices(as_at, known), today=as_at)


def attending_deadlines(as_at: date, known: int) -> list[Attention]:
    """Return notices due soon or missed, unpublished records, unheard call-ins; gravest first."""
    by = law(as_at, known)
    bodies = {body.code: body for body in calendar.bodies(known)}
    coming = calendar.meetings(known, first=as_at)
    agendas = calendar.items_of([meeting.code for meeting in coming], known)
    found: list[Attention] = []
    for meeting in coming:
        agenda = agendas.get(meeting.code, [])
        found += warning.of_meeting(meeting, bodies[meeting.body], agenda, by)
    for case in cases(known):
        found += warning.of_decision(case, by)
    return gravest_first(found)
