"""An assessment in the exempt part of a report: all that it found and its plan; pure."""

from collections.abc import Iterator, Mapping, Sequence

from scrutable.assurance.compose.assessments.plans import plan_table
from scrutable.assurance.facts import (
    ORGANISATION,
    Asked,
    Standing,
)
from scrutable.assurance.presenters.assessments import one, outcomes, plans
from scrutable.assurance.presenters.assessments.words import (
    LEVEL_TAGS,
    LOWERED,
    MET,
    NO_PROFILE,
    NOT_CHECKED,
    RAISED,
    SHORT,
    least_words,
    level_words,
    system_words,
)
from scrutable.documents.blocks import (
    Block,
    Cell,
    Chart,
    Citation,
    Column,
    Figure,
    Heading,
    KeyFigure,
    Note,
    Run,
    Table,
)
from scrutable.documents.citing import period_at, tag_cell
from scrutable.documents.saying import count_cell, numbered, plain
from scrutable.kernel.wording import ended

ANCHOR = "assessment"
METHOD = (
    (
        "A profile is met only if every outcome reaches its least level: there is no mean of "
        "levels. The assurer’s answer counts where there is one, the council’s otherwise; what "
        "nobody has answered falls short."
    ),
    (
        "A step of a remediation plan is done when somebody other than its owner accepted, with "
        "evidence, that it is."
    ),
)


def finding(standing: Standing) -> tuple[Run, ...]:
    """Return what the assessment found, with what it rests on; exempt."""
    period = period_at(standing.as_at)
    return (Figure(one.finding(standing), _all(standing), period), ". ", one.summary(standing))


def key_figures(standing: Standing) -> tuple[KeyFigure, ...]:
    """Return the figures that a reader takes away; exempt."""
    return tuple(
        KeyFigure(each.label, each.value, each.period, each.comparison, _all(standing))
        for each in one.figures(standing)
    )


def exempt_section(standing: Standing, titles: Mapping[str, str]) -> tuple[Block, ...]:
    """Return the whole assessment: verdicts, outcomes, what the assurer changed, the plan.

    `titles` are those of critical systems by code. It belongs into the exempt part.
    """
    return tuple(_section(standing, titles))


def _section(standing: Standing, titles: Mapping[str, str]) -> Iterator[Block]:
    own, period = standing.assessment, period_at(standing.as_at)
    yield Heading(1, own.title, ANCHOR)
    yield numbered(*finding(standing))
    yield _verdicts(standing, titles, period)
    picture = outcomes.picture(
        standing.of(ORGANISATION),
        standing.framework,
        "The organisation: outcomes by principle",
        ended(one.finding(standing)),
    )
    if picture:
        rows = standing.of(ORGANISATION)
        yield Chart(
            picture.title,
            picture.description,
            picture,
            _outcomes(standing, rows, titles, period, "The organisation, outcome by outcome"),
        )
    short = [each for each in standing.asked if each.is_short and each.system != ORGANISATION]
    if short:
        caption = "Outcomes of systems below their least"
        yield _outcomes(standing, short, titles, period, caption)
    differ = [
        each for each in standing.asked if each.said and each.assured and each.said != each.assured
    ]
    if differ:
        yield _differences(standing, differ, titles, period)
    yield Heading(2, "Remediation plan", "remediation")
    yield plain(f"{plans.title(standing.plan)}. {plans.summary(standing.plan)}")
    if standing.plan.steps:
        yield plan_table(standing, titles, period)
    for words in METHOD:
        yield Note("method", (words,))


def _verdicts(standing: Standing, titles: Mapping[str, str], period: str) -> Table:
    columns = (
        Column("Of"),
        Column("Profile"),
        Column("Outcomes that reach it", numeric=True),
        Column("Below the least", numeric=True),
        Column("Not answered", numeric=True),
    )
    rows = tuple(_verdict(standing, system, titles, period) for system in standing.systems)
    return Table("Profile by system", columns, rows, period=period)


def _verdict(
    standing: Standing, system: str, titles: Mapping[str, str], period: str
) -> tuple[Cell, ...]:
    judged, own = standing.verdict(system), standing.of(system)
    cited = _of(standing, own)
    silent = count_cell(sum(each.stands is None for each in own), cited, period)
    who = Cell(system_words(system, titles))
    if judged is None:
        none = Cell("No profile")
        return (who, tag_cell(NO_PROFILE), none, none, silent)
    return (
        who,
        tag_cell(MET if judged.is_met else SHORT, cited, period),
        count_cell(judged.met, cited, period),
        count_cell(len(judged.shortfalls), cited, period),
        silent,
    )


def _outcomes(
    standing: Standing,
    rows: Sequence[Asked],
    titles: Mapping[str, str],
    period: str,
    caption: str,
) -> Table:
    columns = (
        Column("Outcome"),
        Column("Of"),
        Column("Council’s answer"),
        Column("Assurer’s answer"),
        Column("The least"),
    )
    return Table(
        caption,
        columns,
        tuple(
            (
                Cell(f"{each.outcome} {each.title}"),
                Cell(system_words(each.system, titles)),
                tag_cell(LEVEL_TAGS[each.said], _cite(standing, each), period),
                tag_cell(LEVEL_TAGS[each.assured], _cite(standing, each), period)
                if each.assured
                else Cell(NOT_CHECKED),
                Cell(least_words(each.least)),
            )
            for each in rows
        ),
        period=period,
    )


def _differences(
    standing: Standing, rows: Sequence[Asked], titles: Mapping[str, str], period: str
) -> Table:
    columns = (
        Column("Outcome"),
        Column("Of"),
        Column("Council’s answer"),
        Column("Assurer’s answer"),
        Column("What the assurer did"),
    )
    return Table(
        "Where the assurer answered otherwise",
        columns,
        tuple(
            (
                Cell(f"{each.outcome} {each.title}"),
                Cell(system_words(each.system, titles)),
                Cell(level_words(each.said), _cite(standing, each)),
                Cell(level_words(each.assured), _cite(standing, each)),
                tag_cell(LOWERED if each.is_lowered else RAISED, _cite(standing, each), period),
            )
            for each in rows
        ),
        period=period,
    )


def _cite(standing: Standing, each: Asked) -> Citation | None:
    if not each.version:
        return None
    reference = f"{standing.assessment.reference}/{each.system}/{each.outcome}"
    return Citation(reference, each.version)


def _of(standing: Standing, rows: Sequence[Asked]) -> Citation:
    latest = max((each.version for each in rows), default=0)
    return Citation(standing.assessment.reference, latest or standing.assessment.version)


def _all(standing: Standing) -> Citation:
    return _of(standing, standing.asked)
