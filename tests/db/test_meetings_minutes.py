"""Minutes loaded, settled, confirmed: what is kept, what is refused, what becomes owed."""

from dataclasses import replace
from datetime import date

import pytest

from factories.stored_minutes import AT, MEETING, TEXT, incoming, loaded, outcome, stored_minutes
from factories.stored_promises import stored_board, stored_meeting
from scrutable.audit.models import Event
from scrutable.audit.reads import number_at
from scrutable.evidence.models import Content, StoredFile
from scrutable.meetings import facts, models, reads, writes

pytestmark = pytest.mark.django_db

CODE = f"{MEETING}-1"


def settled(number, **given):
    """Settle one limb as an officer does."""
    limb = reads.limb(CODE, number, number_at(), closed=True)
    limb = replace(limb, **({"state": facts.LimbState.CONFIRMED} | given))
    return writes.settle_limb(limb=limb, by="a.clerk", at=AT)


def made_unclear(number):
    """Keep a limb as the reader keeps one that it is not sure of."""
    limb = reads.limb(CODE, number, number_at())
    doubtful = replace(limb.outcome, certainty=facts.Certainty.UNCLEAR)
    return settled(number, outcome=doubtful, state=facts.LimbState.AS_READ)


def confirmed():
    return writes.confirm_minutes(minutes=CODE, by="a.clerk", at=AT)


def test_loading_keeps_file_text_reading_and_limbs():
    found = stored_minutes()

    limbs = reads.limbs(CODE, number_at())
    assert (found.code, found.text, found.loaded_by) == (CODE, TEXT.rstrip(), "a.clerk")
    assert [limb.outcome.kind.value for limb in limbs] == ["note", "report-back", "delegate"]
    assert [limb.is_tracked for limb in limbs] == [False, True, False]
    assert {limb.state for limb in limbs} == {facts.LimbState.AS_READ}
    assert StoredFile.objects.get().sha256 == found.file


def test_spans_hold_in_the_text_that_is_kept():
    found = stored_minutes()

    for limb in reads.limbs(CODE, number_at()):
        start, end = limb.outcome.span
        assert " ".join(found.text[start:end].split()) == limb.outcome.text


def test_the_same_file_again_changes_nothing():
    first = stored_minutes()
    before = number_at()

    again = loaded()

    assert again == first
    assert number_at() == before
    assert models.Minutes.objects.count() == 1


def test_the_same_file_for_an_item_is_minutes_of_their_own():
    stored_minutes()
    item = facts.AgendaItem(meeting=MEETING, number=0, printed="5.", title="IMT")
    writes.put_item(item=item, by="a.clerk", at=AT)

    found = loaded(item=1)

    assert (found.code, found.item) == (f"{MEETING}-2", 1)
    assert Content.objects.count() == 1


def test_next_meeting_has_its_day_once_the_calendar_knows_it():
    stored_minutes()

    due = reads.limb(CODE, 2, number_at()).outcome.due

    assert (due.words, due.first, due.last) == (
        "next meeting",
        date(2026, 11, 26),
        date(2026, 11, 26),
    )


def test_next_meeting_stays_words_while_none_is_planned():
    stored_board()
    stored_meeting("11-26", state=facts.MeetingState.CANCELLED)
    loaded()

    due = reads.limb(CODE, 2, number_at()).outcome.due

    assert (due.words, due.last) == ("next meeting", None)


@pytest.mark.parametrize(
    ("given", "refusal"),
    [
        ({"content": b""}, "The file is empty; send the minutes themselves."),
        ({"content": b"%PDF-1.7 cut"}, "The PDF is damaged or cut short; open it, save it again"),
        ({"meeting": "OSMB-2026-11-26"}, "is on 26 November 2026, which has not come yet"),
        ({"meeting": "OSMB-1999-01-01"}, "There is no meeting OSMB-1999-01-01"),
        ({"item": 7}, "has no item 7"),
    ],
)
def test_what_is_refused_leaves_nothing_behind(given, refusal):
    stored_board()
    before = Event.objects.count()
    refusals = (writes.UnreadableMinutes, writes.UnfitMinutes, reads.UnknownMeeting)

    with pytest.raises((*refusals, reads.UnknownItem), match=refusal):
        loaded(**given)

    assert Event.objects.count() == before
    assert not Content.objects.exists()
    assert not models.Minutes.objects.exists()


