"""The estate in a browser: an extract taken and refused, a sum, trends, an initiative; with axe."""

from datetime import UTC, date, datetime

import pytest

from factories.estate_facts import accounts_file, staff_file
from scrutable.housekeeping import tasks, writes
from scrutable.housekeeping.facts import Counts, ExtractKind, Initiative, PartOfEstate
from scrutable.housekeeping.intake import Asked
from scrutable.records.writes import record

BAD = (("E99", "", "Ann Nonym", "31/11/2026"),)
DAYS = (date(2026, 8, 31), date(2026, 9, 30))
AT = datetime(2026, 10, 2, 9, tzinfo=UTC)


@pytest.fixture
def _council(transactional_db, settings, tmp_path):
    settings.DATA_DIR = tmp_path / "data"
    folder = tasks.extracts_folder()
    for day, left in zip(DAYS, (2, 1), strict=True):
        files = (
            (ExtractKind.STAFF, staff_file(tmp_path / "staff.csv", bad=BAD)),
            (ExtractKind.ACCOUNTS, accounts_file(tmp_path / "accounts.csv", left=left)),
        )
        for kind, path in files:
            asked = Asked(kind=kind, as_at=day, name=path.name, mapping={})
            aside = writes.lay_aside([path.read_bytes()], path.name, folder)
            writes.take_sent(
                path=aside, asked=asked, folder=folder, megabytes=0, by="b.khan", at=AT
            )
        writes.reconcile(folder=folder, as_at=day, megabytes=0, by="b.khan", at=AT)
    one = Initiative(
        code="ACC-1", title="Fewer leavers’ accounts",
        part=PartOfEstate.ACCOUNTS, counts=Counts.LINE,
        name="leaver", owner="Head of IT", baseline=2, baseline_on=DAYS[0], target=0,
        due=date(2026, 12, 31),
    )  # fmt: skip
    record(of=one, by="b.khan", at=AT)


@pytest.mark.usefixtures("_council", "housekeeper")
def test_the_estate_can_be_seen_taken_in_and_improved(page, tmp_path):
    page.sign_in("b.khan")
    for address in ("/estate/", "/estate/trends/", "/estate/extracts/", "/estate/initiatives/"):
        page.open(address)
        page.assert_good()
    page.get_by_role("link", name="ACC-1: Fewer leavers’ accounts").click()
    page.assert_good()
    page.open("/estate/extracts/take/")
    page.assert_good()
    page.get_by_label("The extract").set_input_files(staff_file(tmp_path / "staff.csv", bad=BAD))
    page.get_by_role("button", name="Take it").click()
    assert "1 of 9 rows was refused" in page.locator("main").inner_text()
    page.assert_good()
    page.open("/estate/initiatives/new/")
    page.get_by_role("button", name="Record it").click()
    assert "Enter the name" in page.locator("main").inner_text()
    page.refused.clear()  # the browser says that the form was refused
    page.assert_good()
