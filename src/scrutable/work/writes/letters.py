"""E-mail digests: everything that one person should know today, once."""

import smtplib
from collections.abc import Iterable
from datetime import date, datetime

from django.core.mail import send_mail
from django.db.models import QuerySet

from scrutable.audit import writes as audit
from scrutable.work.facts import Letter
from scrutable.work.models import SentLetter


class LettersNotSent(Exception):
    """Some letters could not be handed to the mail server; the next run tries them again."""

    def __init__(self, recipients: Iterable[str], reason: str) -> None:
        self.recipients = tuple(recipients)
        super().__init__(f"No letter went to {', '.join(self.recipients)}: {reason}")


def send_digests(*, letters: Iterable[Letter], day: date, by: str, at: datetime) -> int:
    """Send each letter unless that person had one on the subject that day; return how many went.

    A letter without lines is not sent. Two runs at once send each letter once: whoever moves
    its row from waiting to sending sends it. One that the mail server refuses waits for the
    next run, and LettersNotSent is raised when all have been tried.
    """
    sent: list[str] = []
    refused: dict[str, str] = {}
    for letter in letters:
        if not letter.lines or not _claim(letter, day):
            continue
        if fault := _send(letter):
            refused[letter.recipient] = fault
            _row(letter, day).update(state="waiting")
        else:
            sent.append(letter.subject)
            _row(letter, day).update(state="sent", sent_at=at)
    if sent:
        with audit.change(verb="digests_sent", subject=f"digest/{day}", by=by, at=at) as change:
            change.after = {"letters": len(sent), "subjects": sorted(set(sent))}
    if refused:
        raise LettersNotSent(refused, next(iter(refused.values())))
    return len(sent)


def _row(letter: Letter, day: date) -> QuerySet[SentLetter]:
    return SentLetter.objects.filter(recipient=letter.recipient, subject=letter.subject, day=day)


def _claim(letter: Letter, day: date) -> bool:
    SentLetter.objects.get_or_create(
        recipient=letter.recipient,
        subject=letter.subject,
        day=day,
        defaults={"lines": list(letter.lines)},
    )
    return _row(letter, day).filter(state="waiting").update(state="sending") == 1


def _send(letter: Letter) -> str:
    """Return the fault, or nothing if it went."""
    try:
        send_mail(letter.subject, "\n".join(letter.lines) + "\n", None, [letter.recipient])
    except (smtplib.SMTPException, OSError) as failed:
        return str(failed)
    return ""
