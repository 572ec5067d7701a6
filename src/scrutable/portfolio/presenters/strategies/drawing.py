"""The line of sight as a picture of at most forty boxes; pure."""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from scrutable.documents.charts.facts import MOST_NODES, Edge, Network, Node
from scrutable.kernel.wording import capital, count_words
from scrutable.portfolio import rules
from scrutable.portfolio.facts import Gap, ObjectiveSeen, Rung, SightNode, Theme
from scrutable.portfolio.presenters.strategies.sight import (
    Known,
    address_of,
    address_of_objective,
    counted,
    description,
    name_of,
)
from scrutable.portfolio.presenters.strategies.words import GAP_WORDS, RUNG_WORDS, objective_name
from scrutable.portfolio.presenters.words import THEME_WORDS

ROWS = MOST_NODES // len(Rung)  # of objectives, each a chain of five boxes
TITLE = "From objectives to benefits"
ABOUT = {  # what stands on each rung of a chain of boxes
    Rung.PROJECT: "done by",
    Rung.CONTRACT: "under",
    Rung.KPI: "to move",
    Rung.BENEFIT: "to bring",
}


class Group(NamedTuple):
    """Objectives that are drawn as one chain of sums."""

    name: str
    href: str
    trees: Sequence[SightNode]


def picture(found: Sequence[ObjectiveSeen], known: Known) -> Network | None:
    """Return the line of sight; where it has over forty boxes, each objective's or theme's sums.

    None where there is no objective.
    """
    trees = [one.tree for one in found]
    if not trees:
        return None
    once = {node.reference: node for tree in trees for node in rules.walk(tree)}
    if len(once) <= MOST_NODES:
        return _whole(trees, list(once.values()), known)
    if len(found) <= ROWS:
        groups = [
            Group(objective_name(one.objective), address_of_objective(one), (one.tree,))
            for one in found
        ]
        return _grouped(groups, "each objective with how much hangs on it")
    return _grouped(_themes(found), "the objectives of each theme with how much hangs on them")


def _themes(found: Sequence[ObjectiveSeen]) -> list[Group]:
    by_theme = {
        theme: tuple(one.tree for one in found if one.objective.theme is theme) for theme in Theme
    }
    return [
        Group(f"{THEME_WORDS[theme]}: {count_words(len(those), 'objective')}", "", those)
        for theme, those in by_theme.items()
        if those
    ]


def _whole(trees: Sequence[SightNode], nodes: Sequence[SightNode], known: Known) -> Network:
    columns = {node.reference: column for tree in trees for node, column in _columns(tree, 0)}
    lacking = {node.reference: node.gap for node in rules.gaps(trees)}
    edges = {
        (node.reference, below.reference): None
        for tree in trees
        for node in rules.walk(tree)
        for below in node.below
    }
    return Network(
        title=TITLE,
        description=description(trees),
        nodes=tuple(
            Node(
                key=node.reference,
                label=name_of(node, known),
                layer=columns[node.reference],
                kind=_kind(node.rung, lacking.get(node.reference)),
                href=address_of(node, known),
            )
            for node in sorted(nodes, key=lambda one: tuple(Rung).index(one.rung))
        ),
        edges=tuple(Edge(start, end) for start, end in edges),
    )


def _columns(node: SightNode, column: int) -> Iterator[tuple[SightNode, int]]:
    """Yield all nodes, each one column right of what it hangs on, so that no line is hidden."""
    yield node, column
    for one in node.below:
        yield from _columns(one, column + 1)


def _kind(rung: Rung, gap: Gap | None) -> str:
    return f"{RUNG_WORDS[rung]}: {GAP_WORDS[gap]}" if gap else RUNG_WORDS[rung]


def _grouped(groups: Sequence[Group], of_what: str) -> Network:
    nodes: list[Node] = []
    edges: list[Edge] = []
    for at, group in enumerate(groups):
        counts, gaps = rules.within(group.trees), rules.gaps(group.trees)
        for layer, rung in enumerate(Rung):
            lacking = sum(gap.rung is rung for gap in gaps)
            label = group.name if rung is Rung.OBJECTIVE else capital(counted(counts[rung], rung))
            nothing = f"{lacking} with nothing under" if lacking else ABOUT.get(rung, "Objectives")
            nodes.append(Node(f"{at}/{rung}", label, layer, nothing, group.href))
            if layer:
                edges.append(Edge(f"{at}/{tuple(Rung)[layer - 1]}", f"{at}/{rung}"))
    every = [tree for group in groups for tree in group.trees]
    return Network(
        title=TITLE,
        description=f"Drawn is {of_what}. {description(every)}",
        nodes=tuple(nodes),
        edges=tuple(edges),
    )
