"""Commentary held against what was judged; pure.

A claim about a KPI is held against the KPI's months that the clause names, else against every
month reported. A claim about a service or the whole contract is false where a KPI of it fell
below its minimum ("strong"), missed ("no failures", "all met"), or where fewer met ("improved").
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import islice

from scrutable.contracts.compose.arrows import printed_arrows
from scrutable.contracts.compose.papers import Papers
from scrutable.contracts.facts import Arrow, KpiMonth, Status
from scrutable.contracts.presenters import words
from scrutable.contracts.presenters.addresses import reason_address
from scrutable.contracts.rules.trends import arrow
from scrutable.kernel.periods import Month
from scrutable.kernel.wording import count_words, list_words
from scrutable.reports.facts import Fault
from scrutable.reports.rules.claims import (
    Said,
    Vocabulary,
    claims,
    named_codes,
    named_months,
)
from scrutable.reports.rules.phrases import Claim

Sections = dict[str, str]  # anchor → number
WHOLE = (Claim.ALL_MET, Claim.NO_FAILURES)


def vocabulary(papers: Papers) -> Vocabulary:
    """Return what a text about the contract may name."""
    kpis = papers.kpis.values()
    return Vocabulary(
        codes=frozenset(papers.kpis),
        titles={kpi.title.lower(): kpi.code for kpi in kpis},
        services={kpi.service.lower(): kpi.service for kpi in kpis},
        span=papers.span,
    )


def in_narrative(papers: Papers, sections: Sections) -> Iterator[Fault]:
    """Yield each place where an officer's commentary says other than the records."""
    known = vocabulary(papers)
    for anchor, text in papers.narrative.items():
        for said in claims(text, known):
            for where, why in _against(papers, said):
                yield Fault(
                    place=f"section {sections.get(anchor, anchor)}, {where}",
                    fault=f"the commentary says “{said.words}”, but {why}",
                    remedy="change the commentary, or correct the result if it is the result "
                    "that is wrong",
                    section=anchor,
                    mend_at=f"commentary/{anchor}/",
                )


def in_suppliers_words(papers: Papers, sections: Sections) -> Iterator[Fault]:
    """Yield each miss whose commentary by the supplier says other than its status.

    An officer answers it by naming the KPI and the month in any section's commentary.
    """
    known = vocabulary(papers)
    for code in papers.kpis:
        for entry in papers.reported(code):
            said = entry.result.commentary if entry.result else ""
            if not said or not entry.status.is_miss or _is_answered(papers, entry, known):
                continue
            yield from _of_supplier(papers, entry, said, sections)


def in_reasons(papers: Papers, sections: Sections) -> Iterator[Fault]:
    """Yield each officer's reason for better or worse that says other than the status."""
    for printed in printed_arrows(papers):
        given = papers.trend_reasons.get((printed.code, printed.month))
        entry = papers.entry(printed.code, printed.month)
        if given is None or entry is None:
            continue
        for said, where, why in _of_entry(papers, entry, given.reason):
            yield Fault(
                place=f"section {sections.get('services', 'services')}, {where}",
                fault=f"the reason given says “{said}”, but {why}",
                remedy="give another reason on the KPI’s page",
                section="services",
                mend_at=reason_address(papers.contract, printed.code, printed.month),
            )


def _of_supplier(papers: Papers, entry: KpiMonth, text: str, sections: Sections) -> Iterator[Fault]:
    """Yield a fault for the first claim about this KPI and month that is not so."""
    for said, where, why in islice(_of_entry(papers, entry, text), 1):
        yield Fault(
            place=f"section {sections.get('services', 'services')}, {where}",
            fault=f"the supplier’s commentary says “{said}”, but {why}",
            remedy=f"answer it: name {entry.code} and {entry.month.words} in the commentary "
            "of a section, or have the supplier send a corrected return",
            section="services",
            mend_at="commentary/services/",
        )


def _of_entry(papers: Papers, entry: KpiMonth, text: str) -> Iterator[tuple[str, str, str]]:
    """Yield words, place and why of each claim about this KPI and month that is not so.

    A text that stands beside a result is about it unless it names another KPI or month.
    """
    one, month = (entry.code,), (entry.month,)
    for said in claims(text, vocabulary(papers)):
        codes, months = said.codes or one, said.months or month
        if said.claim in WHOLE or entry.code not in codes or entry.month not in months:
            continue
        for where, why in _against(papers, replace(said, codes=one, months=month)):
            yield said.words, where, why


def _is_answered(papers: Papers, entry: KpiMonth, known: Vocabulary) -> bool:
    for text in papers.narrative.values():
        for paragraph in text.splitlines():
            has_code = entry.code in named_codes(paragraph, known)
            if has_code and entry.month in named_months(paragraph, papers.span):
                return True
    return False


def _against(papers: Papers, said: Said) -> Iterator[tuple[str, str]]:
    """Yield where the claim is not so, and why."""
    if said.claim in WHOLE:
        yield from _against_whole(papers, said)
    elif said.codes:
        for code in said.codes:
            yield from _against_kpi(papers, said, code)
    else:
        yield from _against_many(papers, said)


