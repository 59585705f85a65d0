"""Which bounds a message asks for, and how a program spells them.

Covered: traits that rustc quotes, that operators and methods need, traits of the file, the usual ones, and sets that go
together. Not covered: where they go (`bounds`).
"""

from __future__ import annotations

import re

from nightschool.repair.operators.item_facts import last_name
from nightschool.repair.place import Place

PATHS = {
    "Display": "std::fmt::Display", "Debug": "std::fmt::Debug", "Hash": "std::hash::Hash", "Sum": "std::iter::Sum",
    "Product": "std::iter::Product", "FromStr": "std::str::FromStr", "Error": "std::error::Error",
    "Add": "std::ops::Add<Output = {}>", "Sub": "std::ops::Sub<Output = {}>", "Mul": "std::ops::Mul<Output = {}>",
    "Div": "std::ops::Div<Output = {}>", "Rem": "std::ops::Rem<Output = {}>", "Neg": "std::ops::Neg<Output = {}>",
    "Not": "std::ops::Not<Output = {}>", "AddAssign": "std::ops::AddAssign", "SubAssign": "std::ops::SubAssign",
    "MulAssign": "std::ops::MulAssign", "Borrow": "std::borrow::Borrow", "Index": "std::ops::Index<usize>",
    "Write": "std::io::Write", "Read": "std::io::Read", "BufRead": "std::io::BufRead",
    "Deref": "std::ops::Deref",
}  # fmt: skip
"""Traits outside the prelude and how a bound spells them; `{}` is the parameter."""
OPERATIONS = {
    "+": "Add", "-": "Sub", "*": "Mul", "/": "Div", "%": "Rem", "+=": "AddAssign", "-=": "SubAssign",
    "*=": "MulAssign", "==": "PartialEq", "!=": "PartialEq", "<": "PartialOrd", ">": "PartialOrd",
    "<=": "PartialOrd", ">=": "PartialOrd",
}  # fmt: skip
WORDS = {
    "cannot add": "Add", "cannot subtract": "Sub", "cannot multiply": "Mul", "cannot divide": "Div",
    "remainder": "Rem", "unary operator `-`": "Neg", "can't compare": "PartialEq", "add-assign": "AddAssign",
    "doesn't implement `std::fmt::Display`": "Display", "doesn't implement `Debug`": "Debug",
    "cannot be sent": "Send", "cannot be shared": "Sync", "move occurs": "Clone", "moved": "Clone",
}  # fmt: skip
"""What messages say of traits without naming them."""
METHODS = {
    "clone": "Clone", "to_string": "Display", "cmp": "Ord", "max": "Ord", "min": "Ord", "sort": "Ord",
    "eq": "PartialEq", "partial_cmp": "PartialOrd", "contains": "PartialEq", "hash": "Hash",
    "sum": "Sum", "parse": "FromStr",
    "as_ref": "AsRef<str>", "into": "Into<String>", "default": "Default", "to_owned": "Clone",
    "dedup": "PartialEq", "to_vec": "Clone", "next": "Iterator", "source": "Error", "write_all": "Write",
}  # fmt: skip
"""Methods and the traits that make them callable."""
KEYS = {
    "HashMap": ("Eq", "Hash"), "HashSet": ("Eq", "Hash"), "BTreeMap": ("Ord",), "BTreeSet": ("Ord",),
    "BinaryHeap": ("Ord",),
}  # fmt: skip
"""What collections ask of their keys; rustc says it in notes alone."""
USUAL = ("Copy", "Clone", "PartialOrd", "PartialEq", "Ord", "Display", "Debug", "Default", "Eq", "Hash")
SETS = (
    ("'static",), ("Send", "'static"), ("Hash", "Eq"), ("Eq", "Hash"), ("Ord", "Clone"), ("PartialOrd", "Copy"),
    ("Add", "Copy"), ("Mul", "Copy"), ("Clone", "PartialEq"), ("Add", "Default", "Copy"), ("Add", "Default"),
    ("Sync", "Send", "'static"), ("?Sized",), ("Add", "Mul", "Copy"), ("Clone", "Ord"), ("Sum", "Copy"),
)  # fmt: skip
"""Bounds that are often needed together."""
PAIR = re.compile(r"`([\w:<> ]+?): ([A-Z]\w*(?:::\w+)*(?:<[^`]*>)?|\w+::[\w:]+(?:<[^`]*>)?|'\w+)`")


def spelt(place: Place, trait: str, name: str) -> str:
    """A trait as a bound spells it: its path unless the file imports it."""
    if "<" in trait or ("::" in trait and last_name(trait) not in PATHS):
        return trait
    short = last_name(trait)
    full = PATHS.get(short, short)
    if place.item(short, "trait_item") is not None:
        return short
    if short in place.syntax.imported:
        return short + full[full.index("<") :].format(name) if "<" in full else short
    return full.format(name)


def bound_groups(place: Place) -> list[tuple[float, tuple[str, ...]]]:
    """(cost, bounds) worth adding: quoted ones together and alone, needed by operators, traits of the file, usual."""
    quoted = quoted_traits(place)
    own = [place.syntax.name(node) for node in place.syntax.of("trait_item")]
    text = "\n".join(place.line_text(line) for line in place.lines)
    called = [METHODS[word] for word in re.findall(r"\.(\w+)\(|::(\w+)\(", text) for word in word if word in METHODS]
    found: dict[tuple[str, ...], float] = {}
    for container, bounds in KEYS.items():
        if f"{container}<" in place.message:
            found[bounds] = 0.0
    if len(quoted) > 1:
        found[tuple(quoted[:4])] = 0.2
    for cost, names in ((0.0, quoted), (1.0, called), (2.0, own), (2.5, USUAL)):
        for name in names:
            found.setdefault((name,), cost)
    for group in SETS:
        met = any(last_name(one) in map(last_name, quoted) for one in group)
        found.setdefault(group, 1.0 if met or _lives(place, group) else 4.0)
    return sorted(((cost, group) for group, cost in found.items()), key=lambda one: one[0])


def _lives(place: Place, group: tuple[str, ...]) -> bool:
    return "'static" in group and ("E0310" in place.codes or "'static" in place.message)


def quoted_traits(place: Place) -> list[str]:
    """Traits that the messages name, in their order."""
    found = [OPERATIONS[mark] for mark in re.findall(r"operation `([^`]+)`", place.message) if mark in OPERATIONS]
    found += [trait for words, trait in WORDS.items() if words in place.message]
    found += [right for _, right in PAIR.findall(place.message)]
    known = {*PATHS, *USUAL, *(place.syntax.name(node) for node in place.syntax.of("trait_item"))}
    known |= {"Send", "Sync", "Sized", "Ord", "Iterator", "IntoIterator", "Fn", "FnMut", "Unpin"}
    for text in place.quoted:
        if last_name(text) in known:
            found.append(text if "<" in text else last_name(text))
    short = [
        last_name(one) if last_name(one) in known and not re.search("<(?!.*Output)", one) else one for one in found
    ]
    return [one for one in dict.fromkeys(short) if one not in ("Sized", "Fn", "FnMut")]


def _short(trait: str, known: set[str]) -> str:
    """A trait without its path if it is well known, with its arguments if they matter."""
    plain = last_name(trait) in known and not re.search("<(?!.*Output)", trait)
    return last_name(trait) if plain else trait
