"""What the council has settled about councillors' learning, kit and paper."""

from collections.abc import Mapping
from datetime import date

from scrutable.councillors.rules import CareGravity
from scrutable.kernel.attention import Gravity
from scrutable.registers import reads as registers


def least_shown(known: int, as_at: date) -> int:
    """Return the least number of councillors that is shown as a number."""
    return int(str(registers.policy("councillors", as_at, known)["least_shown"]))


def ask_after_days(known: int, as_at: date) -> int:
    """Return so long after a session those who came are asked whether it helped."""
    return int(str(registers.policy("councillors", as_at, known)["ask_after_days"]))


def page_price(known: int, as_at: date) -> tuple[str, str] | None:
    """Return the pence that a page costs and where that is written; None where it is not both."""
    said = registers.policy("councillors", as_at, known)
    pence, source = str(said["page_pence"]).strip(), str(said["page_pence_source"]).strip()
    return (pence, source) if pence and source else None


def care(known: int, as_at: date) -> CareGravity:
    """Return how grave the council holds what needs a person."""
    said = registers.policy("councillors", as_at, known)
    return CareGravity(
        no_session=_gravity(said, "no_session"),
        to_ask=_gravity(said, "to_ask"),
        not_told=_gravity(said, "not_told"),
        no_result=_gravity(said, "no_result"),
        paper_behind=_gravity(said, "paper_behind"),
        fault_open=_gravity(said, "fault_open"),
        ask_after_days=int(str(said["ask_after_days"])),
        ask_for_days=int(str(said["ask_for_days"])),
        fault_days=int(str(said["fault_days"])),
    )


def _gravity(policy: Mapping[str, object], name: str) -> Gravity:
    said = policy[name]
    return Gravity[str(said["gravity"]).upper()] if isinstance(said, Mapping) else Gravity.NOTE