def _against_kpi(papers: Papers, said: Said, code: str) -> Iterator[tuple[str, str]]:
    months = [papers.entry(code, month) for month in said.months] if said.months else None
    entries = [e for e in months if e is not None] if months is not None else None
    reported = papers.reported(code) if entries is None else entries
    if said.claim in (Claim.IMPROVED, Claim.WORSENED):
        yield from _against_trend(papers, said, reported)
        return
    for entry in reported:
        if _is_false(said.claim, entry):
            yield _place(entry), f"the result is {_stands(papers, entry)}"


def _is_false(claim: Claim, entry: KpiMonth) -> bool:
    if claim is Claim.GOOD:
        return entry.status.is_miss
    if claim is Claim.BAD:
        return entry.status is Status.MET
    return entry.result is None or entry.result.value is None or bool(entry.result.value)


def _against_trend(
    papers: Papers, said: Said, entries: Sequence[KpiMonth]
) -> Iterator[tuple[str, str]]:
    """Hold "improved" against the month before, or against the first of several months named.

    Where no month is named it must be false both ways to count as a contradiction.
    """
    if not entries:
        return
    last = entries[-1]
    bases = [papers.entry(last.code, last.month.plus(-1))]
    if len(entries) > 1:
        bases = [entries[0]] if said.months else [entries[0], *bases]
    wrong = Arrow.WORSE if said.claim is Claim.IMPROVED else Arrow.BETTER
    kpi = papers.kpis[last.code]
    known = [base for base in bases if base is not None]
    if known and all(arrow(base, last, kpi) is wrong for base in known):
        base = known[0]
        then = f"{_stands(papers, base)} in {base.month.words}"
        now = f"{_stands(papers, last)} in {last.month.words}"
        yield _place(last), f"it went from {then} to {now}"


def _against_whole(papers: Papers, said: Said) -> Iterator[tuple[str, str]]:
    """Hold "all KPIs met" and "no failures" against every miss, mitigated ones too."""
    for month in _months(papers, said):
        missed = [e for e in _entries(papers, said, month) if e.status.is_miss]
        if missed:
            yield month.words, _missed_words(missed)


def _missed_words(missed: Sequence[KpiMonth]) -> str:
    verb = "missed its target" if len(missed) == 1 else "missed their targets"
    mitigated = sum(entry.is_mitigated for entry in missed)
    beside = f", {mitigated} of them under mitigation, which does not change a result"
    codes = list_words([entry.code for entry in missed])
    return f"{codes} {verb}{beside if mitigated else ''}"


def _against_many(papers: Papers, said: Said) -> Iterator[tuple[str, str]]:
    """Hold a claim about a service or the whole contract against the counts."""
    if said.claim in (Claim.IMPROVED, Claim.WORSENED):
        yield from _against_counts(papers, said)
        return
    for month in _months(papers, said):
        entries = _entries(papers, said, month)
        below = [e.code for e in entries if e.status is Status.BELOW_MINIMUM]
        judged = [e for e in entries if e.status.is_judged]
        if said.claim is Claim.GOOD and below:
            yield month.words, f"{list_words(below)} fell below the minimum"
        if said.claim is Claim.BAD and judged and not any(e.status.is_miss for e in judged):
            yield month.words, "no measured KPI missed its target"


def _against_counts(papers: Papers, said: Said) -> Iterator[tuple[str, str]]:
    months = _months(papers, said)
    last, base = months[-1], months[0] if len(months) > 1 else months[0].plus(-1)
    then, now = (_met(_entries(papers, said, month)) for month in (base, last))
    before = _met(_entries(papers, said, last.plus(-1)))
    is_worse = now < then and (bool(said.months) or now < before)
    is_better = now > then and (bool(said.months) or now > before)
    if is_worse if said.claim is Claim.IMPROVED else is_better:
        met = f"{count_words(then, 'KPI')} met their target in {base.words}"
        yield last.words, f"{met} and {now} in {last.words}"


def _met(entries: Iterable[KpiMonth]) -> int:
    return sum(entry.status is Status.MET for entry in entries)


def _months(papers: Papers, said: Said) -> tuple[Month, ...]:
    return said.months or tuple(papers.span)


def _entries(papers: Papers, said: Said, month: Month) -> tuple[KpiMonth, ...]:
    entries = papers.during(month)
    if not said.service:
        return entries
    return tuple(e for e in entries if papers.kpis[e.code].service == said.service)


def _place(entry: KpiMonth) -> str:
    return f"KPI {entry.code}, {entry.month.words}"


def _stands(papers: Papers, entry: KpiMonth) -> str:
    """Return the value with its status, or the reason for there being none."""
    value = words.entry_words(papers.kpis[entry.code], entry)
    if entry.result is None or entry.result.value is None:
        return value.lower()
    return f"{value}, {words.status_words(entry).lower()}"
