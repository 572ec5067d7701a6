"""Findings as the last extract left them, and the names of what they are of."""

from collections.abc import Collection, Mapping

from scrutable.audit.reads import as_known
from scrutable.housekeeping import facts, models
from scrutable.records.reads import facts_of

AT_ONCE = 900  # names asked for in one query, as many as any database takes


def findings(known: int, **only: object) -> list[facts.Finding]:
    """Return all that answer `only`, standing or not, by number."""
    rows = as_known(models.Finding.objects.filter(**only), known)
    return list(facts_of(facts.Finding, rows.order_by("number")))


def things(numbers: Collection[int]) -> Mapping[int, facts.Thing]:
    """Return what these numbers stand for, by number; what was erased has empty names."""
    asked = sorted(set(numbers))
    found = {}
    for at in range(0, len(asked), AT_ONCE):
        rows = models.Thing.objects.filter(number__in=asked[at : at + AT_ONCE])
        found |= {row.number: _thing(row) for row in rows}
    return found


def numbers_of(part: facts.Part) -> dict[str, int]:
    """Return the number of everything of the part that is known by its name."""
    rows = models.Thing.objects.filter(part=part).exclude(key="")
    return dict(rows.values_list("key", "number"))


def _thing(row: models.Thing) -> facts.Thing:
    return facts.Thing(row.number, facts.Part(row.part), row.key, row.person)
