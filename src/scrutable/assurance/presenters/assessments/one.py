"""The pages of one assessment, of one system of it, and of one answer; pure."""

from collections.abc import Mapping

from scrutable.assurance.facts import (
    ORGANISATION,
    ProfileJudged,
    Standing,
    StepState,
)
from scrutable.assurance.presenters.assessments.outcomes import outcome_cell
from scrutable.assurance.presenters.assessments.words import (
    LOWERED,
    MET,
    NO_PROFILE,
    NOT_CHECKED,
    RAISED,
    SHORT,
    level_cell,
    plan_address,
    pounds_words,
    system_address,
    system_words,
)
from scrutable.govuk.facts import Cell, Column, KeyFigure, Row, Table, Tag
from scrutable.govuk.presenters import count_cell
from scrutable.kernel.wording import count_words, date_words, number_words


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
            value=pounds_words(plan.pence) if plan.pence else "Nobody has said",
            period=day,
            comparison=f"{len(plan.steps) - plan.unpriced:,} of {len(plan.steps):,} steps priced",
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
                outcome_cell(standing.assessment.code, one),
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
