"""Decisions and the reports they were taken on: what a decision relied on that was restated."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from scrutable.audit import reads as audit
from scrutable.contracts import reads as contracts
from scrutable.kernel.periods import Month
from scrutable.meetings import reads as meetings
from scrutable.meetings.facts import Commitment, DecisionRecord, Delegation
from scrutable.meetings.reads import minute_book
from scrutable.reports import facts
from scrutable.reports.reads.editions import editions, name_of
from scrutable.reports.reads.labels import COUNTED, TOGETHER, label_of, why_changed
from scrutable.reports.reads.using import superseded_figures

EDITION = "edition/"
FOLLOWS = "It follows from the records that it is made of"


def relied_on(name: str) -> list[DecisionRecord]:
    """Return the decisions that were taken on the edition, the newest first.

    A decision is taken on the reports that its record names, and on the paper of its item.
    """
    return decisions_by_edition().get(name_of(name), [])


def decisions_by_edition() -> dict[str, list[DecisionRecord]]:
    """Return the decisions taken on each edition that any was taken on, the newest first."""
    known = audit.number_at()
    records = meetings.decision_records(known)
    found: dict[str, list[DecisionRecord]] = {}
    for record, names in _with_editions(records, known):
        for name in names:
            found.setdefault(name, []).append(record)
    return found


def taken_on(record: DecisionRecord, known: int) -> list[facts.Edition]:
    """Return the reports that a decision was taken on, as the record names them."""
    ((_, names),) = _with_editions([record], known)
    by_name = {one.name: one for one in editions()} if names else {}
    return [by_name[name] for name in names if name in by_name]


def _with_editions(
    records: Iterable[DecisionRecord], known: int
) -> Iterator[tuple[DecisionRecord, list[str]]]:
    """Yield each record with the names of the editions it was taken on."""
    made = list(records)
    held = sorted({record.item.split("/")[1] for record in made if record.item})
    agendas = meetings.items_of(held, known) if held else {}
    papers = {item.reference: item.paper for agenda in agendas.values() for item in agenda}
    for record in made:
        put = papers.get(record.item, "")
        named = [*record.editions, *([put] if put.startswith(EDITION) else [])]
        yield record, list(dict.fromkeys(map(name_of, named)))


def restated_under(decision: str) -> list[facts.Restated]:
    """Return the figures restated since of the reports that the decision was taken on.

    None for a decision that is not recorded yet.
    """
    known = audit.number_at()
    record = meetings.decision_record(decision.removeprefix("decision/"), known)
    if record is None:
        return []
    return [one for found in taken_on(record, known) for one in restated_in(found.name)]


def restated_in(name: str) -> list[facts.Restated]:
    """Return the figures of a frozen edition that were restated since, results of months first."""
    found = [_restated(figure) for figure in superseded_figures(name)]
    return sorted(found, key=lambda one: not one.figure.reference.startswith("kpi/"))


def _restated(figure: facts.Superseded) -> facts.Restated:
    number, why = _change_of(figure)
    event = audit.event(number)
    return facts.Restated(
        figure=figure,
        label=label_of(figure.reference, number),
        event=number,
        since=event.at if event else None,
        by=event.by if event else "",
        why=why,
    )


def _change_of(figure: facts.Superseded) -> tuple[int, str]:
    """Return the event that gave the figure its present value, and the reason given then."""
    kind, *parts = figure.reference.split("/")
    if kind in COUNTED or kind in TOGETHER:
        return figure.newest_version, FOLLOWS
    if kind != "kpi" or len(parts) != 3:
        return figure.newest_version, why_changed(figure.reference, figure.newest_version)
    contract, code, month = parts
    versions = contracts.versions(contract, code, Month.parse(month))
    stands = versions[-1]
    value = (stands.value, stands.no_value)
    for version in reversed(versions):
        if (version.value, version.no_value) != value:
            break
        stands = version
    return stands.version, stands.why


@dataclass(frozen=True, slots=True)
class Consequences:
    """What was promised and delegated when the decision was made."""

    commitments: tuple[Commitment, ...] = ()
    delegations: tuple[Delegation, ...] = ()


def made_in(record: DecisionRecord, known: int, *, closed: bool = False) -> Consequences:
    """Return what names the decision as its source, or a limb of the minutes of its item."""
    limbs = tuple(_limbs_of(record, known))

    def comes_from(reference: str) -> bool:
        return reference == record.reference or reference.startswith(limbs)

    promised = meetings.commitments(known, closed=closed)
    return Consequences(
        tuple(one for one in promised if comes_from(one.source_reference)),
        tuple(one for one in meetings.delegations(known) if comes_from(one.source_reference)),
    )


def _limbs_of(record: DecisionRecord, known: int) -> list[str]:
    """Return how the references of the limbs begin that were resolved under the item."""
    if not record.item:
        return []
    _, meeting, number = record.item.split("/")
    found = minute_book.minutes_of(meeting, known)
    return [f"limb/{one.code}/" for one in found if str(one.item) == number]
