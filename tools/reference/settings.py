"""docs/reference/config.md: every setting with type, bounds, default and docstring."""

from __future__ import annotations

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
    defs, docs = schema["$defs"], field_docs(config)
    sections = {name: one for name, one in config.Config.model_fields.items() if _is_section(one.annotation)}
    plain = {name: one for name, one in schema["properties"].items() if name not in sections}
    lines = [HEAD, "## At the top", "", one_line(config.Config.__doc__), ""]
    lines += record({**schema, "properties": plain}, defs, docs["Config"])
    for name, field in sections.items():
        made = field.annotation
        assert made is not None
        lines += ["", f"## {name}", "", one_line(made.__doc__), ""]
        lines += record(defs[made.__name__], defs, docs[made.__name__])
    return "\n".join(lines) + "\n"


def _is_section(annotation: type | None) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, config.Section)
