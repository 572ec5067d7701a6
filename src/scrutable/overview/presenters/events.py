"""Events of the log: who did what, before and after; pure."""

from collections.abc import Mapping, Sequence

from scrutable.audit.facts import Break, EventFact
from scrutable.audit.presenters import event_address
from scrutable.contracts.presenters.addresses import trace_address
from scrutable.contracts.presenters.cells import moment_cell
from scrutable.govuk.facts import Cell, Column, Table, Term
from scrutable.kernel.references import REFERENCE
from scrutable.kernel.wording import capital, count_words, moment_words

MOST_TEXT = 160

VERB_WORDS = {
    "date_baseline": "First date set",
    "date_rebaseline": "Date planned anew",
    "date_forecast": "Date forecast",
    "date_actual": "Date reached",
}


def verb_words(verb: str) -> str:
    """Return what was done, in words.

    >>> verb_words("result_corrected")
    'Result corrected'
    """
    return VERB_WORDS.get(verb) or capital(verb.replace("_", " "))


def value_words(value: object) -> str:
    """Return a kept value in words; an empty one says so."""
    if isinstance(value, Mapping):
        said = "; ".join(f"{key}: {value_words(inner)}" for key, inner in value.items())
        return said or "Nothing"
    if isinstance(value, (list, tuple)):
        return "; ".join(value_words(one) for one in value) or "None"
    if isinstance(value, bool):
        return "Yes" if value else "No"
    return str(value).strip() or "Nothing" if value is not None else "Nothing"


def short(value: Mapping[str, object]) -> str:
    """Return what was kept before or after, cut to a line or two."""
    said = value_words(value)
    return said if len(said) <= MOST_TEXT else f"{said[:MOST_TEXT].rstrip()}…"


def event_table(events: Sequence[EventFact], *, empty: str = "Nothing has happened yet.") -> Table:
    """Return who did what when, newest first."""
    return Table(
        name="events",
        caption="Who did what",
        columns=(
            Column("number", "Event"),
            Column("at", "When"),
            Column("by", "Who"),
            Column("verb", "Did what"),
            Column("subject", "To what"),
            Column("before", "Before"),
            Column("after", "After"),
        ),
        rows=tuple(
            (
                Cell(f"{e.number:,}", href=event_address(e.number), order=f"{e.number:012}"),
                moment_cell(e.at),
                Cell(e.by),
                Cell(verb_words(e.verb)),
                _subject(e.subject),
                Cell(short(e.before)),
                Cell(short(e.after)),
            )
            for e in events
        ),
        empty=empty,
    )


def _subject(subject: str) -> Cell:
    """Return the record as a link to its trace, where it has the form of a reference."""
    if not subject:
        return Cell("Nothing in particular")
    href = trace_address(subject) if REFERENCE.fullmatch(subject) else ""
    return Cell(subject, href=href)


def event_terms(event: EventFact) -> tuple[Term, ...]:
    """Return one event, line by line."""
    has_trace = REFERENCE.fullmatch(event.subject) is not None
    return (
        Term(label="When", value=moment_words(event.at)),
        Term(label="Who", value=event.by),
        Term(label="Did what", value=verb_words(event.verb)),
        Term(
            label="To what",
            value=event.subject or "Nothing in particular",
            href=trace_address(event.subject) if has_trace else "",
        ),
        Term(label="Seal", value=event.seal),
    )


def change_table(event: EventFact) -> Table:
    """Return what stood before and what stands after, one line for each part."""
    parts = dict.fromkeys((*event.before, *event.after))
    return Table(
        name="changes",
        caption="Before and after",
        columns=(Column("part", "Part"), Column("before", "Before"), Column("after", "After")),
        rows=tuple(
            (
                Cell(capital(part.replace("_", " "))),
                Cell(value_words(event.before.get(part))),
                Cell(value_words(event.after.get(part))),
            )
            for part in parts
        ),
        empty="The event keeps no before and after: that it happened is all there is to say.",
    )


def chain_words(breaks: Sequence[Break], last: int) -> str:
    """Return whether the chain of seals holds."""
    if not breaks:
        return f"The chain holds: {count_words(last, 'event')}, each sealed onto the one before."
    first = breaks[0]
    said = count_words(len(breaks), "break")
    return (
        f"The chain does not hold: {said}, the first at event {first.number}, which {first.fault}."
    )