def test_minutes_of_a_cancelled_meeting_are_refused():
    stored_board()
    meeting = replace(reads.meeting(MEETING, number_at()), state=facts.MeetingState.CANCELLED)
    writes.record_meeting(meeting=meeting, by="a.clerk", at=AT)

    with pytest.raises(writes.UnfitMinutes, match="was cancelled"):
        loaded()


def test_confirming_makes_a_commitment_of_each_tracked_limb():
    stored_minutes()

    found = confirmed()

    (made,) = reads.commitments(number_at())
    assert (found.confirmed_by, found.is_confirmed) == ("a.clerk", True)
    assert (
        made.text == "That the Head of IT report back to the next meeting on the top 20 projects."
    )
    assert (made.body, made.owner, made.made_in) == ("OSMB", "Head of IT", MEETING)
    assert made.source_reference == f"limb/{CODE}/2"
    assert made.source is facts.CommitmentSource.RESOLUTION
    assert made.due.last == date(2026, 11, 26)


def test_an_unclear_limb_must_be_looked_at_first():
    stored_minutes()
    made_unclear(1)
    made_unclear(3)

    with pytest.raises(writes.NotYetLookedAt, match="Limbs 1 and 3 are unclear"):
        confirmed()

    assert not models.MinutesConfirmed.objects.exists()
    assert not models.Commitment.objects.exists()
    settled(1)
    settled(3, state=facts.LimbState.STRUCK, reason="It was the officer’s proposal")
    assert confirmed().is_confirmed


def test_one_limb_that_cannot_be_tracked_stops_the_whole_confirmation():
    stored_minutes()
    due = facts.Due(words="by 1 May 2026", last=date(2026, 5, 1))
    late = replace(reads.limb(CODE, 3, number_at()).outcome, due=due)
    settled(
        3, outcome=late, is_tracked=True, state=facts.LimbState.CORRECTED, reason="To be tracked"
    )

    with pytest.raises(writes.UnfitMinutes, match=r"Limb 3 cannot be tracked\. It is due by 1 May"):
        confirmed()

    assert not models.MinutesConfirmed.objects.exists()
    assert not models.Commitment.objects.exists()


def test_nothing_of_confirmed_minutes_changes():
    stored_minutes()
    confirmed()

    with pytest.raises(writes.MinutesAlreadyConfirmed, match="no longer changes"):
        settled(1)
    with pytest.raises(writes.MinutesAlreadyConfirmed):
        writes.add_limb(limb=missed(), by="a.clerk", at=AT)
    with pytest.raises(writes.MinutesAlreadyConfirmed):
        confirmed()


def missed(**given):
    words = "The Board considered a report on IMT services."
    told = {"minutes": CODE, "number": 0, "outcome": outcome(words), "reason": "Missed"}
    return facts.Limb(**told | given)


def test_an_added_limb_is_numbered_after_the_others_and_stands_in_its_place():
    stored_minutes()

    added = writes.add_limb(limb=missed(), by="a.clerk", at=AT)

    assert (added.number, added.state) == (4, facts.LimbState.ADDED)
    assert [limb.number for limb in reads.limbs(CODE, number_at())] == [4, 1, 2, 3]


@pytest.mark.parametrize("reason", ["", "   "])
@pytest.mark.parametrize("state", ["corrected", "struck"])
def test_a_correction_or_a_strike_needs_its_reason(state, reason):
    stored_minutes()

    with pytest.raises(writes.UnfitLimb, match=r"Enter the reason\."):
        settled(2, state=facts.LimbState(state), reason=reason)


