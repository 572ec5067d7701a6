"""Reading commentary: which KPI and month a clause is about, and what it claims; pure.

Rules that an officer can argue with: quoted words claim nothing of the officer's own; a phrase
with a negation or an outlook ("will", "should", "expected to") among the four words before it
claims nothing; a clause is about the KPIs, service and months it names, else about those of the
clause before it in the same paragraph; nothing named means the whole contract and all months.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from scrutable.kernel.periods import MONTH_NAMES, Month, Span
from scrutable.kernel.references import canonical_code
from scrutable.reports.rules.phrases import DOUBTS, NEGATIONS, OF_ANYTHING, OF_KPI, OUTLOOK, Claim

WINDOW = 4  # words before a phrase in which a negation or an outlook takes its claim away

_QUOTED = re.compile(r"“[^”]*”|‘[^’]*’(?!\w)|\"[^\"]*\"")
_SENTENCE = re.compile(r"(?<=[.!?;:])\s+|\n+")
_CLAUSE = re.compile(
    r",?\s+(?:but|although|though|while|whereas|however|except|despite|and then)\s+", re.IGNORECASE
)
_CODE = re.compile(r"\b[A-Z][A-Z0-9]*[\s_-]?KPI[\s_-]?\d+\b", re.IGNORECASE)
_MONTH = re.compile(rf"\b({'|'.join(MONTH_NAMES)})\b(?:\s+(\d{{4}}))?")
_WORD = re.compile(r"[\w’'%.-]+")
_PATTERNS = tuple(
    (claim, table is OF_KPI, re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE))
    for table in (OF_ANYTHING, OF_KPI)
    for claim, phrases in table.items()
    for words in phrases
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """What a text may name: KPI codes by code and by title, services, the months reported."""

    codes: frozenset[str]
    titles: Mapping[str, str]  # small letters → code
    services: Mapping[str, str]  # small letters → service
    span: Span


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """One claim of a text, what it is about and the words that made it."""

    claim: Claim
    words: str
    codes: tuple[str, ...] = ()
    service: str = ""
    months: tuple[Month, ...] = ()  # as named; none named is none here


@dataclass(frozen=True, slots=True)
class _About:
    codes: tuple[str, ...] = ()
    service: str = ""
    months: tuple[Month, ...] = ()


def claims(text: str, vocabulary: Vocabulary) -> tuple[Said, ...]:
    """Return what the text claims, in order."""
    found: list[Said] = []
    for paragraph in filter(str.strip, text.splitlines()):
        about = _About()
        for clause in clauses(paragraph):
            about = _carried(_about(clause, vocabulary), about)
            found += _claims_of(clause, about)
    return tuple(found)


def clauses(paragraph: str) -> Iterator[str]:
    """Yield the sentences of a paragraph cut at "but", "although", "while" and the like."""
    for sentence in _SENTENCE.split(unquoted(paragraph)):
        yield from filter(str.strip, _CLAUSE.split(sentence))


def unquoted(text: str) -> str:
    """Return the text with quoted words blanked: they are somebody else's.

    >>> unquoted("They say it “remained strong” in May.")
    'They say it … in May.'
    """
    return _QUOTED.sub("…", text)


def named_codes(text: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """Return the KPIs that the text names by any spelling of the code or by title."""
    by_code = (canonical_code(found) for found in _CODE.findall(text))
    low = text.lower()
    by_title = (code for title, code in vocabulary.titles.items() if _has_words(low, title))
    named = [code for code in by_code if code in vocabulary.codes]
    return tuple(dict.fromkeys([*filter(None, named), *by_title]))


def named_months(text: str, span: Span) -> tuple[Month, ...]:
    """Return the months that the text names; without a year, the latest by the span's end."""
    months = []
    for name, year in _MONTH.findall(text):
        number = MONTH_NAMES.index(name) + 1
        if year:
            months.append(Month(int(year), number))
        else:
            before = span.last.number < number
            months.append(Month(span.last.year - before, number))
    return tuple(dict.fromkeys(months))


def _has_words(low: str, words: str) -> bool:
    return re.search(rf"(?<![\w-]){re.escape(words)}(?![\w-])", low) is not None


def _about(clause: str, vocabulary: Vocabulary) -> _About:
    low = clause.lower()
    services = (name for key, name in vocabulary.services.items() if _has_words(low, key))
    codes = named_codes(clause, vocabulary)
    service = "" if codes else next(services, "")
    return _About(codes, service, named_months(clause, vocabulary.span))


def _carried(about: _About, before: _About) -> _About:
    """Return the subject of a clause, taken from the clause before where it names none."""
    if not about.codes and not about.service:
        about = replace(about, codes=before.codes, service=before.service)
    return about if about.months else replace(about, months=before.months)


def _claims_of(clause: str, about: _About) -> Iterator[Said]:
    taken: list[tuple[int, int]] = []
    for claim, only_of_kpi, pattern in _PATTERNS:
        if only_of_kpi and not about.codes:
            continue
        for found in pattern.finditer(clause):
            start, end = found.span()
            overlaps = any(start < last and end > first for first, last in taken)
            if overlaps or not _counts(clause, start, claim):
                continue
            taken.append((start, len(clause) if claim is Claim.ALL_MET else end))
            yield Said(
                claim=claim,
                words=_words_claimed(clause, claim, found),
                codes=about.codes,
                service=about.service,
                months=about.months,
            )


def _words_claimed(clause: str, claim: Claim, found: re.Match[str]) -> str:
    """Return the words to quote back: for "all KPIs" the rest of the clause belongs to it."""
    if claim is Claim.ALL_MET:
        return clause[found.start() :].strip().rstrip(".!?;:")
    return found[0]


def _counts(clause: str, start: int, claim: Claim) -> bool:
    if is_taken_away(clause[:start]):
        return False
    return claim is not Claim.ALL_MET or _says_met(clause[start:])


def is_taken_away(before: str) -> bool:
    """Test whether the words before a phrase take its claim away: a negation, an outlook, a doubt.

    >>> is_taken_away("The project will be "), is_taken_away("The project is ")
    (True, False)
    """
    nearest = [word.strip(".’'") for word in _WORD.findall(before.lower())][-WINDOW:]
    if any(word.endswith(("n’t", "n't")) for word in nearest):
        return True
    doubted = any(doubt in " ".join(nearest) for doubt in DOUBTS)
    return doubted or bool(set(nearest) & (NEGATIONS | OUTLOOK))


_MET = re.compile(
    r"\b(?:met|achieved|reached|exceeded|green|on target|passed|hit)\b", re.IGNORECASE
)
_NOT_MET = re.compile(r"\b(?:not|never|will|should|would|must|to be)\b|n[’']t\b", re.IGNORECASE)


def _says_met(rest: str) -> bool:
    """Test whether "all KPIs …" goes on to say that they met their targets."""
    met = _MET.search(rest)
    return met is not None and not _NOT_MET.search(rest[: met.start()])
