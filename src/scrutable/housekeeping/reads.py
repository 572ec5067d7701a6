"""What the extracts of a day come to."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from scrutable.housekeeping import engine
from scrutable.housekeeping.facts import (
    AccountFinding,
    DeviceFinding,
    DeviceLimits,
    ExtractKind,
    HousePolicy,
    LeaverRule,
    LeaverRuleKind,
)
from scrutable.kernel.wording import date_words


class NoExtract(Exception):
    """No extract of the kind was taken for the day."""

    def __init__(self, kind: ExtractKind, as_at: date) -> None:
        super().__init__(
            f"No extract of {kind.value} was taken for {date_words(as_at)}. Take one first."
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Reconciled:
    """How many accounts and devices count on each line, and everything that is wrong."""

    lines: Mapping[ExtractKind, Mapping[str, int]]
    found: tuple[AccountFinding | DeviceFinding, ...]


def house_policy(policy: Mapping[str, object]) -> HousePolicy:
    """Return the council's own limits, of the policy “housekeeping”."""
    return HousePolicy(
        leavers=LeaverRule(
            kind=LeaverRuleKind(str(policy["leavers"])), days=int(str(policy["leavers_days"]))
        ),
        idle_days=int(str(policy["idle_days"])),
        devices=DeviceLimits(
            unseen_days=int(str(policy["unseen_days"])),
            most_of_a_kind=int(str(policy["most_of_a_kind"])),
        ),
    )


def snapshot_of(folder: Path, kind: ExtractKind, as_at: date) -> Path | None:
    """Return the snapshot of the day, None where none was taken."""
    path = folder / kind.value / f"as_at={as_at.isoformat()}" / "rows.parquet"
    return path if path.is_file() else None


def reconciled(folder: Path, as_at: date, policy: HousePolicy) -> Reconciled:
    """Hold the accounts and devices of the day against its people.

    Raises NoExtract without a staff extract, or with neither of the others.
    """
    staff = snapshot_of(folder, ExtractKind.STAFF, as_at)
    accounts = snapshot_of(folder, ExtractKind.ACCOUNTS, as_at)
    devices = snapshot_of(folder, ExtractKind.DEVICES, as_at)
    if staff is None:
        raise NoExtract(ExtractKind.STAFF, as_at)
    if accounts is None and devices is None:
        raise NoExtract(ExtractKind.ACCOUNTS, as_at)
    duck = engine.DuckEngine()
    duck.snapshot("people", staff)
    engine.know_people(duck)
    lines: dict[ExtractKind, Mapping[str, int]] = {}
    found: list[AccountFinding | DeviceFinding] = []
    if accounts:
        duck.snapshot("accounts", accounts)
        engine.judge_accounts(duck, as_at=as_at, rule=policy.leavers)
        lines[ExtractKind.ACCOUNTS] = {
            line.value: n for line, n in engine.account_lines(duck).items()
        }
        engine.keep_account_findings(duck, as_at=as_at, idle_days=policy.idle_days)
        found += engine.account_findings(duck)
    if devices:
        duck.snapshot("devices", devices)
        engine.judge_devices(duck, as_at=as_at)
        lines[ExtractKind.DEVICES] = {
            line.value: n for line, n in engine.device_lines(duck).items()
        }
        engine.keep_device_findings(duck, as_at=as_at, limits=policy.devices)
        found += engine.device_findings(duck)
    return Reconciled(lines=lines, found=tuple(found))
