"""Finds what an answer may not use unless the broken program already did, on tokens, by counting.

An answer is forbidden when it has more of a construct than the broken program. Comments and strings do not
count; raw names (`r#exit`) count as their name, and so do names in `use` trees, aliases and macro arguments.

Covered: `unsafe`, foreign code and linker attributes; `#[allow]`, `#[cfg]` and `cfg!`; macros that read files or
the environment; `todo!` and `unimplemented!`; leaving the process (`process::exit`, under any alias); names by
which an answer could replace what its tests rely on (`assert_eq!`, `std`, the judge's own). Own `#[test]`
functions are let in and never count; comparisons that do not compare (`comparisons`). Not covered: answers that are
wrong without any of this; the tests must see through those.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from nightschool.rust.comparisons import TRAITS, blind_comparisons
from nightschool.rust.lexer import Token, attribute_end, tokenize, words

WORDS = frozenset(
    {"unsafe", "extern", "include", "include_str", "include_bytes", "option_env", "asm", "global_asm"}
    | {"naked_asm", "no_mangle", "link_section", "export_name", "global_allocator", "panic_handler"}
)
"""Forbidden as a name anywhere."""
ATTRIBUTES = frozenset({"allow", "expect", "cfg", "cfg_attr", "feature", "link", "link_name", "used", "path"})
"""Forbidden inside an attribute."""
MACROS = frozenset({"todo", "unimplemented", "env", "cfg"})
"""Forbidden when called as a macro, renamed, or named by path."""
ASSERTIONS = frozenset({"assert", "assert_eq", "assert_ne"})
TRUSTED = frozenset(
    ASSERTIONS
    | {"debug_assert", "debug_assert_eq", "debug_assert_ne", "panic", "unreachable", "matches", "vec"}
    | {"format", "write", "writeln", "println", "print", "std", "core", "alloc"}
)
"""Macros and crates that tests rely on: an answer may use but not define them."""
LEAVING = frozenset({"exit", "abort"})
SUSPICIOUS = WORDS | MACROS | ASSERTIONS | LEAVING | (ATTRIBUTES - {"expect"}) | {"macro_rules"}


def find_forbidden(answer: str, broken: str | None) -> str | None:
    """What the answer has more of than the broken program had, for a person; None if nothing."""
    tokens = words(answer)
    if _suspicious(tokens):
        had = _count(broken) if broken else Counter()
        if found := next((name for name, times in _count(answer).items() if times > had[name]), None):
            return found
    return _blind(tokens, answer, broken)


def _blind(tokens: Sequence[str], answer: str, broken: str | None) -> str | None:
    """A comparison that does not compare, if the broken program had fewer."""
    if not any(a in TRAITS and b in ("for", "<") for a, b in pairwise(tokens)):
        return None
    had = blind_comparisons(broken) if broken else Counter()
    return next((name for name, times in blind_comparisons(answer).items() if times > had[name]), None)


def _suspicious(tokens: Sequence[str]) -> bool:
    """Could there be anything to find? Cheap, and never wrong when it says no."""
    return not SUSPICIOUS.isdisjoint(tokens) or any(
        b in TRUSTED or b.startswith("ns__") or "r#" in b or (a == "[" and b in ATTRIBUTES)
        for a, b in pairwise(tokens)
        if a in ("as", "mod", "[", "!") or b.startswith(("ns__", "r#"))
    )


def _count(source: str) -> Counter[str]:
    tokens = list(tokenize(source))
    return Counter([*_constructs(tokens), *_ways_out(tokens)])


def _constructs(tokens: Sequence[Token]) -> Iterator[str]:
    inside = 0
    for at, token in enumerate(tokens):
        if token.text == "#" and token.kind == "mark":
            start = at + 1 if at + 1 < len(tokens) and tokens[at + 1].text == "!" else at
            if start + 1 < len(tokens) and tokens[start + 1].text == "[":
                inside = attribute_end(tokens, start)
        elif token.kind in ("name", "raw_name") and (found := _construct(tokens, at, at < inside)):
            yield found
        elif token.text == "$" and _is(tokens, at - 2, "macro_rules", "!"):
            yield "a macro that defines macros"


def _construct(tokens: Sequence[Token], at: int, in_attribute: bool) -> str | None:
    name = tokens[at].text
    if name.startswith("ns__"):
        return f"`{name}`, a name reserved for the judge"
    if name in WORDS:
        return f"`{name}`"
    if in_attribute:
        return f"`#[{name}]`" if name in ATTRIBUTES else None
    if name in MACROS and (_is(tokens, at + 1, "!") or _is(tokens, at + 1, "as") or _is(tokens, at - 2, ":", ":")):
        # `std::env::args` names the module, not the macro.
        return None if name == "env" and _is(tokens, at + 1, ":", ":") else _macro(tokens, at)
    return _redefinition(tokens, at)


def _macro(tokens: Sequence[Token], at: int) -> str | None:
    name = tokens[at].text
    if name == "env" and not (_is(tokens, at + 1, "!") or _is(tokens, at + 1, "as")):
        return None
    return f"`{name}!`"


def _redefinition(tokens: Sequence[Token], at: int) -> str | None:
    name = tokens[at].text
    if name not in TRUSTED:
        return None
    defines = _is(tokens, at - 2, "macro_rules", "!") or _is(tokens, at - 1, "as") or _is(tokens, at - 1, "mod")
    if defines or (name in ASSERTIONS and not _is(tokens, at + 1, "!")):
        return f"a replacement for `{name}`"
    return None


def _ways_out(tokens: Sequence[Token]) -> Iterator[str]:
    """`process` and `exit` or `abort` in one program: by path, alias, glob or macro, it can leave."""
    names = [token.text for token in tokens if token.kind in ("name", "raw_name")]
    ways = [name for name in names if name in LEAVING]
    if ways and "process" in names:
        yield from (f"`process::{name}`" for name in ways)
        yield from ("`process`" for name in names if name == "process")


def _is(tokens: Sequence[Token], at: int, *texts: str) -> bool:
    return at >= 0 and [token.text for token in tokens[at : at + len(texts)]] == list(texts)
