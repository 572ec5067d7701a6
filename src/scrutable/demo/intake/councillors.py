"""Councillors of a story: what they say of themselves, their sessions, kit and needs."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta

from scrutable.councillors.facts import (
    AccessNeeds,
    Confidence,
    Councillor,
    Helped,
    Kit,
    KitFault,
    KitKind,
    KitOpinion,
    Liking,
    NamedOfficer,
    ReportForm,
    SkillsSaid,
    Trouble,
)
from scrutable.demo.facts import Council, CouncillorsTold, Happening
from scrutable.demo.intake import files
from scrutable.demo.intake.files import Row

FOLDER = "councillors"
CLERK = "a.clerk"
BETWEEN = "|"
OTHER_COLUMNS = ("at", "by", "councillor", "wants", "may_see")
PAGES = ("pages-to-2026-03.csv", "pages-to-2026-09.csv")
PAGES_AT = ("2026-04-08T15:00", "2026-10-05T15:00")


def councillors(council: Council) -> Iterator[Happening]:
    """Yield everything that is told of councillors and goes into no log."""
    for name, made in (
        ("people.csv", _person),
        ("officers.csv", _officer),
        ("kit.csv", _kit),
        ("skills.csv", _skills),
        ("opinions.csv", _opinion),
        ("attendance.csv", _attendance),
        ("helped.csv", _helped),
        ("bookings.csv", _booking),
        ("needs.csv", _needs),
    ):
        for row in files.rows(council, f"{FOLDER}/{name}"):
            yield _told(row, made(row))
    for row in files.rows(council, f"{FOLDER}/faults.csv"):
        yield from _fault(row)
    for name, at in zip(PAGES, PAGES_AT, strict=True):
        given = {"content": files.content(council, f"{FOLDER}/{name}"), "name": name}
        yield Happening(
            at=files.moment(at), by=CLERK, what=CouncillorsTold(write="load_pages", given=given)
        )


def _told(row: Row, what: CouncillorsTold) -> Happening:
    return Happening(at=files.moment(row["at"]), by=row.get("by") or CLERK, what=what)


def _day(row: Row, name: str = "at") -> date:
    return datetime.fromisoformat(row[name]).date()


def _person(row: Row) -> CouncillorsTold:
    one = Councillor(number=0, name=row["name"], person=row["person"], since=_day(row, "since"))
    return CouncillorsTold(write="record_councillor", given={"councillor": one})


def _officer(row: Row) -> CouncillorsTold:
    one = NamedOfficer(username=row["username"], since=_day(row, "since"), why=row["why"])
    return CouncillorsTold(write="name_officer", given={"named": one})


def _skills(row: Row) -> CouncillorsTold:
    said = SkillsSaid(
        councillor=int(row["councillor"]),
        on=_day(row),
        confidence=tuple(
            (code, Confidence(int(level)))
            for code, level in row.items()
            if code not in OTHER_COLUMNS and level
        ),
        wants=tuple(filter(None, row["wants"].split(BETWEEN))),
        may_see=row["may_see"] == "yes",
    )
    return CouncillorsTold(write="say_skills", given={"said": said})


def _attendance(row: Row) -> CouncillorsTold:
    came = {int(number): True for number in row["came"].split(BETWEEN)}
    given = {"session": int(row["session"]), "came": came}
    return CouncillorsTold(write="record_attendance", given=given)


def _booking(row: Row) -> CouncillorsTold:
    given = {"session": int(row["session"]), "councillor": int(row["councillor"])}
    return CouncillorsTold(write="book", given=given)


def _helped(row: Row) -> CouncillorsTold:
    given = {
        "session": int(row["session"]),
        "councillor": int(row["councillor"]),
        "helped": Helped(row["helped"]),
    }
    return CouncillorsTold(write="say_helped", given=given)


def _kit(row: Row) -> CouncillorsTold:
    kit = Kit(
        number=0,
        councillor=int(row["councillor"]),
        kind=KitKind(row["kind"]),
        model=row["model"],
        issued_on=_day(row, "issued_on"),
        device=row["device"],
    )
    return CouncillorsTold(write="record_kit", given={"kit": kit})


def _opinion(row: Row) -> CouncillorsTold:
    said = KitOpinion(
        councillor=int(row["councillor"]),
        kind=KitKind(row["kind"]),
        liking=Liking(row["liking"]),
        on=_day(row),
    )
    return CouncillorsTold(write="say_of_kit", given={"said": said})


def _needs(row: Row) -> CouncillorsTold:
    needs = AccessNeeds(
        report_form=ReportForm(row["report_form"]),
        needs=row["needs"],
        adjustments=row["adjustments"],
        at_meetings=row["at_meetings"],
    )
    given = {"councillor": int(row["councillor"]), "needs": needs}
    return CouncillorsTold(write="tell_needs", given=given)


def _fault(row: Row) -> Iterator[Happening]:
    """Yield that a fault is raised, and that it is mended: the file numbers them as they come."""
    raised = KitFault(
        number=0,
        councillor=int(row["councillor"]),
        trouble=Trouble(row["trouble"]),
        raised_on=_day(row),
    )
    yield _told(row, CouncillorsTold(write="raise_fault", given={"fault": raised}))
    if row["mended_at"]:
        mended = replace(
            raised,
            number=int(row["number"]),
            mended_on=_day(row, "mended_at"),
            mended_how=row["mended_how"],
        )
        at = files.moment(row["mended_at"]) + timedelta(minutes=1)
        what = CouncillorsTold(write="mend_fault", given={"fault": mended})
        yield Happening(at=at, by=CLERK, what=what)
