"""What pages and calendars say of agreements: one, several, none, and every state in words."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from factories import agreement_facts as told
from scrutable.housekeeping import rules
from scrutable.housekeeping.facts.agreements import Coming
from scrutable.housekeeping.presenters.agreements import calendar, finding, lists, page, words
from scrutable.housekeeping.rules.agreements import agreement_standing, every_time

AS_AT = told.AS_AT
POLICY = rules.agreement_policy(
    {
        "notice_within_days": 90,
        "end_within_days": 180,
        "cure_within_days": 28,
        "approval": {"head": {"from_pounds": 0, "who": "a head of service", "decision": True}},
    }
)


def stands(agreement, *renewals, as_at=AS_AT, cures=()):
    return agreement_standing(agreement, renewals, cures, "Clearwater Cloud", as_at)


MAIL = stands(told.MAIL, told.LATE, cures=[told.CURE])
DESK = stands(told.DESK)
HOST = stands(told.HOST)


@pytest.mark.parametrize(
    ("found", "title"),
    [
        ([], "No agreement is recorded"),
        ([DESK], "No agreement runs on without approval"),
        ([DESK, MAIL], "One agreement runs on without approval"),
        ([MAIL, MAIL], "Two agreements run on without approval"),
    ],
)
def test_the_register_is_titled_with_what_runs_on(found, title):
    assert finding.register_title(found) == title


@pytest.mark.parametrize(
    ("found", "summary"),
    [
        ([], "Record each agreement, or load the register that the council keeps."),
        ([MAIL], "One is in use; none must be decided within 90 days."),
        ([DESK, HOST], "Two are in use; two must be decided within 90 days."),
    ],
)
def test_the_register_says_how_many_wait_for_somebody(found, summary):
    assert finding.register_summary(found, 90) == summary


@pytest.mark.parametrize(
    ("found", "title"),
    [
        ([], "No agreement ran on without approval"),
        ([MAIL], "One agreement ran on without approval, and did so again"),
        ([MAIL, MAIL], "Two agreements ran on without approval; two did so again"),
        (
            [stands(told.MAIL, told.LATE, as_at=date(2025, 1, 1))],
            "One agreement ran on without approval; none did so again",
        ),
    ],
)
def test_those_that_ran_on_are_titled_with_whether_they_did_again(found, title):
    assert finding.ran_on_title(found) == title


def test_that_it_has_not_recurred_is_said():
    one = stands(told.MAIL, told.LATE, as_at=date(2025, 3, 31), cures=[told.CURE])
    bare = stands(told.MAIL, told.LATE, as_at=date(2025, 3, 31))

    assert finding.own_recurrence_words(one) == (
        "It has not run on again since 1 September 2024, when its cure was done."
    )
    assert finding.own_recurrence_words(bare) == "No cure is done, so that it can come again."
    assert finding.own_recurrence_words(DESK) == ""


def test_a_cure_whose_time_there_is_no_longer_is_not_lost():
    corrected = replace(told.LATE, approved_on=date(2024, 3, 1))
    one = stands(told.MAIL, corrected, as_at=date(2025, 1, 1), cures=[told.CURE])

    assert one.ran_on == ()
    assert finding.loose_words(one) == (
        "Cause and cure were recorded for 1 April 2024, where its terms, corrected since, leave "
        "no time without approval: Nobody looked after the dates of agreements."
    )
    assert finding.loose_words(MAIL) == ""


@pytest.mark.parametrize(
    ("one", "said"),
    [
        (
            stands(replace(told.MAIL, closed_on=date(2024, 3, 31))),
            "It was last used on 31 March 2024.",
        ),
        (
            stands(replace(told.DESK, notice_given_on=date(2026, 10, 1))),
            "Notice was given, and it ends on 31 March 2027.",
        ),
        (
            DESK,
            ("Unless notice is given by 31 December 2026 it renews itself after 31 March 2027, to "
            "31 March 2028."),
        ),
        (
            stands(told.DESK, as_at=date(2027, 1, 1)),
            ("It is too late to end it on 31 March 2027. Unless notice is given by 31 December "
            "2027 it renews itself after 31 March 2028, to 31 March 2029."),
        ),
        (
            stands(told.HOST, as_at=date(2027, 1, 1)),
            "It ends on 14 June 2027. The last day to decide what follows was 14 December 2026.",
        ),
        (
            stands(replace(told.HOST, extensions=())),
            "Unless a renewal is agreed by 14 December 2026 it ends on 14 June 2027.",
        ),
    ],
)  # fmt: skip
def test_what_is_next_is_a_sentence(one, said):
    assert words.next_words(one) == said


@pytest.mark.parametrize(
    ("one", "title"),
    [
        (MAIL, "Mail filtering runs on again without approval, for 560 days now"),
        (DESK, "Service desk software renews itself unless notice is given by 31 December 2026"),
        (HOST, "Hosting of the website ends on 14 June 2027"),
        (stands(replace(told.MAIL, closed_on=date(2024, 3, 31))), "Mail filtering is closed"),
    ],
)
def test_the_page_of_one_is_titled_with_its_finding(one, title):
    assert finding.page_title(one) == title


@pytest.mark.parametrize(
    ("one", "word"),
    [
        (MAIL, "Runs on without approval"),
        (DESK, "Approved"),
        (stands(told.MAIL, told.LATE, as_at=date(2025, 1, 1)), "Approved late"),
        (stands(replace(told.DESK, approved_on=None, approved_by="")), "Approval not recorded"),
        (stands(told.DESK, as_at=date(2026, 3, 31)), "To begin"),
        (stands(replace(told.MAIL, closed_on=date(2024, 3, 31))), "Closed"),
    ],
)
def test_how_it_stands_is_one_word_with_its_shape(one, word):
    tag = words.standing_tag(one)

    assert tag.word == word
    assert tag.shape


def test_terms_stand_in_their_order_with_approval_decision_and_worth():
    table = page.term_table(MAIL, POLICY)

    first, late = table.rows
    assert [cell.words for cell in first] == [
        *("First term", "1 April 2021", "31 March 2024", "36", "Not recorded"),
        "Director of Finance, 1 March 2021; Approved",
        *("Minute 45 of 1 March 2021", "£109,500", "A head of service"),
    ]
    assert late[5].words == (
        "Director of Finance, 12 May 2024: approved 41 days after it began; Approved late"
    )
    assert late[6].words == "No decision named"


def test_a_term_that_renewed_itself_says_that_nobody_agreed_it():
    table = page.term_table(stands(told.DESK, as_at=date(2027, 4, 1)), POLICY)

    assert [cell.words for cell in table.rows[1]][:6] == [
        *("Renewed itself", "1 April 2027", "31 March 2028", "12", "Nobody agreed it"),
        "Nobody; Not approved",
    ]


def test_the_register_puts_first_what_presses():
    table = lists.register_table([HOST, DESK, MAIL], "")

    assert [row[0].text for row in table.rows] == [
        "Mail filtering",
        "Hosting of the website",
        "Service desk software",
    ]


def test_no_cell_is_blank_of_one_that_says_little():
    bare = stands(
        replace(
            told.MAIL, approved_on=None, approved_by="", decision="", yearly_pounds=None, owner=""
        )
    )

    register = lists.register_table([bare], "")
    ran = lists.ran_on_table(every_time([bare]))

    assert register.rows[0][5].text == "Not stated"
    assert register.rows[0][6].text == "Nobody is named"
    assert ran.rows[0][4].text == "Not stated"
    assert [term.value for term in page.details(bare)][-2:] == [
        "Not stated",
        "Recorded on a page or by a command",
    ]


def test_the_calendar_has_a_group_for_every_month_of_the_twelve():
    days = rules.coming([DESK, HOST], AS_AT, rules.last_day(AS_AT, 12))
    table = calendar.calendar_table(days, calendar.by_code([DESK, HOST]), AS_AT)

    months = list(dict.fromkeys(row[0].text for row in table.rows))
    assert len(months) == 13
    assert (months[0], months[-1]) == ("October 2026", "October 2027")
    assert table.grouped_by == "month"


def test_twelve_months_from_the_first_of_a_month_are_twelve_groups():
    first = date(2026, 10, 1)
    table = calendar.calendar_table([], {}, first)

    assert [row[0].text for row in table.rows][-1] == "September 2027"
    assert len(table.rows) == 12


def test_a_calendar_entry_keeps_its_name_while_its_record_changes():
    (day,) = [
        one
        for one in rules.coming([DESK], AS_AT, rules.last_day(AS_AT, 12))
        if one.what is Coming.NOTICE
    ]
    stamp = datetime(2026, 10, 1, 9, tzinfo=UTC)

    (entry,) = calendar.entries([day], calendar.by_code([DESK]), {DESK.version: stamp})

    assert entry.key == "agreement/DESK/notice/2026-12-31"
    assert entry.summary == "Last day for notice: Service desk software"
    assert (entry.stamp, entry.address) == (stamp, "")


def test_words_are_found_in_code_title_supplier_and_owner():
    for said in ("desk", "CLEARWATER software", "manager", ""):
        assert finding.holds_words(DESK, said)
    assert not finding.holds_words(DESK, "mail")
