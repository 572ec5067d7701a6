"""A strategy with what hangs on it and what became of it, without any database."""

from datetime import timedelta

from factories.project_facts import move, project, status
from factories.strategy_facts import day, objective, review, strategy
from scrutable.portfolio import rules
from scrutable.portfolio.facts import (
    HungBenefit,
    HungProject,
    Lesson,
    LessonStanding,
    Looked,
    ObjectiveSeen,
    Retrospective,
    Standing,
    StrategySeen,
    Tolerance,
)

TOLERANCE = Tolerance(amber_after=14, red_after=42)


def judged(number, as_at, *, late=0, objectives=(), rating="green", **said):
    """Return a project whose go-live is so many days late."""
    first = day("2020-03-31")
    moves = [move("baseline", "2019-06-01", "2020-03-31")]
    if late:
        moves.append(move("rebaseline", "2020-01-01", str(first + timedelta(days=late))))
    one = project(number, objectives=objectives, version=int(number), **said)
    line = None
    for each in moves:
        line = (
            rules.moved(line, each) if line else rules.begun(one.number, "go-live", "Go-live", each)
        )
    standing = Standing(project=one, go_live=line, status=status(rating, "2020-09-01", number))
    return rules.judged(standing, as_at, TOLERANCE)


def seen(objectives, projects, *, benefits=(), reviews=(), as_at="2020-12-31", **changed):
    """Return a strategy of these objectives, on which these projects hang."""
    last = rules.last_reviews(reviews, day(as_at))
    hung = [HungProject.of(one.project) for one in projects]
    trees = rules.lines_of_sight(objectives, hung, benefits)
    return StrategySeen(
        strategy=strategy(version=2, **changed),
        as_at=day(as_at),
        objectives=tuple(
            ObjectiveSeen(
                objective=one,
                projects=tuple(p for p in projects if one.reference in p.project.objectives),
                review=last[one.number][0] if one.number in last else None,
                tree=tree,
            )
            for one, tree in zip(objectives, trees, strict=True)
        ),
        unhung=tuple(one for one in projects if not one.project.objectives),
    )


def a_strategy(as_at="2020-12-31"):
    """Return one with a whole line, a broken one, and a bare objective."""
    aims = [
        objective(1, version=3),
        objective(2, text="One document store", due_on=None, version=4),
        objective(3, text="One shared service desk", due_on=day("2021-03-31"), version=5),
    ]
    line = {"contracts": ("contract/CSS",), "kpis": ("kpi/CSS/IMT_KPI_01",)}
    projects = [
        judged("277", day(as_at), objectives=("objective/IT-2019/1",), title="Devices", **line),
        judged("278", day(as_at), late=50, objectives=("objective/IT-2019/2",), rating="red"),
        judged("300", day(as_at), title="Telephony"),
    ]
    promised = HungBenefit(
        project="277", number=1, title="Fewer faults", measured_by="kpi/CSS/IMT_KPI_01",
        is_measured=False, version=9,
    )  # fmt: skip
    looks = [review(1, on="2020-09-30", delivered_on=day("2020-05-31"), version=12)]
    return seen(aims, projects, benefits=[promised], reviews=looks, as_at=as_at)


def a_retrospective(as_at="2022-06-30"):
    """Return a look back with every verdict, one of them missing."""
    devices = judged("277", day(as_at), objectives=("objective/IT-2019/1",), title="Devices")
    lesson = LessonStanding(
        lesson=Lesson(
            number=1, learned_from="project/277", learned_on=day("2020-07-01"),
            happened="One provider did everything.", cause="Nobody else was asked.",
            effect="It came late.", recommendation="Ask specialists too.",
            owner="Head of Portfolio", version=20,
        )
    )  # fmt: skip
    next_aim = objective(1, "IT-2022", text="One document store", version=31)
    told = [
        (objective(1, version=3), review(1, delivered_on=day("2020-05-31"), version=12,
         evidence=("project/277", "Minutes of the IT Board, 3 June 2020"))),
        (objective(2, text="One document store", due_on=day("2019-06-30"), version=4),
         review(2, verdict="partly", delivered="Half of the documents", version=13,
                carries_to="objective/IT-2022/1", reasons="The third party was not free")),
        (objective(3, text="One shared service desk", due_on=None, version=5),
         review(3, verdict="not_delivered", delivered="Nothing", evidence=(), version=14,
                reasons="The districts withdrew")),
        (objective(4, text="A council app", version=6),
         review(4, verdict="superseded", delivered="Nothing", evidence=(), version=15,
                reasons="The web site does the same")),
        (objective(5, text="Half of contacts online", due_on=day("2022-03-31"), version=7), None),
    ]  # fmt: skip
    return Retrospective(
        strategy=strategy(version=2),
        as_at=day(as_at),
        looked=tuple(
            Looked(
                objective=aim,
                review=found,
                earlier=(),
                projects=(devices,) if aim.number == 1 else (),
                lessons=(lesson,) if aim.number == 1 else (),
                lateness=rules.lateness(aim.due_on, found, day(as_at)),
                carried_to=next_aim if found and found.carries_to else None,
            )
            for aim, found in told
        ),
        successor=strategy("IT-2022", title="IT Strategy 2022", starts_on=day("2022-04-01")),
        lessons=(),
        titles={"277": "Devices"},
    )
