"""Benefits with what was measured and expected of them by a day; queries do not grow with them.

Where benefits stand is carried from event to event: only those of projects that were written of
since are judged again.
"""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from functools import partial
from itertools import chain
from typing import NamedTuple

from django.db.models import Q

from scrutable.audit.reads import Carried, Resting, as_known
from scrutable.evidence import reads as evidence
from scrutable.portfolio import facts, models, rules
from scrutable.portfolio.reads.benefit_rows import by_code, expected, measured, profiles, telling
from scrutable.portfolio.reads.projects import UnknownProject
from scrutable.portfolio.reads.standings import projects
from scrutable.records.reads import every, one
from scrutable.registers import reads as registers

JUDGED: Carried[tuple[facts.BenefitStanding, ...]] = Carried(
    {
        models.Project: "number",
        models.Benefit: "project",
        models.Measurement: "project",
        models.BenefitForecast: "project",
    }
)
CLAIMS: Resting[tuple[facts.DoubleClaim, ...]] = Resting((models.Benefit, models.ClaimSettled))
SIGNS: Resting[dict[int, frozenset[str]]] = Resting((models.Benefit,))


class Told(NamedTuple):
    """What was measured and expected of benefits, by code."""

    measured: Mapping[str, Sequence[facts.Measurement]]
    expected: Mapping[str, Sequence[facts.BenefitForecast]]


def benefit(code: str, known: int) -> facts.Benefit:
    """Return the benefit with the code 201-1; raises UnknownRecord."""
    project, _, number = code.rpartition("-")
    counts = number if number.isascii() and number.isdigit() and len(number) < 9 else "0"
    return one(facts.Benefit, known, project=project, number=int(counts))


def benefit_limits(policy: Mapping[str, object]) -> facts.BenefitLimits:
    """Return the council's own limits, of the policy “benefits”."""
    return facts.BenefitLimits(
        measured_within_days=int(str(policy["measured_within_days"])),
        behind_points=int(str(policy["behind_points"])),
        pounds_unverified=Decimal(str(policy["pounds_unverified"])),
        beyond_way=int(str(policy["beyond_way_percent"])),
        beyond_pounds=int(str(policy["beyond_pounds_percent"])),
    )


def benefits_found(as_at: date, known: int, *, project: str = "") -> facts.BenefitsFound:
    """Return every benefit by the day, or those of one project with all that was said of them.

    Savings that another project claims too are found either way, and which of the two counts.
    """
    limits = _limits(as_at, known)
    if project:
        return _of_project(project, limits, as_at, known)
    standings = _standings(limits, as_at, known)
    claims = CLAIMS.of(known, as_at, partial(_claims, standings, as_at, known))
    return facts.BenefitsFound(
        as_at=as_at,
        standings=standings,
        claims=claims,
        limits=limits,
        left_out=rules.counted_elsewhere(standings, claims),
    )


def benefit_standings(as_at: date, known: int) -> tuple[facts.BenefitStanding, ...]:
    """Return where every benefit stands by the day, by project and number."""
    return _standings(_limits(as_at, known), as_at, known)


def _limits(as_at: date, known: int) -> facts.BenefitLimits:
    return benefit_limits(registers.policy("benefits", as_at, known))


def by_project(
    limits: facts.BenefitLimits, as_at: date, known: int
) -> Mapping[str, tuple[facts.BenefitStanding, ...]]:
    """Return where the benefits of each project stand by the day, by those limits."""
    return JUDGED.of(known, (as_at, limits), partial(_judged_of, limits, as_at, known))


def _standings(
    limits: facts.BenefitLimits, as_at: date, known: int
) -> tuple[facts.BenefitStanding, ...]:
    return tuple(chain.from_iterable(by_project(limits, as_at, known).values()))


def _claims(
    standings: Iterable[facts.BenefitStanding], as_at: date, known: int
) -> tuple[facts.DoubleClaim, ...]:
    settled = every(facts.ClaimSettled, known, on__lte=as_at)
    return rules.double_claims((one.benefit for one in standings), settled, as_at)


