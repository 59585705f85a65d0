"""Operators on what crosses threads: counted references, cells and boxes that are not `Send` or `Sync`.

Covered: `Rc` to `Arc`, `RefCell` and `Cell` to `Mutex`, `RwLock` and atomics with their calls and imports, in the whole
file; `Send` and `Sync` on trait objects, generic parameters and own traits. Not covered: guards across `.await`
(`statements`), scoped threads (`captures`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from nightschool.repair.operators.register import Proposed, insert, repairs
from nightschool.repair.place import Place
from nightschool.rust.tree import Syntax, child, enclosing
from nightschool.rust.tree_edits import Edit

CROSSES = re.compile(r"sent between threads|shared between threads|is not `Sync`|is not `Send`|Send|Sync")
INNER = r"(?:[^()]|\((?:[^()]|\([^()]*\))*\))*"
"""What may stand between the parentheses of a call."""
LOCKS = {
    "Mutex": (r".lock().unwrap()", r".lock().unwrap()"),
    "RwLock": (r".read().unwrap()", r".write().unwrap()"),
}


@repairs("E0277 E0599 E0308 none", late=200)
def shared_across_threads(place: Place) -> Iterator[Proposed]:
    """`Rc<RefCell<T>>` becomes `Arc<Mutex<T>>` or `Arc<RwLock<T>>` in the whole file."""
    if not re.search(r"\b(Rc|RefCell|Cell)\b", place.source) or not CROSSES.search(place.message):
        return
    counted = renamed(place.source, "Rc", "Arc")
    texts = [(0.0, counted), (0.05, _sendable(counted))] if counted != place.source else []
    for late, (lock, calls) in enumerate(LOCKS.items()):
        for base, more in ((counted, 0.1), (place.source, 0.6)):
            if re.search(r"\bRefCell\b", base):
                texts.append((late * 0.5 + more, _locked(base, "RefCell", lock, calls)))
            if re.search(r"\bCell\b", base):
                texts.append((late * 0.5 + more + 0.3, _cell(base, lock, calls)))
    for cost, text in texts:
        yield cost, difference(place, text)


def renamed(source: str, name: str, new: str) -> str:
    """A type of the standard library under another name, with its import."""
    if not re.search(rf"\b{name}\b", source):
        return source
    text = without_import(source, name)
    text = re.sub(rf"\b(?:std::)?(?:rc|cell)::{name}\b", f"std::sync::{new}", text)
    text = re.sub(rf"\b{name}\b(?=\s*(?:<|::|\())", new, text)
    return _imported(text, new)


def _sendable(source: str) -> str:
    """The program with trait objects behind `Arc` that may cross threads."""
    data = source.encode()
    for node in reversed(Syntax(source).of("dynamic_type")):
        outer = node.parent.parent if node.parent is not None and node.parent.type == "type_arguments" else None
        if outer is not None and data[outer.start_byte : outer.end_byte].startswith(b"Arc<"):
            data = data[: node.end_byte] + b" + Send + Sync" + data[node.end_byte :]
    return data.decode(errors="replace")


def without_import(source: str, name: str) -> str:
    """The program without the import of a name of `std::rc` or `std::cell`."""
    text = re.sub(rf"^use std::(?:rc|cell)::{name};\r?\n", "", source, flags=re.M)
    text = re.sub(rf"^(use std::(?:rc|cell)::\{{[^}}]*?)\b{name}\b(?:, )?", r"\1", text, flags=re.M)
    text = re.sub(r"^use std::(?:rc|cell)::\{\s*\};\r?\n", "", text, flags=re.M)
    return re.sub(rf"\b(?:rc|cell)::{name}(?:, |(?=\}}))", "", text)


def _imported(text: str, name: str) -> str:
    """The program with an import of a name of `std::sync`, beside what it imports from there."""
    bare = re.sub(rf"std::sync::{name}\b(?!;)", "", text)
    if not re.search(rf"\b{name}\b", bare) or re.search(rf"use std::(?:sync::)?(?:\{{[^;]*)?\b{name}\b", text):
        return text
    grouped = re.search(r"^use std::sync::\{", text, flags=re.M)
    if grouped:
        return f"{text[: grouped.end()]}{name}, {text[grouped.end() :]}"
    at = re.match(r"(?:\ufeff|\s|//[^\n]*\n|#!\[[^\]]*\])*", text)
    start = at.end() if at else 0
    return f"{text[:start]}use std::sync::{name};\n{text[start:]}"


def held(source: str, cell: str) -> list[str]:
    """Names of fields, parameters and variables that hold a cell, behind a counted reference too."""
    outer = r"(?:&\s*)?(?:(?:\w+::)*(?:Rc|Arc)<)?(?:\w+::)*"
    found = re.findall(rf"\b(\w+)\s*:\s*{outer}{cell}<|let (\w+) = (?:\w+::new\()*{cell}::new\(", source)
    return list(dict.fromkeys(one or other for one, other in found))


def _locked(source: str, cell: str, lock: str, calls: tuple[str, str]) -> str:
    text = re.sub(r"\.borrow\(\)", calls[0], re.sub(r"\.borrow_mut\(\)", calls[1], source))
    text = re.sub(r"\.into_inner\(\)(?!\.)", ".into_inner().unwrap()", text)
    for name in held(source, cell):
        at = rf"((?:\w+\.)*\b{re.escape(name)})"
        text = re.sub(rf"{at}\.replace\(({INNER})\)", rf"std::mem::replace(&mut *\1{calls[1]}, \2)", text)
        text = re.sub(rf"{at}\.take\(\)", rf"std::mem::take(&mut *\1{calls[1]})", text)
    return renamed(text, cell, lock)


def _cell(source: str, lock: str, calls: tuple[str, str]) -> str:
    """`x.set(v)` and `x.get()` of a `Cell` through a lock, which is never taken twice in one statement."""
    text = re.sub(rf"([\w.]+)\.set\(\1\.get\(\) ([-+*/%]) ({INNER})\)", rf"*\1{calls[1]} \2= \3", source)
    read = rf"([\w.]+)\.set\(((?:(?!\.set\()[^;])*?\1\.get\(\){INNER})\);"
    text = re.sub(read, rf"let value = \2;\n*\1{calls[1]} = value;", text)
    text = re.sub(rf"([\w.]+)\.set\(({INNER})\)", rf"*\1{calls[1]} = \2", text)
    text = re.sub(r"([\w.]+)\.get\(\)", rf"*\1{calls[0]}", text)
    last = rf"^([ \t]*)(\*\w+{re.escape(calls[0])})$(?=\s*\}})"
    text = re.sub(last, r"\1let value = \2;\n\1value", text, flags=re.M)  # no guard outlives what it locks
    return renamed(text, "Cell", lock)


def difference(place: Place, text: str) -> tuple[Edit, ...]:
    """The lines that differ as one edit."""
    old, new = place.data, text.encode()
    head = 0
    while head < min(len(old), len(new)) and old[head] == new[head]:
        head += 1
    end = 0
    while end < min(len(old), len(new)) - head and old[-1 - end] == new[-1 - end]:
        end += 1
    while head and (old[head - 1] >= 0x80):
        head -= 1
    while end and old[len(old) - end] >= 0x80:
        end -= 1
    middle = new[head : len(new) - end]
    return (Edit(head, len(old) - end, middle.decode(errors="replace")),)


@repairs("E0277 E0310 E0308 none", late=100)
def send_bound(place: Place) -> Iterator[Proposed]:
    """`dyn Trait` and `impl Trait` get `+ Send` (and `Sync`, `'static`), one, or all of a trait together."""
    if not re.search(r"between threads|`Send`|`Sync`|Send|Sync", place.message):
        return
    sync = "Sync" in place.message or "shared between" in place.message
    forms = (" + Send + Sync", " + Sync", " + Send") if sync else (" + Send", " + Send + 'static", " + Send + Sync")
    ends = [
        node.parent if node.parent is not None and node.parent.type == "bounded_type" else node
        for node in place.syntax.of("dynamic_type", "abstract_type")
    ]
    for turn, form in enumerate(forms):
        for node in ends:
            cost = place.near(node)
            yield (1.5 if cost is None else cost) + turn * 0.4, (insert(node.end_byte, form),)
        if len(ends) > 1:
            yield 0.5 + turn * 0.4, tuple(insert(end, form) for end in sorted({node.end_byte for node in ends}))


@repairs("E0277 none", late=100)
def send_supertrait(place: Place) -> Iterator[Proposed]:
    """`trait Job` becomes `trait Job: Send`."""
    if not re.search(r"between threads|`Send`|`Sync`", place.message):
        return
    word = "Send + Sync" if "shared between" in place.message or "`Sync`" in place.message else "Send"
    for item in place.syntax.of("trait_item"):
        bounds = child(item, "trait_bounds")
        name = item.child_by_field_name("type_parameters") or item.child_by_field_name("name")
        if place.syntax.name(item) in place.message and name is not None and enclosing(item, "function_item") is None:
            at = bounds.end_byte if bounds is not None else name.end_byte
            yield 0.5, (insert(at, f" + {word}" if bounds is not None else f": {word}"),)
