"""Reads what a program offers: functions, methods, associated functions, types and aliases.

Covered: items of the root and of inner modules, inherent impls, impls of traits with the methods that the trait
provides. Not covered: items that macros make, tests modules, unsafe and const-generic items.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tree_sitter import Node

from nightschool.repair.behaviour.borrowing import borrowed_from
from nightschool.repair.behaviour.signatures import Bounds, Definition, Function, Interface, Shape, Trait
from nightschool.repair.behaviour.types import UNIT, Type, read_bounds, read_type
from nightschool.rust.tree import Syntax, child


def read_interface(source: str) -> Interface:
    """Read what a program offers: of what does not parse, what the parser makes of it; of endless nesting nothing."""
    reader = _Reader(Syntax(source))
    try:
        reader.items(reader.syntax.root, "", True)
        reader.inherit()
        str(reader.found)
    except RecursionError:
        return Interface()
    return reader.found


class _Reader:
    """Walks the items of a program and of its modules."""

    def __init__(self, syntax: Syntax) -> None:
        self.syntax = syntax
        self.found = Interface()
        self.provided: dict[str, list[Node]] = {}
        """Methods with a body in a trait, by the trait's name."""
        self.impls: list[tuple[Function, frozenset[str]]] = []

    def items(self, block: Node, place: str, public: bool) -> None:
        for node in block.named_children:
            if "cfg(test)" in "".join(self.syntax.attributes(node).split()):
                continue
            match node.type:
                case "mod_item":
                    self._module(node, place, public)
                case "function_item":
                    self._function(node, place, None, public)
                case "struct_item" | "enum_item":
                    self._definition(node, place, public)
                case "impl_item":
                    self._impl(node, place)
                case "type_item":
                    self._alias(node)
                case "trait_item":
                    self._trait(node, place)

    def inherit(self) -> None:
        """Methods that a trait provides are offered by every type that takes them as they are."""
        for context, own in self.impls:
            for method in self.provided.get(_last(context.trait), ()):
                if self.syntax.name(method) not in own:
                    self._function(method, context.place, context, True)

    def _module(self, node: Node, place: str, public: bool) -> None:
        body = node.child_by_field_name("body")
        if body is not None and self.syntax.name(node) != "tests":
            self.items(body, f"{place}{self.syntax.name(node)}::", public and _visible(node))

    def _trait(self, node: Node, place: str) -> None:
        name, body = self.syntax.name(node), node.child_by_field_name("body")
        items = body.named_children if body is not None else []
        self.provided[name] = [one for one in items if one.type == "function_item"]
        plain = not self._generics(node) and not any(one.type in ("associated_type", "const_item") for one in items)
        required = [
            self._read(one, Function("", place, (), UNIT)) for one in items if one.type.endswith("signature_item")
        ]
        self.found.traits[name] = Trait(place, tuple(required), plain)

    def _alias(self, node: Node) -> None:
        parameters = tuple(name for name, _ in self._generics(node))
        self.found.aliases.setdefault(self.syntax.name(node), (parameters, read_type(node.child_by_field_name("type"))))

    def _impl(self, node: Node, place: str) -> None:
        owner, body = read_type(node.child_by_field_name("type")), node.child_by_field_name("body")
        trait = self.syntax.field(node, "trait")
        if trait:
            self.found.implements.setdefault(_last(trait), []).append(owner.name)
        generics = self._generics(node)
        context = Function("", place, (), UNIT, owner=owner, trait=trait, generics=generics)
        methods = [one for one in body.named_children if one.type == "function_item"] if body is not None else []
        for method in methods:
            self._function(method, place, context, True)
        if trait:
            self.impls.append((context, frozenset(map(self.syntax.name, methods))))

    def _function(self, node: Node, place: str, context: Function | None, public: bool) -> None:
        modifiers = child(node, "function_modifiers")
        words = self.syntax.text(modifiers).split()
        if "unsafe" in words or "extern" in words or not self.syntax.name(node):
            return
        base = context or Function("", place, (), UNIT)
        shown = bool(base.trait) or (public and _visible(node))
        self.found.functions.append(replace(self._read(node, base), public=shown))

    def _read(self, node: Node, base: Function) -> Function:
        """A function, or what a trait says of one, in its impl block."""
        receiver, parameters = self._parameters(node)
        result = read_type(node.child_by_field_name("return_type"))
        own = {"Self": base.owner} if base.owner else {}
        return replace(
            base,
            name=self.syntax.name(node),
            parameters=tuple(one.filled(own) for one in parameters),
            result=result.filled(own),
            receiver=receiver,
            generics=base.generics + self._generics(node),
            borrows=borrowed_from(self.syntax, node),
            waits="async" in self.syntax.text(child(node, "function_modifiers")).split(),
        )

    def _parameters(self, node: Node) -> tuple[str, list[Type]]:
        block = node.child_by_field_name("parameters")
        receiver, found = "", []
        for one in block.named_children if block is not None else ():
            if one.type == "self_parameter":
                receiver = _receiver(self.syntax.text(one))
            elif one.type == "parameter" and self.syntax.field(one, "pattern") == "self":
                receiver = self.syntax.field(one, "type")
            elif one.type == "parameter":
                found.append(read_type(one.child_by_field_name("type")))
        return receiver, found

    def _generics(self, node: Node) -> Bounds:
        found: dict[str, tuple[Type, ...]] = {}
        listed = node.child_by_field_name("type_parameters")
        for one in listed.named_children if listed is not None else ():
            if one.type == "type_parameter":
                found[self.syntax.name(one)] = read_bounds(one.child_by_field_name("bounds"))
        clause = child(node, "where_clause")
        for one in clause.named_children if clause is not None else ():
            name = self.syntax.field(one, "left")
            if name in found:
                found[name] = tuple(sorted({*found[name], *read_bounds(one.child_by_field_name("bounds"))}, key=str))
        return tuple(found.items())

    def _definition(self, node: Node, place: str, public: bool) -> None:
        body, name = node.child_by_field_name("body"), self.syntax.name(node)
        enum = node.type == "enum_item"
        variants = [one for one in body.named_children if one.type == "enum_variant"] if enum and body else []
        shapes = [self._shape(one.child_by_field_name("body"), self.syntax.name(one), enum) for one in variants]
        listed = node.child_by_field_name("type_parameters")
        lifetimes = sum(one.type == "lifetime_parameter" for one in listed.named_children) if listed else 0
        self.found.definitions.setdefault(
            name,
            Definition(
                name,
                place,
                tuple(shapes) if enum else (self._shape(body, name, enum),),
                enum,
                self._generics(node),
                lifetimes,
                _derives(self.syntax.attributes(node)),
                public and _visible(node),
            ),
        )

    def _shape(self, body: Node | None, name: str, enum: bool) -> Shape:
        if body is None:
            return Shape(name)
        if body.type == "field_declaration_list":
            fields = [one for one in body.named_children if one.type == "field_declaration"]
            named = [
                (self.syntax.name(one), read_type(one.child_by_field_name("type")), enum or _visible(one))
                for one in fields
            ]
            return Shape(name, tuple(named), "named")
        return Shape(name, tuple(_positions(body, enum)), "tuple")


def _positions(body: Node, enum: bool) -> Iterator[tuple[str, Type, bool]]:
    """Fields of a tuple struct; a visibility stands before its type."""
    visible, at = enum, 0
    for one in body.named_children:
        if one.type == "visibility_modifier":
            visible = True
        elif one.type not in ("attribute_item", "line_comment", "block_comment"):
            yield str(at), read_type(one), visible
            visible, at = enum, at + 1


def _visible(node: Node) -> bool:
    return child(node, "visibility_modifier") is not None


def _receiver(text: str) -> str:
    words = text.replace("&", "& ").split()
    mutable = "mut" in words
    return ("&mut self" if mutable else "&self") if words[0] == "&" else "self"


def _derives(attributes: str) -> frozenset[str]:
    listed = attributes.replace("(", " ").replace(")", " ").replace(",", " ").replace("::", " ").split()
    return frozenset(listed)


def _last(path: str) -> str:
    return path.partition("<")[0].rpartition("::")[2].strip()