def test_a_struck_limb_is_not_tracked_whatever_is_said():
    stored_minutes()

    limb = settled(2, state=facts.LimbState.STRUCK, reason="A proposal", is_tracked=True)

    assert not limb.is_tracked
    confirmed()
    assert reads.commitments(number_at()) == []


def test_a_correction_is_a_new_version_and_the_first_is_kept():
    stored_minutes()
    before = number_at()

    changed = replace(reads.limb(CODE, 2, before).outcome, owner="Chief Digital Officer")
    settled(2, outcome=changed, state=facts.LimbState.CORRECTED, reason="The post was renamed")

    assert reads.limb(CODE, 2, before).outcome.owner == "Head of IT"
    assert reads.limb(CODE, 2, number_at()).outcome.owner == "Chief Digital Officer"


def test_corrected_minutes_are_a_load_of_their_own_and_track_nothing_twice():
    stored_minutes()
    confirmed()

    again = loaded(TEXT.replace("considered", "discussed"))

    limbs = reads.limbs(again.code, number_at())
    assert again.code == f"{MEETING}-2"
    assert [limb.is_tracked for limb in limbs] == [False, False, False]


def test_what_is_tracked_in_other_minutes_of_the_meeting_is_not_confirmed_twice():
    stored_minutes()
    draft = loaded(TEXT.replace("considered", "discussed"))
    confirmed()

    with pytest.raises(writes.UnfitMinutes, match=f"Limb 2 is tracked already as limb/{CODE}/2"):
        writes.confirm_minutes(minutes=draft.code, by="a.clerk", at=AT)


def test_two_items_that_resolve_the_same_words_are_both_owed():
    stored_board()
    for title in ("IMT", "Payroll"):
        item = facts.AgendaItem(meeting=MEETING, number=0, printed="", title=title)
        writes.put_item(item=item, by="a.clerk", at=AT)
    loaded(item=1)
    confirmed()

    second = loaded(item=2)
    writes.confirm_minutes(minutes=second.code, by="a.clerk", at=AT)

    assert len(reads.commitments(number_at())) == 2


def test_closed_minutes_are_left_out_unless_asked_for():
    exempt = facts.Closure(
        openness=facts.Openness.EXEMPT, paragraphs=(3,), public_interest="Prices are being bid"
    )
    stored_minutes(closure=exempt)
    known = number_at()

    seen, whole = reads.minutes(CODE, known), reads.minutes(CODE, known, closed=True)

    assert (seen.text, seen.reading.outcomes, reads.limbs(CODE, known)) == ("", (), [])
    assert whole.text == TEXT.rstrip()
    assert len(reads.limbs(CODE, known, closed=True)) == 3
    assert all("top 20" not in event.body for event in Event.objects.all())
    confirmed()
    (made,) = reads.commitments(number_at(), closed=True)
    assert made.closure == exempt


def test_lists_take_as_many_queries_for_many_minutes(django_assert_num_queries):
    stored_minutes()
    for at in range(5):
        loaded(TEXT.replace("considered", f"considered {at}"))
    known = number_at()

    with django_assert_num_queries(2):
        found = reads.all_minutes(known)
    with django_assert_num_queries(1):
        counts = reads.settled_counts(known)

    assert [one.code for one in found][:2] == [f"{MEETING}-6", f"{MEETING}-5"]
    assert {one.text for one in found} == {""}
    assert counts[CODE] == {facts.LimbState.AS_READ: 3}


def test_loading_says_how_far_it_is():
    stored_board()
    said = []

    writes.load_minutes(
        incoming=incoming(), by="a.clerk", at=AT, progress=lambda *told: said.append(told[2])
    )

    assert said == ["Reading what was decided", "Saving"]
