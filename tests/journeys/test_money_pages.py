"""Money on pages and at the terminal: recorded, refused with sums, loaded, reconciled, hidden."""

import io
from datetime import UTC, date, datetime

import openpyxl
import pytest
from click.testing import CliRunner
from django.core.files.uploadedfile import SimpleUploadedFile

from scrutable.audit.models import Event
from scrutable.audit.reads import number_at
from scrutable.cli import main
from scrutable.kernel.attention import Gravity
from scrutable.meetings.facts import (
    Body,
    BodyKind,
    Closure,
    DecisionRecord,
    Openness,
    PlannedDecision,
)
from scrutable.meetings.writes import plan_decision, record_body, record_decision
from scrutable.money import reads
from scrutable.money.facts import Approval, BudgetLine, Commitment, Fund
from scrutable.money.intake.ledger import read_ledger
from scrutable.money.intake.template import write_template
from scrutable.money.writes.ledger import NothingNew, load_ledger
from scrutable.money.writes.registers import load_registers
from scrutable.records.writes import UnfitRecord, record

AT = datetime(2026, 10, 12, 9, tzinfo=UTC)
TODAY = date(2026, 10, 12)
EXEMPT = Closure(openness=Openness.EXEMPT, paragraphs=(3,), public_interest="Prices")


@pytest.fixture(autouse=True)
def _clock(monkeypatch, settings, tmp_path):
    settings.DATA_DIR = tmp_path
    monkeypatch.setattr("scrutable.audit.clock.now", lambda: AT)


@pytest.fixture
def decided(db):
    """Two decisions of the director: one open for £500, one with an exempt part for £300."""
    record_body(
        body=Body(code="DOF", name="Director of Finance", kind=BodyKind.OFFICER), by="x", at=AT
    )
    for code, pounds, closure in (("I1", 500, None), ("I2", 300, EXEMPT)):
        plan_decision(
            planned=PlannedDecision(
                code=code, matter=f"Matter {code}", maker="DOF", maker_name="M Ilves",
                value_pounds=pounds, window_from=date(2026, 4, 1), window_to=date(2026, 4, 2),
                owner="X", **({"closure": closure} if closure else {}),
            ),
            by="x", at=AT,
        )  # fmt: skip
        record_decision(
            record=DecisionRecord(
                code=code, decided_on=date(2026, 4, 1), maker="DOF", maker_name="M Ilves",
                text="Approved", reasons="Needed", none_considered=True, no_interests=True,
                no_dispensations=True,
            ),
            by="x", at=AT,
        )  # fmt: skip


@pytest.fixture
def lines(decided):
    for code, year, pence in (
        ("NET", 2026, 1000_00),
        ("NET", 2025, 1200_00),
        ("DEV", 2026, 800_00),
    ):
        record(
            of=BudgetLine(
                code=code,
                year=year,
                title=f"Line {code}",
                fund=Fund.CAPITAL,
                area="IT",
                pence=pence,
            ),
            by="h.brandt",
            at=AT,
        )


def approve(pence, **more):
    said = {"number": 0, "line": "NET", "year": 2026, "pence": pence, "on": date(2026, 5, 1)}
    return record(of=Approval(**{**said, "decision": "decision/I1", **more}), by="h.brandt", at=AT)


def commit(pence, **more):
    said = {"number": 0, "line": "NET", "year": 2026, "pence": pence, "on": date(2026, 5, 2)}
    more = {"decision": "decision/I1", "what": "Switches", **more}
    return record(of=Commitment(**said, **more), by="h.brandt", at=AT)


def ledger(tmp_path, *rows, name="ledger.csv"):
    path = tmp_path / name
    path.write_text("\n".join(("code,date,amount", *rows)), encoding="utf-8")
    return path


def load(path, control=None):
    return load_ledger(read=read_ledger(path, path.name), control=control, by="h.brandt", at=AT)


def signed_in(client, person):
    client.force_login(person)
    return client


def test_an_approval_beyond_its_decision_is_refused_on_the_page_with_the_sums(
    client, lines, finance_director
):
    approve(300_00)
    form = {"decision": "decision/I1", "line": "DEV", "year": "2026/27", "pence": "250",
            "on": "2026-05-03"}  # fmt: skip

    answer = signed_in(client, finance_director).post("/money/approvals/new/", form)

    assert answer.status_code == 422
    said = "£300 stands and £250 is asked, £50 beyond its decision of £500"
    assert said in answer.content.decode()
    assert client.post("/money/approvals/new/", {**form, "pence": "200"}).status_code == 302
    assert [one.pence for one in reads.approvals(number_at(), TODAY)] == [200_00, 300_00]


