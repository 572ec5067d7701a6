"""The SQL that makes typed values of a file's texts, and says of each that cannot be why."""

from collections.abc import Mapping

from scrutable.housekeeping.facts import (
    AccountClass,
    Column,
    ColumnType,
    ExtractKind,
    Layout,
    Metric,
    SupplierSize,
)
from scrutable.housekeeping.intake.columns import columns_of, words

# Years of two digits come first: as one of four, DuckDB reads 26 as the year 26.
DAY_FIRST = ("%d/%m/%y", "%d.%m.%y", "%d/%m/%Y", "%d-%m-%Y", "%d.%m.%Y")
MONTH_FIRST = ("%m/%d/%y", "%m/%d/%Y", "%m-%d-%Y")
EITHER = ("%Y-%m-%d", "%d %b %y", "%d-%b-%y", "%d %b %Y", "%d %B %Y", "%d-%b-%Y")
TIMES = (
    "",
    " %H:%M",
    " %H:%M:%S",
    " %I:%M:%S %p",
    " %H:%M:%S.%f",
    "T%H:%M:%S",
    "T%H:%M:%SZ",
    "T%H:%M:%S.%fZ",
)
YES = ("yes", "y", "true", "1", "enabled", "active", "on", "encrypted")
NO = ("no", "n", "false", "0", "disabled", "inactive", "off", "not encrypted")
CLASSES = {
    AccountClass.PERSON: ("person", "user", "usermailbox", "employee", "staff", ""),
    AccountClass.SHARED: (
        "shared",
        "sharedmailbox",
        "shared mailbox",
        "resource",
        "room",
        "equipment",
    ),
    AccountClass.SERVICE: ("service", "system", "application", "service account"),
    AccountClass.ADMINISTRATOR: ("administrator", "admin", "privileged"),
    AccountClass.MEMBER: ("member", "councillor", "elected member"),
    AccountClass.PARTNER: ("partner", "guest", "external", "third party"),
    AccountClass.AGENCY: ("agency", "contractor", "temporary"),
    AccountClass.RETAINED: ("retained", "kept for manager", "retained for manager"),
}
METRICS = {
    Metric.USER: ("user", "users", "named user", "per user", "seat", "seats", "user cal", "named"),
    Metric.DEVICE: (
        "device",
        "devices",
        "per device",
        "device cal",
        "machine",
        "install",
        "installs",
    ),
    Metric.CORE: ("core", "cores", "per core", "processor core"),
    Metric.CONCURRENT: ("concurrent", "concurrent user", "concurrent users", "floating", "peak"),
}
SIZES = {
    SupplierSize.MICRO: ("micro",),
    SupplierSize.SMALL: ("small",),
    SupplierSize.MEDIUM: ("medium",),
    SupplierSize.SMALL_OR_MEDIUM: ("sme", "small or medium", "small/medium", *YES[:4]),
    SupplierSize.LARGE: ("large", "not sme", "non-sme", *NO[:4]),
    SupplierSize.UNKNOWN: ("", "unknown", "not known", "n/a"),
}
MOST_LETTERS = 300  # of a name that the findings keep
VOCABULARIES: Mapping[ColumnType, Mapping[str, tuple[str, ...]]] = {
    ColumnType.YES: {"true": YES, "false": NO},
    ColumnType.CLASS: {f"'{one.value}'": said for one, said in CLASSES.items()},
    ColumnType.METRIC: {f"'{one.value}'": said for one, said in METRICS.items()},
    ColumnType.SIZE: {f"'{one.value}'": said for one, said in SIZES.items()},
}
SQL_TYPES = {
    ColumnType.TEXT: "VARCHAR",
    ColumnType.DATE: "DATE",
    ColumnType.YES: "BOOLEAN",
    ColumnType.CLASS: "VARCHAR",
    ColumnType.MONEY: "BIGINT",
    ColumnType.NUMBER: "BIGINT",
    ColumnType.METRIC: "VARCHAR",
    ColumnType.SIZE: "VARCHAR",
}
PLAIN_SUM = r"-?£?\d+(\.\d{1,2})?"
GROUPED_SUM = r"-?£?\d{1,3}(,\d{3})+(\.\d{1,2})?"
SUM = f"({PLAIN_SUM}|{GROUPED_SUM}|\\({PLAIN_SUM}\\)|\\({GROUPED_SUM}\\))"  # (1.00) is owed back
WHOLE = r"(\d{1,9}|\d{1,3}(,\d{3}){1,2})(\.0+)?"  # as large as any council counts
FAULTS = {
    ColumnType.DATE: "is no date",
    ColumnType.YES: "is neither yes nor no",
    ColumnType.CLASS: "is no class of account that is known",
    ColumnType.MONEY: "is no sum of money such as 1,234.56",
    ColumnType.NUMBER: "is no whole number such as 1,250",
    ColumnType.METRIC: "is no metric: user, device, core or concurrent",
    ColumnType.SIZE: "is no size of a supplier: micro, small, medium or large",
}


