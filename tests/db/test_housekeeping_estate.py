"""The estate, its extracts and its initiatives as kept: few queries, as known on any day."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from factories.estate_facts import LINES, accounts, counted
from scrutable.audit.reads import events, number_at
from scrutable.housekeeping import reads, writes
from scrutable.housekeeping.facts import (
    CameTo,
    Counts,
    Extract,
    ExtractKind,
    Found,
    Initiative,
    InitiativeState,
    PartOfEstate,
)
from scrutable.kernel.attention import Gravity
from scrutable.records.reads import UnknownRecord
from scrutable.records.writes import UnfitRecord, record

pytestmark = pytest.mark.django_db
AT = datetime(2026, 10, 2, 8, tzinfo=UTC)
DAYS = (date(2026, 7, 31), date(2026, 8, 31), date(2026, 9, 30))


def keep(of, at=AT):
    return record(of=of, by="b.khan", at=at)


def extract(kind=ExtractKind.STAFF, as_at=DAYS[2], **changed):
    said = {"name": "hr.csv", "sha256": "a" * 64, "rows": 100, "refused": 2, **changed}
    return Extract(kind=kind, as_at=as_at, **said)


def reconciled(as_at, leavers, *, part=PartOfEstate.ACCOUNTS, read=(), people=5000):
    lines = counted(LINES | {"leaver": leavers})
    found = [Found(fault="leaver_open", key=f"l{n}", place=n + 2) for n in range(leavers)]
    came_to = CameTo(
        part=part, as_at=as_at, lines=lines, found=found, extracts=read, engine="duckdb",
        people=people,
    )  # fmt: skip
    return writes.keep_snapshot(came_to=came_to, by="b.khan", at=AT)


def initiative(code="ACC-1", **changed):
    said = {
        "title": "Fewer leavers’ accounts", "part": PartOfEstate.ACCOUNTS, "counts": Counts.LINE,
        "name": "leaver", "owner": "Head of IT", "baseline": 9, "baseline_on": DAYS[0],
        "target": 1, "due": date(2026, 12, 31),
    }  # fmt: skip
    return Initiative(code=code, **{**said, **changed})


def test_nothing_is_an_estate_without_parts():
    found = reads.estate(number_at(), DAYS[2])

    assert found.parts == ()
    assert found.stale_days == 45


def test_the_estate_is_the_last_snapshot_of_each_part_with_what_it_read():
    taken = keep(extract())
    read = (f"{taken.reference}@{taken.version}",)
    reconciled(DAYS[0], 3)
    reconciled(DAYS[1], 2)
    reconciled(DAYS[2], 1, read=read)
    reconciled(DAYS[1], 4, part=PartOfEstate.DEVICES)

    found = reads.estate(number_at(), date(2026, 10, 12))

    first, second = found.parts
    assert (first.snapshot.as_at, first.before.as_at) == (DAYS[2], DAYS[1])
    assert first.snapshot.people == 5000
    assert [(one.extract.reference, one.at, one.by) for one in first.used] == [
        ("extract/staff/2026-09-30", AT, "b.khan")
    ]
    assert (second.snapshot.part, second.before, second.days_old) == (
        PartOfEstate.DEVICES,
        None,
        42,
    )


@pytest.mark.parametrize(
    ("day", "is_stale"), [(date(2026, 11, 14), False), (date(2026, 11, 15), True)]
)
def test_a_sum_is_stale_from_the_day_after_the_council_s_limit(day, is_stale):
    reconciled(DAYS[2], 1)

    assert reads.estate(number_at(), day).parts[0].is_stale is is_stale


def test_the_estate_is_read_as_known_and_as_at_any_day():
    reconciled(DAYS[0], 3)
    known = number_at()
    reconciled(DAYS[0], 8)
    reconciled(DAYS[1], 2)

    def leavers(known, day):
        snapshot = reads.estate(known, day).parts[0].snapshot
        return {line.name: line.number for line in snapshot.lines}["leaver"]

    assert leavers(known, DAYS[2]) == 3
    assert leavers(number_at(), DAYS[2]) == 2
    assert leavers(number_at(), DAYS[0]) == 8
    assert reads.estate(number_at(), date(2026, 7, 30)).parts == ()


def test_however_much_is_kept_the_estate_takes_four_queries(django_assert_num_queries):
    taken = keep(extract())
    read = (f"{taken.reference}@{taken.version}",)
    for part in PartOfEstate:
        for day in DAYS:
            reconciled(day, 2, part=part, read=read)
    known = number_at()

    with django_assert_num_queries(4):
        assert len(reads.estate(known, DAYS[2]).parts) == 4


def test_extracts_are_listed_the_last_day_first_in_two_queries(django_assert_num_queries):
    for day in DAYS:
        keep(extract(as_at=day))
        keep(extract(ExtractKind.ACCOUNTS, day))
    known = number_at()

    with django_assert_num_queries(2):
        found = reads.extracts(known, DAYS[1])

    assert [(one.extract.kind.value, one.extract.as_at) for one in found] == [
        ("staff", DAYS[1]),
        ("accounts", DAYS[1]),
        ("staff", DAYS[0]),
        ("accounts", DAYS[0]),
    ]
    assert reads.extract(ExtractKind.STAFF, DAYS[2], known).by == "b.khan"
    with pytest.raises(UnknownRecord):
        reads.extract(ExtractKind.DEVICES, DAYS[2], known)


def test_refused_rows_lie_beside_the_snapshot_until_they_are_deleted(tmp_path):
    one = extract()
    place = tmp_path / one.place
    place.mkdir(parents=True)
    (place / "refused.csv").write_text('line,why,said\n3,"no, date",Ann | x\n4\n', "utf-8")

    assert reads.refused_rows(tmp_path, one) == [("3", "no, date", "Ann | x"), ("4", "", "")]
    assert reads.refused_rows(tmp_path, one, most=1) == [("3", "no, date", "Ann | x")]
    assert reads.refused_rows(tmp_path, replace(one, deleted_on=DAYS[2])) == []
    assert reads.refused_rows(tmp_path, replace(one, sha256="b" * 64)) == []


def test_the_snapshots_read_from_an_extract_are_those_of_its_very_version():
    taken = keep(extract())
    reconciled(DAYS[2], 1, read=(f"{taken.reference}@{taken.version}",))
    again = keep(extract(rows=101))

    def read_by(known):
        used = reads.extract(ExtractKind.STAFF, DAYS[2], known)
        return [one.part for one in reads.read_by(used, number_at())]

    assert read_by(again.version - 1) == [PartOfEstate.ACCOUNTS]
    assert read_by(again.version) == []


def test_an_extract_whose_rows_are_deleted_still_says_who_took_it_and_what_was_read():
    taken = keep(extract())
    reconciled(DAYS[2], 1, read=(f"{taken.reference}@{taken.version}",))
    record(
        of=replace(taken, deleted_on=date(2027, 1, 5)),
        by="m.doyle",
        at=datetime(2027, 1, 5, tzinfo=UTC),
    )
    known = number_at()

    used = reads.extract(ExtractKind.STAFF, DAYS[2], known)

    assert (used.by, used.at, used.extract.deleted_on) == ("b.khan", AT, date(2027, 1, 5))
    assert reads.extracts(known, DAYS[2]) == [used]
    assert [one.part for one in reads.read_by(used, known)] == [PartOfEstate.ACCOUNTS]
    assert reads.kept_until(taken, known, DAYS[2]) == date(2026, 12, 29)


def test_a_look_at_refused_rows_is_logged_without_what_was_seen():
    taken = keep(extract())

    writes.record_look(extract=taken, by="b.khan", at=AT)

    look = events(most=1)[0]
    assert (look.verb, look.subject) == ("refused_rows_seen", "extract/staff/2026-09-30")
    assert look.after == {"refused": 2}


def test_an_initiative_is_kept_and_measured_by_the_snapshots_in_two_queries(
    django_assert_num_queries,
):
    reconciled(DAYS[0], 9)
    keep(initiative())
    keep(initiative("ACC-2", target=3))
    reconciled(DAYS[1], 6)
    known = number_at()

    with django_assert_num_queries(2):
        first, second = reads.initiatives(known, DAYS[2])

    assert [one.value for one in first.measured] == [9, 6]
    assert (first.state, first.percent) == (InitiativeState.ON_TRACK, 37)
    assert (second.state, second.percent) == (InitiativeState.ON_TRACK, 50)
    assert events(subject="initiative/ACC-1", most=1)[0].verb == "initiative_recorded"
    assert reads.initiatives(known, date(2026, 7, 30)) == []


def test_a_baseline_that_the_snapshot_of_its_day_contradicts_is_refused():
    reconciled(DAYS[0], 8)

    with pytest.raises(UnfitRecord) as unfit:
        keep(initiative())

    assert [(one.place, one.fault) for one in unfit.value.faults] == [
        ("baseline", "The snapshot as at 31 July 2026 says 8, not 9")
    ]
    assert keep(initiative(baseline=8)).version


def test_a_baseline_of_a_day_without_a_snapshot_is_taken_on_its_word():
    assert keep(initiative(baseline_on=date(2026, 7, 1))).version


def test_what_lags_needs_a_person_as_gravely_as_the_council_says():
    reconciled(DAYS[0], 9)
    keep(initiative())
    reconciled(DAYS[2], 8)
    known = number_at()

    (behind,) = reads.initiatives_attention(known, date(2026, 10, 12))
    (past,) = reads.initiatives_attention(known, date(2027, 1, 1))

    assert (behind.gravity, behind.reference) == (Gravity.CONCERN, "initiative/ACC-1")
    assert (past.gravity, past.since) == (Gravity.SERIOUS, date(2026, 12, 31))


def test_the_factory_s_snapshot_is_one_that_can_be_kept():
    assert accounts().number == sum(LINES.values())
