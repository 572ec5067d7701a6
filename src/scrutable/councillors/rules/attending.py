"""Which of learning, pilots, kit and paper needs a person; nobody is named or counted; pure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from scrutable.councillors.facts import (
    Cover,
    KitFault,
    PaperStanding,
    Pilot,
    PilotOutcome,
    Place,
    Session,
    SkillArea,
)
from scrutable.councillors.rules.kit import is_open
from scrutable.councillors.rules.learning import is_to_be_asked
from scrutable.kernel.attention import Attention, Gravity
from scrutable.kernel.wording import capital, count_words, date_words

OWNER = "Democratic services"
TELL_WITHIN = timedelta(days=7)


@dataclass(frozen=True, slots=True, kw_only=True)
class CareGravity:
    """How grave the council holds each, and after how many days it asks."""

    no_session: Gravity
    to_ask: Gravity
    not_told: Gravity
    no_result: Gravity
    paper_behind: Gravity
    fault_open: Gravity
    ask_after_days: int
    ask_for_days: int
    fault_days: int


def needs_attention(
    cover: Cover, areas: Mapping[str, SkillArea], gravity: CareGravity
) -> Iterator[Attention]:
    """Yield every need that may be shown and that no session to come meets."""
    for need in cover.needs:
        if need.sessions or not (need.lacking or need.asked) or cover.counted_to is None:
            continue
        area = areas[need.skill]
        said = f"{need.lacking:,} councillors" if need.lacking else "Some councillors"
        yield Attention(
            reference=area.reference,
            what=f"{area.title}: no session to come",
            why=f"{said} say that they need help with it, and no session to come is about it",
            since=cover.counted_to,
            gravity=gravity.no_session,
            owner=OWNER,
            version=area.version,
        )


def sessions_attention(
    sessions: Sequence[Session], places: Sequence[Place], as_at: date, gravity: CareGravity
) -> Iterator[Attention]:
    """Yield sessions of which nobody said who came, and those whose councillors are to be asked."""
    for session in sessions:
        own = [one for one in places if one.session == session.number]
        after = gravity.ask_after_days
        due = session.on + timedelta(days=after)
        to_ask = any(
            is_to_be_asked(session, one, as_at, after) and one.asked_on is None for one in own
        )
        if to_ask and as_at <= due + timedelta(days=gravity.ask_for_days):
            yield Attention(
                reference=session.reference,
                what=f"{session.title}: ask whether it helped",
                why=f"It was on {date_words(session.on)}, and those who came are to be asked",
                since=due,
                due=due + timedelta(days=gravity.ask_for_days),
                gravity=gravity.to_ask,
                owner=OWNER,
                version=session.version,
            )
        waits = any(one.is_booked for one in own) and all(one.came is None for one in own)
        if waits and as_at > session.on + TELL_WITHIN and not session.called_off:
            yield Attention(
                reference=session.reference,
                what=f"{session.title}: who came is not recorded",
                why=f"It was on {date_words(session.on)}, and places were booked",
                since=session.on + TELL_WITHIN,
                gravity=gravity.not_told,
                owner=OWNER,
                version=session.version,
            )


def pilots_attention(
    pilots: Iterable[Pilot], as_at: date, gravity: CareGravity
) -> Iterator[Attention]:
    """Yield every pilot that is over and says no result."""
    for one in pilots:
        if one.outcome is PilotOutcome.RUNNING and one.ends_on < as_at:
            yield Attention(
                reference=one.reference,
                what=f"Pilot “{one.title}”: no result",
                why=f"It ended on {date_words(one.ends_on)}, and nobody has said what came of it",
                since=one.ends_on,
                gravity=gravity.no_result,
                owner=one.owner,
                version=one.version,
            )


def paper_attention(
    standings: Iterable[PaperStanding], as_at: date, gravity: CareGravity
) -> Iterator[Attention]:
    """Yield every target that the last twelve months exceed."""
    for one in standings:
        if one.is_met is False:
            whose = "the whole council" if one.target.body == "all" else one.target.body
            yield Attention(
                reference=one.target.reference,
                what=f"Paper of {whose}: more than its line allows",
                why=f"{one.pages:,} pages in the last twelve months, where the line to "
                f"{one.target.pages:,} by {date_words(one.target.by)} allows {one.allowed:,}",
                since=as_at,
                due=one.target.by,
                gravity=gravity.paper_behind,
                owner=OWNER,
                version=one.target.version,
            )


def faults_attention(
    faults: Iterable[KitFault], as_at: date, gravity: CareGravity
) -> Iterator[Attention]:
    """Yield all faults that are open for too long as one thing, known by the oldest of them."""
    late = sorted(
        (one for one in faults if is_open(one, as_at)), key=lambda one: (one.raised_on, one.number)
    )
    late = [one for one in late if (as_at - one.raised_on).days > gravity.fault_days]
    if not late:
        return
    first = late[0]
    verb = "is" if len(late) == 1 else "are"
    said = capital(count_words(len(late), "fault"))
    yield Attention(
        reference=first.reference,
        what=f"{said} of councillors’ kit {verb} open",
        why=f"For more than {count_words(gravity.fault_days, 'day')}; the oldest since "
        f"{date_words(first.raised_on)}",
        since=first.raised_on + timedelta(days=gravity.fault_days),
        gravity=gravity.fault_open,
        owner=OWNER,
        version=first.version,
    )
