"""Whether what the interface answers is what its description says, by hand: no library does it."""

from datetime import date

TYPES = {
    "null": type(None),
    "string": str,
    "boolean": bool,
    "integer": int,
    "number": (int, float),
    "array": list,
    "object": dict,
}


class Described:
    """The description of the interface, and what in an answer is otherwise."""

    def __init__(self, said):
        self.said = said
        self.schemas = said["components"]["schemas"]

    def answered(self, method, path):
        """Return the schema of what an operation answers where it is done."""
        responses = self.said["paths"][path][method.lower()]["responses"]
        return responses["200" if "200" in responses else 200]["content"]["application/json"][
            "schema"
        ]

    def faults(self, value, schema, place="answer"):
        """Return the places at which the value is not as the schema says."""
        if "$ref" in schema:
            schema = self.schemas[schema["$ref"].rpartition("/")[2]]
        if "anyOf" in schema:
            tried = [self.faults(value, one, place) for one in schema["anyOf"]]
            return [] if [] in tried else [place]
        kinds = schema.get("type", ())
        kinds = [kinds] if isinstance(kinds, str) else list(kinds)
        if kinds and not any(is_a(value, kind) for kind in kinds):
            return [place]
        if "enum" in schema and value not in schema["enum"]:
            return [place]
        if schema.get("format") == "date" and isinstance(value, str):
            assert date.fromisoformat(value).isoformat() == value
        if isinstance(value, dict):
            return self._within(value, schema, place)
        return [
            fault
            for at, one in enumerate(value if isinstance(value, list) else ())
            for fault in self.faults(one, schema.get("items", {}), f"{place}[{at}]")
        ]

    def _within(self, value, schema, place):
        fields = schema.get("properties", {})
        found = [
            f"{place}.{name} wanting" for name in schema.get("required", ()) if name not in value
        ]
        for name, one in value.items():
            if name in fields:
                found += self.faults(one, fields[name], f"{place}.{name}")
            elif isinstance(schema.get("additionalProperties"), dict):
                found += self.faults(one, schema["additionalProperties"], f"{place}.{name}")
            elif fields:
                found.append(f"{place}.{name} not described")
        return found


def is_a(value, kind):
    """Test whether the value is of the kind; true and false are no numbers."""
    return isinstance(value, TYPES[kind]) and (kind == "boolean" or not isinstance(value, bool))
