"""Finds the `#[test]` functions of a koan's tests and makes them callable without libtest.

Covered: `#[should_panic]` with and without `expected`, tests that return a Result, inline modules, `#[cfg(test)]`
around them. A test that is `#[ignore]`d is run like any other. Not covered: tests made by macros or marked by
anything but `#[test]`; they are not found, and a koan without a single test found never passes.

Attributes are blanked, not removed, so that every error keeps its line and column.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from nightschool.rust.lexer import Token, attribute_end, tokenize

BLANKED = frozenset({"test", "should_panic", "ignore"})


@dataclass(frozen=True, slots=True)
class TestFunction:
    """One test: where it is and what is expected of it."""

    __test__ = False
    path: str
    """Path from the tests module, such as `inner::counts_words`."""
    panics: str | None = None
    """The Rust literal that the panic's message must contain, `""` if any panic will do; None: no panic."""


@dataclass
class _State:
    modules: list[tuple[str, int]] = field(default_factory=list)
    depth: int = 0
    attributes: dict[str, str] = field(default_factory=dict)
    """Name and inner text of the attributes since the last item."""
    found: list[TestFunction] = field(default_factory=list)
    blanks: list[tuple[int, int]] = field(default_factory=list)
    opens: list[int] = field(default_factory=list)
    """Offsets at which `pub ` makes a test, or a module around it, visible to the harness."""


def discover(tests: str) -> tuple[str, list[TestFunction]]:
    """The tests with their attributes blanked and functions made public, and what was found in them."""
    tokens, state, at = list(tokenize(tests)), _State(), 0
    while at < len(tokens):
        at = _step(tests, tokens, at, state)
    return _rewrite(tests, state), state.found


def _step(text: str, tokens: Sequence[Token], at: int, state: _State) -> int:
    token = tokens[at]
    following = tokens[at + 1].text if at + 1 < len(tokens) else ""
    if token.text == "#" and following == "[":
        return _attribute(text, tokens, at, state)
    if token.text == "{":
        state.depth += 1
    elif token.text == "}":
        state.depth -= 1
        if state.modules and state.modules[-1][1] > state.depth:
            state.modules.pop()
        state.attributes.clear()
    elif token.text == ";":
        state.attributes.clear()
    elif token.text == "mod" and token.kind == "name":
        state.modules.append((following, state.depth + 1))
        state.attributes.clear()
        _publish(tokens, at, state)
    elif token.text == "fn" and token.kind == "name":
        _function(tokens, at, state)
    return at + 1


def _attribute(text: str, tokens: Sequence[Token], at: int, state: _State) -> int:
    end = attribute_end(tokens, at)
    name = tokens[at + 2].text if at + 2 < len(tokens) else ""
    last = tokens[end - 1]
    inner = text[tokens[at].start : last.end]
    if name in BLANKED or "".join(inner.split()) == "#[cfg(test)]":
        state.blanks.append((tokens[at].start, last.end))
    literals = [token.text for token in tokens[at:end] if token.kind == "text"]
    state.attributes[name] = literals[-1] if literals else '""'
    return end


def _function(tokens: Sequence[Token], at: int, state: _State) -> None:
    if "test" in state.attributes and at + 1 < len(tokens):
        path = "::".join([*(name for name, _ in state.modules), tokens[at + 1].text])
        state.found.append(TestFunction(path, state.attributes.get("should_panic")))
        _publish(tokens, at, state)
    state.attributes.clear()


def _publish(tokens: Sequence[Token], at: int, state: _State) -> None:
    """Make the item public; a narrower `pub(...)` is blanked."""
    first = at
    if at >= 4 and tokens[at - 1].text == ")" and tokens[at - 4].text == "pub":
        first = at - 4
        state.blanks.append((tokens[first].start, tokens[at - 1].end))
    if tokens[first - 1].text != "pub" or not at:
        state.opens.append(tokens[at].start)


def _rewrite(text: str, state: _State) -> str:
    blanked = list(text)
    for start, end in state.blanks:
        blanked[start:end] = [" " if char != "\n" else char for char in blanked[start:end]]
    for start in reversed(state.opens):
        blanked.insert(start, "pub ")
    return "".join(blanked)
