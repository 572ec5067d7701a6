"""From a system, an issue or a claim, or a sum of them, to what was recorded of it and when.

Of each only the events are shown: the log keeps silent about what is exempt.
"""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from scrutable.assurance.presenters.claims.words import STANDING_TAGS
from scrutable.assurance.presenters.issues.words import STATE_TAGS, issue_name
from scrutable.assurance.presenters.systems.words import readiness_tag
from scrutable.assurance.reads import claims, issues, systems
from scrutable.assurance.reads.referring import KINDS, recorded
from scrutable.overview.facts import Counted, Evidence
from scrutable.overview.reads.delivering import events_of, relied_on
from scrutable.reports import reads as reports


class NothingAssured(Exception):
    """Nothing of assurance is kept under the reference."""


def of_assurance(reference: str, parts: list[str], known: int, as_at: date) -> Evidence:
    """Return what is kept under the reference; raises NothingAssured."""
    kind = reference.partition("/")[0]
    if kind in COUNTED:
        return _counted(reference, COUNTED[kind](known, _day(parts, as_at)))
    found = recorded(kind, parts, known)
    if not found:
        raise NothingAssured(reference)
    return Evidence(
        reference=reference,
        events=tuple(reversed(events_of(one.version for one in found))),
        uses=tuple(reports.used_by(reference)),
        relied=relied_on(reference),
    )


def _day(parts: list[str], as_at: date) -> date:
    return date.fromisoformat(parts[0]) if parts else as_at


def _counted(reference: str, parts: Iterable[Counted]) -> Evidence:
    found = tuple(parts)
    if not found:
        raise NothingAssured(reference)
    return Evidence(
        reference=reference,
        counts=found,
        uses=tuple(reports.used_by(reference)),
        relied=relied_on(reference),
    )


def _every_system(known: int, day: date) -> Iterable[Counted]:
    for one in systems.landscape(known, day).systems:
        system, said = one.system, readiness_tag(one.readiness, closed=False).word
        yield Counted(system.reference, system.title, said, system.version)


def _every_issue(known: int, day: date) -> Iterable[Counted]:
    for one in issues.issues(known, day):
        title = issue_name(one.issue, closed=False)
        yield Counted(one.issue.reference, title, STATE_TAGS[one.state].word, one.issue.version)


def _every_claim(known: int, day: date) -> Iterable[Counted]:
    for one in claims.reassurance_map(known, day):
        said = STANDING_TAGS[one.judged.reassurance].word
        yield Counted(one.claim.reference, one.claim.text, said, one.claim.version)


COUNTED: Mapping[str, Callable[[int, date], Iterable[Counted]]] = {
    "systems": _every_system,
    "issues": _every_issue,
    "claims": _every_claim,
}
OF_ASSURANCE = (*KINDS, *COUNTED)
MISSING = (NothingAssured,)
