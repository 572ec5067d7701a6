"""The home page: what to do next, and the newest reports; pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from scrutable.contracts.presenters.addresses import record_address
from scrutable.govuk.facts import Cell, Column, KeyFigure, Table
from scrutable.kernel.attention import Attention, Gravity
from scrutable.kernel.wording import count_words, date_words, moment_words, number_words
from scrutable.overview.facts import Hit, Newest, Standing

ADMIN, MANAGER, OFFICER = "Administrator", "Contract manager", "Officer"


@dataclass(frozen=True, slots=True)
class StepView:
    """One step on the way from an empty database to a first report."""

    text: str
    href: str
    done: bool
    who: str

    @property
    def state(self) -> str:
        """Return whether it is done, in words."""
        return "Done" if self.done else "To do"


def steps(standing: Standing) -> tuple[StepView, ...]:
    """Return the steps in their order; contracts that others only publish about have no KPIs."""
    council = (
        StepView("Set the council’s policy", "/policy/council/", standing.has_policy, ADMIN),
        StepView("Add a contract manager", "/people/add/", standing.has_manager, ADMIN),
    )
    contract = (
        StepView("Add a supplier", "/suppliers/new/", standing.suppliers > 0, MANAGER),
        StepView("Add its contract", "/contracts/new/", standing.contracts > 0, MANAGER),
    )
    returns = (
        StepView("Add the contract’s KPIs", "/contracts/", standing.kpis > 0, MANAGER),
        StepView("Send the first return", "/returns/send/", standing.returns > 0, MANAGER),
    )
    report = StepView("Build and freeze a first report", "/reports/", standing.reports > 0, OFFICER)
    return (*council, *contract, *(() if standing.only_published else returns), report)


def steps_words(standing: Standing) -> str:
    """Return how many steps it is to a first report."""
    return f"From here to a first report it is {number_words(len(steps(standing)))} steps."


def is_set_up(standing: Standing) -> bool:
    """Test whether a first report can be had; policy as shipped will do, and anybody's hand."""
    return all(step.done for step in steps(standing) if step.who != ADMIN)


def title(standing: Standing, items: Sequence[Attention]) -> str:
    """Return the finding: what to do first, or how much needs attention."""
    if not is_set_up(standing):
        left = [step for step in steps(standing) if not step.done]
        return f"Next: {left[0].text[:1].lower()}{left[0].text[1:]}"
    return finding(items)


def finding(items: Sequence[Attention]) -> str:
    """Return how much needs attention."""
    if not items:
        return "Nothing needs attention"
    verb = "needs" if len(items) == 1 else "need"
    return f"{count_words(len(items), 'thing')} {verb} attention"


def figures(standing: Standing, items: Sequence[Attention], day: str) -> tuple[KeyFigure, ...]:
    """Return the figures that head the page."""
    grave = sum(item.gravity >= Gravity.SERIOUS for item in items)
    oldest = min((item.since for item in items), default=None)
    return (
        KeyFigure(
            label="Need attention",
            value=str(len(items)),
            period=f"On {day}",
            comparison=f"{grave} serious or grave",
            href="/attention/",
        ),
        KeyFigure(
            label="Longest waiting",
            value=date_words(oldest) if oldest else "Nothing",
            period="Since this day",
            comparison="The oldest thing that needs attention" if oldest else "Nothing waits",
            href="/attention/?order=since",
        ),
        KeyFigure(
            label="Contracts",
            value=str(standing.contracts),
            period=f"On {day}",
            comparison=f"{count_words(standing.kpis, 'KPI')} defined",
            href="/contracts/",
        ),
        KeyFigure(
            label="Reports frozen",
            value=str(standing.reports),
            period=f"Until {day}",
            comparison=f"{count_words(standing.returns, 'return')} taken in",
            href="/reports/",
        ),
    )


def report_table(newest: Sequence[Newest]) -> Table:
    """Return the reports frozen last."""
    return Table(
        name="reports",
        caption="Latest reports",
        columns=(Column("report", "Report"), Column("name", "Edition"), Column("at", "Frozen")),
        rows=tuple(
            (
                Cell(one.title, href=f"/reports/{one.name}/"),
                Cell(one.name),
                Cell(
                    moment_words(one.frozen_at) if one.frozen_at else "Not recorded",
                    order=one.frozen_at.isoformat() if one.frozen_at else "",
                ),
            )
            for one in newest
        ),
        empty="No report has been frozen yet. Build one under “Reports”; frozen, it stands here.",
    )


def hit_table(hits: Sequence[Hit]) -> Table:
    """Return what a search found."""
    return Table(
        name="hits",
        caption="What was found",
        columns=(
            Column("title", "Name"),
            Column("kind", "Kind"),
            Column("detail", "Where"),
        ),
        rows=tuple(
            (
                Cell(hit.title, href=_address(hit)),
                Cell(hit.kind),
                Cell(hit.said or "Nothing more"),
            )
            for hit in hits
        ),
        empty=(
            "Nothing holds all of these words. Search for part of a KPI’s title, a code such as "
            "CSC_KPI_04 in any spelling, a project, a benefit, a report, a meeting or a decision; "
            "at least two letters."
        ),
    )


def _address(hit: Hit) -> str:
    """Return where what was found stands; a page is its own address."""
    return hit.reference if hit.reference.startswith("/") else record_address(hit.reference)


def hits_title(words: str, hits: Sequence[Hit]) -> str:
    """Return how much was found for what."""
    if not words:
        return "Search"
    return (
        f"{count_words(len(hits), 'record')} found for “{words}”"
        if hits
        else (f"Nothing was found for “{words}”")
    )
