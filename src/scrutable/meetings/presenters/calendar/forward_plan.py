"""The forward plan and decisions made, as pages show them; pure."""

from collections.abc import Mapping, Sequence
from datetime import date

from scrutable.govuk.facts import Cell, Column, Row, Table
from scrutable.govuk.presenters import day_cell, money_cell
from scrutable.kernel.wording import capital, count_words, date_words, number_words
from scrutable.meetings.facts import Course, Deadline, Stage
from scrutable.meetings.presenters.addresses import (
    decision_address,
)
from scrutable.meetings.presenters.calendar.words import (
    openness_tag,
)
from scrutable.meetings.presenters.deadlines import due_cell
from scrutable.meetings.presenters.decisions import (
    RESULT_WORDS,
    ROUTE_WORDS,
    STAGE_TAGS,
    decision_title,
    maker_words,
    window_words,
)

BEFORE = (Stage.PLANNED, Stage.NOTICED)


def decisions_title(courses: Sequence[Course]) -> str:
    """Return the finding: what is planned, and what of it has no notice yet."""
    planned = [one for one in courses if one.stage in BEFORE]
    if not planned:
        return "No decision is planned"
    bare = sum(one.case.is_key and one.stage is Stage.PLANNED for one in planned)
    verb = "is" if len(planned) == 1 else "are"
    noun = "decision" if len(planned) == 1 else "decisions"
    said = f"{capital(number_words(len(planned)))} {noun} {verb} planned"
    return f"{said}, {number_words(bare)} of them key and without notice" if bare else said


def plan_table(courses: Sequence[Course], as_at: date) -> Table:
    """Return the forward plan: what is to be decided, the soonest first."""
    planned = [one for one in courses if one.stage in BEFORE and one.case.planned]
    planned.sort(key=lambda one: (_window(one), one.case.code))
    return Table(
        name="plan",
        caption="Forward plan",
        columns=(
            Column("decision", "Decision"),
            Column("maker", "Decided by"),
            Column("when", "When"),
            Column("key", "Key"),
            Column("value", "Value", numeric=True),
            Column("stage", "State"),
            Column("due", "Due next"),
        ),
        rows=tuple(_plan_row(one, as_at) for one in planned),
        empty="Nothing is planned. Enter a decision, and the notice it owes is worked out for it.",
    )


def _window(one: Course) -> str:
    return one.case.planned.window_from.isoformat() if one.case.planned else ""


def _plan_row(one: Course, as_at: date) -> Row:
    case, plan = one.case, one.case.planned
    if plan is None:
        raise ValueError(f"{case.code} is not planned")
    return (
        Cell(plan.matter, href=decision_address(case.code), note=case.code),
        Cell(maker_words(plan.maker_name, case.maker.name)),
        Cell(capital(window_words(plan)), order=plan.window_from.isoformat()),
        Cell("Yes" if plan.is_key else "No", note=ROUTE_WORDS[plan.route] if plan.is_key else ""),
        money_cell(plan.value_pounds, "Not recorded"),
        Cell("", tags=(STAGE_TAGS[one.stage],)),
        due_cell(one.deadlines, as_at),
    )


def made_table(courses: Sequence[Course]) -> Table:
    """Return the decisions made, the newest first."""
    made = [one for one in courses if one.case.record]
    made.sort(key=lambda one: one.case.code)
    made.sort(key=_decided, reverse=True)
    return Table(
        name="made",
        caption="Decisions made",
        columns=(
            Column("decision", "Decision"),
            Column("on", "Decided on"),
            Column("maker", "Decided by"),
            Column("result", "Result"),
            Column("stage", "State"),
            Column("openness", "Openness"),
            Column("published", "Record published"),
        ),
        rows=tuple(_made_row(one) for one in made),
        empty="No decision is recorded yet.",
    )


def _decided(one: Course) -> str:
    return one.case.record.decided_on.isoformat() if one.case.record else ""


def _made_row(one: Course) -> Row:
    case, record = one.case, one.case.record
    if record is None:
        raise ValueError(f"{case.code} is not decided")
    return (
        Cell(decision_title(case), href=decision_address(case.code), note=case.code),
        day_cell(record.decided_on, "Not yet"),
        Cell(maker_words(record.maker_name, case.maker.name)),
        Cell(RESULT_WORDS[record.result]),
        Cell("", tags=(STAGE_TAGS[one.stage],)),
        Cell("", tags=(openness_tag(record.closure.openness),)),
        day_cell(record.published_on, "Not yet"),
    )


def summary(courses: Sequence[Course]) -> str:
    """Return in one sentence what was decided and how much of it may be called in."""
    made = [one for one in courses if one.case.record]
    if not made:
        return "No decision is recorded yet."
    is_open = sum(one.stage is Stage.CALL_IN_OPEN for one in made)
    called = sum(one.stage is Stage.CALLED_IN for one in made)
    noun, verb = ("decision", "is") if len(made) == 1 else ("decisions", "are")
    said = [f"{capital(number_words(len(made)))} {noun} {verb} recorded"]
    if is_open:
        said.append(f"{number_words(is_open)} may be called in")
    if called:
        said.append(f"{number_words(called)} called in and unheard")
    return f"{', '.join(said)}."


def shown(courses: Sequence[Course], asked: Mapping[str, str]) -> list[Course]:
    """Return the decisions of the body, the kind and the stage that are asked for."""
    return [
        one
        for one in courses
        if asked.get("maker", "") in ("", one.case.maker.code)
        and asked.get("stage", "") in ("", one.stage.value)
        and (asked.get("key", "") == "" or one.case.is_key == (asked["key"] == "yes"))
    ]


def window_summary(window: Deadline | None, requisitioners: int) -> str:
    """Return until when and by how many members a decision may be called in."""
    if window is None:
        return "Council policy does not let this decision be called in."
    members = count_words(requisitioners, "member")
    until = f"until {date_words(window.by)}" if window.by else "once its record is published"
    return f"It takes {members}, {until}."
