"""The council's own rules of notices: what they change, what is no rule at all."""

from datetime import UTC, date, datetime

import pytest

from scrutable.audit.reads import number_at
from scrutable.meetings import reads, writes
from scrutable.meetings.facts import Body, BodyKind, Counting, Meeting
from scrutable.registers import writes as registers
from scrutable.registers.facts import Policy

pytestmark = pytest.mark.django_db
AT = datetime(2026, 9, 1, 9, tzinfo=UTC)
BY = {"by": "m.doyle", "at": AT}


def settle(value, day=date(2026, 9, 1)):
    policy = Policy(name="notices", effective_from=day, value=value, approved_by="Council")
    registers.set_policy(policy=policy, **BY)


def test_as_shipped_five_days_are_working_days_and_28_are_not():
    found = reads.notices(date(2026, 9, 1), number_at())

    assert found.counting["LGA100B-AGENDA"] is Counting.WORKING
    assert found.counting["EA9-KEY"] is Counting.CALENDAR
    assert (found.call_in_days, found.requisitioners, found.key_decision_pounds) == (5, 4, 500000)
    assert found.callable_makers == {BodyKind.EXECUTIVE, BodyKind.EXECUTIVE_MEMBER}
    assert found.closed_days == frozenset()


def test_a_day_on_which_the_council_is_closed_brings_notice_forward_from_its_day_on():
    writes.record_body(body=Body(code="OSMB", name="Board", kind=BodyKind.SCRUTINY), **BY)
    writes.record_meeting(meeting=Meeting(code="", body="OSMB", on=date(2026, 9, 24)), **BY)
    before = number_at()
    settle('{"closed_days": ["2026-09-18"]}')

    def due(known, as_at):
        return reads.deadlines_of_meeting("OSMB-2026-09-24", known, as_at)[0].by

    assert due(before, date(2026, 9, 1)) == date(2026, 9, 16)
    assert due(number_at(), date(2026, 9, 1)) == date(2026, 9, 15)
    assert due(number_at(), date(2026, 8, 31)) == date(2026, 9, 16)


@pytest.mark.parametrize(
    ("value", "said"),
    [
        ('{"closed_days": ["Christmas"]}', "“Christmas” is not a day such as 2026-12-29."),
        ('{"closed_days": ["20261229"]}', "“20261229” is not a day such as 2026-12-29."),
        (
            '{"counting": {"EA9-KEY": "lunar"}}',
            "EA9-KEY counts “lunar” days. Write working or calendar.",
        ),
        (
            '{"call_in": {"makers": ["officer"]}}',
            "“officer” does not decide. Write executive, executive_member, committee or council.",
        ),
        ('{"counting": {"EA99": "working"}}', "notices has no setting counting.EA99."),
    ],
)
def test_what_no_rule_could_work_with_is_refused(value, said):
    with pytest.raises(registers.UnfitPolicy) as refused:
        settle(value)

    assert said in str(refused.value)
    assert number_at() == 0


def test_fewer_may_suffice_for_a_call_in():
    settle('{"call_in": {"days": 3, "requisitioners": 2, "makers": [], "key_of_officers": false}}')
    found = reads.notices(date(2026, 9, 1), number_at())

    assert (found.call_in_days, found.requisitioners) == (3, 2)
    assert found.callable_makers == frozenset()
    assert not found.officers_key_callable
