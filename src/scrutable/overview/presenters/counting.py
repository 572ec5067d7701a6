"""What a figure counts, or what cells of a file said, as steps of its trace; pure."""

from scrutable.kernel.wording import count_words
from scrutable.overview.facts import Counted, Evidence, Layer, Step
from scrutable.overview.presenters.roads import MOST_STEPS, RECORD, Road


def lay_counted(road: Road, evidence: Evidence) -> None:
    """Lay the parts, as many as there is room for; the rest are counted."""
    is_file = evidence.file is not None
    words = "was read out of it" if is_file else "counts in it"
    room = max(MOST_STEPS - len(road.steps) - len(evidence.uses), 2)
    parts = evidence.counts
    shown = parts if len(parts) <= room else parts[: room - 1]
    for one in shown:
        step = _step(one)
        road.lay(step)
        road.join(*((RECORD, step.key) if is_file else (step.key, RECORD)), words)
    if left := len(parts) - len(shown) + evidence.left_out:
        title = count_words(left, "more", "more")
        said = f"Of {len(parts) + evidence.left_out:,}, the first {len(shown):,} are shown"
        road.lay(Step(key="more counted", layer=Layer.VERSION, title=title, said=said))


def _step(one: Counted) -> Step:
    return Step(
        key=f"{one.reference} {one.place}".strip(),
        layer=Layer.VERSION,
        title=one.title,
        said=one.said,
        reference=one.reference,
        version=one.version,
        place=one.place,
    )


def counted_words(evidence: Evidence) -> str:
    """Return of how many records the figure is worked out."""
    if not evidence.counts:
        return "It is worked out of the records that it counts, and none is recorded"
    return f"It is worked out of {count_words(len(evidence.counts), 'record')}"
