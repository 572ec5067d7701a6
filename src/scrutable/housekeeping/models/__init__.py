"""Tables of housekeeping; every row is kept but the names, which can be erased."""

from scrutable.audit.models import Kept
from scrutable.housekeeping import facts
from scrutable.housekeeping.models.agreements import Agreement, Cure, Renewal
from scrutable.housekeeping.models.findings import (
    Finding,
    FindingStanding,
    FindingTally,
    Handling,
    Thing,
)
from scrutable.housekeeping.models.initiatives import Initiative
from scrutable.housekeeping.models.licences import (
    LicenceCoverage,
    LicenceGap,
    LicencePosition,
    LicenceStatement,
    LicenceTerm,
    SoftwareProduct,
)
from scrutable.housekeeping.models.snapshots import Extract, SavedMapping, Snapshot
from scrutable.housekeeping.models.spending import (
    ContractSpend,
    InvoiceMonth,
    SupplierName,
    SupplierSpend,
)
from scrutable.records import models as records
from scrutable.records.facts import Record

TABLES: dict[type[Record], type[Kept]] = {
    facts.ContractSpend: ContractSpend,
    facts.InvoiceMonth: InvoiceMonth,
    facts.SupplierSpend: SupplierSpend,
    facts.Agreement: Agreement,
    facts.Cure: Cure,
    facts.Renewal: Renewal,
    facts.Extract: Extract,
    facts.Finding: Finding,
    facts.Handling: Handling,
    facts.Initiative: Initiative,
    facts.LicenceCoverage: LicenceCoverage,
    facts.LicenceGap: LicenceGap,
    facts.LicencePosition: LicencePosition,
    facts.LicenceStatement: LicenceStatement,
    facts.LicenceTerm: LicenceTerm,
    facts.SavedMapping: SavedMapping,
    facts.Snapshot: Snapshot,
    facts.SoftwareProduct: SoftwareProduct,
}
records.TABLES.update(TABLES)

__all__ = [
    "TABLES",
    "Agreement",
    "ContractSpend",
    "Cure",
    "Extract",
    "Finding",
    "FindingStanding",
    "FindingTally",
    "Handling",
    "Initiative",
    "InvoiceMonth",
    "LicenceCoverage",
    "LicenceGap",
    "LicencePosition",
    "LicenceStatement",
    "LicenceTerm",
    "Renewal",
    "SavedMapping",
    "Snapshot",
    "SoftwareProduct",
    "SupplierName",
    "SupplierSpend",
    "Thing",
]
