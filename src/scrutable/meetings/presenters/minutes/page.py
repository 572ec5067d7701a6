"""The page of one set of minutes: the text, and beside it each limb; pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from scrutable.govuk.facts import Tag, Term
from scrutable.kernel.wording import capital, count_words, date_words, list_words, moment_words
from scrutable.meetings.facts import (
    BodyKind,
    Certainty,
    Commitment,
    Limb,
    LimbState,
    Meeting,
    Minutes,
    OutcomeKind,
)
from scrutable.meetings.presenters.addresses import (
    commitment_address,
    limb_address,
    limb_place,
    meeting_address,
)
from scrutable.meetings.presenters.minutes import words
from scrutable.meetings.presenters.minutes.spans import Piece, pieces

PART = 30  # limbs that stand on one page


@dataclass(frozen=True, slots=True, kw_only=True)
class LimbView:
    """One limb as it stands beside the text."""

    number: int
    kind: str
    text: str
    place: str
    tags: tuple[Tag, ...]
    terms: tuple[Term, ...]
    reason: str
    is_settled: bool
    is_struck: bool
    is_tracked: bool
    needs_a_look: bool
    depth: int
    address: str
    onward: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesView:
    """The strings of a page of minutes."""

    title: str
    summary: str
    caption: str
    notes: tuple[str, ...]
    pieces: tuple[Piece, ...]
    is_shortened: bool
    limbs: tuple[LimbView, ...]
    waiting: tuple[tuple[int, str], ...]
    terms: tuple[Term, ...]
    earlier: str
    later: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """Everything that the page of minutes is made of."""

    minutes: Minutes
    limbs: Sequence[Limb]
    meeting: Meeting
    body: str
    kind: BodyKind
    commitments: Sequence[Commitment] = ()
    said_on: str = ""  # the day that the text itself gives, where it is another than the meeting's
    whole: bool = False
    limb: int = 0  # the limb asked for; the part of the page that it stands on is shown


def present(shown: Shown) -> MinutesView:
    """Return the strings of the page."""
    minutes, limbs = shown.minutes, shown.limbs
    waiting = tuple(
        (limb.number, limb_place(minutes.code, limb.number))
        for limb in limbs
        if _needs_a_look(limb)
    )
    first = _first(shown)
    part = limbs[first : first + PART]
    found = tuple(pieces(minutes, part, whole=shown.whole, around=len(part) < len(limbs)))
    return MinutesView(
        title=_title(minutes, limbs, len(waiting)),
        summary=f"{shown.body}, {date_words(shown.meeting.on)}.",
        caption=f"Minutes {minutes.code}",
        notes=_notes(shown),
        pieces=found,
        is_shortened=any(piece.left_out for piece in found),
        limbs=tuple(_limb(limb, shown) for limb in part),
        waiting=() if minutes.is_confirmed else waiting,
        terms=_terms(shown),
        earlier=_part(minutes, limbs, first - PART),
        later=_part(minutes, limbs, first + PART),
    )


def _first(shown: Shown) -> int:
    """Return at which limb the part begins that holds the one asked for."""
    for at, limb in enumerate(shown.limbs):
        if limb.number == shown.limb:
            return at - at % PART
    return 0


def _part(minutes: Minutes, limbs: Sequence[Limb], first: int) -> str:
    return limb_place(minutes.code, limbs[first].number) if 0 <= first < len(limbs) else ""


def _title(minutes: Minutes, limbs: Sequence[Limb], waiting: int) -> str:
    said = [limb for limb in limbs if limb.state is not LimbState.STRUCK]
    limbs_said = count_words(len(said), "outcome") if said else "No outcome"
    if minutes.is_confirmed:
        return f"{limbs_said} confirmed by {minutes.confirmed_by}"
    if waiting:
        return f"{limbs_said} read, {waiting} unclear and to be looked at first"
    return f"{limbs_said} read, to be confirmed"


def _notes(shown: Shown) -> tuple[str, ...]:
    minutes = shown.minutes
    found = [words.READING_WORDS[minutes.reading.state]]
    if shown.said_on:
        found.append(
            f"The text itself names {shown.said_on} as the day of its meeting. Make sure that it "
            "is of this meeting."
        )
    return tuple(note for note in found if note)


def _terms(shown: Shown) -> tuple[Term, ...]:
    minutes = shown.minutes
    item = f"Item {minutes.item}" if minutes.item else "The whole meeting"
    loaded = f"{moment_words(minutes.loaded_at)}, by {minutes.loaded_by}"
    found = [
        Term(label="Meeting", value=minutes.meeting, href=meeting_address(minutes.meeting)),
        Term(label="Of", value=item),
        Term(label="File", value=minutes.name),
        Term(label="Loaded", value=loaded),
        Term(label="Read by", value=f"{minutes.reader}, English only"),
    ]
    if closure := words.closure_words(minutes.closure):
        found.append(Term(label="Closed", value=f"{closure}. {minutes.closure.public_interest}"))
    if minutes.confirmed_at:
        confirmed = f"{moment_words(minutes.confirmed_at)}, by {minutes.confirmed_by}"
        found.append(Term(label="Confirmed", value=confirmed))
    return tuple(found)


def _limb(limb: Limb, shown: Shown) -> LimbView:
    return LimbView(
        number=limb.number,
        kind=words.KIND_WORDS[limb.outcome.kind],
        text=limb.outcome.text,
        place=capital(shown.minutes.place_at(limb.outcome.span[0])),
        tags=_tags(limb, confirmed=shown.minutes.is_confirmed),
        terms=_limb_terms(limb, shown),
        reason=limb.reason,
        is_settled=limb.state not in (LimbState.AS_READ, LimbState.STRUCK),
        is_struck=limb.state is LimbState.STRUCK,
        is_tracked=limb.is_tracked,
        needs_a_look=_needs_a_look(limb),
        depth=0 if limb.outcome.parent is None else 1,
        address=limb_address(limb),
        onward=_onward(limb, shown),
    )


def _needs_a_look(limb: Limb) -> bool:
    return limb.state is LimbState.AS_READ and limb.outcome.certainty is Certainty.UNCLEAR


def _tags(limb: Limb, *, confirmed: bool) -> tuple[Tag, ...]:
    outcome = limb.outcome
    found = [words.STATE_TAGS[limb.state]]
    if limb.state is LimbState.STRUCK:
        return tuple(found)
    if outcome.certainty in words.CERTAINTY_TAGS:
        found.append(words.CERTAINTY_TAGS[outcome.certainty])
    if outcome.wording in words.WORDING_TAGS:
        found.append(words.WORDING_TAGS[outcome.wording])
    if outcome.in_discussion:
        found.append(words.IN_DISCUSSION)
    tracked = words.WAS_TRACKED if confirmed else words.TRACKED
    found.append(tracked if limb.is_tracked else words.NOT_TRACKED)
    return tuple(found)


def _limb_terms(limb: Limb, shown: Shown) -> tuple[Term, ...]:
    outcome = limb.outcome
    under = "" if outcome.parent is None else f"Limb {outcome.parent + 1}"
    said = (
        ("Owner", outcome.owner),
        ("In consultation with", list_words(outcome.consultees)),
        ("Due", words.due_words(outcome.due)),
        ("Amount", words.pounds_words(outcome.amount_pounds)),
        ("Condition", outcome.condition),
        ("Votes", outcome.votes),
        ("Under", under),
    )
    found = [Term(label=label, value=value) for label, value in said if value]
    found.extend(
        Term(
            label="Tracked as", value=f"Commitment {made.code}", href=commitment_address(made.code)
        )
        for made in shown.commitments
        if made.source_reference == limb.reference
    )
    return tuple(found)


def _onward(limb: Limb, shown: Shown) -> tuple[tuple[str, str], ...]:
    """Return what may be recorded from a confirmed limb elsewhere: text and address."""
    if not shown.minutes.is_confirmed or limb.state is LimbState.STRUCK:
        return ()
    if limb.outcome.kind is OutcomeKind.DELEGATE:
        return (("Record as delegation", f"/delegations/new/?from={limb.reference}"),)
    if limb.outcome.kind is OutcomeKind.RECOMMEND and shown.kind is BodyKind.SCRUTINY:
        return (("Record as recommendation", f"/recommendations/new/?from={limb.reference}"),)
    return ()