def _of_project(
    project: str, limits: facts.BenefitLimits, as_at: date, known: int
) -> facts.BenefitsFound:
    settled = every(facts.ClaimSettled, known, on__lte=as_at)
    own = profiles(known, Q(project=project))
    rivals = _rivals(own, known)
    claims = rules.double_claims(rivals, settled, as_at)
    concerned = {project} | {of.project for claim in claims for of in (claim.first, claim.second)}
    others = [of for of in rivals if of.project in concerned - {project}]
    told = _told(known, as_at, concerned)
    judged = _judged([*own, *others], _of_projects(known, concerned), told, limits, as_at)
    whole = {of.code for of in own}
    measured = {code: tuple(said) for code, said in told.measured.items() if code in whole}
    return facts.BenefitsFound(
        as_at=as_at,
        project=project,
        standings=judged[project],
        claims=tuple(one for one in claims if project in (one.first.project, one.second.project)),
        limits=limits,
        left_out=rules.counted_elsewhere(
            (one for those in judged.values() for one in those), claims
        ),
        histories=measured,
        forecasts={code: tuple(said) for code, said in told.expected.items() if code in whole},
        files=_names(measured),
    )


def _judged_of(
    limits: facts.BenefitLimits, as_at: date, known: int, only: Collection[str] | None
) -> dict[str, tuple[facts.BenefitStanding, ...]]:
    """Return the benefits of each of these projects, or of every one, as judged by the day."""
    if only is None:
        promised = profiles(known, Q())
        told = Told(telling(promised, known, as_at), by_code(expected(known, as_at)))
    else:
        promised = profiles(known, Q(project__in=sorted(only)))
        told = _told(known, as_at, only)
    return _judged(promised, _of_projects(known, only), told, limits, as_at)


def _judged(
    promised: Sequence[facts.Benefit],
    of_project: Mapping[str, facts.Project],
    told: Told,
    limits: facts.BenefitLimits,
    as_at: date,
) -> dict[str, tuple[facts.BenefitStanding, ...]]:
    found: dict[str, list[facts.BenefitStanding]] = {number: [] for number in of_project}
    for of in promised:
        measured, forecasts = told.measured.get(of.code, ()), told.expected.get(of.code, ())
        said = rules.said_by(of, measured, forecasts, as_at)
        standing = rules.standing_of(of, of_project[of.project], said, limits, as_at)
        found[of.project].append(standing)
    return {number: tuple(those) for number, those in found.items()}


def _told(known: int, as_at: date, projects: Collection[str]) -> Told:
    only = {"project__in": sorted(projects)}
    return Told(by_code(measured(known, as_at, **only)), by_code(expected(known, as_at, **only)))


def _of_projects(known: int, only: Collection[str] | None) -> dict[str, facts.Project]:
    """Return these projects by number, or every one; raises UnknownProject."""
    found = {of.number: of for of in projects(known, only)}
    for number in sorted(set(only or ()) - found.keys()):
        raise UnknownProject(number)
    return found


def _rivals(own: Sequence[facts.Benefit], known: int) -> list[facts.Benefit]:
    """Return the project's benefits with those of others that may be claims on the same savings.

    So too whatever may be claimed with one of those. Lines and metrics are held against each
    other as texts, so that only those few are read whole.
    """
    signs = SIGNS.of(known, None, partial(_signs, known))
    wanted = {rules.plain_words(text) for of in own for text in (of.budget_line, of.metric)} - {""}
    alike: set[int] = set()
    while more := {key for key, named in signs.items() if named & wanted} - alike:
        alike |= more
        wanted = wanted.union(*(signs[key] for key in more))
    return profiles(known, Q(id__in=sorted(alike)))


def _signs(known: int) -> dict[int, frozenset[str]]:
    """Return the texts by which each benefit may be claimed with others, by its row."""
    texts = as_known(models.Benefit.objects.all(), known).values_list("id", "budget_line", "metric")
    return {
        key: frozenset(rules.plain_words(text) for text in (line, metric)) - {""}
        for key, line, metric in texts
    }


def _names(measured: Mapping[str, Sequence[facts.Measurement]]) -> dict[str, str]:
    files = {of.file for said in measured.values() for of in said if of.file}
    return {sha: of.name for sha, of in evidence.stored_files(sorted(files)).items()}
