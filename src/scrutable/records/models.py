"""Which table keeps which kind of record; each app names its own when it is loaded."""

from scrutable.audit.models import Kept
from scrutable.records.facts import Record

TABLES: dict[type[Record], type[Kept]] = {}
