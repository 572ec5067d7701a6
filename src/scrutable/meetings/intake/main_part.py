"""Which part of a saved page is its matter, and what around it is furniture; pure."""

import re

from selectolax.lexbor import LexborHTMLParser, LexborNode

# Where systems of committees, and sites in general, put their matter; the most exact first.
PLACES = (
    "#modgov .mgContent",  # modern.gov within a council's own frame
    "#modgov",
    ".mgContent",
    "#mgContent",
    "#dnn_ContentPane",  # CMIS
    ".ContentPane",
    "main",
    "[role=main]",
    "#main-content",
    "#maincontent",
    "#content",
    "#main",
    ".main-content",
    "article",
)
FEWEST = 0.25  # of the page's words that its main part holds
UNREAD = frozenset((
    "script", "style", "noscript", "template", "head", "nav", "select", "button", "input",
    "textarea", "option", "svg", "math", "iframe", "object", "embed", "canvas", "audio",
    "video", "map", "dialog",
))  # fmt: skip
ROLES = frozenset((
    "navigation", "banner", "contentinfo", "search", "dialog", "alertdialog", "menu",
    "menubar",
))  # fmt: skip
OUTSIDE = frozenset(("header", "footer", "aside"))  # unless they belong to the matter itself
NAMES = re.compile(
    r"(?:.*[-_])?(?:cookies?|cookie-?\w*|consent|breadcrumbs?|skip-?links?|skip-?to-?\w*|sidebar|"
    r"side-?nav|left-?nav|main-?nav|top-?nav|nav-?bar|site-?search|social-?\w*|share-?\w*|pager|"
    r"pagination|noprint|no-print|print-?links?|back-?to-?top|mgactionlist|mgfilesize\w*|"
    r"mghidedisplay|mgprintlinks?|mgnavbar\w*|mgsidebar\w*|mgrelatedpages|mglinks)(?:[-_].*)?"
)
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)


def main_part(tree: LexborHTMLParser) -> LexborNode:
    """Return the element that holds the matter; the whole body where none is known."""
    body = tree.body
    if body is None:
        raise ValueError("the page has no body")
    whole = _size(body)
    for place in PLACES:
        found = tree.css(place)
        if not found:
            continue
        largest = max(found, key=_size)
        if _size(largest) >= FEWEST * whole:
            return largest
    return body


def is_furniture(node: LexborNode) -> bool:
    """Test whether the element is no part of what was minuted: a menu, a script, a button."""
    tag = node.tag or ""
    if tag in UNREAD:
        return True
    if tag in ("body", "main", "html"):
        return False
    given = node.attributes
    if not given:
        return tag in OUTSIDE and _is_of_page(node)
    if "hidden" in given or given.get("aria-hidden") == "true":
        return True
    if (given.get("role") or "").lower() in ROLES or HIDDEN.search(given.get("style") or ""):
        return True
    return _is_named_so(given.get("class"), given.get("id")) or (
        tag in OUTSIDE and _is_of_page(node)
    )


def _is_named_so(*names: str | None) -> bool:
    return any(
        len(name) <= 60 and NAMES.fullmatch(name)
        for said in names
        if said
        for name in said.lower().split()
    )


def _is_of_page(node: LexborNode) -> bool:
    """Test whether a header or footer stands around the matter, not within it."""
    return node.parent is None or (node.parent.tag or "") in ("body", "div", "form", "html")


def _size(node: LexborNode) -> int:
    return len(node.text(deep=True))
