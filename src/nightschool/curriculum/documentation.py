"""Rust examples from the documentation that ships with the toolchain (component `rust-docs`).

Covered: finding the examples of std, alloc, core, the book, Rust by Example and the reference, dropping
what is unsafe, nightly, ignored or meant to fail, and turning each into a library-style `Example`: items
stay at the top level, bare statements become `pub fn example()`, and assertions become its test.
Not covered: whether an example compiles; the judge says so. Reading all of it takes about three seconds,
so nothing is cached.
Source: `<sysroot>/share/doc/rust/html`.
"""

from __future__ import annotations

import html
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tree_sitter import Node

from nightschool.errors import EnvironmentMissingError
from nightschool.rust.tree import Syntax
from nightschool.rust.written import lines_without_ends

LIBRARY = ("std", "alloc", "core")
BOOKS = ("book", "rust-by-example", "reference")
SKIPPED_FOLDERS = frozenset(
    {"arch", "core_arch", "core_simd", "simd", "intrinsics", "es", "ja", "ko", "zh", "first-edition", "os"}
)
MIN_LINES, MAX_LINES = 3, 40

LIBRARY_EXAMPLE = re.compile(
    r'<div class="example-wrap">(?:(?!<pre).){0,3000}?<pre class="rust rust-example-rendered"><code>(.*?)</code></pre>',
    re.DOTALL,
)
BOOK_EXAMPLE = re.compile(r'<code class="language-rust([^"]*)">(.*?)</code>', re.DOTALL)
ALIKE = re.compile(
    r"^(primitive\.([iu](8|16|64|128)|isize|f16|f32|f128)\.html|struct\.(Atomic[IU](8|16|32|64|size)|NonZero.*)\.html)$"
)
"""Pages that repeat `i32`, `u32`, `usize`, `f64` and `AtomicBool` for other widths."""
NOT_MEANT_TO_RUN = ("compile_fail", "should_panic", "panics", "does_not_compile", "ignore", "no_run", "edition2015")
TAG = re.compile(r"<[^>]+>")
UNWANTED = re.compile(
    r"\bunsafe\b|#!\[|\bnightly\b|\basm!|extern\s|\binclude(_str|_bytes)?!|\benv!|option_env!|\bcrate::"
    r"|std::(net|process|fs|env|os|arch|io::stdin)\b|::test\b|#\[test|#\[cfg|#\[allow|proc_macro|macro_rules!"
    r"|\bstatic mut\b|\bloop \{\s*\}|\bsleep\(|\btodo!|unimplemented!"
)

