"""What was agreed, corrected, charged and written down, with when and by whom."""

from collections.abc import Callable, Iterator, Mapping
from decimal import Decimal
from typing import Any

from scrutable.contracts.facts import (
    Correction,
    Matter,
    MatterState,
    Mitigation,
    NoValue,
    Relief,
    ReliefKind,
    Standing,
)
from scrutable.demo.facts import (
    ChargeMade,
    Council,
    FixPostponed,
    Happening,
    MatterRecorded,
    MitigationGranted,
    MitigationRenewed,
    MitigationWithdrawn,
    PolicySet,
    ReasonGiven,
    ReliefGranted,
    ResultCorrected,
    What,
)
from scrutable.demo.intake import files
from scrutable.demo.rules.calendar import charge_noted
from scrutable.kernel.periods import Month, Span

Entry = Mapping[str, Any]
CONTRACT_MANAGER, OFFICER, ADMINISTRATOR = "j.smith", "a.patel", "m.doyle"


def agreed(council: Council) -> Iterator[Happening]:
    """Yield everything that happenings.toml tells, kind by kind."""
    told = files.table(council, "happenings.toml")
    for kind, read in READERS.items():
        for entry in told.get(kind, ()):
            by = ADMINISTRATOR if kind == "policy" else CONTRACT_MANAGER
            yield Happening(at=files.in_london(entry["at"]), by=by, what=read(entry))


def charges(council: Council) -> Iterator[Happening]:
    """Yield each month's charge, written down as its invoice comes in."""
    for row in files.rows(council, "charges.csv"):
        month = Month.parse(row["month"])
        what = ChargeMade(contract=row["contract"], month=month, pounds=Decimal(row["pounds"]))
        yield Happening(at=charge_noted(month), by=OFFICER, what=what)


def reasons(council: Council) -> Iterator[Happening]:
    """Yield the officers' reasons why KPIs got better or worse."""
    for row in files.rows(council, "reasons.csv"):
        what = ReasonGiven(
            contract=row["contract"],
            code=row["code"],
            month=Month.parse(row["month"]),
            reason=row["reason"],
        )
        yield Happening(at=files.moment(row["at"]), by=OFFICER, what=what)


def _policy(entry: Entry) -> PolicySet:
    return PolicySet(
        name=entry["name"],
        effective_from=entry["effective_from"],
        value=entry["value"],
        approved_by=entry["approved_by"],
    )


def _relief(entry: Entry) -> ReliefGranted:
    relief = Relief(
        contract=entry["contract"],
        number=0,
        kind=ReliefKind(entry["kind"]),
        span=_span(entry),
        codes=tuple(entry.get("codes", ())),
        reason=entry["reason"],
        granted_by=entry["granted_by"],
        granted_on=entry["granted_on"],
    )
    return ReliefGranted(relief=relief)


def _mitigation(entry: Entry) -> MitigationGranted:
    mitigation = Mitigation(
        contract=entry["contract"],
        code=entry["code"],
        number=0,
        span=_span(entry),
        reason=entry["reason"],
        asked_by=entry["asked_by"],
        granted_by=entry["granted_by"],
        granted_on=entry["granted_on"],
        long_term_fix=entry["long_term_fix"],
        fix_due=entry["fix_due"],
    )
    return MitigationGranted(mitigation=mitigation)


def _renewal(entry: Entry) -> MitigationRenewed:
    return MitigationRenewed(
        reference=entry["reference"],
        last_month=Month.parse(entry["last"]),
        fix_due=entry["fix_due"],
    )


def _postponement(entry: Entry) -> FixPostponed:
    return FixPostponed(reference=entry["reference"], fix_due=entry["fix_due"], why=entry["why"])


def _withdrawal(entry: Entry) -> MitigationWithdrawn:
    return MitigationWithdrawn(reference=entry["reference"], on=entry["on"], why=entry["why"])


def _correction(entry: Entry) -> ResultCorrected:
    correction = Correction(
        contract=entry["contract"],
        code=entry["code"],
        month=Month.parse(entry["month"]),
        value=Decimal(entry["value"]) if "value" in entry else None,
        no_value=NoValue(entry["no_value"]) if "no_value" in entry else None,
        why=entry["why"],
        standing=Standing(entry["standing"]),
    )
    return ResultCorrected(correction=correction)


def _matter(entry: Entry) -> MatterRecorded:
    matter = Matter(
        contract=entry["contract"],
        number=entry.get("number", 0),
        title=entry["title"],
        owner=entry["owner"],
        state=MatterState(entry["state"]),
        raised_on=entry["raised_on"],
        due=entry.get("due"),
        codes=tuple(entry.get("codes", ())),
        note=entry.get("note", ""),
    )
    return MatterRecorded(matter=matter)


def _span(entry: Entry) -> Span:
    return Span(Month.parse(entry["first"]), Month.parse(entry["last"]))


READERS: Mapping[str, Callable[[Entry], What]] = {
    "policy": _policy,
    "relief": _relief,
    "mitigation": _mitigation,
    "renewal": _renewal,
    "postponement": _postponement,
    "withdrawal": _withdrawal,
    "correction": _correction,
    "matter": _matter,
}
