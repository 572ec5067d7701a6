"""Presenters know no routes, so each address they write is held to the routes."""

import pytest
from django.urls import resolve

from scrutable.contracts.presenters.addresses import record_address


@pytest.mark.parametrize(
    ("reference", "route"),
    [
        ("contract/CSS", "contracts:contract"),
        ("kpi/CSS/CSC_KPI_04", "contracts:kpi"),
        ("kpi/CSS/CSC_KPI_04/2026-09", "contracts:result"),
        ("mitigation/CSS/3", "contracts:mitigation"),
        ("credits/CSS/2026-08", "contracts:credit_month"),
        ("matter/CSS/2", "contracts:matter"),
        ("policy/council", "registers:policy"),
        ("event/12", "overview:event"),
        ("edition/CSS-2026-3", "reports:edition"),
        ("body/OSMB", "meetings:body"),
        ("meeting/OSMB-2026-09-24", "meetings:meeting"),
        ("item/OSMB-2026-09-24/5", "meetings:item"),
        ("minutes/OSMB-2026-09-24-1", "meetings:minutes"),
        ("decision/I017909", "reports:decision"),
        ("commitment/2026-014", "meetings:commitment"),
        ("question/OSMB-2026-09-24/2", "meetings:question"),
        ("delegation/2026-003", "meetings:delegation"),
        ("recommendation/2026-005", "meetings:recommendation"),
        ("limb/OSMB-2026-09-24-1/3", "overview:trace"),
        ("file/0a1b2c3d4e5f", "overview:trace"),
        ("statement/CSS/4", "overview:trace"),
        ("return/CSS/2026-09/1", "overview:trace"),
    ],
)
def test_every_record_leads_to_a_page(reference, route):
    assert resolve(record_address(reference)).view_name == route
