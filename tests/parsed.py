"""YAML as tests read it, by libyaml: files of many services are parsed where tests are collected, in each process."""

from pathlib import Path
from typing import Any

import yaml


def read_yaml(path: Path) -> Any:
    """The one document of a file."""
    return yaml.load(path.read_text(encoding="utf-8"), yaml.CSafeLoader)


def read_all(path: Path) -> list[Any]:
    """All documents of a file."""
    return list(yaml.load_all(path.read_text(encoding="utf-8"), yaml.CSafeLoader))
