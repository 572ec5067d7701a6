"""What a careful person reads on a page, as written down: `verb @owner ~consultee !due £amount`.

Remarks stand in brackets: "(narrative)" before what was only said in discussion, "(a-c)" for
limbs that were taken as one. "note+approve" are two outcomes of one limb, of which the second has
the sum; "note/report-back" is one that may go by either name, here by the first.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from scrutable.meetings.facts.reading import ReadingState
from scrutable.meetings.rules.reading.money import pounds_in

STATES = {
    "none": ReadingState.NONE_VISIBLE,
    "none-visible": ReadingState.NONE_VISIBLE,
    "proposals-only": ReadingState.PROPOSALS_ONLY,
    "status-only": ReadingState.STATUS_ONLY,
}
CUTS = {
    "decision_whole": (ReadingState.WHOLE,),
    "cut_inside_or_after_decision": (ReadingState.CUT,),
    "cut_before_decision": (ReadingState.WHOLE, ReadingState.CUT, ReadingState.NONE_VISIBLE),
}
BRACKETS = re.compile(r"\([^()]{0,200}\)")
IN_DISCUSSION = re.compile(r"\s*\((?:narrative|audit|by |matter)[^()]{0,80}\)", re.IGNORECASE)
VERB = re.compile(r"[a-z]+(?:-[a-z]+)*", re.IGNORECASE)
SIGN = re.compile(r"[@~!£]")
PART = re.compile(r"([@~!£])([^@~!£]*)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Expected:
    """One outcome as a careful person wrote it."""

    kind: str
    owners: tuple[str, ...] = ()
    consultees: tuple[str, ...] = ()
    due: str = ""
    amount: Decimal | None = None
    in_discussion: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """What a careful person reads on one page."""

    id: str
    outcomes: tuple[Expected, ...]
    states: tuple[ReadingState, ...]  # any of them is right; none: not judged


def sheet_of(page: Mapping[str, Any]) -> Sheet:
    """Return what is expected of a page: its `expected` strings, and its `cut` where it has one."""
    outcomes: list[Expected] = []
    states: list[ReadingState] = []
    for written in page.get("expected", ()):
        found, state = parse_expected(str(written))
        outcomes += found
        if state is not None:
            states.append(state)
    if not states and any(not one.in_discussion for one in outcomes):
        states += CUTS.get(str(page.get("cut", "")), ())
    return Sheet(id=str(page.get("id", "")), outcomes=tuple(outcomes), states=tuple(states))


def parse_expected(written: str) -> tuple[list[Expected], ReadingState | None]:
    """Return the outcomes that one string names, or the state that it gives to the page."""
    remark = IN_DISCUSSION.match(written)
    verbs, parts = _split(BRACKETS.sub(" ", written))
    if not verbs:
        return [], None
    if verbs[0] in STATES or "(status only)" in written:
        return [], STATES.get(verbs[0], ReadingState.STATUS_ONLY)
    last = Expected(
        kind=verbs[-1],
        owners=parts["@"],
        consultees=parts["~"],
        due=next(iter(parts["!"]), ""),
        amount=next((pounds_in(f"£{said}") for said in parts["£"]), None),
        in_discussion=remark is not None,
    )
    others = [Expected(kind=verb, in_discussion=last.in_discussion) for verb in verbs[:-1]]
    return [*others, last], None


def _split(plain: str) -> tuple[list[str], dict[str, tuple[str, ...]]]:
    head = SIGN.split(plain, maxsplit=1)[0]
    pieces = [piece.split("/")[0] for piece in head.split(":")[0].split("+")]
    verbs = [found[0].lower() for piece in pieces if (found := VERB.search(piece))]
    said = [(sign, words.strip(" ,;")) for sign, words in PART.findall(plain[len(head) :])]
    return verbs, {sign: tuple(w for at, w in said if at == sign and w) for sign in "@~!£"}
