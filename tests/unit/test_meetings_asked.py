"""“What you asked for and what was done”, as a body reads it in its next report."""

from datetime import date

from factories.promise_facts import commitment, day, due, in_words, question, step
from scrutable.documents.blocks import Citation, Document, Heading, StatusList
from scrutable.documents.plain import render_plain
from scrutable.meetings import facts
from scrutable.meetings.compose.asked import Asked, what_was_asked

BOARD = "the Overview and Scrutiny Management Board"
MEETINGS = {"OSMB-2026-06-25": day("6-25"), "OSMB-2026-09-24": day("9-24")}
EXEMPT = facts.Closure(
    openness=facts.Openness.EXEMPT, paragraphs=(3,), public_interest="Prices are being negotiated"
)


def asked(commitments=(), questions=(), **given):
    told = {"body_name": BOARD, "as_at": day("10-12"), "meetings": MEETINGS}
    return Asked(commitments=commitments, questions=questions, **told | given)


def plain(told):
    return render_plain(
        Document(
            title="Contract performance",
            reference="edition/CSS-2026-3",
            council="Westmere County Council",
            meeting="Overview and Scrutiny Management Board",
            author="Jo Smith",
            subject="Corporate Support Services",
            dated=date(2026, 10, 12),
            blocks=what_was_asked(told),
        )
    )


def items(told):
    lists = [block for block in what_was_asked(told) if isinstance(block, StatusList)]
    return [item for one in lists for item in one.items]


OVERDUE = commitment(step("chased", "10-5", words="By e-mail to Director of Finance"))
ANSWERED = commitment(
    step("answered", "9-24", words="Calls fell to 4.2%.", paper="edition/CSS-2026-2", version=31),
    number=15,
    text="Say whether calls abandoned have fallen",
    owner="Head of IT",
)
CLOSED = commitment(
    step("answered", "7-3", words="Sent to all members"),
    step("closed", "9-24", agreed_in="OSMB-2026-09-24", version=41),
    number=16,
    text="Send the list of exempt orders",
)
DROPPED = commitment(
    step("closed_unagreed", "8-1", words="The post was deleted"),
    number=17,
    text="Visit the service desk",
)
EXTENDED = commitment(
    step("extended", "9-20", words="The supplier’s figures are awaited", due=due("11-30")),
    number=18,
    text="Report the cost of licences",
)
IN_WORDS = commitment(
    number=19,
    text="Bring a report on automation",
    due=in_words("when the work has been fully assessed"),
    owner="",
)


def test_the_section_reads_as_it_is_kept(golden):
    told = asked(
        (IN_WORDS, EXTENDED, DROPPED, CLOSED, ANSWERED, OVERDUE),
        (
            question(),
            question(2, answer="112 in June.", answered_by="Head of IT", answered_on=day("10-1"),
                     commitment="2026-015", text="How many staff answer calls?"),
            question(3, to="", text="Thanked the service desk"),
        ),
        since=day("7-31"),
        since_known=30,
    )  # fmt: skip

    golden("section_asked.txt", plain(told))


def test_where_nothing_was_asked_it_says_so():
    assert plain(asked()).endswith(
        "# 1 What you asked for and what was done\n\n"
        "1.1 Nothing that the Overview and Scrutiny Management Board asked for is open, nothing "
        "was closed since its last report, and no member’s question waits for an answer.\n"
    )


def test_where_only_members_asked_it_says_that_nothing_is_open():
    text = plain(asked(questions=[question()]))

    assert "1.1 Nothing that the Overview and Scrutiny Management Board asked for is open" in text
    assert (
        "1.2 One question waits for an answer on 12 October 2026; since the last report none was "
        "answered."
    ) in text


def test_a_closed_one_is_told_in_the_first_report_after_and_no_more():
    first = asked([CLOSED], since=day("9-1"), since_known=40)
    recorded_late = asked([CLOSED], since=day("9-30"), since_known=40)
    later = asked([CLOSED], since=day("9-30"), since_known=41)

    assert [item.title for item in items(first)] == ["Send the list of exempt orders"]
    assert [item.title for item in items(recorded_late)] == ["Send the list of exempt orders"]
    assert items(later) == []


def test_what_was_dropped_without_agreement_is_told_for_ever():
    later = asked([DROPPED], since=day("10-1"), since_known=99)

    assert [item.tags[0].word for item in items(later)] == ["Closed without agreement"]
    assert items(later)[0].being_done == (
        "Closed on 1 August 2026 though the Overview and Scrutiny Management Board has not agreed: "
        "The post was deleted."
    )


def test_what_is_proposed_for_closure_says_why_and_what_is_released_says_so():
    proposed = commitment(step("closure_proposed", "10-1", words="Overtaken by the new contract"))
    released = commitment(step("closed", "9-24", agreed_in="OSMB-2026-09-24", words="No need"))

    found = items(asked([proposed, released]))

    assert [(item.tags[0].word, item.being_done) for item in found] == [
        (
            "Closure proposed",
            "Closure was proposed on 1 October 2026: Overtaken by the new contract.",
        ),
        (
            "Closed",
            "The Overview and Scrutiny Management Board agreed on 24 September 2026 to close it.",
        ),
    ]


def test_the_words_of_a_limb_head_its_item_without_their_stop():
    limb = commitment(text="the Head of IT report back in six months’ time;")

    assert items(asked([limb]))[0].title == "The Head of IT report back in six months’ time"


def test_promises_that_are_all_running_have_no_record_yet():
    text = plain(asked([commitment(due=None)]))

    assert "one has no date yet" in text
    assert "1.2" not in text.partition("## Members’ questions")[0]


def test_what_happened_after_the_day_is_left_out():
    told = asked([CLOSED, commitment(made_on=day("10-13"))], as_at=day("9-23"))

    assert [item.tags[0].word for item in items(told)] == ["Answered"]


def test_each_item_cites_its_record_and_version():
    assert items(asked([OVERDUE]))[0].citation == Citation("commitment/2026-014", 7)
    assert items(asked(questions=[question()]))[0].citation == Citation(
        "question/OSMB-2026-06-25/1", 9
    )


def test_exempt_matter_is_told_of_without_its_words():
    hidden = commitment(text="", closure=EXEMPT)

    assert items(asked([hidden]))[0].title == "Exempt matter, not shown here"


def test_the_section_has_the_anchor_that_reports_link_to():
    headings = [block for block in what_was_asked(asked()) if isinstance(block, Heading)]

    assert [heading.anchor for heading in headings] == ["asked"]
