"""What a figure or a record of the estate counts: findings by number, snapshots, renewals."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date

from scrutable.housekeeping import facts
from scrutable.housekeeping import reads as housekeeping
from scrutable.housekeeping.facts import PartOfEstate
from scrutable.housekeeping.facts.faults import COUNTED as COUNTED_FAULTS
from scrutable.housekeeping.presenters.findings import STATE_TAGS
from scrutable.housekeeping.reads import worklist
from scrutable.housekeeping.reads.agreements import agreement, agreements
from scrutable.housekeeping.rules import handling
from scrutable.housekeeping.rules.sums import ALL_WRONG
from scrutable.kernel.wording import count_words, date_words
from scrutable.overview.facts import Counted
from scrutable.records.facts import Record
from scrutable.records.reads import every

MOST_FINDINGS = 60  # told one by one under a figure


def findings_of(
    part: PartOfEstate, day: date, known: int, name: str
) -> tuple[int, tuple[Counted, ...]]:
    """Return how many findings of the fault stood by the day, and the first of them by number."""
    to = worklist.reach(known, day)
    fault = "" if name == ALL_WRONG else name
    if part not in to.last or (fault and fault not in COUNTED_FAULTS[part]):
        return 0, ()
    stood = facts.LOUD | facts.QUIET
    asked = facts.WorkAsked(part=part, fault=fault, states=stood)
    many = sum(
        one.number
        for one in worklist.counted(to)
        if one.part is part and one.fault in (fault or one.fault) and one.state in stood
    )
    found = worklist.listed(asked, to, most=MOST_FINDINGS)
    return many, tuple(_finding(one, to) for one in found)


def _finding(one: facts.FindingStanding, to: facts.Reach) -> Counted:
    state = STATE_TAGS[handling.work_state(one, to.as_at, to.last[one.part])].word
    said = f"{state}, first found {date_words(one.first_on)}"
    place = f"Row {one.place:,}" if one.place else ""
    return Counted(one.reference, f"Finding {one.number:,}", said, one.version, place)


def parts_of(one: Record, known: int, as_at: date) -> Iterable[Counted]:
    """Return what a record counts or was used for: snapshots of an extract, parts of a position."""
    if isinstance(one, facts.Extract):
        for snapshot in housekeeping.read_by(
            housekeeping.extract(one.kind, one.as_at, known), known
        ):
            said = f"{count_words(snapshot.number, 'thing')} counted"
            yield Counted(
                snapshot.reference, f"What {snapshot.part.value} came to", said, snapshot.version
            )
    elif isinstance(one, facts.LicenceCoverage):
        yield from _positions(one)
    elif isinstance(one, facts.Initiative):
        standing = housekeeping.initiative(one.code, known, as_at)
        for each in standing.measured:
            said = f"Measured as {each.value:,}"
            yield Counted(each.reference, f"Snapshot of {date_words(each.on)}", said, each.version)
    elif isinstance(one, facts.Agreement):
        yield from _terms(one, known, as_at)


def _positions(one: facts.LicenceCoverage) -> Iterable[Counted]:
    whole = housekeeping.licences_kept_by(one.version)
    for each in whole.positions if whole else ():
        said = f"{each.entitled:,} held, {each.used:,} in use"
        yield Counted(each.reference, each.title, said, each.version)


def _terms(one: facts.Agreement, known: int, as_at: date) -> Iterable[Counted]:
    standing = agreement(one.code, known, as_at)
    for term in standing.renewals:
        said = f"{count_words(term.months, 'month')}, agreed on {date_words(term.agreed_on)}"
        yield Counted(term.reference, f"Renewal {term.number}", said, term.version)
    for time in standing.ran_on:
        reference = f"{one.reference}/ran-on/{time.since.isoformat()}"
        said = f"{count_words(time.days, 'day')} without approval"
        title = f"Ran on from {date_words(time.since)}"
        yield Counted(reference, title, said, time.cure.version if time.cure else one.version)


def ran_on(reference: str, known: int, as_at: date) -> Iterable[Counted]:
    """Yield what a time without approval is worked out of, where nobody recorded its cause.

    Raises UnknownRecord where there is no such agreement.
    """
    kind, code, *rest = reference.split("/")
    if kind != "agreement" or rest[:1] != ["ran-on"] or len(rest) != 2:
        return
    standing = agreement(code, known, as_at)
    for time in standing.ran_on:
        if time.since.isoformat() == rest[1]:
            days = f"{count_words(time.days, 'day')} without approval"
            for one in (*standing.renewals, standing.agreement):
                yield Counted(one.reference, one.WHAT.capitalize(), days, one.version)


def register_rows(file: str, known: int) -> Iterable[Counted]:
    """Yield every agreement and renewal that was loaded from the file, by its place there."""
    for one in every(facts.Agreement, known, file=file):
        yield Counted(one.reference, one.title, "Loaded from the register", one.version, one.place)
    for each in every(facts.Renewal, known, file=file):
        title = f"Renewal {each.number} of {each.agreement}"
        yield Counted(each.reference, title, "Loaded from the register", each.version, each.place)


def _every_agreement(known: int, day: date) -> Iterable[Counted]:
    for one in agreements(known, day):
        times = count_words(len(one.ran_on), "time")
        said = f"Ran on without approval {times}" if one.ran_on else "Never ran on"
        yield Counted(one.reference, one.agreement.title, said, one.version)


def _every_initiative(known: int, day: date) -> Iterable[Counted]:
    for one in housekeeping.initiatives(known, day):
        said = f"{one.percent}% of the way" if one.percent is not None else "Not measured"
        title = one.initiative.title
        yield Counted(one.initiative.reference, title, said, one.initiative.version)


COUNTED: Mapping[str, Callable[[int, date], Iterable[Counted]]] = {
    "agreements": _every_agreement,
    "initiatives": _every_initiative,
}
