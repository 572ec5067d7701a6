from dataclasses import replace
from decimal import Decimal

import pytest

from factories import report_papers as made
from scrutable.contracts import compose
from scrutable.contracts import facts as contract_facts
from scrutable.documents.blocks import Cell, Chart, Figure, Heading, Paragraph, Table
from scrutable.kernel.periods import Month
from scrutable.reports.facts import Fault
from scrutable.reports.rules.checking import check, section_numbers
from scrutable.reports.rules.printed import not_adding_up, without_period

ANSWER = "CSC_KPI_04 for August 2026: the Board does not share the supplier’s view."
INCIDENT_REASON = {
    ("IMT_KPI_05", made.SEPTEMBER): contract_facts.TrendReason(
        contract="CSS", code="IMT_KPI_05", month=made.SEPTEMBER, reason="a switch was replaced"
    )
}


def sound(**said):
    """Return papers in which the check finds nothing."""
    plain = made.papers()
    reasons = {**plain.trend_reasons, **INCIDENT_REASON}
    return replace(plain, trend_reasons=reasons, narrative={"services": ANSWER, **said})


def faults(papers):
    return [str(fault) for fault in check(papers, compose.contract_performance(papers))]


def only(text, section="summary"):
    """Return the faults of one section's commentary in otherwise sound papers."""
    return faults(sound(**{section: text}))


def test_sound_papers_have_no_fault():
    assert faults(sound()) == []


@pytest.mark.parametrize(
    ("text", "place", "words", "why"),
    [
        (
            "Calls abandoned remained strong in August.",
            "KPI CSC_KPI_04, August 2026",
            "remained strong",
            "the result is 9.3%, below minimum",
        ),
        (
            "CSC KPI 4 met its target in September 2026.",
            "KPI CSC_KPI_04, September 2026",
            "met its target",
            "the result is 7.2%, below target",
        ),
        (
            "Calls abandoned improved in August.",
            "KPI CSC_KPI_04, August 2026",
            "improved",
            "it went from 5.0%, met in July 2026 to 9.3%, below minimum in August 2026",
        ),
        (
            "Calls abandoned worsened in September.",
            "KPI CSC_KPI_04, September 2026",
            "worsened",
            (
                "it went from 9.3%, below minimum in August 2026 to 7.2%, below target in "
                "September 2026"
            ),
        ),
        (
            "All KPIs achieved their targets in September.",
            "September 2026",
            "All KPIs achieved their targets in September",
            "CSC_KPI_04 missed its target",
        ),
        (
            "There were no failures in July.",
            "July 2026",
            "no failures",
            (
                "IMT_KPI_14 and IMT_KPI_15 missed their targets, 1 of them under mitigation, "
                "which does not change a result"
            ),
        ),
        (
            "CSC_KPI_05 missed its target in September.",
            "KPI CSC_KPI_05, September 2026",
            "missed its target",
            "the result is 84.0%, met",
        ),
        (
            "Performance remained strong in August.",
            "August 2026",
            "remained strong",
            "CSC_KPI_04 fell below the minimum",
        ),
        (
            "The Customer Service Centre performed well in August.",
            "August 2026",
            "performed well",
            "CSC_KPI_04 fell below the minimum",
        ),
        (
            "IMT_KPI_15 was 0% in September 2026.",
            "KPI IMT_KPI_15, September 2026",
            "was 0%",
            "the result is not measured",
        ),
        (
            "Requests closed in 3 days met its target in July.",
            "KPI IMT_KPI_15, July 2026",
            "met its target",
            "the result is 67.0%, below target, mitigation agreed",
        ),
        (
            "Performance improved in August.",
            "August 2026",
            "improved",
            "3 KPIs met their target in July 2026 and 1 in August 2026",
        ),
    ],
)
def test_commentary_that_contradicts_the_records_is_a_fault_with_its_place(text, place, words, why):
    found = only(text)
    said = f"section 1, {place}: the commentary says “{words}”, but {why}"

    assert len(found) == 1
    assert found[0].startswith(said)
    assert found[0].endswith("or correct the result if it is the result that is wrong")


