"""What a body asks to be told in its future reports, and when it no longer does."""

from dataclasses import replace
from datetime import date, datetime

from scrutable.audit.writes import Change, change
from scrutable.kernel.wording import date_words
from scrutable.meetings import facts, models
from scrutable.meetings.reads import calendar, promises
from scrutable.meetings.rules.wanted import is_section
from scrutable.meetings.writes.numbering import next_number


class UnfitWant(Exception):
    """What is wanted, or its end, cannot be kept as it is told."""


def want(*, wanted: facts.Wanted, by: str, at: datetime) -> facts.Wanted:
    """Keep what a body asked to be told and return it; number 0 is the body's next.

    Of one that is asked again under its number the end stays, unless another is given.
    Raises UnfitWant, UnknownBody, UnknownMeeting and, for a number that was never given,
    UnknownWant.
    """
    wrong = []
    if not wanted.words.strip():
        wrong.append("Enter what the body asked to be told.")
    if not is_section(wanted.section):
        wrong.append(
            f"“{wanted.section}” is no section. Give the anchor of the section that tells it, "
            "such as credits."
        )
    if wanted.report_kind not in ("", *facts.REPORT_KINDS):
        wrong.append(
            f"There is no report of the kind {wanted.report_kind}. Choose one of "
            f"{', '.join(facts.REPORT_KINDS)}, or none for every report."
        )
    if wanted.until_on is not None and wanted.until_on < wanted.from_on:
        wrong.append(f"It is wanted from {date_words(wanted.from_on)}. Give a last day after it.")
    if wrong:
        raise UnfitWant(" ".join(wrong))
    with change(verb="wanted", subject=f"body/{wanted.body}", by=by, at=at) as under_way:
        known = under_way.number - 1
        calendar.body(wanted.body, known)
        _check_meeting(wanted.asked_in, wanted.body, known)
        kept = replace(_numbered(wanted, known), version=under_way.number)
        under_way.subject = kept.reference
        _store(kept, under_way)
        return kept


def _numbered(wanted: facts.Wanted, known: int) -> facts.Wanted:
    """Return the wish with the body's next number, or with the end that it has."""
    if not wanted.number:
        others = models.Wanted.objects.filter(body=wanted.body)
        return replace(wanted, number=next_number(others))
    stands = promises.want(wanted.body, wanted.number, known)
    return replace(wanted, until_on=wanted.until_on or stands.until_on, ended_in=stands.ended_in)


def end_want(
    *, body: str, number: int, until_on: date, ended_in: str, by: str, at: datetime
) -> facts.Wanted:
    """Keep that the body no longer asks for it after the day. Raises UnknownWant, UnfitWant."""
    subject = f"wanted/{body}/{number}"
    with change(verb="wanted_ended", subject=subject, by=by, at=at) as under_way:
        known = under_way.number - 1
        found = promises.want(body, number, known)
        _check_meeting(ended_in, body, known)
        if until_on < found.from_on:
            raise UnfitWant(
                f"It is wanted from {date_words(found.from_on)}. Give that day or a later one."
            )
        ended = replace(found, until_on=until_on, ended_in=ended_in, version=under_way.number)
        under_way.before = {"until_on": str(found.until_on or "")}
        _store(ended, under_way)
        return ended


def _check_meeting(code: str, body: str, known: int) -> None:
    if not code:
        raise UnfitWant(f"Name the meeting of {body} that agreed it.")
    meeting = calendar.meeting(code, known)
    if meeting.body != body:
        raise UnfitWant(f"{code} is a meeting of {meeting.body}. Name one of {body}.")


def _store(wanted: facts.Wanted, under_way: Change) -> None:
    models.Wanted.objects.create(
        body=wanted.body,
        number=wanted.number,
        words=wanted.words.strip(),
        section=wanted.section,
        report_kind=wanted.report_kind,
        from_on=wanted.from_on,
        until_on=wanted.until_on,
        asked_in=wanted.asked_in,
        ended_in=wanted.ended_in,
        source_reference=wanted.source_reference,
        event=under_way.number,
    )
    told = {
        "words": wanted.words,
        "section": wanted.section,
        "report_kind": wanted.report_kind,
        "from_on": str(wanted.from_on),
        "until_on": str(wanted.until_on or ""),
        "asked_in": wanted.asked_in,
        "ended_in": wanted.ended_in,
    }
    under_way.after = {name: value for name, value in told.items() if value}
