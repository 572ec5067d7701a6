"""A trace as a list, beside its picture; pure."""

from scrutable.contracts.presenters.addresses import record_address, trace_address
from scrutable.contracts.presenters.cells import moment_cell
from scrutable.evidence.presenters import cell_address
from scrutable.govuk.facts import Cell, Column, Table
from scrutable.overview.facts import Layer, Step, Trace

LAYER_WORDS = {
    Layer.FILE: "File",
    Layer.RETURN: "Return",
    Layer.MEETING: "Meeting",
    Layer.MINUTES: "Minutes",
    Layer.LIMB: "What was said",
    Layer.VERSION: "Version",
    Layer.RECORD: "Record",
    Layer.USE: "Report",
    Layer.DECISION: "Decision",
    Layer.OUTCOME: "What came of it",
    Layer.ANSWER: "Its answer",
}
ORDER = {layer: f"{place:02}" for place, layer in enumerate(Layer)}


def step_table(trace: Trace) -> Table:
    """Return every step, from the file to the reports."""
    return Table(
        name="steps",
        caption="From file to report, step by step",
        columns=(
            Column("title", "Step"),
            Column("layer", "What it is"),
            Column("said", "What it says"),
            Column("place", "Place in the file"),
            Column("at", "When"),
            Column("by", "By"),
            Column("reference", "Reference"),
        ),
        rows=tuple(
            (
                Cell(step.title, href=record_address(step.reference) if step.reference else ""),
                Cell(LAYER_WORDS[step.layer], order=ORDER[step.layer]),
                Cell(step.said or "Nothing more", note="" if step.is_current else "Replaced since"),
                _place(trace, step),
                moment_cell(step.at),
                Cell(step.by or "Not recorded"),
                Cell(
                    step.reference or "None of its own",
                    href=trace_address(step.reference) if step.reference else "",
                ),
            )
            for step in trace.steps
        ),
        empty="Nothing hangs together with this record.",
    )


def _place(trace: Trace, step: Step) -> Cell:
    """Return where the step stands in its file, with the way there where the file is known."""
    of = step.reference if step.layer is Layer.FILE else trace.reference
    is_there = step.place and of.startswith("file/")
    href = cell_address(of.partition("/")[2], step.place) if is_there else ""
    return Cell(step.place or "Not from a cell", href=href)
