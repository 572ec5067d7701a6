"""The parts of an outcome: owner, consultees, due day, sum, condition, how sure."""

import re
from datetime import date
from decimal import Decimal
from itertools import pairwise

from scrutable.meetings.facts.reading import Certainty, Due, Outcome, Wording
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

NO_DUE = SIGNED | {Kind.THANK, Kind.EXEMPT, Kind.REJECT}

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
    owner = meaning.owner or (named[1].strip() if named else "")
    if owner and _breaks_off_in(clause, owner):
        owner = ""
    return Outcome(
        kind=meaning.kind,
        text=plain.strip(" ,;"),
        span=span,
        wording=_wording(clause, meaning),
        owner=owner,
        consultees=tuple(name for name in consultees if name != owner),
        due=_due(plain, meaning.kind, meeting_on),
        amount_pounds=_amount(plain),
        condition=condition[1].strip() if condition else "",
        certainty=_worse(certainty, meaning.certainty, clause),
    )


def _breaks_off_in(clause: str, owner: str) -> bool:
    """Test whether the text stops at the name, so that it may not be whole."""
    cut = CUT.search(clause)
    return cut is not None and clause[: cut.start()].rstrip().endswith(owner)


def _due(plain: str, kind: Kind, meeting_on: date | None) -> Due | None:
    """Return by when, where an outcome of the kind has such a day at all."""
    if kind in NO_DUE or (kind is Kind.APPOINT and not UNTIL.search(plain)):
        return None
    is_firm = kind not in LOOKS_BACK
    if not is_firm and kind is not Kind.RECOMMEND and not FORWARD.search(plain):
        return None
    due = due_in(plain, meeting_on, is_firm=is_firm)
    how_often = OFTEN.search(plain) if due is None and kind in COMES else None
    return Due(words=how_often[0]) if how_often else due


COMES = frozenset({Kind.REPORT_BACK, Kind.REQUEST})

UNTIL = re.compile(r"\b(?:until|till|to (?:the end|\d)|expiring|ending)\b", re.IGNORECASE)

OFTEN = re.compile(
    r"\b(?:quarterly|monthly|annual|(?:six|three|half)[- ](?:monthly|yearly)|weekly|fortnightly|"
    r"bi-?monthly|bi-?annual|twice-yearly)(?= (?:[\w-]+ ){0,2}"
    r"(?:reports?|updates?|briefings?|reviews?|monitoring|presentations?|statements?|figures)\b)",
    re.IGNORECASE,
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
