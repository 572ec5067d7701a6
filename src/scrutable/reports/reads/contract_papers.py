"""What a report on a contract is made of, from the records as known at its numbers."""

from scrutable.contracts import reads as contracts
from scrutable.contracts.compose import (
    ASKED,
    Cover,
    Papers,
    Section,
    Since,
    sections_wanted,
)
from scrutable.contracts.facts import Changes, CreditSum, Mitigation, Performance
from scrutable.contracts.reads.returns import followed_from
from scrutable.contracts.rules.changing import changes
from scrutable.contracts.rules.forecasting import forecast
from scrutable.contracts.rules.runs import run_ending
from scrutable.evidence import reads as evidence
from scrutable.kernel.periods import Span
from scrutable.registers import reads as registers
from scrutable.reports import facts, models
from scrutable.reports.reads.asked import asked_by_body, wanted_by_body
from scrutable.reports.reads.editions import last_frozen, narrative
from scrutable.reports.rules.titles import title_of


def title(asked: facts.ReportAsked, known: int) -> str:
    """Return the report's title; raises UnknownContract."""
    registers.contract(asked.contract, known)
    if asked.span is None:
        raise ValueError("a report on a contract is about months")
    return title_of(asked.kind, asked.span)


def papers(edition: facts.Edition, pin: facts.Pin) -> Papers:
    """Return everything that the report is made of, as known at the numbers."""
    code, span, as_at, known = edition.contract, edition.months, edition.as_at, pin.known
    judged = contracts.performance(code, history_of(edition, known), as_at, known)
    agreed = contracts.mitigations(code, known)
    said, since = _changes(edition, judged, agreed, known)
    statements = tuple(contracts.statements(code, known))
    policy = registers.policy("forecast", as_at, known)
    least_run = int(str(registers.policy("judgement", as_at, known)["least_run"]))
    months = {kpi.code: judged.of(kpi.code) for kpi in judged.definitions}
    runs = [run_ending(entries) for entries in months.values() if entries]
    written = narrative(edition.name, pin.words_known)
    return Papers(
        cover=_cover(edition),
        span=span,
        performance=judged,
        mitigations=tuple(agreed),
        credits=_credits(judged, span),
        statements=statements,
        trend_reasons=contracts.trend_reasons(code, span, known),
        changes=said,
        since=since,
        attention=tuple(contracts.attention(as_at, known, [judged.contract])),
        forecasts={
            kpi.code: forecast(kpi, months[kpi.code], as_at, policy) for kpi in judged.definitions
        },
        runs=tuple(run for run in runs if run is not None and run.length >= least_run),
        matters=tuple(contracts.matters(code, known)),
        narrative={anchor: text.text for anchor, text in written.items() if text.text.strip()},
        files=_file_names(judged, [statement.file for statement in statements]),
        asked=asked_by_body(edition, known),
        wanted=wanted_by_body(edition, known),
    )


def history_of(edition: facts.Edition, known: int) -> Span:
    """Return the months judged: those reported and all before them that the contract is followed.

    The same months as those that attention follows, so that they are judged once.
    """
    followed = followed_from(registers.contract(edition.contract, known), known)
    span = edition.months
    return Span(min(followed or span.last, span.first), span.last)


def _cover(edition: facts.Edition) -> Cover:
    return Cover(
        reference=edition.reference,
        title=edition.title,
        council=edition.council,
        author=edition.author,
        dated=edition.dated,
        meeting=edition.meeting,
    )


def _changes(
    edition: facts.Edition, judged: Performance, agreed: list[Mitigation], known: int
) -> tuple[Changes | None, Since | None]:
    """Return what the report before said that is known otherwise now, and which it was."""
    before = last_frozen(edition, known)
    if before is None or before.pinned is None:
        return None, None
    last = before.months.last
    span = Span(min(judged.span.first, last), last)
    earlier = contracts.performance(edition.contract, span, before.as_at, before.pinned)
    then = contracts.mitigations(edition.contract, before.pinned)
    found = changes(earlier, judged, mitigations_then=then, mitigations_now=agreed)
    since = Since(reference=before.reference, title=before.title, known=before.pinned)
    return found, since


def _credits(judged: Performance, span: Span) -> tuple[CreditSum, ...]:
    """Return the months' credits, those of the span before too, to compare with."""
    return tuple(contracts.credit_sums_of(judged, Span(span.before.first, span.last)).values())


def _file_names(judged: Performance, others: list[str]) -> dict[str, str]:
    hashes = {entry.result.file for entry in judged.months if entry.result} | set(others)
    found = evidence.stored_files(sorted(hashes - {""}))
    return {sha256: file.name for sha256, file in found.items()}


def sections(
    edition: facts.Edition, pin: facts.Pin, made: tuple[Section, ...]
) -> tuple[Section, ...]:
    """Return the sections of the report: what the body asked for, and its own, where it has one."""
    if not edition.body:
        return made
    own = sections_wanted(wanted_by_body(edition, pin.known), [one.anchor for one in made])
    return (*made, ASKED, *own)


def written_since(edition: facts.Edition, pin: facts.Pin) -> bool:
    """Test whether commentary was written after the number."""
    rows = models.Narrative.objects.filter(edition=edition.name, event__gt=pin.words_known)
    return rows.exists()
