"""Operators on Option and Result: `?`, wrapping, unwrapping, matches and branches."""

from __future__ import annotations

import re
from collections.abc import Iterator

from nightschool.curriculum.mutation.operator import Change, drop_between, drop_lines, drop_method, operator, swap
from nightschool.rust.tree import Syntax, child, enclosing
from nightschool.rust.tree_edits import Edit, method_calls


@operator("E0308=wrapped-value-used-bare E0599=method-on-wrapper E0277=wrapped-value-used-bare")
def drop_question_mark(syntax: Syntax) -> Iterator[Change]:
    """`x?` becomes `x`."""
    for node in syntax.of("try_expression"):
        yield drop_between(node.end_byte - 1, node.end_byte)


@operator(
    "E0308=wrapped-value-used-bare E0599=method-on-wrapper E0277=wrapped-value-used-bare E0369=wrapped-value-used-bare"
)
def drop_unwrap(syntax: Syntax) -> Iterator[Change]:
    """`.unwrap()`, `.expect(..)`, `.unwrap_or(..)` goes."""
    for call, _, _ in method_calls(
        syntax, "unwrap", "expect", "unwrap_or", "unwrap_or_default", "unwrap_or_else", "lock", "borrow", "borrow_mut"
    ):
        yield drop_method(call)


@operator("E0308=bare-value-not-wrapped E0277=bare-value-not-wrapped E0599=bare-value-not-wrapped")
def drop_wrapper(syntax: Syntax) -> Iterator[Change]:
    """`Ok(x)`, `Some(x)`, `Err(x)`, `Box::new(x)`, `Rc::new(x)` becomes `x`."""
    for node in syntax.of("call_expression"):
        arguments = node.child_by_field_name("arguments")
        name = syntax.field(node, "function")
        if arguments is not None and re.fullmatch(r"Ok|Some|Err|(Box|Rc|Arc|Cell|RefCell|Mutex|Wrapping)::new", name):
            yield swap(node, syntax.text(arguments)[1:-1] or "()")


@operator("E0308=wrapped-value-used-bare E0277=wrapped-value-used-bare E0369=wrapped-value-used-bare")
def add_wrapper(syntax: Syntax) -> Iterator[Change]:
    """A value on the right of a `let` with a type, or a returned one, is wrapped in `Some`."""
    for node in syntax.of("let_declaration"):
        value = node.child_by_field_name("value")
        if value is not None and node.child_by_field_name("type") is not None and "\n" not in syntax.text(value):
            yield swap(value, f"Some({syntax.text(value)})")


@operator("E0277=question-mark-without-result E0308=question-mark-without-result", strict=True)
def question_mark_for_unwrap(syntax: Syntax) -> Iterator[Change]:
    """`.unwrap()` becomes `?` where the function returns neither Result nor Option, or another kind."""
    for call, receiver, _ in method_calls(syntax, "unwrap", "expect"):
        yield Change((Edit(receiver.end_byte, call.end_byte, "?"),))


@operator("E0277=question-mark-without-result", strict=True)
def drop_result_type(syntax: Syntax) -> Iterator[Change]:
    """A function with `?` has no return type, and no `Ok(())` at its end."""
    for function in syntax.of("function_item"):
        returned, body = function.child_by_field_name("return_type"), function.child_by_field_name("body")
        if returned is None or body is None or "?" not in syntax.text(body):
            continue
        tail = body.named_children[-1] if body.named_children else None
        if tail is not None and syntax.text(tail) == "Ok(())":
            opening = body.start_byte
            cut = Edit(returned.start_byte - len("-> "), opening)
            start = syntax.data.rfind(b"\n", 0, tail.start_byte)
            yield Change((cut, Edit(start, tail.end_byte)))


@operator("E0277=error-conversion-missing E0308=error-conversion-missing", strict=True)
def drop_error_mapping(syntax: Syntax) -> Iterator[Change]:
    """`.map_err(..)` goes."""
    for call, _, _ in method_calls(syntax, "map_err"):
        yield drop_method(call)


@operator("E0277=error-conversion-missing", strict=True)
def drop_from_impl(syntax: Syntax) -> Iterator[Change]:
    """The `impl From<Error>` that `?` relies on goes, or the error type is narrowed."""
    for node in syntax.of("impl_item"):
        if syntax.field(node, "trait").startswith("From<") and syntax.text(node).count("\n") <= 8:
            yield drop_lines(syntax, node)
    for node in syntax.of("generic_type"):
        found = re.fullmatch(r"Box<dyn (?:std::error::|error::)?Error.*>", syntax.text(node))
        if found and "ParseIntError" in syntax.source:
            yield swap(node, "String")


@operator("E0277=option-in-result-function E0308=wrapped-value-used-bare", strict=True)
def drop_ok_or(syntax: Syntax) -> Iterator[Change]:
    """`.ok_or(..)` or `.ok()` goes."""
    for call, _, _ in method_calls(syntax, "ok_or", "ok_or_else", "ok"):
        yield drop_method(call)


