"""What rules of deadlines come to: their days, what a meeting owes, how each stands; pure."""

from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from scrutable.meetings import facts
from scrutable.meetings.facts import (
    EXECUTIVE_KINDS,
    BodyKind,
    Counting,
    Deadline,
    DeadlineKind,
    DeadlineRule,
    DeadlineState,
    MeetingState,
    Notices,
    Way,
)
from scrutable.meetings.rules import clear_days

Rules = Mapping[str, DeadlineRule]
CALL_IN = "LGA9F-CALLIN"


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """What faults are judged by: the rules, the council's own beside them, the day."""

    rules: Rules
    notices: Notices
    today: date


def counting_of(rule: DeadlineRule, notices: Notices) -> Counting | None:
    """Return which days count: as council policy chose where the law leaves it open."""
    return notices.counting.get(rule.rule, rule.counting)


def count_of(rule: DeadlineRule, notices: Notices) -> int:
    """Return how many days or months the rule has; that of call-in is the council's own."""
    if rule.count is not None:
        return rule.count
    return notices.call_in_days if rule.rule == CALL_IN else 0


def day_of(rule: DeadlineRule, start: date, notices: Notices) -> date | None:
    """Return the day that the rule leads to from its own, None where the law gives none."""
    counting = counting_of(rule, notices) or Counting.CALENDAR
    count = count_of(rule, notices)
    if rule.way is Way.MONTHS_FROM:
        return clear_days.last_day_of_months(start, count)
    if rule.way is Way.MONTHS_AFTER:
        return clear_days.months_after(start, count)
    ways: dict[Way, Callable[[date, int, Counting, Collection[date]], date]] = {
        Way.NOTICE: clear_days.latest_notice_day,
        Way.WAIT: clear_days.earliest_event_day,
        Way.WITHIN_CLEAR: clear_days.earliest_event_day,
        Way.DAYS_FROM: clear_days.last_day_from,
        Way.DAYS_AFTER: clear_days.nth_day_after,
    }
    way = ways.get(rule.way)
    return way(start, count, counting, notices.closed_days) if way else None


def deadline(
    rule: DeadlineRule,
    start: date | None,
    notices: Notices,
    *,
    about: str,
    done_on: date | None = None,
) -> Deadline:
    """Return what the rule asks about one record, counted from its day."""
    counting = counting_of(rule, notices)
    return Deadline(
        rule=rule.rule,
        what=rule.what,
        about=about,
        by=day_of(rule, start, notices) if start else None,
        words=_words(rule, notices),
        source=rule.source,
        counting=counting.value if counting else "",
        assumption=rule.assumption.format(counting=counting) if rule.assumption else "",
        unconfirmed=rule.unconfirmed,
        done_on=done_on,
        kind=rule.kind,
    )


def _words(rule: DeadlineRule, notices: Notices) -> str:
    if rule.rule != CALL_IN:
        return rule.words
    return f"{notices.call_in_days} {counting_of(rule, notices)} days after the day of publication"


def state_of(found: Deadline, as_at: date) -> DeadlineState:
    """Return how a deadline stands on the day."""
    if found.kind is DeadlineKind.KEEP:
        is_over = found.by is not None and found.by < as_at
        return DeadlineState.KEPT if is_over else DeadlineState.KEEPING
    if found.kind is DeadlineKind.WINDOW:
        return _window_state(found.by, as_at)
    if found.done_on is not None and found.done_on <= as_at:
        is_late = found.by is not None and found.by < found.done_on
        return DeadlineState.DONE_LATE if is_late else DeadlineState.DONE
    if found.by is None:
        return DeadlineState.OWED
    return DeadlineState.OVERDUE if found.by < as_at else DeadlineState.DUE


def _window_state(by: date | None, as_at: date) -> DeadlineState:
    if by is None:
        return DeadlineState.NOT_BEGUN
    return DeadlineState.CLOSED if by < as_at else DeadlineState.OPEN


def of_meeting(
    meeting: facts.Meeting,
    body: facts.Body,
    items: Iterable[facts.AgendaItem],
    rules: Rules,
    notices: Notices,
) -> list[Deadline]:
    """Return what a meeting owes, earliest first; a cancelled one and a post's owe nothing."""
    if meeting.state is MeetingState.CANCELLED or not meets(body):
        return []
    about, on = meeting.reference, meeting.on

    def owed(name: str, done_on: date | None = None) -> Deadline:
        return deadline(rules[name], on, notices, about=about, done_on=done_on)

    found = [owed(agenda_rule(body), meeting.agenda_published_on)]
    if is_private(meeting, body, items):
        found.append(owed("EA5-PRIVATE1", meeting.private_noticed_on))
        found.append(owed("EA5-PRIVATE2", meeting.private_noticed_again_on))
    if meeting.state is MeetingState.HELD and body.kind not in EXECUTIVE_KINDS:
        found.append(owed("LGA100C-MINUTES6"))
        found.append(owed("LGA100D-BACKGROUND4"))
    return earliest_first(found)


def meets(body: facts.Body) -> bool:
    """Test whether the body holds meetings at all: a councillor or officer alone holds none."""
    return body.kind not in (BodyKind.EXECUTIVE_MEMBER, BodyKind.OFFICER)


def agenda_rule(body: facts.Body) -> str:
    """Return the rule by which the body's agenda is published."""
    return "EA6-PUBLIC" if body.kind is BodyKind.EXECUTIVE else "LGA100B-AGENDA"


def is_private(meeting: facts.Meeting, body: facts.Body, items: Iterable[facts.AgendaItem]) -> bool:
    """Test whether the executive means to meet in private, for a part at least."""
    if body.kind is not BodyKind.EXECUTIVE:
        return False
    closed = any(not item.closure.is_open and not item.withdrawn for item in items)
    return closed or bool(meeting.private_reason)


def earliest_first(found: Iterable[Deadline]) -> list[Deadline]:
    """Order by day; what has none comes first, it is owed at once."""
    return sorted(found, key=lambda one: (one.by or date.min, one.rule))
