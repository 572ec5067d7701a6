"""The texts of a decision report: which are open, which are not, and where each stands; pure."""

from collections.abc import Iterator

from scrutable.meetings.facts import Appendix, BackgroundPaper, DecisionPaper, Part

COVER = "cover"


def kept_appendices(paper: DecisionPaper) -> tuple[Appendix, ...]:
    """Return the appendices that were not removed, by letter."""
    kept = (one for one in paper.appendices if not one.removed)
    return tuple(sorted(kept, key=lambda one: (len(one.letter), one.letter)))


def kept_papers(paper: DecisionPaper) -> tuple[BackgroundPaper, ...]:
    """Return the background papers that were not removed, by number."""
    kept = (one for one in paper.background_papers if not one.removed)
    return tuple(sorted(kept, key=lambda one: one.number))


def open_texts(paper: DecisionPaper) -> Iterator[tuple[str, str]]:
    """Yield place and text of everything that the open version prints."""
    cover = (paper.title, paper.author, paper.contact, paper.on_behalf_of)
    yield from ((COVER, text) for text in cover)
    for part in Part:
        if part in paper.parts:
            yield part.value, paper.parts[part].text
    for row in paper.equality:
        yield Part.EQUALITY.value, row.why
        yield Part.EQUALITY.value, row.mitigation
    for one in kept_appendices(paper):
        yield Part.APPENDICES.value, one.closure.public_interest
        if one.closure.is_open or one.title_is_open:
            yield Part.APPENDICES.value, one.title
        if one.closure.is_open:
            yield Part.APPENDICES.value, one.text
    for source in kept_papers(paper):
        yield Part.BACKGROUND_PAPERS.value, f"{source.title}, {source.where}"


def closed_texts(paper: DecisionPaper) -> Iterator[tuple[Appendix, str]]:
    """Yield each appendix that is not open with a text of it that must stay closed."""
    for one in kept_appendices(paper):
        if not one.closure.is_open:
            yield one, one.text
            if not one.title_is_open:
                yield one, one.title
