"""The shape of `report.json` as a JSON Schema, read off the findings themselves, so that the two cannot drift apart."""

import inspect
import re
from dataclasses import fields, is_dataclass
from types import NoneType, UnionType
from typing import Union, get_args, get_origin, get_type_hints

from claimgraph.model import Findings
from claimgraph.model.findings import SCHEMA_VERSION
from claimgraph.model.identity import BASE

SIMPLE = {str: "string", int: "integer", float: "number", bool: "boolean", NoneType: "null"}

Schema = dict[str, object]


def schema() -> Schema:
    """Return the JSON Schema (draft 2020-12) of `report.json`; a class of the findings is a definition in it.

    >>> schema()["title"]
    'claimgraph report'
    """
    definitions: dict[str, Schema] = {}
    top = _object(Findings, definitions)
    top["properties"] = {**_properties(top), "version": {"const": SCHEMA_VERSION}}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "$id": f"{BASE}report.schema.json",
        "title": "claimgraph report",
        **top,
        "$defs": {name: definitions[name] for name in sorted(definitions)},
    }


def _properties(schema_: Schema) -> Schema:
    """Return the properties of an object's schema."""
    properties = schema_["properties"]
    return properties if isinstance(properties, dict) else {}


def _object(class_: type, definitions: dict[str, Schema]) -> Schema:
    """Return the schema of a dataclass: every field required, no other allowed, described by its docstring."""
    hints, told = get_type_hints(class_), _told(class_)
    properties: Schema = {}
    for item in fields(class_):
        described = {"description": told[item.name]} if item.name in told else {}
        properties[item.name] = {**_type(hints[item.name], definitions), **described}
    return {
        "description": (inspect.getdoc(class_) or "").split("\n\n")[0].replace("\n", " "),
        "type": "object",
        "properties": properties,
        "required": list(properties),
        "additionalProperties": False,
    }


def _type(hint: object, definitions: dict[str, Schema]) -> Schema:
    """Return the schema of a field's type."""
    if isinstance(hint, type) and is_dataclass(hint):
        if hint.__name__ not in definitions:
            definitions[hint.__name__] = {}
            definitions[hint.__name__] = _object(hint, definitions)
        return {"$ref": f"#/$defs/{hint.__name__}"}
    if isinstance(hint, type) and hint in SIMPLE:
        return {"type": SIMPLE[hint]}
    parts = get_args(hint)
    if get_origin(hint) in (Union, UnionType):
        return {"anyOf": [_type(part, definitions) for part in parts]}
    if get_origin(hint) is tuple and parts[-1] is Ellipsis:
        return {"type": "array", "items": _type(parts[0], definitions)}
    if get_origin(hint) is tuple:
        inside = [_type(part, definitions) for part in parts]
        return {"type": "array", "prefixItems": inside, "items": False, "minItems": len(inside)}
    raise TypeError(f"no JSON for {hint}; a finding holds strings, numbers, booleans, tuples and findings")


def _told(class_: type) -> dict[str, str]:
    """Return what the "Attributes" of a docstring say of each field."""
    _, _, attributes = (inspect.getdoc(class_) or "").partition("Attributes:\n")
    entries = re.split(r"(?m)^    (?=\w+: )", attributes)
    pairs = (entry.partition(": ") for entry in entries if ": " in entry)
    return {name.strip(): " ".join(text.split()) for name, _, text in pairs}
