"""What both questions stand on: the keys of `rules.keys`, and who is who by `rules.people`."""

from datetime import date
from string import ascii_lowercase as small
from string import ascii_uppercase as capital

from scrutable.housekeeping.engine.running import Engine


def number_key(column: str) -> str:
    """Return the SQL of `rules.number_key`."""
    text = _cased(f"trim(coalesce({column}, ''))", "upper", small, capital)
    return f"regexp_replace({text}, '^[A-Z]*[ -]*0*', '')"


def address_key(column: str) -> str:
    """Return the SQL of `rules.address_key`."""
    return _cased(f"trim(coalesce({column}, ''))", "lower", capital, small)


def name_key(column: str) -> str:
    """Return the SQL of `rules.name_key`."""
    return _cased(f"replace(coalesce({column}, ''), ' ', '')", "lower", capital, small)


def _cased(text: str, function: str, before: str, after: str) -> str:
    """Return the SQL that changes the case of A to Z alone.

    The engine's own function, many times as fast, serves where there are no other letters.
    """
    return (
        f"CASE WHEN bit_length({text}) = 8 * length({text}) THEN {function}({text})"
        f" ELSE translate({text}, '{before}', '{after}') END"
    )


KEYED = f"""
SELECT coalesce(nullif(number_key, ''), nullif(address_key, ''), nullif(name_key, '')) AS person,
       at_row, number_key, address_key, name_key, left_on
  FROM (SELECT at_row, {number_key("number")} AS number_key,
               {address_key("address")} AS address_key, {name_key("name")} AS name_key, left_on
          FROM people) AS line
"""

# A person's number here is that of their first row: joins and groups are the faster for it.
STAFF = """
SELECT person, min(at_row) AS person_id, max(CASE WHEN number_key = person THEN 1 END) AS numbered,
       CASE WHEN count(*) = count(left_on) THEN max(left_on) END AS left_on, count(*) AS line_count
  FROM keyed WHERE person IS NOT NULL GROUP BY person
"""

BY_NUMBER = "SELECT person AS found_by, person_id, left_on FROM staff WHERE numbered = 1"

# Most people stand on one line, which then has their number and their last day already.
TWINS = "SELECT person, person_id, left_on FROM staff WHERE line_count > 1"
KNOWN = """
SELECT k.address_key, k.name_key, coalesce(t.person_id, k.at_row) AS person_id,
       CASE WHEN t.person_id IS NULL THEN k.left_on ELSE t.left_on END AS left_on
  FROM keyed AS k LEFT JOIN twins AS t ON t.person = k.person WHERE k.person IS NOT NULL
"""


def found_by(key: str) -> str:
    """Return the SQL of whom a key finds: nobody, where two people share it."""
    return f"""
SELECT {key} AS found_by, min(person_id) AS person_id, max(left_on) AS left_on
  FROM known WHERE {key} <> '' GROUP BY {key} HAVING min(person_id) = max(person_id)
"""


AT_WORK = "SELECT count(*) FROM staff WHERE left_on IS NULL OR left_on >= CAST(? AS DATE)"
WHO_IS_WHO = (
    ("keyed", KEYED),
    ("staff", STAFF),
    ("by_number", BY_NUMBER),
    ("twins", TWINS),
    ("known", KNOWN),
    ("by_address", found_by("address_key")),
    ("by_name", found_by("name_key")),
)


def know_people(engine: Engine) -> None:
    """Work out of the table `people` who is who, for every question that follows."""
    for name, text in WHO_IS_WHO:
        engine.keep(name, text)
    engine.drop("keyed", "twins", "known")


def people_at_work(engine: Engine, as_at: date) -> int:
    """Return how many people had not left before the day, once `know_people` has run."""
    found = engine.rows(AT_WORK, [as_at])
    return int(found[0][0])
