"""What a report is asked to be about, from the options of a command, and who may ask."""

from collections.abc import Mapping
from datetime import date
from typing import Any

import click
from django.conf import settings

from scrutable.access import reads as access
from scrutable.access.cli import TERMINAL, check_named
from scrutable.access.facts import Permission
from scrutable.access.rules import may
from scrutable.audit import clock
from scrutable.audit.reads import number_at
from scrutable.kernel.periods import Span
from scrutable.kernel.wording import london_day
from scrutable.registers import reads as registers
from scrutable.reports import facts, reads
from scrutable.reports.rules.titles import span_at

ABOUT_CONTRACTS = ("contract", "first", "last", "body", "meeting")


def check_begins(by: str, kind: facts.ReportKind) -> None:
    """Refuse a name whose person begins no reports of the kind; the terminal's own begins all."""
    if by == TERMINAL:
        return
    permissions = reads.KINDS[kind].begun_by
    person = access.person(by)
    held = [one for one in permissions if person and may(person.role, one)]
    check_named(by, *(held or permissions)[:1])


def sees_exempt(by: str) -> bool:
    """Test whether files of what is exempt may be written for the person named."""
    person = access.person(by)
    return person is not None and person.is_active and may(person.role, Permission.VIEW_EXEMPT)


def asked_of(kind: facts.ReportKind, said: Mapping[str, Any]) -> facts.ReportAsked:
    """Return what the options ask for; raises UsageError for those that do not go together."""
    known = number_at(said["known_at"]) if said["known_at"] else None
    today = london_day(clock.now())  # a report goes out under the name of its day
    person = access.person(said["by"])
    about = ABOUT[reads.KINDS[kind].about](said, today)
    return facts.ReportAsked(
        kind=kind,
        **about,
        author=said["author"] or (person.full_name if person else said["by"]),
        council=registers.council_name(today, number_at(), settings.COUNCIL_NAME),
        links=settings.BASE_URL,
        known=known,
    )


def _about_contract(said: Mapping[str, Any], today: date) -> dict[str, Any]:
    if said["decision"] or not said["contract"] or said["as_at"] is None:
        raise click.UsageError("Such a report needs --contract and --as-at, and no --decision.")
    known = number_at()
    board = str(registers.policy("council", today, known)["board"])
    to = reads.destination(today, known, body=said["body"], put_to=said["meeting"], named=board)
    return {
        "contract": said["contract"],
        "span": _span(said["as_at"], said["first"], said["last"]),
        "as_at": said["as_at"],
        "body": to.body,
        "put_to": to.put_to,
        "meeting": to.words,
    }


def _about_decision(said: Mapping[str, Any], today: date) -> dict[str, Any]:
    if not said["decision"] or any(said[name] for name in ABOUT_CONTRACTS):
        raise click.UsageError(
            "Such a report needs --decision. It has no contract and no months, and goes where the "
            "forward plan says."
        )
    return {"decision": said["decision"], "as_at": said["as_at"] or today}


def _span(as_at: date, *ends: Any) -> Span:
    try:
        return span_at(as_at, *ends)
    except ValueError as fault:
        raise click.UsageError(f"{fault}. Give the earlier month first.") from fault


ABOUT = {facts.Subject.CONTRACT: _about_contract, facts.Subject.DECISION: _about_decision}
