"""Expressions that a developer would likely write for a value of a type, and for an error, in one place of a program.

Covered: names in scope of that type and what converts to it, constants, plain values; error values that the file
uses elsewhere, in the order of their use, then constructors of its error types. Not covered: which of them is meant.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from tree_sitter import Node

from nightschool.repair.at_hand import near_first
from nightschool.repair.facts import (
    NUMBER,
    Local,
    Variant,
    constructors,
    error_types,
    generic_args,
    has_self,
    implemented,
    parameters,
    plain,
    return_type,
    variants,
)
from nightschool.repair.place import Place
from nightschool.rust.tree import enclosing
from nightschool.rust.tree_edits import method_calls

PLAIN = {
    "String": ("String::new()",), "str": ('""',), "bool": ("false", "true"), "char": ("' '",), "Option": ("None",),
    "Vec": ("Vec::new()",), "HashMap": ("HashMap::new()",), "HashSet": ("HashSet::new()",), "()": ("()",),
    "BTreeMap": ("BTreeMap::new()",), "BTreeSet": ("BTreeSet::new()",), "VecDeque": ("VecDeque::new()",),
    "f64": ("0.0", "1.0"), "f32": ("0.0", "1.0"),
    "Ordering": ("Ordering::Equal", "Ordering::Less", "Ordering::Greater"),
}  # fmt: skip
"""Values of well-known types, by the head of the type."""
_USED = ("ok_or", "ok_or_else", "map_err")


def plain_values(place: Place, kind: str) -> list[str]:
    """Values of a type that need nothing at hand, the usual first."""
    head, args = generic_args(plain(kind))
    borrowed = kind.strip().startswith("&") and head != "str"
    if NUMBER.fullmatch(head) and head[0] != "f":
        found = ["0", "1"]
    elif head == "Result" and args and args[0] == "()":
        found = ["Ok(())"]
    elif head == "Result" and args:
        found = [f"Ok({value})" for value in plain_values(place, args[0])[:1]]
    elif head in PLAIN:
        found = list(PLAIN[head])
    else:
        found = [f"{head}::{v.name}" for v in variants(place, place.item(head)) if not v.shape and head != v.name]
        found += [f"{head}::new()" for one in constructors(place, head) if place.syntax.name(one) == "new"][:1]
        found += ["Default::default()"] if head and head[:1].isupper() and len(head) > 1 else []
    return [f"&{one}" for one in found] if borrowed else found


def from_scope(kind: str, names: Sequence[Local]) -> list[str]:
    """Names in scope of a type, then what one step converts to it."""
    bare, want = plain(kind), kind.strip()
    same = [one.name for one in names if one.type.strip() == want]
    found = list(same)
    for one in names:
        if want.startswith("&") and (one.type == bare or (bare == "str" and plain(one.type) == "String")):
            found.append(f"&{one.name}")
        elif plain(one.type) == bare and one.type.startswith("&") and not want.startswith("&"):
            found.append(
                f"*{one.name}" if NUMBER.fullmatch(bare) or bare in ("bool", "char") else f"{one.name}.clone()"
            )
    if want == "String":
        found += [f"{one.name}.to_string()" for one in names if plain(one.type) in ("str", "String")]
    if NUMBER.fullmatch(want):
        found += [f"{one.name} as {want}" for one in names if NUMBER.fullmatch(plain(one.type)) and one.type != want]
    return list(dict.fromkeys(found))


def constants_of(place: Place, kind: str) -> list[str]:
    """Constants and statics of a type, by the type that holds them where one does."""
    found = place.syntax.of("const_item", "static_item")
    fitting = [node for node in found if plain(place.syntax.field(node, "type")) == plain(kind)]
    owners = [implemented(place, node) for node in fitting]
    names = [place.syntax.name(node) for node in fitting]
    return [f"{owner}::{name}" if owner else name for owner, name in zip(owners, names, strict=True)]


def likely_values(place: Place, kind: str, names: Sequence[Local], most: int = 8) -> list[str]:
    """Expressions for a value of the type: from scope, constants, plain values."""
    said = documented(place, names, kind)
    found = [*from_scope(kind, names)[:4], *said, *constants_of(place, kind), *plain_values(place, kind)]
    return list(dict.fromkeys(found))[:most]


def documented(place: Place, names: Sequence[Local], kind: str) -> list[str]:
    """Numbers and quoted texts that the comments of the named function mention, as values of a type."""
    said = _comments(place)
    if NUMBER.fullmatch(kind):
        found = re.findall(r"(?<![\w.])\d[\d_]*(?:\.\d+)?(?![\w])", said)
        return [f"{one}.0" if kind[0] == "f" and "." not in one else one for one in dict.fromkeys(found)][:3]
    texts = re.findall(r"[\"`]([\w -]+)[\"`]", said)
    texts = [f'"{one}"' for one in dict.fromkeys(texts) if one not in {name.name for name in names}][:3]
    if plain(kind) == "str":
        return texts
    return [f"{one}.to_string()" for one in texts] if kind == "String" else []


def _comments(place: Place) -> str:
    """Comments directly above and in the named function."""
    node = place.function
    found = [place.text(one) for one in place.syntax.of("line_comment") if node is not None and one.parent is not None
             and node.start_byte <= one.start_byte < node.end_byte]  # fmt: skip
    before = node.prev_named_sibling if node is not None else None
    while before is not None and before.type in ("line_comment", "attribute_item", "block_comment"):
        found.append(place.text(before))
        before = before.prev_named_sibling
    return "\n".join(found)


def used_errors(place: Place) -> list[str]:
    """Error values the file uses in `Err(..)`, `ok_or(..)` and `map_err(|..| ..)`, the most used first."""
    counted: Counter[str] = Counter()
    for node in place.syntax.of("call_expression"):
        arguments = node.child_by_field_name("arguments")
        if (
            place.syntax.field(node, "function") == "Err"
            and arguments is not None
            and len(arguments.named_children) == 1
        ):
            counted[place.text(arguments.named_children[0])] += 1
    for call, _, name in method_calls(place.syntax, *_USED):
        arguments = call.child_by_field_name("arguments")
        for node in arguments.named_children if arguments is not None else ():
            counted[_called_with(re.sub(r"^\|[^|]*\|\s*", "", place.text(node)), node, name)] += 1
    return [text for text, _ in counted.most_common() if len(text) > 1 and "\n" not in text and "return" not in text]


def _called_with(text: str, node: Node, method: str) -> str:
    """What a function handed to `map_err` or `ok_or_else` by its path gives: `E::Read` stands for `E::Read(e)`."""
    by_path = node.type in ("scoped_identifier", "identifier") and method != "ok_or"
    return text + ("(e)" if method == "map_err" else "()") if by_path else text


@dataclass(frozen=True, slots=True)
class AtHand:
    """What an error value may be made from."""

    names: Sequence[Local]
    caught: str = ""
    """Name of an error, as in `map_err(|caught| ..)`."""
    subject: str = ""
    """What was read or looked up when the error came up: `text` of `text.parse()`."""


def error_values(place: Place, at: int, hand: AtHand, most: int = 16) -> list[str]:
    """Expressions of error values for a place: used ones whose names are in scope, then constructors of error types."""
    names, caught = hand.names, hand.caught
    function = place.function_at(at)
    types = error_types(place, function)
    known = {one.name for one in names} | {caught}
    used = [one for one in used_errors(place) if _closed(one, known)]
    own = return_type(place, function)
    head, args = generic_args(own)
    wanted = args[1] if head == "Result" and len(args) == 2 else (types[0] if types else "String")
    fitting = [one for one in used if _fits(place, one, wanted)]
    made = [one for kind in dict.fromkeys([wanted, *types]) for one in made_errors(place, kind, hand)]
    found = [*fitting, *made, *used]
    return list(islice(dict.fromkeys(found), most))


def _closed(text: str, known: set[str]) -> bool:
    """Whether all the plain lower-case names of an expression are in scope."""
    bare = re.sub(r'"(?:[^"\\]|\\.)*"', lambda found: " ".join(re.findall(r"\{(\w+)", found[0])), text)
    names = re.findall(r"(?<![\w.:])([a-z_]\w*)(?!\w|\(|!|::|:)", bare)
    return all(name in known or name in ("self", "as", "mut", "ref", "usize", "str") for name in names)


def _fits(place: Place, text: str, kind: str) -> bool:
    """Whether an error value looks to be of a type."""
    head = generic_args(plain(kind))[0]
    if head == "String":
        return bool(re.search(r"^format!|to_string\(\)$|^String::|to_owned\(\)$|\.into\(\)$", text))
    if plain(kind) == "str":
        return text.startswith('"') and text.endswith('"')
    if head == "Box":
        return text.endswith(".into()") or text.startswith("Box::new")
    item = place.item(head)
    return text.startswith((f"{head}::", f"{head}(", f"{head} {{", "Self::")) or (item is None and text == head)


def made_errors(place: Place, kind: str, hand: AtHand) -> list[str]:
    """Values of an error type: each variant or constructor with likely arguments."""
    caught = hand.caught
    head, _ = generic_args(plain(kind))
    if head == "String":
        return [f"{caught}.to_string()"] if caught else ['"missing value".to_string()']
    if plain(kind) == "str":
        return ['"missing value"']
    if head == "Box":
        return [f"Box::new({caught})", f"{caught}.into()"] if caught else ['"missing value".into()']
    item = place.item(head)
    if item is None:
        return ["()"] if head == "()" else []
    listed = variants(place, item)
    bare = [f"{head}::{one.name}" for one in listed if not one.shape and item.type == "enum_item"]
    full = [text for one in listed if one.shape for text in _filled(place, head, item, one, hand)]
    full.sort(key=lambda text: not (caught and re.search(rf"(?<![\w.]){caught}(?![\w.(])", text)))
    calls = [text for one in constructors(place, head) for text in _called(place, head, one, hand)]
    return [*full, *calls, *bare] if caught else [*bare, *full, *calls]


def _filled(place: Place, head: str, item: Node, one: Variant, hand: AtHand) -> Iterator[str]:
    path = head if item.type == "struct_item" else f"{head}::{one.name}"
    choices = [_argument(place, field.type, field.name, hand) for field in one.fields]
    for turn in range(min(2, max(map(len, choices), default=1))):
        picked: list[str] = []
        for choice in choices:  # no value twice where another is at hand
            left = [value for value in choice if value not in picked or value[:1].isdigit()]
            picked.append((left or choice)[min(turn, len(left or choice) - 1)])
        yield one.call(path, {field.name: value for field, value in zip(one.fields, picked, strict=True)})


def _called(place: Place, head: str, one: Node, hand: AtHand) -> Iterator[str]:
    given = [_argument(place, local.type, local.name, hand)[0] for local in parameters(place, one)]
    if not has_self(place, one) and enclosing(one, "trait_item") is None:
        yield f"{head}::{place.syntax.name(one)}({', '.join(given)})"


def _argument(place: Place, kind: str, name: str, hand: AtHand) -> list[str]:
    """Likely arguments for a field or parameter: the name itself if in scope, the error at hand, then by type."""
    near = near_first(place, kind, name, hand)
    found = [*near, *from_scope(kind, hand.names), *constants_of(place, kind), *plain_values(place, kind)]
    return list(dict.fromkeys(found)) or ["Default::default()"]
