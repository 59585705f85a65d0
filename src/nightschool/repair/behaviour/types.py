"""Rust types as the syntax tree shows them: read, written back without lifetimes, and filled in for generics.

Covered: paths with arguments, references, slices, arrays, tuples, function types, `impl` and `dyn` bounds,
associated bindings such as `Item = u8`. Not covered: name resolution beyond the last segment of a path, projections
(`T::Item`) and macros as types; those keep their text and nothing is known of them.
Source: the tree-sitter-rust grammar.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace

from tree_sitter import Node

REF, MUT, SLICE, ARRAY, TUPLE, FUNCTION = "&", "&mut", "[]", "[;]", "()", "fn"
CLOSURES = frozenset({"Fn", "FnMut", "FnOnce", FUNCTION})
NOT_TYPES = frozenset(
    {"lifetime", "mutable_specifier", "visibility_modifier", "attribute_item", "type_parameters", "for_lifetimes"}
    | {"line_comment", "block_comment"}
)
"""Nodes among a list of types that are none."""
MARKERS = frozenset({"Send", "Sync", "Unpin", "UnwindSafe", "RefUnwindSafe"})
BOUNDED = frozenset({"impl", "dyn"})


@dataclass(frozen=True, slots=True)
class Type:
    """One type, without its lifetimes."""

    name: str
    """Last segment of a path, or one of the marks above; `impl` and `dyn` have their bounds as arguments."""
    args: tuple[Type, ...] = ()
    """Of function types the parameters and then the result."""
    detail: str = ""
    """Path before the last segment with `::`, the length of an array, or the name that a binding binds."""

    def __str__(self) -> str:
        match self.name:
            case "&" | "&mut":
                return f"&{'mut ' if self.name == MUT else ''}{self.args[0]}"
            case "[]":
                return f"[{self.args[0]}]"
            case "[;]":
                return f"[{self.args[0]}; {self.detail}]"
            case "()":
                return f"({', '.join(map(str, self.args))}{',' if len(self.args) == 1 else ''})"
            case "impl" | "dyn":
                return f"{self.name} {' + '.join(map(str, self.args))}"
            case "=":
                return f"{self.detail} = {self.args[0]}"
        return self._function() if self.name in CLOSURES else self._path()

    def _path(self) -> str:
        arguments = f"<{', '.join(map(str, self.args))}>" if self.args else ""
        return f"{self.detail}{self.name}{arguments}"

    def _function(self) -> str:
        *parameters, result = self.args or (UNIT,)
        arrow = "" if result == UNIT else f" -> {result}"
        return f"{self.name}({', '.join(map(str, parameters))}){arrow}"

    def filled(self, names: Mapping[str, Type]) -> Type:
        """This type with every name that the mapping knows replaced."""
        if not self.args and not self.detail and self.name in names:
            return names[self.name]
        return replace(self, args=tuple(arg.filled(names) for arg in self.args))

    def bound(self, name: str) -> Type | None:
        """What `name = ...` binds among the arguments."""
        return next((arg.args[0] for arg in self.args if arg.name == "=" and arg.detail == name), None)

    @property
    def plain(self) -> Type:
        """The type behind references."""
        return self.args[0].plain if self.name in (REF, MUT) else self


UNIT, TEXT = Type(TUPLE), Type(REF, (Type("str"),))


def read_type(node: Node | None) -> Type:
    """The type that a node writes; no node is `()`."""
    if node is None:
        return UNIT
    reader = _READERS.get(node.type)
    return reader(node) if reader else _path(node)


def read_bounds(node: Node | None) -> tuple[Type, ...]:
    """The traits of a list of bounds, lifetimes and `?Sized` left out; order does not matter, so they are sorted."""
    if node is None:
        return ()
    found = [bound for child in _types(node) for bound in _flat(read_type(child))]
    return _sorted(found)


def _sorted(bounds: Sequence[Type]) -> tuple[Type, ...]:
    return tuple(sorted((one for one in bounds if one.name not in ("", "Sized")), key=str))


def unmarked(kind: Type) -> Type:
    """The type without bounds that say nothing of how a value is used, unless they are all there are."""
    args = tuple(map(unmarked, kind.args))
    if kind.name in BOUNDED:
        args = tuple(one for one in args if one.name not in MARKERS) or args
    return replace(kind, args=args)


def _flat(bound: Type) -> tuple[Type, ...]:
    return bound.args if bound.name in BOUNDED else (bound,)


def _reference(node: Node) -> Type:
    mutable = any(child.type == "mutable_specifier" for child in node.children)
    return Type(MUT if mutable else REF, (_field(node, "type"),))


def _array(node: Node) -> Type:
    length = node.child_by_field_name("length")
    element = (_field(node, "element"),)
    return Type(SLICE, element) if length is None else Type(ARRAY, element, _text(length))


def _tuple(node: Node) -> Type:
    """A tuple, or one type in parentheses."""
    parts = tuple(map(read_type, _types(node)))
    grouped = len(parts) == 1 and not any(child.type == "," for child in node.children)
    return parts[0] if grouped else Type(TUPLE, parts)


def _bounded(node: Node) -> Type:
    """`dyn Trait + 'a`, `impl A + B` as they stand in type position."""
    parts = [read_type(child) for child in _types(node)]
    kind = next((part.name for part in parts if part.name in BOUNDED), "")
    return Type(kind or "dyn", _sorted([bound for part in parts for bound in _flat(part)]))


def _function(node: Node) -> Type:
    parameters = node.child_by_field_name("parameters")
    given = tuple(map(read_type, _types(parameters))) if parameters is not None else ()
    name = _text(node.child_by_field_name("trait")) or FUNCTION
    return Type(name.rpartition("::")[2], (*given, _field(node, "return_type")))


def _generic(node: Node) -> Type:
    head, arguments = _field(node, "type"), node.child_by_field_name("type_arguments")
    args = tuple(map(read_type, _types(arguments))) if arguments is not None else ()
    return head if head.args else replace(head, args=args)


def _path(node: Node) -> Type:
    if node.type in ("removed_trait_bound", "use_bounds"):
        return Type("")
    prefix, _, name = "".join(_text(node).split()).rpartition("::")
    known = name.removeprefix("r#").isidentifier()
    return Type(name if known else f"`{name}`", (), f"{prefix}::" if prefix else "")


def _types(node: Node) -> list[Node]:
    return [child for child in node.named_children if child.type not in NOT_TYPES]


def _field(node: Node, name: str) -> Type:
    return read_type(node.child_by_field_name(name))


def _text(node: Node | None) -> str:
    return node.text.decode() if node is not None and node.text is not None else ""


_READERS: dict[str, Callable[[Node], Type]] = {
    "reference_type": _reference,
    "array_type": _array,
    "tuple_type": _tuple,
    "unit_type": lambda _: UNIT,
    "abstract_type": lambda node: Type("impl", read_bounds(node)),
    "dynamic_type": lambda node: Type("dyn", read_bounds(node)),
    "bounded_type": _bounded,
    "function_type": _function,
    "generic_type": _generic,
    "generic_type_with_turbofish": _generic,
    "higher_ranked_trait_bound": lambda node: _field(node, "type"),
    "type_binding": lambda node: Type("=", (_field(node, "type"),), _text(node.child_by_field_name("name"))),
}
