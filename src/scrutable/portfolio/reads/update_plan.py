"""What taking in an update would do, line by line, beside what stands."""

from collections.abc import Mapping
from dataclasses import fields
from datetime import date

from scrutable.kernel.money import money_exact
from scrutable.portfolio import facts
from scrutable.portfolio.intake import Known
from scrutable.portfolio.rules import moved

Said = date | str | None
NEW, CHANGED, UNCHANGED = facts.Effect


def update_plan(incoming: facts.IncomingUpdate, stands: Known) -> tuple[facts.PlannedLine, ...]:
    """Return a line for each thing that the update says, in the order of its kinds.

    A forecast or a status that says the same again is kept all the same, since it was said on
    another day; it is shown as unchanged.
    """
    return (
        *(_project(one, stands.projects.get(one.project.number)) for one in incoming.projects),
        *_dates(incoming, stands),
        *(_status(one, stands.statuses.get(one.project)) for one in incoming.statuses),
        *(_record(one, stands) for one in incoming.records),
    )


def _line(of: tuple[str, str, str], before: Said, after: Said, place: str) -> facts.PlannedLine:
    project, item, what = of
    effect = NEW if before is None else UNCHANGED if before == after else CHANGED
    return facts.PlannedLine(
        project=project,
        item=item,
        what=what,
        effect=effect,
        before=before,
        after=after,
        place=place,
    )


def _project(told: facts.ProjectUpdate, before: facts.Project | None) -> facts.PlannedLine:
    after = told.project
    if before is None:
        said = f"{after.title}; {after.stage.value}"
        return _line((after.number, "", "project"), None, said, told.place)
    names = [
        one.name for one in fields(after) if getattr(after, one.name) != getattr(before, one.name)
    ]
    was, now = ("; ".join(_field(one, name) for name in names) for one in (before, after))
    return _line((after.number, "", "project"), was, now, told.place)


def _field(of: facts.Project, name: str) -> str:
    value = getattr(of, name)
    said = ", ".join(value) if isinstance(value, tuple) else str(value or "none")
    return f"{name.replace('_', ' ')} {said or 'none'}"


def _dates(incoming: facts.IncomingUpdate, stands: Known) -> list[facts.PlannedLine]:
    """Return the lines of dates, each beside what the lines before it leave standing."""
    lines: dict[tuple[str, str], facts.DateLine] = {}
    found = []
    for told in incoming.dates:
        key = (told.project, told.milestone)
        line = lines.get(key) or stands.lines.get(key)
        before: Said = None
        if line is not None:
            before = _stood(line, told.kind)
            move = facts.Move(kind=told.kind, on=told.on or incoming.on, to=told.to)
            lines[key] = moved(line, move)
        found.append(_line((*key, told.kind.value), before, told.to, told.place))
    return found


def _stood(line: facts.DateLine, kind: facts.MoveKind) -> date:
    """Return the date that the saying takes the place of."""
    if kind is facts.MoveKind.REBASELINE:
        return line.current
    return line.actual or line.forecast or line.current


def _status(told: facts.Status, last: facts.Status | None) -> facts.PlannedLine:
    before = last.overall.value if last else None
    return _line((told.project, "", "status"), before, told.overall.value, told.place)


def _record(told: facts.RecordUpdate, stands: Known) -> facts.PlannedLine:
    of = told.record
    if isinstance(of, facts.Funding):
        line = stands.fundings.get((of.project, of.source, of.year))
        key = (of.project, f"{of.source.value}-{of.year}", "funding")
        return _line(key, _money(line) if line else None, _money(of), told.place)
    if isinstance(of, facts.Dependency):
        stood = stands.dependencies.get((of.project, of.number)) if of.number else None
        key = (of.project, str(of.number or "new"), "dependency")
        return _line(key, _waits(stood) if stood else None, _waits(of), told.place)
    return _measured(told, stands.measurements)


def _measured(
    told: facts.RecordUpdate, stood: Mapping[tuple[str, int], facts.Measurement]
) -> facts.PlannedLine:
    of = told.record
    if not isinstance(of, facts.Measurement):
        return _line((of.reference, "", of.WHAT), None, of.reference, told.place)
    last = stood.get((of.project, of.benefit))
    key = (of.project, f"{of.project}-{of.benefit}", "measurement")
    return _line(key, _value(last) if last else None, _value(of), told.place)


def _money(of: facts.Funding) -> str:
    spent = money_exact(of.spent) if of.spent is not None else "not said"
    expected = money_exact(of.expected) if of.expected is not None else "not said"
    return f"spent {spent}, expected {expected}"


def _waits(of: facts.Dependency) -> str:
    expected = of.expected_on.isoformat() if of.expected_on else "not said"
    return f"{of.on_whom}: {of.state.value}, expected {expected}"


def _value(of: facts.Measurement) -> str:
    said = f"{of.value.normalize():,f}" if of.value is not None else of.words or "not measured"
    if of.pounds is None:
        return said
    checked = f"verified by {of.verified_by}" if of.verified_by else "verified by nobody"
    return f"{said}; {money_exact(of.pounds)} a year taken, {checked}"
