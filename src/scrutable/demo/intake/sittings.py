"""Bodies, their meetings, agendas, attendance and minutes, with when each was written down."""

from collections.abc import Iterator, Mapping
from datetime import date, datetime
from typing import Any

from scrutable.demo.facts import (
    Council,
    Duty,
    Happening,
    MinutesConfirmed,
    MinutesForm,
    MinutesLoaded,
    Noun,
    NounRecorded,
    Quoted,
)
from scrutable.demo.intake import files
from scrutable.demo.rules.calendar import moment
from scrutable.meetings.facts import (
    OPEN,
    AgendaItem,
    Attendance,
    Body,
    BodyKind,
    Closure,
    Meeting,
    MeetingState,
    Openness,
    OutcomeKind,
    Presence,
    Purpose,
)

CLERK = "a.clerk"
WRITTEN_UP = "16:30"  # when an agenda is published
CORRECTED = (14, 0)  # when who came, and the day of the minutes, is written down


def bodies(council: Council) -> Iterator[Happening]:
    """Yield each body as first written down, and again whenever it changed."""
    for entry in files.table(council, "bodies.toml")["body"]:
        body = Body(
            code=entry["code"],
            name=entry["name"],
            kind=BodyKind(entry["kind"]),
            chair=entry.get("chair", ""),
            members=tuple(entry.get("members", ())),
        )
        yield recorded(files.in_london(entry["at"]), body)


def meetings(council: Council) -> Iterator[Happening]:
    """Yield each meeting as planned, as held on its day, and when its minutes were published."""
    for row in files.rows(council, "meetings.csv"):
        yield recorded(files.moment(row["planned"]), _meeting(row, MeetingState.PLANNED))
        held = _meeting(row, MeetingState.HELD, agenda=True)
        yield recorded(moment(held.on, 13, 45), held)
        if row["minutes_published"]:
            published = _meeting(row, MeetingState.HELD, agenda=True, minutes=True)
            day = date.fromisoformat(row["minutes_published"])
            yield recorded(moment(day, *CORRECTED), published)


def agendas(council: Council) -> Iterator[Happening]:
    """Yield each agenda item, in the order of its agenda."""
    published = {
        row["meeting"]: row["agenda_published"] for row in files.rows(council, "meetings.csv")
    }
    for row in files.rows(council, "agenda.csv"):
        code = row["meeting"]
        item = AgendaItem(
            meeting=code,
            number=0,
            printed=row["printed"],
            title=row["title"],
            purpose=Purpose(row["purpose"]),
            officer=row["officer"],
            paper=row["paper"],
            closure=closure(row),
        )
        at = files.moment(row["at"] or f"{published[code]}T{WRITTEN_UP}")
        yield recorded(at, item)


def attendances(council: Council) -> Iterator[Happening]:
    """Yield who came to each meeting that was held: the members, but for what the story says."""
    said: dict[tuple[str, str], Attendance] = {}
    for row in files.rows(council, "attendance.csv"):
        said[row["meeting"], row["name"]] = Attendance(
            meeting=row["meeting"],
            name=row["name"],
            capacity=row["capacity"],
            presence=Presence(row["presence"]),
            interest=row["interest"],
        )
    for row in files.rows(council, "meetings.csv"):
        code = row["meeting"]
        usual = {
            (code, name): Attendance(
                meeting=code, name=name, capacity=capacity, presence=Presence.PRESENT
            )
            for name, capacity in _members(council, code)
        }
        told = {key: attendance for key, attendance in said.items() if key[0] == code}
        for attendance in (usual | told).values():
            yield recorded(moment(_day(code), *CORRECTED), attendance)


def minutes(council: Council) -> Iterator[Happening]:
    """Yield each file of minutes as it was loaded and, where it was, confirmed."""
    duties: dict[str, list[Duty]] = {}
    for row in files.rows(council, "commitments.csv"):
        duties.setdefault(row["meeting"], []).append(_duty(row))
    for row in files.rows(council, "minutes.csv"):
        code, form = row["meeting"], MinutesForm(row["form"])
        source = "html" if form is MinutesForm.HTML else "txt"
        loaded = MinutesLoaded(
            meeting=code,
            content=files.content(council, f"minutes/{code}.{source}"),
            form=form,
        )
        yield Happening(at=files.moment(row["loaded"]), by=CLERK, what=loaded)
        if row["confirmed"]:
            confirmed = MinutesConfirmed(meeting=code, duties=tuple(duties.get(code, ())))
            yield Happening(at=files.moment(row["confirmed"]), by=CLERK, what=confirmed)


def recorded(
    at: datetime, noun: Noun, *, by: str = CLERK, quoted: Quoted | None = None
) -> Happening:
    """Return that somebody wrote a noun down."""
    return Happening(at=at, by=by, what=NounRecorded(noun=noun, quoted=quoted))


def closure(entry: Mapping[str, Any]) -> Closure:
    """Return whether an entry is open, and if not, why."""
    if not entry.get("openness"):
        return OPEN
    paragraphs = entry["paragraphs"]
    if isinstance(paragraphs, str):
        paragraphs = [int(number) for number in paragraphs.split()]
    return Closure(
        openness=Openness(entry["openness"]),
        paragraphs=tuple(paragraphs),
        public_interest=entry["public_interest"],
    )


def _day(code: str) -> date:
    return date.fromisoformat(code.partition("-")[2])


def _meeting(
    row: files.Row, state: MeetingState, *, agenda: bool = False, minutes: bool = False
) -> Meeting:
    published, corrected = row["agenda_published"], row["minutes_published"]
    return Meeting(
        code=row["meeting"],
        body=row["meeting"].partition("-")[0],
        on=_day(row["meeting"]),
        time=row["time"],
        place=row["place"],
        state=state,
        agenda_published_on=date.fromisoformat(published) if agenda and published else None,
        minutes_published_on=date.fromisoformat(corrected) if minutes else None,
    )


def _members(council: Council, code: str) -> Iterator[tuple[str, str]]:
    """Yield the members of the meeting's body on its day, with who they were there."""
    body, day = code.partition("-")[0], _day(code)
    known = [
        entry
        for entry in files.table(council, "bodies.toml")["body"]
        if entry["code"] == body and entry["at"].date() <= day
    ]
    for name in known[-1].get("members", ()):
        yield name, "Chairman" if name == known[-1]["chair"] else "Member"


def _duty(row: files.Row) -> Duty:
    return Duty(
        quoted=Quoted(meeting=row["meeting"], words=row["words"]),
        kind=OutcomeKind(row["kind"]),
        owner=row["owner"],
        due=date.fromisoformat(row["due"]),
        due_words=row["due_words"],
    )
