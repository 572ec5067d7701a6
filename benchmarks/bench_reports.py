"""How long Westmere's quarterly report of 46 KPIs takes from its records to every format.

Held against the time that Typst (the pages, and the charts as pictures for Word) and python-docx
alone take with all else done beforehand: the data laid out, the XML of the body written. Each
measurement is a process of its own, because Typst remembers what it has laid out. Imports and
what is loaded once are not counted: an earlier edition is composed first. The seconds are the
processor's, which a busy machine does not stretch. The limit of the ratio is two.
"""

import io
import json
import os
import subprocess
import sys
import tempfile
import time
from datetime import UTC, datetime
from datetime import time as clock
from importlib import import_module
from pathlib import Path
from typing import Any

import django
from against_libraries import hold

from scrutable.documents import docx, pdf
from scrutable.documents.blocks import Chart
from scrutable.documents.charts.svg import svg
from scrutable.documents.flow import flow
from scrutable.documents.pictures import png
from scrutable.documents.word.body import Body
from scrutable.documents.word.template import open_template

ROUNDS, LIMIT = 5, 2.0
EARLIER, EDITION = "CSS-2026-1", "CSS-2026-3"


def started() -> Any:
    """Return the reads of reports, Django started on the seeded council."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "scrutable.config.settings")
    django.setup()
    reads = import_module("scrutable.reports.reads")
    earlier = reads.edition(EARLIER)
    reads.tree(earlier, reads.pin_of(earlier))
    return reads


def whole() -> float:
    """Return the seconds from the records to all four files of the edition."""
    reads = started()
    edition = reads.edition(EDITION)
    began = time.process_time()
    document = reads.tree(edition, reads.pin_of(edition))
    reads.rendered(reads.drawing_of(edition, document))
    return time.process_time() - began


def libraries() -> float:
    """Return the seconds that Typst and python-docx take with all else done beforehand."""
    reads = started()
    edition = reads.edition(EDITION)
    tree = reads.document_of(edition)
    drawn = flow(tree, links=edition.links)
    data = pdf.prepared(drawn)
    stamp = int(datetime.combine(tree.dated, clock(), UTC).timestamp())
    opened = open_template(None)
    relations = docx.Relations(opened.file)
    charts = [svg(block.fact) for block in tree.blocks if isinstance(block, Chart)]
    began = time.process_time()
    pictures = png(charts)
    drawing = time.process_time() - began
    body = Body(opened.ids, 9298, relations, docx.Pictures(opened.file, pictures, 9298))
    xml = body.xml(drawn)
    began = time.process_time() - drawing
    pdf.compiled(data, stamp)
    docx.fill(opened.file, xml)
    opened.file.save(io.BytesIO())
    return time.process_time() - began


def measured(what: str, data: Path) -> float:
    """Return what another process measured."""
    command = [sys.executable, __file__, what]
    found = subprocess.run(command, capture_output=True, check=True, env=_settings(data))
    return float(json.loads(found.stdout))


def _settings(data: Path) -> dict[str, str]:
    return {**os.environ, "DEMONSTRATION": "1", "DATA_DIR": str(data)}


def seed(data: Path) -> None:
    """Build Westmere in the folder, as the demonstration does."""
    command = [str(Path(sys.executable).parent / "scrutable"), "demo", "seed"]
    subprocess.run(command, check=True, capture_output=True, env=_settings(data))


def main() -> None:
    """Print the medians and their ratio."""
    name = "Quarterly report of 46 KPIs, records to every format"
    with tempfile.TemporaryDirectory() as folder:
        data = Path(folder)
        seed(data)
        hold(name, lambda what: measured(what, data), rounds=ROUNDS, limit=LIMIT)


if __name__ == "__main__":
    if len(sys.argv) > 1:
        print(json.dumps({"whole": whole, "libraries": libraries}[sys.argv[1]]()))
    else:
        main()
