import smtplib
from datetime import UTC, date, datetime

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend
from django.db import IntegrityError

from scrutable.audit import reads as audit
from scrutable.work.facts import Letter
from scrutable.work.models import SentLetter
from scrutable.work.writes import LettersNotSent, send_digests

pytestmark = pytest.mark.django_db
AT = datetime(2026, 10, 12, 8, tzinfo=UTC)
DAY = date(2026, 10, 12)
LATE = Letter(
    recipient="n.ward@norland.example",
    subject="1 return is late",
    lines=("CSS, September 2026: due 9 October 2026.", "Send it at /returns/."),
)


def send(*letters, day=DAY):
    return send_digests(letters=letters, day=day, by="scrutable", at=AT)


def test_a_digest_goes_out_with_every_line():
    assert send(LATE) == 1

    (letter,) = mail.outbox
    assert letter.to == ["n.ward@norland.example"]
    assert letter.subject == "1 return is late"
    assert letter.body == "CSS, September 2026: due 9 October 2026.\nSend it at /returns/.\n"


def test_nobody_gets_the_same_digest_twice_a_day():
    send(LATE)

    assert send(LATE) == 0
    assert len(mail.outbox) == 1


def test_the_next_day_it_goes_out_again():
    send(LATE)

    assert send(LATE, day=date(2026, 10, 13)) == 1


def test_a_digest_without_lines_is_not_sent():
    assert send(Letter(recipient="a@b.example", subject="Nothing", lines=())) == 0
    assert mail.outbox == []


def test_what_went_out_is_in_the_event_log_without_addresses():
    send(LATE)

    (event,) = audit.events()
    assert (event.verb, event.subject, event.by) == (
        "digests_sent",
        "digest/2026-10-12",
        "scrutable",
    )
    assert event.after == {"letters": 1, "subjects": ["1 return is late"]}


class Refusing(EmailBackend):
    """A mail server that takes nothing for one address."""

    def send_messages(self, messages):
        if any("n.ward@norland.example" in message.to for message in messages):
            raise smtplib.SMTPServerDisconnected("Connection lost")
        return super().send_messages(messages)


def test_a_letter_that_is_refused_waits_for_the_next_run_and_holds_up_no_other(settings):
    other = Letter(recipient="a.patel@westmere.example", subject="1 return is late", lines=("x",))
    settings.EMAIL_BACKEND = f"{__name__}.Refusing"

    with pytest.raises(LettersNotSent, match=r"No letter went to n\.ward.*Connection lost"):
        send(LATE, other)

    assert [letter.to for letter in mail.outbox] == [["a.patel@westmere.example"]]
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert send(LATE, other) == 1


def test_a_letter_that_another_run_is_sending_is_left_to_it():
    SentLetter.objects.create(
        recipient=LATE.recipient, subject=LATE.subject, day=DAY, lines=[], state="sending"
    )

    assert send(LATE) == 0
    assert mail.outbox == []


@pytest.mark.parametrize(
    ("fields", "constraint"),
    [
        ({"state": "sent"}, "work_sentletter_sent_has_its_time"),
        ({"sent_at": AT}, "work_sentletter_sent_has_its_time"),
    ],
)
def test_the_database_refuses_a_letter_sent_at_no_time(fields, constraint):
    with pytest.raises(IntegrityError, match=constraint):
        SentLetter.objects.create(recipient="a@b.example", subject="x", day=DAY, lines=[], **fields)
