"""Reading settings: one YAML file in `conf/` and `section.key=value` overrides make one `Config`.

Covered: one clear error for unknown keys and impossible values. Not covered: what the settings are (`config`).
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Any

import yaml
from pydantic import ValidationError

from nightschool.config import Config
from nightschool.errors import ConfigError


def load_config(path: Path | str | None = None, overrides: Sequence[str] = ()) -> Config:
    """Read a YAML config and apply `section.key=value` overrides (values are YAML).

    Raises ConfigError naming the file, each wrong key and its value.
    """
    data: dict[str, Any] = _read_yaml(Path(path)) if path else {}
    for override in overrides:
        _apply(data, override)
    try:
        return Config.model_validate(data)
    except ValidationError as error:
        raise ConfigError(_explain(error, path)) from error


def _read_yaml(path: Path) -> dict[str, Any]:
    try:
        data = yaml.safe_load(path.read_text(encoding="utf-8"))
    except FileNotFoundError as error:
        raise ConfigError(f"No config file {str(path)!r}. The shipped ones are in conf/.") from error
    except OSError as error:
        raise ConfigError(f"Config {str(path)!r} cannot be read: {error.strerror}.") from error
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        raise ConfigError(f"Config {str(path)!r} is not valid YAML: {error}") from error
    if data is None:
        return {}
    if not isinstance(data, dict):
        raise ConfigError(f"Config {str(path)!r} must be a mapping of sections, not {type(data).__name__}.")
    return data


def _apply(data: dict[str, Any], override: str) -> None:
    key, separator, value = override.partition("=")
    if not separator:
        raise ConfigError(f"Override {override!r} is not section.key=value.")
    *parents, leaf = key.split(".")
    for parent in parents:
        data = data.setdefault(parent, {})
        if not isinstance(data, dict):
            raise ConfigError(f"Override {override!r}: {parent!r} is a value, not a section.")
    try:
        data[leaf] = yaml.safe_load(value)
    except yaml.YAMLError as error:
        raise ConfigError(f"Override {override!r}: {value!r} is not a YAML value.") from error


def _explain(error: ValidationError, path: Path | str | None) -> str:
    lines = [f"Config {str(path) if path else '(defaults)'!r} is wrong:"]
    for problem in error.errors():
        where = ".".join(str(part) for part in problem["loc"]) or "(top level)"
        lines.append(f"  {where}: {problem['msg']} (got {problem.get('input')!r:.80})")
    return "\n".join(lines)
