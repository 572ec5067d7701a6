import hashlib
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from django.db import DatabaseError, connection, transaction

from factories.contract_facts import row
from factories.stored_reports import (
    OCTOBER,
    QUARTER_1,
    correct,
    draft,
    frozen,
    load,
    stored_results,
)
from scrutable.audit import reads as audit
from scrutable.audit import triggers
from scrutable.contracts import writes as contract_writes
from scrutable.documents.plain import render_plain
from scrutable.kernel.periods import Month
from scrutable.reports import facts, models, reads, writes
from scrutable.reports.facts import Format, FormatOutcome
from scrutable.reports.reads import renderers

pytestmark = pytest.mark.django_db
LATER = datetime(2026, 10, 20, 9, tzinfo=UTC)


def narrate(name, section, text, by="j.smith", based_on=None):
    return writes.narrate(
        edition=name, section=section, text=text, based_on=based_on, by=by, at=OCTOBER
    )


def test_editions_are_numbered_within_contract_and_year():
    stored_results()

    first = draft()
    second = draft(kind=facts.ReportKind.EXCEPTIONS)

    assert (first.reference, second.reference) == ("edition/CSS-2026-1", "edition/CSS-2026-2")


def test_the_same_report_asked_twice_is_the_same_draft_and_changes_nothing():
    stored_results()
    first = draft()
    number = audit.number_at()

    assert draft() == first
    assert audit.number_at() == number


def test_a_frozen_edition_keeps_tree_files_and_figures():
    stored_results()

    edition = frozen()

    assert edition.is_frozen
    assert edition.dated == date(2026, 10, 12)
    for form in Format:
        stored = reads.rendition(edition.name, form)
        assert hashlib.sha256(bytes(stored.content)).hexdigest() == stored.sha256
    used = {(one.reference, one.text, one.period) for one in reads.figures_used(edition.name)}
    assert ("kpi/CSS/CSC_KPI_04/2026-09", "4.5%", "September 2026") in used


def test_nothing_of_a_frozen_edition_changes():
    stored_results()
    edition = frozen()

    with pytest.raises(writes.AlreadyFrozen, match="CSS-2026-1 is frozen"):
        writes.freeze(edition=edition.name, by="j.smith", at=LATER)
    with pytest.raises(writes.AlreadyFrozen):
        narrate(edition.name, "summary", "An afterthought.")
    with pytest.raises(DatabaseError), transaction.atomic():
        models.Rendition.objects.filter(edition=edition.name).update(content=b"")


def test_verify_proves_the_edition_to_the_byte_in_every_format():
    stored_results()
    name = frozen().name

    verified = reads.verify(name)

    assert verified.is_proved
    assert [check.outcome for check in verified.formats] == [FormatOutcome.SAME] * 4
    assert verified.differences == ()


def test_what_is_known_later_changes_no_byte_and_verify_still_proves_it():
    stored_results()
    name = frozen().name
    before = {form: bytes(reads.rendition(name, form).content) for form in Format}

    correct("CSC_KPI_05", "2026-07", 72.0)

    assert {form: bytes(reads.rendition(name, form).content) for form in Format} == before
    assert reads.verify(name).is_proved


def test_a_late_correction_is_listed_against_the_edition_that_used_the_old_figure():
    stored_results()
    name = frozen().name

    correct("CSC_KPI_05", "2026-07", 72.0)

    listed = {figure.reference: figure for figure in reads.superseded_figures(name)}
    restated = listed["kpi/CSS/CSC_KPI_05/2026-07"]
    assert (restated.text_then, restated.text_now) == ("81.0%", "72.0%")
    assert restated.newest_version > restated.used_version
    assert "contract/CSS/2026-07" in listed  # the count rests on it
    assert "kpi/CSS/CSC_KPI_05/2026-08" not in listed
    used = reads.used_by("kpi/CSS/CSC_KPI_05/2026-07")
    assert [(use.edition, use.is_superseded) for use in used] == [("edition/CSS-2026-1", True)]


def test_a_result_that_was_only_verified_supersedes_nothing():
    stored_results()
    name = frozen().name

    contract_writes.verify_results(contract="CSS", month=Month(2026, 9), by="j.smith", at=LATER)

    assert reads.superseded_figures(name) == []


