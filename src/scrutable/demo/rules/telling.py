"""The returns of a story as happenings, and all happenings in order; pure."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from scrutable.contracts.facts import KpiDefinition, NoValue, Standing
from scrutable.demo.facts import (
    Addendum,
    Attempt,
    Figure,
    Happening,
    ResultsVerified,
    ReturnSent,
    ReturnsPlan,
    Shape,
    Told,
)
from scrutable.demo.rules.calendar import arrival, verification
from scrutable.demo.rules.figures import figures
from scrutable.kernel.periods import Month

CONTRACT_MANAGER = "j.smith"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Everything that figures are made from."""

    definitions: Mapping[str, Sequence[KpiDefinition]]
    shapes: Mapping[tuple[str, str], Shape]
    told: Sequence[Told]

    def of(self, contract: str, month: Month) -> tuple[Figure, ...]:
        """Return the figures of a contract's month."""
        shapes = {code: shape for (owner, code), shape in self.shapes.items() if owner == contract}
        told = [entry for entry in self.told if entry.contract == contract]
        return figures(self.definitions[contract], shapes, told, month)


def returns(plan: ReturnsPlan, source: Figures) -> Iterator[Happening]:
    """Yield every return that came, refused ones and addenda among them, and its verification."""
    unusual = {(attempt.contract, attempt.month): attempt for attempt in plan.attempts}
    for contract, span in plan.spans.items():
        for month in span:
            attempt = unusual.get((contract, month)) or Attempt(
                contract=contract, month=month, at=arrival(contract, month)
            )
            yield from _return(plan, source, attempt)
    for addendum in plan.addenda:
        yield _addendum(source, addendum)


def in_order(happenings: Iterable[Happening], until: datetime) -> tuple[Happening, ...]:
    """Put what has happened until then in order; of two at one time the first named is first."""
    past = (happening for happening in happenings if happening.at <= until)
    return tuple(sorted(past, key=lambda happening: happening.at))


def _return(plan: ReturnsPlan, source: Figures, attempt: Attempt) -> Iterator[Happening]:
    contract, month = attempt.contract, attempt.month
    sender = _sender(plan, contract, month)
    sent = ReturnSent(
        contract=contract,
        month=month,
        figures=_leave_out(source.of(contract, month), attempt.left_out),
        standing=Standing.PROVISIONAL,
        name=f"{contract} {month}.xlsx",
    )
    if attempt.refused_at is not None:
        faulty = replace(sent, fault=attempt.fault)
        yield Happening(at=attempt.refused_at, by=sender, what=faulty)
        sent = replace(sent, name=f"{contract} {month} corrected.xlsx")
    yield Happening(at=attempt.at, by=sender, what=sent)
    checked = ResultsVerified(contract=contract, month=month)
    yield Happening(at=verification(attempt.at), by=CONTRACT_MANAGER, what=checked)


def _addendum(source: Figures, addendum: Addendum) -> Happening:
    lines = tuple(
        replace(line, value=addendum.misprints.get(line.code, line.value))
        for line in source.of(addendum.contract, addendum.month)
    )
    sent = ReturnSent(
        contract=addendum.contract,
        month=addendum.month,
        figures=lines,
        standing=Standing.VERIFIED,
        name=addendum.name,
    )
    return Happening(at=addendum.at, by=CONTRACT_MANAGER, what=sent)


def _leave_out(lines: tuple[Figure, ...], left_out: Mapping[str, str]) -> tuple[Figure, ...]:
    return tuple(
        Figure(
            code=line.code,
            value=None,
            no_value=NoValue.NOT_MEASURED,
            commentary=left_out[line.code],
        )
        if line.code in left_out
        else line
        for line in lines
    )


def _sender(plan: ReturnsPlan, contract: str, month: Month) -> str:
    first, by = plan.senders.get(contract, (None, CONTRACT_MANAGER))
    return by if first is None or first <= month else CONTRACT_MANAGER
