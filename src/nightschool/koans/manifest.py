"""koan.toml: what a koan says of itself.

Covered: closed keys, types, names that are safe as folder names. Not covered: whether what it says is true;
`certify` compares it with rustc.
"""

from __future__ import annotations

import json
import re
import tomllib
from typing import Any, get_args

from nightschool.errors import SuiteError
from nightschool.rust.edition import EDITIONS
from nightschool.types import UNNAMED, Koan, Target

REQUIRED = ("id", "family", "pattern", "error_codes", "edition", "title")
OPTIONAL = ("group", "targets")
_LISTS = ("error_codes", "targets")
_NAME = re.compile(r"[a-z0-9][a-z0-9._-]*")
_CODE = re.compile(rf"E\d{{4}}|{UNNAMED}|[a-z]\w+(::\w+)?")
"""A code, the name of a lint, or `none`."""


def read_manifest(koan: str, text: str) -> dict[str, Any]:
    """Parse koan.toml into the fields of `Koan`; SuiteError names the koan and everything wrong with it."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SuiteError(f"Koan {koan!r}: koan.toml is not valid TOML: {error}.") from error
    wrong = [f"unknown key {key!r}" for key in data if key not in REQUIRED + OPTIONAL]
    wrong += [f"missing key {key!r}" for key in REQUIRED if key not in data]
    wrong += [f"{key} is {data[key]!r}" for key in data if not _valid(key, data[key])]
    if wrong:
        raise SuiteError(f"Koan {koan!r}: koan.toml has {'; '.join(wrong)}.")
    return data | {key: tuple(data[key]) for key in _LISTS if key in data}


def format_manifest(koan: Koan) -> str:
    """The koan.toml that `read_manifest` reads back."""
    fields = {key: getattr(koan, key) for key in REQUIRED}
    fields |= {key: value for key in OPTIONAL if (value := getattr(koan, key))}
    # TOML's basic strings are JSON's, but for DEL, which TOML wants escaped.
    lines = (f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in fields.items())
    return "\n".join(lines).replace("\x7f", "\\u007f") + "\n"


def _valid(key: str, value: object) -> bool:
    if key in _LISTS:
        known = _CODE.fullmatch if key == "error_codes" else get_args(Target).__contains__
        return isinstance(value, list) and bool(value) and all(isinstance(one, str) and known(one) for one in value)
    if not isinstance(value, str):
        return False
    if key in ("id", "family", "pattern"):
        return _NAME.fullmatch(value) is not None
    return value in EDITIONS if key == "edition" else True
