from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factories import report_papers as made
from scrutable.contracts import compose
from scrutable.contracts import facts as contract_facts
from scrutable.contracts.compose.arrows import printed_arrows
from scrutable.contracts.compose.published import value_text
from scrutable.contracts.compose.services import anchors_of
from scrutable.documents import canonical
from scrutable.documents.blocks import Chart, Document, Heading, Sources, StatusList, Table
from scrutable.documents.figures import figures
from scrutable.documents.plain import render_plain
from scrutable.kernel.periods import Month, Span
from scrutable.reports.rules.printed import not_adding_up, without_period

PUBLISHED = contract_facts.Statement(
    contract="CSS",
    number=1,
    span=Span(Month(2026, 7), Month(2026, 9)),
    code="CSC_KPI_04",
    low=Decimal("4.53"),
    high=Decimal("9.71"),
    verdict=contract_facts.Status.BELOW_TARGET,
    mitigated=True,
    note="range over the three months",
    source="minutes of 22 October 2026",
    version=13,
)


def corrected():
    held, changes, since = made.earlier_and_later()
    return made.papers(held, changes=changes, since=since, narrative={"summary": "As agreed."})


def table(document, caption):
    tables = [b.table if isinstance(b, Chart) else b for b in document.blocks]
    return next(t for t in tables if isinstance(t, Table) and t.caption.startswith(caption))


def texts(row):
    return [cell.words for cell in row]


@pytest.mark.parametrize("kind", ["contract_performance", "exceptions"])
def test_a_report_reads_as_it_is_kept(kind, golden):
    document = getattr(compose, kind)(corrected())

    golden(f"report_{kind}.txt", render_plain(document))


@pytest.mark.parametrize("kind", ["contract_performance", "exceptions"])
def test_a_report_of_published_statements_shows_ranges_and_gaps(kind, golden):
    nothing = made.performance({}, published_only=True)
    papers = made.papers(
        performance=nothing,
        statements=(PUBLISHED,),
        credits=(),
        mitigations=(),
        attention=(),
        runs=(),
        forecasts={},
        trend_reasons={},
    )

    text = render_plain(getattr(compose, kind)(papers))

    golden(f"report_{kind}_as_published.txt", text)
    assert "between 4.53% and 9.71%" in text
    assert "No monthly value was published for CSC_KPI_05" in text


@pytest.mark.parametrize(
    ("said", "text"),
    [
        ({"low": Decimal("70.71"), "high": Decimal("70.71")}, "70.71%"),
        ({"low": None, "high": Decimal(5)}, "at most 5%"),
        ({"low": None, "high": None}, "Below target, no value published"),
        ({"low": None, "high": None, "verdict": None}, "No value published"),
        (
            {"code": "", "measure": "service_credits", "high": None, "low": Decimal(9)},
            "at least £9",
        ),
        (
            {"code": "", "measure": "kpis_meeting_target", "low": Decimal(35), "high": Decimal(35)},
            "35",
        ),
    ],
)
def test_what_was_published_is_said_as_it_was_published(said, text):
    assert value_text(made.papers(), replace(PUBLISHED, **said)) == text


def test_every_figure_has_its_period_and_leads_to_a_version():
    document = compose.contract_performance(corrected())
    found = list(figures(document))

    assert list(without_period(document)) == []
    assert all(placed.figure.citation for placed in found if "points" in placed.figure.text)
    sources = next(block for block in document.blocks if isinstance(block, Sources))
    cells = {(entry.reference, entry.version): entry for entry in sources.entries}
    loaded = cells["kpi/CSS/CSC_KPI_04/2026-09", 31]
    assert (loaded.file, loaded.sheet, loaded.cell) == ("september.xlsx", "Return", "F31")


def test_a_count_is_a_version_newer_when_a_result_it_counts_is_restated():
    before = compose.contract_performance(made.papers())
    after = compose.contract_performance(corrected())

    def version(document):
        return table(document, "By month, July").rows[0][1].citation

    assert version(before).reference == version(after).reference == "contract/CSS/2026-07"
    assert (version(before).version, version(after).version) == (77, 90)


def test_missing_is_counted_in_a_column_of_its_own():
    counts = table(compose.contract_performance(made.papers()), "By month, July")

    assert [column.title for column in counts.columns] == [
        "Month", "Met", "Below target", "Below minimum", "Not measured", "Discontinued", "Total",
    ]  # fmt: skip
    assert texts(counts.rows[-1]) == ["September 2026", "2", "1", "0", "1", "1", "5"]


