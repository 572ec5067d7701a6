"""The work list: which findings somebody asks for as at a day, counted and row by row."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db.models import (
    Case,
    CharField,
    DateField,
    F,
    Q,
    QuerySet,
    Sum,
    Value,
    When,
)

from scrutable.housekeeping import facts, models
from scrutable.housekeeping.facts import FindingState, PartOfEstate, Reach, WorkState
from scrutable.housekeeping.reads.worklist.rows import COLUMNS, standing_facts
from scrutable.housekeeping.rules import handling

ON_FINDINGS = (models.FindingTally,)  # what the counts rest on
Rows = QuerySet[models.FindingStanding]
STANDING = [one.value for one in facts.STANDING]
ORDERS: Mapping[str, tuple[str, ...]] = {
    "finding": ("number",),
    "fault": ("part", "fault"),
    "state": ("work",),
    "owner": ("owner",),
    "since": ("first_on",),
    "until": ("until",),
    "pence": ("pence",),
}


def reach(known: int, as_at: date) -> Reach:
    """Return how far to look as at the day: no further than to each part's last extract by then.

    What was learned before the extract of a later day came in counts to the day; one query.
    """
    rows = models.Snapshot.objects.filter(event__lte=known).order_by("event")
    limits: dict[PartOfEstate, int] = {}
    last: dict[PartOfEstate, date] = {}
    for name, day, event in rows.values_list("part", "as_at", "event"):
        part = PartOfEstate(name)
        if day > as_at:
            limits[part] = min(limits.get(part, known), event - 1)
        elif event <= limits.get(part, known):
            last[part] = day
    return Reach(as_at=as_at, known={part: limits.get(part, known) for part in last}, last=last)


def worked(asked: facts.WorkAsked, to: Reach) -> Rows:
    """Return the rows of the findings asked for, each with its state of work as `work`."""
    rows = models.FindingStanding.objects.filter(_within(asked, to), ~_withdrawn())
    only: dict[str, Any] = {"fault": asked.fault} if asked.fault else {}
    if asked.owner is not None:
        only["owner"] = asked.owner
    if asked.numbers is not None:
        only["number__in"] = asked.numbers
    if asked.things is not None:
        only["thing__in"] = asked.things
    states = _stored(asked.states)
    rows = (
        rows.filter(**only)
        if len(states) == len(FindingState)
        else rows.filter(**only, state__in=states)
    )
    rows = rows.annotate(last_on=_last(to)).annotate(work=_work(to.as_at))
    every = len(asked.states) == len(WorkState)
    return rows if every else rows.filter(work__in=[one.value for one in asked.states])


def counted(to: Reach) -> list[facts.WorkCounted]:
    """Return how many findings of each fault, owner and state there are; one query."""
    within = Q(pk__in=[])
    for part, known in to.known.items():
        within |= Q(part=part, event__lte=known)
    kinds = facts.WorkKind._fields
    rows = models.FindingTally.objects.filter(within).values_list(*kinds)
    groups: dict[tuple[PartOfEstate, str, str, WorkState], list[_Kind]] = {}
    for *said, number, pence in rows.annotate(Sum("number"), Sum("pence")).order_by(*kinds):
        if number:
            kind = facts.WorkKind(*said)._replace(
                part=PartOfEstate(said[0]), state=FindingState(said[3])
            )
            state = handling.work_state(kind, to.as_at, to.last[kind.part])
            group = groups.setdefault((kind.part, kind.fault, kind.owner, state), [])
            group.append((kind, number, pence))
    return [_counted(key, groups[key]) for key in sorted(groups)]


_Kind = tuple[facts.WorkKind, int, int | None]


def _counted(
    key: tuple[PartOfEstate, str, str, WorkState], found: list[_Kind]
) -> facts.WorkCounted:
    part, fault, owner, state = key
    pence = [one for _, _, one in found if one is not None]
    return facts.WorkCounted(
        part=part,
        fault=fault,
        owner=owner,
        state=state,
        number=sum(number for _, number, _ in found),
        oldest=min((one.first_on for one, _, _ in found if one.first_on), default=None),
        until=min((one.until for one, _, _ in found if one.until), default=None),
        pence=sum(pence) if pence else None,
    )


def listed(
    asked: facts.WorkAsked, to: Reach, order: str = "", *, first: int = 0, most: int | None = None
) -> list[facts.FindingStanding]:
    """Return so many of the findings asked for, the longest standing first; one query.

    `order` is one of ORDERS, "-since" downwards; those without what it goes by come last.
    """
    rows = worked(asked, to).order_by(*_order(order))
    end = None if most is None else first + most
    return list(standing_facts(rows.values_list(*COLUMNS)[first:end]))


def answers(one: facts.WorkCounted, asked: facts.WorkAsked) -> bool:
    """Test whether findings counted together are among those asked for by part, fault, owner."""
    return (
        asked.part in (None, one.part)
        and asked.fault in ("", one.fault)
        and asked.owner in (None, one.owner)
        and one.state in asked.states
    )


def numbers_listed(asked: facts.WorkAsked, to: Reach) -> list[int]:
    """Return the numbers of all findings asked for; one query."""
    return list(worked(asked, to).order_by("number").values_list("number", flat=True))


def _within(asked: facts.WorkAsked, to: Reach) -> Q:
    parts = [part for part in to.known if asked.part in (None, part)]
    limits = {to.known[part] for part in parts}
    if len(limits) == 1:  # as today: no later extract is left out
        known = limits.pop()
        every = Q(event__lte=known, ended__gt=known)
        return every if asked.part is None else every & Q(part=asked.part)
    found = Q(pk__in=[])
    for part in parts:
        known = to.known[part]
        found |= Q(part=part, event__lte=known, ended__gt=known)
    return found


def _withdrawn() -> Q:
    over = [FindingState.GONE.value, FindingState.FIXED.value]
    return Q(state__in=over, as_at=F("first_on"))


def _stored(states: frozenset[WorkState]) -> list[str]:
    """Return under which stored states findings in any of the states of work stand."""
    over = {WorkState.FIXED: FindingState.FIXED, WorkState.GONE: FindingState.GONE}
    found = [over[one].value for one in sorted(states & facts.OVER)]
    return found if states <= facts.OVER else [*found, *STANDING]


def _last(to: Reach) -> Case:
    """Return the day of the last extract of each row's part, as part of the query."""
    return Case(
        *(When(part=part, then=Value(day)) for part, day in to.last.items()),
        default=Value(to.as_at),
        output_field=DateField(),
    )


def _work(as_at: date) -> Case:
    """Return `rules.work_state` as part of the query."""
    said = (
        (Q(state=FindingState.FIXED.value), WorkState.FIXED),
        (Q(state=FindingState.GONE.value), WorkState.GONE),
        (Q(fixed_on__lt=F("last_on")), WorkState.STILL_SHOWN),
        (Q(fixed_on__isnull=False), WorkState.SAID_FIXED),
        (Q(until__lt=as_at), WorkState.EXPLANATION_ENDED),
        (Q(until__isnull=False), WorkState.EXPLAINED),
        (Q(state=FindingState.BACK.value), WorkState.BACK),
    )
    return Case(
        *(When(when, then=Value(state.value)) for when, state in said),
        default=Value(WorkState.OPEN.value),
        output_field=CharField(),
    )


def _order(order: str) -> list[Any]:
    key, down = order.removeprefix("-"), order.startswith("-")
    names = ORDERS.get(key, ("first_on",))
    by = [F(name).desc(nulls_last=True) if down else F(name).asc(nulls_last=True) for name in names]
    return [*by, "number"]