def test_a_commitment_beyond_what_was_approved_is_refused_and_one_up_to_it_is_kept(lines):
    approve(300_00)
    commit(250_00)

    with pytest.raises(UnfitRecord, match="£250 stands and £60 is asked, £10 beyond"):
        commit(60_00)
    assert commit(50_00).number == 2


def test_a_decision_that_is_not_recorded_allows_nothing(lines):
    with pytest.raises(UnfitRecord, match="There is no record of decision/I9"):
        approve(1, decision="decision/I9")


def test_an_approval_after_the_spending_must_say_why(lines, tmp_path):
    load(ledger(tmp_path, "NET,2026-04-20,10.00"))

    with pytest.raises(UnfitRecord, match="Money was spent from 20 April 2026 on"):
        approve(300_00)
    approve(300_00, reason="The flood")
    (found,) = reads.ties(number_at(), TODAY)
    assert (found.kind.value, found.reason) == ("after_spending", "The flood")


def test_the_same_ledger_again_changes_nothing_and_a_later_one_replaces(lines, tmp_path):
    first = ledger(tmp_path, "NET,2026-04-20,10.00", "DEV,2026-04-21,5.00")
    load(first, 15_00)
    before = Event.objects.count()
    with pytest.raises(NothingNew):
        load(first, 15_00)
    assert Event.objects.count() == before

    load(ledger(tmp_path, "NET,2026-05-20,12.34", "OLD,2026-05-21,1.00", name="b.csv"), 14_00)

    known = number_at()
    assert reads.spent_by_line(known, 2026) == {"DEV": 0, "NET": 12_34, "OLD": 1_00}
    found = reads.ledger(2026, known)
    assert (found.here, found.strays, found.control_off) == (12_34, (("OLD", 1_00),), -66)
    assert not found.agrees


def test_virements_move_only_what_is_free_and_both_lines_show_it(client, lines, finance_director):
    approve(500_00)
    form = {"year": "2026/27", "from_line": "NET", "to_line": "DEV", "pence": "500.01",
            "on": "2026-06-01", "approved_by": "Director of Finance", "reason": "Late"}  # fmt: skip
    signed_in(client, finance_director)

    refused = client.post("/money/virements/new/", form)
    kept = client.post("/money/virements/new/", {**form, "pence": "500"})

    assert "£500.01 is asked and £500 is free of NET" in refused.content.decode()
    assert kept.status_code == 302
    assert dict(reads.moved(2026, number_at(), TODAY)) == {"NET": -500_00, "DEV": 500_00}
    assert "£1,300" in client.get("/money/lines/DEV/2026/").content.decode()


def test_what_an_exempt_part_hides_reaches_nobody_who_may_not_see_it(
    client, lines, member, finance_director
):
    approve(300_00, decision="decision/I2")
    commit(271_83, decision="decision/I2", supplier="Arkle Software", what="Release 9")
    pages = ["/money/", "/money/lines/", "/money/lines/NET/2026/", "/money/commitments/",
             "/money/decisions/", "/money/decisions/I2/", "/money/commitments/?format=csv",
             "/money/lines/?format=csv", "/money/lines/NET/2026/?table=commitments&format=xlsx",
             "/money/decisions/?format=csv"]  # fmt: skip

    for page in pages:
        said = signed_in(client, member).get(page)
        text = said.content.decode("utf-8", errors="replace")
        assert said.status_code == 200
        assert not any(word in text for word in ("271.83", "Arkle", "Release 9")), page
    seen = signed_in(client, finance_director).get("/money/commitments/").content.decode()
    assert "£271.83" in seen
    assert "Arkle Software" in seen
    told = " ".join(one.why for one in reads.money_attention(number_at(), TODAY))
    assert "271" not in told


def _workbook(**sheets):
    book = openpyxl.load_workbook(io.BytesIO(write_template()))
    for name, rows in sheets.items():
        for row in rows:
            book[name.replace("_", " ")].append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def test_a_register_is_taken_whole_once_and_keeps_what_is_beyond_flagged(
    client, lines, finance_director
):
    content = _workbook(
        Approvals=[["NET", "2026/27", 500, date(2026, 5, 1), "decision/I1", None, "", ""]],
        Commitments=[["NET", "2026/27", 541, date(2026, 5, 2), "decision/I1", "", "Switches"]],
        Budget_lines=[["NEW", "2026/27", "New", "revenue", "IT", 12.5, "", ""]],
    )
    sent = SimpleUploadedFile("money.xlsx", content)

    answer = signed_in(client, finance_director).post("/money/load/", {"file": sent})
    again = load_registers(content=content, name="money.xlsx", by="h.brandt", at=AT)

    assert answer.status_code == 302
    assert (again.taken, again.known, again.version) == (0, 3, 0)
    (tie,) = reads.ties(number_at(), TODAY)
    assert (tie.kind.value, tie.pence) == ("committed_beyond", 41_00)
    assert tie.reason.startswith("file/")
    assert "one commitment goes beyond what was decided" in client.get("/money/").content.decode()


