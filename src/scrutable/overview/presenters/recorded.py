"""What was recorded of the portfolio, version by version, in words; pure."""

from functools import singledispatch

from scrutable.kernel.money import money_exact
from scrutable.kernel.wording import capital, count_words, date_words, list_words
from scrutable.overview.facts import Evidence, Layer, Recorded, Step
from scrutable.overview.presenters import steps as making
from scrutable.overview.presenters.counting import counted_words
from scrutable.overview.presenters.events import verb_words
from scrutable.overview.presenters.roads import RECORD, Road
from scrutable.portfolio import facts
from scrutable.portfolio.presenters.words import MOVE_WORDS, RATING_WORDS, STAGE_WORDS

NOT_MEASURED = "Not measured"


def lay_recorded(road: Road, evidence: Evidence) -> None:
    """Lay the files, every version, what the record is a part of, and decisions that relied."""
    last = len(evidence.recorded) - 1
    for stored in evidence.files.values():
        places = {one.place for one in evidence.recorded if one.file == stored.sha256}
        said = f"{count_words(len(places), 'figure')} came from it"
        one_place = next(iter(places)) if len(places) == 1 else ""
        road.lay(making.file_step(stored, said, one_place))
    for at, one in enumerate(evidence.recorded):
        step = _version(one, is_current=at == last)
        road.lay(step)
        if one.file in evidence.files:
            road.join(evidence.files[one.file].reference, step.key, "gave")
        if at:
            road.join(f"version {evidence.recorded[at - 1].version}", step.key, "was replaced by")
        if at == last:
            road.join(step.key, RECORD, "stands now")
    _lay_above(road, evidence)


def lay_relied(road: Road, evidence: Evidence) -> None:
    """Lay the decisions that were taken on reports which printed the record."""
    for edition, decision in evidence.relied:
        code = decision.partition("/")[2]
        step = Step(
            key=decision,
            layer=Layer.DECISION,
            title=f"Decision {code}",
            said="Was taken on a report that printed it",
            reference=decision,
        )
        road.lay(step)
        road.join(edition, decision, "was relied on by")


def _lay_above(road: Road, evidence: Evidence) -> None:
    below = RECORD
    for one in evidence.above:
        step = Step(
            key=one.reference,
            layer=Layer.RECORD,
            title=title_of(one.of),
            said="What it is a part of",
            reference=one.reference,
            version=one.version,
        )
        road.lay(step)
        road.join(below, step.key, "is a part of")
        below = step.key


def _version(one: Recorded, *, is_current: bool) -> Step:
    return Step(
        key=f"version {one.version}",
        layer=Layer.VERSION,
        title=capital(said_of(one.of)),
        said=verb_words(one.event.verb) if one.event else "Recorded",
        reference=f"event/{one.version}",
        version=one.version,
        at=one.event.at if one.event else None,
        by=one.event.by if one.event else "",
        place=one.place,
        is_current=is_current,
    )


def recorded_title(evidence: Evidence) -> str:
    """Return what a record of the portfolio is called: its own title, with what it is a part of."""
    if not evidence.recorded:
        return ""
    own = title_of(evidence.recorded[-1].of)
    if isinstance(evidence.recorded[-1].of, facts.Move):
        own = capital(evidence.reference.split("/")[-1].replace("-", " "))
    over = [title_of(one.of) for one in evidence.above[:1]]
    return ", ".join([own, *over])


def recorded_words(evidence: Evidence) -> str:
    """Return how a record of the portfolio stands, without a full stop."""
    if not evidence.recorded:
        return counted_words(evidence)
    stands = capital(said_of(evidence.recorded[-1].of)).rstrip(".")
    versions = len(evidence.recorded)
    return stands if versions == 1 else f"{stands}, the last of {versions} versions"


@singledispatch
def title_of(of: object) -> str:
    """Return what a record is called."""
    for name in ("title", "process", "text", "happened", "what", "project"):
        if found := getattr(of, name, ""):
            return capital(str(found).rstrip("."))
    return capital(getattr(of, "WHAT", "record"))


@title_of.register
def _(of: facts.Project) -> str:
    return f"{of.number} {of.title}"


