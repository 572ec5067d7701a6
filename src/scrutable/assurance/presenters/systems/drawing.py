"""What stops if a system stops, as a picture of at most forty boxes; pure."""

from scrutable.assurance.facts import Landscape, SystemSeen
from scrutable.assurance.presenters.systems.one import stops_finding
from scrutable.assurance.presenters.systems.words import (
    service_address,
    short_words,
    system_address,
)
from scrutable.documents.charts.facts import MOST_NODES, Edge, Network, Node
from scrutable.kernel.wording import count_words, ended

TITLE = "What stops if this stops"


def picture(one: SystemSeen, found: Landscape) -> Network | None:
    """Return the system at the left, then what stands on it, then the services; None of nothing.

    Of more than forty boxes the least pressing services stand together in one.
    """
    if not one.stops:
        return None
    systems = dict.fromkeys(code for each in one.stops for code in each.chain)
    layers = {code: each.chain.index(code) for each in one.stops for code in each.chain}
    last = max(layers.values()) + 1
    room = MOST_NODES - len(systems)
    shown = one.stops if len(one.stops) <= room else one.stops[: max(room - 1, 0)]
    rest = one.stops[len(shown) :]
    nodes = [
        Node(
            key=code,
            label=found.title(code),
            layer=layers[code],
            kind="Stops first" if code == one.system.code else "System",
            href=system_address(code),
        )
        for code in systems
    ]
    edges = dict.fromkeys(
        pair for each in one.stops for pair in zip(each.chain, each.chain[1:], strict=False)
    )
    for each in shown:
        nodes.append(
            Node(
                key=f"service {each.service}",
                label=found.service(each.service).title,
                layer=last,
                kind=short_words(each),
                href=service_address(each.service),
            )
        )
        edges[each.chain[-1], f"service {each.service}"] = None
    if rest:
        nodes.append(Node("rest", f"{count_words(len(rest), 'more service')}", last, "In the list"))
        edges |= dict.fromkeys((each.chain[-1], "rest") for each in rest)
    return Network(
        title=f"{TITLE}: {one.system.title}",
        description=ended(stops_finding(one)),
        nodes=tuple(nodes),
        edges=tuple(Edge(start, end) for start, end in edges),
    )
