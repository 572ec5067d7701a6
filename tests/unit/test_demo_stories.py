"""What happens in a story, and when."""

from collections import Counter
from datetime import date, datetime
from decimal import Decimal

import pytest

from scrutable.contracts.facts import KpiDefinition, Standing, Status
from scrutable.demo import facts
from scrutable.demo.facts import Council
from scrutable.demo.intake import files
from scrutable.demo.intake.stories import story
from scrutable.kernel.periods import Month, Span
from scrutable.kernel.wording import LONDON

JULY = Month(2026, 7)
TODAY = datetime(2026, 10, 12, 9, tzinfo=LONDON)


@pytest.fixture(scope="module")
def westmere():
    return story(Council.WESTMERE)


@pytest.fixture(scope="module")
def lincolnshire():
    return story(Council.LINCOLNSHIRE)


def all_of(told, kind):
    return [happening for happening in told.happenings if isinstance(happening.what, kind)]


def sent(told, contract, month):
    return [
        happening
        for happening in all_of(told, facts.ReturnSent)
        if (happening.what.contract, happening.what.month) == (contract, month)
    ]


def test_everything_happens_in_order_and_nothing_after_today(westmere):
    moments = [happening.at for happening in westmere.happenings]

    assert moments == sorted(moments)
    assert moments[0] == datetime(2023, 9, 18, 9, tzinfo=LONDON)
    assert moments[-1] < TODAY


def test_a_prime_two_others_and_a_dozen_specialists_are_recorded(westmere):
    names = [h.what.supplier.name for h in all_of(westmere, facts.SupplierRecorded)]

    assert names[:3] == ["Norland Services", "Fenbridge Networks", "Clearwater Cloud"]
    assert len(names) == len(set(names)) == 15


def test_the_prime_contract_is_extended_before_its_option_runs_out(westmere):
    css = [h for h in all_of(westmere, facts.ContractRecorded) if h.what.contract.code == "CSS"]

    assert [h.what.contract.last_day for h in css] == [date(2026, 3, 31), date(2028, 3, 31)]
    assert css[1].what.contract.extensions[0].exercised_on == date(2025, 7, 8)
    assert css[1].what.contract.value_pounds == Decimal(68_400_000)


def test_hosting_must_be_given_notice_by_14_december(westmere):
    terms = {
        h.what.contract.code: h.what.contract for h in all_of(westmere, facts.ContractRecorded)
    }

    assert terms["HOST"].last_day == date(2027, 6, 14)
    assert terms["HOST"].notice_by == date(2026, 12, 14)
    assert terms["WAN"].regime == "PA2023"
    assert terms["CSS"].regime == "PCR2015"


def test_every_month_of_every_contract_is_sent_but_one_that_is_not_due(westmere):
    fit = [h.what for h in all_of(westmere, facts.ReturnSent) if not h.what.fault]

    assert Counter(what.contract for what in fit) == {"CSS": 37, "HOST": 36, "WAN": 11}
    assert not sent(westmere, "WAN", Month(2026, 9))


def test_a_faulty_file_is_followed_by_a_corrected_one(westmere):
    faulty = {h.what.fault: h for h in all_of(westmere, facts.ReturnSent) if h.what.fault}

    assert set(faulty) == {
        "broken_formula",
        "code_spelt_three_ways",
        "percentage_without_sign",
    }
    for happening in faulty.values():
        first, second = sent(westmere, happening.what.contract, happening.what.month)
        assert first is happening
        assert second.at > first.at
        assert second.what.fault == ""


def test_one_return_comes_three_weeks_late(westmere):
    (late,) = sent(westmere, "CSS", Month(2025, 2))

    assert (late.at.date() - date(2025, 3, 14)).days == 21


def test_julys_addendum_says_53_where_35_was_meant(westmere):
    first, addendum = sent(westmere, "CSS", JULY)
    said = [
        next(figure for figure in happening.what.figures if figure.code == "CSC_KPI_09")
        for happening in (first, addendum)
    ]

    assert said[0].value is None
    assert said[1].value == Decimal(53)
    assert addendum.what.standing is Standing.VERIFIED
    others = {figure.code: figure for figure in first.what.figures} | {"CSC_KPI_09": said[1]}
    assert {figure.code: figure for figure in addendum.what.figures} == others


