"""What a field means that other nouns use in another sense."""

from collections.abc import Mapping

OWN: Mapping[str, Mapping[str, str]] = {
    "": {  # what stands in an address, or is asked for
        "kind": "Of what the extract is",
        "number": "Its number",
        "owner": "The post; - for those that nobody sees to",
        "state": "The state of work by the day",
    },
    "AgreementStanding": {"agreement": "The agreement", "supplier": "Name of the supplier"},
    "Agreement": {"supplier": "Reference of the supplier", "file": "SHA-256 of its register"},
    "AtSnapshot": {"thing": "Number of the thing", "faults": "What was wrong with it"},
    "ComingDate": {"on": "The day that comes up"},
    "Explain": {"why": "Why they may stand; it is kept for good and names nobody"},
    "ContractSpend": {"pence": "What was approved, in pence"},
    "Finding": {"number": "Its number", "thing": "Number of the thing"},
    "FindingStanding": {
        "number": "Its number",
        "state": "What the last extract says of it",
        "thing": "Number of the thing",
        "version": "The event of the last change of it, or of what was said",
    },
    "Fixed": {"on": "The day on which they were fixed"},
    "Handling": {"finding": "Number of the finding"},
    "Initiative": {"name": "The line or fault that counts; empty where everything does"},
    "Licences": {"terms": "Entitlements, and whether each counts on the day"},
    "LicenceProduct": {"terms": "Its entitlements"},
    "LicenceStatement": {"number": "Its number", "short": "Products of which licences want"},
    "Loaded": {"new": "Rows that were new", "version": "The event; 0 where none was"},
    "Measured": {"on": "The day of the snapshot"},
    "InvoiceMonth": {"line": "The line of the sum"},
    "OneSupplier": {"name": "Its name; empty where it was erased or is withheld"},
    "OrdersSeen": {"months": "Invoices of each month, line by line"},
    "Problem": {
        "title": "The refusal in a word or two",
        "status": "The status of the answer",
        "detail": "Why it was not done",
        "faults": "Everything that is wrong, each with its place",
    },
    "Fault": {
        "remedy": "What to do about it",
        "place": "The field, or the cell of the file",
        "fault": "What is wrong",
    },
    "RanOn": {
        "approved_on": "The day on which somebody approved it after all; else null",
        "until": "The last day of it; null while it still runs on",
    },
    "RefusedRow": {"line": "Its line in the file", "why": "Why it was refused"},
    "Renewal": {"number": "Its number; 0 gives it the next one", "file": "SHA-256 of its register"},
    "Snapshot": {"new": "How many findings are new"},
    "SoftwareProduct": {"name": "Its name, as the vendor calls it"},
    "Term": {"number": "Number of the renewal; 0 of the first term", "kind": "How it came about"},
    "Thing": {"number": "Its number"},
}
