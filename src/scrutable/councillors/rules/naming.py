"""Who may see what of one councillor; pure."""

from collections.abc import Iterable, Sequence
from datetime import date

from scrutable.access.facts import Role
from scrutable.councillors.facts import Councillor, NamedOfficer, SkillArea, SkillsSaid
from scrutable.councillors.rules.covering import lacks

NEVER_NAMED = frozenset({Role.MEMBER, Role.SUPPLIER})  # the one sees their own, the other nothing


def is_named(found: Iterable[NamedOfficer], username: str, on: date) -> bool:
    """Test whether the officer is among those named on the day."""
    return any(
        one.username == username and one.since <= on and (one.until is None or on <= one.until)
        for one in found
    )


def serves(one: Councillor, on: date) -> bool:
    """Test whether somebody is a councillor on the day."""
    return one.since <= on and (one.until is None or on <= one.until)


def seen_by_name(
    areas: Sequence[SkillArea], said: SkillsSaid
) -> tuple[list[SkillArea], list[SkillArea]]:
    """Return what who arranges learning sees of one form by name: asked for, and lacking.

    What they asked help with is seen, since nobody can help without knowing whom; what else they
    lack only where they agreed.
    """
    asked = [area for area in areas if area.code in said.wants]
    rest = [area for area in areas if area not in asked and lacks(area, said)]
    return asked, rest if said.may_see else []
