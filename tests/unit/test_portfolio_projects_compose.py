"""What a report says of projects, word by word, and that its figures say what they rest on."""

from dataclasses import replace
from datetime import date
from decimal import Decimal

from factories.project_facts import day, line_at, move, project, status
from scrutable.documents.blocks import Document, Heading, Table
from scrutable.documents.figures import figures
from scrutable.documents.plain import render_plain
from scrutable.portfolio import facts, rules
from scrutable.portfolio.compose import projects

TODAY = day("2026-09-30")
TOLERANCE = facts.Tolerance(amber_after=7, red_after=28)
SECTIONS = (
    projects.priority_section,
    projects.slips_section,
    projects.status_section,
    projects.cases_section,
    projects.money_section,
    projects.dependencies_section,
    projects.delay_section,
)


def judged(number, said, *moves, **more):
    line = line_at(number, "go-live", "Go-live", moves) if moves else None
    line = replace(line, version=12) if line else None
    found = replace(project(number, **more), version=11)
    given = replace(said, project=number, version=13) if said else None
    standing = facts.Standing(project=found, go_live=line, status=given)
    return rules.judged(standing, TODAY, TOLERANCE)


def papers():
    first = move("baseline", "2026-01-05", "2026-06-30")
    again = move("rebaseline", "2026-05-01", "2026-10-31")
    return facts.ProgrammePapers(
        as_at=TODAY,
        judged=(
            judged(
                "201",
                status("red", to_green="The supplier’s test passes", green_by=date(2026, 8, 31)),
                first,
                again,
                place=1,
                place_reason="Payroll stands on it",
            ),
            judged("202", status("amber", confidence=facts.Rating.RED), first),
            judged("203", None, stage=facts.ProjectStage.IDEA, title="Paper | rolls"),
        ),
        cases=(
            facts.BusinessCase(
                project="201",
                stage=facts.CaseStage.OUTLINE,
                outcome=facts.CaseOutcome.APPROVED,
                complete=tuple(facts.CasePart)[:4],
                decided_on=date(2025, 12, 1),
                decided_by="Cabinet",
                note="The last part is to follow",
                version=14,
            ),
        ),
        funding=(
            line("capital", "1000.50", spent="400.25", expected="1200.00"),
            line("grant", "500"),
        ),
        dependencies=(
            waits("201", "supplier/norland", "2026-09-01"),
            waits("202", "project/201", "2026-12-31"),
        ),
        delays=(
            facts.DelayCost(
                project="201", number=1, on=date(2026, 8, 1), pounds=Decimal("1200.50"),
                what_for="Testers kept on", source="Finance", version=17,
            ),
        ),
        names={"supplier/norland": "Norland"},
    )  # fmt: skip


def line(source, approved, **said):
    money = {name: Decimal(text) for name, text in said.items()}
    return facts.Funding(
        project="201",
        source=facts.FundingSource(source),
        year=2026,
        approved=Decimal(approved),
        version=15,
        **money,
    )


def waits(number, on, needed):
    return facts.Dependency(
        project=number,
        number=1,
        on_whom=on,
        what="The connector",
        needed_by=day(needed),
        state=facts.DependencyState.OPEN,
        owner="Sam Hale",
        version=16,
    )


def document(found):
    blocks = tuple(block for section in SECTIONS for block in section(found))
    return Document(
        reference="edition/IT-2026-1", title="Projects", council="Westmere", author="A. Patel",
        meeting="", subject="", dated=TODAY, blocks=blocks,
    )  # fmt: skip


def test_the_sections_read_as_they_should(golden):
    golden("sections_projects.txt", render_plain(document(papers())))


def test_with_nothing_each_section_says_so(golden):
    nothing = facts.ProgrammePapers(
        as_at=TODAY, judged=(), cases=(), funding=(), dependencies=(), delays=()
    )
    golden("sections_projects_empty.txt", render_plain(document(nothing)))


def test_each_section_begins_with_its_anchor_and_its_figures_say_what_they_rest_on():
    found = document(papers())
    anchors = [block.anchor for block in found.blocks if isinstance(block, Heading)]
    tables = [block for block in found.blocks if isinstance(block, Table)]
    numbers = [cell for table in tables for row in table.rows for cell in row if cell.number]

    assert anchors == [
        "priority", "slips", "status", "cases", "money", "dependencies", "delay",
    ]  # fmt: skip
    assert numbers
    assert all(cell.citation is not None and cell.citation.version for cell in numbers)
    assert all(placed.figure.period for placed in figures(found))


def test_a_long_list_says_how_much_of_it_is_printed():
    one = papers().judged[0]
    many = [
        replace(one, project=replace(one.project, number=str(n), place=None, place_reason=""))
        for n in range(45)
    ]

    blocks = projects.slips_section(replace(papers(), judged=tuple(many)))

    assert len(blocks[2].rows) == 40
    assert "the first 40 of 45" in blocks[3].runs[0]
