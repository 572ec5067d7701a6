"""The plain summary on the first page: what a member takes away; pure."""

from decimal import Decimal

from scrutable.contracts.compose import citing
from scrutable.contracts.compose.attention import codes_in_attention
from scrutable.contracts.compose.papers import Papers
from scrutable.contracts.compose.saying import commentary
from scrutable.contracts.facts import Counts, Status
from scrutable.contracts.rules.counting import count
from scrutable.documents.blocks import (
    Block,
    Citation,
    Figure,
    Heading,
    KeyFigure,
    KeyFigures,
    Paragraph,
    Run,
)
from scrutable.documents.saying import numbered
from scrutable.kernel.money import money_exact
from scrutable.kernel.periods import Month, Span
from scrutable.kernel.wording import capital, count_words, number_words

MOST_NAMED = 3
MISSING = {
    Status.LATE: ("has not been returned and is late", "have not been returned and are late"),
    Status.NOT_YET_DUE: ("is not yet due", "are not yet due"),
    Status.NOT_MEASURED: ("was not measured", "were not measured"),
    Status.NO_ACTIVITY: ("had no activity to measure", "had no activity to measure"),
    Status.SUSPENDED: ("was suspended", "were suspended"),
    Status.NO_TARGET: ("had no target to be judged by", "had no target to be judged by"),
}


def section(papers: Papers) -> tuple[Block, ...]:
    """Return the summary: sentences first, then the key figures."""
    return (
        Heading(1, "Summary", "summary"),
        *sentences(papers),
        KeyFigures(key_figures(papers)),
        *commentary(papers, "summary"),
    )


def sentences(papers: Papers) -> tuple[Paragraph, ...]:
    """Return what happened, so what, and what is not known."""
    said = [_met(papers), _missed(papers), _missing(papers), _mitigated(papers), _credit(papers)]
    return tuple(numbered(*runs) for runs in said if runs)


def counts_in(papers: Papers, month: Month) -> Counts:
    """Return where the contract's KPIs stood in the month."""
    return count(papers.during(month))


def _figure(papers: Papers, text: str, month: Month) -> Figure:
    return Figure(text, citing.of_month(papers, month), month.words)


def _met(papers: Papers) -> tuple[Run, ...]:
    month, before = papers.month, papers.month_before
    now, then = counts_in(papers, month), counts_in(papers, before)
    share = f"{now.of(Status.MET)} of {count_words(now.owed, 'KPI')}"
    runs: tuple[Run, ...] = (
        _figure(papers, share, month),
        f" met their target in {month.words}",
    )
    if not then.judged:
        return (*runs, ".")
    return (
        *runs,
        "; ",
        _figure(papers, str(then.of(Status.MET)), before),
        f" did in {before.words}.",
    )


def _missed(papers: Papers) -> tuple[Run, ...]:
    month = papers.month
    counts = counts_in(papers, month)
    parts: list[Run] = []
    for status, what in (
        (Status.BELOW_MINIMUM, "fell below the minimum"),
        (Status.BELOW_TARGET, "missed the target but reached the minimum"),
    ):
        if total := counts.of(status):
            word = number_words(total)
            figure = _figure(papers, word if parts else capital(word), month)
            parts += [" and " if parts else "", figure, f" {what} ({_named(papers, status)})"]
    if not parts:
        nothing = "No measured KPI missed its target" if counts.judged else "No KPI was judged"
        return (f"{nothing} in {month.words}.",)
    return (*parts, f" in {month.words}.")


def _named(papers: Papers, status: Status) -> str:
    """Return the KPIs of the status by title, at most three, the gravest first, and how many more.

    The list of what needs attention is pointed to only where it holds all the others.
    """
    listed = codes_in_attention(papers)
    codes = [entry.code for entry in papers.during(papers.month) if entry.status is status]
    codes.sort(key=lambda code: listed.index(code) if code in listed else len(listed))
    named = [papers.kpis[code].title for code in codes[:MOST_NAMED]]
    more = codes[MOST_NAMED:]
    if more:
        where = ", in section 2" if set(more) <= set(listed) else ""
        named.append(f"and {number_words(len(more))} more{where}")
    return "; ".join(named)  # titles hold commas


