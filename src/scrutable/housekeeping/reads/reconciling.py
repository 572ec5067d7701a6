"""What the extracts of a day come to, part by part."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path

from scrutable.housekeeping import engine as asking
from scrutable.housekeeping.facts import (
    AccountFinding,
    CameTo,
    Counted,
    DeviceFinding,
    DeviceLimits,
    Extract,
    ExtractKind,
    Found,
    HousePolicy,
    LeaverRule,
    LeaverRuleKind,
    Part,
)
from scrutable.kernel.wording import date_words
from scrutable.records.reads import every
from scrutable.registers import reads as registers


class NoExtract(Exception):
    """No extract of the kind was taken for the day, or its rows are deleted."""

    def __init__(self, kind: ExtractKind, as_at: date) -> None:
        super().__init__(
            f"No extract of {kind.value} was taken for {date_words(as_at)}. Take one first."
        )


@dataclass(slots=True, kw_only=True)
class Laid:
    """The extracts of a day laid before an engine; each is read once, when it is asked for."""

    engine: asking.Engine
    folder: Path
    as_at: date
    known: int
    extracts: Mapping[ExtractKind, Extract]
    tables: set[str] = field(default_factory=set)

    def has(self, *kinds: ExtractKind) -> bool:
        """Test whether all of these were taken for the day and their rows still lie there."""
        return all(kind in self.extracts for kind in kinds)

    def table(self, name: str, kind: ExtractKind) -> str:
        """Lay the rows as the table of this name; return the extract's reference and version."""
        if kind not in self.extracts:
            raise NoExtract(kind, self.as_at)
        found = self.extracts[kind]
        if name not in self.tables:
            path = snapshot_of(self.folder, kind, self.as_at)
            if path is None:
                raise NoExtract(kind, self.as_at)
            self.engine.snapshot(name, path)
            self.tables.add(name)
        return f"{found.reference}@{found.version}"

    def people(self) -> str:
        """Lay the staff and work out who is who; return the extract's reference and version."""
        is_new = "people" not in self.tables
        reference = self.table("people", ExtractKind.STAFF)
        if is_new:
            asking.know_people(self.engine)
        return reference

    def policy(self, name: str) -> Mapping[str, object]:
        """Return the council's policy of the name as it was for the day."""
        return registers.policy(name, self.as_at, self.known)


def snapshot_of(folder: Path, kind: ExtractKind, as_at: date) -> Path | None:
    """Return the snapshot of the day, None where none was taken."""
    path = folder / kind.value / f"as_at={as_at.isoformat()}" / "rows.parquet"
    return path if path.is_file() else None


def laid(folder: Path, as_at: date, known: int, engine: asking.Engine) -> Laid:
    """Return the extracts of the day, for the engine to read."""
    taken = every(Extract, known, as_at=as_at, deleted_on=None)
    return Laid(
        engine=engine,
        folder=folder,
        as_at=as_at,
        known=known,
        extracts={one.kind: one for one in taken},
    )


def came_to(extracts: Laid) -> list[CameTo]:
    """Return what every part comes to whose extracts were taken; raises NoExtract where none."""
    found = [one for part in PARTS if (one := part(extracts)) is not None]
    if not found:
        missing = ExtractKind.ACCOUNTS if extracts.has(ExtractKind.STAFF) else ExtractKind.STAFF
        raise NoExtract(missing, extracts.as_at)
    return found


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


def accounts(extracts: Laid) -> CameTo | None:
    """Hold the accounts against the people; None where there is no extract of accounts."""
    if not extracts.has(ExtractKind.ACCOUNTS):
        return None
    read = (extracts.people(), extracts.table("accounts", ExtractKind.ACCOUNTS))
    policy, as_at = house_policy(extracts.policy("housekeeping")), extracts.as_at
    asking.judge_accounts(extracts.engine, as_at=as_at, rule=policy.leavers)
    asking.keep_account_findings(extracts.engine, as_at=as_at, idle_days=policy.idle_days)
    return CameTo(
        part=Part.ACCOUNTS,
        as_at=as_at,
        lines=_lines(asking.account_lines(extracts.engine)),
        found=_found(asking.account_findings(extracts.engine)),
        extracts=read,
        engine=extracts.engine.name,
    )


def devices(extracts: Laid) -> CameTo | None:
    """Hold the devices against the people; None where there is no extract of devices."""
    if not extracts.has(ExtractKind.DEVICES):
        return None
    read = (extracts.people(), extracts.table("devices", ExtractKind.DEVICES))
    policy, as_at = house_policy(extracts.policy("housekeeping")), extracts.as_at
    asking.judge_devices(extracts.engine, as_at=as_at)
    asking.keep_device_findings(extracts.engine, as_at=as_at, limits=policy.devices)
    return CameTo(
        part=Part.DEVICES,
        as_at=as_at,
        lines=_lines(asking.device_lines(extracts.engine)),
        found=_found(asking.device_findings(extracts.engine)),
        extracts=read,
        engine=extracts.engine.name,
    )


PARTS: tuple[Callable[[Laid], CameTo | None], ...] = (accounts, devices)


def _lines(counted: Mapping[StrEnum, int]) -> tuple[Counted, ...]:
    return tuple(Counted(line.value, number) for line, number in counted.items())


def _found(judged: Iterable[AccountFinding | DeviceFinding]) -> list[Found]:
    return [
        Found(
            fault=one.fault.value,
            key=one.login if isinstance(one, AccountFinding) else one.tag,
            place=one.row,
            person=one.person,
        )
        for one in judged
    ]
