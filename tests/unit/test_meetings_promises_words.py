"""Commitments, questions and wants in words, as pages, calendars and lists say them."""

from datetime import UTC, datetime

import pytest

from factories.promise_facts import commitment, day, due, in_words, meeting, question, step
from scrutable.meetings import facts
from scrutable.meetings.facts import CommitmentState, Keeping, StepKind
from scrutable.meetings.presenters import promises_list as lists
from scrutable.meetings.presenters import promises_owners as owners
from scrutable.meetings.presenters import promises_page as page
from scrutable.meetings.presenters import promises_questions as questions
from scrutable.meetings.presenters import promises_words as words
from scrutable.meetings.presenters.addresses import reference_address
from scrutable.meetings.presenters.promises_calendar import entries
from scrutable.meetings.rules.choosing import standings
from scrutable.meetings.rules.promises import counts, standing
from scrutable.reports.facts import ReportKind

AS_AT = day("10-12")
NAMES = {"OSMB": "Overview and Scrutiny Management Board"}
ANSWERED = step("answered", "9-20", words="Appended", paper="edition/CSS-2026-4")


def shown(*commitments):
    return lists.shown(standings(commitments, AS_AT), NAMES)


@pytest.mark.parametrize(
    ("enum", "said"),
    [
        (CommitmentState, words.STATE_WORDS),
        (CommitmentState, words.STATE_COLOURS),
        (CommitmentState, words.STATE_SHAPES),
        (Keeping, words.KEEPING_WORDS),
        (Keeping, words.KEEPING_MEANS),
        (StepKind, words.STEP_WORDS),
        (StepKind, page.ACTIONS),
        (StepKind, page.SLUGS),
        (facts.CommitmentSource, words.SOURCE_WORDS),
    ],
)
def test_everything_has_its_own_word(enum, said):
    assert set(said) == set(enum)


@pytest.mark.parametrize("said", [words.STATE_WORDS, words.KEEPING_WORDS, words.STEP_WORDS])
def test_no_two_are_said_alike(said):
    assert len(set(said.values())) == len(said)


def test_every_state_has_its_place_in_the_list():
    assert set(lists.GRAVEST_FIRST) == set(CommitmentState)


def test_bodies_may_ask_of_every_kind_of_report_and_of_no_other():
    kinds = {kind.value for kind in ReportKind}

    assert set(facts.REPORT_KINDS) == kinds
    assert set(words.REPORT_WORDS) == {"", *kinds}


@pytest.mark.parametrize(
    ("told", "said"),
    [
        (None, "No date set"),
        (in_words(""), "No date set"),
        (in_words("when assessed"), "“when assessed”"),
        (due("9-30"), "30 September 2026"),
        (due("9-30", "by 30 September 2026"), "30 September 2026"),
        (due("9-30", "quarter 2 2026/27"), "30 September 2026 (“quarter 2 2026/27”)"),
    ],
)
def test_when_it_is_due(told, said):
    assert words.due_words(told) == said


@pytest.mark.parametrize(
    ("steps", "said"),
    [
        ((), "12 days late, and not answered"),
        ((ANSWERED,), "Answered on 20 September 2026"),
        ((step("closure_proposed", "10-1", words="x"),), "Closure proposed on 1 October 2026"),
        ((step("extended", "9-20", words="x", due=due("11-30", "by St Andrew’s Day")),),
         "Due 30 November 2026"),
        ((step("deferred", "9-20", words="x", due=in_words("later")),), "Open, with no date yet"),
        ((step("closed_unagreed", "8-1", words="x"),),
         "Closed without agreement on 1 August 2026"),
    ],
)  # fmt: skip
def test_the_title_of_a_commitment_is_where_it_stands(steps, said):
    assert page.title(standing(commitment(*steps), AS_AT)) == said


def test_its_terms_are_never_blank():
    bare = commitment(
        due=None, owner="", made_in="", source_reference="", contract="", consultees=()
    )

    found = {term.label: term.value for term in page.terms(bare, standing(bare, AS_AT), {})}

    assert all(value.strip() for value in found.values())
    assert (found["Owner"], found["Due"], found["Owed to"]) == (
        "Nobody named yet",
        "No date set",
        "OSMB",
    )


