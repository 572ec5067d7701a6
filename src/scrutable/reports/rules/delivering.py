"""Officers' words on projects, benefits and outcomes held against the records; pure.

A clause is about the projects it names by number or title, else about those of the clause before
it in the same paragraph. Words on "all projects", "the programme" or "all benefits" are about
every one. The same doubts as in commentary on KPIs take a claim away: "will be", "not", "should".
"""

import re
from collections.abc import Iterator, Mapping, Sequence

from scrutable.reports.facts import Fault
from scrutable.reports.rules.claims import clauses, is_taken_away
from scrutable.reports.rules.promising import untrue_of_promises
from scrutable.reports.rules.records_say import Delivered, Delivery, OfProject, wanting

__all__ = ["Delivered", "Delivery", "OfProject", "contradicted"]

PHRASES: Mapping[Delivery, str] = {
    Delivery.ON_TIME: (
        r"on time|on track|on schedule|to (?:plan|time|schedule)|as planned|in time"
        r"|(?:no|without) (?:a |any )?(?:slips?|delays?|slippage)|ahead of (?:plan|schedule)"
    ),
    Delivery.GREEN: r"(?:is|are|was|were|be|stays?|remains?|rated|turned) (?:all )?green",
    Delivery.LIVE: (
        r"(?:went|gone|is|are|was) live|(?:is|are|was|were|been) (?:complete|completed|delivered)"
    ),
    Delivery.EVIDENCED: (
        r"(?:all|every)(?: of)?(?: the)?(?: \w+)? (?:outcomes?|vision statements?)"
        r" (?:is|are|was|were|has been|have been) (?:evidenced|reached|met|achieved|delivered)"
    ),
}
_PATTERNS = {
    claim: re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE)
    for claim, words in PHRASES.items()
}
_OF_PROJECTS = (Delivery.ON_TIME, Delivery.GREEN, Delivery.LIVE)
_EVERY = re.compile(
    r"\b(?:all|every|each)(?: of)?(?: the| our)?(?: \w+)? projects?\b|\bthe programme\b",
    re.IGNORECASE,
)
_NUMBERED = re.compile(
    r"\bprojects?(?: numbers?| nos?\.?)? ((?:[A-Za-z0-9][\w-]*(?:, and |, | and | or |$|(?=\W)))+)",
    re.IGNORECASE,
)
_NUMBER = re.compile(r"[A-Za-z0-9][\w-]*")


def contradicted(
    narrative: Mapping[str, str], known: Delivered, sections: Mapping[str, str]
) -> Iterator[Fault]:
    """Yield each place where an officer's words say other than the records."""
    for anchor, text in narrative.items():
        for words, where, why in _untrue(text, known):
            yield Fault(
                place=f"section {sections.get(anchor, anchor)}, {where}",
                fault=f"the commentary says “{words}”, but {why}",
                remedy="change the commentary, or the record if it is the record that is wrong",
                section=anchor,
                mend_at=f"commentary/{anchor}/",
            )


def _untrue(text: str, known: Delivered) -> Iterator[tuple[str, str, str]]:
    """Yield words, place and why of each claim that is not so."""
    for paragraph in filter(str.strip, text.splitlines()):
        about: Sequence[OfProject] = ()
        for clause in clauses(paragraph):
            about = _named(clause, known) or about
            yield from _of_clause(clause, about, known)
            yield from untrue_of_promises(clause, [one.number for one in about], known)


def _of_clause(
    clause: str, about: Sequence[OfProject], known: Delivered
) -> Iterator[tuple[str, str, str]]:
    for claim, pattern in _PATTERNS.items():
        found = pattern.search(clause)
        if found is None or is_taken_away(clause[: found.start()]):
            continue
        if claim in _OF_PROJECTS:
            yield from _of_projects(found[0], claim, clause, about, known)
        elif claim is Delivery.EVIDENCED and known.unevidenced:
            yield found[0], "outcomes", wanting(known.unevidenced)


def _of_projects(
    words: str, claim: Delivery, clause: str, about: Sequence[OfProject], known: Delivered
) -> Iterator[tuple[str, str, str]]:
    if _EVERY.search(clause):
        against = [one for one in known.projects if claim in one.against]
        if against:
            names = [f"project {one.number} {one.title}" for one in against]
            yield words, "projects", wanting(names)
        return
    for one in about:
        if claim in one.against:
            yield words, f"project {one.number}", one.against[claim]


def _named(clause: str, known: Delivered) -> list[OfProject]:
    """Return the projects that the clause names, by number behind the word or by title."""
    low = clause.lower()
    numbers = (
        token.lower() for found in _NUMBERED.findall(clause) for token in _NUMBER.findall(found)
    )
    by_number = [known.by_number[number] for number in numbers if number in known.by_number]
    by_title = [one for title, one in known.by_title.items() if title in low]
    return list({one.number: one for one in (*by_number, *by_title)}.values())