ITEM_TYPES = frozenset(
    {
        "use_declaration", "struct_item", "enum_item", "union_item", "function_item", "impl_item", "trait_item",
        "mod_item", "const_item", "static_item", "type_item", "macro_definition", "attribute_item", "line_comment",
        "block_comment", "function_signature_item",
    }
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Example:
    """A library-style program that should compile, and the test of what it does."""

    source: str
    tests: str | None
    provenance: str
    """Where it was found: file (below the documentation folder) and its number there."""
    group: str
    """The file: the unit of the split."""

    @property
    def examinable(self) -> bool:
        """The tests look at the program from outside, so an emptied program cannot pass them."""
        return self.tests is not None and "example()" not in self.tests


def documentation_examples(sysroot: Path) -> list[Example]:
    """All distinct usable examples, in a fixed order. Raises EnvironmentMissingError without `rust-docs`."""
    folder = sysroot / "share" / "doc" / "rust" / "html"
    if not (folder / "std").is_dir():
        raise EnvironmentMissingError(
            f"No documentation examples: {str(folder / 'std')!r} does not exist. "
            "Run `rustup component add rust-docs` to get them."
        )
    seen: dict[str, Example] = {}
    for part in (*LIBRARY, *BOOKS):
        for path in _pages(folder / part):
            relative = path.relative_to(folder).as_posix()
            for number, code in enumerate(_examples(path, part), start=1):
                if code not in seen and _is_usable(code):
                    seen[code] = _example(code, f"{relative}#{number}", relative)
    distinct = {example.source: example for example in reversed(seen.values())}
    return [example for example in reversed(distinct.values()) if MIN_LINES <= _lines(example.source) <= MAX_LINES]


def _pages(folder: Path) -> Iterator[Path]:
    for parent, folders, files in os.walk(folder):
        folders[:] = sorted(name for name in folders if name not in SKIPPED_FOLDERS)
        for name in sorted(files):
            if name.endswith(".html") and name != "print.html" and not ALIKE.match(name):
                yield Path(parent) / name


def _examples(path: Path, part: str) -> Iterator[str]:
    page = path.read_text(encoding="utf-8", errors="replace")
    if part in LIBRARY:
        for found in LIBRARY_EXAMPLE.finditer(page):
            yield _plain(found[1])
        return
    for found in BOOK_EXAMPLE.finditer(page):
        if not any(word in found[1] for word in NOT_MEANT_TO_RUN):
            yield _plain(found[2])


def _plain(rendered: str) -> str:
    code = html.unescape(TAG.sub("", rendered)).replace("\u00a0", " ")
    return "\n".join(line.rstrip() for line in lines_without_ends(code.strip("\n")))


def _lines(code: str) -> int:
    return sum(1 for line in lines_without_ends(code) if line.strip())


def _is_usable(code: str) -> bool:
    return MIN_LINES <= _lines(code) <= MAX_LINES and not UNWANTED.search(code)


def _example(code: str, provenance: str, group: str) -> Example:
    source, tests = library_style(code)
    return Example(source, tests, provenance, group)


def library_style(code: str) -> tuple[str, str | None]:
    """Items at the top level, bare statements in `pub fn example()`; assertions become the test.

    Where the items carry behaviour of their own, asserting statements move into the test altogether.
    """
    syntax = Syntax(code)
    items: list[str] = []
    statements: list[str] = []
    body, returns = "", False
    comments: list[str] = []
    for node in syntax.root.children:
        text = syntax.text(node)
        if node.type in {"line_comment", "block_comment", "attribute_item"}:
            comments.append(text.rstrip())
            continue
        if _is_main(syntax, node):
            body, returns = _body(syntax, node), node.child_by_field_name("return_type") is not None
            items.extend(line for line in comments if not line.startswith("#"))
        elif node.type in ITEM_TYPES:
            items.append("\n".join([*comments, text]))
        else:
            trailing = "" if text.endswith((";", "}")) or node.type == ";" else ";"
            statements.append("\n".join([*comments, text + trailing]))
        comments = []
    if returns:
        return _wrapped(
            items, body, "-> " + _main_return(syntax)
        ), "#[test]\nfn example_holds() {\n    assert!(example().is_ok());\n}"
    return _split(items, "\n".join([*statements, body]).strip("\n"), syntax)


def _split(items: list[str], body: str, syntax: Syntax) -> tuple[str, str | None]:
    if not body.strip():
        return "\n\n".join(items), None
    asserted = "assert" in body
    carries = any(syntax.of("impl_item")) or any(syntax.name(node) != "main" for node in syntax.of("function_item"))
    text = "\n\n".join(items)
    if re.search(r"\)\?|\w\?;", body) and not carries:
        return _fallible(items, body, asserted)
    if asserted and carries and _lines(text) >= MIN_LINES:
        return text, f"#[test]\nfn example_holds() {{\n{_indented(body)}\n}}"
    test = "#[test]\nfn example_holds() {\n    example();\n}" if asserted else None
    return _wrapped(items, body, ""), test


def _fallible(items: list[str], body: str, asserted: bool) -> tuple[str, str | None]:
    """A body with `?`: the example returns a Result of any error."""
    kept = re.sub(r"\n?\s*Ok(::<.*>)?\(\(\)\);?\s*$", "", body)
    source = _wrapped(items, f"{kept}\nOk(())", "-> Result<(), Box<dyn std::error::Error>>")
    return source, "#[test]\nfn example_holds() {\n    assert!(example().is_ok());\n}" if asserted else None


def _wrapped(items: list[str], body: str, returns: str) -> str:
    uses = [item for item in items if item.startswith("use ")]
    others = [item for item in items if not item.startswith("use ")]
    function = f"pub fn example() {returns}{' ' if returns else ''}{{\n{_indented(body)}\n}}"
    return "\n\n".join([*(["\n".join(uses)] if uses else []), *others, function])


def _indented(body: str) -> str:
    lines = lines_without_ends(body)
    already = all(not line.strip() or line.startswith("    ") for line in lines)
    return "\n".join(line if already or not line.strip() else "    " + line for line in lines)


def _is_main(syntax: Syntax, node: Node) -> bool:
    return node.type == "function_item" and syntax.name(node) == "main"


def _main_return(syntax: Syntax) -> str:
    main = next(node for node in syntax.of("function_item") if syntax.name(node) == "main")
    returned = main.child_by_field_name("return_type")
    return syntax.text(returned) if returned is not None else "()"


def _body(syntax: Syntax, main: Node) -> str:
    block = main.child_by_field_name("body")
    return syntax.text(block)[1:-1].strip("\n").rstrip() if block is not None else ""