def test_a_restated_figure_gives_old_and_new():
    restated = table(compose.contract_performance(corrected()), "Restated figures")

    assert texts(restated.rows[0]) == [
        "CSC_KPI_05 Calls answered in 20 seconds",
        "July 2026",
        "83.0%, Met",
        "73.0%, Below minimum",
        "misprinted in the addendum",
    ]


def test_the_credit_is_worked_through_with_repeat_and_cap():
    document = compose.contract_performance(made.papers())

    assert texts(table(document, "Service points, September").rows[0]) == [
        "CSC_KPI_04 Calls abandoned", "Minor failure", "1", "2", "2", "Repeated failure",
    ]  # fmt: skip
    text = render_plain(document)
    assert "3 points × 1% × £1,140,000 = £34,200. The cap is 2% of the charge, £22,800." in text


def test_a_month_without_its_charge_has_no_credit_and_says_so():
    plain = made.papers()
    last = replace(plain.credits[-1], charge=None, credit_pounds=None, uncapped_pounds=None)
    papers = replace(plain, credits=(*plain.credits[:-1], last))

    text = render_plain(compose.contract_performance(papers))

    assert "the credit is not known; it is not nought" in text
    assert "Service credits for July to September 2026 come to" not in text


def test_a_mitigation_is_told_in_full_with_how_long_it_has_lasted():
    earlier = replace(
        made.RELIEVED, number=2, span=Span(Month(2025, 4), Month(2026, 3)), version=14
    )
    papers = made.papers(mitigations=(earlier, made.RELIEVED))

    text = render_plain(compose.contract_performance(papers))

    assert "had been under mitigation for 18 months without a break, since April 2025" in text
    assert "Granted by | Partnership Board, 1 April 2026" in text
    assert "67.0%, Below target, Mitigation agreed" in text


def test_nothing_that_needs_attention_is_said():
    text = render_plain(compose.exceptions(made.papers(attention=())))

    assert "Nothing needs attention in July to September 2026." in text


def test_the_gravest_matter_stands_first():
    note = made.attention(reference="matter/CSS/2", gravity=made.Gravity.NOTE, what="Payroll")
    document = compose.exceptions(made.papers(attention=(note, made.attention())))
    listed = next(block for block in document.blocks if isinstance(block, StatusList))

    assert [item.title for item in listed.items] == ["CSC_KPI_04 Calls abandoned", "Payroll"]


def test_an_arrow_is_printed_where_the_status_changed_or_a_reason_was_given():
    arrows = {one.code: one for one in printed_arrows(made.papers())}

    assert set(arrows) == {"CSC_KPI_04", "IMT_KPI_05"}
    assert arrows["CSC_KPI_04"].text == "Better: calls go to the old queue again"
    assert arrows["IMT_KPI_05"].text == "Better: no reason given"


def test_the_suppliers_commentary_is_a_reason_named_as_the_suppliers():
    arrows = {one.code: one for one in printed_arrows(made.papers(trend_reasons={}))}

    assert arrows["CSC_KPI_04"].reason == (
        "the supplier says “Calls were routed back to the old queue.”"
    )


def test_sections_that_may_be_commented_on_are_those_of_the_report():
    documents = {
        compose.PERFORMANCE: compose.contract_performance(made.papers(statements=(PUBLISHED,))),
        compose.EXCEPTIONS: compose.exceptions(made.papers()),
    }
    for sections, document in documents.items():
        headings = {b.anchor: b.text for b in document.blocks if isinstance(b, Heading)}
        assert {one.anchor: one.title for one in sections}.items() <= headings.items()


def test_commentary_stands_in_its_section():
    texts_by_anchor = {one.anchor: f"Words on {one.anchor}." for one in compose.PERFORMANCE}
    papers = made.papers(narrative=texts_by_anchor, statements=(PUBLISHED,))

    text = render_plain(compose.contract_performance(papers))

    assert all(f"Words on {one.anchor}." in text for one in compose.PERFORMANCE)


def test_hostile_text_is_settled_and_never_breaks_a_report():
    hostile = "\u202e<b>\x00|\n=cmd()”“ " + "x" * 300
    papers = made.papers(
        narrative={"summary": hostile},
        attention=(made.attention(why=hostile, doing=hostile),),
        matters=(),
    )

    document = compose.contract_performance(papers)

    text = render_plain(document)
    assert "\u202e" not in text
    assert "\x00" not in text
    assert canonical.from_json(canonical.to_json(document)) == document


