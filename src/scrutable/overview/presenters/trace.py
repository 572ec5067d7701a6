"""A trace in words: what the record is, where it stands, and the road it came by; pure."""

from collections.abc import Callable, Mapping

from scrutable.kernel.money import money_exact
from scrutable.kernel.wording import capital, count_words, moment_words
from scrutable.overview.facts import Evidence, Trace
from scrutable.overview.presenters import (
    counting,
    deliberating,
    estate,
    meeting_steps,
    recorded,
    roads,
)
from scrutable.overview.presenters.events import verb_words
from scrutable.overview.presenters.steps import value_of

UNPRINTED = frozenset(
    {"edition", "file", "event", "return", "person", "policy", "body", "programme", "wanted"}
    | {"update", "cell-map", "extract", "mapping", "product"}
    | {"meeting", "item", "minutes", "limb", "decision", "delegation", "recommendation"}
)


COUNTS = {
    "portfolio": "All projects together",
    "capacity": "Posts, procurements and people together",
    "processes": "Process reviews and features together",
    "lessons": "All lessons together",
}
OF_ESTATE = frozenset(
    {"extract", "mapping", "estate", "finding", "agreement", "agreements", "licence", "licences"}
    | {"entitlement", "licence-statement", "product", "initiative", "initiatives"}
)
OF_PORTFOLIO = frozenset(
    {"project", "strategy", "objective", "transition", "outcome", "lesson", "post", "procurement"}
    | {"process-review", "feature", "cell-map", "update", *COUNTS}
)


def present_trace(evidence: Evidence) -> Trace:
    """Return the trace, its steps from the file at the left to the reports at the right."""
    title, stands = title_words(evidence), standing_words(evidence)
    road = roads.Road()
    layer = deliberating.record_layer(evidence)
    road.lay(roads.record_step(evidence, title, stands, layer))
    deliberating.lay_deliberated(road, evidence)
    LAYING.get(kind_of(evidence), roads.lay_events)(road, evidence)
    counting.lay_counted(road, evidence)
    roads.lay_uses(road, evidence)
    recorded.lay_relied(road, evidence)
    return Trace(
        reference=evidence.reference,
        title=title,
        summary=f"{stands}. {use_words(evidence)}".strip(),
        steps=tuple(road.steps.values()),
        arcs=tuple(road.arcs),
    )


def kind_of(evidence: Evidence) -> str:
    """Return the record's kind; a KPI's month is a result."""
    kind = evidence.reference.split("/")[0]
    return "result" if kind == "kpi" and evidence.reference.count("/") == 3 else kind


def title_words(evidence: Evidence) -> str:
    """Return what the record is, as a heading says it."""
    kind, rest = evidence.reference.split("/", 1)
    if evidence.kpi is not None:
        return _kpi_title(evidence, evidence.kpi.title)
    named = _deliberated_titles(evidence) | {
        "credits": evidence.credit and f"Service credit for {evidence.credit.month.words}",
        "edition": evidence.edition and evidence.edition.title,
        "file": evidence.file and evidence.file.name,
        "contract": evidence.contract and evidence.contract.title,
    }
    of_estate = estate.estate_title(evidence) if kind in OF_ESTATE else ""
    called = named.get(kind) or of_estate or recorded.recorded_title(evidence)
    return called or COUNTS.get(kind) or f"{capital(kind.replace('-', ' '))} {rest}"


def _deliberated_titles(evidence: Evidence) -> dict[str, str]:
    """Return what to call a record of meetings, by its kind."""
    found = evidence.deliberated
    if found is None:
        return {}
    return {
        "commitment": meeting_steps.short(found.commitments[0].said) if found.commitments else "",
        "decision": meeting_steps.short(found.plan.matter) if found.plan else "",
        "item": found.items[0].title if found.items else "",
        "limb": meeting_steps.limb_step(found.limbs[0]).title if found.limbs else "",
        "minutes": found.minutes[0].name if found.minutes else "",
        "question": meeting_steps.short(found.questions[0].text) if found.questions else "",
    }


