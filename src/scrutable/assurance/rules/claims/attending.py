"""Which claims need a person; pure."""

from collections.abc import Iterator, Mapping, Sequence

from scrutable.assurance.facts import ClaimSeen, Reassurance
from scrutable.kernel.attention import Attention, Gravity
from scrutable.kernel.wording import count_words, date_words, shortened


def claims_attention(
    found: Sequence[ClaimSeen], held: Mapping[Reassurance, Gravity]
) -> Iterator[Attention]:
    """Yield every claim that a board cannot be asked to accept."""
    for one in found:
        if not one.can_reassure:
            claim, newest = one.claim, one.judged.newest
            yield Attention(
                reference=claim.reference,
                what=f"Claim {claim.code}: {shortened(claim.text)}",
                why=_why(one),
                since=newest.on if newest else one.as_at,
                gravity=held[one.judged.reassurance],
                owner=claim.owner,
                version=claim.version,
            )


def _why(one: ClaimSeen) -> str:
    judged, newest = one.judged, one.judged.newest
    if newest is None or judged.age is None:
        return "There is no evidence under it at all"
    said = f"{date_words(newest.on)}, {count_words(judged.age, 'day')} old"
    if judged.reassurance is Reassurance.STALE:
        shelf = count_words(one.claim.shelf_days, "day")
        return f"Its newest evidence is of {said}; it is fresh for {shelf}"
    if judged.reassurance is Reassurance.CONTRADICTED:
        return f"Its newest evidence, of {said}, is against it"
    return f"Its fresh evidence, the newest of {said}, comes from no line as sure as it wants"
