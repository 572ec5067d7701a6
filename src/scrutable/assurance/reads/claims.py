"""Claims and the evidence under them, as they stand on any day."""

from datetime import date

from scrutable.assurance.facts import Claim, ClaimSeen, Evidence, Reassurance
from scrutable.assurance.reads.issues import gravity
from scrutable.assurance.rules import claims as rules
from scrutable.kernel.attention import Attention, Gravity
from scrutable.records.reads import every, one
from scrutable.registers import reads as registers


def reassurance_map(known: int, as_at: date, body: str = "") -> list[ClaimSeen]:
    """Return every claim of the day, the worst first; `body` keeps those that it is to accept."""
    only = {"body": body} if body else {}
    claims = every(Claim, known, **only)
    return rules.reassurance_map(claims, every(Evidence, known, on__lte=as_at), as_at)


def claim(code: str, known: int, as_at: date) -> tuple[ClaimSeen, list[Evidence]]:
    """Return one claim and all evidence under it by the day, the newest first.

    Raises UnknownRecord.
    """
    found = one(Claim, known, code=code)
    held = every(Evidence, known, claim=code, on__lte=as_at)
    newest = sorted(held, key=lambda each: (each.on, each.number), reverse=True)
    return rules.claim_seen(found, held, as_at), newest


def claims_attention(known: int, as_at: date) -> list[Attention]:
    """Return every claim that needs a person, as grave as the council holds it."""
    policy = registers.policy("claims", as_at, known)
    held: dict[Reassurance, Gravity] = {
        each: gravity(policy, each.value)
        for each in Reassurance
        if each is not Reassurance.BORNE_OUT
    }
    return list(rules.claims_attention(reassurance_map(known, as_at), held))
