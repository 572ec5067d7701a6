"""Run benchmarks/bench_*.py one after the other and print what they measured as one table.

Each prints lines `name | figure | limit or peer | ratio`; everything else it prints passes by.
Figures of two machines say little beside one another: the ratios within one run count.
"""

import subprocess
import sys
from pathlib import Path

from rich.console import Console
from rich.table import Table

ROOT = Path(__file__).parents[1]
COLUMNS = ("What", "Figure", "Limit or peer", "Ratio")


def run(path: Path) -> tuple[list[tuple[str, ...]], bool]:
    """Return the rows that the benchmark measured, and whether it ran to its end."""
    print(f"── {path.stem}", flush=True)
    rows = []
    with subprocess.Popen(
        [sys.executable, "-u", str(path)], cwd=ROOT, stdout=subprocess.PIPE, text=True
    ) as process:
        for line in process.stdout or ():
            print(line, end="", flush=True)
            cells = tuple(cell.strip() for cell in line.split("|"))
            if len(cells) == len(COLUMNS):
                rows.append(cells)
    return rows, process.returncode == 0


def main(names: list[str]) -> int:
    """Run the benchmarks named, or all; return 1 if one of them failed or there is none."""
    paths = sorted((ROOT / "benchmarks").glob("bench_*.py"))
    chosen = [path for path in paths if not names or path.stem.removeprefix("bench_") in names]
    table = Table(*COLUMNS, title="Measured in this run")
    failed = []
    for path in chosen:
        rows, went_well = run(path)
        for row in rows:
            table.add_row(*row)
        if not went_well:
            failed.append(path.stem)
    Console(width=None if sys.stdout.isatty() else 120).print(table)
    for name in failed:
        print(f"{name} failed", file=sys.stderr)
    return 1 if failed or not chosen else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
