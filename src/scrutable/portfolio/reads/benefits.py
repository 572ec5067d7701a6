"""Benefits with what was measured and expected of them by a day; queries do not grow with them.

Six thousand benefits with eight measurements each: facts are made from plain values.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any, TypeVar

from django.db.models import Q

from scrutable.audit.reads import as_known
from scrutable.evidence import reads as evidence
from scrutable.portfolio import facts, models, rules
from scrutable.portfolio.reads.projects import project as one_project
from scrutable.portfolio.reads.records import every, one
from scrutable.portfolio.reads.standings import projects
from scrutable.registers import reads as registers

PROFILE = (
    "project",
    "number",
    "title",
    "kind",
    "category",
    "description",
    "service",
    "metric",
    "measure",
    "lower_is_better",
    "baseline",
    "baseline_on",
    "target",
    "target_on",
    "begins_on",
    "yearly_pounds",
    "budget_line",
    "data_source",
    "costs",
    "activities",
    "owner",
    "unowned_since",
    "towards",
    "measured_by",
    "measure_on",
    "withdrawn_on",
    "withdrawn_reason",
    "event",
)
MEASURED = (
    "project",
    "benefit",
    "on",
    "value",
    "pounds",
    "words",
    "source",
    "measured_by",
    "verified_by",
    "verified_on",
    "file",
    "place",
    "event",
)
EXPECTED = ("project", "benefit", "on", "value", "by_when", "why", "said_by", "event")
KINDS = {one.value: one for one in facts.BenefitKind}
MEASURES = {one.value: one for one in facts.Measure}
Dated = TypeVar("Dated", facts.Measurement, facts.BenefitForecast)


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
    )


def benefits_found(as_at: date, known: int, *, project: str = "") -> facts.BenefitsFound:
    """Return every benefit by the day, or those of one project with all that was said of them.

    Savings that another project claims too are found either way, and which of the two counts.
    """
    limits = benefit_limits(registers.policy("benefits", as_at, known))
    own = _profiles(known, Q(project=project) if project else Q())
    rivals = _rivals(own, known) if project else own
    settled = every(facts.ClaimSettled, known, on__lte=as_at)
    claims = rules.double_claims(rivals, settled, as_at)
    concerned = {project} | {of.project for claim in claims for of in (claim.first, claim.second)}
    of_project = _of_projects(known, concerned)
    only: dict[str, Any] = {"project__in": sorted(concerned)} if project else {}
    measured = _by_code(_measured(known, as_at, **only))
    expected = _by_code(_expected(known, as_at, **only))

    def stands(of: facts.Benefit) -> facts.BenefitStanding:
        said = rules.said_by(of, measured.get(of.code, ()), expected.get(of.code, ()), as_at)
        return rules.standing_of(of, of_project[of.project], said, limits, as_at)

    standings = tuple(stands(of) for of in own)
    others = [stands(of) for of in rivals if of.project in concerned - {project}] if project else []
    whole = {of.code for of in own} if project else set()
    return facts.BenefitsFound(
        as_at=as_at,
        project=project,
        standings=standings,
        claims=tuple(
            one for one in claims if project in ("", one.first.project, one.second.project)
        ),
        limits=limits,
        left_out=rules.counted_elsewhere((*standings, *others), claims),
        histories={code: tuple(said) for code, said in measured.items() if code in whole},
        forecasts={code: tuple(said) for code, said in expected.items() if code in whole},
        files=_names(measured) if project else {},
    )


def _of_projects(known: int, concerned: Collection[str]) -> dict[str, facts.Project]:
    """Return every project by its number, or the one that is concerned; raises UnknownProject."""
    if len(concerned) == 1 and "" not in concerned:
        return {number: one_project(number, known) for number in concerned}
    return {of.number: of for of in projects(known)}


def _profiles(known: int, asked: Q) -> list[facts.Benefit]:
    rows = as_known(models.Benefit.objects.all(), known).filter(asked)
    return [_profile(row) for row in rows.order_by("project", "number").values_list(*PROFILE)]


def _profile(row: Sequence[Any]) -> facts.Benefit:
    said = dict(zip(PROFILE, row, strict=True))
    said["version"] = said.pop("event")
    said["kind"], said["measure"] = KINDS[said["kind"]], MEASURES[said["measure"]]
    said["measure_on"] = tuple(date.fromisoformat(day) for day in said["measure_on"])
    return facts.Benefit(**said)


def _rivals(own: Sequence[facts.Benefit], known: int) -> list[facts.Benefit]:
    """Return the project's benefits with those of others that may be claims on the same savings.

    So too whatever may be claimed with one of those. Lines and metrics are held against each
    other as texts, so that only those few are read whole.
    """
    texts = as_known(models.Benefit.objects.all(), known).values_list("id", "budget_line", "metric")
    signs = {
        key: {rules.plain_words(text) for text in (line, metric)} - {""}
        for key, line, metric in texts
    }
    wanted = {rules.plain_words(text) for of in own for text in (of.budget_line, of.metric)} - {""}
    alike: set[int] = set()
    while more := {key for key, named in signs.items() if named & wanted} - alike:
        alike |= more
        wanted = wanted.union(*(signs[key] for key in more))
    return _profiles(known, Q(id__in=sorted(alike)))


def _measured(known: int, as_at: date, **only: Any) -> Iterable[facts.Measurement]:
    rows = as_known(models.Measurement.objects.all(), known).filter(on__lte=as_at, **only)
    for row in rows.order_by("project", "benefit", "on").values_list(*MEASURED):
        project, number, on, value, pounds, words, source, by, checker, checked, *place = row
        yield facts.Measurement(
            project=project,
            benefit=number,
            on=on,
            value=value,
            pounds=pounds,
            words=words,
            source=source,
            measured_by=by,
            verified_by=checker,
            verified_on=checked,
            file=place[0],
            place=place[1],
            version=place[2],
        )


def _expected(known: int, as_at: date, **only: Any) -> Iterable[facts.BenefitForecast]:
    rows = as_known(models.BenefitForecast.objects.all(), known).filter(on__lte=as_at, **only)
    for row in rows.order_by("project", "benefit", "on").values_list(*EXPECTED):
        said = dict(zip(EXPECTED, row, strict=True))
        said["version"] = said.pop("event")
        yield facts.BenefitForecast(**said)


def _by_code(said: Iterable[Dated]) -> dict[str, list[Dated]]:
    found: dict[str, list[Dated]] = defaultdict(list)
    for of in said:
        found[f"{of.project}-{of.benefit}"].append(of)
    return found


def _names(measured: Mapping[str, Sequence[facts.Measurement]]) -> dict[str, str]:
    files = {of.file for said in measured.values() for of in said if of.file}
    return {sha: of.name for sha, of in evidence.stored_files(sorted(files)).items()}
