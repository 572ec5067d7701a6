"""Every route × every role. A route that is missing from the table fails.

To add one: its name, an address at which something is kept, and one sign for each of VIEWERS:

    .  200, the page        s  302, to signing in     r  302, to somewhere else
    x  403, not permitted   n  404, not there         m  405, another method
    u  422, the form is shown again with what is wrong

Names of routes that only take a POST begin with "POST ".
"""

import pytest
from django.urls import URLPattern, get_resolver

SIGNS = {".": 200, "s": 302, "r": 302, "x": 403, "n": 404, "m": 405, "u": 422}
VIEWERS = (
    "anonymous",
    "supplier_person",
    "member",
    "auditor",
    "officer",
    "contract_manager",
    "administrator",
)
ROUTES = {
    # signing in
    "account_login": ("/account/sign-in/", ".rrrrrr"),
    "account_logout": ("/account/sign-out/", "s......"),
    "account_inactive": ("/account/stopped/", "......."),
    "account_reauthenticate": ("/account/again/", "s......"),
    "account_change_password": ("/account/password/", "s......"),
    "account_reset_password": ("/account/password/forgotten/", "......."),
    "account_reset_password_done": ("/account/password/sent/", "......."),
    "account_reset_password_from_key": ("/account/password/new/1-key/", "......."),
    "account_reset_password_from_key_done": ("/account/password/ready/", "......."),
    "mfa_index": ("/account/second-factor/", "s......"),
    "mfa_authenticate": ("/account/second-factor/code/", "srrrrrr"),
    "mfa_reauthenticate": ("/account/second-factor/again/", "srrrrrr"),
    "mfa_activate_totp": ("/account/second-factor/set-up/", "srrrrrr"),
    "mfa_deactivate_totp": ("/account/second-factor/remove/", "snnnnnn"),
    "mfa_view_recovery_codes": ("/account/second-factor/recovery-codes/", "snnnnnn"),
    "mfa_generate_recovery_codes": ("/account/second-factor/recovery-codes/new/", "srrrrrr"),
    "mfa_download_recovery_codes": ("/account/second-factor/recovery-codes/file/", "snnnnnn"),
    # people
    "access:first": ("/set-up/", "nnnnnnn"),
    "access:people": ("/people/", "sxx.xx."),
    "access:add": ("/people/add/", "sxxxxx."),
    "access:person": ("/people/c.osei/", "sxx.xx."),
    "access:change": ("/people/c.osei/change/", "sxxxxx."),
    "access:link": ("/people/c.osei/link/", "sxxxxx."),
    "POST access:do": ("/people/c.osei/reactivate/", "sxxxxxr"),
    # across everything
    "overview:home": ("/", "s......"),
    # jobs
    "work:jobs": ("/jobs/", "s......"),
    "work:job": ("/jobs/1/", "snnnnnn"),
    "work:progress": ("/jobs/1/progress/", "snnnnnn"),
}


def names(patterns, space=""):
    """Return the name of every route; one without a name cannot be spoken of."""
    for pattern in patterns:
        if isinstance(pattern, URLPattern):
            assert pattern.name, f"{pattern.pattern} has no name"
            yield f"{space}{pattern.name}"
        else:
            inner = f"{space}{pattern.namespace}:" if pattern.namespace else space
            yield from names(pattern.url_patterns, inner)


def test_every_route_is_in_the_table_and_none_besides():
    listed = {name.removeprefix("POST ") for name in ROUTES}

    assert listed == set(names(get_resolver().url_patterns))


@pytest.fixture
def world(
    supplier_person, member, auditor, officer, contract_manager, administrator
):  # and whatever the addresses of the table name
    people = (supplier_person, member, auditor, officer, contract_manager, administrator)
    return dict(zip(VIEWERS[1:], people, strict=True))


@pytest.mark.parametrize("route", ROUTES)
def test_who_may_open_what(route, world, client):
    address, signs = ROUTES[route]
    ask = client.post if route.startswith("POST ") else client.get
    found = {}
    for viewer in VIEWERS:
        client.logout()
        if viewer != "anonymous":
            client.force_login(world[viewer])
        answer = ask(address)
        to_sign_in = answer.status_code == 302 and answer.url.startswith("/account/sign-in/")
        found[viewer] = (answer.status_code, to_sign_in)

    expected = {
        viewer: (SIGNS[sign], sign == "s") for viewer, sign in zip(VIEWERS, signs, strict=True)
    }
    assert found == expected
