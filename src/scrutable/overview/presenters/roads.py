"""The road of each kind of record, from the file it came from to the reports it is in; pure."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from scrutable.evidence.facts import file_reference
from scrutable.kernel.wording import count_words
from scrutable.overview.facts import Arc, Evidence, Layer, Step
from scrutable.overview.presenters import steps as making

RECORD = "record"
MOST_STEPS = 40


@dataclass(slots=True)
class Road:
    """Steps and arcs as they are laid; a step is laid once."""

    steps: dict[str, Step] = field(default_factory=dict)
    arcs: list[Arc] = field(default_factory=list)

    def lay(self, *steps: Step) -> None:
        """Lay the steps that are not there yet."""
        for step in steps:
            self.steps.setdefault(step.key, step)

    def join(self, start: str, end: str, words: str) -> None:
        """Join two steps, if both are there."""
        if start in self.steps and end in self.steps and start != end:
            self.arcs.append(Arc(start, end, words))


def record_step(evidence: Evidence, title: str, said: str, layer: Layer = Layer.RECORD) -> Step:
    """Return the step of the record itself."""
    return Step(
        key=RECORD,
        layer=layer,
        title=title,
        said=said,
        reference=evidence.reference,
    )


def lay_result(road: Road, evidence: Evidence) -> None:
    """Lay a result: its files and returns, every version, what was agreed beside it."""
    _lay_files(road, evidence)
    origins = {received.file: received.reference for received in evidence.returns}
    last = len(evidence.results) - 1
    drawn = set()  # a file gave its first version; what became of that is another's doing
    for place, result in enumerate(evidence.results):
        step = making.version_step(evidence.kpi, result, is_current=place == last)
        road.lay(step)
        if result.file and result.file not in drawn:
            drawn.add(result.file)
            road.join(origins.get(result.file, file_reference(result.file)), step.key, "gave")
        if place:
            earlier = evidence.results[place - 1].version
            road.join(f"version {earlier}", step.key, "was replaced by")
        if place == last:
            road.join(step.key, RECORD, "stands now")
    for item in evidence.mitigations:
        road.lay(making.mitigation_step(item, is_current=item.withdrawn_on is None))
        road.join(item.reference, RECORD, "was agreed beside it")


def lay_kpi(road: Road, evidence: Evidence) -> None:
    """Lay a KPI: every definition it had, its mitigations, its results as one step."""
    last = len(evidence.definitions) - 1
    for place, version in enumerate(evidence.definitions):
        road.lay(making.definition_step(version, is_current=place == last))
        road.join(f"definition {version.version}", RECORD, "defines it")
    for item in evidence.mitigations:
        road.lay(making.mitigation_step(item, is_current=item.withdrawn_on is None))
        road.join(item.reference, RECORD, "was agreed beside it")
    if evidence.results:
        months = {result.month for result in evidence.results}
        road.lay(
            Step(
                key="results",
                layer=Layer.VERSION,
                title=count_words(len(months), "month") + " of results",
                said=f"{min(months).words} to {max(months).words}",
            )
        )
        road.join("results", RECORD, "measure it")


def lay_mitigation(road: Road, evidence: Evidence) -> None:
    """Lay a mitigation: granted, renewed, withdrawn."""
    last = len(evidence.mitigations) - 1
    for place, version in enumerate(evidence.mitigations):
        key = f"version {version.version}"
        road.lay(making.mitigation_step(version, key=key, is_current=place == last))
        if place:
            earlier = evidence.mitigations[place - 1].version
            road.join(f"version {earlier}", key, "was replaced by")
        if place == last:
            road.join(key, RECORD, "stands now")


def lay_results(road: Road, evidence: Evidence) -> None:
    """Lay a return, a file or a statement: the results and statements it rests on."""
    _lay_files(road, evidence)
    origins = [*road.steps]
    room = MOST_STEPS - len(road.steps) - len(evidence.uses) - 3  # charge, terms, the rest
    shown = evidence.results if len(evidence.results) <= room else evidence.results[: room - 1]
    for result in shown:
        road.lay(making.result_step(evidence.kpi, result))
        road.join(result.reference, RECORD, "counts in it")
    if left := len(evidence.results) - len(shown):
        title = f"{count_words(left, 'more result')}"
        road.lay(Step(key="more", layer=Layer.VERSION, title=title, said="Listed on the page"))
    for origin in origins:
        if origin != RECORD:
            road.join(origin, RECORD, "brought it")


def lay_credits(road: Road, evidence: Evidence) -> None:
    """Lay a month's credits: the results counted, the charge and the terms."""
    lay_results(road, evidence)
    worked = evidence.credit
    if worked is not None and worked.charge is not None:
        road.lay(making.charge_step(worked.charge))
    if worked is not None and worked.terms is not None:
        road.lay(making.terms_step(worked.terms))
    road.join("charge", RECORD, "is what it is a share of")
    road.join("terms", RECORD, "say how it is worked out")


def lay_edition(road: Road, evidence: Evidence) -> None:
    """Lay an edition: the records that it printed, the ones restated since first."""
    stale = {figure.reference for figure in evidence.superseded}
    printed: dict[str, Step] = {}
    for figure in evidence.figures:
        printed.setdefault(
            figure.reference,
            Step(
                key=figure.reference,
                layer=Layer.VERSION,
                title=figure.reference,
                said=f"Printed as {figure.text}",
                reference=figure.reference,
                version=figure.version,
                place=figure.place,
                is_current=figure.reference not in stale,
            ),
        )
    ordered = sorted(printed.values(), key=lambda step: (step.is_current, step.key))
    room = MOST_STEPS - len(road.steps)
    shown = ordered if len(ordered) <= room else ordered[: room - 1]
    road.lay(*shown)
    for step in shown:
        road.join(step.key, RECORD, "is printed in it")
    if left := len(ordered) - len(shown):
        title = count_words(left, "more record")
        road.lay(Step(key="more", layer=Layer.VERSION, title=title, said="Listed in Sources"))
        road.join("more", RECORD, "are printed in it")


def lay_events(road: Road, evidence: Evidence) -> None:
    """Lay what the log says of a record that has no road of its own."""
    for event in evidence.events[: MOST_STEPS // 2]:
        road.lay(making.event_step(event))
        road.join(event.reference, RECORD, "changed it")


def lay_uses(road: Road, evidence: Evidence) -> None:
    """Lay the reports that printed the record, from the version that each used."""
    for use in evidence.uses[: MOST_STEPS // 2]:
        road.lay(making.use_step(use))
        version = f"version {use.version}"
        road.join(version if version in road.steps else RECORD, use.edition, "was printed in")


def _lay_files(road: Road, evidence: Evidence) -> None:
    for sha256, stored in evidence.files.items():
        places = _places(evidence, sha256)
        count = count_words(len(places), "figure")
        one = next(iter(places)) if len(places) == 1 else ""
        road.lay(making.file_step(stored, f"{count} came from it", one))
    for received in evidence.returns:
        road.lay(making.return_step(received))
        road.join(file_reference(received.file), received.reference, "was sent as")


def _places(evidence: Evidence, sha256: str) -> set[str]:
    taken: Iterable[str] = [
        *(result.place for result in evidence.results if result.file == sha256),
        *(item.place for item in evidence.statements if item.file == sha256),
        *(one.place for one in evidence.counts if evidence.file is not None),
    ]
    return {place for place in taken if place}
