"""What of findings needs a person: grouped by fault and owner, never one by one; pure."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import timedelta
from itertools import groupby

from scrutable.housekeeping.facts import (
    LOUD,
    PartOfEstate,
    Reach,
    WorkCounted,
    WorkState,
    fault_count_words,
)
from scrutable.kernel.attention import Attention, Gravity
from scrutable.kernel.wording import capital, date_words, list_words

NOBODY = "Nobody"
WHY = {
    WorkState.OPEN: "of which nobody has said anything",
    WorkState.BACK: "back again after they had gone",
    WorkState.STILL_SHOWN: "said to be fixed and shown still",
    WorkState.EXPLANATION_ENDED: "whose explanation has ended",
}
DOING = {
    WorkState.EXPLAINED: "explained",
    WorkState.SAID_FIXED: "said to be fixed, which the next extract will tell",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingsWatched:
    """What the list is made from; `policy` is the council's own, “findings”.

    `versions` is, of each part, the last event that changed how many of its findings stand and how.
    """

    counted: tuple[WorkCounted, ...]
    to: Reach
    policy: Mapping[str, object]
    versions: Mapping[PartOfEstate, int]

    def gravity(self, fault: str) -> Gravity:
        """Return how grave the council holds a fault."""
        said = self.policy.get(fault, self.policy["any"])
        if not isinstance(said, Mapping):
            raise TypeError(f"the policy on {fault} is no table")
        return Gravity[str(said["gravity"]).upper()]

    @property
    def within(self) -> timedelta:
        """Return within how many days a finding is to be fixed or explained."""
        return timedelta(days=int(str(self.policy["answer_within_days"])))


def findings_attention(watched: FindingsWatched) -> Iterator[Attention]:
    """Yield an item for each fault and owner of which something needs a person."""

    def fault_and_owner(one: WorkCounted) -> tuple[str, str, str]:
        return one.part.value, one.fault, one.owner

    for _, group in groupby(sorted(watched.counted, key=fault_and_owner), fault_and_owner):
        found = list(group)
        if any(one.state in LOUD for one in found):
            yield _item(watched, found)


def _item(watched: FindingsWatched, found: Iterable[WorkCounted]) -> Attention:
    by_state = {one.state: one for one in found}
    loud = [by_state[state] for state in WHY if state in by_state]
    first, number = loud[0], sum(one.number for one in loud)
    since = min(one.oldest for one in loud if one.oldest is not None)
    last = watched.to.last[first.part]
    whys = [f"{one.number:,} {WHY[one.state]}" for one in loud]
    said = fault_count_words(first.part, first.fault, number)
    return Attention(
        reference=f"estate/{first.part.value}/{last.isoformat()}/{first.fault}",
        what=capital(said),
        why=f"By the extract as at {date_words(last)}: {list_words(whys)}",
        since=since,
        due=since + watched.within,
        gravity=watched.gravity(first.fault),
        owner=first.owner or NOBODY,
        doing=list_words([_doing(by_state[state]) for state in DOING if state in by_state]),
        version=watched.versions.get(first.part, 0),
    )


def _doing(one: WorkCounted) -> str:
    words = f"{one.number:,} {DOING[one.state]}"
    is_explained = one.state is WorkState.EXPLAINED and one.until is not None
    return (
        f"{words}, the first until {date_words(one.until)}" if is_explained and one.until else words
    )
