"""A small council's orders and invoices as csv files, taken and reconciled at the terminal."""

import csv
from datetime import date

from click.testing import CliRunner

from scrutable.housekeeping.cli import group

AS_AT = date(2026, 9, 30)
PLANTED = "Petra Planted"
MAYBE = "Quentin Quiet"
FILES = {
    "orders": (
        ("PO number", "Supplier", "Supplier number", "Order date", "Order value", "Approver",
         "Contract"),
        ("PO1", "Acme Ltd", "S1", "01/05/2026", "900.00", "Head of ICT", "C-1"),
        ("PO2", "Acme Ltd", "S1", "04/05/2026", "800.00", "Head of ICT", ""),
        ("PO3", "Petra Planted", "S2", "05/05/2026", "100.00", "Head of ICT", ""),
    ),
    "invoices": (
        ("Invoice number", "Supplier", "Supplier number", "PO number", "Invoice date", "Amount",
         "Category", "Contract", "Date received", "Payment date"),
        ("I1", "Acme Ltd", "S1", "PO1", "09/05/2026", "900.00", "Software", "", "", "20/05/2026"),
        ("I2", "Acme Ltd", "S1", "PO2", "04/05/2026", "800.00", "Software", "C-1", "",
         "20/05/2026"),
        ("I3", "Petra Planted", "S2", "", "08/05/2026", "100.00", "Printing", "", "",
         "20/05/2026"),
        ("I4", "Petra Planted", "S2", "PO9", "09/06/2026", "60.00", "Printing", "", "", ""),
        ("I5", "Quentin Quiet", "", "", "10/06/2026", "40.00", "Printing", "", "", ""),
        ("I6", "Power plc", "S4", "", "11/06/2026", "5,000.00", "Utilities", "", "",
         "12/06/2026"),
        ("I7", "Acme Ltd", "S1", "", "12/06/2026", "-50.00", "Software", "", "", ""),
        ("I8", "Once Only Ltd", "S5", "", "13/06/2026", "10.00", "Postage", "", "", "14/06/2026"),
        ("I9", "Once Only Ltd", "S5", "", "14/06/2026", "10.00", "Postage", "", "", "14/06/2026"),
    ),
    "suppliers": (
        ("Supplier number", "Supplier name", "Size", "Sole trader", "One time"),
        ("S1", "Acme Ltd", "Medium", "No", "No"),
        ("S2", "Petra Planted", "Micro", "Yes", "No"),
        ("S4", "Power plc", "Large", "No", "No"),
        ("S5", "Once Only Ltd", "Large", "No", "Yes"),
    ),
    "contracts": (
        ("Contract", "Contract title", "Supplier", "Approved value"),
        ("C-1", "Scanners", "Acme Ltd", "1,000.00"),
    ),
    "approvers": (("Approver", "Limit"), ("Head of ICT", "1,000.00")),
}  # fmt: skip


def run(*words):
    """Run a command of housekeeping."""
    return CliRunner().invoke(group, [str(word) for word in words])


def write(folder, files=FILES):
    """Write the files; return their paths."""
    paths = []
    for name, rows in files.items():
        path = folder / f"{name}.csv"
        with path.open("w", encoding="utf-8", newline="") as out:
            csv.writer(out).writerows(rows)
        paths.append(path)
    return paths


def reconciled(folder, files=FILES, *, as_at=AS_AT):
    """Take the files as extracts of the day and reconcile them."""
    taken = run("take", *write(folder, files), "--as-at", as_at, "--by", "b.khan")
    assert taken.exit_code == 0, taken.output
    return run("reconcile", "--as-at", as_at, "--by", "b.khan", "--format", "json")