@operator("E0004=non-exhaustive-match", strict=True)
def drop_match_arm(syntax: Syntax) -> Iterator[Change]:
    """A match leaves a case out."""
    for block in syntax.of("match_block"):
        arms = [arm for arm in block.named_children if arm.type == "match_arm"]
        for arm in arms if len(arms) > 1 else ():
            if syntax.text(arm).count("\n") <= 4:
                yield drop_lines(syntax, arm)


@operator("E0308=arms-of-different-types", strict=True)
def bare_arm(syntax: Syntax) -> Iterator[Change]:
    """One arm or branch gives a bare value where the others give a wrapped one, or a text."""
    for arm in syntax.of("match_arm"):
        value = arm.child_by_field_name("value")
        if value is None or "\n" in syntax.text(value):
            continue
        found = re.fullmatch(r"(?:Ok|Some)\((.+)\)", syntax.text(value))
        if found:
            yield swap(value, found[1])
        elif re.fullmatch(r"-?\d+|\w+", syntax.text(value)):
            yield swap(value, f"Some({syntax.text(value)})")


@operator("E0317=if-without-else E0308=if-without-else", strict=True)
def drop_else(syntax: Syntax) -> Iterator[Change]:
    """An `if` that stands for a value loses its `else`."""
    for node in syntax.of("else_clause"):
        holder = node.parent
        if holder is not None and holder.type == "if_expression" and syntax.text(node).count("\n") <= 4:
            before = len(syntax.data[: node.start_byte].rstrip())
            yield drop_between(before, node.end_byte)


@operator("E0308=unit-from-semicolon E0277=unit-from-semicolon", strict=True)
def add_semicolon(syntax: Syntax) -> Iterator[Change]:
    """A stray semicolon turns the last value into `()`."""
    for block in syntax.of("block"):
        if not block.named_children:
            continue
        tail = block.named_children[-1]
        if tail.type not in {"expression_statement", "let_declaration", "line_comment"} and not syntax.text(
            tail
        ).endswith(("}", ";")):
            yield Change((Edit(tail.end_byte, tail.end_byte, ";"),))


@operator("E0005=irrefutable-let", strict=True)
def let_without_else(syntax: Syntax) -> Iterator[Change]:
    """`let Some(x) = e else { .. };` loses its else; `let x = e.unwrap()` becomes `let Some(x) = e`."""
    for node in syntax.of("let_declaration"):
        alternative = node.child_by_field_name("alternative")
        value, pattern = node.child_by_field_name("value"), node.child_by_field_name("pattern")
        if alternative is not None and value is not None:
            yield drop_between(value.end_byte, alternative.end_byte)
        elif value is not None and pattern is not None and pattern.type == "identifier":
            inner = re.fullmatch(r"(.+)\.unwrap\(\)", syntax.text(value), re.DOTALL)
            if inner and node.child_by_field_name("type") is None and not child(node, "mutable_specifier"):
                kind = "Ok" if re.search(r"parse|try_|from_utf8|from_str", inner[1]) else "Some"
                yield Change(
                    (
                        Edit(pattern.start_byte, pattern.end_byte, f"{kind}({syntax.text(pattern)})"),
                        Edit(value.start_byte, value.end_byte, inner[1]),
                    )
                )


@operator("E0277=collect-of-results E0308=collect-of-results", strict=True)
def collect_plain(syntax: Syntax) -> Iterator[Change]:
    """`Result<Vec<T>, E>` or `Option<Vec<T>>` as the target of a collect becomes `Vec<T>`."""
    for node in syntax.of("generic_type"):
        found = re.fullmatch(
            r"(?:Result|Option)<((?:Vec|HashMap|HashSet|String).*?>?)(?:, [^<>]+)?>", syntax.text(node)
        )
        holder = enclosing(node, "let_declaration", "type_arguments", "function_item")
        if found and holder is not None and "collect" in syntax.source:
            yield swap(node, found[1])


@operator("E0599=method-on-wrapper E0308=wrapped-value-used-bare E0609=method-on-wrapper", strict=True)
def drop_map(syntax: Syntax) -> Iterator[Change]:
    """`.map(|x| x.method())` on an Option or Result becomes `.method()`."""
    for call, receiver, _ in method_calls(syntax, "map", "and_then", "map_or"):
        arguments = call.child_by_field_name("arguments")
        closures = [node for node in arguments.named_children if node.type == "closure_expression"] if arguments else []
        if len(closures) == 1:
            found = re.fullmatch(r"\|(\w+)\| \1(\.\w+\(.*\))", syntax.text(closures[0]))
            if found:
                yield Change((Edit(receiver.end_byte, call.end_byte, found[2]),))
