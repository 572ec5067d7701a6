"""Strategies in a report, read as a member reads them; every figure with its source and period."""

from dataclasses import replace

from factories.strategies_seen import a_retrospective, a_strategy
from factories.strategy_facts import day
from scrutable.documents.blocks import Document, Heading, words_of
from scrutable.documents.figures import figures
from scrutable.documents.plain import render_plain
from scrutable.portfolio.compose import strategies
from scrutable.portfolio.facts import Retrospective


def document(*sections):
    return Document(
        title="Sections",
        reference="test",
        council="Westmere County Council",
        meeting="",
        author="Anita Patel",
        subject="",
        dated=day("2022-06-30"),
        blocks=tuple(block for section in sections for block in section),
    )


def looked_back(found: Retrospective):
    return document(
        strategies.objectives_section(found),
        strategies.delivered_section(found),
        strategies.retrospective_lessons(found),
        strategies.carried_section(found),
    )


def test_a_running_strategy_reads_as_it_should(golden):
    golden(
        "section_strategy.txt", render_plain(document(strategies.strategy_sections([a_strategy()])))
    )


def test_a_look_back_reads_as_it_should(golden):
    golden("sections_retrospective.txt", render_plain(looked_back(a_retrospective())))


def test_every_figure_says_what_it_rests_on_and_of_when_it_is():
    running = document(strategies.strategy_sections([a_strategy()]))
    for tree in (running, looked_back(a_retrospective())):
        for placed in figures(tree):
            assert placed.figure.citation is not None, placed
            assert placed.figure.period, placed


def test_sections_have_the_anchors_that_commentary_hangs_on():
    tree = looked_back(a_retrospective())

    assert [one.anchor for one in tree.blocks if isinstance(one, Heading) and one.level == 1] == [
        "objectives",
        "delivered",
        "lessons",
        "carries-over",
    ]


def test_the_finding_says_what_was_delivered_which_is_latest_and_what_nobody_looked_at():
    assert words_of(strategies.finding(a_retrospective())) == (
        "1 of 5 objectives was delivered, 1 partly delivered, 1 not delivered and 1 superseded. "
        "Objective 2 is the latest: 3 years overdue. Objective 5 was never looked back on."
    )


def test_the_key_figures_count_what_came_by_its_day():
    found = strategies.key_figures(a_retrospective())

    assert [(one.label, one.value, one.comparison) for one in found] == [
        ("Objectives delivered", "1 of 5", "1 in part"),
        ("Delivered by the day they were due", "0 of 1", "of those delivered that had a day"),
    ]


def test_with_nothing_each_section_says_so():
    bare = replace(a_retrospective(), looked=(), successor=None)

    said = render_plain(looked_back(bare))

    assert said.count("No objective is recorded.") == 2
    assert "No lesson is recorded." in said
    assert "Nothing that was looked back on carries over. No strategy after this one" in said
    assert strategies.key_figures(bare) == ()
    assert words_of(strategies.finding(bare)) == "No objective is recorded."
    none = render_plain(document(strategies.strategy_sections([])))
    assert "No strategy is recorded that runs now." in none


def test_a_strategy_that_has_ended_is_not_told_as_running():
    ended = a_strategy("2022-04-01")

    assert len(strategies.strategy_sections([ended])) == 2


def test_a_look_recorded_again_gives_its_figures_a_new_version():
    found = a_retrospective()
    first = found.looked[0]
    assert first.review is not None
    again = replace(first, review=replace(first.review, version=40))

    after = strategies.finding(replace(found, looked=(again, *found.looked[1:])))

    assert next(run.citation.version for run in after if not isinstance(run, str)) == 40
