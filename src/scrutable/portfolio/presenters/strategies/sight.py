"""The line of sight in names, as a list to be read aloud, and what is missing on it; pure."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from scrutable.govuk.facts import Cell, Column, Table, Tag
from scrutable.govuk.presenters import count_cell
from scrutable.kernel.wording import capital, count_words, date_words, slip_words
from scrutable.portfolio import rules
from scrutable.portfolio.facts import Judged, ObjectiveSeen, Rung, SightNode
from scrutable.portfolio.presenters.strategies.words import (
    GAP_SENTENCES,
    RUNG_MANY,
    RUNG_WORDS,
    objective_address,
    objective_name,
)
from scrutable.portfolio.presenters.words import (
    RATING_TAGS,
    STAGE_WORDS,
    project_address,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class KpiSeen:
    """A KPI as the contracts know it: its name, and how it was last judged."""

    reference: str
    name: str
    status: Tag | None  # None where no month was judged
    period: str  # “September 2026”, "" where no month was judged
    href: str
    version: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What stands on the line of sight by name: contracts' titles, KPIs, projects as judged."""

    contracts: Mapping[str, str] = field(default_factory=dict)
    kpis: Mapping[str, KpiSeen] = field(default_factory=dict)
    projects: Mapping[str, Judged] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the list: what it is, its name, how it stands, what is missing, what hangs on."""

    what: str
    text: str
    href: str
    said: str
    tags: tuple[Tag, ...]
    gap: str
    below: tuple["Line", ...]


def counted(count: int, rung: Rung) -> str:
    """Return how many of a rung there are, or that there is none."""
    word = RUNG_WORDS[rung] if rung is Rung.KPI else RUNG_WORDS[rung].lower()
    return count_words(count, word, RUNG_MANY[rung]) if count else f"no {word}"


def description(trees: Sequence[SightNode]) -> str:
    """Return the picture in words: what hangs together, and how much has nothing under it."""
    counts = rules.within(trees)
    said = ", ".join(counted(counts[rung], rung) for rung in Rung)
    lacking = len(rules.gaps(trees))
    verb = "has" if lacking == 1 else "have"
    return f"{capital(said)}. {lacking or 'None'} of them {verb} nothing under it."


def name_of(node: SightNode, known: Known) -> str:
    """Return what people call it: codes with their names where those are known."""
    match node.rung:
        case Rung.OBJECTIVE:
            return f"{node.reference.rpartition('/')[2]}. {node.label}"
        case Rung.CONTRACT:
            title = known.contracts.get(node.reference)
            return f"{node.label} {title}" if title else node.label
        case Rung.KPI:
            kpi = known.kpis.get(node.reference)
            return f"{node.label} {kpi.name}" if kpi else node.label
        case _:
            return node.label


def address_of(node: SightNode, known: Known) -> str:
    """Return the address of its page; a KPI that nobody knows has none."""
    parts = node.reference.split("/")
    match node.rung:
        case Rung.OBJECTIVE:
            return objective_address(parts[1], int(parts[2]))
        case Rung.PROJECT:
            return project_address(parts[1])
        case Rung.CONTRACT:
            return f"/contracts/{parts[1]}/" if node.reference in known.contracts else ""
        case Rung.KPI:
            return known.kpis[node.reference].href if node.reference in known.kpis else ""
        case Rung.BENEFIT:
            return f"/benefits/{parts[1]}-{parts[3]}/"


def address_of_objective(one: ObjectiveSeen) -> str:
    """Return the address of the objective's page."""
    return objective_address(one.objective.strategy, one.objective.number)


def lines(trees: Iterable[SightNode], known: Known) -> tuple[Line, ...]:
    """Return the trees as a list of lists, every line a sentence to itself."""
    return tuple(
        Line(
            what=RUNG_WORDS[node.rung],
            text=name_of(node, known),
            href=address_of(node, known),
            said=_said(node, known),
            tags=_tags(node, known),
            gap=nothing_under(node),
            below=lines(node.below, known),
        )
        for node in trees
    )


