"""Editions of decision reports: named by the decision, checked, frozen, proved; exempt apart."""

import dataclasses
from datetime import date

import pytest
from django.db import connection

from factories import decision_papers as made
from factories.stored_decisions import CODE, ISSUED, WRITTEN, begun, issued, stored_paper
from scrutable.audit import reads as audit
from scrutable.audit import triggers
from scrutable.meetings import writes as meeting_writes
from scrutable.meetings.facts import Part
from scrutable.meetings.reads import UnknownDecision
from scrutable.reports import models, reads, writes
from scrutable.reports.facts import Fault, Format, FormatOutcome

pytestmark = pytest.mark.django_db


def test_an_edition_is_named_by_its_decision_and_has_no_contract():
    stored_paper()

    edition = begun()

    assert edition.reference == f"edition/{CODE}-2026-1"
    assert (edition.contract, edition.decision, edition.span) == ("", CODE, None)
    assert edition.title == "Decision report: Buying hosting from June 2027"
    assert begun() == edition  # the same asked twice is the same draft


def test_a_decision_that_nobody_has_planned_has_no_report():
    with pytest.raises(UnknownDecision, match="There is no decision I020611"):
        begun()

    assert audit.number_at() == 0


def test_a_report_that_lacks_a_part_says_where_and_stays_a_draft():
    stored_paper(without=Part.LEGAL)
    edition = begun()

    with pytest.raises(writes.NotFit, match="has 1 fault") as unfit:
        writes.freeze(edition=edition.name, by="a.clerk", at=ISSUED)

    (fault,) = unfit.value.faults
    assert fault.place == "Legal comments"
    assert fault.mend_at == f"/decisions/{CODE}/report/legal/"
    assert reads.check(edition.name) == [fault]
    assert isinstance(fault, Fault)
    assert not reads.edition(edition.name).is_frozen


def test_the_exempt_part_is_kept_apart_and_nothing_of_it_is_in_the_open_one():
    stored_paper()

    edition = issued()

    open_rows = models.Rendition.objects.filter(edition=edition.name)
    exempt_rows = models.ExemptRendition.objects.filter(edition=edition.name)
    assert {row.format for row in open_rows} == {row.format for row in exempt_rows} == set(Format)
    secret = made.SECRET.splitlines()[0]
    assert secret not in reads.frozen_json(edition.name)
    assert secret.encode() not in reads.content_of(edition, Format.HTML)
    assert secret.encode() in reads.exempt_content_of(edition, Format.HTML)
    assert reads.exempt_document_of(edition).visibility == "exempt"
    event = audit.event(edition.version)
    assert set(event.after) == {"known", "tree", "files", "exempt"}
    assert set(event.after["exempt"]["files"]) == {"html", "docx", "pdf", "xlsx"}


def test_a_report_that_is_all_open_has_no_exempt_files():
    stored_paper(appendices=(made.OPEN_APPENDIX,))

    edition = issued()

    assert reads.exempt_document_of(edition) is None
    with pytest.raises(reads.NothingExempt, match="has no exempt part"):
        reads.exempt_content_of(edition, Format.PDF)


def test_verifying_makes_both_parts_again():
    stored_paper()
    edition = issued()
    later = ISSUED.replace(hour=11)
    said = {"decision": CODE, "part": Part.LEGAL, "text": "Another view.", "none": False}
    meeting_writes.write_part(**said, by="d.reyes", at=later)

    found = reads.verify(edition.name)

    assert found.is_proved
    assert [(one.format, one.is_exempt) for one in found.formats] == [
        *((form, False) for form in Format),
        *((form, True) for form in Format),
    ]


def test_an_exempt_file_that_was_damaged_is_found_and_never_quoted():
    stored_paper()
    edition = issued()
    for table in ("reports_exemptrendition", "reports_exemptpart"):
        triggers.run(connection, triggers.removals(connection.vendor, table))
    models.ExemptRendition.objects.filter(format="pdf").update(content=b"%PDF")
    part = models.ExemptPart.objects.get()
    models.ExemptPart.objects.update(tree=part.tree.replace("Two of the three", "None"))

    found = reads.verify(edition.name)

    pdf = next(one for one in found.formats if one.is_exempt and one.format is Format.PDF)
    assert pdf.outcome is FormatOutcome.DAMAGED
    assert [dataclasses.astuple(one)[:4] for one in found.differences] == [
        (
            edition.reference,
            "the exempt part is not as it was frozen",
            "As frozen",
            "Otherwise",
        )
    ]
    assert found.has_faults


def test_what_is_written_while_it_is_being_frozen_is_not_lost():
    stored_paper()
    edition = begun()
    said = {"decision": CODE, "part": Part.LEGAL, "text": "Another view.", "none": False}

    def meanwhile(done, _total, _what):
        if done == 1:
            meeting_writes.write_part(**said, by="d.reyes", at=ISSUED)

    with pytest.raises(writes.ChangedMeanwhile):
        writes.freeze(edition=edition.name, by="a.clerk", at=ISSUED, progress=meanwhile)

    assert not models.Frozen.objects.exists()


def test_two_editions_of_a_decision_are_held_against_each_other():
    stored_paper()
    first = issued()
    said = {"decision": CODE, "part": Part.LEGAL, "text": "Another view.", "none": False}
    meeting_writes.write_part(**said, by="d.reyes", at=ISSUED)
    second = begun()

    found = reads.compare(first.name, second.name)

    assert (first.name, second.name) == (f"{CODE}-2026-1", f"{CODE}-2026-2")
    assert found.restated == ()


def test_commentary_is_not_written_in_a_decision_report():
    stored_paper()

    with pytest.raises(writes.UnknownSection, match="on the decision’s own pages"):
        writes.narrate(
            edition=begun().name, section="legal", text="x", based_on=None, by="d.reyes", at=WRITTEN
        )


def test_a_draft_is_dated_by_the_newest_that_it_tells_and_an_edition_by_its_issue():
    stored_paper()
    draft = begun()
    later = ISSUED.replace(day=24)
    said = {"decision": CODE, "part": Part.LEGAL, "text": "Another view.", "none": False}
    meeting_writes.write_part(**said, by="d.reyes", at=later)

    assert reads.document_of(draft).dated == date(2026, 11, 24)
    frozen = writes.freeze(edition=draft.name, by="a.clerk", at=later.replace(day=25))
    assert reads.document_of(frozen).dated == date(2026, 11, 25)
