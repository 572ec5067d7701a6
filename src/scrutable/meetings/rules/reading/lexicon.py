"""The verbs of decisions, in every voice and tense, and the kind of outcome that each gives."""

import re
from dataclasses import dataclass

from scrutable.meetings.facts.reading import OutcomeKind as Kind

VERBS: dict[Kind, str] = {
    Kind.ACCEPT: "accept",
    Kind.AGREE: "agree determine decide concur declare pledge resolve",
    Kind.APPOINT: "appoint elect nominate co-opt re-elect reappoint re-appoint",
    Kind.APPROVE: (
        "approve adopt ratify grant award allocate release fund procure sanction adjust acquire "
        "dispose extend enact introduce implement establish amend vary widen increase reduce set "
        "use purchase transfer continue proceed progress commence pursue confirm make commit "
        "create enter include retain remove replace terminate publish renew commission spend "
        "consent permit insource outsource add give apply incorporate update ring-fence earmark "
        "freeze charge pay invest join uphold reaffirm affirm execute advertise cease close "
        "discontinue write-off re-let let sell lease rename merge"
    ),
    Kind.AUTHORISE: "authorise authorize empower mandate",
    Kind.CARRY_FORWARD: "carry-forward",
    Kind.COMMENT: "comment highlight observe express emphasise stress regret",
    Kind.DEFER: "defer postpone adjourn",
    Kind.DELEGATE: "delegate",
    Kind.ENDORSE: "endorse commend",
    Kind.EXCLUDE_PUBLIC: "exclude",
    Kind.INSTRUCT: "instruct direct task",
    Kind.NOTE: "note acknowledge recognise",
    Kind.RECEIVE: "receive",
    Kind.RECOMMEND: "recommend",
    Kind.REFER: "refer remit",
    Kind.REJECT: "reject refuse decline dismiss disagree rescind",
    Kind.REPORT_BACK: "report",
    Kind.REQUEST: "request ask invite urge require seek wish call",
    Kind.REVIEW: "review",
    Kind.SUPPORT: "support welcome",
    Kind.THANK: "thank congratulate",
    Kind.WAIVE: "waive suspend",
}

IRREGULAR = {
    "set": ("sets", "set", "set"),
    "let": ("lets", "let", "let"),
    "re-let": ("re-lets", "re-let", "re-let"),
    "make": ("makes", "made", "made"),
    "give": ("gives", "gave", "given"),
    "pay": ("pays", "paid", "paid"),
    "spend": ("spends", "spent", "spent"),
    "seek": ("seeks", "sought", "sought"),
    "sell": ("sells", "sold", "sold"),
    "carry-forward": ("carries forward", "carried forward", "carried forward"),
    "write-off": ("writes off", "wrote off", "written off"),
    "freeze": ("freezes", "froze", "frozen"),
}

BASES = {"carry-forward": "carry forward", "write-off": "write off"}

# Those that approve by their very word; the rest of them say only what is to be done.
APPROVING = frozenset(
    ["approve", "adopt", "ratify", "grant", "award", "sanction", "reaffirm", "affirm"]
)

# Words that also begin a subject: "Progress be noted", "Use of the site be agreed".
NOUNS = frozenset(
    [
        "progress",
        "use",
        "review",
        "report",
        "update",
        "transfer",
        "support",
        "request",
        "award",
        "grant",
        "lease",
        "release",
        "charge",
        "comment",
        "increase",
        "set",
        "fund",
        "purchase",
        "permit",
        "task",
        "direct",
        "close",
        "note",
        "project",
        "spend",
        "commission",
        "record",
        "implement",
        "advertise",
    ]
)

DOUBLED = frozenset(["permit", "commit", "defer", "refer", "remit", "let", "transfer"])

# "That the sum be set aside": participles that stand for an approval without being in the list.
SILENT = frozenset(["sign", "consider", "discuss", "debate", "present", "move", "second"])


@dataclass(frozen=True, slots=True)
class Verb:
    """One form of a verb."""

    lemma: str
    kind: Kind | None  # None for what happens at meetings and decides nothing
    form: str  # base, present, past, participle


def _forms(lemma: str) -> tuple[str, str, str, str]:
    base = BASES.get(lemma, lemma)
    if lemma in IRREGULAR:
        return (base, *IRREGULAR[lemma])
    if lemma.endswith("y") and lemma[-2] not in "aeiou":
        return (base, lemma[:-1] + "ies", lemma[:-1] + "ied", lemma[:-1] + "ied")
    present = lemma + ("es" if lemma.endswith(("s", "sh", "ch", "x")) else "s")
    stem = lemma + lemma[-1] if lemma in DOUBLED else lemma
    past = stem + ("d" if stem.endswith("e") else "ed")
    return (base, present, past, past)


def _table() -> dict[str, list[Verb]]:
    table: dict[str, list[Verb]] = {}
    pairs: list[tuple[str, Kind | None]] = [
        (lemma, kind) for kind, lemmas in VERBS.items() for lemma in lemmas.split()
    ]
    pairs += [(lemma, None) for lemma in sorted(SILENT)]
    for lemma, kind in pairs:
        for form, word in zip(
            ("base", "present", "past", "participle"), _forms(lemma), strict=True
        ):
            table.setdefault(word, []).append(Verb(lemma, kind, form))
    return table


FORMS = _table()

ANY = "|".join(sorted((re.escape(word) for word in FORMS), key=lambda w: (-len(w), w)))

PARTICIPLES = "|".join(
    sorted(
        {re.escape(w) for w, verbs in FORMS.items() if any(v.form == "participle" for v in verbs)},
        key=lambda w: (-len(w), w),
    )
)

ADVERB = (
    r"(?:(?:also|further|furthermore|formally|hereby|therefore|unanimously|accordingly|duly|fully|"
    r"now|then|otherwise|subsequently|again|thereby|strongly|warmly|in principle)\s)"
)

VERB_AT = re.compile(rf"{ADVERB}{{0,2}}({ANY})(?![\w-])", re.IGNORECASE)


def verb_of(word: str) -> Verb | None:
    """Return the verb that the word is a form of, or None."""
    verbs = FORMS.get(word.lower())
    return verbs[0] if verbs else None


def verb_at(text: str, position: int = 0) -> tuple[Verb, int, int] | None:
    """Return the verb that stands at the position, after an adverb or two, and its place."""
    found = VERB_AT.match(text, position)
    if found is None:
        return None
    return FORMS[found[1].lower()][0], found.start(1), found.end(1)


def forms_of(*kinds: Kind) -> str:
    """Return a pattern of every form of the verbs of these kinds."""
    words = {re.escape(w) for w, verbs in FORMS.items() if any(v.kind in kinds for v in verbs)}
    return "|".join(sorted(words, key=lambda w: (-len(w), w)))
