"""The line of sight: objective, project, contract, KPI, benefit, and what is missing; pure."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from scrutable.portfolio.facts import (
    Gap,
    HungBenefit,
    HungProject,
    Objective,
    Rung,
    SightNode,
    benefit_reference,
    project_reference,
)


def lines_of_sight(
    objectives: Sequence[Objective],
    projects: Iterable[HungProject],
    benefits: Iterable[HungBenefit],
) -> tuple[SightNode, ...]:
    """Return the tree below each objective, in the order given; projects by number."""
    promised: dict[str, list[HungBenefit]] = defaultdict(list)
    for benefit in benefits:
        promised[benefit.project].append(benefit)
    hung: dict[str, list[HungProject]] = defaultdict(list)
    for project in sorted(projects, key=lambda one: one.number):
        for reference in dict.fromkeys(project.objectives):
            hung[reference].append(project)
    return tuple(_objective(one, hung[one.reference], promised) for one in objectives)


def walk(node: SightNode) -> Iterator[SightNode]:
    """Yield the node and all below it, each as often as it hangs on something."""
    waiting = [node]
    while waiting:
        one = waiting.pop()
        yield one
        waiting.extend(reversed(one.below))


def within(nodes: Iterable[SightNode]) -> dict[Rung, int]:
    """Return how many different things stand on each rung."""
    seen = {one.reference: one.rung for node in nodes for one in walk(node)}
    counted = Counter(seen.values())
    return {rung: counted[rung] for rung in Rung}


def gaps(nodes: Iterable[SightNode]) -> tuple[SightNode, ...]:
    """Return everything with nothing under it, once, from the top rung to the lowest.

    A contract or a KPI that hangs on several projects has nothing under it only where it has
    nothing under any of them.
    """
    every = [one for node in nodes for one in walk(node)]
    fine = {one.reference for one in every if one.gap is None}
    found = {one.reference: one for one in every if one.gap and one.reference not in fine}
    return tuple(sorted(found.values(), key=lambda one: tuple(Rung).index(one.rung)))


def _objective(
    objective: Objective,
    projects: Sequence[HungProject],
    promised: Mapping[str, Sequence[HungBenefit]],
) -> SightNode:
    return SightNode(
        rung=Rung.OBJECTIVE,
        reference=objective.reference,
        label=objective.text,
        gap=None if projects else Gap.NO_PROJECT,
        below=tuple(_project(one, promised.get(one.number, ())) for one in projects),
        version=objective.version,
    )


def _project(project: HungProject, benefits: Sequence[HungBenefit]) -> SightNode:
    named: dict[str, list[str]] = {reference: [] for reference in project.contracts}
    for reference in dict.fromkeys(project.kpis):
        named.setdefault(contract_of(reference), []).append(reference)
    measured = set(project.kpis)
    alone = [_benefit(one) for one in benefits if one.measured_by not in measured]
    return SightNode(
        rung=Rung.PROJECT,
        reference=project_reference(project.number),
        label=f"{project.number} {project.title}",
        gap=None if benefits else Gap.NO_BENEFIT,
        below=(*(_contract(name, kpis, benefits) for name, kpis in named.items()), *alone),
        version=project.version,
    )


def contract_of(kpi: str) -> str:
    """Return the reference of the contract that a KPI belongs to.

    >>> contract_of("kpi/CSS/CSC_KPI_04")
    'contract/CSS'
    """
    return f"contract/{kpi.split('/')[1]}"


def _contract(reference: str, kpis: Sequence[str], benefits: Sequence[HungBenefit]) -> SightNode:
    return SightNode(
        rung=Rung.CONTRACT,
        reference=reference,
        label=reference.partition("/")[2],
        gap=None if kpis else Gap.NO_KPI,
        below=tuple(_kpi(one, benefits) for one in kpis),
    )


def _kpi(reference: str, benefits: Sequence[HungBenefit]) -> SightNode:
    below = tuple(_benefit(one) for one in benefits if one.measured_by == reference)
    return SightNode(
        rung=Rung.KPI,
        reference=reference,
        label=reference.rpartition("/")[2],
        gap=None if below else Gap.MEASURES_NOTHING,
        below=below,
    )


def _benefit(benefit: HungBenefit) -> SightNode:
    is_measured = benefit.is_measured or bool(benefit.measured_by)
    return SightNode(
        rung=Rung.BENEFIT,
        reference=benefit_reference(benefit.project, benefit.number),
        label=benefit.title,
        gap=None if is_measured else Gap.NOT_MEASURED,
        version=benefit.version,
    )
