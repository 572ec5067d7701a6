"""Officers' words on accounts, licences, agreements and orders, against what the records say."""

from dataclasses import replace
from datetime import date

import pytest

from scrutable.housekeeping.facts import PartOfEstate
from scrutable.housekeeping.rules.naming import names_in, says_any
from scrutable.reports.rules.estate_says import EstateSays
from scrutable.reports.rules.keeping_house import contradicted_estate

SEPTEMBER = date(2026, 9, 30)
FINE = EstateSays(
    as_at=date(2026, 10, 12),
    days=dict.fromkeys(PartOfEstate, SEPTEMBER),
    standing={},
    numbers={},
    short=(),
    unassessed=0,
    licences_on=SEPTEMBER,
    agreements=3,
    ran_on=(),
    running=(),
    again=(),
    lagging=(),
)
LEAVERS = (PartOfEstate.ACCOUNTS, "leaver_open")
WRONG = replace(
    FINE,
    standing={
        LEAVERS: 12,
        (PartOfEstate.ACCOUNTS, "nobodys"): 3,
        (PartOfEstate.DEVICES, "unencrypted"): 1,
        (PartOfEstate.DEVICES, "leavers"): 2,
        (PartOfEstate.DEVICES, "out_of_support"): 4,
        (PartOfEstate.DEVICES, "no_certificate"): 1,
        (PartOfEstate.ORDERS, "no_order"): 340,
        (PartOfEstate.ORDERS, "retrospective"): 7,
        (PartOfEstate.ORDERS, "split"): 2,
        (PartOfEstate.ORDERS, "over_limit"): 6,
        (PartOfEstate.ORDERS, "unpaid"): 5,
    },
    numbers={LEAVERS: frozenset({12, 9})},
    short=("Arkle Database",),
    ran_on=("Mapping licences", "Mail"),
    running=("Mail",),
    again=("Mail",),
    lagging=("SPARE",),
)
CLAIMS = [
    ("We have no licensing liabilities.", "Arkle Database is short of licences"),
    ("There is no licence shortfall.", "Arkle Database is short"),
    ("The council is fully licensed.", "Arkle Database is short"),
    ("All leavers’ accounts are closed.", "12 leavers’ accounts still open"),
    ("Every leaver's account has been disabled.", "12 leavers’ accounts still open"),
    ("No leavers' accounts remain open.", "12 leavers’ accounts still open"),
    ("Every account belongs to somebody.", "3 accounts that are nobody’s"),
    ("All our laptops are encrypted.", "1 device not encrypted"),
    ("All devices are accounted for.", "2 devices held by people who left"),
    ("No device is out of support.", "4 devices out of support"),
    ("Every disposal has a certificate.", "1 device disposed of without a certificate"),
    ("Every invoice had an order.", "340 invoices without an order"),
    ("No invoice came without an order.", "340 invoices without an order"),
    ("There were no retrospective orders.", "7 invoices ordered after they were billed"),
    ("No orders were split.", "2 orders split into several"),
    ("No order was over its approver’s limit.", "6 orders over their approver’s limit"),
    ("All small suppliers were paid on time.", "5 invoices of small suppliers not paid in time"),
    ("No agreement ran on.", "Mapping licences and Mail ran on without approval"),
    ("None of our agreements has run on.", "Mapping licences and Mail ran on"),
    ("All agreements were renewed in time.", "Mapping licences and Mail ran on"),
    ("No agreement runs on without approval.", "Mail runs on without approval"),
    ("It has not recurred.", "Mail ran on again"),
    ("All four initiatives are on track.", "initiative SPARE is behind or past due"),
]


def why(text, says=WRONG):
    return [one.fault for one in contradicted_estate({"summary": text}, says, {"summary": "1"})]


@pytest.mark.parametrize(("text", "but"), CLAIMS)
def test_words_that_say_all_is_well_over_records_that_do_not(text, but):
    (fault,) = why(text)

    assert fault.startswith("the commentary says “")
    assert but in fault


@pytest.mark.parametrize("text", [text for text, _ in CLAIMS])
def test_the_same_words_stand_where_nothing_is_wrong(text):
    assert why(text, FINE) == []


@pytest.mark.parametrize(
    "text",
    [
        "All leavers’ accounts will be closed by Christmas.",
        "Not all leavers’ accounts are closed.",
        "The supplier says “no agreement ran on”.",
        "We cannot say that no agreement ran on.",
        "On 30 June 2026 all leavers’ accounts were closed.",
        "Some leavers’ accounts are closed.",
    ],
)
def test_doubts_outlooks_quotations_and_earlier_days_claim_nothing(text):
    assert why(text) == []


def test_the_day_of_the_last_extract_is_no_earlier_day():
    assert why("On 30 September 2026 all leavers’ accounts were closed.") != []


def test_place_and_remedy_lead_to_the_commentary():
    (fault,) = contradicted_estate({"accounts": "No agreement ran on."}, WRONG, {"accounts": "4"})

    assert fault.place == "section 4, agreements"
    assert fault.mend_at == "commentary/accounts/"


@pytest.mark.parametrize("number", ["12", "9"])
def test_a_number_that_the_records_bear_out_stands(number):
    assert why(f"In September 2026, {number} leavers’ accounts were still open.") == []


@pytest.mark.parametrize("text", ["13 leavers' accounts still open", "1,200 leavers’ accounts"])
def test_another_number_is_refused(text):
    (fault,) = why(f"There are {text}.")

    assert "but the extract as at 30 September 2026 shows 12 leavers’ accounts still open" in fault


def test_what_nobody_reconciled_cannot_be_well():
    unread = replace(FINE, days={}, licences_on=None, unassessed=None, agreements=0)

    assert why("All devices are encrypted.", unread) == [
        (
            "the commentary says “All devices are encrypted”, but no extract of devices has been "
            "reconciled"
        )
    ]
    assert "no licences have been reconciled" in why("No licensing liabilities.", unread)[0]
    assert "no agreement is recorded" in why("No agreement ran on.", unread)[0]


def test_no_liability_is_not_known_of_what_was_not_assessed():
    (fault,) = why("No licensing liabilities.", replace(FINE, unassessed=2))

    assert "2 products in use were not assessed" in fault


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ask j.smith@example.org.", {"j.smith@example.org"}),
        ("E10234, LT-0042 and ksmith2 are left.", {"E10234", "LT-0042", "ksmith2"}),
        ("The reception account of 1,204; 6200 of all.", set()),
        ("e.g. 4G", set()),
    ],
)
def test_words_that_look_like_names(text, names):
    assert names_in(text) == names


@pytest.mark.parametrize(
    ("text", "is_said"),
    [
        ("We bought of Petra  planted twice.", True),
        ("Petra Plantedsson", False),
        ("Mrs Petra", False),
    ],
)
def test_the_name_of_somebody_who_trades_alone_is_found_as_words(text, is_said):
    assert says_any(text, ["Petra Planted", "Al"]) is is_said
