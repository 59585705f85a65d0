"""Whether a diagnostic reads as it would without the other programs of its compiler run.

rustc shortens paths to what is unique in the crate and its dependencies. A neighbour that defines a `Command`
makes it write `std::process::Command` where alone it would write `Command`, and two inner modules' `S` become
`a::S` and `b::S`. Own module prefixes can be taken away; the rest is only noticed, and the program compiled alone.

Covered: mentions of another program, paths lengthened by a neighbour, alternatives sorted by a lengthened path.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from nightschool.rust.diagnostics import FileError, rewrite, texts
from nightschool.types import Diagnostic

MARK = "ns__k"
"""Modules are called `ns__k0`, `ns__k1`, ...: a name no program may use, so any mention of one is noticed."""
_MENTION = re.compile(rf"\b{MARK}\d+\b")
_LIBRARY = re.compile(r"\b(?:std|core|alloc)::(?:\w+::)*(\w+)")
_DEFINITION = re.compile(
    r"\b(?:struct|enum|union|trait|type|fn|mod|const|static|macro_rules!)\s+(?:mut\s+)?(?:r#)?(\w+)"
)
SELF = re.compile(r"\bin `self`")
"""Said of a module's own root; alone it would be `the crate root`."""
_WORD = re.compile(r"\w+")
ALWAYS_LONG = frozenset({"Error", "Iter", "IterMut", "IntoIter", "Entry", "Drain", "Keys", "Values"})
"""Names of several things in the standard library, which rustc never shortens."""
SORTED = frozenset({"E0404", "E0405", "E0412", "E0422", "E0423", "E0425", "E0432", "E0433", "E0531", "E0574"})
"""Errors of name resolution, whose alternatives rustc sorts by path."""


@lru_cache(maxsize=4096)
def defined(source: str) -> frozenset[str]:
    """Names that the program may define; all its words if macros could make definitions of them."""
    return frozenset((_WORD if "macro_rules" in source else _DEFINITION).findall(source))


@lru_cache(maxsize=4096)
def _inner_paths(source: str) -> re.Pattern[str] | None:
    """What a path into one of the program's inner modules or functions looks like."""
    modules = sorted(set(re.findall(r"\b(?:mod|fn)\s+(?:r#)?(\w+)", source)))
    return re.compile(rf"\b(?:{'|'.join(modules)})::") if modules else None


class Neighbourhood:
    """The names of the programs that share a compiler run."""

    def __init__(self, sources: Sequence[str]) -> None:
        self._inner = [_inner_paths(source) for source in sources]
        self._own = [defined(source) for source in sources]
        self._all = Counter(name for names in self._own for name in names)

    def read(self, found: FileError, index: int) -> tuple[Diagnostic, bool]:
        """The diagnostic without own module prefixes, and whether it reads as if the program were alone."""
        prefix = re.compile(rf"\b{MARK}{index}::")
        diagnostic = rewrite(found.diagnostic, prefix)
        lonely = not found.foreign and not any(
            _MENTION.search(text) or SELF.search(text) or self._lengthened(text, index) for text in texts(diagnostic)
        )
        return diagnostic, bool(found.file) and lonely and not _depends_on_crate(diagnostic)

    def _lengthened(self, text: str, index: int) -> bool:
        inner = self._inner[index]
        if inner is not None and inner.search(text):
            return True
        return any(self._rival(name, index) for name in _LIBRARY.findall(text))

    def _rival(self, name: str, index: int) -> bool:
        return name not in ALWAYS_LONG and name not in self._own[index] and self._all[name] > 0


def about_another(found: FileError, diagnostic: Diagnostic, index: int) -> bool:
    """The error points into another program or its message names a module; else only its wording is in question."""
    others = re.compile(rf"\b{MARK}(?!{index}\b)\d")
    own = re.compile(rf"\b{MARK}{index}\b(?!\.rs)")
    message = diagnostic.message
    words = (message, *(label.text for label in diagnostic.labels))
    return bool(
        found.foreign or not found.file or own.search(message) or SELF.search(message) or any(map(others.search, words))
    )


def _depends_on_crate(diagnostic: Diagnostic) -> bool:
    """rustc looked at all traits of the crate, or its alternatives may come in an order that depends on it."""
    numeric = "{integer}" in diagnostic.message or "{float}" in diagnostic.message
    if diagnostic.code == "E0689" or (diagnostic.code == "E0599" and numeric):
        return True
    alternatives = Counter(suggestion.message for suggestion in diagnostic.suggestions)
    if any("candidate #" in message for message in alternatives):
        return True
    return diagnostic.code not in SORTED and max(alternatives.values(), default=0) > 1


def order_depends_on_crate(errors: Sequence[Diagnostic]) -> bool:
    """rustc reports several unresolved paths (E0433) in an order of its own, which differs from crate to crate."""
    return sum(error.code == "E0433" for error in errors) > 1
