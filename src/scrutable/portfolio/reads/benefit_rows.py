"""Benefits with what was measured and expected of them, no more of it than can matter.

Six thousand benefits with eight measurements each: of most, the last measurement says it all.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import Any, TypeVar

from django.db.models import OuterRef, Q, Subquery

from scrutable.audit.reads import as_known
from scrutable.portfolio import facts, models
from scrutable.portfolio.rules.benefits import has_found
from scrutable.records.reads import every, facts_of

Dated = TypeVar("Dated", facts.Measurement, facts.BenefitForecast)
MOST_NAMED = 500  # projects that a query names; of more, it reads all


def profiles(known: int, asked: Q) -> list[facts.Benefit]:
    """Return the benefits that answer, each as it stood then, by project and number."""
    rows = as_known(models.Benefit.objects.all(), known).filter(asked)
    return list(facts_of(facts.Benefit, rows.order_by(*facts.Benefit.KEY)))


def measured(known: int, as_at: date, **only: Any) -> list[facts.Measurement]:
    """Return what was measured by the day, oldest first of each benefit."""
    return every(facts.Measurement, known, on__lte=as_at, **only)


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
    rows = models.Measurement.objects.filter(id__in=ids)
    return {(one.project, one.benefit): one for one in facts_of(facts.Measurement, rows)}


def _whole(
    projects: Collection[str], known: int, as_at: date
) -> Mapping[str, Sequence[facts.Measurement]]:
    if not projects:
        return {}
    only = {"project__in": sorted(projects)} if len(projects) <= MOST_NAMED else {}
    return by_code(measured(known, as_at, **only))


def expected(known: int, as_at: date, **only: Any) -> list[facts.BenefitForecast]:
    """Return what was expected by the day, oldest first of each benefit."""
    return every(facts.BenefitForecast, known, on__lte=as_at, **only)


def by_code(said: Iterable[Dated]) -> dict[str, list[Dated]]:
    """Return what was said of each benefit by its code."""
    found: dict[str, list[Dated]] = defaultdict(list)
    for of in said:
        found[f"{of.project}-{of.benefit}"].append(of)
    return found