def test_the_misprint_is_restated_on_28_september(westmere):
    corrected = {h.what.correction.code: h for h in all_of(westmere, facts.ResultCorrected)}

    restated = corrected["CSC_KPI_09"]
    assert restated.at == datetime(2026, 9, 28, 10, 15, tzinfo=LONDON)
    assert restated.what.correction.value == Decimal(35)
    assert corrected["IMT_KPI_05"].what.correction.standing is Standing.UNDER_REVIEW


def test_the_assessments_mitigation_is_renewed_twice_and_its_fix_slips_three_times(westmere):
    (granted,) = [
        h.what.mitigation
        for h in all_of(westmere, facts.MitigationGranted)
        if h.what.mitigation.code == "ACF_KPI_03"
    ]
    renewed = [h.what for h in all_of(westmere, facts.MitigationRenewed)]
    postponed = [h.what for h in all_of(westmere, facts.FixPostponed)]

    assert granted.span.first == Month(2025, 4)
    assert [what.last_month for what in renewed] == [Month(2026, 3), Month(2026, 12)]
    due = [granted.fix_due, *(what.fix_due for what in [*renewed, *postponed])]
    assert due == [
        date(2025, 9, 30),
        date(2026, 1, 31),
        date(2026, 7, 31),
        date(2027, 3, 31),
    ]


def test_levels_are_known_only_from_the_day_they_were_settled(westmere):
    online: list[KpiDefinition] = [
        h.what.definition
        for h in all_of(westmere, facts.KpiDefined)
        if h.what.definition.code == "CSC_KPI_09"
    ]

    targets = [[int(level.target) for level in kpi.levels] for kpi in online]
    assert targets == [[40], [40, 45], [40, 45, 50]]


def test_the_same_files_give_the_same_story_and_digest(westmere):
    again = story(Council.WESTMERE)

    assert again == westmere
    assert len(westmere.digest) == 64


def test_what_lincolnshire_published_has_no_return_and_no_result(lincolnshire):
    kinds = Counter(type(happening.what).__name__ for happening in lincolnshire.happenings)

    assert kinds == {
        "SupplierRecorded": 1,
        "ContractRecorded": 1,
        "KpiDefined": 6,
        "StatementsPublished": 3,
        "ReportWritten": 1,
    }


def test_lincolnshires_statements_keep_their_line_and_their_source(lincolnshire):
    (results, summary, credit) = all_of(lincolnshire, facts.StatementsPublished)
    first = results.what.statements[0]

    assert [len(h.what.statements) for h in (results, summary, credit)] == [13, 6, 1]
    assert (first.code, first.low, first.high) == ("ACF_KPI_03", Decimal("58.53"), Decimal("70.71"))
    assert (first.verdict, first.mitigated, first.place) == (Status.BELOW_TARGET, True, "line 2")
    lines = files.content(Council.LINCOLNSHIRE, "results.csv").decode().splitlines()
    for statement in results.what.statements:
        assert statement.source in lines[int(statement.place.removeprefix("line ")) - 1]
        assert statement.source.startswith("http")


def test_what_lincolnshire_did_not_publish_stays_out(lincolnshire):
    kpis = {
        h.what.definition.code: h.what.definition for h in all_of(lincolnshire, facts.KpiDefined)
    }
    (contract,) = [h.what.contract for h in all_of(lincolnshire, facts.ContractRecorded)]
    (credit,) = all_of(lincolnshire, facts.StatementsPublished)[2].what.statements

    assert {code for code, kpi in kpis.items() if kpi.levels} == {"ACF_KPI_03"}
    assert kpis["ACF_KPI_03"].levels[0].minimum is None
    assert contract.published_only
    assert contract.notice_by is None
    assert (credit.low, credit.confidence) == (
        Decimal("2725294.66"),
        "press, freedom of information; year inferred",
    )
    assert credit.span == Span(Month(2015, 4), Month(2017, 7))
