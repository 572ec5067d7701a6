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
from scrutable.reports.rules.titles import span_of

OF_CONTRACTS = ("contract", "first", "last", "body", "meeting")
OF_PORTFOLIO = ("strategy", "transition", "project")
NEEDED = {  # the option that such a report is about, and one it may be about
    facts.ReportKind.STRATEGY_RETROSPECTIVE: "strategy",
    facts.ReportKind.TRANSITION_OUTCOMES: "transition",
}
OF_ONE_PROJECT = facts.ReportKind.BENEFITS_REVIEW


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
    about = ABOUT[reads.KINDS[kind].about[0]](kind, said, today)
    return facts.ReportAsked(
        kind=kind,
        **about,
        author=said["author"] or (person.full_name if person else said["by"]),
        council=registers.council_name(today, number_at(), settings.COUNCIL_NAME),
        links=settings.BASE_URL,
        known=known,
    )


def _about_contract(kind: facts.ReportKind, said: Mapping[str, Any], today: date) -> dict[str, Any]:
    others = any(said[name] for name in ("decision", *OF_PORTFOLIO))
    if others or not said["contract"] or said["as_at"] is None:
        raise click.UsageError("Such a report needs --contract and --as-at, and no --decision.")
    return {
        "about": f"contract/{said['contract']}",
        "span": _span(kind, said),
        "as_at": said["as_at"],
        **_to(said, today),
    }


def _about_portfolio(
    kind: facts.ReportKind, said: Mapping[str, Any], today: date
) -> dict[str, Any]:
    if said["contract"] or said["decision"] or said["as_at"] is None:
        raise click.UsageError("Such a report needs --as-at, and neither contract nor decision.")
    named = {name: said[name] for name in OF_PORTFOLIO}
    needed = NEEDED.get(kind, "")
    for name, code in named.items():
        if name == needed and not code:
            raise click.UsageError(f"Such a report needs --{name}.")
        if code and name != needed and (name, kind) != ("project", OF_ONE_PROJECT):
            raise click.UsageError(f"Such a report has no --{name}.")
    return {
        "about": reads.subject_of(kind, said["as_at"], number_at(), **named),
        "span": _span(kind, said),
        "as_at": said["as_at"],
        **_to(said, today),
    }


def _to(said: Mapping[str, Any], today: date) -> dict[str, str]:
    """Return the body that the report is for, the council's board unless another is named."""
    known = number_at()
    board = str(registers.policy("council", today, known)["board"])
    to = reads.destination(today, known, body=said["body"], put_to=said["meeting"], named=board)
    return {"body": to.body, "put_to": to.put_to, "meeting": to.words}


def _about_decision(
    _kind: facts.ReportKind, said: Mapping[str, Any], today: date
) -> dict[str, Any]:
    if not said["decision"] or any(said[name] for name in (*OF_CONTRACTS, *OF_PORTFOLIO)):
        raise click.UsageError(
            "Such a report needs --decision. It has no contract and no months, and goes where the "
            "forward plan says."
        )
    return {"about": f"decision/{said['decision']}", "as_at": said["as_at"] or today}


def _span(kind: facts.ReportKind, said: Mapping[str, Any]) -> Span | None:
    try:
        span = span_of(kind, said["as_at"], said["first"], said["last"])
    except ValueError as fault:
        raise click.UsageError(f"{fault}. Give the earlier month first.") from fault
    if span is None and (said["first"] or said["last"]):
        raise click.UsageError("Such a report is of no months: leave out --from and --to.")
    return span


ABOUT = {
    facts.Subject.CONTRACT: _about_contract,
    facts.Subject.DECISION: _about_decision,
    facts.Subject.PORTFOLIO: _about_portfolio,
    facts.Subject.STRATEGY: _about_portfolio,
    facts.Subject.TRANSITION: _about_portfolio,
    facts.Subject.ESTATE: _about_portfolio,
}
