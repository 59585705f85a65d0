"""Operators on errors without a code: single marks missing, too many or wrong, reserved words and prefixes.

Covered: marks that rustc expects, at the place it names and before; `gen` and other reserved names; prefixes of
strings; unclosed brackets. Not covered: errors without a code about lifetimes.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from nightschool.repair.operators.register import Proposed, insert, repairs, swapped
from nightschool.repair.place import Place
from nightschool.rust.tree_edits import Edit

MARKS = (";", ",", ")", "}", "{", "(", "]", ">", ":", "=", "=>", "->", "::", "|", "&", ".", "..", "!", "mut", "let",
         "fn", "_", "else", "in", "pub", "dyn", "#")  # fmt: skip
"""Marks and words whose lack rustc reports, the likely first."""
SWAPS = {
    "=": ("==", ":", "=>"), "==": ("=",), ":": ("=", "::", ","), "::": (":", "."), ".": ("::", ","), ";": (",", ""),
    ",": (";", ".", ""), "=>": ("->", "="), "->": ("=>", ":"), "&&": ("&",), "and": ("&&",), "or": ("||",),
    "not": ("!",),
    "===": ("==",), "!==": ("!=",), "<>": ("!=",), "++": ("+= 1",), "--": ("-= 1",), "elif": ("else if",),
    "def": ("fn",),
    "func": ("fn",), "function": ("fn",), "fun": ("fn",), "var": ("let mut",), "const": ("let",), "public": ("pub",),
    "class": ("struct",), "interface": ("trait",), "switch": ("match",), "null": ("None",), "auto": ("let",),
    "val": ("let",), "elseif": ("else if",), "foreach": ("for",), "import": ("use",), "static": ("let",), "(": ("{",),
    ")": ("}", ""), "}": ("", ")"), "{": ("(", ""), "]": (")", ""), "while": ("loop",), "mut": ("",), "let": ("",),
    "|": ("||",), "||": ("|",), "<": ("::<",), "~": ("!",), "...": ("..=",), "..": ("..=",), "extend": ("impl",),
}  # fmt: skip
"""What a mark or a word of another language is taken for."""
_TOKEN = re.compile(r"\w+|===|!==|=>|->|::|==|\+\+|--|<>|&&|\|\||\.\.\.|\.\.|\S")
_RESERVED = re.compile(
    r"`(gen|async|await|dyn|try|abstract|become|box|do|final|macro|override|priv|typeof|unsized|virtual|yield|"
    r"type|match|ref|move|in|use|fn|loop|impl|where|mod|trait|enum|struct|static|const|as|pub|let)`"
)


@repairs("none", late=400)
def mark(place: Place) -> Iterator[Proposed]:
    """A mark that rustc expects is put at the place it names or before; one that is there goes or becomes another."""
    if not _is_syntax(place):
        return
    expected = [one for one in place.quoted if one in MARKS]
    marks = list(dict.fromkeys([*expected, *MARKS]))
    for point, cost in sorted(place.points.items(), key=lambda one: one[1])[:4]:
        before = len(place.data[:point].rstrip())
        token = _TOKEN.match(place.data[point : point + 40].decode(errors="replace"))
        for rank, text in enumerate(marks):
            late = cost + rank * 0.2 + (0 if text in expected else 1.5)
            gap = " " if text.isalpha() or text in ("=", "=>", "->", "{", "}", "else") else ""
            yield late, (insert(before, gap + text),)
            if before != point or gap:
                yield late + 0.3, (insert(point, text + gap),)
        if token is not None:
            end = point + len(token[0].encode())
            for rank, text in enumerate((*SWAPS.get(token[0], ()), "")):
                yield cost + 0.2 + rank * 0.3, (Edit(point, end, text),)


def _is_syntax(place: Place) -> bool:
    """Whether rustc could not read the program."""
    first = (one.message for one in place.diagnostics if one.code is None)
    return any(
        re.match(r"(un)?expected|missing|invalid|`\W+` is not|leading|trailing|found|comparison|struct lit", text)
        for text in first
    )


@repairs("none", late=400)
def mark_before(place: Place) -> Iterator[Proposed]:
    """The token before the named place goes or becomes another."""
    if not _is_syntax(place):
        return
    for point, cost in sorted(place.points.items(), key=lambda one: one[1])[:3]:
        line = place.data[:point].decode(errors="replace")
        tokens = list(_TOKEN.finditer(line[-200:]))
        if tokens:
            start = point - len(line[-200:][tokens[-1].start() :].encode())
            end = start + len(tokens[-1][0].encode())
            for rank, text in enumerate((*SWAPS.get(tokens[-1][0], ()), "")):
                yield cost + 0.4 + rank * 0.3, (Edit(start, end, text),)


@repairs("none E0425 E0433", late=400)
def reserved_name(place: Place) -> Iterator[Proposed]:
    """A name that is a reserved word becomes a raw name or gets an underscore, at every place."""
    words = dict.fromkeys(_RESERVED.findall(place.message))
    for rank, word in enumerate(words):
        if "keyword" not in place.message:
            continue
        pattern = re.compile(rf"(?<![\w#']){word}(?!\w)")
        spots = [found.start() for found in pattern.finditer(place.source)]
        offsets = [len(place.source[:at].encode()) for at in spots]
        named = [at for at in offsets if place.cost(at) is not None]
        size = len(word)
        for more, text in enumerate((f"r#{word}", f"{word}_")):
            yield rank + more * 0.5, tuple(Edit(at, at + size, text) for at in offsets)
            yield rank + 0.2 + more * 0.5, tuple(Edit(at, at + size, text) for at in named)


@repairs("none", late=400)
def reserved_prefix(place: Place) -> Iterator[Proposed]:
    """`f"{x}"` becomes `format!("{x}")`; a space parts a name from the string or `#` after it, or the prefix goes."""
    if "prefix" not in place.message and "reserved" not in place.message:
        return
    for found in re.finditer(r'(?<![\w#])([A-Za-z_]\w*)(#?)(?="|\'|\w)', place.source):
        at = len(place.source[: found.start()].encode())
        end = at + len(found[1].encode())
        if place.cost(at) is None or (not found[2] and place.source[found.end() : found.end() + 1] not in ('"', "'")):
            continue
        yield 0.2, (insert(end, " "),)
        yield 0.6, (Edit(at, end + len(found[2]), ""),)
        closing = place.source.find('"', found.end() + 1)
        if found[1] in ("f", "s", "format", "F") and closing > 0:
            stop = len(place.source[: closing + 1].encode())
            yield 0, (Edit(at, end, "format!("), insert(stop, ")"))
    for found in re.finditer(r'#+(?=["#])', place.source):
        at = len(place.source[: found.start()].encode())
        if place.cost(at) is not None:
            yield 0.4, (insert(at + 1, " "),)


@repairs("none", late=400)
def close_bracket(place: Place) -> Iterator[Proposed]:
    """An unclosed bracket is closed at the end of a line near the place, or at the end; a closing one too many goes."""
    if not re.search(r"unclosed|unexpected closing|mismatched closing|delimiter", place.message):
        return
    closing = {"(": ")", "{": "}", "[": "]"}
    open_ones = [place.data[point : point + 1].decode(errors="replace") for point in place.points]
    texts = [closing[one] for one in open_ones if one in closing] or [")", "}", "]"]
    lines = sorted({line + more for line in place.lines for more in range(-1, 6)})
    for rank, text in enumerate(dict.fromkeys(texts)):
        yield 0.5, (insert(len(place.data.rstrip()), f"\n{text}"),)
        for order, line in enumerate(lines):
            shown = place.line_text(line) if line > 0 else ""
            if not shown.strip():
                if line > 0 and text == "}":
                    yield 1 + order * 0.2, (insert(place.line_start(line), f"{text}\n"),)
                continue
            end = place.line_start(line) + len(shown.rstrip().encode())
            last = shown.rstrip()[-1]
            at = end - 1 if last in ";,{?" else end
            yield rank * 0.3 + order * 0.2, (insert(at, text),)
            yield rank * 0.3 + order * 0.2 + 0.5, (insert(end, text),)
    for point, cost in place.points.items():
        if place.data[point : point + 1] in (b")", b"}", b"]"):
            yield cost + 0.3, (Edit(point, point + 1, ""),)
            for text in closing.values():
                yield cost + 0.5, (Edit(point, point + 1, text),)


@repairs("none E0423 E0618", late=400)
def macro_mark(place: Place) -> Iterator[Proposed]:
    """`println("..")` and `vec[..]` get the `!` of a macro."""
    names = (
        "println",
        "print",
        "format",
        "vec",
        "panic",
        "assert",
        "assert_eq",
        "write",
        "writeln",
        "eprintln",
        "matches",
    )
    for node in place.syntax.of("identifier"):
        if (
            place.text(node) in names
            and place.near(node) is not None
            and place.data[node.end_byte : node.end_byte + 1] != b"!"
        ):
            yield 0, (insert(node.end_byte, "!"),)
    for node in place.syntax.of("macro_invocation"):
        if place.near(node) is not None and "cannot find macro" in place.message:
            name = node.child_by_field_name("macro")
            if name is not None:
                yield 0.5, (Edit(name.end_byte, name.end_byte + 1, ""),)
                yield 1, swapped(name, place.text(name).removesuffix("ln"))
