"""The parts of a Word document, unpacked within limits, their XML read as trees."""

import io
import posixpath
from dataclasses import dataclass
from xml.etree.ElementTree import Element, ParseError  # for the type and the fault alone

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import iterparse

from scrutable.evidence.intake.parts import Parts, unpack
from scrutable.evidence.intake.refusals import Refused
from scrutable.meetings.intake import refusals
from scrutable.meetings.intake.limits import PackLimits

KIND = "document"
RELATIONS = "{http://schemas.openxmlformats.org/package/2006/relationships}Relationship"
# Word's two ways of naming what it writes: the usual and the strict.
USUAL = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/wordprocessingml/main"
W = f"{{{USUAL}}}"


@dataclass(frozen=True, slots=True)
class Package:
    """An unpacked document: its main part and those that it refers to."""

    parts: Parts
    limits: PackLimits
    main: str

    def tree(self, name: str) -> Element | None:
        """Return the part as a tree; None where there is no such part."""
        content = self.parts.part(name)
        return _tree(content, self.limits) if content else None

    def related(self, kind: str, otherwise: str) -> Element | None:
        """Return the part of that kind that the main part refers to, such as "numbering"."""
        folder, last = posixpath.split(self.main)
        target = _target(self.tree(f"{folder}/_rels/{last}.rels"), kind, folder)
        return self.tree(target or f"{folder}/{otherwise}")


def open_package(content: bytes, limits: PackLimits) -> Package | None:
    """Return the document, None where the archive is of another kind; raises Refused."""
    try:
        parts = unpack(content, limits.parts)
    except Refused as refused:
        raise _of_a_document(refused) from refused
    relations = parts.part("_rels/.rels")
    main = _target(_tree(relations, limits), "officeDocument", "") if relations else ""
    main = main or "word/document.xml"
    if not posixpath.basename(main).startswith("document") or main not in parts.names:
        return None
    return Package(parts, limits, main)


def _of_a_document(refused: Refused) -> Refused:
    """Return the refusal of an archive, said of a document."""
    if "password" in refused.error.fault:
        return refusals.document_password()
    if "unpacks" in refused.error.fault:
        return refusals.swelling(KIND)
    return refusals.damaged(KIND)


def _target(relations: Element | None, kind: str, folder: str) -> str:
    for relation in relations.iter(RELATIONS) if relations is not None else ():
        if relation.get("Type", "").endswith(f"/{kind}") and relation.get("TargetMode") is None:
            target = relation.get("Target", "")
            return posixpath.normpath(posixpath.join("/", folder, target)).lstrip("/")
    return ""


def _tree(content: bytes, limits: PackLimits) -> Element:
    """Return the XML as a tree that is neither too large nor too deep; raises Refused."""
    if content.count(b"<") > limits.parts.most_tags:
        raise refusals.swelling(KIND)
    content = content.replace(STRICT.encode(), USUAL.encode())
    depth = 0
    root: Element | None = None
    try:
        for event, element in iterparse(
            io.BytesIO(content), events=("start", "end"), forbid_dtd=True
        ):
            depth += 1 if event == "start" else -1
            root = element if root is None else root
            if depth > limits.most_depth:
                raise refusals.unsafe(KIND)
    except DefusedXmlException as fault:
        raise refusals.unsafe(KIND) from fault
    except (ParseError, ValueError, LookupError, OverflowError) as fault:
        raise refusals.damaged(KIND) from fault
    if root is None:
        raise refusals.damaged(KIND)
    return root