def test_every_fault_of_a_register_is_told_at_once_and_nothing_is_kept(lines):
    content = _workbook(
        Approvals=[
            ["NET", "2026/27", "much", date(2026, 5, 1), "decision/I1", None, "", ""],
            ["NET", "2026/28", 5, "soon", "decision/I1", None, "", ""],
        ],
        Budget_lines=[["NEW", "2026/27", "New", "reserve", "IT", 12.5, "", ""]],
    )

    with pytest.raises(UnfitRecord) as unfit:
        load_registers(content=content, name="money.xlsx", by="h.brandt", at=AT)

    assert [one.place for one in unfit.value.faults] == [
        "Budget lines!D2", "Approvals!C2", "Approvals!B3", "Approvals!D3",
    ]  # fmt: skip
    assert reads.approvals(number_at(), TODAY) == []


def test_savings_from_planned_to_verified_by_another(
    client, lines, tmp_path, finance_director, officer
):
    load(ledger(tmp_path, "NET,2026-04-20,10.00"))
    signed_in(client, finance_director)
    form = {"code": "S-1", "year": "2026/27", "title": "Less", "line": "NET", "planned": "40",
            "owner": "a.patel"}  # fmt: skip
    client.post("/money/savings/new/", form)
    found = {"stage": "verified", "pence": "38.50", "on": "2026-10-01"}

    refused = client.post("/money/savings/S-1/2026/found/", {**found, "evidence": "A letter"})
    kept = client.post("/money/savings/S-1/2026/found/", {**found, "evidence": "ledger/NET/2026"})

    assert "give ledger/NET/2026" in refused.content.decode()
    assert kept.status_code == 302
    assert "£38.50 of £40 planned is verified" in client.get("/money/savings/").content.decode()


def test_the_commands_say_the_same(lines, tmp_path, finance_director):
    path = ledger(tmp_path, "NET,2026-04-20,1100.00", "NET,2026-04-31,2.00")
    run = CliRunner().invoke

    loaded = run(main, ["money", "load-ledger", str(path), "--by", "h.brandt"])
    budgets = run(main, ["money", "budgets", "--over", "--format", "csv"])
    other = ledger(tmp_path, "NET,2026-04-20,1100.01", name="c.csv")
    differs = run(main, ["money", "reconcile", "--against", str(other), "--format", "csv"])
    asked = "money approve --decision decision/I1 --line NET --year 2026/27 --pounds 300"
    late = run(main, [*asked.split(), "--on", "2026-05-01", "--by", "h.brandt"])

    assert loaded.exit_code == 1
    assert "line 3: the posting date “2026-04-31” is no day" in loaded.output
    assert "NET,2026/27,Line NET,capital,IT,1000,0,0,0,1100,,100" in budgets.output
    assert differs.exit_code == 1
    assert "NET,2026/27,1100.01,1100,0.01" in differs.output
    assert late.exit_code == 1
    assert "say why it came after" in late.output


def test_pages_ask_as_often_with_many_lines_as_with_few(
    client, lines, finance_director, django_assert_max_num_queries
):
    signed_in(client, finance_director).get("/money/lines/")
    for at in range(30):
        record(
            of=BudgetLine(
                code=f"L{at:02}", year=2026, title="L", fund=Fund.REVENUE, area=f"A{at}", pence=1
            ),
            by="h.brandt", at=AT,
        )  # fmt: skip
    for page in ("/money/", "/money/lines/", "/money/lines/NET/2026/", "/money/savings/"):
        with django_assert_max_num_queries(36):
            assert client.get(page).status_code == 200


def test_attention_names_the_ledger_that_does_not_agree(lines, tmp_path):
    load(ledger(tmp_path, "OLD,2026-04-20,10.00"))

    (found,) = reads.money_attention(number_at(), TODAY)

    assert found.reference == "ledger/2026"
    assert found.why == "£10 is on 1 code that no budget line has"
    assert found.gravity is Gravity.CONCERN
