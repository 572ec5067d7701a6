"""Monthly updates taken in: all of one in one transaction, or nothing."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from hashlib import sha256

from django.db import transaction

from scrutable.audit.writes import Change, change
from scrutable.evidence.facts import RowError
from scrutable.evidence.writes import file_label, keep_file
from scrutable.portfolio import facts, models, reads, rules
from scrutable.portfolio.writes.refusing import UnfitMove, UnfitProject, UnfitStatus
from scrutable.portfolio.writes.rows import row_of_move, row_of_project, row_of_status
from scrutable.portfolio.writes.sent import refusals_of_records
from scrutable.records.writes import UnfitRecord, keep_all
from scrutable.registers import reads as registers

VERB = "update_loaded"
BATCH = 500  # rows of one insert
Wave = list[tuple[facts.DateLine | None, facts.DateUpdate, facts.Move]]


class _TakenMeanwhile(Exception):
    """Somebody else has just loaded the very same file."""

    def __init__(self, earlier: facts.UpdateReceived) -> None:
        super().__init__(earlier.reference)
        self.earlier = earlier


def load_update(*, incoming: facts.IncomingUpdate, by: str, at: datetime) -> facts.UpdateReceived:
    """Take in a monthly update, all of it or nothing, and return what was received.

    The same bytes read by the same map change nothing and give the earlier update. A milestone
    has one version an event: what the file says of it a second time is kept under a further
    event of the same transaction. Raises UnfitProject, UnfitMove and UnfitStatus, each with the
    place in the file, UnfitRecord, UnknownProject, UnknownMilestone and UnknownSupplier.
    """
    if earlier := reads.update_of(incoming.content, incoming.cell_map):
        return earlier
    try:
        with transaction.atomic():
            return _take_in(incoming, by, at)
    except _TakenMeanwhile as taken:
        return taken.earlier


def _take_in(incoming: facts.IncomingUpdate, by: str, at: datetime) -> facts.UpdateReceived:
    with change(verb=VERB, subject="update", by=by, at=at) as under_way:
        if earlier := reads.update_of(incoming.content, incoming.cell_map):
            raise _TakenMeanwhile(earlier)
        load = _Load.checked(incoming, under_way)
        keep_file(incoming.content, incoming.name, by=by, at=under_way.at, change=under_way)
        received = load.keep(under_way)
    for wave in load.waves[1:]:
        with change(verb=VERB, subject=received.reference, by=by, at=at) as further:
            load.keep_moves(wave, further)
            further.after = {"file": load.digest, "dates": len(wave)}
    return received


@dataclass(slots=True)
class _Load:
    """An update that was found fit, with the number and the file it is kept under."""

    incoming: facts.IncomingUpdate
    number: int
    digest: str
    waves: list[Wave]
    records: list[facts.RecordUpdate]

    @classmethod
    def checked(cls, incoming: facts.IncomingUpdate, under_way: Change) -> "_Load":
        """Return the load, or raise for the first thing that cannot be recorded."""
        known = under_way.number - 1
        digest = sha256(incoming.content).hexdigest()
        numbers = _checked_projects(incoming, known)
        waves = _checked_moves(incoming, digest, known)
        _check_statuses(incoming, numbers, known)
        records = _with_file(incoming.records, digest)
        is_stale = known != incoming.known  # somebody has written since it was read
        fresh = frozenset(one.project.number for one in incoming.projects)
        if is_stale and (lacking := refusals_of_records(records, known, under_way.at, fresh)):
            raise UnfitRecord(lacking)
        number = len(reads.updates(known)) + 1
        return cls(incoming, number, digest, waves, records)

    def keep(self, under_way: Change) -> facts.UpdateReceived:
        """Keep everything but what is said of a milestone a second time."""
        incoming, event = self.incoming, under_way.number
        models.Project.objects.bulk_create(
            [row_of_project(one.project, under_way) for one in incoming.projects], BATCH
        )
        statuses = [replace(one, file=self.digest) for one in incoming.statuses]
        models.Status.objects.bulk_create(
            [row_of_status(one, under_way) for one in statuses], BATCH
        )
        told = [(one.project.reference, one.place) for one in incoming.projects]
        told += [(one.reference, one.place) for one in statuses]
        records = keep_all([one.record for one in self.records], under_way)
        told += [(one.reference, two.place) for one, two in zip(records, self.records, strict=True)]
        self._keep_lines(told, event)
        self.keep_moves(self.waves[0] if self.waves else [], under_way)
        row = models.UpdateReceived.objects.create(
            number=self.number,
            on=incoming.on,
            file=self.digest,
            file_name=file_label(incoming.name),
            dates=len(incoming.dates),
            statuses=len(statuses),
            projects=len(incoming.projects),
            records=len(records),
            cell_map=incoming.cell_map,
            event=event,
        )
        received = reads.as_update(row)
        under_way.subject = received.reference
        under_way.after = {
            "file": self.digest,
            "projects": received.projects,
            "dates": received.dates,
            "statuses": received.statuses,
            "records": received.records,
            **({"cell_map": received.cell_map} if received.cell_map else {}),
        }
        return received

    def keep_moves(self, wave: Wave, under_way: Change) -> None:
        """Keep what is said of dates, one saying of each milestone."""
        rows = [
            row_of_move(
                before,
                (told.project, told.milestone, told.title or told.milestone),
                move,
                under_way,
            )[1]
            for before, told, move in wave
        ]
        models.DateMove.objects.bulk_create(rows, BATCH)
        told_of = [
            (f"{facts.project_reference(told.project)}/{told.milestone}", told.place)
            for _, told, _ in wave
        ]
        self._keep_lines(told_of, under_way.number)

    def _keep_lines(self, told: Iterable[tuple[str, str]], event: int) -> None:
        models.UpdateLine.objects.bulk_create(
            [
                models.UpdateLine(
                    update=self.number,
                    reference=reference,
                    place=place,
                    file=self.digest,
                    event=event,
                )
                for reference, place in told
            ],
            BATCH,
        )


def _checked_projects(incoming: facts.IncomingUpdate, known: int) -> frozenset[str]:
    """Return the numbers of all projects as the update leaves them."""
    stand = {one.number: one for one in reads.projects(known)}
    for told in incoming.projects:
        if lacking := rules.refusals_of_project(told.project):
            raise UnfitProject(lacking, told.place)
        stand[told.project.number] = told.project
    for reference in sorted({one for told in incoming.projects for one in told.project.suppliers}):
        registers.supplier(reference, known)
    places = Counter(one.place for one in stand.values() if one.place)
    for told in incoming.projects:
        if told.project.place and places[told.project.place] > 1:
            fault = f"Place {told.project.place} is another project’s"
            lacking = [RowError("place", fault, "give that one another first")]
            raise UnfitProject(lacking, told.place)
    return frozenset(stand)


def _checked_moves(incoming: facts.IncomingUpdate, digest: str, known: int) -> list[Wave]:
    """Return what is said of dates: in the first wave of each milestone once, and so on."""
    stand: dict[tuple[str, str], facts.DateLine] = (
        {(one.project, one.milestone): one for one in reads.every_line(known, date.max)}
        if incoming.dates
        else {}
    )
    waves: list[Wave] = []
    said: Counter[tuple[str, str]] = Counter()
    for told in incoming.dates:
        key = (told.project, told.milestone)
        before = stand.get(key)
        if before is None and told.kind is not facts.MoveKind.BASELINE:
            raise reads.UnknownMilestone(*key)
        move = _move(told, incoming.on, digest)
        if lacking := rules.refusals_of_move(before, move):
            raise UnfitMove(lacking, told.place)
        title = told.title or told.milestone
        stand[key] = rules.moved(before, move) if before else rules.begun(*key, title, move)
        if said[key] == len(waves):
            waves.append([])
        waves[said[key]].append((before, told, move))
        said[key] += 1
    return waves


def _move(told: facts.DateUpdate, on: date, digest: str) -> facts.Move:
    return facts.Move(
        kind=told.kind,
        on=told.on or on,
        to=told.to,
        approver=told.approver,
        reason=told.reason,
        file=digest,
        place=told.place,
    )


def _check_statuses(incoming: facts.IncomingUpdate, numbers: frozenset[str], known: int) -> None:
    last: Mapping[str, date] = reads.last_status(known) if incoming.statuses else {}
    for status in incoming.statuses:
        if status.project not in numbers:
            raise reads.UnknownProject(status.project)
        if lacking := rules.refusals_of_status(status, last.get(status.project)):
            raise UnfitStatus(lacking, status.place)


def _with_file(told: Iterable[facts.RecordUpdate], digest: str) -> list[facts.RecordUpdate]:
    return [
        replace(one, record=replace(one.record, file=digest))
        if isinstance(one.record, facts.Measurement)
        else one
        for one in told
    ]
