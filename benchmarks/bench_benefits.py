"""How long the review of every benefit takes, from the store to its pages; part by part."""

import time
from datetime import date

from portfolio_store import SIZE, filled, last_number

from scrutable.audit.reads import forget
from scrutable.documents import html, pdf
from scrutable.meetings.compose.reporting import Cover
from scrutable.portfolio import reads
from scrutable.portfolio.compose.review import ReviewPapers, benefits_review

REPORT_LIMIT = 3_000.0
AS_AT = date(2026, 10, 1)


def review() -> None:
    """Print how long the review of everything takes, from the store to its pages."""
    known = last_number()
    forget()
    begun = time.perf_counter()
    found = reads.benefits_found(AS_AT, known)
    read = time.perf_counter()
    cover = Cover(
        reference="edition/IT-2026-1",
        title="Benefit Realisation Review",
        council="Westmere",
        author="Bench",
        dated=AS_AT,
    )
    papers = ReviewPapers(
        cover=cover, subject="Every benefit", as_at=AS_AT, known=known, found=found
    )
    tree = benefits_review(papers)
    composed = time.perf_counter()
    written = html.render(tree, links="")
    on_page = time.perf_counter()
    printed = pdf.render(tree, links="")
    ended = time.perf_counter()
    parts = (read - begun, composed - read, on_page - composed, ended - on_page)
    said = ", ".join(
        f"{what} {1000 * took:.0f} ms"
        for what, took in zip(("read", "composed", "as a page", "as PDF"), parts, strict=True)
    )
    took = 1000 * (ended - begun)
    print(f"review: {said}, {len(written):,} and {len(printed):,} bytes")
    print(f"review, {SIZE} | {took:.0f} ms | {REPORT_LIMIT:.0f} ms | {took / REPORT_LIMIT:.2f}")


if __name__ == "__main__":
    filled()
    review()
