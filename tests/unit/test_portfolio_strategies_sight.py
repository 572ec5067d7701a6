"""The line of sight: what hangs on what, and what has nothing under it."""

from hypothesis import given
from hypothesis import strategies as st

from factories.strategy_facts import objective
from scrutable.portfolio import rules
from scrutable.portfolio.facts import Gap, HungBenefit, HungProject, Rung


def project(number="277", **said):
    given = {"objectives": ("objective/IT-2019/1",), "contracts": (), "kpis": (), "version": 3}
    return HungProject(number=number, title="Device refresh", **(given | said))


def benefit(project="277", number=1, measured_by="", *, is_measured=True):
    return HungBenefit(
        project=project,
        number=number,
        title="Fewer faults",
        measured_by=measured_by,
        is_measured=is_measured,
        version=4,
    )


def tree(projects=(), benefits=()):
    return rules.lines_of_sight([objective()], projects, benefits)[0]


def said(node):
    """Return the tree as nested lists: reference, gap, below."""
    return [node.reference, node.gap, [said(one) for one in node.below]]


def test_an_objective_that_nothing_is_done_for_has_no_project():
    assert said(tree()) == ["objective/IT-2019/1", Gap.NO_PROJECT, []]


def test_a_whole_line_has_no_gap():
    whole = project(contracts=("contract/CSS",), kpis=("kpi/CSS/IMT_KPI_01",))
    found = tree([whole], [benefit(measured_by="kpi/CSS/IMT_KPI_01", is_measured=False)])

    kpi = ["kpi/CSS/IMT_KPI_01", None, [["project/277/benefit/1", None, []]]]
    assert said(found) == [
        "objective/IT-2019/1",
        None,
        [["project/277", None, [["contract/CSS", None, [kpi]]]]],
    ]
    assert rules.gaps([found]) == ()


def test_each_rung_says_what_it_lacks():
    bare = project("1")
    contract = project("2", contracts=("contract/WAN",))
    idle = project("3", kpis=("kpi/CSS/IMT_KPI_01",))
    found = tree([idle, contract, bare], [benefit("3", is_measured=False)])

    assert [(one.reference, one.gap) for one in rules.gaps([found])] == [
        ("project/1", Gap.NO_BENEFIT),
        ("project/2", Gap.NO_BENEFIT),
        ("contract/WAN", Gap.NO_KPI),
        ("kpi/CSS/IMT_KPI_01", Gap.MEASURES_NOTHING),
        ("project/3/benefit/1", Gap.NOT_MEASURED),
    ]


def test_a_kpi_brings_its_contract_where_nobody_named_that():
    found = tree([project(kpis=("kpi/CSS/IMT_KPI_01", "kpi/CSS/IMT_KPI_02"))])

    contract = found.below[0].below[0]
    assert contract.reference == "contract/CSS"
    assert [one.label for one in contract.below] == ["IMT_KPI_01", "IMT_KPI_02"]


def test_a_benefit_measured_by_a_kpi_of_another_project_hangs_on_its_own_project():
    found = tree([project()], [benefit(measured_by="kpi/CSS/IMT_KPI_09")])

    assert [one.rung for one in found.below[0].below] == [Rung.BENEFIT]


def test_a_contract_with_a_kpi_under_one_project_has_no_gap_under_another():
    found = tree(
        [
            project("1", contracts=("contract/CSS",)),
            project("2", contracts=("contract/CSS",), kpis=("kpi/CSS/IMT_KPI_01",)),
        ],
        [benefit("1"), benefit("2", measured_by="kpi/CSS/IMT_KPI_01")],
    )

    assert rules.gaps([found]) == ()
    assert rules.within([found]) == {
        Rung.OBJECTIVE: 1,
        Rung.PROJECT: 2,
        Rung.CONTRACT: 1,
        Rung.KPI: 1,
        Rung.BENEFIT: 2,
    }


NUMBERS = st.integers(1, 4).map(str)
PROJECTS = st.lists(
    st.builds(
        project,
        NUMBERS,
        objectives=st.lists(
            st.sampled_from(("objective/IT-2019/1", "objective/IT-2019/2")), max_size=3
        ).map(tuple),
        kpis=st.lists(st.sampled_from(("kpi/A/X_KPI_01", "kpi/B/X_KPI_02")), max_size=2).map(tuple),
    ),
    unique_by=lambda one: one.number,
    max_size=4,
)
BENEFITS = st.lists(
    st.builds(
        benefit,
        NUMBERS,
        st.integers(1, 3),
        st.sampled_from(("", "kpi/A/X_KPI_01", "kpi/C/X_KPI_03")),
        is_measured=st.booleans(),
    ),
    unique_by=lambda one: (one.project, one.number),
    max_size=6,
)


@given(PROJECTS, BENEFITS)
def test_everything_that_hangs_on_an_objective_is_there_once_and_nothing_else(projects, benefits):
    aims = [objective(1), objective(2)]

    for aim, found in zip(aims, rules.lines_of_sight(aims, projects, benefits), strict=True):
        hung = {one.number for one in projects if aim.reference in one.objectives}
        nodes = list(rules.walk(found))
        assert {one.reference for one in nodes if one.rung is Rung.PROJECT} == {
            f"project/{number}" for number in hung
        }
        shown = [one.reference for one in nodes if one.rung is Rung.BENEFIT]
        wanted = [
            f"project/{one.project}/benefit/{one.number}" for one in benefits if one.project in hung
        ]
        assert sorted(shown) == sorted(wanted)
        assert {one.gap for one in nodes if one.below} <= {None, Gap.NO_BENEFIT}
