"""What a row says of a project itself: new, changed, or its stage alone; pure."""

import re
from dataclasses import replace
from typing import Any

from scrutable.evidence.facts import RowError
from scrutable.kernel.references import slug
from scrutable.portfolio import facts, rules
from scrutable.portfolio.intake.cells import names_in, plain, short
from scrutable.portfolio.intake.gathered import MOST_NAME, Gathered, milestone_of, number_of
from scrutable.portfolio.intake.tables import Row

NUMBER = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,39}")
NEEDED = ("Title", "Theme", "Stage", "Sponsor", "Manager")  # of a project that is new
MOST_PLACES = 9_999
CELLS = {"place_reason": "Reason for place"}
OFF = frozenset({"none", "off", "off the list", "not on the list"})
GO_LIVE_TITLE = "Go-live"
MOST_TITLE = 100  # letters of a milestone's name


def read_project(into: Gathered, row: Row) -> None:
    """Take a project as the row says it is from now on, with its first go-live."""
    number = number_of(row)
    if not NUMBER.fullmatch(number) or number in facts.RESERVED_NUMBERS:
        said = f"“{short(row.words('Project'))}” is not the number of a project"
        remedy = "enter letters and digits, with dots or hyphens between them"
        into.fail(row, "Project", said if number else "The project is missing", remedy)
        return
    if not into.is_first(row, number):
        return
    before = into.known.projects.get(number)
    found = _project(into, row, number, before)
    if found is None:
        into.refused.add(number)
        return
    if found == before:
        into.seen_as_known += 1
    else:
        into.projects[number] = facts.ProjectUpdate(project=found, place=row.place("Title"))
    read_first_date(into, row, number)


def _project(
    into: Gathered, row: Row, number: str, before: facts.Project | None
) -> facts.Project | None:
    """Return the project as the row says it is; None with a fault."""
    errors = len(into.errors)
    said = _said(into, row, is_new=before is None)
    if before is None:
        _note_missing(into, row)
    if len(into.errors) > errors:
        return None
    found = (
        replace(before, **said)
        if before
        else facts.Project(number=number, **({"objective": ""} | said))
    )
    lacking = rules.refusals_of_project(found)
    into.refuse(row, "Place" if "Place" in row.columns else "Project", lacking, CELLS)
    return None if lacking else found


def read_stage(into: Gathered, row: Row, number: str) -> None:
    """Take the stage that a project reports with its status, where it is another."""
    stage, stands = into.one_of(row, "Stage", facts.ProjectStage), into.project(number)
    if stage is None or stands is None or stage is stands.stage:
        return
    if number in into.projects:
        said = f"The stage is {stands.stage.value} in {into.projects[number].place}"
        into.fail(row, "Stage", said, "say the same in both")
        return
    changed = replace(stands, stage=stage)
    into.projects[number] = facts.ProjectUpdate(project=changed, place=row.place("Stage"))


def check_places(into: Gathered) -> None:
    """Note every place on the priority list that two projects would share."""
    after = dict(into.known.projects)
    after |= {number: one.project for number, one in into.projects.items()}
    holders: dict[int, str] = {}
    for number, one in sorted(after.items(), key=lambda pair: pair[0] in into.projects):
        if one.place is None:
            continue
        if one.place in holders and number in into.projects:
            fault = f"Place {one.place} is project {holders[one.place]}’s"
            told = into.projects[number].place
            into.errors.append(RowError(told, fault, "give that one another first"))
        holders.setdefault(one.place, number)


def _said(into: Gathered, row: Row, *, is_new: bool) -> dict[str, Any]:
    """Return the fields that the row says anything of; what holds for all counts for new ones."""
    heads = {
        "title": "Title",
        "objective": "Objective",
        "sponsor": "Sponsor",
        "manager": "Manager",
        "place_reason": "Reason for place",
    }
    asked = row.words if is_new else row.own_words
    found: dict[str, Any] = {
        name: into.text(row, head, MOST_NAME if name in ("title", "sponsor", "manager") else 4_000)
        for name, head in heads.items()
        if asked(head)
    }
    if asked("Theme"):
        found["theme"] = into.one_of(row, "Theme", facts.Theme)
    if row.words("Stage"):
        found["stage"] = into.one_of(row, "Stage", facts.ProjectStage)
    if asked("Third parties"):
        found["third_parties"] = names_in(into.text(row, "Third parties"))
    if asked("Suppliers"):
        found["suppliers"] = _suppliers(into, row)
    return found | _place(into, row)


def _place(into: Gathered, row: Row) -> dict[str, Any]:
    text = row.own_words("Place")
    if not text:
        return {}
    if plain(text) in OFF:
        return {"place": None, "place_reason": ""}
    if text.isascii() and text.isdigit() and 0 < int(text[:6]) <= MOST_PLACES and len(text) < 6:
        return {"place": int(text)}
    into.fail(row, "Place", f"“{short(text)}” is no place on the list", "enter 1 or more, or “off”")
    return {}


def _suppliers(into: Gathered, row: Row) -> tuple[str, ...]:
    found = []
    for name in names_in(row.words("Suppliers")):
        known = into.known.suppliers
        reference = known.get(plain(name)) or known.get(f"supplier/{slug(name)}")
        if reference:
            found.append(reference)
        else:
            said = f"There is no supplier “{short(name)}”"
            into.fail(row, "Suppliers", said, "record the supplier first, or correct the name")
    return tuple(dict.fromkeys(found))


def _note_missing(into: Gathered, row: Row) -> None:
    for heading in NEEDED:
        if not row.words(heading):
            said = f"A new project needs its {heading.lower()}"
            into.fail(row, heading, said, "enter it, or correct the number of the project")


def read_first_date(into: Gathered, row: Row, number: str) -> None:
    """Take the first go-live; the same again says nothing new."""
    to, month = into.day(row, "First go-live")
    milestone = milestone_of(row, is_mapped=True)
    if to is None:
        into.unsure |= {(number, milestone)} if row.words("First go-live") else set()
        return
    stands = into.line(number, milestone)
    if stands and stands.original == to:
        into.seen_as_known += 1
        return
    on, _ = into.day(row, "First date approved on")
    into.move(
        row,
        "First go-live",
        facts.DateUpdate(
            project=number,
            milestone=milestone,
            title=GO_LIVE_TITLE
            if milestone == facts.GO_LIVE
            else row.words("Milestone")[:MOST_TITLE],
            kind=facts.MoveKind.BASELINE,
            to=to,
            on=on,
            approver=into.text(row, "First date approved by", MOST_NAME),
            reason=month_words(month),
            place=row.place("First go-live"),
        ),
    )


def month_words(month: str, reason: str = "") -> str:
    """Return the reason, and that a date was said as a month."""
    said = f"Said as {month}: taken as its last day." if month else ""
    return " ".join(part for part in (reason, said) if part)
