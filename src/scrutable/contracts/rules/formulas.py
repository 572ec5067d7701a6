"""KPIs that are worked out from others, such as "(IMT_KPI_01 + IMT_KPI_02) / 2"; pure.

A formula knows codes, numbers, + - * / and parentheses, and nothing else is ever run. Where an
input is missing, or the sum divides by nought, the KPI was not measured.
"""

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache

from scrutable.contracts.facts import KpiDefinition, NoValue, Result, Source, Standing
from scrutable.kernel.periods import Month
from scrutable.kernel.references import canonical_code

TOKEN = re.compile(
    r"\s*(?:([A-Za-z][A-Za-z0-9]*[ _-]*KPI[ _-]*\d+)|(\d+(?:\.\d+)?)|([-+*/()]))", re.IGNORECASE
)
DEEPEST = 20
WEAKEST_FIRST = (
    Standing.UNDER_REVIEW,
    Standing.PROVISIONAL,
    Standing.RESTATED,
    Standing.VERIFIED,
)

Histories = Mapping[str, Mapping[Month, Sequence[Result]]]


class FormulaFault(ValueError):
    """The formula cannot be read; the message says where and what to do."""


@dataclass(frozen=True, slots=True)
class Formula:
    """A formula that was read; `work_out` raises ZeroDivisionError where it divides by nought."""

    codes: tuple[str, ...]
    work_out: Callable[[Mapping[str, Fraction]], Fraction]


@cache
def read_formula(text: str) -> Formula:
    """Return the formula; raises FormulaFault."""
    reader = _Reader(text)
    work_out = reader.sum(0)
    if reader.here is not None:
        raise FormulaFault(f"“{reader.here}” is out of place in “{text}”: write a sign before it")
    return Formula(tuple(dict.fromkeys(reader.codes)), work_out)


Node = Callable[[Mapping[str, Fraction]], Fraction]


class _Reader:
    """Reads by recursive descent: sum, product, factor."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.codes: list[str] = []
        self._tokens = _tokens(text)
        self.here = next(self._tokens, None)

    def _take(self) -> str:
        if self.here is None:
            raise FormulaFault(f"“{self.text}” breaks off: finish it with a code or a number")
        token, self.here = self.here, next(self._tokens, None)
        return token

    def sum(self, depth: int) -> Node:
        """Read terms joined by + and -."""
        left = self._product(depth)
        while self.here in ("+", "-"):
            left = _join(self._take(), left, self._product(depth))
        return left

    def _product(self, depth: int) -> Node:
        left = self._factor(depth)
        while self.here in ("*", "/"):
            left = _join(self._take(), left, self._factor(depth))
        return left

    def _factor(self, depth: int) -> Node:
        if depth > DEEPEST:
            raise FormulaFault(f"“{self.text}” nests too deeply: use fewer parentheses")
        part = self._take()
        if part == "-":
            inner = self._factor(depth + 1)
            return lambda values: -inner(values)
        if part == "(":
            inside = self.sum(depth + 1)
            if self.here != ")":
                raise FormulaFault(f"“{self.text}” lacks a closing parenthesis: add it")
            self._take()
            return inside
        if part[0].isdigit():
            number = Fraction(part)
            return lambda _values: number
        if code := canonical_code(part):
            self.codes.append(code)
            return lambda values: values[code]
        raise FormulaFault(f"“{part}” is out of place in “{self.text}”: put a code or a number")


def _tokens(text: str) -> Iterator[str]:
    position = 0
    text = text.rstrip()
    while position < len(text):
        found = TOKEN.match(text, position)
        if not found:
            rest = text[position:].strip().split()[0]
            raise FormulaFault(
                f"“{rest}” is neither a KPI’s code, a number nor one of + - * / ( ): remove it"
            )
        yield found[1] or found[2] or found[3]
        position = found.end()


def _join(sign: str, left: Node, right: Node) -> Node:
    if sign == "+":
        return lambda values: left(values) + right(values)
    if sign == "-":
        return lambda values: left(values) - right(values)
    if sign == "*":
        return lambda values: left(values) * right(values)
    return lambda values: left(values) / right(values)


def formula_value(formula: str, values: Mapping[str, Decimal | None]) -> Decimal | None:
    """Return what the formula gives, or None where an input is missing or it divides by nought.

    The sum itself is exact; only its outcome is written as a decimal of 28 figures.
    """
    parsed = read_formula(formula)
    inputs: dict[str, Fraction] = {}
    for code in parsed.codes:
        value = values.get(code)
        if value is None:
            return None
        inputs[code] = Fraction(value)
    try:
        outcome = parsed.work_out(inputs)
    except ZeroDivisionError:
        return None
    return Decimal(outcome.numerator) / Decimal(outcome.denominator)


def formula_fault(kpi: KpiDefinition, definitions: Sequence[KpiDefinition]) -> str | None:
    """Return why the KPI's formula cannot stand among the contract's KPIs, or None.

    It must be readable, name known codes only, and not come back to the KPI itself.
    """
    formulas = {other.code: other.formula for other in definitions} | {kpi.code: kpi.formula}
    met: set[str] = set()
    ahead = [kpi.code]
    while ahead:
        code = ahead.pop()
        if not formulas[code]:
            continue
        try:
            codes = read_formula(formulas[code]).codes
        except FormulaFault as fault:
            return str(fault)
        for other in codes:
            if other not in formulas:
                return f"{other} is not a KPI of the contract: correct its code"
            if other == kpi.code:
                return f"{kpi.code} would depend on itself: take it out of the formula"
            if other not in met:
                met.add(other)
                ahead.append(other)
    return None


def with_formulas(definitions: Sequence[KpiDefinition], histories: Histories) -> Histories:
    """Return the histories with the results of formula KPIs that no return states.

    A stated result stands. One is worked out only where every input owed in the month has come:
    till then the KPI is as late as they are. It is as firm as its weakest input and carries the
    highest event number among them.
    """
    known = {kpi.code: kpi for kpi in definitions}
    worked_out = [kpi for kpi in definitions if kpi.formula]
    found = {code: dict(months) for code, months in histories.items()}
    for _ in worked_out:  # each round reaches one step further along a chain of formulas
        added = [_fill_in(kpi, known, found) for kpi in worked_out]
        if not any(added):
            break
    return found


def _fill_in(
    kpi: KpiDefinition,
    known: Mapping[str, KpiDefinition],
    found: dict[str, dict[Month, Sequence[Result]]],
) -> bool:
    codes = read_formula(kpi.formula).codes
    own = found.setdefault(kpi.code, {})
    months = {month for code in codes for month in found.get(code, {})} - set(own)
    added = False
    for month in months:
        inputs = [found[code][month][-1] for code in codes if month in found.get(code, {})]
        come = {result.code for result in inputs}
        waiting = [c for c in codes if c not in come and c in known and known[c].is_due_in(month)]
        if not waiting:
            own[month] = (_worked_out(kpi, month, inputs),)
            added = True
    return added


def _worked_out(kpi: KpiDefinition, month: Month, inputs: Sequence[Result]) -> Result:
    value = formula_value(kpi.formula, {result.code: result.value for result in inputs})
    return Result(
        contract=kpi.contract,
        code=kpi.code,
        month=month,
        value=value,
        no_value=NoValue.NOT_MEASURED if value is None else None,
        standing=min((result.standing for result in inputs), key=WEAKEST_FIRST.index),
        source=Source.RETURN,
        why=f"Worked out: {kpi.formula}",
        version=max(result.version for result in inputs),
    )
