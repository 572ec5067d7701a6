"""Monthly updates taken in."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime
from hashlib import sha256

from scrutable.audit.writes import Change, change
from scrutable.evidence.writes import file_label, keep_file
from scrutable.portfolio import facts, models, reads, rules
from scrutable.portfolio.writes.refusing import UnfitMove, UnfitStatus
from scrutable.portfolio.writes.rows import row_of_move, row_of_status


def load_update(*, incoming: facts.IncomingUpdate, by: str, at: datetime) -> facts.UpdateReceived:
    """Take in a monthly update, all of it or nothing, and return what was received.

    The same bytes again change nothing and give the earlier update. Raises UnfitMove,
    UnfitStatus and UnknownProject, each with the place in the file.
    """
    if earlier := reads.update_of(incoming.content):
        return earlier
    with change(verb="update_loaded", subject="update", by=by, at=at) as under_way:
        return _take_in(incoming, by, under_way)


def _take_in(incoming: facts.IncomingUpdate, by: str, under_way: Change) -> facts.UpdateReceived:
    known, digest = under_way.number - 1, sha256(incoming.content).hexdigest()
    stand = {(one.project, one.milestone): one for one in reads.every_line(known, date.max)}
    moves = [_checked_move(line, incoming.on, digest, stand) for line in incoming.dates]
    statuses = _checked_statuses(incoming, digest, known)
    number = len(reads.updates(known)) + 1
    keep_file(incoming.content, incoming.name, by=by, at=under_way.at, change=under_way)
    models.DateMove.objects.bulk_create(
        row_of_move(line, (line.project, line.milestone, line.title), move, under_way)[1]
        for line, move in moves
    )
    models.Status.objects.bulk_create(row_of_status(status, under_way) for status in statuses)
    row = models.UpdateReceived.objects.create(
        number=number,
        on=incoming.on,
        file=digest,
        file_name=file_label(incoming.name),
        dates=len(moves),
        statuses=len(statuses),
        event=under_way.number,
    )
    under_way.subject = f"update/{number}"
    under_way.after = {"file": digest, "dates": len(moves), "statuses": len(statuses)}
    return reads.as_update(row)


def _checked_move(
    told: facts.DateUpdate,
    on: date,
    digest: str,
    stand: Mapping[tuple[str, str], facts.DateLine],
) -> tuple[facts.DateLine, facts.Move]:
    line = stand.get((told.project, told.milestone))
    if line is None:
        raise reads.UnknownMilestone(told.project, told.milestone)
    move = facts.Move(
        kind=told.kind, on=on, to=told.to, reason=told.reason, file=digest, place=told.place
    )
    if lacking := rules.refusals_of_move(line, move):
        raise UnfitMove(f"{told.place}: {' '.join(lacking)}")
    return line, move


def _checked_statuses(
    incoming: facts.IncomingUpdate, digest: str, known: int
) -> list[facts.Status]:
    numbers, last = {one.number for one in reads.projects(known)}, reads.last_status(known)
    for status in incoming.statuses:
        if status.project not in numbers:
            raise reads.UnknownProject(status.project)
        if lacking := rules.refusals_of_status(status, last.get(status.project)):
            raise UnfitStatus(f"{status.place}: {' '.join(lacking)}")
    return [replace(one, file=digest) for one in incoming.statuses]
