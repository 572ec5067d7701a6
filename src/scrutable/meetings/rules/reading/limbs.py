"""A limb of a decision, with what stands under it, as outcomes."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import date

from scrutable.meetings.facts.reading import Certainty, Outcome, SubLimb, Wording
from scrutable.meetings.facts.reading import OutcomeKind as Kind
from scrutable.meetings.rules.reading import lexicon
from scrutable.meetings.rules.reading.actors import BODY_AT, consultees_in, role_at_start
from scrutable.meetings.rules.reading.clauses import meaning_of
from scrutable.meetings.rules.reading.details import SIGNED, outcome
from scrutable.meetings.rules.reading.dues import due_in
from scrutable.meetings.rules.reading.frames import NO_FRAME, Frame, Meaning, strip_lead
from scrutable.meetings.rules.reading.headings import CUT
from scrutable.meetings.rules.reading.numbering import Label, said
from scrutable.meetings.rules.reading.splitting import clauses_of, verbs_together
from scrutable.meetings.rules.reading.subjects import subject_of
from scrutable.meetings.rules.reading.text import Piece

LEADS = re.compile(
    rf"(?:^|\b(?:to|that|and|following|(?:{lexicon.ANY})(?: that| to)?))[\s:;,.\-]*$", re.IGNORECASE
)

DANGLES = re.compile(
    r"(?:\bas follows|\bthe following(?: \w+){0,2}|\bbelow|\bof|\bfor|\babout|\bon|"
    r"\bin|\bincluding|\bup of)[\s:;,.\-]*$",
    re.IGNORECASE,
)

PARTIAL = re.compile(r"\bbe (?:(\w{2,10})\s?)?(?:\(cut|\.\.\.|…)")

BREAKS_OFF = re.compile(r"\b(?:be|is|are|to|of|the|an?|that|for|with|in)\s*$", re.IGNORECASE)

ACTIONS_AGREED = re.compile(r"\b(?:following|these|additional) actions?$", re.IGNORECASE)

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
            _folded(one, node, meeting_on) for one in _limb(node, frame, meeting_on, certainty)[-1:]
        ]
    return outcomes_of(node.children, below, meeting_on, certainty)


ON_OTHERS = frozenset({Kind.REQUEST, Kind.INSTRUCT, Kind.DELEGATE, Kind.ACTION, Kind.REPORT_BACK})


def _folded(one: Outcome, node: Node, meeting_on: date | None) -> Outcome:
    """Return the outcome of a lead with the limbs under it, and the day that one of them gives."""
    due = one.due
    if due is None and one.kind in ON_OTHERS:
        dues = (due_in(child.piece.text, meeting_on) for child in node.children)
        due = next(filter(None, dues), None)
    limbs = tuple(limb for child in node.children for limb in _sub_limbs(child, ""))
    return replace(one, span=_whole(node, one), due=due, limbs=limbs)


def _sub_limbs(node: Node, above: str) -> Iterator[SubLimb]:
    """Yield the limb and those under it, these named after it: "a", "a.i"."""
    own = said(node.label) if node.label else ""
    label = f"{above}.{own}" if above and own else above or own
    text = CUT.sub("", node.piece.text)
    yield SubLimb(
        label=label,
        text=text,
        span=node.piece.span(0, len(node.piece.text)),
        owner=subject_of(strip_lead(text)),
        consultees=consultees_in(text),
    )
    for child in node.children:
        yield from _sub_limbs(child, label)


def _whole(node: Node, outcome: Outcome) -> tuple[int, int]:
    return (outcome.span[0], max(node.last, outcome.span[1]))


def _frame_below(node: Node, frame: Frame) -> Frame | None:
    """Return what a lead-in hands to the limbs under it; None where they only complete it."""
    text = CUT.sub("", node.piece.text).rstrip(" :-;,")
    meaning = meaning_of(text, frame)
    if post := _only_a_post(text):
        return Frame(Kind.ACTION, post, is_binding=True)
    is_open = bool(LEADS.search(text)) and not DANGLES.search(node.piece.text)
    if not strip_lead(text) or meaning is None:
        return frame
    if ACTIONS_AGREED.search(text):
        return Frame(Kind.ACTION, is_binding=True)
    if frame.kind is not None and LEADS.search(text) and meaning_of(text) is None:
        return frame
    return _handed_down(node, meaning) if is_open else None


def _only_a_post(lead: str) -> str:
    """Return the post where a lead names one and no more: "That the Head of Digital:"."""
    said = strip_lead(lead).removeprefix("the ")
    return said if not BODY_AT.match(said) and role_at_start(said) == said else ""


def _handed_down(node: Node, meaning: Meaning) -> Frame | None:
    """Return the verb and the body of an open lead: "to note:", "delegates to:"."""
    if meaning.kind is Kind.DELEGATE:
        return None if meaning.owner else Frame(Kind.DELEGATE, is_binding=True)
    if meaning.owner and meaning.kind in {Kind.REQUEST, Kind.INSTRUCT, Kind.ACTION}:
        return None
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
    if BREAKS_OFF.search(plain) and meaning_of(plain) is None:
        frame = replace(frame, default=None)
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