def test_a_late_correction_stands_in_the_next_report_with_old_and_new():
    stored_results()
    frozen(span=QUARTER_1, as_at=date(2026, 6, 30))
    correct("CSC_KPI_05", "2026-06", 72.0)

    text = render_plain(reads.document_of(draft()))

    assert "One figure has been restated." in text
    assert "June 2026 | 84.0%, Met | 72.0%, Below minimum | misprinted in the addendum" in text


def test_compare_names_a_corrected_figure_by_reference():
    stored_results()
    first = frozen()
    correct("CSC_KPI_05", "2026-09", 72.0)
    contract_writes.give_trend_reason(
        contract="CSS",
        code="CSC_KPI_05",
        month=Month(2026, 9),
        reason="two desks were closed",
        by="j.smith",
        at=LATER,
    )
    second = frozen(at=LATER)

    found = reads.compare(first.name, second.reference)

    changed = {one.reference: one for one in found.restated}
    assert changed["kpi/CSS/CSC_KPI_05/2026-09"].before == "83.0%"
    assert changed["kpi/CSS/CSC_KPI_05/2026-09"].after == "72.0%"
    assert [(one.reference, one.before, one.after) for one in found.statuses] == [
        ("kpi/CSS/CSC_KPI_05", "Met, September 2026", "Below minimum, September 2026")
    ]
    assert not found.is_same


def test_an_edition_compared_with_itself_is_the_same():
    stored_results()
    name = frozen().name

    assert reads.compare(name, name).is_same


def test_faults_stop_the_freeze_and_leave_a_draft():
    stored_results(m08=(9.3, 82))
    name = draft().name
    narrate(name, "summary", "Calls abandoned remained strong in August 2026.")

    with pytest.raises(writes.NotFit, match="CSS-2026-1 has") as stopped:
        writes.freeze(edition=name, by="j.smith", at=OCTOBER)

    assert any("remained strong" in fault.fault for fault in stopped.value.faults)
    assert not reads.edition(name).is_frozen
    assert not models.Rendition.objects.exists()


def test_commentary_is_kept_text_by_text_and_printed():
    stored_results()
    name = draft().name

    first = narrate(name, "summary", "A quiet quarter, July to September 2026.")
    number = audit.number_at()
    again = narrate(name, "summary", "A quiet quarter, July to September 2026.  \r\n")

    assert again == first
    assert audit.number_at() == number
    assert "A quiet quarter" in render_plain(reads.document_of(reads.edition(name)))


def test_commentary_of_two_writers_is_not_written_over():
    stored_results()
    name = draft().name
    seen = narrate(name, "summary", "As Jo wrote.", by="j.smith")
    narrate(name, "summary", "As Anita wrote.", by="a.patel", based_on=seen.version)

    with pytest.raises(writes.WrittenMeanwhile, match=r"a\.patel changed this section"):
        narrate(name, "summary", "As Jo wrote, again.", by="j.smith", based_on=seen.version)

    assert reads.narrative(name, audit.number_at())["summary"].text == "As Anita wrote."


def test_words_written_while_a_report_is_frozen_stop_it():
    stored_results()
    name = draft().name

    def write_meanwhile(done, total, message=""):
        if message == "Saving":
            narrate(name, "summary", "Wait.", by="a.patel")

    with pytest.raises(writes.ChangedMeanwhile, match="Freeze it again"):
        writes.freeze(edition=name, by="j.smith", at=OCTOBER, progress=write_meanwhile)

    assert not reads.edition(name).is_frozen


def test_of_two_that_freeze_at_once_one_is_told_that_it_is_done():
    stored_results()
    name = draft().name

    def freeze_meanwhile(done, total, message=""):
        if message == "Saving":
            writes.freeze(edition=name, by="a.patel", at=OCTOBER)

    with pytest.raises(writes.AlreadyFrozen):
        writes.freeze(edition=name, by="j.smith", at=OCTOBER, progress=freeze_meanwhile)

    assert reads.edition(name).frozen_by == "a.patel"
    assert reads.verify(name).is_proved


def test_a_result_that_comes_while_a_report_is_frozen_is_left_for_the_next():
    stored_results()
    name = draft().name

    def correct_meanwhile(done, total, message=""):
        if message == "Saving":
            correct("CSC_KPI_05", "2026-07", 72.0)

    writes.freeze(edition=name, by="j.smith", at=OCTOBER, progress=correct_meanwhile)

    used = {(one.reference, one.text) for one in reads.figures_used(name)}
    assert ("kpi/CSS/CSC_KPI_05/2026-07", "81.0%") in used
    assert reads.verify(name).is_proved
    assert "kpi/CSS/CSC_KPI_05/2026-07" in {one.reference for one in reads.superseded_figures(name)}


