"""The pages of one assessment, of one system of it, and of one answer; pure."""

from collections.abc import Iterable, Mapping, Sequence

from scrutable.assurance.facts import (
    ORGANISATION,
    AnswerSeen,
    Asked,
    Framework,
    Level,
    ProfileJudged,
    Standing,
    StepState,
)
from scrutable.assurance.presenters.assessments.words import (
    BELOW,
    LOWERED,
    MET,
    NO_EVIDENCE,
    NO_PROFILE,
    NO_REASON,
    NOT_CHECKED,
    RAISED,
    SHORT,
    answer_address,
    cost_words,
    least_words,
    level_cell,
    level_words,
    plan_address,
    system_address,
    system_words,
)
from scrutable.documents.charts.facts import LevelChart, LevelRow
from scrutable.govuk.facts import Cell, Column, KeyFigure, Row, Table, Tag, Term
from scrutable.govuk.presenters import count_cell, day_cell
from scrutable.kernel.wording import capital, count_words, date_words, number_words

LEVELS = tuple(Level)


def asked_count(judged: ProfileJudged) -> int:
    """Return of how many outcomes the profile asks anything of a system."""
    return judged.met + len(judged.shortfalls)


def verdict_tag(standing: Standing) -> Tag:
    """Return whether the profile is met everywhere."""
    if not standing.judged:
        return NO_PROFILE
    return MET if standing.is_met else SHORT


def judged_words(who: str, judged: ProfileJudged, profile: str) -> str:
    """Return how one system stands to the profile, in a sentence without its stop."""
    every = asked_count(judged)
    if judged.is_met:
        return f"{who} meets all {every:,} outcomes of the {profile} profile"
    return f"{who} meets {judged.met:,} of {every:,} outcomes of the {profile}; it is not met"


def finding(standing: Standing) -> str:
    """Return the finding: what the organisation and the systems meet, without its stop."""
    own = standing.verdict(ORGANISATION)
    if own is None:
        return (
            f"{standing.answered:,} of {len(standing.asked):,} outcomes are answered; "
            f"{standing.framework.name} has no profile to be held against"
        )
    profile = standing.assessment.profile
    if own.is_met and not standing.is_met:
        short = sum(not one.is_met for one in standing.judged)
        systems = len(standing.assessment.systems)
        return (
            f"The organisation meets the {profile} profile; {short:,} of "
            f"{count_words(systems, 'system')} {'does' if short == 1 else 'do'} not"
        )
    return judged_words("The organisation", own, profile)


def summary(standing: Standing) -> str:
    """Return one sentence or two: the systems, and what the assurer changed."""
    systems = [one for one in standing.judged if one.system != ORGANISATION]
    met = sum(one.is_met for one in systems)
    said = []
    if systems:
        verb = "meets" if met == 1 else "meet"
        said.append(f"{met:,} of {count_words(len(systems), 'critical system')} {verb} it.")
    return " ".join([*said, differences_words(standing)])


def differences_words(standing: Standing) -> str:
    """Return what the assurer changed, as a sentence."""
    if not standing.checked:
        return "No assurer has answered yet."
    lowered = len(standing.lowered)
    raised = len(standing.differences) - lowered
    answers = "answer" if lowered == 1 else "answers"
    if not lowered and not raised:
        return f"The assurer agreed with all {standing.checked:,} answers checked."
    parts = [f"lowered {number_words(lowered)} {answers}"] if lowered else []
    parts += [f"raised {number_words(raised)}"] if raised else []
    return f"The assurer {' and '.join(parts)} of {standing.checked:,} checked."