def nothing_under(node: SightNode) -> str:
    """Return the sentence for there being nothing under it, "" where something is."""
    return GAP_SENTENCES[node.gap] if node.gap else ""


def _said(node: SightNode, known: Known) -> str:
    """Return how it stands, in words that its tags do not say."""
    if node.rung is Rung.PROJECT:
        one = known.projects.get(node.reference)
        return _project_words(one) if one else ""
    if node.rung is Rung.KPI:
        kpi = known.kpis.get(node.reference)
        if kpi is None:
            return "not known to the contract"
        return f"in {kpi.period}" if kpi.status else "no month was judged yet"
    return ""


def _project_words(one: Judged) -> str:
    stage = STAGE_WORDS[one.project.stage].lower()
    if one.slip is None:
        return f"{stage}; no go-live is expected"
    against = slip_words(one.slip.against_original), slip_words(one.slip.against_current)
    return f"{stage}; {against[0]} against the first date, {against[1]} against the latest plan"


def _tags(node: SightNode, known: Known) -> tuple[Tag, ...]:
    if node.rung is Rung.PROJECT and (one := known.projects.get(node.reference)):
        return (RATING_TAGS[one.shown],) if one.shown else ()
    if node.rung is Rung.KPI and (kpi := known.kpis.get(node.reference)):
        return (kpi.status,) if kpi.status else ()
    return ()


def gap_table(trees: Sequence[SightNode], known: Known) -> Table:
    """Return everything with nothing under it, from the top of the line of sight."""
    return Table(
        name="gaps",
        caption="What has nothing under it",
        columns=(
            Column("what", "What"),
            Column("kind", "Kind"),
            Column("lacks", "What is missing"),
        ),
        rows=tuple(
            (
                Cell(name_of(node, known), href=address_of(node, known)),
                Cell(RUNG_WORDS[node.rung], order=str(tuple(Rung).index(node.rung))),
                Cell(GAP_SENTENCES[node.gap]),
            )
            for node in rules.gaps(trees)
            if node.gap
        ),
        empty="Nothing is missing: every line reaches from an objective to a benefit "
        "that is measured.",
    )


def group_table(found: Sequence[ObjectiveSeen]) -> Table:
    """Return each objective with how much hangs on it, where the list would be too long."""
    return Table(
        name="groups",
        caption="Each objective with how much hangs on it",
        columns=(
            Column("objective", "Objective"),
            *(
                Column(
                    rung.value, RUNG_MANY[rung].capitalize().replace("Kpis", "KPIs"), numeric=True
                )
                for rung in tuple(Rung)[1:]
            ),
            Column("gaps", "With nothing under them", numeric=True),
        ),
        rows=tuple(
            (
                Cell(objective_name(one.objective), href=address_of_objective(one)),
                *(count_cell(rules.within([one.tree])[rung]) for rung in tuple(Rung)[1:]),
                count_cell(len(rules.gaps([one.tree]))),
            )
            for one in found
        ),
        empty="No objective is recorded.",
    )


def title(found: Sequence[ObjectiveSeen], what: str) -> str:
    """Return the finding: how much has nothing under it.

    >>> title([], "IT Strategy")
    'IT Strategy: no objective is recorded'
    """
    if not found:
        return f"{what}: no objective is recorded"
    lacking = len(rules.gaps([one.tree for one in found]))
    if not lacking:
        return f"{what}: every line reaches a benefit that is measured"
    verb = "has" if lacking == 1 else "have"
    things = "thing" if lacking == 1 else "things"
    return f"{what}: {lacking} {things} {verb} nothing under {'it' if lacking == 1 else 'them'}"


def summary(found: Sequence[ObjectiveSeen], as_at: date) -> str:
    """Return how much hangs on it, by the day."""
    counts = rules.within([one.tree for one in found])
    said = ", ".join(counted(counts[rung], rung) for rung in tuple(Rung)[1:])
    return f"{capital(said)}, at {date_words(as_at)}."
