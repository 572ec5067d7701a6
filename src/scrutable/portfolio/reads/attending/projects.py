"""What of projects needs a person; carried project by project, what they wait for apart."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from datetime import date
from itertools import chain

from scrutable.audit.reads import Carried, Resting
from scrutable.kernel.attention import Attention
from scrutable.portfolio import facts, models
from scrutable.portfolio.reads.benefit_rows import MOST_NAMED
from scrutable.portfolio.reads.holding import held
from scrutable.portfolio.reads.judging import JUDGED, judged_by, tolerance_at
from scrutable.portfolio.reads.policies import tolerance, words_of
from scrutable.portfolio.rules.attending.projects import (
    ProjectsWatched,
    Waits,
    of_project,
    of_waits,
    running_of,
    waits_of,
)
from scrutable.portfolio.rules.tallying import funding_sum
from scrutable.records.reads import every
from scrutable.registers import reads as registers

NOTED: Carried[tuple[Attention, ...]] = Carried({**JUDGED.tables, models.Funding: "project"})
WAITS: Resting[Waits] = Resting((models.Dependency,))


def attention(as_at: date, known: int) -> list[Attention]:
    """Return projects late, silent, red without a way back, over their money, or held up."""
    policy = registers.policy("projects", as_at, known)
    limits = tolerance_at(as_at, known)

    def work_out(only: Collection[str] | None) -> dict[str, tuple[Attention, ...]]:
        return _noted(judged_by(limits, as_at, known), only, policy, as_at, known)

    noted = NOTED.of(known, (as_at, words_of(policy)), work_out)
    waits = WAITS.of(known, as_at, lambda: waits_of(every(facts.Dependency, known), as_at))
    running = running_of(judged_by(limits, as_at, known).values())
    return [*chain.from_iterable(noted.values()), *of_waits(waits, running)]


def _noted(
    judged: Mapping[str, facts.Judged],
    only: Collection[str] | None,
    policy: Mapping[str, object],
    as_at: date,
    known: int,
) -> dict[str, tuple[Attention, ...]]:
    """Return what needs a person of each of these projects, or of every one."""
    running = running_of(judged[number] for number in (judged if only is None else only))
    wrong = {number for number, one in running.items() if _is_wrong(one)}
    money = _money(known, running)
    watched = ProjectsWatched(
        papers=facts.ProgrammePapers(
            as_at=as_at, judged=(), cases=(), funding=(), dependencies=(), delays=()
        ),
        policy=policy,
        held=held(known, as_at, tolerance(policy).red_after, wrong),
    )
    return {
        number: tuple(of_project(watched, running[number], money.get(number)))
        if number in running
        else ()
        for number in (judged if only is None else only)
    }


def _is_wrong(one: facts.Judged) -> bool:
    """Test whether it is red, or late against either day: only then it matters since when."""
    slip = one.slip
    late = max(slip.against_original, slip.against_current) if slip else 0
    return one.shown is facts.Rating.RED or late > 0


def _money(known: int, wanted: Collection[str]) -> dict[str, facts.FundingSum]:
    lines: dict[str, list[facts.Funding]] = defaultdict(list)
    few = len(wanted) <= MOST_NAMED
    for line in every(facts.Funding, known, **({"project__in": sorted(wanted)} if few else {})):
        lines[line.project].append(line)
    return {number: funding_sum(those) for number, those in lines.items()}
