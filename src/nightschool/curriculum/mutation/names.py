"""Operators on names: misspelt, out of scope, not imported, without `self`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.curriculum.mutation.operator import Change, drop_between, drop_lines, drop_listed, operator, swap
from nightschool.rust.tree import Syntax, child, enclosing
from nightschool.rust.tree_edits import Edit


def misspelt(name: str) -> str:
    """A slip of the fingers: two letters swapped, one doubled or one lost."""
    if len(name) < 3:
        return name + name[-1]
    middle = len(name) // 2
    kind = sum(name.encode()) % 3
    if kind == 0 and name[middle] != name[middle - 1]:
        return name[: middle - 1] + name[middle] + name[middle - 1] + name[middle + 1 :]
    if kind == 1:
        return name[:middle] + name[middle - 1 :]
    return name[:middle] + name[middle + 1 :]


@operator("E0425=unknown-name E0423=unknown-name E0599=unknown-method E0609=unknown-field", strict=True)
def misspell_name(syntax: Syntax) -> Iterator[Change]:
    """A variable, function, method or field is misspelt where it is used."""
    for node in syntax.of("identifier", "field_identifier"):
        holder = node.parent
        if holder is None or len(syntax.text(node)) < 3 or holder.type not in USES:
            continue
        if holder.child_by_field_name("name") == node or holder.child_by_field_name("pattern") == node:
            continue
        yield swap(node, misspelt(syntax.text(node)))


USES = {
    "arguments",
    "call_expression",
    "field_expression",
    "binary_expression",
    "reference_expression",
    "index_expression",
}


@operator(
    "E0433=unknown-type E0425=unknown-type E0412=unknown-type E0422=unknown-type "
    "E0405=unknown-trait E0404=unknown-trait"
)
def misspell_type(syntax: Syntax) -> Iterator[Change]:
    """A type, trait or path is misspelt where it is used. rustc 1.95 has E0425 for a type; older ones had E0412."""
    for node in syntax.of("type_identifier", "scoped_identifier"):
        if enclosing(node, "use_declaration") is not None or node.parent is None:
            continue
        target = node if node.type == "type_identifier" else node.child_by_field_name("path")
        declares = node.parent.child_by_field_name("name") == node and node.parent.type.endswith("_item")
        if target is not None and not declares and len(syntax.text(target)) > 2 and target.type != "scoped_identifier":
            yield swap(target, misspelt(syntax.text(target)))


@operator(
    "E0433=missing-import E0425=missing-import E0412=missing-import E0405=missing-import "
    "E0599=trait-not-imported-method"
)
def drop_import(syntax: Syntax) -> Iterator[Change]:
    """A `use` goes, or one name of its list."""
    for node in syntax.of("use_declaration"):
        yield drop_lines(syntax, node)
    for node in syntax.of("use_list"):
        for part in node.named_children if len(node.named_children) > 1 else ():
            yield drop_listed(syntax, part)


@operator("E0432=wrong-import-path E0433=wrong-import-path", strict=True)
def misspell_import(syntax: Syntax) -> Iterator[Change]:
    """A `use` names a module or item that is not there."""
    for node in syntax.of("use_declaration"):
        argument = node.child_by_field_name("argument")
        parts: list[Node] = []
        if argument is not None and argument.type == "scoped_identifier":
            parts = [argument.children[0], argument.children[-1]]
        for part in parts:
            text = syntax.text(part).rsplit("::", 1)
            text[-1] = misspelt(text[-1])
            yield swap(part, "::".join(text))


@operator("E0425=unknown-name E0424=self-missing", strict=True)
def drop_self(syntax: Syntax) -> Iterator[Change]:
    """`self.x` becomes `x`; a method loses its `&self`."""
    for node in syntax.of("field_expression"):
        value = node.child_by_field_name("value")
        if value is not None and value.type == "self":
            yield drop_between(value.start_byte, value.end_byte + 1)
    for node in syntax.of("self_parameter"):
        yield drop_listed(syntax, node)


@operator("E0425=unknown-name", strict=True)
def use_out_of_scope(syntax: Syntax) -> Iterator[Change]:
    """A `let` is enclosed in a block of its own, so that later uses do not see it."""
    for variable in syntax.variables:
        if variable.later and "\n" not in syntax.text(variable.declaration):
            node = variable.declaration
            yield swap(node, "{ " + syntax.text(node) + " }")


@operator("E0599=unknown-variant E0433=unknown-type", strict=True)
def misspell_variant(syntax: Syntax) -> Iterator[Change]:
    """An enum variant or associated function is misspelt."""
    for node in syntax.of("scoped_identifier"):
        name, path = node.child_by_field_name("name"), syntax.field(node, "path")
        if name is not None and re.fullmatch(r"[A-Z]\w*", path) and enclosing(node, "use_declaration") is None:
            yield swap(name, misspelt(syntax.text(name)))


@operator("E0560=unknown-field E0609=unknown-field", strict=True)
def misspell_field(syntax: Syntax) -> Iterator[Change]:
    """A struct literal names a field that the struct has not."""
    for node in syntax.of("field_initializer"):
        name = node.child_by_field_name("field")
        if name is not None and len(syntax.text(name)) > 2:
            yield swap(name, misspelt(syntax.text(name)))
        elif name is not None:
            yield swap(name, syntax.text(name) * 2)


@operator("E0015=const-fn-missing E0658=const-fn-missing", strict=True)
def drop_const(syntax: Syntax) -> Iterator[Change]:
    """A function that a constant calls is not `const`."""
    for node in syntax.of("function_modifiers"):
        marker = child(node, "const")
        if marker is not None:
            yield drop_between(marker.start_byte, marker.end_byte + 1)


@operator("E0381=used-uninitialised E0282=used-uninitialised", strict=True)
def drop_initialiser(syntax: Syntax) -> Iterator[Change]:
    """A `let` declares its variable and gives it no value."""
    for variable in syntax.variables:
        node = variable.declaration
        value = node.child_by_field_name("value")
        if value is not None and variable.later and "\n" not in variable.value:
            end = len(syntax.data[: value.start_byte].rstrip(b" ="))
            yield Change((Edit(end, value.end_byte),))
