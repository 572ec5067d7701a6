"""Those who owe something reminded by e-mail, and each reminder kept as a step."""

from contextlib import suppress
from datetime import datetime

from django.db import transaction

from scrutable.audit import reads as audit
from scrutable.audit.writes import change
from scrutable.kernel.references import slug
from scrutable.kernel.wording import list_words, london_day
from scrutable.meetings import facts, models
from scrutable.meetings.reads.reminding import letters_due
from scrutable.meetings.writes.promises import IllegalStep, take_step
from scrutable.work.facts import Letter
from scrutable.work.writes import LettersNotSent, send_digests

SUBJECT = "Commitments that wait for your answer"


def chase(*, link: str, by: str, at: datetime) -> int:
    """Write to everybody who owes something and is due a letter; return how many letters went.

    What was sent is kept as a step of each commitment, so that nobody is written to again before
    the policy's days have passed. Owners without an address get none: `letters_due` names them.
    Raises LettersNotSent when all have been tried.
    """
    refused: dict[str, str] = {}
    sent = 0
    for letter in letters_due(london_day(at), audit.number_at(), link):
        if not letter.address:
            continue
        try:
            went = _send(letter, by, at)
        except LettersNotSent as fault:
            refused[letter.address] = str(fault).partition(": ")[2]
            continue
        sent += went
        if went:
            _keep(letter, by, at)
    if refused:
        raise LettersNotSent(refused, next(iter(refused.values())))
    return sent


def set_owner_address(*, owner: str, address: str, by: str, at: datetime) -> None:
    """Say where letters to an owner go; "" takes the address away.

    The log keeps that it was set and by whom, and never the address itself: it is somebody's own.
    """
    key = " ".join(owner.split()).casefold()
    with change(
        verb="owner_address_set", subject=f"owner/{slug(owner)}", by=by, at=at
    ) as under_way:
        rows = models.OwnerAddress.objects.filter(key=key)
        under_way.before = {"owner": owner, "has_address": rows.exists()}
        under_way.after = {"owner": owner, "has_address": bool(address)}
        if address:
            named = {"owner": " ".join(owner.split()), "address": address}
            models.OwnerAddress.objects.update_or_create(key=key, defaults=named)
        else:
            rows.delete()


def _send(letter: facts.Letter, by: str, at: datetime) -> int:
    one = Letter(recipient=letter.address, subject=SUBJECT, lines=letter.lines)
    return send_digests(letters=[one], day=london_day(at), by=by, at=at)


def _keep(letter: facts.Letter, by: str, at: datetime) -> None:
    step = facts.Step(
        kind=facts.StepKind.CHASED,
        on=london_day(at),
        by=by,
        words=f"By e-mail to {list_words(letter.owners)}",
    )
    with transaction.atomic():
        for commitment in letter.commitments:
            with suppress(IllegalStep):  # answered since the letter was written
                take_step(commitment=commitment.code, step=step, by=by, at=at)
