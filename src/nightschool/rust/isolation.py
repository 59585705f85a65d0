"""Which programs cannot share a crate with others, by a cheap and conservative scan of their tokens.

A program shares a crate as a module. It needs a crate of its own when it says something about the crate
(inner attributes, `crate::`, `super::` out of itself, exported macros, linker attributes, lint levels), when
it reads or names files, when its brackets do not match (rustc then looks at no other file), or when it could
change what a neighbour means or reads: an impl of a foreign trait for a foreign type takes part in everybody's
type inference, a namesake of a common library type makes rustc name that type differently. Alone is always
right, only slower.

Not covered: an impl of a foreign trait for a type of one's own is let in. It could matter to a neighbour
only where the neighbour leaves the implementing type itself to inference and the standard library has no
candidate for it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from nightschool.rust.lexer import tokenize, words

ATTRIBUTES = frozenset(
    {"macro_use", "no_mangle", "export_name", "link_section", "link", "link_name"}
    | {"global_allocator", "panic_handler", "used", "path", "lang", "feature"}
    | {"deny", "forbid", "warn", "expect", "proc_macro", "proc_macro_derive", "proc_macro_attribute"}
)
"""Attributes that speak of the crate, the linker, files or lint levels."""
DENYING = frozenset({"deny", "forbid"})
"""Those that make errors of lints."""
LEVELS = frozenset({"allow", "warn", "deny", "forbid"})
"""Those of them that set lint levels, where they stand."""
ANYWHERE = frozenset(
    {"include", "include_str", "include_bytes", "option_env", "module_path", "type_name", "type_name_of_val"}
    | {"asm", "global_asm", "naked_asm", "macro_export", "concat_idents", "caller"}
)
"""Names that read files or the environment, or tell a program which module it is in."""
MACROS = frozenset({"env", "file"})
"""The same, for names that are harmless unless they are called as macros."""
FOREIGN = frozenset({"String", "Vec", "Option", "Result", "Box", "Rc", "Arc", "str", "Cow", "HashMap"})
"""Foreign whatever the program defines: it may define a namesake in some inner module."""
COMMON = frozenset(
    (FOREIGN - {"str"})
    | {"HashSet", "BTreeMap", "BTreeSet", "VecDeque", "Cell", "RefCell", "Mutex", "RwLock", "Weak", "Range"}
    | {"Iterator", "IntoIterator", "FromIterator", "ToString", "Clone", "Copy", "Debug", "Display", "Default"}
    | {"PartialEq", "Eq", "PartialOrd", "Ord", "Hash", "Add", "Sub", "Mul", "Div", "Neg", "Index", "Drop", "Deref"}
    | {"From", "Into", "TryFrom", "AsRef", "FromStr", "Fn", "FnMut", "FnOnce", "Send", "Sync", "Sized", "Borrow"}
    | {"Duration", "Instant", "Path", "PathBuf", "File", "Read", "Write", "Future", "Pin", "Ordering", "Sum"}
)
"""A type or trait of this name makes rustc write the library's with its path in everybody's errors."""
CLOSING = {")": "(", "]": "[", "}": "{"}
LIBRARY = frozenset({"std", "core", "alloc"})
DEFINERS = frozenset({"struct", "enum", "union", "trait", "type"})
BRACKETS = frozenset("()[]{}")
BLOCK_STARTS = frozenset({"}", ";", "]", "unsafe", "{", "default", ")", "*", "+"})


def needs_own_crate(source: str, edition: str, outlined: bool = False) -> bool:
    """True unless the program is certain to mean the same as a module among others.

    `outlined`: nobody reads its errors' wording or columns. Then it may set lint levels, have namesakes of library
    types and, once `relocated`, paths that begin with `crate`.
    """
    if edition == "2015" or "\0" in source or "ns__" in source or _begins_oddly(source, outlined):
        return True
    tokens = words(source)
    present = frozenset(tokens)
    return (
        not present.isdisjoint(ANYWHERE)
        or _falls_apart(tokens, present)
        or ("#" in present and _has_attribute(tokens, present, outlined))
        or any(_speaks_of_crate(tokens, at, outlined) for at in _places(tokens, present, "crate", "extern", "mod", "!"))
        or ("super" in present and _leaves_itself(tokens, present))
        or _has_namesakes(tokens, present, FOREIGN if outlined else COMMON)
        or (not outlined and "use" in present and "*" in present and _imports_all(tokens))
        or ("impl" in present and _has_foreign_impl(tokens))
    )


def _begins_oddly(source: str, outlined: bool) -> bool:
    if not outlined:
        return source.startswith(("\ufeff", "#!"))
    return source.removeprefix("\ufeff").startswith("#!") and re.match(r"\ufeff?#!\s*\[", source) is None


def relocated(source: str, module: str) -> str:
    """The program with its paths into the crate leading into `module`, where it stands now; same lines."""
    if "crate" not in source:
        return source
    tokens = list(tokenize(source))
    for token, after in reversed(list(pairwise(tokens))):
        if token.text == "crate" and token.kind == "name" and after.text != ")":  # `pub(crate)` means the same
            source = f"{source[: token.end]}::{module}{source[token.end :]}"
    return source


def _has_namesakes(tokens: Sequence[str], present: frozenset[str], names: frozenset[str]) -> bool:
    return not present.isdisjoint(names) and any(a in DEFINERS and b in names for a, b in pairwise(tokens))


def _places(tokens: Sequence[str], present: frozenset[str], *wanted: str) -> list[int]:
    """Where any of the wanted tokens stands."""
    if present.isdisjoint(wanted):
        return []
    return [at for at, token in enumerate(tokens) if token in wanted]


def _falls_apart(tokens: Sequence[str], present: frozenset[str]) -> bool:
    """Brackets do not match or a literal does not end: rustc stops at the first such file of a crate."""
    if '"' in present or "'" in present:
        return True
    open_: list[str] = []
    for token in tokens:
        if token in BRACKETS:
            if token not in CLOSING:
                open_.append(token)
            elif not open_ or open_.pop() != CLOSING[token]:
                return True
        elif token[0] in "\"'bc" and token[-1] not in "\"'" and '"' in token:
            return True
    return bool(open_)


def _has_attribute(tokens: Sequence[str], present: frozenset[str], outlined: bool) -> bool:
    """An inner attribute, or one of those that matter to the crate; lint levels do not where all is outlined."""
    inner = [at for at, (a, b) in enumerate(pairwise(tokens)) if a == "#" and b == "!"]
    if any(not outlined or not LEVELS.issuperset(tokens[at + 3 : at + 4]) for at in inner):
        return True
    speaking = ATTRIBUTES - LEVELS if outlined else ATTRIBUTES
    if present.isdisjoint(speaking):
        return False
    return any(not speaking.isdisjoint(_attribute(tokens, at)) for at in _places(tokens, present, "#"))


def _attribute(tokens: Sequence[str], at: int) -> Sequence[str]:
    depth = 0
    for index in range(at + 1, len(tokens)):
        depth += {"[": 1, "]": -1}.get(tokens[index], 0)
        if depth == 0:
            return tokens[at + 1 : index]
    return tokens[at + 1 :]


def _speaks_of_crate(tokens: Sequence[str], at: int, outlined: bool) -> bool:
    before = tokens[at - 1] if at else ""
    after = tokens[at + 1] if at + 1 < len(tokens) else ""
    match tokens[at]:
        case "crate":
            return before == "$" if outlined else before != "(" or after != ")"
        case "extern":
            return after == "crate"
        case "mod":
            return at + 2 < len(tokens) and tokens[at + 2] == ";"
        case _:  # a macro call by a name that matters, or by one that is a macro's argument
            return before in MACROS or (at > 1 and tokens[at - 2] == "$" and before != ")")


def _leaves_itself(tokens: Sequence[str], present: frozenset[str]) -> bool:
    """Some chain of `super` is longer than the modules around it are deep."""
    if "macro_rules" in present:
        return True
    modules: list[int] = []
    depth, opening = 0, False
    for at, token in enumerate(tokens):
        if token == "mod":
            opening = True
        elif token == "{":
            depth += 1
            if opening:
                modules.append(depth)
            opening = False
        elif token == "}":
            if modules and modules[-1] == depth:
                modules.pop()
            depth -= 1
        elif token == "super" and _chain(tokens, at) > len(modules):
            return True
    return False


def _chain(tokens: Sequence[str], at: int) -> int:
    """How many modules up the path leads that has this `super`."""
    length = 1
    while at >= 3 and tokens[at - 3] == "super" and tokens[at - 1] == ":":
        at, length = at - 3, length + 1
    return length


def _imports_all(tokens: Sequence[str]) -> bool:
    """A glob import from the library: its names count as defined here when rustc shortens paths."""
    for at, token in enumerate(tokens):
        if token == "use" and not LIBRARY.isdisjoint(tokens[at + 1 : at + 4]):
            end = tokens.index(";", at) if ";" in tokens[at:] else len(tokens)
            if "*" in tokens[at:end]:
                return True
    return False


def _has_foreign_impl(tokens: Sequence[str]) -> bool:
    """Some `impl Trait for Type` or `impl Type` whose head names are not defined here."""
    own = {b for a, b in pairwise(tokens) if a in ("struct", "enum", "union", "trait")} - FOREIGN
    for at, token in enumerate(tokens):
        if token == "impl" and _opens_block(tokens, at):
            trait, subject = _heads(tokens, at + 1)
            if subject not in own and (trait is None or trait not in own):
                return True
    return False


def _opens_block(tokens: Sequence[str], at: int) -> bool:
    """An impl block follows the end of another item; `impl Trait` as a type never does."""
    if at and tokens[at - 1] == "(":
        return at > 1 and tokens[at - 2] == "$"
    return at == 0 or tokens[at - 1] in BLOCK_STARTS


def _heads(tokens: Sequence[str], at: int) -> tuple[str | None, str | None]:
    """Last path segment of the trait (None if inherent) and of the type of an impl block."""
    depth = 0
    parts: list[str | None] = [None]
    if at < len(tokens) and tokens[at] == "<":
        at = _after_angles(tokens, at)
    while at < len(tokens):
        token = tokens[at]
        if depth == 0 and token in ("{", ";", "where"):
            break
        if token in ("<", "(", "["):
            depth += 1
        elif token in (")", "]") or (token == ">" and tokens[at - 1] not in ("-", "=")):
            depth -= 1
        elif depth == 0 and token == "for":
            parts.append(None)
        elif depth == 0 and token[0] not in "'\"" and token.isidentifier() and token not in ("dyn", "mut", "const"):
            parts[-1] = token
        at += 1
    return (None, parts[0]) if len(parts) == 1 else (parts[0], parts[-1])


def _after_angles(tokens: Sequence[str], at: int) -> int:
    depth = 0
    while at < len(tokens):
        if tokens[at] == "<":
            depth += 1
        elif tokens[at] == ">" and tokens[at - 1] not in ("-", "="):
            depth -= 1
            if depth == 0:
                return at + 1
        at += 1
    return at
