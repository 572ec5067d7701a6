"""Devices against people: on which line each counts, and what is wrong with it; pure."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta

from scrutable.housekeeping.facts import (
    Device,
    DeviceFault,
    DeviceFinding,
    DeviceLimits,
    DeviceLine,
    JudgedDevice,
)
from scrutable.housekeeping.rules.keys import name_key
from scrutable.housekeeping.rules.people import Staff


def judged_devices(devices: Iterable[Device], staff: Staff, *, as_at: date) -> list[JudgedDevice]:
    """Return each device with its line and its place among those of its kind that one holds.

    The place counts by tag, then by row, among those held by somebody at work; others have none.
    """
    found = [(device, *staff.match(device.number, device.address)) for device in devices]
    held = [
        (device, person)
        for device, _, person in found
        if _line(device, person, staff, as_at) is DeviceLine.HELD
    ]
    places = _places(held)
    return sorted(
        (
            JudgedDevice(
                row=device.row,
                tag=device.tag,
                line=_line(device, person, staff, as_at),
                matched_by=by,
                person=person,
                place=places.get(device.row, 0),
                last_seen=device.last_seen,
                supported_until=device.supported_until,
                is_encrypted=device.is_encrypted,
                certificate=device.certificate,
            )
            for device, by, person in found
        ),
        key=lambda one: one.row,
    )


def device_findings(
    judged: Iterable[JudgedDevice], *, as_at: date, limits: DeviceLimits
) -> list[DeviceFinding]:
    """Return everything that is wrong, by row, then by fault."""
    return sorted(
        DeviceFinding(one.row, fault, one.tag, one.person)
        for one in judged
        for fault in _faults(one, as_at, limits)
    )


def lines(judged: Sequence[JudgedDevice]) -> dict[DeviceLine, int]:
    """Return how many devices count on each line; together they are all devices."""
    return {line: sum(one.line is line for one in judged) for line in DeviceLine}


def _places(held: Iterable[tuple[Device, str]]) -> Mapping[int, int]:
    groups: dict[tuple[str, str], list[Device]] = defaultdict(list)
    for device, person in held:
        groups[person, name_key(device.kind)].append(device)
    return {
        device.row: place
        for own in groups.values()
        for place, device in enumerate(sorted(own, key=lambda one: (one.tag, one.row)), start=1)
    }


def _line(device: Device, person: str, staff: Staff, as_at: date) -> DeviceLine:
    if device.disposed_on is not None:
        return DeviceLine.DISPOSED
    if not person:
        return DeviceLine.NOBODY
    return DeviceLine.LEAVER if staff.has_left(person, as_at) else DeviceLine.HELD


def _faults(one: JudgedDevice, as_at: date, limits: DeviceLimits) -> Iterator[DeviceFault]:
    if one.line is DeviceLine.DISPOSED:
        if not one.certificate.strip(" "):
            yield DeviceFault.NO_CERTIFICATE
        return
    if one.line is DeviceLine.NOBODY:
        yield DeviceFault.NOBODYS
    if one.line is DeviceLine.LEAVER:
        yield DeviceFault.LEAVERS
    if one.line is DeviceLine.HELD and one.place > limits.most_of_a_kind:
        yield DeviceFault.SEVERAL
    yield from _faults_of_machine(one, as_at, as_at - timedelta(days=limits.unseen_days))


def _faults_of_machine(one: JudgedDevice, as_at: date, unseen_since: date) -> Iterator[DeviceFault]:
    if one.last_seen is None or one.last_seen < unseen_since:
        yield DeviceFault.NOT_SEEN
    if one.supported_until is not None and one.supported_until < as_at:
        yield DeviceFault.OUT_OF_SUPPORT
    if one.is_encrypted is None:
        yield DeviceFault.ENCRYPTION_UNKNOWN
    elif not one.is_encrypted:
        yield DeviceFault.UNENCRYPTED
