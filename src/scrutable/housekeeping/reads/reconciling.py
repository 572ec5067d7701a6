"""What the extracts of a day come to, part by part."""

from collections.abc import Callable, Iterable, Mapping

from scrutable.housekeeping import engine as asking
from scrutable.housekeeping.facts import (
    AccountFinding,
    AccountLine,
    CameTo,
    Counted,
    DeviceFinding,
    DeviceLimits,
    DeviceLine,
    ExtractKind,
    Found,
    HousePolicy,
    LeaverRule,
    LeaverRuleKind,
    PartOfEstate,
)
from scrutable.housekeeping.reads.buying import orders_came_to
from scrutable.housekeeping.reads.laying import Laid, NoExtract
from scrutable.housekeeping.reads.licences import licences_came_to


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
        part=PartOfEstate.ACCOUNTS,
        as_at=as_at,
        lines=_lines(asking.account_lines(extracts.engine)),
        found=_found(asking.account_findings(extracts.engine)),
        extracts=read,
        engine=extracts.engine.name,
        people=asking.people_at_work(extracts.engine, as_at),
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
        part=PartOfEstate.DEVICES,
        as_at=as_at,
        lines=_lines(asking.device_lines(extracts.engine)),
        found=_found(asking.device_findings(extracts.engine)),
        extracts=read,
        engine=extracts.engine.name,
        people=asking.people_at_work(extracts.engine, as_at),
    )


PARTS: tuple[Callable[[Laid], CameTo | None], ...] = (
    accounts,
    devices,
    licences_came_to,
    orders_came_to,
)


def _lines(counted: Mapping[AccountLine, int] | Mapping[DeviceLine, int]) -> tuple[Counted, ...]:
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