def _missing(papers: Papers) -> tuple[Run, ...]:
    month = papers.month
    counts = counts_in(papers, month)
    parts: list[Run] = []
    for status, (one, many) in MISSING.items():
        if total := counts.of(status):
            word = number_words(total)
            figure = _figure(papers, word if parts else capital(word), month)
            parts += ["; " if parts else "", figure, f" {one if total == 1 else many}"]
    if not parts:
        return ()
    return (*parts, f" in {month.words}. A missing result is counted apart, never as nought.")


def _mitigated(papers: Papers) -> tuple[Run, ...]:
    month = papers.month
    total = counts_in(papers, month).misses_mitigated
    if not total:
        return ()
    return (
        "For ",
        _figure(papers, number_words(total), month),
        f" of the misses in {month.words} the council has agreed a mitigation. ",
        "The result stands as it was returned; the mitigation is shown beside it.",
    )


def _credit(papers: Papers) -> tuple[Run, ...]:
    pounds, known = credit_total(papers, papers.span)
    if not known:
        return ()
    text = Figure(money_exact(pounds), last_credit(papers), papers.span.words)
    return ("Service credits for ", f"{papers.span.words} come to ", text, ".")


def credit_total(papers: Papers, span: Span) -> tuple[Decimal, bool]:
    """Return the credits of the months added up, and whether every month's is known."""
    totals = [papers.credit(month) for month in span]
    pounds = [total.credit_pounds for total in totals if total is not None]
    sums = [amount for amount in pounds if amount is not None]
    return sum(sums, Decimal(0)), len(sums) == len(span)


def last_credit(papers: Papers) -> Citation:
    """Return the citation of the last month's credit, which a sum over months ends with."""
    total = papers.credit(papers.month)
    assert total is not None  # noqa: S101  (credit_total has looked)
    return citing.of_credits(papers, total)


def key_figures(papers: Papers) -> tuple[KeyFigure, ...]:
    """Return three to five figures, each with its period and a comparison in words."""
    month, before = papers.month, papers.month_before
    now, then = counts_in(papers, month), counts_in(papers, before)
    cited, has_before = citing.of_month(papers, month), bool(then.judged)

    def kpis(label: str, value: str, earlier: str) -> KeyFigure:
        words = f"{earlier} in {before.words}" if has_before else f"No figure for {before.words}"
        return KeyFigure(label, value, month.words, words, cited)

    figures = [
        kpis(
            "KPIs that met their target",
            f"{now.of(Status.MET)} of {now.owed}",
            f"{then.of(Status.MET)} of {then.owed}",
        ),
        kpis(
            "KPIs below the minimum",
            str(now.of(Status.BELOW_MINIMUM)),
            str(then.of(Status.BELOW_MINIMUM)),
        ),
        kpis(
            "Misses that no mitigation covers",
            str(now.failures_after_mitigation),
            str(then.failures_after_mitigation),
        ),
        kpis("KPIs without a judged result", str(now.not_judged), str(then.not_judged)),
    ]
    return (*figures, *_credit_figure(papers))


def _credit_figure(papers: Papers) -> tuple[KeyFigure, ...]:
    pounds, known = credit_total(papers, papers.span)
    if not known:
        return ()
    earlier, earlier_known = credit_total(papers, papers.span.before)
    words, cited = papers.span.before.words, last_credit(papers)
    comparison = f"{money_exact(earlier)} in {words}" if earlier_known else f"No figure for {words}"
    label, period = "Service credits", papers.span.words
    return (KeyFigure(label, money_exact(pounds), period, comparison, cited),)
