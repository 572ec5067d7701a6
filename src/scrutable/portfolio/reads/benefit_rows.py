"""Rows of benefits, of what was measured and expected of them, as facts made from plain values.

Six thousand benefits with eight measurements each: of most, the last measurement says it all.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from functools import lru_cache
from typing import Any, TypeVar

from django.db.models import OuterRef, Q, Subquery, TextField
from django.db.models.functions import Cast

from scrutable.audit.reads import as_known
from scrutable.portfolio import facts, models
from scrutable.portfolio.rules.benefits import has_found

PROFILE = (
    "project",
    "number",
    "title",
    "kind",
    "category",
    "description",
    "service",
    "metric",
    "measure",
    "lower_is_better",
    "baseline",
    "baseline_on",
    "target",
    "target_on",
    "begins_on",
    "yearly_pounds",
    "budget_line",
    "data_source",
    "costs",
    "activities",
    "owner",
    "unowned_since",
    "towards",
    "measured_by",
    "withdrawn_on",
    "withdrawn_reason",
    "event",
    "days",
)
MEASURED = (
    "project",
    "benefit",
    "on",
    "value",
    "pounds",
    "words",
    "source",
    "measured_by",
    "verified_by",
    "verified_on",
    "file",
    "place",
    "event",
)
EXPECTED = ("project", "benefit", "on", "value", "by_when", "why", "said_by", "event")
KINDS = {one.value: one for one in facts.BenefitKind}
MEASURES = {one.value: one for one in facts.Measure}
Dated = TypeVar("Dated", facts.Measurement, facts.BenefitForecast)
MOST_NAMED = 500  # projects that a query names; of more, it reads all


def profiles(known: int, asked: Q) -> list[facts.Benefit]:
    """Return the benefits that answer, each as it stood then, by project and number."""
    rows = as_known(models.Benefit.objects.all(), known).filter(asked)
    rows = rows.annotate(days=Cast("measure_on", TextField())).order_by("project", "number")
    return [_profile(row) for row in rows.values_list(*PROFILE)]


def _profile(row: Sequence[Any]) -> facts.Benefit:
    said = dict(zip(PROFILE, row, strict=True))
    said["version"] = said.pop("event")
    said["kind"], said["measure"] = KINDS[said["kind"]], MEASURES[said["measure"]]
    said["measure_on"] = _days(said.pop("days"))
    return facts.Benefit(**said)


@lru_cache(maxsize=4096)
def _days(text: str) -> tuple[date, ...]:
    return tuple(date.fromisoformat(day) for day in json.loads(text))


def measured(known: int, as_at: date, **only: Any) -> Iterable[facts.Measurement]:
    """Yield what was measured by the day, oldest first of each benefit."""
    rows = as_known(models.Measurement.objects.all(), known).filter(on__lte=as_at, **only)
    for row in rows.order_by("project", "benefit", "on").values_list(*MEASURED):
        yield _measurement(row)


def telling(
    benefits: Sequence[facts.Benefit], known: int, as_at: date
) -> Mapping[str, Sequence[facts.Measurement]]:
    """Return by code what was measured by the day and can matter to where a benefit stands.

    That is its last measurement where this found something, and pounds where it ever had any;
    else all of them.
    """
    last = _last(known, as_at)
    said = models.Measurement.objects.filter(event__lte=known, on__lte=as_at, pounds__isnull=False)
    with_pounds = set(said.order_by().values_list("project", "benefit").distinct())
    found = {
        of.code: (one,)
        for of in benefits
        if (one := last.get((of.project, of.number)))
        and has_found(of, one)
        and (one.pounds is not None or (of.project, of.number) not in with_pounds)
    }
    rest = {of.project for of in benefits if of.code not in found}
    rest &= {project for project, _ in last}
    return {**_whole(rest, known, as_at), **found}


def _last(known: int, as_at: date) -> dict[tuple[str, int], facts.Measurement]:
    """Return the last measurement of each benefit: one step into an index for each."""
    of_one = models.Measurement.objects.filter(
        project=OuterRef("project"), benefit=OuterRef("number"), event__lte=known, on__lte=as_at
    ).order_by("-on", "-event")
    each = models.Benefit.objects.order_by().values("project", "number").distinct()
    ids = each.annotate(last=Subquery(of_one.values("id")[:1])).values("last")
    rows = models.Measurement.objects.filter(id__in=ids).values_list(*MEASURED)
    return {(row[0], row[1]): _measurement(row) for row in rows}


def _whole(
    projects: Collection[str], known: int, as_at: date
) -> Mapping[str, Sequence[facts.Measurement]]:
    if not projects:
        return {}
    only = {"project__in": sorted(projects)} if len(projects) <= MOST_NAMED else {}
    return by_code(measured(known, as_at, **only))


def _measurement(row: Sequence[Any]) -> facts.Measurement:
    project, number, on, value, pounds, words, source, by, checker, checked, *place = row
    return facts.Measurement(
        project=project,
        benefit=number,
        on=on,
        value=value,
        pounds=pounds,
        words=words,
        source=source,
        measured_by=by,
        verified_by=checker,
        verified_on=checked,
        file=place[0],
        place=place[1],
        version=place[2],
    )


def expected(known: int, as_at: date, **only: Any) -> Iterable[facts.BenefitForecast]:
    """Yield what was expected by the day, oldest first of each benefit."""
    rows = as_known(models.BenefitForecast.objects.all(), known).filter(on__lte=as_at, **only)
    for row in rows.order_by("project", "benefit", "on").values_list(*EXPECTED):
        said = dict(zip(EXPECTED, row, strict=True))
        said["version"] = said.pop("event")
        yield facts.BenefitForecast(**said)


def by_code(said: Iterable[Dated]) -> dict[str, list[Dated]]:
    """Return what was said of each benefit by its code."""
    found: dict[str, list[Dated]] = defaultdict(list)
    for of in said:
        found[f"{of.project}-{of.benefit}"].append(of)
    return found