def test_its_history_begins_with_its_making_and_follows_the_days():
    told = commitment(
        step("chased", "10-5", words="By telephone"),
        ANSWERED,
        step("closed_unagreed", "10-6", words="Overtaken"),
        step("closed", "10-7", agreed_in="OSMB-2026-09-24"),
    )

    found = page.history(told, NAMES)

    assert [entry.what for entry in found] == [
        "Made",
        "Answered",
        "Owner reminded",
        "Closed without agreement",
        "Closed by the committee",
    ]
    assert [entry.tag is not None for entry in found] == [False, False, False, True, False]
    assert [(term.value, term.href) for term in found[1].details] == [
        ("edition/CSS-2026-4", "/reports/CSS-2026-4/")
    ]
    assert found[4].details[0].href == "/meetings/OSMB-2026-09-24/"


@pytest.mark.parametrize(
    ("reference", "address"),
    [
        ("limb/OSMB-2026-06-25-1/3", "/minutes/OSMB-2026-06-25-1/?limb=3#limb-3"),
        ("question/OSMB-2026-06-25/1", "/questions/OSMB-2026-06-25/1/"),
        ("edition/CSS-2026-4", "/reports/CSS-2026-4/"),
        ("decision/I017909", "/decisions/I017909/"),
        ("recommendation/2026-001", "/recommendations/2026-001/"),
        ("", ""),
        ("file/abc", ""),
    ],
)
def test_what_it_was_made_from_leads_to_its_page(reference, address):
    assert reference_address(reference) == address


def test_answering_has_an_address_of_its_own():
    offered = page.offered(commitment(), list(StepKind))

    assert offered[0] == (StepKind.ANSWERED, "Answer it", "/commitments/2026-014/answer/")
    assert {page.kind_of(slug) for slug in page.SLUGS.values()} == {*StepKind, None} - {
        StepKind.ANSWERED
    }


@pytest.mark.parametrize(
    ("commitments", "said"),
    [
        ((), "No commitment yet"),
        ((commitment(ANSWERED),), "No commitment is overdue"),
        ((commitment(),), "One commitment is overdue"),
        ((commitment(), commitment()), "Two commitments are overdue"),
        ((commitment(), commitment(step("closed_unagreed", "8-1", words="x"))),
         "One commitment is overdue, one was closed without agreement"),
        ((commitment(step("closed_unagreed", "8-1", words="x")),) * 2,
         "No commitment is overdue, two were closed without agreement"),
    ],
)  # fmt: skip
def test_the_title_of_the_list_is_its_finding(commitments, said):
    assert lists.title(shown(*commitments)) == said


def test_the_list_is_gravest_first_and_then_by_day():
    found = shown(
        commitment(ANSWERED, number=1),
        commitment(number=2, due=due("10-2")),
        commitment(number=3),
        commitment(number=4, due=in_words("later")),
        commitment(number=5, due=due("12-1")),
    )

    assert [one.commitment.number for one in found] == [3, 2, 1, 5, 4]
    table = lists.commitment_table(found, any_at_all=True)
    assert [cell.words for cell in table.rows[0]] == [
        "Bring a report on the service desk; 2026-003, made on 25 June 2026",
        "Overdue",
        "30 September 2026; 12 days late, “by the end of September”",
        "Director of Finance",
        "Overview and Scrutiny Management Board",
        "Forgotten",
    ]
    assert table.sorted_by("due").rows[-1][0].text == found[-1].commitment.text


def test_an_empty_list_says_whether_anything_is_kept_at_all():
    assert lists.commitment_table([], any_at_all=True).empty == lists.NONE_SUCH
    assert lists.commitment_table([], any_at_all=False).empty == lists.EMPTY


def test_what_was_kept_adds_up_by_body_and_by_owner():
    found = shown(
        commitment(),
        commitment(ANSWERED),
        commitment(owner="", due=None),
        commitment(step("answered", "10-2", words="x"), owner="Head of IT", body="CABINET"),
    )

    by_owner = lists.owner_table(found)

    numbers = [[cell.text for cell in row] for row in (*by_owner.rows, by_owner.totals)]
    assert [column.title for column in by_owner.columns] == [
        "Owner", "All", "Kept", "Kept late", "Extended", "Forgotten", "Closed without agreement",
        "Released", "Running",
    ]  # fmt: skip
    assert numbers == [
        ["Director of Finance", "2", "1", "0", "0", "1", "0", "0", "0"],
        ["Head of IT", "1", "0", "1", "0", "0", "0", "0", "0"],
        ["Nobody named yet", "1", "0", "0", "0", "0", "0", "0", "1"],
        ["All", "4", "1", "1", "0", "1", "0", "0", "1"],
    ]
    assert [row[0].text for row in lists.body_table(found).rows] == [
        "CABINET",
        "Overview and Scrutiny Management Board",
    ]