@pytest.mark.parametrize(
    "text",
    [
        "Calls abandoned met its target in July 2026.",
        "Calls abandoned improved in September.",
        "Calls abandoned improved from August to September.",
        "Calls abandoned fell below the minimum in August but recovered in September.",
        "CSC_KPI_05 met its target in every month of July to September.",
        "The IMT service performed well in September.",
        "The supplier’s commentary for August says “remained strong”; the Board does not agree.",
        "All KPIs should be met by December.",
        "Performance improved in September.",
        "The Customer Service Centre was busy in August.",
    ],
)
def test_commentary_that_agrees_with_the_records_is_none(text):
    assert only(text) == []


def test_a_claim_without_a_month_is_about_every_month_reported():
    found = only("Calls abandoned met its target.")

    assert [fault.split(":")[0] for fault in found] == [
        "section 1, KPI CSC_KPI_04, August 2026",
        "section 1, KPI CSC_KPI_04, September 2026",
    ]


def test_the_place_names_the_section_where_it_is_written():
    assert only("Calls abandoned was strong in August.", "counts")[0].startswith("section 5, KPI")


def test_the_suppliers_commentary_next_to_a_status_that_says_otherwise_is_a_fault():
    papers = replace(sound(), narrative={})

    (fault,) = faults(papers)

    assert fault == (
        "section 4, KPI CSC_KPI_04, August 2026: the supplier’s commentary says “remained "
        "strong”, but the result is 9.3%, below minimum; answer it: name CSC_KPI_04 and August "
        "2026 in the commentary of a section, or have the supplier send a corrected return"
    )


@pytest.mark.parametrize(
    ("answer", "is_enough"),
    [
        (ANSWER, True),
        ("For August, the Board does not share the view on calls abandoned.", True),
        ("CSC_KPI_04: the Board does not share the supplier’s view.", False),
        ("For August 2026 the Board does not share the supplier’s view.", False),
        ("CSC_KPI_04 in July 2026: the Board does not share the view.", False),
    ],
)
def test_an_answer_names_kpi_and_month(answer, is_enough):
    found = faults(replace(sound(), narrative={"attention": answer}))

    assert (found == []) is is_enough


def test_an_arrow_without_a_reason_is_a_fault():
    papers = replace(sound(), trend_reasons=made.papers().trend_reasons)

    (fault,) = faults(papers)

    assert fault == (
        "section 4, KPI IMT_KPI_05, September 2026: “Better” is printed without a reason; give "
        "the reason on the KPI’s page"
    )


def test_a_reason_that_contradicts_the_status_is_a_fault():
    plain = sound()
    given = replace(
        plain.trend_reasons["CSC_KPI_04", made.SEPTEMBER], reason="it is on target again"
    )
    reasons = {**plain.trend_reasons, ("CSC_KPI_04", made.SEPTEMBER): given}

    (fault,) = faults(replace(plain, trend_reasons=reasons))

    assert fault == (
        "section 4, KPI CSC_KPI_04, September 2026: the reason given says “on target”, but the "
        "result is 7.2%, below target; give another reason on the KPI’s page"
    )


@pytest.mark.parametrize(
    ("text", "has_fault"),
    [
        ("It came to 92%.", True),
        ("It came to £1,200.", True),
        ("38 of 46 did.", True),
        ("It came to 92% in August 2026.", False),
        ("In quarter 2 it came to 92%.", False),
        ("In August it rose. It came to 92%.", False),
        ("It is due in 15 days.", False),
        ("They wrote “it came to 92%”.", False),
    ],
)
def test_a_figure_in_the_commentary_needs_its_period(text, has_fault):
    found = only(text)

    assert bool(found) is has_fault
    if has_fault:
        assert found[0].startswith("section 1, commentary: the figure in “")


def test_a_printed_figure_without_a_period_is_a_fault():
    document = compose.contract_performance(sound())
    bare = Paragraph(("It was ", Figure("92%")), numbered=True)
    blocks = (*document.blocks[:4], bare, *document.blocks[4:])

    (fault,) = without_period(replace(document, blocks=blocks))

    assert str(fault) == (
        "section 1, paragraph 1.2: the figure 92% has no period; say which month or months it is of"
    )


def counted(text):
    return Cell(text, number=Decimal(text), period="September 2026")


