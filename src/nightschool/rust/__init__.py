"""Everything that knows Rust: toolchain, diagnostics, canonical form, edits, and the judge."""

from nightschool.rust.forbidden import find_forbidden
from nightschool.rust.judge import Judge, open_judge
from nightschool.rust.rendering import render
from nightschool.rust.toolchain import Toolchain, find_toolchain

__all__ = [
    "Judge",
    "Toolchain",
    "find_forbidden",
    "find_toolchain",
    "open_judge",
    "render",
]
