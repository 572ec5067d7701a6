"""What the portfolio's references name, and where each is shown; pure."""

from collections.abc import Mapping

from scrutable.govuk.facts import Cell
from scrutable.meetings.presenters.addresses import PAGES as OF_MEETINGS
from scrutable.meetings.presenters.addresses import reference_address, trace_address
from scrutable.meetings.presenters.references import reference_words

PAGES = {
    "project": ("/projects/{}/", 2),
    "contract": ("/contracts/{}/", 2),
    "supplier": ("/suppliers/{}/", 2),
    "strategy": ("/strategies/{}/", 2),
    "transition": ("/outcomes/{}/", 2),
    "outcome": ("/outcomes/{}/", 3),
    "lesson": ("/lessons/{}/", 2),
}
KINDS = {
    "contract": "Contract",
    "strategy": "Strategy",
    "objective": "Objective",
    "project": "Project",
    "kpi": "KPI",
}


def record_address(reference: str) -> str:
    """Return where a record is shown: its page, or the way that it came about.

    >>> record_address("project/277"), record_address("project/201/benefit/1")
    ('/projects/277/', '/trace/project/201/benefit/1')
    >>> record_address("outcome/INFRA/6"), record_address("decision/I017909")
    ('/outcomes/INFRA/6/', '/decisions/I017909/')
    """
    kind, _, rest = reference.partition("/")
    address, parts = PAGES.get(kind, ("", 0))
    if address and reference.count("/") + 1 == parts:
        return address.format(rest)
    return reference_address(reference) if kind in OF_MEETINGS else trace_address(reference)


def record_words(reference: str, titles: Mapping[str, str]) -> str:
    """Return what a reference names; `titles` are those of projects, by their number.

    >>> record_words("project/277", {"277": "Document store"}), record_words("contract/CSS", {})
    ('277 Document store', 'Contract CSS')
    """
    kind, _, rest = reference.partition("/")
    if kind == "project" and rest in titles:
        return f"{rest} {titles[rest]}"
    return f"{KINDS[kind]} {rest}" if kind in KINDS else reference_words(reference)


def source_cell(source: str, *, is_reference: bool, titles: Mapping[str, str]) -> Cell:
    """Return a source as a link to the record it names, or as the words that it is."""
    if not is_reference:
        return Cell(source)
    return Cell(record_words(source, titles), href=record_address(source))
