"""All that is known of the estate by a day, and what an earlier report told of it."""

from dataclasses import dataclass
from datetime import date

from scrutable.housekeeping.facts.agreements import AgreementsSeen
from scrutable.housekeeping.facts.initiatives import InitiativeStanding
from scrutable.housekeeping.facts.snapshots import PartOfEstate, Snapshot
from scrutable.housekeeping.facts.spending import OrdersSeen
from scrutable.housekeeping.facts.statements import LicencesSeen
from scrutable.housekeeping.facts.sums import Estate
from scrutable.housekeeping.facts.telling import FindingsSeen


@dataclass(frozen=True, slots=True, kw_only=True)
class WholeEstate:
    """The estate by a day, subject by subject; `orders` is None where none were reconciled."""

    as_at: date
    estate: Estate
    findings: FindingsSeen
    licences: LicencesSeen
    agreements: AgreementsSeen
    orders: OrdersSeen | None
    initiatives: tuple[InitiativeStanding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Turned:
    """What the extracts since a day changed of the findings of a part.

    `reference` and `version` are those of the last of their snapshots.
    """

    part: PartOfEstate
    new: int
    back: int
    fixed: int
    gone: int
    reference: str
    version: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EstateBefore:
    """What the report before this one told, as it was known then, and what turned since.

    `snapshots` are all since its day, of every part.
    """

    reference: str
    title: str
    whole: WholeEstate
    snapshots: tuple[Snapshot, ...]

    @property
    def turned(self) -> tuple[Turned, ...]:
        """Return what the extracts since then changed, part by part."""
        return tuple(
            Turned(
                part=part,
                new=sum(one.new for one in own),
                back=sum(one.back for one in own),
                fixed=sum(one.fixed for one in own),
                gone=sum(one.gone for one in own),
                reference=own[-1].reference,
                version=own[-1].version,
            )
            for part in PartOfEstate
            if (own := [one for one in self.snapshots if one.part is part])
        )
