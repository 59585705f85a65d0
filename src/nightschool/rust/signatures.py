"""What a program offers: the items it defines and how its functions are called.

Covered: telling a repair from one that deletes or redefines what was to be repaired, where no tests can tell.
Not covered: what functions do; macros that define items.
"""

from __future__ import annotations

from collections import Counter

from nightschool.rust.lexer import words

_ITEMS = frozenset({"struct", "enum", "union", "trait", "type", "const", "static", "mod"})
RESHAPING = frozenset({"lifetimes", "trait_bounds"})
"""Families whose repair may change a function's signature."""
LEAST_LEFT = 0.9
"""Share of the broken program's tokens that a repair must have: below it, something was deleted."""


def signatures(source: str) -> Counter[str]:
    """Each function from its name to its body, `mut` left out, and the kind and name of every other item."""
    tokens = words(source)
    found: Counter[str] = Counter()
    for at, token in enumerate(tokens[:-1]):
        if token == "fn" and tokens[at + 1] != "(":
            found[" ".join(_head(tokens, at))] += 1
        elif token in _ITEMS and tokens[at + 1].isidentifier():
            found[f"{token} {tokens[at + 1]}"] += 1
    return found


def keeps_program(broken: str, fixed: str, exact: bool) -> bool:
    """Whether a repair left every item in place; `exact` wants every function to be called as before, too."""
    if len(words(fixed)) < LEAST_LEFT * len(words(broken)):
        return False
    before, after = signatures(broken), signatures(fixed)
    return before == after if exact else _names(before) == _names(after)


def in_place(broken: str, fixed: str, program: str, family: str) -> bool:
    """Whether `program`, an answer that no test looks at, leaves every item of `broken` where it was.

    A signature may change where that is the repair: in families of such errors, or as the known repair does it.
    """
    as_repaired = bool(fixed) and signatures(program) == signatures(fixed)
    return keeps_program(broken, program, exact=not as_repaired and family not in RESHAPING)


def _head(tokens: list[str], at: int) -> list[str]:
    """The tokens of a function from `fn` to its body or semicolon."""
    end = next((i for i in range(at, len(tokens)) if tokens[i] in ("{", ";")), len(tokens))
    return [token for token in tokens[at:end] if token != "mut"]


def _names(found: Counter[str]) -> Counter[str]:
    names: Counter[str] = Counter()
    for signature, count in found.items():
        names[" ".join(signature.split(" ")[:2])] += count
    return names
