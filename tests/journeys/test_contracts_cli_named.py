"""Whoever a command names: somebody who may do the same on the pages, for that contract."""

import pytest
from click.testing import CliRunner

from factories.contract_facts import contract, kpi, row, stored_contract
from scrutable.access.models import Person
from scrutable.audit.reads import number_at
from scrutable.contracts.cli import group
from scrutable.contracts.intake import write_template
from scrutable.kernel.periods import Month

pytestmark = pytest.mark.django_db


@pytest.fixture
def stored():
    stored_contract()


@pytest.fixture
def run():
    def runner(*arguments):
        return CliRunner().invoke(group, [str(argument) for argument in arguments])

    return runner


@pytest.fixture
def good(tmp_path):
    path, kpis, filled = tmp_path / "august.xlsx", (kpi(),), {"CSC_KPI_04": row("4.1")}
    month = Month(2026, 8)
    path.write_bytes(write_template(contract=contract(), month=month, kpis=kpis, filled=filled))
    return path


MITIGATE = (
    "mitigate", "kpi/CSS/CSC_KPI_04", "--from", "2026-04", "--to", "2026-12", "--why", "Training",
    "--granted-by", "Partnership Board",
)  # fmt: skip
CORRECT = ("correct", "kpi/CSS/CSC_KPI_04/2026-08", "--value", "4.9", "--why", "Misprinted")


@pytest.mark.parametrize(
    ("command", "by", "said"),
    [
        (CORRECT, "n.ward", "The role of n.ward is supplier; name somebody who may correct"),
        (CORRECT, "a.patel", "The role of a.patel is officer; name somebody who may correct"),
        ((*CORRECT, "--dry-run"), "z.z", "Nobody has the username z.z; name somebody who may"),
        (CORRECT, "terminal", "Nobody has the username terminal; name somebody who may"),
        (MITIGATE, "n.ward", "The role of n.ward is supplier; name somebody who may agree a"),
        (MITIGATE, "Partnership Board", "Nobody has the username Partnership Board; name"),
        (("chase",), "n.ward", "The role of n.ward is supplier; name somebody who may load a"),
    ],
)
@pytest.mark.usefixtures("stored", "supplier_person", "officer")
def test_whoever_may_not_do_it_on_a_page_may_not_do_it_here(run, command, by, said):
    before = number_at()

    refused = run(*command, "--by", by)

    assert refused.exit_code == 1
    assert refused.stderr.startswith(f"Error: {said}")
    assert len(refused.stderr.splitlines()) == 1
    assert number_at() == before


def test_whoever_may_no_longer_sign_in_changes_nothing(stored, contract_manager, run):
    assert run(*CORRECT, "--dry-run", "--by", "j.smith").exit_code == 0
    Person.objects.update(is_active=False)
    before = number_at()

    refused = run(*CORRECT, "--by", "j.smith")

    assert (refused.exit_code, number_at()) == (1, before)
    assert refused.stderr == (
        "Error: j.smith may no longer sign in; name somebody who may correct a result, "
        "whose role is contract manager.\n"
    )


def test_a_supplier_sends_the_returns_of_its_own_contracts_as_provisional(
    stored, supplier_person, run, good
):
    verified = run("load", good, "--by", "n.ward", "--state", "verified")
    sent = run("load", good, "--by", "n.ward")

    assert (verified.exit_code, sent.exit_code) == (1, 0)
    assert (
        "The role of n.ward is supplier; name somebody who may load a return, " in verified.stderr
    )
    assert "Loaded as return/CSS/2026-08/1" in sent.stderr


def test_a_supplier_sends_nothing_for_anothers_contract(stored, supplier_person, run, good):
    Person.objects.update(supplier="supplier/another")
    before = number_at()

    refused = run("load", good, "--by", "n.ward")

    assert (refused.exit_code, number_at()) == (1, before)
    assert refused.stderr == (
        "Error: n.ward works for another supplier; name somebody who may send a return, "
        "whose role is contract manager or supplier.\n"
    )
