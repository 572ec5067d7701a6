import io
from datetime import date
from decimal import Decimal

import openpyxl
import pytest

from factories.contract_facts import AT, incoming, kpi, mitigation, row, stored_contract
from scrutable.audit import reads as audit
from scrutable.contracts import facts, writes
from scrutable.kernel.periods import Month
from scrutable.overview import reads
from scrutable.overview.presenters.pictures import picture
from scrutable.overview.presenters.trace import present_trace
from scrutable.registers import reads as registers

pytestmark = pytest.mark.django_db
RESULT = "kpi/CSS/CSC_KPI_04/2026-07"


def workbook(value):
    book = openpyxl.Workbook()
    book.active.title = "Return"
    book.active["A4"], book.active["F4"] = "CSC_KPI_04", value
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def load_and_correct():
    stored_contract()
    file = incoming("2026-07", row("53"), content=workbook(53), name="july.xlsx")
    writes.load_return(incoming=file, by="n.ward", at=AT)
    correction = facts.Correction(
        contract="CSS",
        code="CSC_KPI_04",
        month=Month(2026, 7),
        value=Decimal("3.5"),
        why="the addendum was misprinted",
    )
    writes.correct_result(correction=correction, by="j.smith", at=AT)
    return file.file


def trace(reference, known=None):
    number = audit.number_at() if known is None else known
    return present_trace(reads.evidence_of(reference, as_at=date(2026, 10, 12), known=number))


def test_a_result_is_traced_to_its_file_cell_return_and_every_version():
    load_and_correct()

    found = trace(RESULT)

    assert found.title == "Calls abandoned, July 2026"
    assert found.summary == ("3.5%, the last of 2 versions. No frozen report has printed it.")
    assert [(step.layer.value, step.title, step.is_current) for step in found.steps] == [
        ("record", "Calls abandoned, July 2026", True),
        ("file", "july.xlsx", True),
        ("return", "Supplier’s return for July 2026", True),
        ("version", "53.0%", False),
        ("version", "3.5%", True),
    ]
    file = found.steps[1]
    assert (file.said, file.place) == ("Cell Return!F4", "Return!F4")
    assert found.steps[4].said == (
        "Restated, from a correction by an officer: the addendum was misprinted"
    )


def test_the_arcs_lead_from_the_file_to_the_record():
    load_and_correct()

    found = trace(RESULT)

    titles = {step.key: step.title for step in found.steps}
    assert [(titles[arc.start], arc.words, titles[arc.end]) for arc in found.arcs] == [
        ("july.xlsx", "was sent as", "Supplier’s return for July 2026"),
        ("Supplier’s return for July 2026", "gave", "53.0%"),
        ("53.0%", "was replaced by", "3.5%"),
        ("3.5%", "stands now", "Calls abandoned, July 2026"),
    ]
    assert len(picture(found).nodes) == 5


def test_a_trace_as_known_earlier_leaves_the_correction_out():
    load_and_correct()

    found = trace(RESULT, known=audit.number_at() - 1)

    assert [step.title for step in found.steps if step.layer.value == "version"] == ["53.0%"]


def test_a_mitigation_that_covers_the_month_stands_beside_the_result():
    load_and_correct()
    granted = writes.grant_mitigation(mitigation=mitigation(), by="j.smith", at=AT)

    found = trace(RESULT)

    assert granted.reference in [step.reference for step in found.steps]


def test_the_excerpt_shows_the_cell_among_its_neighbours():
    file = load_and_correct()

    excerpt = reads.excerpt(file, "Return!F4")

    assert (excerpt.file_name, excerpt.sheet, excerpt.row, excerpt.column) == (
        "july.xlsx", "Return", "4", "F",
    )  # fmt: skip
    cells = dict(excerpt.rows)["4"]
    assert (cells[0], cells[5]) == ("CSC_KPI_04", "53")
    assert excerpt.columns[0] == "A"


@pytest.mark.parametrize("place", ["Return!F400", "Nowhere!F4", "page 3", "", "line 2"])
def test_there_is_no_excerpt_of_a_place_that_is_not_there(place):
    file = load_and_correct()

    assert reads.excerpt(file, place) is None


@pytest.mark.parametrize(
    ("reference", "title", "steps"),
    [
        ("kpi/CSS/CSC_KPI_04", "Calls abandoned", 3),
        ("return/CSS/2026-07/1", "Return CSS/2026-07/1", 4),
        ("contract/CSS", "Corporate Support Services", 2),
        ("event/1", "Event 1", 2),
        ("credits/CSS/2026-07", "Service credit for July 2026", 1),
    ],
)
def test_every_kind_of_record_has_a_trace(reference, title, steps):
    load_and_correct()

    found = trace(reference)

    assert (found.title, len(found.steps)) == (title, steps)


def test_a_file_is_traced_by_the_beginning_of_its_sha256():
    file = load_and_correct()

    found = trace(f"file/{file[:12]}")

    assert found.title == "july.xlsx"
    assert found.summary == "1 result came from it."


@pytest.mark.parametrize(
    "reference",
    [
        "kpi/CSS/XXX_KPI_01/2026-07", "kpi/CSS", "kpi/CSS/CSC_KPI_04/July", "moon/1", "", "kpi",
        "mitigation/CSS/one", "mitigation/CSS/9", "return/CSS/2026-07/9", "event/999", "event/x",
        "file/000000000000", "statement/CSS/1", "edition/CSS-2026-9", "contract/NONE", "../etc",
        "credits/CSS", "kpi/CSS/CSC_KPI_04/2026-07/extra",
    ],
)  # fmt: skip
def test_an_unknown_reference_is_said_so(reference):
    load_and_correct()

    with pytest.raises(reads.UnknownReference, match="A reference reads like"):
        trace(reference)


def hits(words):
    known = audit.number_at()
    found = reads.search(words, among=registers.contracts(known), known=known)
    return [hit.reference for hit in found]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("CSC KPI04", ["kpi/CSS/CSC_KPI_04"]),
        ("csc_kpi_4", ["kpi/CSS/CSC_KPI_04"]),
        ("abandoned calls", ["kpi/CSS/CSC_KPI_04", "mitigation/CSS/1"]),
        ("norland", ["contract/CSS", "supplier/norland-services"]),
        ("moon", []),
        ("a", []),
        (" ", []),
    ],
)
def test_search_finds_records_by_words_and_codes_in_any_spelling(words, found):
    stored_contract(kpi(), kpi(code="CSC_KPI_05", title="Calls answered"))
    writes.grant_mitigation(mitigation=mitigation(), by="j.smith", at=AT)

    assert hits(words) == found