def test_the_same_papers_make_the_same_tree():
    one, other = (compose.contract_performance(corrected()) for _ in range(2))

    assert canonical.to_json(one) == canonical.to_json(other)


VALUE = st.sampled_from(
    ["0", "4.9", "5.0", "5.1", "8.0", "8.1", "92", "not_measured", "no_activity", "suspended", "-"]
)


@given(
    st.fixed_dictionaries({code: st.lists(VALUE, min_size=12, max_size=12) for code in made.VALUES})
)
def test_totals_add_up_whatever_was_returned(values):
    held = made.histories({code: " ".join(texts) for code, texts in values.items()})

    document = compose.contract_performance(made.papers(held))

    assert list(not_adding_up(document)) == []
    assert list(without_period(document)) == []
    assert isinstance(document, Document)


def test_months_that_are_not_yet_due_are_said_and_not_judged():
    held = made.histories()
    for months in held.values():
        months.pop(made.SEPTEMBER, None)
    judged = made.performance(held)

    text = render_plain(compose.contract_performance(made.papers(performance=judged)))

    assert judged.as_at == date(2026, 9, 30)
    assert "0 of 4 KPIs met their target in September 2026" in text
    assert "Four are not yet due in September 2026." in text
    assert "No KPI was judged in September 2026." in text


def changed(**said):
    """Return the text of a report whose changes are these alone."""
    plain = {
        "since": 80,
        "restated": (),
        "arrived": (),
        "new_mitigations": (),
        "lapsed_mitigations": (),
        "redefined": (),
    }
    _, _, since = made.earlier_and_later()
    found = contract_facts.Changes(**plain | said)
    return render_plain(compose.contract_performance(made.papers(changes=found, since=since)))


def test_results_that_arrived_since_are_listed():
    entry = made.performance().of("CSC_KPI_05")[9]

    text = changed(arrived=(entry,))

    said = "One result for July 2026, not returned when the last report was made, is known now."
    assert said in text
    assert "CSC_KPI_05 Calls answered in 20 seconds | July 2026 | 83.0%, Met" in text


def test_lapsed_mitigations_say_how_they_ended():
    withdrawn = replace(made.RELIEVED, withdrawn_on=date(2026, 8, 14))

    assert (
        "The mitigation of IMT_KPI_15 Requests closed in 3 days ran out at the end of December "
        "2026."
    ) in changed(lapsed_mitigations=(made.RELIEVED,))
    assert (
        "The mitigation of IMT_KPI_15 Requests closed in 3 days was withdrawn on 14 August 2026."
    ) in changed(lapsed_mitigations=(withdrawn,))


def test_kpis_whose_terms_changed_say_what_they_are_now():
    text = changed(redefined=("CSC_KPI_05", "IMT_KPI_14", "NO_KPI_01"))

    assert (
        "The terms of CSC_KPI_05 Calls answered in 20 seconds have changed. In September 2026 its "
        "target is 80.0% and its minimum 75.0%."
    ) in text
    assert (
        "IMT_KPI_14 Devices patched in 21 days is discontinued from August 2026: the software "
        "maker does it now."
    ) in text
    assert "NO_KPI_01" not in text


def test_nothing_known_otherwise_is_said():
    assert "Nothing that it said is known otherwise now." in changed()


def test_a_contract_without_terms_of_credits_says_so():
    plain = made.papers()
    bare = tuple(replace(total, terms=None, credit_pounds=None) for total in plain.credits)

    text = render_plain(compose.contract_performance(replace(plain, credits=bare)))

    assert "No terms of service credits are recorded for the contract." in text


def test_a_suspended_month_names_what_suspends_it():
    plain = made.papers()
    last = replace(plain.credits[-1], suspended_by="suspension/CSS/1", credit_pounds=Decimal(0))

    text = render_plain(
        compose.contract_performance(replace(plain, credits=(*plain.credits[:-1], last)))
    )

    assert "Credits are suspended (suspension/CSS/1). The credit for September 2026 is £0." in text


def test_services_with_the_same_letters_have_anchors_of_their_own():
    names = ["HR & Payroll", "HR Payroll", "東京", "京都", "x" * 80 + "a", "x" * 80 + "b"]

    anchors = anchors_of(names)

    assert list(anchors) == names
    assert len(set(anchors.values())) == 6
    assert anchors["HR Payroll"] == "nth-service-2"
