"""Suppliers' workbooks: written on the issued template, read and loaded like anyone else's."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from django.conf import settings

from scrutable.audit.reads import number_at
from scrutable.contracts import reads as contracts
from scrutable.contracts.facts import IncomingReturn, KpiDefinition, ReturnRow
from scrutable.contracts.intake import Reading, Typed, read_return, write_template
from scrutable.contracts.writes import load_return
from scrutable.demo.facts import Figure, ReturnSent
from scrutable.demo.reads import REFUSED
from scrutable.evidence.facts import RowError
from scrutable.registers import reads as registers
from scrutable.registers.facts import Contract

FAULTS: Mapping[str, Mapping[str, Typed]] = {
    "broken_formula": {
        "CSC_KPI_05": Typed(result="=G18/H$71", shows="#DIV/0!"),
        "PM_KPI_07": Typed(result="=G52/H$71", shows="#DIV/0!"),
    },
    "percentage_without_sign": {"FIN_KPI_02": Typed(result=92.0)},
    "code_spelt_three_ways": {
        "CSC_KPI_03": Typed(code="CSC_KPI04"),
        "CSC_KPI_05": Typed(code="csc kpi 4"),
    },
}


class FileNotAccepted(Exception):
    """A workbook of the story that should be fit was refused; the message says why."""

    def __init__(self, name: str, errors: Sequence[RowError]) -> None:
        said = "\n".join(f"{name}:{error}" for error in errors)
        super().__init__(f"The story's workbook was refused.\n{said}")


class FaultNotFound(Exception):
    """A workbook with a planted fault was found fit."""

    def __init__(self, name: str, fault: str) -> None:
        super().__init__(f"{name} was accepted in spite of its planted fault, {fault}.")


def send(sent: ReturnSent, *, by: str, at: datetime) -> None:
    """Write the workbook as its supplier would, read it, and load it if it is fit.

    One with a planted fault must be refused: it is kept beside the store for people to try, and
    changes nothing. Raises FileNotAccepted or FaultNotFound where the story does not come true.
    """
    known = number_at()
    contract = registers.contract(sent.contract, known)
    kpis = contracts.definitions(sent.contract, known)
    content = _workbook(sent, contract, kpis)
    reading = read_return(content, sent.name, contract=contract, month=sent.month, kpis=kpis)
    if sent.fault:
        _refuse(sent, content, reading)
        return
    if reading.errors:
        raise FileNotAccepted(sent.name, reading.errors)
    incoming = IncomingReturn(
        contract=sent.contract,
        month=sent.month,
        rows=reading.rows,
        content=content,
        name=sent.name,
        standing=sent.standing,
    )
    load_return(incoming=incoming, by=by, at=at)


def _workbook(sent: ReturnSent, contract: Contract, kpis: Sequence[KpiDefinition]) -> bytes:
    return write_template(
        contract=contract,
        month=sent.month,
        kpis=kpis,
        council=settings.COUNCIL_NAME,
        filled={figure.code: _row(figure) for figure in sent.figures},
        typed=FAULTS.get(sent.fault),
    )


def _row(figure: Figure) -> ReturnRow:
    return ReturnRow(
        code=figure.code,
        value=figure.value,
        no_value=figure.no_value,
        place="",
        numerator=figure.numerator,
        denominator=figure.denominator,
        commentary=figure.commentary,
    )


def _refuse(sent: ReturnSent, content: bytes, reading: Reading) -> None:
    if not reading.errors:
        raise FaultNotFound(sent.name, sent.fault)
    folder = settings.DATA_DIR / REFUSED
    folder.mkdir(parents=True, exist_ok=True)
    (folder / sent.name).write_bytes(content)
    said = "".join(f"{sent.name}:{error}\n" for error in reading.errors)
    (folder / sent.name).with_suffix(".txt").write_text(said, "utf-8")
