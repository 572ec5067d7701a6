"""One month's result of a KPI; pure."""

from dataclasses import dataclass

from scrutable.contracts.facts import TrendReason
from scrutable.contracts.presenters import cells, words
from scrutable.contracts.presenters.addresses import mitigation_address
from scrutable.contracts.presenters.lines import KpiLine
from scrutable.contracts.presenters.versions import result_words
from scrutable.govuk.facts import Tag, Term
from scrutable.kernel.wording import moment_words


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultPage:
    """What the page says of the month."""

    title: str
    summary: str
    tags: tuple[Tag, ...]
    terms: tuple[Term, ...]
    commentary: str
    reference: str


def present(line: KpiLine, reason: TrendReason | None) -> ResultPage:
    """Return the month's value, its judgement and what stands beside it."""
    now, known = line.now, line.definition
    said = words.entry_words(known, now)
    return ResultPage(
        title=f"{known.code}: {said} in {now.month.words}",
        summary=words.judgement_words(known, now),
        tags=cells.entry_tags(now),
        terms=(*_terms(line), *_beside(line, reason)),
        commentary=now.result.commentary if now.result else "",
        reference=now.reference,
    )


def _terms(line: KpiLine) -> tuple[Term, ...]:
    now, known = line.now, line.definition
    held = now.result
    if held is None:
        return (Term(label="Result", value=words.WORDS[now.status]),)
    counted = "Not given"
    if held.numerator is not None and held.denominator is not None:
        counted = f"{held.numerator:,f} of {held.denominator:,f}"
    recorded = moment_words(held.at) if held.at else "Not recorded"
    return (
        Term(label="Result", value=result_words(known, held)),
        Term(label="Counted", value=counted),
        Term(label="Target", value=words.target_words(known, now)),
        Term(label="Minimum", value=words.minimum_words(known, now)),
        Term(label="Standing", value=words.STANDING_WORDS[held.standing]),
        Term(label="Came by", value=words.SOURCE_WORDS[held.source]),
        Term(label="Read from", value=held.place or "Typed in by hand"),
        Term(label="Recorded", value=f"{recorded}, by {held.by or 'somebody not recorded'}"),
    )


def _beside(line: KpiLine, reason: TrendReason | None) -> tuple[Term, ...]:
    now, known = line.now, line.definition
    agreed = "None agreed"
    if now.mitigation:
        agreed = f"{now.mitigation.reason} ({now.mitigation.span.words})"
    first = "Never restated"
    if now.restated_from is not None:
        first = words.value_words(known, now.restated_from)
    return (
        Term(label="First reported as", value=first),
        Term(label="Against the month before", value=words.ARROW_SHORT[line.arrow]),
        Term(label="Why it moved", value=reason.reason if reason else "No reason given"),
        Term(label="Severity", value=words.SEVERITY_WORDS[now.severity]),
        Term(
            label="Mitigation",
            value=agreed,
            href=mitigation_address(now.mitigation) if now.mitigation else "",
        ),
    )
