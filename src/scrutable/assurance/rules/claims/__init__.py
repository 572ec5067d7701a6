"""What a board may take from each claim, what would reassure it wrongly, what is refused; pure."""

from scrutable.assurance.rules.claims import refusing  # noqa: F401  (register refusals)
from scrutable.assurance.rules.claims.attending import claims_attention
from scrutable.assurance.rules.claims.seeing import WORST_FIRST, claim_seen, reassurance_map
from scrutable.assurance.rules.claims.vouching import (
    asks_for_reassurance,
    claims_meant,
    unreassured,
)

__all__ = [
    "WORST_FIRST",
    "asks_for_reassurance",
    "claim_seen",
    "claims_attention",
    "claims_meant",
    "reassurance_map",
    "unreassured",
]
