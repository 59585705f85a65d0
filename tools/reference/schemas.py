"""JSON schemas in words: types, bounds and defaults as a person reads them, and records as tables."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from tools.reference.docstrings import one_line

Schema = Mapping[str, Any]
BOUNDS = {
    "minimum": ">= {}", "exclusiveMinimum": "> {}", "maximum": "<= {}", "exclusiveMaximum": "< {}",
    "pattern": "matches `{}`", "minLength": "{} characters or more", "maxLength": "at most {} characters",
}  # fmt: skip
NAMES = {"string": "text", "integer": "whole number", "number": "number", "boolean": "yes or no", "null": "none"}


def type_of(schema: Schema, defs: Mapping[str, Schema]) -> str:
    """The type with its bounds, e.g. `whole number, >= 1`."""
    if "$ref" in schema:
        name = schema["$ref"].rsplit("/", 1)[-1]
        return type_of(defs[name], defs) if "enum" in defs[name] else f"[{name}](#{name.lower()})"
    if "anyOf" in schema:
        return " or ".join(dict.fromkeys(type_of(one, defs) for one in schema["anyOf"]))
    if values := schema.get("enum", [schema["const"]] if "const" in schema else []):
        return ", ".join(f"`{value}`" for value in values)
    return ", ".join([_shape(schema, defs), *_bounds(schema)])


def default_of(schema: Schema, required: bool) -> str:
    """The default as it is written in YAML or JSON; empty for what must be given."""
    if required or "default" not in schema:
        return ""
    value = schema["default"]
    return "none" if value is None else f"`{json.dumps(value, ensure_ascii=False)}`".replace("|", r"\|")


def table(heads: tuple[str, ...], rows: list[tuple[str, ...]]) -> list[str]:
    """A Markdown table."""
    lines = [heads, ("---",) * len(heads), *rows]
    return [f"| {' | '.join(cells)} |" for cells in lines]


def record(schema: Schema, defs: Mapping[str, Schema], docs: Mapping[str, str]) -> list[str]:
    """A record's fields: name, type, default, meaning."""
    needed = schema.get("required", ())
    rows = [
        (
            f"`{name}`", type_of(field, defs), default_of(field, name in needed),
            one_line(docs.get(name) or field.get("description")),
        )
        for name, field in schema.get("properties", {}).items()
    ]  # fmt: skip
    return table(("name", "type", "default", "meaning"), rows)


def _shape(schema: Schema, defs: Mapping[str, Schema]) -> str:
    kind = schema.get("type")
    if kind == "array":
        parts = schema.get("prefixItems", ())
        if parts:
            return f"list: {', '.join(type_of(one, defs) for one in parts)}"
        return f"list of {type_of(schema.get('items', {}), defs)}"
    if kind == "object":
        inside = schema.get("additionalProperties")
        return f"map of name to {type_of(inside, defs)}" if isinstance(inside, Mapping) and inside else "map"
    if schema.get("format") == "path":
        return "path"
    return NAMES.get(str(kind), "anything")


def _bounds(schema: Schema) -> list[str]:
    told = [text.format(schema[name]) for name, text in BOUNDS.items() if name in schema]
    return [one.replace("|", r"\|") for one in told]
