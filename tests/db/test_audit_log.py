"""The event log: numbered without gaps, sealed, never changed, and found out if it is."""

from datetime import UTC, datetime, timedelta

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from scrutable.audit import reads, triggers
from scrutable.audit.facts import FIRST_SEAL, Break, canonical_json, seal_of
from scrutable.audit.models import Event
from scrutable.audit.writes import change

pytestmark = pytest.mark.django_db
NOON = datetime(2026, 4, 1, 12, tzinfo=UTC)


def record(subject="kpi/CSS/CSC_KPI_04", by="j.smith", at=NOON, **after):
    with change(verb="result_corrected", subject=subject, by=by, at=at) as under_way:
        under_way.after = after
    return under_way.number


def test_a_change_is_kept_with_who_when_before_and_after():
    with change(verb="result_corrected", subject="kpi/CSS/A", by="j.smith", at=NOON) as under_way:
        under_way.before = {"value": "53"}
        under_way.after = {"value": "35", "why": "a misprint – £1"}

    kept = reads.event(under_way.number)
    assert (kept.number, kept.at, kept.by, kept.verb) == (1, NOON, "j.smith", "result_corrected")
    assert (kept.subject, kept.reference) == ("kpi/CSS/A", "event/1")
    assert (kept.before, kept.after) == ({"value": "53"}, {"value": "35", "why": "a misprint – £1"})


def test_numbers_run_without_gaps_and_each_seal_covers_the_last():
    assert [record() for _ in range(3)] == [1, 2, 3]

    seals = list(Event.objects.order_by("number").values_list("last_seal", "seal"))
    assert [last for last, _ in seals] == [FIRST_SEAL, seals[0][1], seals[1][1]]
    assert reads.verify_chain() == []


def test_a_seal_can_be_worked_out_by_anyone():
    """It is what sha256sum says of the event's canonical text."""
    seal = seal_of(
        number=1,
        at=NOON,
        head=("j.smith", "kpi_defined", "kpi/CSS/A"),
        body='{"after":{},"before":{}}',
        last=FIRST_SEAL,
    )

    assert seal == "69462bfe583a1710ca9d407edd715f87bdd28b0dc68f1b2a462e45b64df9b876"


def test_canonical_json_is_one_text_for_one_value():
    assert canonical_json({"b": [1, None], "a": "é £"}) == '{"a":"é £","b":[1,null]}'


def test_a_change_that_fails_leaves_no_event_and_no_gap():
    def fail():
        with change(verb="x", subject="kpi/CSS/A", by="j.smith", at=NOON):
            raise RuntimeError

    record()
    with pytest.raises(RuntimeError):
        fail()

    assert record() == 2
    assert reads.verify_chain() == []


def test_a_change_needs_its_author():
    with (
        pytest.raises(ValueError, match="a change needs its author"),
        change(verb="x", subject="kpi/CSS/A", by="", at=NOON),
    ):
        pass

    assert reads.number_at() == 0


def test_several_changes_may_share_one_transaction_and_stand_or_fall_together():
    def fail():
        with transaction.atomic():
            record()
            record()
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fail()

    assert reads.number_at() == 0


def test_a_change_inside_a_change_is_refused():
    def nest():
        with change(verb="outer", subject="kpi/CSS/A", by="j.smith", at=NOON):
            record()

    with pytest.raises(DatabaseError):
        nest()

    assert reads.number_at() == 0


def test_the_time_never_runs_backwards():
    record(at=NOON)
    record(at=NOON - timedelta(hours=3))

    assert reads.event(2).at == NOON
    assert reads.verify_chain() == []


def test_a_moment_in_another_zone_is_the_same_moment():
    record(at=NOON.astimezone(tz=datetime.strptime("+0530", "%z").tzinfo))

    assert reads.event(1).at == NOON
    assert reads.verify_chain() == []


@pytest.mark.parametrize(("hours", "number"), [(-1, 0), (0, 2), (1, 2), (2, 3), (100, 3)])
def test_the_number_at_a_time(hours, number):
    record(at=NOON)
    record(at=NOON)
    record(at=NOON + timedelta(hours=2))

    assert reads.number_at(NOON + timedelta(hours=hours)) == number
    assert reads.number_at() == 3


