"""How a report says outcomes, hand-overs and lessons; every figure has its source and period."""

from datetime import date

from factories.outcome_facts import (
    day,
    evidence,
    hand_over,
    judgement,
    lesson,
    outcome,
    transition,
    use,
)
from scrutable.documents.blocks import Document, Heading, KeyFigures, Paragraph
from scrutable.documents.figures import figures
from scrutable.documents.plain import render_plain
from scrutable.portfolio import facts, rules
from scrutable.portfolio.compose import handing_over, lessons, outcomes
from scrutable.reports.rules.printed import not_adding_up, without_period

AS_AT = date(2026, 10, 12)
TITLES = {"9": "Payroll rebuild", "277": "Document store migration"}


def each(number, text, judgements=(), found=()):
    stated = outcome(number, text=text, version=2)
    return rules.outcome_standing(stated, transition().judged_on, judgements, found)


def westmere():
    april = judgement("partly", judge="Priya Shah, Internal Audit", version=10)
    october = judgement(
        on="2026-10-12",
        version=20,
        answer="The twelve were counted in May",
        next_look=day("2027-04-12"),
    )
    counted = evidence(number=1, version=9)
    against = evidence(
        "against", number=2, version=11, on="2026-04-20", what="Twelve servers are not in the count"
    )
    gone = evidence(number=3, version=21, what="A tally", withdrawn_reason="It was of another site")
    return facts.TransitionStanding(
        transition=transition(body="OSMB", version=1),
        outcomes=(
            each(1, "Have no licensing liabilities", (april, october), (counted, against, gone)),
            each(
                2,
                "Be able to procure new IT services",
                (judgement("partly", outcome=2, version=12),),
                (evidence(outcome=2, number=1, version=8, source="project/277"),),
            ),
            each(
                3,
                "Be able to sell services to others",
                (judgement("not_evidenced", on="2026-10-12", outcome=3, version=22),),
            ),
            each(4, "Have the management structure to run the service"),
        ),
        hand_overs=(
            hand_over(
                "277", "handed_over", on=day("2026-06-28"), accepted_by="Sam Hale", version=5
            ),
            hand_over("Library till", due="2026-09-30", for_whom="Fenmarsh Borough", version=6),
            hand_over(
                "Old intranet", "stopped", on=day("2026-05-20"), note="Nobody uses it", version=7
            ),
        ),
        looks=(
            facts.Look(
                transition="INFRA", on=day("2026-04-14"), entry="programme/OSMB/3", version=3
            ),
            facts.Look(
                transition="INFRA", on=day("2027-04-12"), entry="programme/OSMB/9", version=23
            ),
        ),
        titles=TITLES,
    )


def taught():
    named = ("project/277", "project/278", "project/279")
    told = lesson(1, should_apply_to=named, version=30)
    return [
        rules.lesson_standing(told, [use(version=31)]),
        rules.lesson_standing(
            lesson(2, learned_from="contract/CSS", recommendation="Ask two firms", version=32), []
        ),
    ]


def paper(*blocks):
    return Document(
        title="Transition outcomes",
        reference="edition/INFRA-2026-1",
        council="Westmere County Council",
        meeting="",
        author="Head of Infrastructure",
        subject="Infrastructure support",
        dated=AS_AT,
        blocks=blocks,
    )


def whole():
    standing = westmere()
    return paper(
        Heading(1, "Summary", "summary"),
        Paragraph(outcomes.finding(standing, AS_AT)),
        KeyFigures(outcomes.key_figures(standing, AS_AT)),
        *outcomes.outcomes_section(standing, AS_AT),
        *handing_over.hand_over_section(standing, AS_AT),
        *lessons.lessons_section(taught(), AS_AT, TITLES),
    )


def test_the_report_says_every_outcome_hand_over_and_lesson(golden):
    golden("section_transition_outcomes.txt", render_plain(whole()))


def test_every_figure_has_its_source_and_its_period_and_sums_add_up():
    document = paper(
        *outcomes.transitions_section([westmere()], AS_AT),
        *handing_over.hand_over_section(westmere(), AS_AT),
    )
    for one in (whole(), document):
        assert list(without_period(one)) == []
        assert list(not_adding_up(one)) == []
        assert [found.place for found in figures(one) if found.figure.citation is None] == []


def test_a_count_changes_its_version_with_the_newest_record_it_counts():
    cited = outcomes.finding(westmere(), AS_AT)[0].citation

    assert (cited.reference, cited.version) == ("transition/INFRA", 22)


def test_the_overview_says_each_transition_and_its_rows_add_up():
    section = outcomes.transitions_section([westmere()], AS_AT)

    numbers = [int(cell.number) for cell in section[-1].rows[0] if cell.number is not None]
    assert numbers == [4, 1, 1, 0, 2, 0]
    assert numbers[0] == sum(numbers[1:])


def test_sections_with_nothing_to_say_say_so():
    bare = facts.TransitionStanding(transition=transition(), titles={})

    sections = (
        outcomes.transitions_section([], AS_AT),
        outcomes.outcomes_section(bare, AS_AT),
        handing_over.hand_over_section(bare, AS_AT),
        lessons.lessons_section([], AS_AT, {}),
    )

    assert [section[-1].runs for section in sections] == [
        ("No service has come over from somebody else on record.",),
        ("No outcome is stated yet.",),
        ("No project came over in flight.",),
        ("No lesson is recorded.",),
    ]
    assert outcomes.key_figures(bare, AS_AT) == ()