def test_a_draft_pinned_to_an_earlier_number_shows_what_was_known_then():
    stored_results()
    known = audit.number_at()
    correct("CSC_KPI_05", "2026-07", 72.0)

    then, now = draft(known=known), draft()

    assert then.name != now.name
    assert "81.0%, Met" in render_plain(reads.document_of(then))
    assert "72.0%, Below minimum" in render_plain(reads.document_of(now))


def test_commentary_of_an_unknown_section_is_refused():
    stored_results()

    with pytest.raises(writes.UnknownSection, match="Choose one of summary, attention"):
        narrate(draft().name, "weather", "Fine.")


def test_commentary_that_is_too_long_is_refused():
    stored_results()

    with pytest.raises(writes.TooLong, match="20,000 letters or fewer"):
        narrate(draft().name, "summary", "x" * 20_001)


def test_a_renderer_that_has_changed_since_is_named_and_is_no_fault():
    stored_results()
    name = frozen().name

    verified = reads.verify(name, versions=_with_another_typst)

    pdf = next(check for check in verified.formats if check.format is Format.PDF)
    assert pdf.outcome is FormatOutcome.RENDERER_CHANGED
    assert pdf.renderers["typst"][1] == "99.1"
    assert not verified.is_proved
    assert not verified.has_faults


def _with_another_typst(form):
    changed = {"typst": "99.1"} if form is Format.PDF else {}
    return renderers.versions(form) | changed


def test_a_record_altered_behind_our_back_is_named_by_its_reference():
    stored_results()
    name = frozen().name
    with connection.cursor() as cursor:
        for text in triggers.removals(connection.vendor, "contracts_result"):
            cursor.execute(text)
        cursor.execute(
            "UPDATE contracts_result SET value = '4.9' WHERE code = 'CSC_KPI_04' "
            "AND month = '2026-09'"
        )

    verified = reads.verify(name)

    found = {one.reference: (one.before, one.after) for one in verified.differences}
    assert found["kpi/CSS/CSC_KPI_04/2026-09"] == ("4.5%", "4.9%")
    assert verified.has_faults
    assert [check.outcome for check in verified.formats] == [FormatOutcome.SAME] * 4


def test_a_composer_that_has_changed_since_is_named_and_explains_other_text():
    stored_results()
    name = frozen().name
    plain = reads.verify(name, composer=lambda: "another")

    assert plain.composer_changed == (renderers.composer(), "another")
    assert plain.is_proved
    differing = replace(plain, differences=(facts.Difference(
        reference="contract/CSS/2026-09", what="figure changed", before="1", after="2"
    ),))  # fmt: skip
    assert not differing.is_proved
    assert not differing.has_faults
    assert replace(differing, composer_changed=None).has_faults


def test_a_stored_file_that_was_altered_is_damaged():
    stored_results()
    name = frozen().name
    with connection.cursor() as cursor:
        for text in triggers.removals(connection.vendor, "reports_rendition"):
            cursor.execute(text)
    models.Rendition.objects.filter(edition=name, format="pdf").update(content=b"%PDF-forged")

    outcomes = {check.format: check.outcome for check in reads.verify(name).formats}

    assert outcomes[Format.PDF] is FormatOutcome.DAMAGED
    assert outcomes[Format.HTML] is FormatOutcome.SAME


def test_hostile_text_reaches_every_format_as_text():
    stored_results()
    name = draft().name
    narrate(name, "summary", "<script>alert(1)</script> =HYPERLINK(0) #set page() \u202eevil")

    edition = writes.freeze(edition=name, by="j.smith", at=OCTOBER)

    page = reads.content_of(edition, Format.HTML).decode()
    assert "<script>alert(1)</script>" not in page
    assert "&lt;script&gt;alert(1)" in page
    assert reads.verify(edition.name).is_proved


def test_a_result_that_arrives_late_is_told_in_the_next_report():
    stored_results()
    frozen(span=QUARTER_1, as_at=date(2026, 6, 30))
    load("2026-10", row(4.4), at=LATER)

    text = render_plain(reads.document_of(draft()))

    assert "The last report was Contract performance, quarter 1 of 2026/27" in text
    assert "Nothing that it said is known otherwise now." in text
