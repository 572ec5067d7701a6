"""A limb of a decision, with what stands under it, as outcomes."""

import re
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from itertools import pairwise

from scrutable.meetings.facts.reading import Certainty, Outcome, Wording
from scrutable.meetings.facts.reading import OutcomeKind as Kind
from scrutable.meetings.rules.reading import lexicon
from scrutable.meetings.rules.reading.actors import consultees_in
from scrutable.meetings.rules.reading.clauses import meaning_of
from scrutable.meetings.rules.reading.dues import due_in
from scrutable.meetings.rules.reading.frames import NO_FRAME, Frame, Meaning, strip_lead
from scrutable.meetings.rules.reading.headings import ACTION_IN_BRACKETS, CUT
from scrutable.meetings.rules.reading.money import sums_in
from scrutable.meetings.rules.reading.numbering import Label
from scrutable.meetings.rules.reading.splitting import clauses_of, verbs_together
from scrutable.meetings.rules.reading.text import Piece

CONDITION = re.compile(
    r"\b(?:subject to|provided that|on condition that|on the condition that|"
    r"conditional (?:up)?on|contingent (?:up)?on|on the understanding "
    r"that)\b\s+(?:the )?([^,;.]{2,200})",
    re.IGNORECASE,
)

LEADS = re.compile(
    rf"(?:^|\b(?:to|that|and|following|(?:{lexicon.ANY})(?: that| to)?))[\s:;,.\-]*$", re.IGNORECASE
)

DANGLES = re.compile(
    r"(?:\bas follows|\bthe following(?: \w+){0,2}|\bbelow|\bof|\bfor|\babout|\bon|"
    r"\bin|\bincluding|\bup of)[\s:;,.\-]*$",
    re.IGNORECASE,
)

PARTIAL = re.compile(r"\bbe (?:(\w{2,10})\s?)?(?:\(cut|\.\.\.|…)")

THAT = re.compile(r"(?:that|to)\b", re.IGNORECASE)

COMMON = (
    "approved",
    "noted",
    "agreed",
    "endorsed",
    "authorised",
    "delegated",
    "received",
    "confirmed",
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


@dataclass(slots=True)
class Node:
    """A limb and the limbs under it."""

    label: Label | None
    piece: Piece
    start: int
    end: int
    children: list["Node"] = field(default_factory=list)

    @property
    def last(self) -> int:
        """Return where the last word under it ends."""
        return max([self.end, *(child.last for child in self.children)])


def outcomes_of(
    nodes: list[Node],
    frame: Frame,
    meeting_on: date | None,
    certainty: Certainty = Certainty.CERTAIN,
) -> list[Outcome]:
    """Return the outcomes of limbs, in order."""
    found: list[Outcome] = []
    for node in nodes:
        found += _node(node, frame, meeting_on, certainty)
    return found


def _node(node: Node, frame: Frame, meeting_on: date | None, certainty: Certainty) -> list[Outcome]:
    if not node.children:
        return _limb(node, frame, meeting_on, certainty)
    below = _frame_below(node, frame)
    if below is None:
        return [
            replace(one, span=_whole(node, one))
            for one in _limb(node, frame, meeting_on, certainty)[-1:]
        ]
    return outcomes_of(node.children, below, meeting_on, certainty)


def _whole(node: Node, outcome: Outcome) -> tuple[int, int]:
    return (outcome.span[0], max(node.last, outcome.span[1]))


def _frame_below(node: Node, frame: Frame) -> Frame | None:
    """Return what a lead-in hands to the limbs under it; None where they only complete it."""
    text = CUT.sub("", node.piece.text).rstrip(" :-;,")
    meaning = meaning_of(text, frame)
    if not strip_lead(text) or meaning is None:
        return frame
    own = meaning_of(text)
    if own is None and frame.kind is not None and LEADS.search(text):
        return frame
    is_open = bool(LEADS.search(text)) and not DANGLES.search(node.piece.text)
    if meaning.kind is Kind.DELEGATE and not meaning.owner and is_open:
        return Frame(Kind.DELEGATE, is_binding=True)
    if not is_open or meaning.kind is Kind.DELEGATE:
        return None
    if meaning.owner and meaning.kind in {Kind.REQUEST, Kind.INSTRUCT, Kind.ACTION}:
        return None
    return _handed_down(node, meaning)


def _handed_down(node: Node, meaning: Meaning) -> Frame | None:
    owns_verbs = all(lexicon.verb_at(strip_lead(child.piece.text)) for child in node.children)
    if node.label is not None and meaning.kind is not Kind.AGREE and not owns_verbs:
        return None
    if node.label is not None and meaning.kind is Kind.RECOMMEND:
        return None
    binding = meaning.kind in {Kind.NOTE, Kind.RECOMMEND, Kind.ACTION}
    return Frame(meaning.kind, meaning.owner, is_binding=binding)


def _limb(node: Node, frame: Frame, meeting_on: date | None, certainty: Certainty) -> list[Outcome]:
    """Return the outcomes of one limb: one for each clause that decides something."""
    text = node.piece.text
    found: list[Outcome] = []
    if frame.kind is not None and frame.is_binding and not CUT.sub("", text).strip(" ."):
        lost = Meaning(frame.kind, frame.owner, Certainty.UNCLEAR, Wording.LOST)
        return [outcome(text, node.piece.span(0, len(text)), lost, meeting_on, certainty)]
    if frame.kind is None and THAT.match(text) and certainty is Certainty.CERTAIN:
        frame = replace(frame, default=Kind.APPROVE)
    for start, end in clauses_of(text):
        clause = text[start:end]
        span = node.piece.span(start, len(text[:end].rstrip(" ,;").removesuffix(" and")))
        handed = frame if not found or frame.is_binding else NO_FRAME
        found += [
            outcome(clause, span, meaning, meeting_on, certainty)
            for meaning in _meanings(clause, handed)
        ]
    return found


def _meanings(clause: str, frame: Frame) -> list[Meaning]:
    plain = CUT.sub("", clause)
    meaning = meaning_of(plain, frame) or _cut_short(clause)
    if meaning is None:
        return []
    if meaning.kind in SIGNED or frame.is_binding:
        return [meaning]
    kinds = verbs_together(plain)
    if meaning.kind not in kinds or len(kinds) < 2:
        return [meaning]
    return [replace(meaning, kind=kind) for kind in kinds]


def _cut_short(clause: str) -> Meaning | None:
    """Return what "be app(cut)" began to say."""
    found = PARTIAL.search(clause)
    if found is None:
        return None
    begun = (found[1] or "approv").lower()
    for word in (*COMMON, *lexicon.FORMS):
        verb = lexicon.FORMS[word][-1]
        if word.startswith(begun) and verb.form == "participle" and verb.kind:
            return Meaning(verb.kind, certainty=Certainty.UNCLEAR)
    return None


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
    wants_due = meaning.kind not in NO_DUE and (is_firm or FORWARD.search(plain))
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
