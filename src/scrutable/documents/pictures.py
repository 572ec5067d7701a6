"""Charts as PNG for what cannot draw SVG, in the same faces as the PDF, by Typst."""

import json

import typst

from scrutable.documents.pdf import fonts

DOTS_PER_INCH = 192.0
SOURCE = b"""#let drawings = json(bytes(sys.inputs.data))
#set page(width: auto, height: auto, margin: 0pt)
#for drawing in drawings { page(image(bytes(drawing), format: "svg")) }"""


def png(drawings: list[str]) -> list[bytes]:
    """Return each drawing at twice the size of the screen's, the same bytes every time."""
    if not drawings:
        return []
    compiler = typst.Compiler(SOURCE, font_paths=fonts(), ignore_system_fonts=True)
    found = compiler.compile(
        sys_inputs={"data": json.dumps(drawings)}, format="png", ppi=DOTS_PER_INCH
    )
    return [found] if isinstance(found, bytes) else list(found or [])
