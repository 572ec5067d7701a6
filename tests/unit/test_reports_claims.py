import pytest
from hypothesis import given
from hypothesis import strategies as st

from scrutable.kernel.periods import Month, Span
from scrutable.reports.rules.claims import Vocabulary, claims, named_codes, named_months, unquoted
from scrutable.reports.rules.phrases import Claim

VOCABULARY = Vocabulary(
    codes=frozenset({"CSC_KPI_04", "IMT_KPI_05"}),
    titles={"calls abandoned": "CSC_KPI_04", "priority 1 incidents": "IMT_KPI_05"},
    services={"imt": "IMT", "customer service centre": "Customer Service Centre"},
    span=Span(Month(2026, 7), Month(2026, 9)),
)


def found(text):
    return [said.claim for said in claims(text, VOCABULARY)]


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("Performance remained strong in August.", Claim.GOOD),
        ("Performance remains very good.", Claim.GOOD),
        ("CSC_KPI_04 was strong.", Claim.GOOD),
        ("CSC_KPI_04 achieved 92% in July.", Claim.GOOD),
        ("CSC_KPI_04 exceeded expectations.", Claim.GOOD),
        ("Calls abandoned met its target.", Claim.GOOD),
        ("The service performed well.", Claim.GOOD),
        ("There were no concerns in the quarter.", Claim.GOOD),
        ("The target was met.", Claim.GOOD),
        ("A strong quarter for the supplier.", Claim.GOOD),
        ("Calls abandoned is on track.", Claim.GOOD),
        ("CSC KPI04 improved in August.", Claim.IMPROVED),
        ("Calls abandoned recovered.", Claim.IMPROVED),
        ("Incidents got better.", Claim.IMPROVED),
        ("CSC_KPI_04 worsened.", Claim.WORSENED),
        ("The IMT service deteriorated.", Claim.WORSENED),
        ("All KPIs achieved their targets.", Claim.ALL_MET),
        ("All of the measured KPIs had been achieved (green).", Claim.ALL_MET),
        ("Every KPI was met.", Claim.ALL_MET),
        ("All 46 KPIs were met.", Claim.ALL_MET),
        ("There were no KPI failures.", Claim.NO_FAILURES),
        ("No KPIs failed.", Claim.NO_FAILURES),
        ("None of the KPIs fell below the minimum.", Claim.NO_FAILURES),
        ("CSC_KPI_04 missed its target.", Claim.BAD),
        ("CSC_KPI_04 failed to exceed the target.", Claim.BAD),
        ("Calls abandoned fell below the minimum.", Claim.BAD),
        ("IMT_KPI_05 was 0 in August.", Claim.NOUGHT),
        ("IMT_KPI_05: there were zero incidents.", Claim.NOUGHT),
    ],
)
def test_what_a_phrase_claims(text, claim):
    assert found(text) == [claim]


@pytest.mark.parametrize(
    "text",
    [
        "Performance did not remain strong in August.",
        "CSC_KPI_04 was not good.",
        "CSC_KPI_04 hasn’t improved.",
        "CSC_KPI_04 should have improved by December.",
        "The supplier expects that it will be on target by December.",
        "Calls abandoned is expected to be on track in October.",
        "CSC_KPI_04 nearly met its target.",
        "The supplier says that performance remained strong.",
        "The supplier’s commentary reads “remained strong”.",
        'They call it "an excellent month".',
        "Not all KPIs were met.",
        "All KPIs will be met by March.",
        "All KPIs are listed in section 4.",
        "Every KPI is shown with its target.",
        "The supplier achieved a new office.",
        "An improvement plan is due on 30 November 2026.",
        "There were 0 complaints.",
        "",
        "   \n  ",
    ],
)
def test_what_claims_nothing(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("CSC_KPI_04 and IMT KPI 5", ("CSC_KPI_04", "IMT_KPI_05")),
        ("csc_kpi04", ("CSC_KPI_04",)),
        ("Calls abandoned rose", ("CSC_KPI_04",)),
        ("ABC_KPI_04", ()),
        ("recalls abandoned", ()),
    ],
)
def test_a_kpi_is_named_by_any_spelling_of_its_code_or_by_its_title(text, codes):
    assert named_codes(text, VOCABULARY) == codes


@pytest.mark.parametrize(
    ("text", "months"),
    [
        ("in August", (Month(2026, 8),)),
        ("in August 2025", (Month(2025, 8),)),
        ("from July to September", (Month(2026, 7), Month(2026, 9))),
        ("since November", (Month(2025, 11),)),
        ("it may improve", ()),
        ("the march of time", ()),
    ],
)
def test_a_month_without_a_year_is_the_latest_by_the_end_of_the_report(text, months):
    assert named_months(text, VOCABULARY.span) == months


def test_a_clause_takes_its_subject_from_the_one_before():
    text = "Calls abandoned met its target in July, but missed the target in August."

    first, second = claims(text, VOCABULARY)

    assert (first.claim, first.codes, first.months) == (
        Claim.GOOD, ("CSC_KPI_04",), (Month(2026, 7),),
    )  # fmt: skip
    assert (second.claim, second.codes, second.months) == (
        Claim.BAD, ("CSC_KPI_04",), (Month(2026, 8),),
    )  # fmt: skip


def test_a_new_paragraph_takes_no_subject_with_it():
    _, second = claims("Calls abandoned improved.\nPerformance remained strong.", VOCABULARY)

    assert second.codes == ()


def test_a_service_is_the_subject_where_no_kpi_is_named():
    (said,) = claims("The Customer Service Centre performed well in July.", VOCABULARY)

    assert (said.service, said.codes) == ("Customer Service Centre", ())


def test_quoted_words_are_somebody_elses():
    assert unquoted("They “did well” and ‘met it’.") == "They … and …."


@given(st.text())
def test_any_text_at_all_can_be_read(text):
    assert all(isinstance(said.claim, Claim) for said in claims(text, VOCABULARY))