def test_the_figures_say_of_how_many_and_what_the_word_means():
    told = [commitment(), commitment(ANSWERED)]

    found = lists.figures(counts(told, AS_AT), AS_AT)

    assert [(one.label, one.value) for one in found] == [
        ("Kept", "1"), ("Kept late", "0"), ("Extended", "0"), ("Forgotten", "1"),
    ]  # fmt: skip
    assert found[3].period == "of 2 made by 12 October 2026"
    assert found[3].comparison.startswith("Past its day without an answer")


def test_a_calendar_has_what_is_due_and_waits():
    stamp = datetime(2026, 6, 26, 9, tzinfo=UTC)
    told = standings([commitment(), commitment(ANSWERED), commitment(due=None)], AS_AT)

    (entry,) = entries(told, NAMES, {7: stamp}, "https://scrutable.westmere.example")

    assert (entry.key, entry.on, entry.stamp) == ("commitment/2026-014", day("9-30"), stamp)
    assert entry.address == "https://scrutable.westmere.example/commitments/2026-014/"
    assert entry.description.endswith("Overdue.")


@pytest.mark.parametrize(
    ("asked", "said"),
    [
        ((), "No member’s question yet"),
        ((question(),), "One member’s question waits for an answer"),
        ((question(), question(2)), "Two members’ questions wait for an answer"),
        ((question(to=""),), "Every member’s question is answered"),
    ],
)
def test_the_title_of_the_questions_is_its_finding(asked, said):
    assert questions.questions_title(asked, AS_AT) == said


def test_unanswered_questions_come_first_the_oldest_before_all():
    meetings = {one.code: one for one in (meeting("6-25"), meeting("9-24"))}
    later = question(1, meeting="OSMB-2026-09-24", text="Later")
    told = [
        question(2, answer="112", answered_by="x", answered_on=day("7-3"), text="Answered",
                 commitment="2026-014"),
        later,
        question(1, text="First"),
        question(3, to="", text="Remark", meeting="OSMB-2020-01-01"),
    ]  # fmt: skip

    table = questions.question_table(told, meetings, AS_AT)

    assert [row[0].text for row in table.rows] == ["First", "Later", "Answered", "Remark"]
    assert [row[1].words for row in table.rows] == [
        "Unanswered", "Unanswered", "Answered", "Comment",
    ]  # fmt: skip
    assert table.rows[2][6].href == "/commitments/2026-014/"
    assert table.rows[3][3].text == "Not known"


def wanted(number, **given):
    told = {
        "body": "OSMB",
        "number": number,
        "words": "Every service credit",
        "section": "credits",
        "from_on": day("6-25"),
        "asked_in": "OSMB-2026-06-25",
    }
    return facts.Wanted(**told | given)


def test_what_is_wanted_now_comes_first_and_only_it_can_be_ended():
    told = [wanted(1, until_on=day("9-24"), ended_in="OSMB-2026-09-24"), wanted(2)]

    table = questions.wanted_table(told, NAMES, AS_AT, may_end=True)

    assert [row[1].words for row in table.rows] == ["In force", "Not in force"]
    assert [row[6].href for row in table.rows] == ["/wanted/OSMB/2/end/", ""]
    seen = questions.wanted_table(told, NAMES, AS_AT, may_end=False)
    assert seen.rows[0][6].text == "Until it says otherwise"
    assert questions.wanted_title(told, AS_AT) == "One thing stands that reports must tell"
    assert questions.wanted_title(told[:1], AS_AT) == (
        "No report owes its body anything of its own"
    )


def test_owners_that_no_letter_reaches_come_first():
    found = standings(
        [commitment(), commitment(owner="Fenbridge Networks"), commitment(owner="")], AS_AT
    )
    addresses = {"director of finance": "finance@westmere.example"}

    table = owners.owner_table(found, addresses)

    assert [row[0].text for row in table.rows] == ["Fenbridge Networks", "Director of Finance"]
    assert table.rows[0][1].href == "/commitments/owners/set/?owner=Fenbridge+Networks"
    assert owners.title(found, addresses) == "No letter reaches one owner"
    assert owners.title([], {}) == "Letters reach every owner"
