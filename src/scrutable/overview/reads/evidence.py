"""Everything that is kept about one record, from file and cell to the reports that used it."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from scrutable.assurance.reads import assessments
from scrutable.audit import reads as audit
from scrutable.contracts import reads as contracts
from scrutable.contracts.facts import Result
from scrutable.evidence import reads as files
from scrutable.evidence.facts import StoredFile
from scrutable.kernel.periods import Month, Span
from scrutable.kernel.references import split
from scrutable.meetings import reads as meetings
from scrutable.overview.facts import Evidence
from scrutable.overview.reads import assured, counting, deliberating, delivering, estate
from scrutable.overview.reads.deliberating import about_edition, deliberated
from scrutable.overview.reads.estate_counting import register_rows
from scrutable.overview.reads.missing import UnknownReference
from scrutable.portfolio.reads.updates import UnknownUpdate
from scrutable.registers import reads as registers
from scrutable.reports import reads as reports


def evidence_of(reference: str, *, as_at: date, known: int) -> Evidence:
    """Return what is kept about the record. Raises UnknownReference.

    Versions later than `known` are left out; uses and events are those of today.
    """
    try:
        kind, *parts = _split(reference)
        found = KINDS[kind](reference, parts, known, as_at)
    except (KeyError, ValueError, LookupError, *MISSING) as missing:
        raise UnknownReference(reference) from missing
    return found


def _split(reference: str) -> Sequence[str]:
    """Return the kind and the parts; names within the estate may be of any form."""
    kind, *parts = reference.split("/")
    return (kind, *parts) if kind in estate.OF_ESTATE and all(parts) else split(reference)


def _result(reference: str, parts: list[str], known: int, _as_at: date) -> Evidence:
    contract, code, month_text = parts
    month = Month.parse(month_text)
    versions = _until(contracts.versions(contract, code, month), known)
    kpi = contracts.definition(contract, code, known)
    covering = [
        item
        for item in contracts.mitigations(contract, known)
        if item.code == code and item.covers(month)
    ]
    kept = [version.file for version in versions]
    return Evidence(
        reference=reference,
        contract=registers.contract(contract, known),
        kpi=kpi,
        results=versions,
        mitigations=tuple(covering),
        returns=tuple(
            received
            for received in contracts.returns(contract, known)
            if received.month == month and received.file in kept
        ),
        files=_files(kept),
        uses=tuple(reports.used_by(reference)),
        events=tuple(audit.events(subject=reference)),
    )


def _kpi(reference: str, parts: list[str], known: int, as_at: date) -> Evidence:
    if len(parts) == 3:
        return _result(reference, parts, known, as_at)
    contract, code = parts
    versions = contracts.definition_versions(contract, code)
    return Evidence(
        reference=reference,
        contract=registers.contract(contract, known),
        kpi=contracts.definition(contract, code, known),
        definitions=tuple(version for version in versions if version.version <= known),
        results=_until(contracts.versions(contract, code), known),
        mitigations=tuple(
            item for item in contracts.mitigations(contract, known) if item.code == code
        ),
        uses=tuple(reports.used_by(reference)),
        events=tuple(audit.events(subject=reference, most=40)),
    )


def _mitigation(reference: str, parts: list[str], known: int, _as_at: date) -> Evidence:
    contract, number = parts[0], int(parts[1])
    latest = contracts.mitigation(contract, number, known)
    versions = contracts.mitigation_versions(contract, number)
    return Evidence(
        reference=reference,
        contract=registers.contract(contract, known),
        kpi=contracts.definition(contract, latest.code, known),
        mitigations=tuple(version for version in versions if version.version <= known),
        uses=tuple(reports.used_by(reference)),
        events=tuple(audit.events(subject=reference)),
    )


def _return(reference: str, parts: list[str], known: int, _as_at: date) -> Evidence:
    contract, month, number = parts
    received = contracts.return_numbered(contract, Month.parse(month), int(number))
    if received is None:
        raise UnknownReference(reference)
    brought = [
        result for result in contracts.versions_from(received.file) if result.contract == contract
    ]
    return Evidence(
        reference=reference,
        contract=registers.contract(contract, known),
        results=_until(brought, known),
        returns=(received,),
        files=_files([received.file]),
        events=tuple(audit.events(subject=reference)),
    )


def _file(reference: str, _parts: list[str], known: int, _as_at: date) -> Evidence:
    stored = files.stored_file(reference)
    if stored is None:
        raise UnknownReference(reference)
    return Evidence(
        reference=stored.reference,
        file=stored,
        is_closed=meetings.is_of_closed_matter(stored.sha256),
        is_cyber=assessments.is_of_closed_matter(stored.sha256),
        is_unread=meetings.is_unread(stored.sha256, known),
        files={stored.sha256: stored},
        counts=(
            *counting.cells_of(stored.sha256, known),
            *register_rows(stored.sha256, known),
        ),
        results=_until(contracts.versions_from(stored.sha256), known),
        returns=tuple(contracts.returns_with_file(stored.sha256)),
        statements=tuple(contracts.statements_from(stored.sha256)),
    )


def _statement(reference: str, parts: list[str], known: int, _as_at: date) -> Evidence:
    contract, number = parts[0], int(parts[1])
    said = [item for item in contracts.statements(contract, known) if item.number == number]
    if not said:
        raise UnknownReference(reference)
    return Evidence(
        reference=reference,
        contract=registers.contract(contract, known),
        statements=tuple(said),
        files=_files(item.file for item in said),
        uses=tuple(reports.used_by(reference)),
    )


def _credits(reference: str, parts: list[str], known: int, as_at: date) -> Evidence:
    contract, month = parts[0], Month.parse(parts[1])
    worked = contracts.credit_sum(contract, month, as_at, known)
    behind = contracts.standing_results(contract, Span(month, month), known)
    counted = [line.code for line in worked.lines]
    results = [behind[code][month] for code in counted if code in behind]
    return Evidence(
        reference=reference,
        contract=registers.contract(contract, known),
        credit=worked,
        results=tuple(results),
        files=_files(result.file for result in results),
        uses=tuple(reports.used_by(reference)),
        events=tuple(audit.events(subject=reference)),
    )


def _edition(reference: str, _parts: list[str], known: int, _as_at: date) -> Evidence:
    edition = reports.edition(reference)
    return Evidence(
        reference=reference,
        contract=registers.contract(edition.contract, known) if edition.contract else None,
        edition=edition,
        deliberated=about_edition(edition, known),
        figures=tuple(reports.figures_used(reference)),
        superseded=tuple(reports.superseded_figures(reference)),
        events=tuple(audit.events(subject=reference)),
    )


def _contract(reference: str, parts: list[str], known: int, as_at: date) -> Evidence:
    counts = counting.months_of(parts[0], Month.parse(parts[1]), known, as_at) if parts[1:] else ()
    return Evidence(
        reference=reference,
        contract=registers.contract(parts[0], known),
        counts=tuple(counts),
        uses=tuple(reports.used_by(reference)),
        events=tuple(audit.events(subject=reference, most=40)),
    )


def _supplier(reference: str, parts: list[str], known: int, as_at: date) -> Evidence:
    counts = tuple(counting.contracts_of(reference, known))
    return replace(_logged(reference, parts, known, as_at), counts=counts)


def _logged(reference: str, _parts: list[str], _known: int, _as_at: date) -> Evidence:
    """Return what the log says of a record that has no road of its own."""
    events = audit.events(subject=reference)
    if not events:
        raise UnknownReference(reference)
    return Evidence(
        reference=reference, events=tuple(events), uses=tuple(reports.used_by(reference))
    )


def _assessment(reference: str, parts: list[str], known: int, _as_at: date) -> Evidence:
    """Return what is kept of an assessment; of what it found, for those who may see that."""
    found = assessments.recorded(parts, known)
    if not found:
        raise UnknownReference(reference)
    told = [audit.event(one.version) for one in found]
    return Evidence(
        reference=reference,
        is_cyber=len(parts) > 1,
        events=tuple(event for event in reversed(told) if event is not None),
        uses=tuple(reports.used_by(reference)),
    )


def _event(reference: str, parts: list[str], _known: int, _as_at: date) -> Evidence:
    event = audit.event(int(parts[0]))
    if event is None:
        raise UnknownReference(reference)
    return Evidence(reference=reference, events=(event,))


def _until(results: Iterable[Result], known: int) -> tuple[Result, ...]:
    return tuple(result for result in results if result.version <= known)


def _files(hashes: Iterable[str]) -> Mapping[str, StoredFile]:
    return files.stored_files(sorted({file for file in hashes if file}))


def _deliberated(reference: str, parts: list[str], known: int, _as_at: date) -> Evidence:
    return deliberated(reference, parts, known)


MISSING = (
    *deliberating.MISSING,
    *assured.MISSING,
    *estate.MISSING,
    delivering.NothingRecorded,
    UnknownUpdate,
    contracts.UnknownKpi,
    contracts.UnknownRecord,
    registers.UnknownContract,
    reports.UnknownEdition,
)
KINDS: Mapping[str, Callable[[str, list[str], int, date], Evidence]] = {
    "kpi": _kpi,
    "mitigation": _mitigation,
    "return": _return,
    "file": _file,
    "statement": _statement,
    "credits": _credits,
    "edition": _edition,
    "contract": _contract,
    "assessment": _assessment,
    "event": _event,
    "supplier": _supplier,
    "policy": _logged,
    "matter": _logged,
    "suspension": _logged,
    "person": _logged,
    "body": _logged,
    "programme": _logged,
    "wanted": _logged,
    **dict.fromkeys(deliberating.DELIBERATED, _deliberated),
    **dict.fromkeys(delivering.OF_PORTFOLIO, delivering.of_portfolio),
    **dict.fromkeys(delivering.COUNTED, delivering.counted),
    "update": delivering.of_update,
    **dict.fromkeys(estate.OF_ESTATE, estate.of_estate),
    **dict.fromkeys(assured.OF_ASSURANCE, assured.of_assurance),
}
