"""Presenters know no routes, so each address they write is held to the routes."""

import doctest

import pytest
from django.urls import resolve

from scrutable.meetings.presenters import addresses, references


@pytest.mark.parametrize(
    ("reference", "route"),
    [
        ("meeting/OSMB-2026-09-24", "meetings:meeting"),
        ("body/OSMB", "meetings:body"),
        ("decision/I017909", "reports:decision"),
        ("commitment/2026-014", "meetings:commitment"),
        ("question/OSMB-2026-09-24/2", "meetings:question"),
        ("minutes/OSMB-2026-09-24-1", "meetings:minutes"),
        ("delegation/2026-003", "meetings:delegation"),
        ("recommendation/2026-005", "meetings:recommendation"),
        ("edition/CSS-2026-3", "reports:edition"),
    ],
)
def test_what_a_reference_names_has_a_page(reference, route):
    assert resolve(addresses.reference_address(reference)).view_name == route


@pytest.mark.parametrize("module", [addresses, references])
def test_the_examples_hold(module):
    tried = doctest.testmod(module)

    assert tried.attempted
    assert not tried.failed
