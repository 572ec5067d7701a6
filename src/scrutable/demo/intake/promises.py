"""What became of commitments; what members asked, what the Board wants told, its programme."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date
from typing import Any

from scrutable.demo.facts import (
    Council,
    Happening,
    ProgrammeTaken,
    QuestionAnswered,
    Quoted,
    StepTaken,
)
from scrutable.demo.intake import files
from scrutable.demo.intake.sittings import CLERK, recorded
from scrutable.demo.rules.calendar import moment
from scrutable.meetings.facts import (
    Due,
    ProgrammeEntry,
    Purpose,
    Question,
    Step,
    StepKind,
    Wanted,
)

Entry = Mapping[str, Any]
SCRUTINY_OFFICER, OFFICER = "t.okafor", "a.patel"
CLOSING = (14, 30)  # on the day of the meeting that agreed


def answers(council: Council) -> Iterator[Happening]:
    """Yield each commitment's answer, and that the committee agreed to close it."""
    for row in files.rows(council, "commitments.csv"):
        if not row["answered_at"]:
            continue
        quoted = Quoted(meeting=row["meeting"], words=row["words"])
        at = files.moment(row["answered_at"])
        answer = Step(
            kind=StepKind.ANSWERED,
            on=at.date(),
            by=row["owner"],
            words=row["answer"],
            paper=row["paper"],
        )
        yield Happening(at=at, by=OFFICER, what=StepTaken(quoted=quoted, step=answer))
        closing = date.fromisoformat(row["closed_in"].partition("-")[2])
        agreed = Step(
            kind=StepKind.CLOSED,
            on=closing,
            by=row["closed_in"].partition("-")[0],
            agreed_in=row["closed_in"],
        )
        at = moment(closing, *CLOSING)
        yield Happening(at=at, by=CLERK, what=StepTaken(quoted=quoted, step=agreed))


def steps(council: Council) -> Iterator[Happening]:
    """Yield what else happened to commitments: reminders, extensions, a closing by oneself."""
    for row in files.rows(council, "steps.csv"):
        at = files.moment(row["at"])
        day = date.fromisoformat(row["due"]) if row["due"] else None
        step = Step(
            kind=StepKind(row["kind"]),
            on=at.date(),
            by=row["done_by"],
            words=row["reason"],
            due=Due(words="", first=day, last=day) if day else None,
            due_meeting=row["due_meeting"],
            agreed_in=row["agreed_in"],
        )
        quoted = Quoted(meeting=row["meeting"], words=row["words"])
        yield Happening(at=at, by=row["recorded_by"], what=StepTaken(quoted=quoted, step=step))


def questions(council: Council) -> Iterator[Happening]:
    """Yield what members asked and remarked, and the answers that they were given."""
    numbers: dict[str, int] = {}
    for entry in files.table(council, "asked.toml")["question"]:
        code = entry["meeting"]
        numbers[code] = numbers.get(code, 0) + 1
        question = Question(
            meeting=code,
            number=numbers[code],
            item=f"item/{code}/{entry['item']}",
            asked_by=entry["asked_by"],
            text=entry["text"],
            to=entry.get("to", ""),
        )
        asked = replace(question, number=0)  # which the store gives it
        yield recorded(files.in_london(entry["at"]), asked, by=SCRUTINY_OFFICER)
        if "answer" in entry:
            yield _answered(entry, question)


def wanted(council: Council) -> Iterator[Happening]:
    """Yield what bodies asked to be told in future reports."""
    for entry in files.table(council, "asked.toml")["wanted"]:
        wanted = Wanted(
            body=entry["body"],
            number=0,
            words=entry["words"],
            section=entry["section"],
            report_kind=entry.get("report_kind", ""),
            from_on=entry["from_on"],
            asked_in=entry["asked_in"],
        )
        quoted = _quoted(entry["asked_in"], entry)
        at = files.in_london(entry["at"])
        yield recorded(at, wanted, by=SCRUTINY_OFFICER, quoted=quoted)


def programme(council: Council) -> Iterator[Happening]:
    """Yield the entries of work programmes."""
    for number, entry in enumerate(files.table(council, "asked.toml")["programme"], 1):
        line = ProgrammeEntry(
            body=entry["body"],
            number=0,
            title=entry["title"],
            purpose=Purpose(entry["purpose"]),
            owner=entry["owner"],
            due_meeting=entry.get("due_meeting", ""),
            every_months=entry.get("every_months"),
        )
        quoted = _quoted(entry.get("limb_of", ""), entry)
        yield recorded(files.in_london(entry["at"]), line, quoted=quoted)
        for taken in entry.get("taken", ()):
            what = ProgrammeTaken(body=entry["body"], number=number, item=taken["item"])
            yield Happening(at=files.in_london(taken["at"]), by=CLERK, what=what)


def _answered(entry: Entry, question: Question) -> Happening:
    at = files.in_london(entry["answer_at"])
    answered = replace(
        question,
        answer=entry["answer"],
        answered_by=entry["answered_by"],
        answered_on=at.date(),
    )
    words = entry.get("commitment", "")
    promise = Quoted(meeting=question.meeting, words=words) if words else None
    return Happening(at=at, by=OFFICER, what=QuestionAnswered(question=answered, promise=promise))


def _quoted(meeting: str, entry: Entry) -> Quoted | None:
    return Quoted(meeting=meeting, words=entry["limb"]) if "limb" in entry else None