def with_count_changed(document, caption, row, column, text):
    """Return the document with one cell of one table changed."""
    blocks = []
    for block in document.blocks:
        table = block.table if isinstance(block, Chart) else block
        if isinstance(table, Table) and table.caption.startswith(caption):
            rows = [list(cells) for cells in table.rows]
            rows[row][column] = counted(text)
            table = replace(table, rows=tuple(tuple(cells) for cells in rows))
            blocks.append(replace(block, table=table) if isinstance(block, Chart) else table)
        else:
            blocks.append(block)
    return replace(document, blocks=tuple(blocks))


def test_a_row_that_does_not_add_up_is_a_fault():
    document = compose.contract_performance(sound())

    (fault,) = not_adding_up(with_count_changed(document, "By month, July", 1, 1, "7"))

    assert str(fault).startswith(
        "section 5, table 4, row August 2026: the total is 5, but its parts add up to 11"
    )


def test_a_last_row_that_is_not_the_sum_is_a_fault():
    document = compose.contract_performance(sound())
    changed = with_count_changed(document, "Service credits", -1, 1, "6")

    (fault,) = not_adding_up(changed)

    assert "column Points counted: the total is 6, but its parts add up to 5" in str(fault)


def test_totals_of_the_report_as_composed_add_up():
    assert list(not_adding_up(compose.contract_performance(sound()))) == []


@pytest.mark.parametrize("text", ["0", "0%", "–", "n/a", "0.0"])
def test_a_month_without_a_value_shown_as_nought_is_a_fault(text):
    papers = sound()
    document = compose.contract_performance(papers)
    blocks = []
    for block in document.blocks:
        if isinstance(block, Table) and block.caption.startswith("IMT:"):
            rows = [list(cells) for cells in block.rows]
            rows[2][5] = replace(rows[2][5], text=text, tags=())
            blocks.append(replace(block, rows=tuple(tuple(cells) for cells in rows)))
        else:
            blocks.append(block)

    (fault,) = check(papers, replace(document, blocks=tuple(blocks)))

    assert str(fault) == (
        "section 4, table 3, row 3, column 6, KPI IMT_KPI_15, September 2026: a month without a "
        "value is shown as nought; state the reason why there is no value"
    )


def test_nought_of_no_cases_is_a_blank_shown_as_nought():
    held = made.histories()
    nothing = made.result(
        "CSC_KPI_05", Month(2026, 8), "0", 41, numerator=Decimal(0), denominator=Decimal(0)
    )
    held["CSC_KPI_05"][Month(2026, 8)] = [nothing]
    plain = made.papers(held)
    reasons = {**plain.trend_reasons, **INCIDENT_REASON}
    given = contract_facts.TrendReason(
        contract="CSS", code="CSC_KPI_05", month=made.SEPTEMBER, reason="calls came again"
    )
    papers = replace(
        plain,
        trend_reasons={**reasons, ("CSC_KPI_05", made.SEPTEMBER): given},
        narrative={"services": ANSWER},
    )

    assert faults(papers) == [
        (
            "KPI CSC_KPI_05, August 2026: a blank is shown as nought: nothing was measured in the "
            "month; correct the result to “no activity”"
        )
    ]


def test_sections_are_numbered_as_they_are_printed():
    numbers = section_numbers(compose.contract_performance(sound()))

    assert (numbers["summary"], numbers["services"], numbers["sources"]) == ("1", "4", "11")


def test_faults_stand_in_the_order_of_the_sections():
    papers = sound(counts="Calls abandoned was strong in August.", summary="It came to 92%.")

    document = compose.contract_performance(papers)

    assert [fault.section for fault in check(papers, document)] == ["summary", "counts"]
    assert any(isinstance(block, Heading) for block in document.blocks)


def test_a_fault_that_is_a_sentence_is_followed_by_its_remedy_without_a_semicolon():
    phrase = Fault(place="section 1", fault="the summary is empty", remedy="write it")
    sentence = Fault(place="Background", fault="This part is not filled in.", remedy="Write it.")

    assert str(phrase) == "section 1: the summary is empty; write it"
    assert str(sentence) == "Background: This part is not filled in. Write it."