def figures(standing: Standing) -> tuple[KeyFigure, ...]:
    """Return the figures at the head of the page."""
    plan, day = standing.plan, f"by {date_words(standing.as_at)}"
    code = standing.assessment.code
    short = sum(len(one.shortfalls) for one in standing.judged)
    done, late = len(plan.of(StepState.DONE)), len(plan.of(StepState.OVERDUE))
    below = KeyFigure(
        label="Below the least",
        value=f"{short:,}" if standing.judged else "No profile",
        period=day,
        comparison=f"of {len(standing.asked):,} asked, {_unanswered(standing):,} not answered",
    )
    return (
        below,
        KeyFigure(
            label="Lowered by the assurer",
            value=f"{len(standing.lowered):,}" if standing.checked else NOT_CHECKED,
            period=day,
            comparison=f"{standing.checked:,} of {standing.answered:,} answers checked",
        ),
        KeyFigure(
            label="Steps of the plan done",
            value=f"{done:,} of {len(plan.steps):,}" if plan.steps else "No plan",
            period=day,
            comparison=f"{late:,} overdue" if late else "None is overdue",
            href=plan_address(code),
        ),
        KeyFigure(
            label="What the plan costs",
            value=cost_words(plan),
            period="as far as it is priced",
            href=plan_address(code),
        ),
    )


def _unanswered(standing: Standing) -> int:
    return len(standing.asked) - standing.answered


def systems_table(standing: Standing, titles: Mapping[str, str]) -> Table:
    """Return the organisation and every system with its verdict, never a mean."""
    return Table(
        name="systems",
        caption="The organisation and the systems in scope",
        columns=(
            Column("system", "Of"),
            Column("verdict", "Profile"),
            Column("met", "Outcomes that reach it", numeric=True),
            Column("short", "Below the least", numeric=True),
            Column("silent", "Not answered", numeric=True),
            Column("lowered", "Lowered by the assurer", numeric=True),
        ),
        rows=tuple(_system(standing, system, titles) for system in standing.systems),
        empty="Nothing is in its scope.",
    )


def _system(standing: Standing, system: str, titles: Mapping[str, str]) -> Row:
    own, judged = standing.of(system), standing.verdict(system)
    lowered = sum(one.is_lowered for one in own)
    href = system_address(standing.assessment.code, system)
    note = "" if system == ORGANISATION else system
    silent = sum(one.stands is None for one in own)
    none = Cell("No profile")
    return (
        Cell(system_words(system, titles), href=href, note=note),
        Cell("", tags=((MET if judged.is_met else SHORT) if judged else NO_PROFILE,)),
        count_cell(judged.met) if judged else none,
        count_cell(len(judged.shortfalls)) if judged else none,
        count_cell(silent),
        count_cell(lowered),
    )


def differences_table(standing: Standing, titles: Mapping[str, str]) -> Table:
    """Return where the assurer answered otherwise than the council."""
    rows = [one for one in standing.asked if one.said and one.assured and one.said != one.assured]
    return Table(
        name="differences",
        caption="Where the assurer answered otherwise",
        columns=(
            Column("outcome", "Outcome"),
            Column("of", "Of"),
            Column("said", "Council’s answer"),
            Column("assured", "Assurer’s answer"),
            Column("turn", "What the assurer did"),
        ),
        rows=tuple(
            (
                _outcome(standing.assessment.code, one),
                Cell(system_words(one.system, titles)),
                level_cell(one.said),
                level_cell(one.assured),
                Cell("", tags=(LOWERED if one.is_lowered else RAISED,)),
            )
            for one in rows
        ),
        empty="The assurer agreed with every answer that was checked."
        if standing.checked
        else "No assurer has answered yet.",
    )


def outcomes_table(standing: Standing, system: str) -> Table:
    """Return the outcomes of one system by principle: both answers and the least."""
    code, framework = standing.assessment.code, standing.framework
    return Table(
        name="outcomes",
        caption="Outcomes",
        columns=(
            Column("principle", "Principle"),
            Column("outcome", "Outcome"),
            Column("said", "Council’s answer"),
            Column("assured", "Assurer’s answer"),
            Column("least", "The least"),
            Column("finding", "Finding"),
        ),
        rows=tuple(
            (
                Cell(principle_words(framework, one.principle)),
                _outcome(code, one),
                level_cell(one.said),
                level_cell(one.assured, NOT_CHECKED),
                Cell(least_words(one.least), order=str(one.least.rank if one.least else 9)),
                finding_cell(one),
            )
            for one in standing.of(system)
        ),
        empty="The framework asks nothing of it.",
        grouped_by="principle",
    )