def selection(kind: ExtractKind, layout: Layout, *, month_first: bool) -> tuple[str, str]:
    """Return the SQL of the typed columns, and that of a row's faults as one text or NULL.

    The faults are said of the typed columns beside the texts, so that each value is made once.
    """
    values, faults = ["CAST(at_row AS BIGINT) AS at_row"], []
    for column in columns_of(kind):
        place = layout.columns.get(column.name)
        if place is None:
            value = f"CAST({_missing(column)} AS {SQL_TYPES[column.type]})"
        else:
            text = f"trim(coalesce(c{place}, ''))"
            value = _value(column, text, month_first=month_first)
            faults += _faults(column, text)
        values.append(f"{value} AS {column.name}")
    said = f"nullif(concat_ws('; ', {', '.join(faults)}), '')" if faults else "NULL"
    return ", ".join(values), said


def _missing(column: Column) -> str:
    """Return the SQL of what every row holds of a column that the file lacks."""
    if column.missing is not None:
        return str(column.missing).lower()
    if column.type is ColumnType.CLASS:
        return f"'{AccountClass.PERSON.value}'"
    return "''" if column.type is ColumnType.TEXT else "NULL"


def _value(column: Column, text: str, *, month_first: bool) -> str:
    if column.type is ColumnType.TEXT:
        return text
    if column.type is ColumnType.DATE:
        days = (*(MONTH_FIRST if month_first else DAY_FIRST), *EITHER)
        ways = ", ".join(f"'{day}{time}'" for time in TIMES for day in days)
        return f"CASE WHEN {text} <> '' THEN CAST(try_strptime({text}, [{ways}]) AS DATE) END"
    if column.type is ColumnType.MONEY:
        digits = f"regexp_replace(replace({text}, '(', '-'), '[£,)]', '', 'g')"
        pence = f"CAST(round(try_cast({digits} AS DECIMAL(15, 2)) * 100) AS BIGINT)"
        return f"CASE WHEN regexp_full_match({text}, '{SUM}') THEN {pence} END"
    if column.type is ColumnType.NUMBER:
        digits = f"replace(split_part({text}, '.', 1), ',', '')"
        whole = f"try_cast({digits} AS BIGINT)"
        return f"CASE WHEN regexp_full_match({text}, '{WHOLE}') THEN {whole} END"
    cases = " ".join(
        f"WHEN lower({text}) IN {_list(said)} THEN {value}"
        for value, said in VOCABULARIES[column.type].items()
    )
    return f"CASE {cases} END"


def _list(said: tuple[str, ...]) -> str:
    return f"({', '.join(repr(one) for one in said)})"


def _faults(column: Column, text: str) -> list[str]:
    name = words(column.name)
    found = []
    if column.filled:
        found.append(f"CASE WHEN {text} = '' THEN 'the {name} is missing' END")
    if column.type is ColumnType.TEXT:
        long = f"the {name} has more than {MOST_LETTERS} letters"
        found.append(f"CASE WHEN length({text}) > {MOST_LETTERS} THEN '{long}' END")
    else:
        fault, is_wrong = FAULTS[column.type], f"{column.name} IS NULL"
        if column.type is ColumnType.DATE:
            is_wrong = f"({is_wrong} OR {_no_day(column.name, text)})"
        found.append(
            f"CASE WHEN {text} <> '' AND {is_wrong}"
            f" THEN concat('the {name} “', left({text}, 60), '” {fault}') END"
        )
    return found


def _no_day(name: str, text: str) -> str:
    """Return the SQL of a day that nobody wrote: of “epoch”, or of a year that lost digits.

    1 January of the year 1 is how some systems write never.
    """
    early = f"{name} < DATE '1000-01-01' AND {name} <> DATE '0001-01-01'"
    return f"{early} OR left({text}, 1) NOT BETWEEN '0' AND '9'"
