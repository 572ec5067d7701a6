"""What councillors need: sealed at rest, nowhere else, for them and the named officers alone."""

from datetime import UTC, date, datetime

import pytest
from django.apps import apps
from django.core.serializers import serialize

from scrutable.audit.models import Event
from scrutable.audit.reads import number_at
from scrutable.councillors import models, reads, writes
from scrutable.councillors.facts import AccessNeeds, Councillor, NamedOfficer, ReportForm
from scrutable.councillors.writes import NoKey, WrongKey, new_key
from scrutable.records.writes import UnfitRecord

pytestmark = pytest.mark.django_db
AT = datetime(2026, 10, 12, 9, tzinfo=UTC)
TODAY = date(2026, 10, 12)
MARK = "planted-mark-of-need"
NEEDS = AccessNeeds(
    report_form=ReportForm.LARGE_PRINT, needs=MARK, adjustments=MARK, at_meetings=MARK
)


@pytest.fixture
def councillor():
    one = Councillor(number=0, name="Planted Name", person="c.osei", since=date(2025, 5, 5))
    return writes.record_councillor(councillor=one, by="a.clerk", at=AT).number


def tell(number, needs=NEEDS, by="c.osei"):
    writes.tell_needs(councillor=number, needs=needs, by=by, at=AT)
    return reads.access_form(number)


def test_what_is_needed_lies_in_no_table_in_clear(councillor):
    form = tell(councillor)

    dumped = "".join(serialize("json", model._base_manager.all()) for model in apps.get_models())
    assert MARK not in dumped
    assert "large_print" not in dumped
    assert reads.access_needs(form) == NEEDS


def test_the_log_says_nothing_of_whose_form_it_is_nor_what_it_holds(councillor):
    tell(councillor)

    event = Event.objects.order_by("-number").first()
    assert (event.verb, event.subject) == ("access_form_kept", "councillors/access")
    assert event.body == '{"after":{},"before":{}}'
    assert "Planted" not in "".join(Event.objects.values_list("body", flat=True))
    assert "c.osei" not in "".join(Event.objects.values_list("body", flat=True))


def test_how_much_was_said_cannot_be_told_from_the_length(councillor):
    tell(councillor)
    said = models.AccessForm.objects.get().sealed
    tell(councillor, AccessNeeds())

    assert len(models.AccessForm.objects.get().sealed) == len(said)


def test_a_text_sealed_for_another_does_not_open(councillor):
    tell(councillor)
    other = tell(councillor + 1, AccessNeeds())
    mine = models.AccessForm.objects.get(councillor=councillor)
    models.AccessForm.objects.filter(handle=other.handle).update(sealed=mine.sealed)

    with pytest.raises(WrongKey):
        reads.access_needs(other)


def test_a_look_is_logged_by_a_name_that_tells_nothing_and_can_be_shown(councillor):
    form = tell(councillor)
    writes.look(form=form, by="a.patel", at=AT)

    event = Event.objects.order_by("-number").first()
    assert (event.verb, event.by) == ("access_form_seen", "a.patel")
    assert event.subject == f"access/{form.handle}"
    assert event.body == '{"after":{},"before":{}}'
    assert [one.by for one in reads.looks(form)] == ["a.patel"]


def test_what_is_erased_is_gone_and_the_log_keeps_that_it_was(councillor):
    tell(councillor)

    assert writes.erase_needs(councillor=councillor, by="c.osei", at=AT) is True
    assert reads.access_form(councillor) is None
    assert Event.objects.order_by("-number").first().verb == "access_form_erased"
    assert writes.erase_needs(councillor=councillor, by="c.osei", at=AT) is False


def test_to_erase_a_councillor_leaves_the_number_alone(councillor):
    tell(councillor)
    writes.erase_councillor(number=councillor, by="a.clerk", at=AT)

    found = reads.councillor(councillor)
    assert (found.name, found.person) == ("", "")
    assert reads.access_form(councillor) is None


def test_without_a_key_nothing_is_recorded(councillor, settings):
    settings.ACCESS_NEEDS_KEYS = []
    before = number_at()

    with pytest.raises(NoKey, match="no key is set"):
        tell(councillor)
    assert number_at() == before
    assert reads.access_form(councillor) is None


def test_keys_are_changed_without_losing_anything(councillor, settings):
    form, old = tell(councillor), settings.ACCESS_NEEDS_KEYS
    new = [new_key()]
    settings.ACCESS_NEEDS_KEYS = [*new, *old]
    assert reads.access_needs(form) == NEEDS

    assert writes.seal_again(by="m.doyle", at=AT) == 1
    settings.ACCESS_NEEDS_KEYS = new
    assert reads.access_needs(form) == NEEDS
    assert writes.seal_again(by="m.doyle", at=AT) == 0
    settings.ACCESS_NEEDS_KEYS = old
    with pytest.raises(WrongKey):
        reads.access_needs(form)


def name(username, by="m.doyle", **more):
    named = NamedOfficer(**{"username": username, "since": TODAY, "why": "Sees to it", **more})
    return writes.name_officer(named=named, by=by, at=AT)


def test_only_who_is_named_may_see_and_only_on_the_days(officer, clerk):
    name("a.patel", until=date(2026, 10, 31))
    known = number_at()

    def may(username, on):
        return reads.may_see_needs(username, known, on)

    assert may("a.patel", TODAY) is True
    assert may("a.patel", date(2026, 10, 31)) is True
    assert may("a.patel", date(2026, 11, 1)) is False
    assert may("a.patel", date(2026, 10, 11)) is False
    assert may("a.clerk", TODAY) is False


@pytest.mark.parametrize(
    ("username", "by", "fault"),
    [
        ("a.clerk", "a.clerk", "Nobody names themselves"),
        ("c.osei", "a.clerk", "Councillors and suppliers are never named"),
        ("nobody", "a.clerk", "Nobody of this username signs in"),
    ],
)
def test_who_is_never_named(username, by, fault, clerk, member):
    with pytest.raises(UnfitRecord, match=fault):
        name(username, by=by)


def test_who_no_longer_signs_in_sees_nothing(officer):
    name("a.patel")
    officer.is_active = False
    officer.save()

    assert reads.may_see_needs("a.patel", number_at(), TODAY) is False