def test_before_anything_the_number_is_nought():
    assert reads.number_at() == 0
    assert reads.event(1) is None


def test_events_newest_first_by_subject_author_and_page():
    record("kpi/CSS/A")
    record("kpi/CSS/A/2026-09", by="a.patel")
    record("kpi/CSS/AB")
    record("kpi/CSS")

    def numbers(**asked):
        return [event.number for event in reads.events(**asked)]

    assert numbers() == [4, 3, 2, 1]
    assert numbers(subject="kpi/CSS/A") == [2, 1]  # not kpi/CSS/AB
    assert numbers(by="a.patel") == [2]
    assert numbers(before=3) == [2, 1]
    assert numbers(most=2) == [4, 3]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE audit_event SET body = '{}' WHERE number = 1",
        "UPDATE audit_event SET number = 9",
        "DELETE FROM audit_event",
    ],
)
def test_the_database_refuses_to_change_or_remove_an_event(statement):
    record()

    with pytest.raises(IntegrityError, match="rows are never"), transaction.atomic():
        triggers.run(connection, [statement])

    assert reads.event(1).by == "j.smith"


def test_the_model_is_refused_too():
    record()
    event = Event.objects.get(number=1)
    event.by = "somebody else"

    for attempt in (event.save, event.delete, Event.objects.all().delete):
        with pytest.raises(IntegrityError, match="rows are never"), transaction.atomic():
            attempt()


def test_no_way_round_the_triggers_by_replacing_or_emptying():
    record()
    ways = {
        "sqlite": "INSERT OR REPLACE INTO audit_event SELECT * FROM audit_event",
        "postgresql": "TRUNCATE audit_event",
    }

    with pytest.raises(IntegrityError, match="rows are never"), transaction.atomic():
        triggers.run(connection, [ways[connection.vendor]])

    assert reads.number_at() == 1


@pytest.fixture
def four_events():
    """Four events, with the triggers taken off as a thief with the file would."""
    for number in range(4):
        record(value=str(number))
    triggers.run(connection, triggers.removals(connection.vendor, "audit_event"))


ALTERED = "has been altered since it was sealed"
UNLINKED = "does not link to the event before it"


@pytest.mark.usefixtures("four_events")
@pytest.mark.parametrize(
    ("statement", "breaks"),
    [
        ("UPDATE audit_event SET body = '{}' WHERE number = 2", [(2, ALTERED)]),
        ("UPDATE audit_event SET by = 'nobody' WHERE number = 1", [(1, ALTERED)]),
        ("UPDATE audit_event SET verb = 'x' WHERE number = 4", [(4, ALTERED)]),
        ("UPDATE audit_event SET subject = 'x' WHERE number = 4", [(4, ALTERED)]),
        (
            "UPDATE audit_event SET at = '2026-04-01 11:00:00+00:00' WHERE number = 3",
            [(3, ALTERED)],
        ),
        (
            "UPDATE audit_event SET seal = 'forged' WHERE number = 2",
            [(2, ALTERED), (3, UNLINKED)],
        ),
        (
            "DELETE FROM audit_event WHERE number = 2",
            [(3, "follows 1: events are missing"), (3, UNLINKED)],
        ),
        (
            "DELETE FROM audit_event WHERE number = 1",
            [(2, "follows 0: events are missing"), (2, UNLINKED)],
        ),
    ],
)
def test_verification_finds_what_was_tampered_with(statement, breaks):
    triggers.run(connection, [statement])

    assert reads.verify_chain() == [Break(*place) for place in breaks]


@pytest.mark.usefixtures("four_events")
def test_an_event_sealed_anew_no_longer_fits_the_next():
    row = Event.objects.get(number=2)
    body = row.body.replace("1", "7")
    head = (row.by, row.verb, row.subject)
    seal = seal_of(number=2, at=NOON, head=head, body=body, last=row.last_seal)
    Event.objects.filter(number=2).update(body=body, seal=seal)

    assert reads.verify_chain() == [Break(3, UNLINKED)]
