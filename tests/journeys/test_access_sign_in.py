import base64
import hmac
import re
import struct
import time
from datetime import timedelta
from urllib.parse import urlsplit

import pytest
import time_machine
from django.core.cache import cache
from django.urls import reverse

from scrutable.access import reads
from scrutable.access.facts import DEMONSTRATION_PASSWORD
from scrutable.audit.models import Event

PASSWORD = "a long enough password"


def code_for(secret):
    """Return what an app shows now, by RFC 6238."""
    counter = struct.pack(">Q", int(time.time()) // 30)
    digest = hmac.digest(base64.b32decode(secret), counter, "sha1")
    at = digest[-1] & 0x0F
    return f"{(struct.unpack('>I', digest[at : at + 4])[0] & 0x7FFFFFFF) % 10**6:06}"


def sign_in(client, username, password=PASSWORD, **more):
    data = {"login": username, "password": password}
    return client.post(reverse("account_login"), data, **more)


def set_up_second_factor(client):
    page = client.get(reverse("mfa_activate_totp"))
    secret = re.search(r'app-secret">([A-Z2-7]+)<', page.text)[1]
    client.post(reverse("mfa_activate_totp"), {"code": code_for(secret)})
    return secret


def test_a_username_and_password_open_the_door(client, member):
    response = sign_in(client, "c.osei")

    assert response.status_code == 302
    assert response.url == "/"
    assert client.get("/").status_code == 200


def test_a_supplier_begins_with_contracts(client, supplier_person):
    sign_in(client, "n.ward")

    assert "Your contracts" in client.get("/").text


def test_nobody_is_led_to_sign_in(client, db):
    assert client.get("/").url.startswith(reverse("account_login"))


def test_a_wrong_password_is_told_without_saying_which_was_wrong(client, member):
    wrong = sign_in(client, "c.osei", "not the password")
    unknown = sign_in(client, "nobody", "not the password")

    words = "Username or password is not right. Check both and try again"
    assert words in wrong.text
    assert words in unknown.text


def test_a_sixth_try_must_wait(client, member):
    for _ in range(5):
        sign_in(client, "c.osei", "not the password")

    assert "Too many tries. Wait five minutes and try again" in sign_in(client, "c.osei").text


def test_somebody_stopped_is_kept_out(client, member):
    member.is_active = False
    member.save()

    sign_in(client, "c.osei")

    assert "_auth_user_id" not in client.session


def test_nobody_may_sign_up(client, db):
    assert client.get("/account/sign-up/").status_code == 404


def test_where_it_is_required_the_second_factor_comes_first(client, contract_manager, settings):
    settings.REQUIRE_SECOND_FACTOR = True
    sign_in(client, "j.smith")

    for path in ("/", "/contracts/", "/people/"):
        assert client.get(path).url == reverse("mfa_activate_totp")

    set_up_second_factor(client)

    assert client.get("/").status_code == 200


@pytest.mark.parametrize("fixture", ["member", "auditor", "supplier_person"])
def test_who_changes_nothing_needs_no_second_factor(client, fixture, settings, request):
    settings.REQUIRE_SECOND_FACTOR = True
    person = request.getfixturevalue(fixture)
    sign_in(client, person.username)

    assert client.get("/").status_code == 200


def test_with_a_second_factor_the_password_alone_opens_nothing(client, officer):
    sign_in(client, "a.patel")
    secret = set_up_second_factor(client)
    client.post(reverse("account_logout"))

    after_password = sign_in(client, "a.patel")
    assert after_password.url == reverse("mfa_authenticate")
    assert client.get("/").url.startswith(reverse("account_login"))

    wrong = client.post(reverse("mfa_authenticate"), {"code": "000000"})
    assert "The code is not right" in wrong.text

    cache.clear()  # a code that was used a moment ago is refused for half a minute
    client.post(reverse("mfa_authenticate"), {"code": code_for(secret)})
    assert client.get("/").status_code == 200


def test_a_recovery_code_works_once(client, officer):
    sign_in(client, "a.patel")
    set_up_second_factor(client)
    codes = re.findall(r"<li>(\w{8})</li>", client.get(reverse("mfa_view_recovery_codes")).text)
    client.post(reverse("account_logout"))

    sign_in(client, "a.patel")
    client.post(reverse("mfa_authenticate"), {"code": codes[0]})
    assert client.get("/").status_code == 200
    client.post(reverse("account_logout"))

    sign_in(client, "a.patel")
    again = client.post(reverse("mfa_authenticate"), {"code": codes[0]})
    assert "The code is not right" in again.text


@pytest.mark.django_db(transaction=True)
def test_a_second_factor_goes_into_the_log_and_a_letter(client, officer, mailoutbox):
    sign_in(client, "a.patel")

    set_up_second_factor(client)

    verbs = list(Event.objects.filter(by="a.patel").values_list("verb", flat=True))
    assert verbs == ["second_factor_set_up"]
    (letter,) = mailoutbox
    assert letter.to == ["a.patel@westmere.example"]
    assert letter.subject == "Your second factor for Scrutable is set up"
    assert "http://testserver/account/password/" in letter.body


def test_who_needs_it_cannot_take_it_off(client, officer, settings):
    sign_in(client, "a.patel")
    set_up_second_factor(client)
    settings.REQUIRE_SECOND_FACTOR = True

    response = client.post(reverse("mfa_deactivate_totp"))

    assert "Your role needs a second factor, so it stays on" in response.text
    assert reads.has_second_factor("a.patel")


def test_a_password_is_changed_and_the_log_says_so(client, member):
    sign_in(client, "c.osei")
    new = "another long password"

    client.post(
        reverse("account_change_password"),
        {"oldpassword": PASSWORD, "password1": new, "password2": new},
    )

    member.refresh_from_db()
    assert member.check_password(new)
    event = Event.objects.get(verb="password_set")
    assert (event.by, event.subject) == ("c.osei", "person/c.osei")
    assert new not in event.body


@pytest.mark.parametrize(
    ("password", "expected"),
    [
        ("scrutable-demo", "Choose another password: this one is shown to everybody"),
        ("short", "must contain at least 12 characters"),
        ("councillor comfort", "too similar to the full name"),
    ],
)
def test_a_poor_password_is_refused(client, member, password, expected):
    sign_in(client, "c.osei")

    response = client.post(
        reverse("account_change_password"),
        {"oldpassword": PASSWORD, "password1": password, "password2": password},
    )

    assert expected in response.text


def test_a_forgotten_password_is_replaced_by_a_link_that_works_once(client, member, mailoutbox):
    client.post(reverse("account_reset_password"), {"email": "c.osei@westmere.example"})
    (letter,) = mailoutbox
    link = re.search(r"http\S+", letter.body)[0]

    form = client.get(link.replace("http://testserver", ""), follow=True)
    new = "another long password"
    client.post(form.redirect_chain[-1][0], {"password1": new, "password2": new})

    assert sign_in(client, "c.osei", new).url == "/"
    client.post(reverse("account_logout"))
    again = client.get(link.replace("http://testserver", ""), follow=True)
    assert "This link no longer works" in again.text


def test_an_unknown_address_gets_no_letter(client, member, mailoutbox):
    response = client.post(
        reverse("account_reset_password"), {"email": "who@westmere.example"}, follow=True
    )

    assert "The link is on its way" in response.text
    assert mailoutbox == []


def test_a_demonstration_shows_whom_to_sign_in_as(client, db, settings):
    settings.DEMONSTRATION = True

    page = client.get(reverse("account_login")).text

    for username in ("j.smith", "a.patel", "n.ward", "c.osei", "r.lindqvist", "m.doyle"):
        assert f"<strong>{username}</strong>" in page
    assert "scrutable-demo" in page
    assert "Westmere is invented" in page


def test_its_password_opens_nothing_elsewhere(client, member, settings):
    member.set_password(DEMONSTRATION_PASSWORD)
    member.save()

    refused = sign_in(client, "c.osei", DEMONSTRATION_PASSWORD)
    settings.DEMONSTRATION = True
    let_in = sign_in(client, "c.osei", DEMONSTRATION_PASSWORD)

    assert "This password is shown to everybody" in refused.text
    assert let_in.url == "/"


def test_a_link_sets_no_password_for_somebody_who_was_kept_out_since(client, member):
    link = reads.password_link("c.osei")
    address = client.get(urlsplit(link).path, follow=True).redirect_chain[-1][0]
    member.is_active = False
    member.save()
    new = "another long password"

    answer = client.post(address, {"password1": new, "password2": new})

    assert "You may not sign in any more" in answer.text
    member.refresh_from_db()
    assert not member.check_password(new)


def test_elsewhere_it_does_not(client, db):
    page = client.get(reverse("account_login")).text

    assert "j.smith" not in page
    assert "invented" not in page


def test_later_on_the_password_is_asked_for_again(client, member, settings):
    sign_in(client, "c.osei")
    with time_machine.travel(timedelta(minutes=6)):
        asked = client.get(reverse("mfa_activate_totp"))
        assert asked.url.startswith(reverse("account_reauthenticate"))

        wrong = client.post(asked.url, {"password": "not the password"})
        right = client.post(asked.url, {"password": PASSWORD})

    assert "That is not your password" in wrong.text
    assert right.url == reverse("mfa_activate_totp")