def finding_cell(one: Asked) -> Cell:
    """Return whether an outcome reaches its least, and whether the assurer lowered it."""
    if one.least is None:
        reached = NO_PROFILE
    else:
        reached = BELOW if one.is_short else Tag("Reached", "green", "●")
    return Cell("", tags=(reached, *((LOWERED,) if one.is_lowered else ())))


def _outcome(code: str, one: Asked) -> Cell:
    href = answer_address(code, one.system, one.outcome)
    return Cell(f"{one.outcome} {one.title}", href=href, order=one.outcome)


def principle_words(framework: Framework, principle: str) -> str:
    """Return a principle by code and title."""
    return f"{principle} {framework.titles.get(principle, '')}".strip()


def picture(
    rows: Sequence[Asked], framework: Framework, title: str, words: str
) -> LevelChart | None:
    """Return the profile as a picture: outcomes by principle, both answers, the least."""
    if not rows:
        return None
    return LevelChart(
        title=title,
        description=words,
        levels=tuple(level_words(level) for level in LEVELS),
        rows=tuple(
            LevelRow(
                name=f"{one.outcome} {one.title}",
                group=principle_words(framework, one.principle),
                said=one.said.rank if one.said else None,
                assured=one.assured.rank if one.assured else None,
                least=one.least.rank if one.least and one.least.rank else None,
                note=_note(one),
            )
            for one in rows
        ),
    )


def _note(one: Asked) -> str:
    if one.stands is None:
        return "not answered"
    return "below the least" if one.is_short else ""


def answer_terms(seen: AnswerSeen) -> tuple[Term, ...]:
    """Return both answers side by side with their reasons and the evidence."""
    answer, asked = seen.answer, seen.asked
    evidence = "; ".join(answer.evidence) if answer else ""
    return (
        Term(label="Principle", value=principle_words(seen.framework, asked.principle)),
        Term(label="The least by the profile", value=least_words(asked.least)),
        Term(label="Council’s answer", value=level_words(asked.said)),
        Term(label="Council’s reasons", value=(answer.reasons if answer else "") or NO_REASON),
        Term(label="Evidence", value=evidence or NO_EVIDENCE),
        Term(
            label="Assurer’s answer",
            value=level_words(asked.assured) if asked.assured else NOT_CHECKED,
        ),
        Term(
            label="Assurer’s reasons",
            value=(answer.assured_reasons if answer else "")
            or (NO_REASON if asked.assured else NOT_CHECKED),
        ),
    )


def answer_words(seen: AnswerSeen) -> str:
    """Return the finding on one outcome, as a sentence."""
    one = seen.asked
    if one.stands is None:
        return "Nobody has answered it."
    who = "the assurer" if one.assured else "the council"
    said = f"{capital(level_words(one.stands))} by {who}"
    if one.least is None:
        return f"{said}."
    least = least_words(one.least).lower()
    return f"{said}; the profile asks for {least}." if one.is_short else f"{said}; it reaches it."


def history_table(seen: AnswerSeen) -> Table:
    """Return every version of an answer, the last first."""
    return Table(
        name="history",
        caption="How it was answered",
        columns=(
            Column("on", "Recorded"),
            Column("said", "Council’s answer"),
            Column("reasons", "Council’s reasons"),
            Column("assured", "Assurer’s answer"),
            Column("assured_reasons", "Assurer’s reasons"),
            Column("by", "Recorded by"),
        ),
        rows=tuple(
            (
                day_cell(one.on, ""),
                level_cell(one.answer.level),
                Cell(one.answer.reasons or NO_REASON),
                level_cell(one.answer.assured, NOT_CHECKED),
                Cell(one.answer.assured_reasons or NO_REASON),
                Cell(one.by, note=one.answer.place),
            )
            for one in seen.versions
        ),
        empty="Nobody has answered it.",
    )


def lacking_words(rows: Iterable[Asked]) -> str:
    """Return how many outcomes are not answered, "" where all are."""
    silent = sum(one.stands is None for one in rows)
    return f"{count_words(silent, 'outcome')} not answered" if silent else ""
