"""Who is there to do it, what is being bought, and what taking people away cost in days; pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from scrutable.evidence.facts import RowError
from scrutable.kernel.attention import Attention, Gravity
from scrutable.kernel.wording import count_words, date_words, list_words
from scrutable.portfolio import facts
from scrutable.records.rules import missing, refusals_of

SAID_WITHIN = timedelta(days=31)  # projects report every month: so long until a date says it
EVERY_TEAM = "All teams"
NOBODY = ""


def staffing(posts: Sequence[facts.Post], as_at: date) -> facts.Staffing:
    """Return the structure on the day: teams by name, the posts that are open longest first."""
    counted = [one for one in posts if one.is_today or one.is_wanted]
    teams = sorted({one.team for one in counted})
    open_posts = [
        facts.OpenPost(post=one, days=(as_at - one.since).days)
        for one in counted
        if one.filling is not facts.Filling.FILLED
    ]
    return facts.Staffing(
        as_at=as_at,
        posts=tuple(sorted(counted, key=lambda one: (one.team, one.code))),
        teams=tuple(
            team_count(name, [one for one in counted if one.team == name]) for name in teams
        ),
        total=team_count(EVERY_TEAM, counted),
        open_posts=tuple(sorted(open_posts, key=lambda one: (-one.days, one.post.code))),
    )


def team_count(team: str, posts: Sequence[facts.Post]) -> facts.TeamCount:
    """Return how many of the posts are filled and how many the structure wanted still lacks."""
    fillings = [one.filling for one in posts]
    wanted = [one.filling for one in posts if one.is_wanted]
    return facts.TeamCount(
        team=team,
        filled=fillings.count(facts.Filling.FILLED),
        interim=fillings.count(facts.Filling.INTERIM),
        vacant=fillings.count(facts.Filling.VACANT),
        not_created=fillings.count(facts.Filling.NOT_CREATED),
        wanted=len(wanted),
        lacking=len(wanted) - wanted.count(facts.Filling.FILLED),
        unwanted=sum(one.is_today and not one.is_wanted for one in posts),
    )


def procurement_judged(
    versions: Sequence[facts.Procurement], ended: frozenset[str], as_at: date
) -> facts.ProcurementJudged:
    """Return how the procurement stands; the first of its versions set the first day of signing."""
    one, first = versions[-1], versions[0].signed_by
    until = one.since if one.stage is facts.ProcurementStage.SIGNED else as_at
    is_stopped = one.stage is facts.ProcurementStage.STOPPED
    is_over = is_stopped or one.stage is facts.ProcurementStage.SIGNED
    return facts.ProcurementJudged(
        procurement=one,
        first_signed_by=first,
        days_in_stage=(as_at - one.since).days,
        late_against_first=None if is_stopped else (until - first).days,
        late_against_current=None if is_stopped else (until - one.signed_by).days,
        waiting=() if is_over else tuple(name for name in one.projects if name not in ended),
    )


def redirection_judged(
    one: facts.Redirection, title: str, moves: Sequence[facts.Move], as_at: date
) -> facts.RedirectionJudged:
    """Return the redirection with what the project's go-live was before it, and after.

    Before is what was expected on the day it began; after is what was expected a month after it
    ended, or on the day that is asked about where that is sooner. `moves` are in their order.
    """
    is_running = one.ended_on is None or one.ended_on > as_at
    until = as_at if one.ended_on is None else min(as_at, one.ended_on + SAID_WITHIN)
    before, after = _expected(moves, one.starts_on), _expected(moves, until)
    is_told = before is not None and after is not None
    return facts.RedirectionJudged(
        redirection=one,
        title=title,
        before=before,
        after=after,
        days_by_dates=(after - before).days if is_told and before and after else None,
        is_running=is_running,
    )


def _expected(moves: Sequence[facts.Move], by: date) -> date | None:
    """Return what was last said to be the day, by then."""
    said = [move.to for move in moves if move.on <= by]
    return said[-1] if said else None


@dataclass(frozen=True, slots=True, kw_only=True)
class CapacityWatched:
    """What the list of what needs a person is made from; `policy` is `attention.capacity`."""

    as_at: date
    staffing: facts.Staffing
    procurements: Sequence[facts.ProcurementJudged]
    redirections: Sequence[facts.RedirectionJudged]
    policy: Mapping[str, object]

    def days(self, name: str) -> timedelta:
        """Return a number of days of the policy."""
        return timedelta(days=int(str(self.policy[name])))


def capacity_attention(watched: CapacityWatched) -> Iterator[Attention]:
    """Yield posts open too long, procurements past their day, effects that nobody measured."""
    yield from _posts(watched)
    yield from _procurements(watched)
    yield from _redirections(watched)


def _posts(watched: CapacityWatched) -> Iterator[Attention]:
    limits = {
        facts.Filling.VACANT: (watched.days("vacant_after_days"), Gravity.CONCERN, "vacant"),
        facts.Filling.INTERIM: (
            watched.days("interim_after_days"),
            Gravity.NOTE,
            "interim",
        ),
    }
    for one in watched.staffing.open_posts:
        post = one.post
        longest, gravity, word = limits.get(post.filling, (timedelta.max, Gravity.NOTE, ""))
        if timedelta(days=one.days) > longest:
            yield Attention(
                reference=post.reference,
                what=f"{post.title}, {post.team}",
                why=f"The post has been {word} for {count_words(one.days, 'day')}",
                since=post.since + longest,
                gravity=gravity,
                owner=NOBODY,
                doing=post.note,
                version=post.version,
            )


def _procurements(watched: CapacityWatched) -> Iterator[Attention]:
    for one in watched.procurements:
        if not one.is_late:
            continue
        bought, days = one.procurement, one.late_against_first or 0
        waits = [f"project {name}" for name in one.waiting]
        waiting = f", and {list_words(waits)} {_wait(waits)}" if waits else ""
        yield Attention(
            reference=bought.reference,
            what=bought.title,
            why=f"It was to be signed by {date_words(one.first_signed_by)}, "
            f"{count_words(days, 'day')} ago{waiting}",
            since=one.first_signed_by,
            gravity=Gravity.SERIOUS if waits else Gravity.CONCERN,
            owner=bought.owner,
            due=bought.signed_by,
            doing=bought.note,
            version=bought.version,
        )


def _wait(waits: Sequence[str]) -> str:
    return "waits for it" if len(waits) == 1 else "wait for it"


def _redirections(watched: CapacityWatched) -> Iterator[Attention]:
    grace = watched.days("unmeasured_after_days")
    for one in watched.redirections:
        taken = one.redirection
        is_due = taken.ended_on is not None and watched.as_at > taken.ended_on + grace
        if taken.days_lost is None and taken.ended_on is not None and is_due:
            yield Attention(
                reference=taken.reference,
                what=f"{taken.project} {one.title}: people taken to {taken.to_what}",
                why=f"They came back on {date_words(taken.ended_on)}, and nobody has measured "
                "what it cost the project",
                since=taken.ended_on,
                gravity=Gravity.NOTE,
                owner=taken.decided_by,
                version=taken.version,
            )


@refusals_of.register
def _of_post(of: facts.Post) -> Sequence[RowError]:
    found = missing(of, code="the code", title="the title", team="the team")
    if not of.is_today and not of.is_wanted and not of.note.strip():
        found.append(
            RowError(
                "note",
                "The post is neither in today’s structure nor in the one wanted",
                "say in the note what became of it",
            )
        )
    return found


@refusals_of.register
def _of_procurement(of: facts.Procurement) -> Sequence[RowError]:
    found = missing(of, code="the code", title="what is bought", owner="the owner")
    if of.value is not None and of.value < 0:
        found.append(RowError("value", "The value is less than nought", "give it in pounds"))
    if of.stage is facts.ProcurementStage.STOPPED and not of.note.strip():
        found.append(RowError("note", "Nothing is said of why it was stopped", "give the reason"))
    return found


@refusals_of.register
def _of_redirection(of: facts.Redirection) -> Sequence[RowError]:
    found = missing(of, project="the project", to_what="what they were taken to")
    found += missing(of, cause="the cause", decided_by="who decided")
    if of.people < 1:
        found.append(RowError("people", "Nobody was taken", "give how many people, 1 or more"))
    if of.ended_on is not None and of.ended_on < of.starts_on:
        found.append(
            RowError(
                "ended_on",
                f"It ended before it began on {date_words(of.starts_on)}",
                "give that day or a later one",
            )
        )
    if of.days_lost is not None and not of.effect.strip():
        found.append(
            RowError("effect", "The days lost stand without words", "say how they were measured")
        )
    return found
