"""Who may see which editions: what is issued, and drafts of a kind that they have a hand in."""

from scrutable.access.facts import Permission, Role
from scrutable.access.models import Person
from scrutable.access.rules import may
from scrutable.reports import facts
from scrutable.reports.reads.editions import UnknownEdition, edition, editions
from scrutable.reports.reads.kinds import KINDS


def editions_for(viewer: Person) -> list[facts.Edition]:
    """Return what the viewer may see: members only what is frozen, suppliers nothing."""
    return [one for one in editions() if sees(Role(viewer.role), one)]


def edition_for(viewer: Person, name: str) -> facts.Edition:
    """Return an edition that the viewer may see; raises UnknownEdition for all others."""
    found = edition(name)
    if not sees(Role(viewer.role), found):
        raise UnknownEdition(name)
    return found


def sees(role: Role, one: facts.Edition) -> bool:
    """Test whether the role sees the edition."""
    return may(role, Permission.VIEW_REPORTS) and (one.is_frozen or sees_drafts(role, one.kind))


def sees_drafts(role: Role, kind: facts.ReportKind) -> bool:
    """Test whether the role sees reports of the kind that are not issued yet.

    Those who make them do, and those who see the log, which tells of every draft.
    """
    return may(role, Permission.VIEW_LOG) or makes(role, kind)


def makes(role: Role, kind: facts.ReportKind) -> bool:
    """Test whether the role begins or freezes reports of the kind."""
    workings = KINDS[kind]
    return any(may(role, permission) for permission in (*workings.begun_by, workings.frozen_by))
