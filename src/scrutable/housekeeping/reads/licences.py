"""The licence position of a day, what was signed of it, and how it came about."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import TypeVar

from scrutable.audit.reads import as_known
from scrutable.housekeeping import engine as asking
from scrutable.housekeeping import facts, models
from scrutable.housekeeping.facts import CameTo, Counted, ExtractKind, LicenceLine, PartOfEstate
from scrutable.housekeeping.reads.laying import Laid, NoExtract
from scrutable.housekeeping.rules import licences as rules
from scrutable.housekeeping.rules.keys import name_key
from scrutable.records.facts import Record
from scrutable.records.reads import every, facts_of, rows_of
from scrutable.registers import reads as registers
from scrutable.registers.models import Policy

Kind = TypeVar("Kind", bound=Record)
MOST = 10**15  # licences of a product, and pence that they cost
ON_LICENCES = (
    models.LicenceCoverage,
    models.LicenceGap,
    models.LicencePosition,
    models.LicenceStatement,
    models.LicenceTerm,
    Policy,
)


class BeyondReckoning(NoExtract):
    """The licences of a product come to more than any council has, and than is kept."""

    def __init__(self, title: str) -> None:
        Exception.__init__(
            self,
            f"The licences of {title} come to more than can be kept. Check their quantity, pack "
            "size and price in the extract, then take it again.",
        )


def licences_came_to(extracts: Laid) -> CameTo | None:
    """Hold what is in use against what there is; None without both extracts."""
    if not extracts.has(ExtractKind.ENTITLEMENTS, ExtractKind.DEPLOYMENTS):
        return None
    read = [
        extracts.table("entitlements", ExtractKind.ENTITLEMENTS),
        extracts.table("deployments", ExtractKind.DEPLOYMENTS),
    ]
    has_devices = extracts.has(ExtractKind.DEVICES)
    if has_devices:
        read.append(extracts.table("devices", ExtractKind.DEVICES))
    found = _worked_out(extracts, has_devices=has_devices)
    for one in found.positions:
        if max(one.entitled, one.used, one.liability_pence or 0, one.surplus_pence or 0) > MOST:
            raise BeyondReckoning(one.title)
    return CameTo(
        part=PartOfEstate.LICENCES,
        as_at=extracts.as_at,
        lines=_lines(found),
        found=rules.licence_findings(found.positions),
        extracts=tuple(read),
        engine=extracts.engine.name,
        kept=(found.coverage, *found.positions, *found.terms, *found.gaps),
    )


def _worked_out(extracts: Laid, *, has_devices: bool) -> facts.Licences:
    engine, as_at = extracts.engine, extracts.as_at
    lines = asking.entitlements(engine)
    known = rules.known_products(every(facts.SoftwareProduct, extracts.known), lines)
    asking.know_licensed(engine, known)
    idle_days = int(str(extracts.policy("housekeeping")["idle_days"]))
    consumed = asking.licence_consumption(engine, as_at=as_at, idle_days=idle_days)
    rows, used = asking.deployed(engine)
    left_out = (
        *asking.licence_gaps(engine, as_at=as_at),
        *rules.uncounted(consumed, known, as_at),
    )
    devices = asking.inventoried(engine) if has_devices else None
    return facts.Licences(
        coverage=rules.coverage(
            as_at=as_at, rows=rows, used=used, left_out=left_out, devices=devices
        ),
        positions=tuple(rules.positions(lines, consumed, known, as_at=as_at)),
        terms=tuple(rules.terms(lines, known, as_at=as_at)),
        gaps=left_out,
    )


def _lines(found: facts.Licences) -> tuple[Counted, ...]:
    sums = rules.sums(found.positions)
    covered = len(found.positions) - sums.short - sums.over
    return (
        Counted(LicenceLine.COVERED.value, covered),
        Counted(LicenceLine.OVER.value, sums.over, sums.surplus_pence),
        Counted(LicenceLine.SHORT.value, sums.short, sums.liability_pence),
    )


def ending_months(as_at: date, known: int) -> int:
    """Return how many months ahead the council has the end of an entitlement named."""
    return int(str(registers.policy("licences", as_at, known)["ending_months"]))


def licences(known: int, as_at: date, **only: str) -> facts.Licences | None:
    """Return the last position of a day up to this one, in four queries; None of none.

    `only` leaves out what does not answer it, such as other products; the coverage is of all.
    """
    rows = as_known(models.LicenceCoverage.objects.filter(as_at__lte=as_at), known)
    found = next(facts_of(facts.LicenceCoverage, rows.order_by("-as_at")[:1]), None)
    return _whole(found, **only) if found else None


def licences_seen(known: int, as_at: date) -> facts.LicencesSeen:
    """Return the position with its sums, its entitlements by the day, and what was signed."""
    found = licences(known, as_at)
    months = ending_months(as_at, known)
    positions = found.positions if found else ()
    return facts.LicencesSeen(
        as_at=as_at,
        found=found,
        sums=rules.sums(positions),
        by_metric=rules.sums_by_metric(positions),
        terms=tuple(
            (one, rules.term_state(one, as_at, months)) for one in (found.terms if found else ())
        ),
        ending_months=months,
        signed=tuple(
            (one, rules.disagreements(one, found) if found else ())
            for one in statements(known, as_at)
        ),
    )


def licences_kept_by(event: int) -> facts.Licences | None:
    """Return the position that the event kept; None where it kept none."""
    rows = models.LicenceCoverage.objects.filter(event=event)
    found = next(facts_of(facts.LicenceCoverage, rows.order_by("as_at")[:1]), None)
    return _whole(found) if found else None


def _whole(coverage: facts.LicenceCoverage, **only: str) -> facts.Licences:
    """Return the position with everything that the same event kept of it, or only some."""
    return facts.Licences(
        coverage=coverage,
        positions=tuple(_of(facts.LicencePosition, coverage, only)),
        terms=tuple(_of(facts.LicenceTerm, coverage, only)),
        gaps=tuple(_of(facts.LicenceGap, coverage, only)),
    )


def _of(
    kind: type[Kind], coverage: facts.LicenceCoverage, only: Mapping[str, str]
) -> Iterator[Kind]:
    rows = rows_of(kind).filter(event=coverage.version, **only)
    return facts_of(kind, rows.order_by(*kind.KEY))


def licence_history(product: str, known: int, as_at: date) -> list[facts.LicencePosition]:
    """Return what was found of a product on each day up to this one, oldest first.

    A product that a later look at the same day no longer showed is not told of that day.
    """
    standing = {one.version for one in every(facts.LicenceCoverage, known, as_at__lte=as_at)}
    found = every(facts.LicencePosition, known, product=product, as_at__lte=as_at)
    return [one for one in found if one.version in standing]


def licence_product(product: str, known: int, as_at: date) -> facts.LicenceProduct | None:
    """Return all that is known of the product with this key by the day; None where nothing is."""
    found = licences(known, as_at, product=product)
    history = licence_history(product, known, as_at)
    recorded = next(
        (one for one in software_products(known) if name_key(one.name) == product), None
    )
    positions = found.positions if found else ()
    terms = found.terms if found else ()
    gaps = found.gaps if found else ()
    titles = [one.title for of in (positions, terms, gaps, reversed(history)) for one in of]
    if recorded:
        titles.insert(0, recorded.name)
    if not titles:
        return None
    return facts.LicenceProduct(
        product=product,
        title=titles[0] or product,
        positions=positions,
        terms=terms,
        gaps=gaps,
        history=tuple(history),
        sums=rules.sums(positions),
        recorded=recorded,
    )


def statements(known: int, as_at: date) -> list[facts.LicenceStatement]:
    """Return every statement signed by the day, the last first."""
    found = every(facts.LicenceStatement, known, signed_on__lte=as_at)
    return sorted(found, key=lambda one: (one.signed_on, one.number), reverse=True)


def software_products(known: int) -> list[facts.SoftwareProduct]:
    """Return every product that the council has recorded, by name."""
    return every(facts.SoftwareProduct, known)
