"""Operators on trait methods that return another form than the trait says: the result's type and all that is returned.

Covered: `Option` to `Result` with an error, `Option` and `Result` to `bool`, to the bare value, borrowed values to
owned ones and back; traits of the file and of `std`. Not covered: wider numbers and values wrapped (`widened`), the
head alone (`signatures`), errors of another type (`converted`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.facts import generic_args, plain, return_type
from nightschool.repair.likely import AtHand, error_values
from nightschool.repair.operators.item_facts import items, last_name
from nightschool.repair.operators.ownership_facts import within
from nightschool.repair.operators.register import Proposed, insert, repairs, swapped
from nightschool.repair.operators.signatures import OF_STD
from nightschool.repair.operators.trait_items import concrete
from nightschool.repair.operators.trait_objects import tails
from nightschool.repair.operators.widened import mismatched, returns
from nightschool.repair.place import Place
from nightschool.repair.scope import locals_at
from nightschool.rust.tree import enclosing
from nightschool.rust.tree_edits import Edit

SIMPLE = ("identifier", "integer_literal", "string_literal", "field_expression", "unit_expression", "boolean_literal")
MOST = 5
"""Most errors tried for what was missing."""


@repairs("E0053", late=200)
def follow_result(place: Place) -> Iterator[Proposed]:
    """A method returns what its trait says, and its `?`, `Some(..)` and values follow: one proposal."""
    for method, wanted in _wanted(place):
        result, had = method.child_by_field_name("return_type"), return_type(place, method)
        if result is None or had == wanted or not wanted:
            continue
        for rank, edits in enumerate(_followed(place, method, had, wanted)):
            yield rank * 0.3, (*swapped(result, wanted), *edits)


def _wanted(place: Place) -> Iterator[tuple[Node, str]]:
    """(method, the result that its trait says) of methods that rustc names."""
    known = list(mismatched(place))
    for method, declared in known:
        block = method.parent.parent if method.parent is not None else None
        if block is not None:
            text = concrete(place, block, return_type(place, declared))
            for one in items(block, "type_item"):
                text = text.replace(f"Self::{place.syntax.name(one)}", place.syntax.field(one, "type"))
            yield method, text
    for block in place.syntax.of("impl_item"):
        foreign = place.item(last_name(place.syntax.field(block, "trait")), "trait_item") is None
        for method in items(block, "function_item") if foreign and block.child_by_field_name("trait") else ():
            name, result = place.syntax.name(method), method.child_by_field_name("return_type")
            if name in OF_STD and result is not None and place.near(result) is not None:
                yield method, _spelt(OF_STD[name][2], place.text(result))


def _spelt(wanted: str, had: str) -> str:
    """A type of `std` as the method spells it already inside its own result."""
    inner = generic_args(had)[1][:1]
    return inner[0] if inner and last_name(inner[0]) == last_name(wanted) and "<" not in wanted else wanted


def _followed(place: Place, method: Node, had: str, wanted: str) -> Iterator[list[Edit]]:
    """Edits of the body for a result of another form, the likely first."""
    body = method.child_by_field_name("body")
    if body is None:
        return
    values = [*tails(body), *returns(place, method)]
    asked = [one for one in place.syntax.of("try_expression") if within(one, body)
             and enclosing(one, "closure_expression", "function_item") == method]  # fmt: skip
    (head, args), (new, new_args) = generic_args(had), generic_args(wanted)
    if head == "Option" and new == "Result":
        yield from _with_errors(place, body, values, asked)
    elif head in ("Option", "Result") and wanted == "bool":
        yield from _told(place, values, asked, head)
    elif head in ("Option", "Result") and args[:1] == (wanted,) and not asked:
        inner = [_inside(place, one, "Ok" if head == "Result" else "Some") for one in values]
        if all(one is not None for one in inner):
            yield [edit for one, part in zip(values, inner, strict=True) for edit in swapped(one, place.text(part))]
    elif head == new == "Option" and args and new_args and plain(args[0]) != args[0]:
        yield [edit for one in values for edit in _owned_option(place, one, plain(args[0]))]
    elif re.match(r"&(?:'\w+ )?(?:str|\[)", had) and re.match(r"String|Vec<", wanted):
        call = ".to_string()" if wanted == "String" else ".to_vec()"
        yield [insert(one.end_byte, call) for one in values]
    elif had == "String" and re.fullmatch(r"&(?:'\w+ )?str", wanted):
        lent = [_lent(place.text(one)) for one in values]
        if all(lent):
            yield [edit for one, text in zip(values, lent, strict=True) for edit in swapped(one, text)]


def _inside(place: Place, node: Node, wrapper: str) -> Node | None:
    """What stands in `Some(..)`; None for anything else."""
    arguments = node.child_by_field_name("arguments")
    called = node.type == "call_expression" and place.syntax.field(node, "function") == wrapper
    return arguments.named_children[0] if called and arguments is not None and arguments.named_children else None


def _with_errors(place: Place, body: Node, values: list[Node], asked: list[Node]) -> Iterator[list[Edit]]:
    """An option becomes a result: `.ok()?` is `?`, other `?` and `None` get an error, one that nobody makes first."""
    names = locals_at(place, body.start_byte + 1)
    errors = error_values(place, body.start_byte, AtHand(names))
    errors.sort(key=lambda text: len(re.findall(rf"(?<![\w:]){re.escape(text.split('(')[0])}\b", place.source)))
    for error in errors[:MOST]:
        edits: list[Edit] = []
        for one in asked:
            text = place.text(one)
            cut = re.search(r"\.ok\(\)\s*\?$", text)
            size = len(cut[0].encode()) if cut else 1
            edits.append(Edit(one.end_byte - size, one.end_byte, "?" if cut else f".ok_or({error})?"))
        for one in values:
            called = one.child_by_field_name("function")
            if _inside(place, one, "Some") is not None and called is not None:
                edits += swapped(called, "Ok")
            elif place.text(one) == "None":
                edits += swapped(one, f"Err({error})")
            else:
                edits.append(insert(one.end_byte, f".ok_or({error})"))
        yield edits


def _told(place: Place, values: list[Node], asked: list[Node], head: str) -> Iterator[list[Edit]]:
    """An option or a result becomes `bool`: a missing value at `?` returns false."""
    option = ("Some", "None", "is_some", "is_none")
    yes, no, some, is_none = option if head == "Option" else ("Ok", "Err", "is_ok", "is_err")
    edits: list[Edit] = []
    for one in asked:
        asking = _asking(place, one, yes, is_none)
        if not asking:
            return
        edits += asking
    for one in values:
        inner, text = _inside(place, one, yes), place.text(one)
        if inner is not None and inner.type in SIMPLE:
            edits += swapped(one, "true")
        elif inner is not None:
            edits += swapped(one, f"{{ let _ = {place.text(inner)}; true }}")
        elif text == no or text.startswith(f"{no}("):
            edits += swapped(one, "false")
        else:
            edits.append(insert(one.end_byte, f".{some}()"))
    yield edits


def _asking(place: Place, node: Node, yes: str, is_none: str) -> tuple[Edit, ...]:
    """`let x = y?;` and `y?;` that return false; nothing where `?` stands inside an expression."""
    statement, value = node.parent, place.text(node)[:-1]
    if statement is None or statement.type not in ("let_declaration", "expression_statement"):
        return ()
    name = place.syntax.field(statement, "pattern")
    block = enclosing(statement, "function_item")
    later = place.data[statement.end_byte : block.end_byte if block is not None else statement.end_byte]
    used = [*re.finditer(rf"(?<!\w){re.escape(name)}\b", later.decode(errors="replace"))] if name else []
    only_given = len(used) == 1 and re.search(rf"\b{yes}\({re.escape(name)}\)", later.decode(errors="replace"))
    if not used or only_given:
        return swapped(statement, f"if {value}.{is_none}() {{ return false; }}")
    return swapped(statement, f"let {yes}({name}) = {value} else {{ return false; }};")


def _owned_option(place: Place, node: Node, kind: str) -> tuple[Edit, ...]:
    """An option of a borrowed value with the value owned."""
    text, inner = place.text(node), _inside(place, node, "Some")
    call = {"str": "to_string"}.get(kind, "clone")
    if text == "None":
        return ()
    if inner is not None:
        lent = inner.type == "reference_expression" and inner.child_by_field_name("value") is not None
        if lent:
            return (Edit(inner.start_byte, inner.start_byte + 1, ""), insert(inner.end_byte, f".{call}()"))
        return (insert(inner.end_byte, f".{call}()"),)
    for end, new in ((".map(String::as_str)", ".cloned()"), (".as_deref()", ".clone()"), (".as_ref()", ".clone()")):
        if text.endswith(end):
            return (Edit(node.end_byte - len(end), node.end_byte, new),)
    return (insert(node.end_byte, ".map(str::to_string)" if kind == "str" else ".cloned()"),)


def _lent(text: str) -> str:
    """An owned text as it is lent: `self.name.clone()` is `&self.name`; empty if it is made on the spot."""
    found = re.fullmatch(r"([\w.]+|\"[^\"]*\")\.(?:clone|to_string|to_owned)\(\)|String::from\((\"[^\"]*\")\)", text)
    shown = (found[1] or found[2]) if found else ""
    return shown if shown.startswith('"') or not shown else f"&{shown}"
