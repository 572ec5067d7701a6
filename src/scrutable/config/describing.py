"""The description of the interface, with what each field means."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

Meaning = Callable[[str, str], str]  # of a schema and its field, "" where nothing is said


def explain(said: Mapping[str, Any], tags: frozenset[str], meaning: Meaning) -> None:
    """Say in the description what the fields and parameters of operations with the tags mean."""
    schemas = said["components"]["schemas"]
    operations = [
        operation
        for item in said["paths"].values()
        for operation in item.values()
        if not tags.isdisjoint(operation["tags"])
    ]
    for operation in operations:
        _explain({one["name"]: one for one in operation["parameters"]}, "", meaning)
        for form in operation.get("requestBody", {}).get("content", {}).values():
            _explain(form["schema"].get("properties", {}), form["schema"].get("title", ""), meaning)
    for name in _reached(operations, schemas):
        _explain(schemas[name].get("properties", {}), name, meaning)


def _explain(fields: Mapping[str, dict[str, Any]], schema: str, meaning: Meaning) -> None:
    for name, field in fields.items():
        if found := meaning(schema, name):
            field.setdefault("description", found)


def _reached(start: object, schemas: Mapping[str, Any]) -> set[str]:
    """Return the names of all schemas that are spoken of, by one another too."""
    found: set[str] = set()
    waiting = list(_references(start))
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += _references(schemas[name])
    return found


def _references(value: object) -> Iterator[str]:
    if isinstance(value, Mapping):
        if "$ref" in value:
            yield str(value["$ref"]).rpartition("/")[2]
        value = list(value.values())
    if isinstance(value, list):
        for one in value:
            yield from _references(one)
