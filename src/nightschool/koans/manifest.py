"""koan.toml: what a koan says of itself.

Covered: closed keys, types, names that are safe as folder names. Not covered: whether what it says is true;
`certify` compares it with rustc.
"""

from __future__ import annotations

import json
import re
import tomllib
from typing import Any

from nightschool.errors import SuiteError
from nightschool.rust.edition import EDITIONS
from nightschool.types import Koan

_REQUIRED = ("id", "family", "pattern", "error_codes", "edition", "title")
_OPTIONAL = ("group",)
_NAME = re.compile(r"[a-z0-9][a-z0-9._-]*")
_CODE = re.compile(r"E\d{4}")


def read_manifest(koan: str, text: str) -> dict[str, Any]:
    """Parse koan.toml into the fields of `Koan`; SuiteError names the koan and everything wrong with it."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise SuiteError(f"Koan {koan!r}: koan.toml is not valid TOML: {error}.") from error
    wrong = [f"unknown key {key!r}" for key in data if key not in _REQUIRED + _OPTIONAL]
    wrong += [f"missing key {key!r}" for key in _REQUIRED if key not in data]
    wrong += [f"{key} is {data[key]!r}" for key in data if not _valid(key, data[key])]
    if wrong:
        raise SuiteError(f"Koan {koan!r}: koan.toml has {'; '.join(wrong)}.")
    return data | {"error_codes": tuple(data["error_codes"])}


def format_manifest(koan: Koan) -> str:
    """The koan.toml that `read_manifest` reads back."""
    fields = {key: getattr(koan, key) for key in _REQUIRED}
    if koan.group:
        fields["group"] = koan.group
    # TOML's basic strings are JSON's, but for DEL, which TOML wants escaped.
    lines = (f"{key} = {json.dumps(value, ensure_ascii=False)}" for key, value in fields.items())
    return "\n".join(lines).replace("\x7f", "\\u007f") + "\n"


def _valid(key: str, value: object) -> bool:
    if key == "error_codes":
        codes = value if isinstance(value, list) else []
        return bool(codes) and all(isinstance(code, str) and _CODE.fullmatch(code) for code in codes)
    if not isinstance(value, str):
        return False
    if key in ("id", "family", "pattern"):
        return _NAME.fullmatch(value) is not None
    return value in EDITIONS if key == "edition" else True