def _kpi_title(evidence: Evidence, title: str) -> str:
    kind = kind_of(evidence)
    if kind == "mitigation":
        return f"Mitigation of {title}"
    if kind == "result" and evidence.results:
        return f"{title}, {evidence.results[0].month.words}"
    return title


def standing_words(evidence: Evidence) -> str:
    """Return how the record stands now, without a full stop."""
    kind = kind_of(evidence)
    if kind in deliberating.RECORD_LAYERS and evidence.deliberated is not None:
        return deliberating.deliberated_words(evidence)
    return STANDING.get(kind, _logged)(evidence)


def use_words(evidence: Evidence) -> str:
    """Return how many frozen reports printed the record; nothing for what no report prints."""
    if kind_of(evidence) in UNPRINTED:
        return ""
    if not evidence.uses:
        return "No frozen report has printed it."
    count = len(evidence.uses)
    printed = f"{count_words(count, 'frozen report')} printed it"
    stale = sum(use.is_superseded for use in evidence.uses)
    if not stale:
        return f"{printed}."
    if stale == count:
        return f"{printed}, with an earlier figure."
    return f"{printed}, {stale} of them with an earlier figure."


def _result(evidence: Evidence) -> str:
    if not evidence.results:
        return "No result has come yet"
    stands = value_of(evidence.kpi, evidence.results[-1])
    versions = len(evidence.results)
    return stands if versions == 1 else f"{stands}, the last of {versions} versions"


def _credits(evidence: Evidence) -> str:
    total = evidence.credit
    if total is None or total.credit_pounds is None:
        return "The credit is not known"
    points = count_words(total.points, "service point")
    capped = ", at the cap" if total.is_capped else ""
    return f"{money_exact(total.credit_pounds)} for {points}{capped}"


def _edition(evidence: Evidence) -> str:
    records = len({figure.reference for figure in evidence.figures})
    printed = count_words(len(evidence.figures), "figure")
    said = f"{printed} from {count_words(records, 'record')}"
    stale = len({figure.reference for figure in evidence.superseded})
    return f"{said}, {stale} restated since" if stale else said


def _mitigation(evidence: Evidence) -> str:
    latest = evidence.mitigations[-1]
    return f"{latest.span.words}, granted by {latest.granted_by}"


def _statement(evidence: Evidence) -> str:
    said = evidence.statements[0]
    return f"Published: {said.note or said.source}"


def _received(evidence: Evidence) -> str:
    said = count_words(len(evidence.results), "result")
    if evidence.counts:
        said = count_words(len(evidence.counts), "cell of an update", "cells of updates")
    if evidence.statements:
        said = count_words(len(evidence.statements), "published statement")
    return f"{said} came from it"


def _kpi(evidence: Evidence) -> str:
    months = len({result.month for result in evidence.results})
    return f"{count_words(months, 'month')} of results"


def _logged(evidence: Evidence) -> str:
    if evidence.counts:
        return counting.counted_words(evidence)
    if not evidence.events:
        return "Nothing is logged about it"
    latest = evidence.events[0]
    return f"{verb_words(latest.verb)} by {latest.by}, {moment_words(latest.at)}"


STANDING: Mapping[str, Callable[[Evidence], str]] = {
    "result": _result,
    "kpi": _kpi,
    "credits": _credits,
    "edition": _edition,
    "mitigation": _mitigation,
    "statement": _statement,
    "file": _received,
    "return": _received,
    **dict.fromkeys(OF_PORTFOLIO, recorded.recorded_words),
    **dict.fromkeys(OF_ESTATE, estate.estate_words),
}
LAYING: Mapping[str, Callable[[roads.Road, Evidence], None]] = {
    "result": roads.lay_result,
    "kpi": roads.lay_kpi,
    "mitigation": roads.lay_mitigation,
    "return": roads.lay_results,
    "file": roads.lay_results,
    "statement": roads.lay_results,
    "credits": roads.lay_credits,
    "edition": roads.lay_edition,
    **dict.fromkeys(OF_PORTFOLIO, recorded.lay_recorded),
    **dict.fromkeys(OF_ESTATE, estate.lay_estate),
    **dict.fromkeys(deliberating.RECORD_LAYERS, lambda _road, _evidence: None),
}
