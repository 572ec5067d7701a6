"""Why a whole file is turned away, in words that say what to do; pure."""

from scrutable.evidence.facts import RowError


class Refused(Exception):
    """The file cannot be read at all; caught where workbooks are opened."""

    def __init__(self, fault: str, remedy: str, place: str = "") -> None:
        self.error = RowError(place, fault, remedy)
        super().__init__(str(self.error))


def not_a_workbook() -> Refused:
    """Return the refusal of something else under a workbook's name."""
    return Refused(
        "This is not a workbook that can be read",
        "send an Excel workbook (.xlsx), an OpenDocument spreadsheet (.ods) or a .csv file",
    )


def damaged() -> Refused:
    """Return the refusal of a cut or spoilt file."""
    return Refused(
        "The workbook is damaged or cut short",
        "open it in Excel or LibreOffice, save it again and send that",
    )


def password() -> Refused:
    """Return the refusal of an encrypted workbook."""
    return Refused("The workbook has a password", "save it without one and send it again")


def old_form(name: str) -> Refused:
    """Return the refusal of a workbook in a form that is no longer read."""
    return Refused(f"The workbook is in the {name} form", "save it as .xlsx and send that")


def too_large(size: int, most: int) -> Refused:
    """Return the refusal of a file that is too large to be a return."""
    return Refused(
        f"The file has {size / 1_000_000:,.0f} MB; at most {most / 1_000_000:,.0f} MB are read",
        "take out pictures and sheets that are not asked for and send it again",
    )


def unpacks_to_too_much() -> Refused:
    """Return the refusal of a workbook that grows beyond measure when it is opened."""
    return Refused(
        "The workbook unpacks to more than is read",
        "copy the cells that are asked for into a new workbook and send that",
    )


def too_many_cells(sheet: str) -> Refused:
    """Return the refusal of a sheet that reaches too far down or to the right."""
    return Refused(
        "The sheet reaches too far down or to the right",
        "delete the rows and columns beyond the table, save it and send it again",
        sheet,
    )


def unsafe_markup() -> Refused:
    """Return the refusal of declarations that no spreadsheet program writes."""
    return Refused(
        "The workbook holds declarations that no spreadsheet program writes",
        "open it in Excel or LibreOffice, save it again and send that",
    )
