"""Letters to those who owe something: to whom, and what they say; pure."""

from collections.abc import Mapping, Sequence
from datetime import date

from scrutable.kernel.wording import count_words, date_words, days_words
from scrutable.meetings.facts import Commitment, Letter, OwnerAddress
from scrutable.meetings.rules.attending import Promised, is_to_be_chased, short
from scrutable.meetings.rules.promises import due_of, owner_of


def known_addresses(people: Mapping[str, str], addresses: Sequence[OwnerAddress]) -> dict[str, str]:
    """Return where each owner's letters go, by the owner in small letters.

    `people` gives people's addresses by their full names; what was set for an owner goes first.
    """
    found = {name.casefold(): address for name, address in people.items() if address}
    return found | {one.owner.casefold(): one.address for one in addresses}


def letters(
    promised: Promised,
    names: Mapping[str, str],
    addresses: Mapping[str, str],
    link: str,
) -> list[Letter]:
    """Return a letter for each address, and one for each owner without, that tells them all.

    `names` are what bodies are called, by their codes. Those without an address come last.
    """
    due = [one for one in promised.commitments if is_to_be_chased(promised, one)]
    due.sort(key=lambda one: (_day(one), one.code))
    sheaves: dict[tuple[str, str], list[Commitment]] = {}
    for commitment in due:
        owner = owner_of(commitment, promised.as_at)
        address = addresses.get(owner.casefold(), "")
        sheaves.setdefault((address, "" if address else owner), []).append(commitment)
    return [
        Letter(
            address=address,
            owners=tuple(dict.fromkeys(owner_of(one, promised.as_at) for one in theirs)),
            commitments=tuple(theirs),
            lines=_lines(theirs, names, promised.as_at, link),
        )
        for (address, _), theirs in sorted(
            sheaves.items(), key=lambda sheaf: (not sheaf[0][0], sheaf[0])
        )
    ]


def _lines(
    commitments: Sequence[Commitment], names: Mapping[str, str], as_at: date, link: str
) -> tuple[str, ...]:
    verb = "waits" if len(commitments) == 1 else "wait"
    opening = (
        f"On {date_words(as_at)} {count_words(len(commitments), 'commitment')} "
        f"{verb} for your answer."
    )
    said = [_line(one, names, as_at) for one in commitments]
    return (opening, "", *said, "", f"Answer at {link}")


def _line(commitment: Commitment, names: Mapping[str, str], as_at: date) -> str:
    body = names.get(commitment.body, commitment.body)
    owner = owner_of(commitment, as_at)
    owed = f" Owed by {owner}." if owner else ""
    return f"{commitment.code}, {body}: {short(commitment.said)} {_due(commitment, as_at)}{owed}"


def _due(commitment: Commitment, as_at: date) -> str:
    day = _day(commitment)
    days = (day - as_at).days
    late = f"{count_words(-days, 'day')} late" if days < 0 else days_words(days)
    return f"(due {date_words(day)}, {late})."


def _day(commitment: Commitment) -> date:
    due = due_of(commitment)
    return due.last if due and due.last else date.max
