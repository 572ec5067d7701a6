"""What the agreements come to in a sentence: who ran on, and whether it came again; pure."""

from collections.abc import Sequence
from datetime import date

from scrutable.housekeeping.facts.agreements import AgreementStanding, Otherwise
from scrutable.kernel.wording import (
    capital,
    count_words,
    date_words,
    ended,
    list_words,
    number_words,
    shortened,
    times_words,
)

LONGEST = 60  # letters of a title within a sentence


def in_use(found: Sequence[AgreementStanding]) -> list[AgreementStanding]:
    """Return the agreements that have begun and are used."""
    return [
        one
        for one in found
        if one.next.otherwise is not Otherwise.IS_CLOSED and one.agreement.starts_on <= one.as_at
    ]


def to_decide(found: Sequence[AgreementStanding], within_days: int) -> list[AgreementStanding]:
    """Return the agreements of which somebody must decide within so many days."""
    return [
        one
        for one in in_use(found)
        if one.next.act_by and 0 <= (one.next.act_by - one.as_at).days <= within_days
    ]


def register_title(found: Sequence[AgreementStanding]) -> str:
    """Return the finding of the register: how many run on without approval now."""
    if not found:
        return "No agreement is recorded"
    running = sum(one.running is not None for one in found)
    if running:
        verb = "agreement runs" if running == 1 else "agreements run"
        return f"{capital(number_words(running))} {verb} on without approval"
    return "No agreement runs on without approval"


def register_summary(found: Sequence[AgreementStanding], within_days: int) -> str:
    """Return how many are used, and of how many somebody must decide soon."""
    if not found:
        return "Record each agreement, or load the register that the council keeps."
    used, near = len(in_use(found)), len(to_decide(found, within_days))
    said = f"{capital(number_words(used))} {'is' if used == 1 else 'are'} in use"
    decide = f"{number_words(near)} must be decided within {count_words(within_days, 'day')}"
    return f"{said}; {decide if near else 'none ' + decide.partition(' ')[2]}."


def ran_on_title(found: Sequence[AgreementStanding]) -> str:
    """Return the finding: how many agreements ran on without approval, and how many again."""
    ran = [one for one in found if one.ran_on]
    if not ran:
        return "No agreement ran on without approval"
    again = sum(any(time.is_recurrence for time in one.ran_on) for one in ran)
    agreements = "agreement" if len(ran) == 1 else "agreements"
    head = f"{capital(number_words(len(ran)))} {agreements} ran on without approval"
    if not again:
        return f"{head}; none did so again"
    if len(ran) == 1:
        return f"{head}, and did so again"
    return f"{head}; {number_words(again)} did so again"


def recurrence_words(found: Sequence[AgreementStanding]) -> str:
    """Return whether it came again, with both times, and whether it did since the last cure."""
    again = [
        f"{shortened(one.agreement.title, LONGEST)} ran on from {date_words(time.earlier)} and "
        f"again from {date_words(time.since)}"
        f"{', after it was said to be cured' if time.is_after_cure else ''}."
        for one in found
        for time in one.ran_on
        if time.earlier
    ]
    return " ".join([*again, *_since_last_cure(found)])


def own_recurrence_words(one: AgreementStanding) -> str:
    """Return of one agreement whether it ran on again, with both times; "" where it never did."""
    again = [time for time in one.ran_on if time.earlier]
    if again:
        days = list_words([date_words(time.since) for time in one.ran_on])
        cured = ", after it was said to be cured" if again[-1].is_after_cure else ""
        return f"It ran on {times_words(len(one.ran_on))}, from {days}{cured}."
    cured_on = last_cure([one])
    if cured_on is None:
        return "No cure is done, so that it can come again." if one.ran_on else ""
    return f"It has not run on again since {date_words(cured_on)}, when its cure was done."


def loose_words(one: AgreementStanding) -> str:
    """Return the causes and cures whose time there is no longer; "" where there are none."""
    if not one.loose:
        return ""
    days = list_words([date_words(cure.since) for cure in one.loose])
    causes = " ".join(ended(cure.cause) for cure in one.loose)
    return (
        f"Cause and cure were recorded for {days}, where its terms, corrected since, leave no "
        f"time without approval: {causes}"
    )


def _since_last_cure(found: Sequence[AgreementStanding]) -> list[str]:
    last = last_cure(found)
    if last is None:
        return ["No cure is recorded as done."] if any(one.ran_on for one in found) else []
    begun = sum(time.since >= last for one in found for time in one.ran_on)
    day = date_words(last)
    if not begun:
        return [f"None has begun to run on since {day}, when the last cure was done."]
    have = "agreement has" if begun == 1 else "agreements have"
    begun_words = capital(number_words(begun))
    return [f"{begun_words} {have} begun to run on since {day}, when the last cure was done."]


def last_cure(found: Sequence[AgreementStanding]) -> date | None:
    """Return the day on which the last cure was done, None where none was."""
    days = [
        time.cure.cured_on
        for one in found
        for time in one.ran_on
        if time.cure and time.cure.cured_on
    ]
    return max(days, default=None)


def page_title(one: AgreementStanding) -> str:
    """Return the finding of an agreement's page."""
    title = one.agreement.title
    if time := one.running:
        again = " again" if time.is_recurrence else ""
        return f"{title} runs on{again} without approval, for {count_words(time.days, 'day')} now"
    if one.next.otherwise is Otherwise.IS_CLOSED:
        return f"{title} is closed"
    if one.next.otherwise is Otherwise.RENEWS_ITSELF and one.next.act_by:
        return f"{title} renews itself unless notice is given by {date_words(one.next.act_by)}"
    return f"{title} ends on {date_words(one.next.last)}"


def holds_words(one: AgreementStanding, words: str) -> bool:
    """Test whether every one of the words stands in the agreement, in any case."""
    agreement = one.agreement
    said = " ".join(
        (agreement.code, agreement.title, one.supplier, agreement.owner, agreement.contract)
    ).casefold()
    return all(word in said for word in words.casefold().split())
