"""A reading as the JSON that `meetings read` prints, and back."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from scrutable.meetings.facts.reading import (
    Certainty,
    Due,
    Outcome,
    OutcomeKind,
    Reading,
    ReadingState,
    SubLimb,
    Wording,
)

Json = dict[str, Any]


def as_json(reading: Reading) -> Json:
    """Return the reading as plain mappings, lists, words and numbers."""
    return {
        "id": reading.id,
        "state": reading.state.value,
        "meeting_on": _iso(reading.meeting_on),
        "outcomes": [outcome_as_json(outcome) for outcome in reading.outcomes],
    }


def outcome_as_json(outcome: Outcome) -> Json:
    """Return one outcome as plain mappings, lists, words and numbers."""
    return {
        "kind": outcome.kind.value,
        "text": outcome.text,
        "span": list(outcome.span),
        "wording": outcome.wording.value,
        "owner": outcome.owner,
        "consultees": list(outcome.consultees),
        "due": _due_as_json(outcome.due),
        "amount_pounds": _number(outcome.amount_pounds),
        "condition": outcome.condition,
        "certainty": outcome.certainty.value,
        "parent": outcome.parent,
        "in_discussion": outcome.in_discussion,
        "votes": outcome.votes,
        "limbs": [_limb_as_json(limb) for limb in outcome.limbs],
    }


def from_json(stored: Mapping[str, Any]) -> Reading:
    """Return the reading that `as_json` wrote."""
    return Reading(
        id=stored["id"],
        state=ReadingState(stored["state"]),
        meeting_on=_day(stored["meeting_on"]),
        outcomes=tuple(outcome_from_json(outcome) for outcome in stored["outcomes"]),
    )


def outcome_from_json(stored: Mapping[str, Any]) -> Outcome:
    """Return the outcome that `outcome_as_json` wrote."""
    start, end = stored["span"]
    amount = stored["amount_pounds"]
    return Outcome(
        kind=OutcomeKind(stored["kind"]),
        text=stored["text"],
        span=(start, end),
        wording=Wording(stored["wording"]),
        owner=stored["owner"],
        consultees=tuple(stored["consultees"]),
        due=_due_from_json(stored["due"]),
        amount_pounds=None if amount is None else Decimal(str(amount)),
        condition=stored["condition"],
        certainty=Certainty(stored["certainty"]),
        parent=stored["parent"],
        in_discussion=stored.get("in_discussion", False),
        votes=stored.get("votes", ""),
        limbs=tuple(_limb_from_json(limb) for limb in stored.get("limbs", ())),
    )


def _limb_as_json(limb: SubLimb) -> Json:
    return {
        "label": limb.label,
        "text": limb.text,
        "span": list(limb.span),
        "owner": limb.owner,
        "consultees": list(limb.consultees),
    }


def _limb_from_json(stored: Mapping[str, Any]) -> SubLimb:
    start, end = stored["span"]
    return SubLimb(
        label=stored["label"],
        text=stored["text"],
        span=(start, end),
        owner=stored["owner"],
        consultees=tuple(stored["consultees"]),
    )


def _due_as_json(due: Due | None) -> Json | None:
    if due is None:
        return None
    return {"words": due.words, "from": _iso(due.first), "to": _iso(due.last)}


def _due_from_json(stored: Mapping[str, Any] | None) -> Due | None:
    if stored is None:
        return None
    return Due(words=stored["words"], first=_day(stored["from"]), last=_day(stored["to"]))


def _number(amount: Decimal | None) -> int | float | None:
    if amount is None:
        return None
    return int(amount) if amount == amount.to_integral_value() else float(amount)


def _iso(day: date | None) -> str | None:
    return None if day is None else day.isoformat()


def _day(iso: str | None) -> date | None:
    return None if iso is None else date.fromisoformat(iso)
