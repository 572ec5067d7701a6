"""A trace as a picture: the network of its steps; pure."""

from scrutable.contracts.presenters.addresses import trace_address
from scrutable.documents.charts.facts import Edge, Network, Node
from scrutable.overview.facts import Layer, Trace

COLUMNS = {layer: number for number, layer in enumerate(Layer)}


def picture(trace: Trace) -> Network:
    """Return the evidence chain from left to right: file, return, version, record, report."""
    used = sorted({COLUMNS[step.layer] for step in trace.steps})
    return Network(
        title="Where it comes from and where it was used",
        description=trace.summary,
        nodes=tuple(
            Node(
                key=step.key,
                label=step.title,
                layer=used.index(COLUMNS[step.layer]),
                kind=step.layer.value,
                href=trace_address(step.reference) if step.reference else "",
            )
            for step in trace.steps
        ),
        edges=tuple(Edge(arc.start, arc.end) for arc in trace.arcs),
    )
