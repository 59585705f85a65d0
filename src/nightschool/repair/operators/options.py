"""Operators on methods and fields asked of an Option, Result, reference, iterator or lock instead of what it holds.

Covered: `map`, `and_then`, `as_ref`, `as_deref`, `?`, defaults, `iter`, `lock`, `borrow` between receiver and method;
a call dropped, put in, or exchanged with its usual neighbour. Not covered: misspelt names (names).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.facts import generic_args
from nightschool.repair.operators.mismatch_facts import chain_end, starting_at, wrong_receivers
from nightschool.repair.operators.register import Proposed, insert, repairs, swapped
from nightschool.repair.operators.wrapper_forms import defaults, map_err_calls, ok_or_calls, spot
from nightschool.repair.place import Place
from nightschool.rust.tree_edits import Edit

_HOLDER = re.compile(
    r"for (?:enum|struct|type|reference|opaque type)?\s*`(?:&(?:mut )?)*(?:std::\w+::)*(\w+)<(.*)>`"
    r"|on type `(?:&(?:mut )?)*(?:std::\w+::)*(\w+)<(.*)>`"
)
_ITERATOR = r"^(Iter|IterMut|IntoIter|Map|Filter|FilterMap|Rev|Skip|Take|Zip|Chain|Chars|Lines|Split\w*|Enumerate)$"
BETWEEN = {
    "Mutex": (".lock().unwrap()",), "RwLock": (".read().unwrap()", ".write().unwrap()"), "Arc": (".lock().unwrap()",),
    "RefCell": (".borrow()", ".borrow_mut()"), "Rc": (".borrow()", ".borrow_mut()"), "Cell": (".get()",),
    "Vec": (".iter()", ".iter_mut()", ".len()", "[0]"), "Chars": (".as_str()", ".rev()", ".collect::<String>()"),
    "Ref": ("", ".clone()"), "OnceCell": (".get().unwrap()",), "Weak": (".upgrade().unwrap()",),
    "HashMap": (".iter()", ".values()", ".keys()"), "BTreeMap": (".iter()", ".values()", ".keys()"),
}  # fmt: skip
"""What usually stands between a holder and a method of what it holds."""
ITERATING = (
    ".iter()",
    ".into_iter()",
    ".chars()",
    ".lines()",
    ".iter().copied()",
    ".iter().cloned()",
    ".as_bytes()",
    ".bytes()",
)
CONVERTING = (
    ".to_string()",
    ".as_str()",
    ".as_slice()",
    ".as_ref()",
    ".clone()",
    ".to_vec()",
    ".collect::<Vec<_>>()",
    ".collect::<String>()",
    ".borrow()",
    ".lock().unwrap()",
    ".unwrap()",
)


def holder(place: Place) -> tuple[str, str]:
    """Head and arguments of the type that lacks a method or field; as the label has it where the message is general."""
    found = next((f for d in place.diagnostics if (f := _HOLDER.search(d.message))), None)
    head, inner = (found[1] or found[3], found[2] or found[4]) if found else ("", "")
    texts = (
        [label.text for d in place.diagnostics for label in d.labels] if re.fullmatch(r"[A-Z](, [A-Z])*", inner) else []
    )
    own = re.compile(rf"not found in `(?:&(?:mut )?)*(?:\w+::)*{re.escape(head)}<(.*)>`")
    return head, next((f[1] for text in texts if (f := own.search(text))), inner)


@repairs("E0599 E0609", late=60)
def through_wrapper(place: Place) -> Iterator[Proposed]:
    """`x.m()` on an Option or Result: mapped, defaulted, asked with `?`."""
    head, inner = holder(place)
    if re.search(_ITERATOR, head):
        yield from _each(place)
    if head not in ("Option", "Result"):
        return
    for cost, access, receiver, name in wrong_receivers(place):
        end = chain_end(access)
        for ways in (
            _mapped(place, receiver, access, name),
            _mapped(place, receiver, end, name) if end != access else (),
        ):
            yield from ((cost + more, edits) for more, edits in ways)
        yield from ((cost + 1.2 + more, edits) for more, edits in _if_let(place, access, receiver))
        for number, text in enumerate(_content(place, receiver, head, inner)):
            yield cost + number * 0.4, (insert(receiver.end_byte, text),)


def _each(place: Place) -> Iterator[Proposed]:
    """`.map(|item| item.m())` and the like on an iterator."""
    for cost, access, receiver, _ in wrong_receivers(place):
        rest = place.data[receiver.end_byte : access.end_byte].decode(errors="replace").lstrip()
        for number, way in enumerate(("map", "flat_map", "filter", "filter_map", "all", "any")):
            yield cost + number * 0.5, (Edit(receiver.end_byte, access.end_byte, f".{way}(|item| item{rest})"),)


def _mapped(place: Place, receiver: Node, end: Node, name: Node) -> Iterator[Proposed]:
    """`.map(|value| value.rest)` and its kin; `rest` is the chain up to `end`."""
    rest = place.data[receiver.end_byte : end.end_byte].decode(errors="replace").lstrip()
    test = place.text(name).startswith(("is_", "contains", "starts_with", "ends_with"))
    ways = [".map(", ".as_ref().map(", ".and_then(", ".as_ref().and_then("]
    ways = [".is_some_and(", ".as_ref().is_some_and(", *ways] if test else ways
    for number, way in enumerate(ways):
        for more, after in enumerate(("", ".unwrap_or_default()")) if "map" in way else [(0, "")]:
            yield (
                number * 0.5 + more * 0.3,
                (Edit(receiver.end_byte, end.end_byte, f"{way}|value| value{rest}){after}"),),
            )


def _if_let(place: Place, access: Node, receiver: Node) -> Iterator[Proposed]:
    """A statement on the content: `if let Some(value) = &mut x { value.m(); }`."""
    end = chain_end(access)
    if end.parent is None or end.parent.type != "expression_statement":
        return
    rest = place.data[receiver.end_byte : end.end_byte].decode(errors="replace").lstrip()
    for turn, (mark, wrap) in enumerate((("&mut ", "Some"), ("&", "Some"), ("", "Some"), ("&mut ", "Ok"))):
        text = f"if let {wrap}(value) = {mark}{place.text(receiver)} {{ value{rest}; }}"
        yield turn * 0.4, (Edit(end.start_byte, end.parent.end_byte, text),)


def _content(place: Place, receiver: Node, head: str, inner: str) -> list[str]:
    """What takes the content out, the usual first."""
    here = spot(place, receiver.start_byte, receiver)
    first = ["?"] if here.returns in ("Option", "Result") else []
    kind = generic_args(f"X<{inner}>")[1]
    values = defaults(here, kind[0], 3) if kind else []
    out = [".unwrap_or_default()", *(f".unwrap_or({one})" for one in values)]
    if kind and kind[0] == "String":
        out += ['.as_deref().unwrap_or("")', ".as_deref().unwrap_or_default()"]
    asked = ok_or_calls(here, 6) if head == "Option" else map_err_calls(here, 6)
    asked = [f"{text}?" for text in asked] if here.returns == "Result" else []
    late = [".get_or_insert_with(Default::default)", ".get_or_insert_default()"]
    late += [
        ".as_ref()?",
        ".as_mut()?",
        ".unwrap()",
        ".as_ref().unwrap()",
        ".as_mut().unwrap()",
        ".iter()",
        ".into_iter()",
    ]
    return [*first, *out, *asked, *late]


@repairs("E0599 E0609 E0282", late=60)
def between(place: Place) -> Iterator[Proposed]:
    """What usually stands between a holder and a method of its content: `.lock().unwrap()`, `.iter()`, `.borrow()`."""
    head, _ = holder(place)
    for cost, _access, receiver, _name in wrong_receivers(place):
        known = BETWEEN.get(head, ())
        for number, text in enumerate(dict.fromkeys([*known, *ITERATING, *CONVERTING])):
            yield cost + number * 0.4 + (text not in known) * 0.5, (insert(receiver.end_byte, text),)
        for number, before in enumerate(("*", "&", "&mut ")):
            yield cost + 1 + number, (insert(receiver.start_byte, f"({before}"), insert(receiver.end_byte, ")"))


@repairs("E0599 E0308 E0277 E0614 E0609 E0282 E0610", late=35)
def drop_call(place: Place) -> Iterator[Proposed]:
    """One call or `?` of a chain goes; not the only call of a statement, of which nothing would be left."""
    for call in place.syntax.of("call_expression"):
        function = call.child_by_field_name("function")
        if function is not None and function.type == "generic_function":
            function = function.child_by_field_name("function")
        if function is None or function.type != "field_expression":
            continue
        name, value = function.child_by_field_name("field"), function.child_by_field_name("value")
        cost = None if name is None else place.cost(name.start_byte)
        whole = call.parent is not None and call.parent.type == "expression_statement"
        if cost is not None and value is not None and not (whole and value.type != "call_expression"):
            yield cost, (Edit(value.end_byte, call.end_byte),)
    for node in place.syntax.of("try_expression"):
        cost = place.cost(node.end_byte - 1)
        if cost is not None:
            yield cost, (Edit(node.end_byte - 1, node.end_byte),)


NEIGHBOURS = {
    "map": "and_then filter_map flat_map for_each", "and_then": "map", "filter_map": "map flat_map", "flat_map": "map",
    "filter": "filter_map find", "for_each": "map", "iter": "into_iter iter_mut", "into_iter": "iter drain",
    "get": "get_mut", "first": "last", "ok_or": "ok_or_else", "ok_or_else": "ok_or", "unwrap": "expect",
    "unwrap_or": "unwrap_or_else", "unwrap_or_else": "unwrap_or", "or": "or_else", "or_else": "or", "expect": "unwrap",
    "cloned": "copied", "copied": "cloned", "push": "push_str insert extend", "push_str": "push", "find": "position",
    "position": "find", "chars": "bytes", "bytes": "chars", "sum": "count", "len": "count", "count": "len",
    "min": "min_by", "max": "max_by", "sort": "sort_by", "as_ref": "as_mut as_deref", "map_or": "map_or_else",
    "as_str": "to_string as_ref", "to_string": "as_str to_owned", "contains": "contains_key",
    "contains_key": "contains",
    "is_some": "is_ok", "is_ok": "is_some", "is_none": "is_err", "is_err": "is_none", "append": "extend push_str",
    "extend": "push append", "add": "insert push", "insert": "push", "fold": "try_fold", "nth": "get", "take": "get",
    "unwrap_or_default": "unwrap_or", "any": "all", "starts_with": "contains", "length": "len", "size": "len",
    "substring": "get", "includes": "contains", "toString": "to_string", "lines": "split_whitespace",
}  # fmt: skip
"""What a method is often taken for."""


@repairs("E0599 E0308 E0277 E0282 E0061 E0271", late=40)
def neighbour(place: Place) -> Iterator[Proposed]:
    """A method becomes one it is often taken for."""
    for node in place.syntax.of("field_expression"):
        name = node.child_by_field_name("field")
        cost = None if name is None else place.cost(name.start_byte)
        if name is None or cost is None:
            continue
        for number, other in enumerate(NEIGHBOURS.get(place.text(name), "").split()):
            yield cost + number * 0.5, swapped(name, other)


AFTER = (
    ".copied()",
    ".cloned()",
    ".as_ref()",
    ".as_deref()",
    ".flatten()",
    ".ok()",
    ".into()",
    ".take()",
    ".as_mut()",
    ".iter()",
    ".as_str()",
    ".to_vec()",
    ".len()",
    ".chars()",
    ".lines()",
    ".collect()",
    ".unwrap_or_default()",
    ".is_some()",
    ".is_ok()",
    ".is_none()",
    ".unwrap()",
    ".abs()",
    ".next()",
    ".as_slice()",
    ".as_bytes()",
)


@repairs("E0308 E0277 E0599 E0369 E0614", late=60)
def method_after(place: Place) -> Iterator[Proposed]:
    """A usual method of wrappers, text and collections behind a value."""
    tried: set[int] = set()
    for at in sorted(place.points, key=lambda one: (place.points[one], one)):
        for turn, node in enumerate(starting_at(place, at)[:3]):
            if node.end_byte not in tried:
                tried.add(node.end_byte)
                for number, text in enumerate(AFTER):
                    yield place.points[at] + turn + number, (insert(node.end_byte, text),)
