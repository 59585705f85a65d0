"""Toy rows: a few slips in small programs, enough to see that training learns. No compiler is asked."""

from __future__ import annotations

from itertools import product

from nightschool.types import Row

NAMES = ("total", "count", "sum", "best", "size", "depth")
TYPES = ("i32", "u64", "usize", "i64")

_MUT = """pub fn {name}_of(items: &[{type}]) -> {type} {{
    let {mut}{name} = 0;
    for item in items {{
        {name} += *item;
    }}
    {name}
}}
"""
_REFERENCE = """pub fn show_{name}({name}: {type}) -> String {{
    let text: {wrong} = {name}.to_string();
    text
}}
"""


def toy_rows() -> list[Row]:
    """48 rows of two patterns."""
    return [row for name, type_ in product(NAMES, TYPES) for row in (_missing_mut(name, type_), _wrong(name, type_))]


def _missing_mut(name: str, type_: str) -> Row:
    fill = {"name": name, "type": type_}
    diagnostic = (
        f"error[E0384]: cannot assign twice to immutable variable `{name}`\n"
        f"line 4: cannot assign twice to immutable variable\nfix:\n2 let mut {name} = 0;"
    )
    return _row("missing-mut", "E0384", _MUT.format(mut="", **fill), _MUT.format(mut="mut ", **fill), diagnostic)


def _wrong(name: str, type_: str) -> Row:
    fill = {"name": name, "type": type_}
    diagnostic = "error[E0308]: mismatched types\nline 2: expected `&str`, found `String`"
    broken, fixed = _REFERENCE.format(wrong="&str", **fill), _REFERENCE.format(wrong="String", **fill)
    return _row("string-vs-str", "E0308", broken, fixed, diagnostic)


def _row(pattern: str, code: str, broken: str, fixed: str, diagnostic: str) -> Row:
    return Row(
        id=f"{pattern}-{hash((broken, fixed)) & 0xFFFF:04x}", source="aligned", family="toy", pattern=pattern,
        error_code=code, broken=broken, fixed=fixed, diagnostic=diagnostic, provenance="toy", group=pattern,
    )  # fmt: skip
