"""Posts by team, by who holds them and by the structure wanted, as their page shows them; pure."""

from collections.abc import Sequence

from scrutable.govuk.facts import Cell, Column, KeyFigure, Row, Table, Tag
from scrutable.govuk.presenters import count_cell, day_cell
from scrutable.kernel.wording import count_words, date_words
from scrutable.portfolio import facts
from scrutable.portfolio.facts import Filling

CAPACITY = "/capacity/"
FILLING_TAGS = {
    Filling.FILLED: Tag("Filled", "green", "●"),
    Filling.INTERIM: Tag("Interim", "yellow", "▲"),
    Filling.VACANT: Tag("Vacant", "red", "■"),
    Filling.NOT_CREATED: Tag("Not created yet", "grey", "○"),
}


def title(found: facts.Staffing) -> str:
    """Return the finding: how much of the structure wanted is filled for good."""
    total = found.total
    if not found.posts:
        return "No post is recorded"
    if not total.wanted:
        return f"{count_words(total.today, 'post')}, and nobody has said what is wanted"
    if not total.lacking:
        return f"Every post that is wanted is filled: {total.wanted:,}"
    filled = total.wanted - total.lacking
    return f"{filled:,} of {count_words(total.wanted, 'post')} wanted are filled for good"


def summary(found: facts.Staffing) -> str:
    """Return today's structure and the one it is to become, in one sentence."""
    total = found.total
    if not found.posts:
        return "Posts with who holds them, and the structure wanted, would stand here."
    return (
        f"Today’s structure has {count_words(total.today, 'post')}; the one it is to become has "
        f"{total.wanted:,}: {count_words(total.not_created, 'post')} to be created and "
        f"{total.unwanted:,} to go."
    )


def figures(
    found: facts.Staffing,
    bought: Sequence[facts.ProcurementJudged],
    taken: Sequence[facts.RedirectionJudged],
) -> tuple[KeyFigure, ...]:
    """Return the figures at the head."""
    total, period = found.total, f"at {date_words(found.as_at)}"
    running = [one for one in bought if one.is_open]
    late = sum(one.is_late for one in running)
    away = [one.redirection.people for one in taken if one.is_running]
    return (
        KeyFigure(
            label="Vacant",
            value=f"{total.vacant:,}",
            period=period,
            comparison=f"of {total.today:,} in today’s structure",
        ),
        KeyFigure(
            label="Interim",
            value=f"{total.interim:,}",
            period=period,
            comparison=f"of {total.today:,} in today’s structure",
        ),
        KeyFigure(
            label="Procurements late",
            value=f"{late:,}",
            period=period,
            comparison=f"of {len(running):,} that go on",
        ),
        KeyFigure(label="People away from their project", value=f"{sum(away):,}", period=period),
    )


def team_table(found: facts.Staffing) -> Table:
    """Return the posts by team and filling; the sums close."""
    columns = (
        Column("team", "Team"),
        Column("filled", "Filled", numeric=True),
        Column("interim", "Interim", numeric=True),
        Column("vacant", "Vacant", numeric=True),
        Column("today", "Today’s structure", numeric=True),
        Column("wanted", "Structure wanted", numeric=True),
        Column("not_created", "To be created", numeric=True),
        Column("unwanted", "To go", numeric=True),
        Column("lacking", "Wanted and not filled for good", numeric=True),
    )
    return Table(
        name="teams",
        caption=f"Posts by team, {date_words(found.as_at)}",
        columns=columns,
        rows=tuple(_team(one) for one in found.teams),
        totals=_team(found.total) if found.posts else (),
        empty="No post is recorded. Add the first with “Add a post”.",
    )


def _team(one: facts.TeamCount) -> Row:
    numbers = (one.filled, one.interim, one.vacant, one.today, one.wanted)
    rest = (one.not_created, one.unwanted, one.lacking)
    return (Cell(one.team), *(count_cell(number) for number in (*numbers, *rest)))


def post_table(found: facts.Staffing, *, may_change: bool) -> Table:
    """Return every post: those that are open first, the longest open of them first."""
    days = {one.post.code: one.days for one in found.open_posts}
    ordered = [one.post for one in found.open_posts]
    ordered += [one for one in found.posts if one.filling is Filling.FILLED]
    columns = (
        Column("post", "Post"),
        Column("team", "Team"),
        Column("filling", "Who holds it"),
        Column("since", "Since"),
        Column("days", "Days open", numeric=True),
        Column("wanted", "In the structure wanted"),
        Column("note", "Note"),
    )
    return Table(
        name="posts",
        caption="Every post",
        columns=columns,
        rows=tuple(_post(one, days.get(one.code), may_change=may_change) for one in ordered),
        empty="No post is recorded. Add the first with “Add a post”.",
    )


def _post(one: facts.Post, days: int | None, *, may_change: bool) -> Row:
    is_there = one.filling in (Filling.VACANT, Filling.INTERIM) and days is not None
    return (
        Cell(one.title, href=post_address(one) if may_change else "", note=one.code),
        Cell(one.team),
        Cell("", tags=(FILLING_TAGS[one.filling],)),
        day_cell(one.since, "Not recorded"),
        count_cell(days or 0) if is_there else Cell("Not open"),
        Cell("Yes" if one.is_wanted else "No: it is to go"),
        Cell(one.note or "None"),
    )


def post_address(one: facts.Post) -> str:
    """Return the address at which a post is changed."""
    return f"{CAPACITY}posts/{one.code}/"
