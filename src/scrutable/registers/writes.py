"""Changes to suppliers, contracts and policy: each a new row under a new event."""

import json
from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from scrutable.audit.facts import canonical_json
from scrutable.audit.writes import change
from scrutable.kernel.wording import list_words
from scrutable.registers import facts, models, reads

COUNTINGS = ("working", "calendar")
MAKERS = ("executive", "executive_member", "committee", "council")


class UnfitPolicy(Exception):
    """The policy's name or value is not one that the product knows."""


def record_supplier(*, supplier: facts.Supplier, by: str, at: datetime) -> None:
    """Record the supplier as it is from now on; the same again changes nothing."""
    with change(verb="supplier_recorded", subject=supplier.reference, by=by, at=at) as under_way:
        models.Supplier.objects.create(
            reference=supplier.reference, name=supplier.name, event=under_way.number
        )
        under_way.after = {"name": supplier.name}


def record_contract(*, contract: facts.Contract, by: str, at: datetime) -> None:
    """Record the terms as they are from now on; raises UnknownSupplier."""
    with change(verb="contract_recorded", subject=contract.reference, by=by, at=at) as under_way:
        known = under_way.number - 1
        reads.supplier(contract.supplier.reference, known)
        try:
            under_way.before = _terms(reads.contract(contract.code, known))
        except reads.UnknownContract:
            under_way.before = {}
        terms = _terms(contract)
        models.Contract.objects.create(**_columns(contract), event=under_way.number)
        under_way.after = terms


def set_policy(*, policy: facts.Policy, by: str, at: datetime) -> None:
    """Set the council's own rule from a day on; raises UnfitPolicy.

    The value overlays the shipped default: a key it does not name keeps the default.
    """
    defaults = reads.defaults()
    if policy.name not in defaults:
        raise UnfitPolicy(f"There is no policy {policy.name}. Choose one of {', '.join(defaults)}.")
    try:
        value = json.loads(policy.value)
    except ValueError as fault:
        raise UnfitPolicy(f"The value is not JSON: {fault}.") from fault
    if not isinstance(value, dict):
        raise UnfitPolicy('The value is not a list of settings such as {"name": "Westmere"}.')
    if strange := _unknown_settings(value, defaults[policy.name]):
        raise UnfitPolicy(
            f"{policy.name} has no setting {', '.join(strange)}. Take it out or check its name."
        )
    if unfit := _unfit_values(policy.name, value):
        raise UnfitPolicy(" ".join(unfit))
    with change(verb="policy_set", subject=policy.reference, by=by, at=at) as under_way:
        under_way.before = reads.policy(policy.name, policy.effective_from, under_way.number - 1)
        models.Policy.objects.create(
            name=policy.name,
            effective_from=policy.effective_from,
            value=policy.value,
            approved_by=policy.approved_by,
            event=under_way.number,
        )
        under_way.after = {**value, "effective_from": policy.effective_from.isoformat()}


def _unknown_settings(value: Mapping[str, object], shipped: Mapping[str, object]) -> list[str]:
    """Return the settings that the product does not know, or that are of another kind."""
    strange = []
    for key, setting in value.items():
        default = shipped.get(key)
        if isinstance(setting, dict) and isinstance(default, dict):
            strange += [f"{key}.{name}" for name in _unknown_settings(setting, default)]
        elif key not in shipped or _kind(setting) is not _kind(default):
            strange.append(key)
    return sorted(strange)


def _unfit_values(name: str, value: Mapping[str, Any]) -> list[str]:
    """Return in words what no rule could work with, though it is of the right kind."""
    if name != "notices":
        return []
    days, counting = value.get("closed_days", ()), value.get("counting", {})
    makers = value.get("call_in", {}).get("makers", ())
    return [
        *(f"“{day}” is not a day such as 2026-12-29." for day in days if not _is_day(day)),
        *(
            f"{rule} counts “{how}” days. Write working or calendar."
            for rule, how in counting.items()
            if how not in COUNTINGS
        ),
        *(
            f"“{maker}” does not decide. Write {list_words(MAKERS, joint='or')}."
            for maker in makers
            if maker not in MAKERS
        ),
    ]


def _is_day(text: object) -> bool:
    try:
        return date.fromisoformat(str(text)).isoformat() == text
    except ValueError:
        return False


def _kind(setting: object) -> type:
    """Return the kind of a setting; whole and broken numbers are one kind."""
    return float if type(setting) in (int, float) else type(setting)


def _columns(contract: facts.Contract) -> dict[str, object]:
    return {
        "code": contract.code,
        "title": contract.title,
        "supplier": contract.supplier.reference,
        "role": contract.role.value,
        "regime": contract.regime.value,
        "start_on": contract.start_on,
        "end_on": contract.end_on,
        "services": list(contract.services),
        "critical_services": list(contract.critical_services),
        "value_pounds": contract.value_pounds,
        "extensions": [
            {
                "until": option.until.isoformat(),
                "exercise_by": _iso(option.exercise_by),
                "exercised_on": _iso(option.exercised_on),
            }
            for option in contract.extensions
        ],
        "boards": [{"name": board.name, "rhythm": board.rhythm} for board in contract.boards],
        "notice_by": contract.notice_by,
        "return_due_day": contract.return_due_day,
        "published_only": contract.published_only,
        "source": contract.source,
    }


def _terms(contract: facts.Contract) -> dict[str, object]:
    text = canonical_json(
        {k: str(v) if not isinstance(v, list) else v for k, v in _columns(contract).items()}
    )
    terms: dict[str, object] = json.loads(text)
    return terms


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
