"""The parts of an outcome: owner, consultees, due day, sum, condition, how sure."""

import re
from datetime import date
from decimal import Decimal
from itertools import pairwise

from scrutable.meetings.facts.reading import Certainty, Outcome, Wording
from scrutable.meetings.facts.reading import OutcomeKind as Kind
from scrutable.meetings.rules.reading.actors import consultees_in
from scrutable.meetings.rules.reading.dues import due_in
from scrutable.meetings.rules.reading.frames import Meaning
from scrutable.meetings.rules.reading.headings import ACTION_IN_BRACKETS, CUT
from scrutable.meetings.rules.reading.money import sums_in

CONDITION = re.compile(
    r"\b(?:subject to|provided that|on condition that|on the condition that|"
    r"conditional (?:up)?on|contingent (?:up)?on|on the understanding "
    r"that)\b\s+(?:the )?([^,;.]{2,200})",
    re.IGNORECASE,
)

LIST_OF_SUMS = 3

GAP = 3  # characters between the sums of a list

SIGNED = frozenset({Kind.CONFIRM_MINUTES, Kind.EXCLUDE_PUBLIC})

NO_DUE = SIGNED | {Kind.APPOINT, Kind.THANK, Kind.EXEMPT, Kind.REJECT}

LOOKS_BACK = frozenset(
    {Kind.NOTE, Kind.RECEIVE, Kind.ENDORSE, Kind.SUPPORT, Kind.ACCEPT, Kind.RECOMMEND}
)

FORWARD = re.compile(
    r"\b(?:will|would|shall|should|to be|comes?|brought|returns?|go|report(?:s|ed)? back|"
    r"be (?:considered|submitted|presented|provided|reported|completed|delivered|reviewed)|"
    r"further (?:reports?|updates?))\b",
    re.IGNORECASE,
)

MISSING = re.compile(
    r"\((?:[^()]*\b(?:stripped|missing|lost|not on the page|not in the text|not "
    r"given|not shown)\b[^()]*)\)",
    re.IGNORECASE,
)

AS_AMENDED = re.compile(r"\bas amended\b", re.IGNORECASE)


def outcome(
    clause: str,
    span: tuple[int, int],
    meaning: Meaning,
    meeting_on: date | None,
    certainty: Certainty,
) -> Outcome:
    """Return the outcome that a clause says, with its owner, consultees, due day and sum."""
    plain = CUT.sub("", clause)
    consultees = consultees_in(plain)
    condition = CONDITION.search(plain)
    named = ACTION_IN_BRACKETS.search(clause)
    is_firm = meaning.kind not in LOOKS_BACK
    wants_due = meaning.kind not in NO_DUE and (
        is_firm or meaning.kind is Kind.RECOMMEND or FORWARD.search(plain)
    )
    owner = meaning.owner or (named[1].strip() if named else "")
    return Outcome(
        kind=meaning.kind,
        text=plain.strip(" ,;"),
        span=span,
        wording=_wording(clause, meaning),
        owner=owner,
        consultees=tuple(name for name in consultees if name != owner),
        due=due_in(plain, meeting_on, is_firm=is_firm) if wants_due else None,
        amount_pounds=_amount(plain),
        condition=condition[1].strip() if condition else "",
        certainty=_worse(certainty, meaning.certainty, clause),
    )


def _wording(clause: str, meaning: Meaning) -> Wording:
    if MISSING.search(clause):
        return Wording.LOST
    return meaning.wording


def _amount(plain: str) -> Decimal | None:
    """Return the first sum, unless the sums only make a list: £208k, £222k, £264k."""
    sums = sums_in(plain)
    if not sums:
        return None
    gaps = [after[0] - before[1] for before, after in pairwise(sums)]
    is_list = len(sums) >= LIST_OF_SUMS and max(gaps) <= GAP
    return None if is_list else sums[0][2]


def _worse(one: Certainty, other: Certainty, clause: str) -> Certainty:
    order = (Certainty.CERTAIN, Certainty.LIKELY, Certainty.UNCLEAR)
    if CUT.search(clause):
        return Certainty.UNCLEAR
    return max(one, other, key=order.index)
