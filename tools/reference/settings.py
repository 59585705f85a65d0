"""docs/reference/config.md: every setting with type, bounds, default and docstring."""

from __future__ import annotations

import sys

from tools.reference.docstrings import field_docs, one_line
from tools.reference.schemas import record

from nightschool import config

HEAD = """# Settings

    .venv/bin/nightschool cycle --config conf/default.yaml --set train.max_minutes=5 --set gate.alpha=0.01

A config file is YAML with these names; every command takes it with `--config` and overrides of it with `--set
section.name=value`. Files lie in `conf/`; what a file leaves out has the default. Unknown names, wrong types and values
out of bounds are refused with the name of the setting.
"""


def page() -> str:
    """The page."""
    schema = config.Config.model_json_schema()
    defs = schema["$defs"]
    sections = {name: one for name, one in config.Config.model_fields.items() if _is_section(one.annotation)}
    plain = {name: one for name, one in schema["properties"].items() if name not in sections}
    lines = [HEAD, "## At the top", "", one_line(config.Config.__doc__), ""]
    lines += record({**schema, "properties": plain}, defs, docs_of(config.Config))
    for name, field in sections.items():
        made = field.annotation
        assert made is not None
        lines += ["", f"## {name}", "", one_line(made.__doc__), ""]
        lines += record(defs[made.__name__], defs, docs_of(made))
    return "\n".join(lines) + "\n"


def docs_of(section: type) -> dict[str, str]:
    """What stands below each field of a section."""
    return field_docs(sys.modules[section.__module__])[section.__name__]


def _is_section(annotation: type | None) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, config.Section)