@title_of.register
def _(of: facts.Status) -> str:
    return f"Status of {date_words(of.on)}"


@title_of.register
def _(of: facts.Measurement) -> str:
    return f"Measured on {date_words(of.on)}"


@title_of.register
def _(of: facts.OutcomeJudgement) -> str:
    return f"Judged on {date_words(of.on)}"


@title_of.register
def _(of: facts.ObjectiveReview) -> str:
    return f"Reviewed on {date_words(of.on)}"


@title_of.register
def _(of: facts.BenefitForecast) -> str:
    return f"Forecast of {date_words(of.on)}"


@title_of.register
def _(of: facts.BusinessCase) -> str:
    return f"Business case, {of.stage.value.replace('_', ' ')}"


@title_of.register
def _(of: facts.Funding) -> str:
    return f"{capital(of.source.value)} of {of.year}/{(of.year + 1) % 100:02}"


@title_of.register
def _(of: facts.DelayCost) -> str:
    return f"Cost of delay, {of.what_for}"


@title_of.register
def _(of: facts.UpdateReceived) -> str:
    return f"Update {of.number}, {date_words(of.on)}"


@singledispatch
def said_of(of: object) -> str:
    """Return what a version of a record says."""
    return title_of(of)


@said_of.register
def _(of: facts.Project) -> str:
    place = f", place {of.place} on the priority list" if of.place else ""
    return f"{STAGE_WORDS[of.stage]}{place}"


@said_of.register
def _(of: facts.Move) -> str:
    why = f": {of.reason}" if of.reason else ""
    return f"{MOVE_WORDS[of.kind]}, {date_words(of.to)}{why}"


@said_of.register
def _(of: facts.Status) -> str:
    return f"{RATING_WORDS[of.overall]}: {of.reasons}"


@said_of.register
def _(of: facts.Measurement) -> str:
    if of.value is None and of.pounds is None:
        return f"{NOT_MEASURED}: {of.words}" if of.words else NOT_MEASURED
    found = [f"{of.value:,f}"] if of.value is not None else []
    found += [f"{money_exact(of.pounds)} a year taken"] if of.pounds is not None else []
    checked = f", verified by {of.verified_by}" if of.verified_by else ", not verified"
    return f"{list_words(found)}{checked}"


@said_of.register
def _(of: facts.Benefit) -> str:
    if of.withdrawn_on:
        return f"{of.title}, withdrawn on {date_words(of.withdrawn_on)}"
    target = f", target {of.target:,f}" if of.target is not None else ""
    return f"{of.title}{target}, answered for by {of.owner or 'nobody'}"


@said_of.register
def _(of: facts.BenefitForecast) -> str:
    return f"{of.value:,f} by {date_words(of.by_when)}: {of.why}"


@said_of.register
def _(of: facts.Funding) -> str:
    spent = (
        f"{money_exact(of.spent)} spent"
        if of.spent is not None
        else "nobody has said what was spent"
    )
    return f"{money_exact(of.approved)} approved, {spent}"


@said_of.register
def _(of: facts.DelayCost) -> str:
    return f"{money_exact(of.pounds)}, worked out on {date_words(of.on)}"


@said_of.register
def _(of: facts.BusinessCase) -> str:
    by = f" by {of.decided_by}" if of.decided_by else ""
    return f"{capital(of.outcome.value.replace('_', ' '))}{by}"


@said_of.register
def _(of: facts.OutcomeJudgement) -> str:
    return f"{capital(of.verdict.value.replace('_', ' '))}, judged by {of.judge}: {of.reasons}"


@said_of.register
def _(of: facts.OutcomeEvidence) -> str:
    return f"{capital(of.bearing.value)} it: {of.what} ({of.source})"


@said_of.register
def _(of: facts.ObjectiveReview) -> str:
    return f"{capital(of.verdict.value.replace('_', ' '))}, by {of.reviewer}: {of.reasons}"


@said_of.register
def _(of: facts.UpdateReceived) -> str:
    said = [count_words(of.dates, "date"), count_words(of.statuses, "status", "statuses")]
    said += [count_words(of.projects, "project")] if of.projects else []
    return f"{of.file_name}: {list_words(said)}"
