"""Operators on `match`: cases left out, arms made alike, patterns joined.

Covered: the patterns rustc lists as not covered with bodies like their neighbours, open ranges, `_`, arms that take
another pattern in, `let .. else`. Not covered: the shapes of patterns (`patterns`), the values of arms (`returning`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tree_sitter import Node

from nightschool.repair.facts import generic_args, return_type, variants
from nightschool.repair.operators.endings import return_values
from nightschool.repair.operators.leaving import leaving, left_as_written
from nightschool.repair.operators.register import Proposed, insert, repairs
from nightschool.repair.operators.told_facts import told_bodies
from nightschool.repair.operators.value_positions import arms, tail
from nightschool.repair.place import Place
from nightschool.repair.scope import type_of
from nightschool.rust.tree import enclosing
from nightschool.rust.tree_edits import Edit

_LAST = re.compile(r"&*(None|(Some|Ok|Err)\(_\)|true|false)")
"""A pattern beside which `_` says the same, less clearly."""
_MISSING = re.compile(r"patterns?:? (.+?)(?: and \d+ more)? not covered")


def missing_patterns(place: Place) -> list[str]:
    """The patterns that rustc says are not covered."""
    found = [text for part in _MISSING.findall(place.message) for text in re.findall(r"`([^`]+)`", part)]
    return list(dict.fromkeys(found))


def variant_names(place: Place) -> list[str]:
    """Names of the missing patterns, if all are variants that hold nothing; else none."""
    found = [re.search(r"([A-Z]\w*)$", one) for one in missing_patterns(place)]
    return [one[1] for one in found if one is not None] if all(found) else []


def named_matches(place: Place) -> list[tuple[int, Node]]:
    """Matches near what rustc names."""
    found = [(cost, node) for node in place.syntax.of("match_expression") if (cost := _cost(place, node)) is not None]
    return sorted(found, key=lambda one: (one[0], one[1].end_byte - one[1].start_byte))


def _cost(place: Place, node: Node) -> int | None:
    value = node.child_by_field_name("value")
    return place.near(value) if value is not None else place.near(node)


def written(place: Place, match: Node, pattern: str) -> list[str]:
    """How a missing pattern is written in a match: with the path of its neighbours, with names for what it holds."""
    texts = [place.syntax.field(arm, "pattern") for arm in arms(match)]
    pattern = re.sub(r"^&", "", pattern) if not any(text.startswith("&") for text in texts) else pattern
    pattern = _pathed(place, texts, pattern)
    named = _named(texts, pattern)
    high = re.fullmatch(r"(-?\d+)\w*\.\.=?\S+|([iu]\w+::MAX)\.\.", pattern)
    opened = [f"{high[1]}.."] if high and high[1] else []
    return list(dict.fromkeys([*opened, *named, pattern]))


def _pathed(place: Place, texts: list[str], pattern: str) -> str:
    """A variant with the path its neighbours use."""
    paths = [found[1] for text in texts if (found := re.match(r"((?:\w+::)+)\w+", text))]
    head = re.match(r"((?:\w+::)*)(\w+)", pattern)
    if not head or not head[2][:1].isupper() or head[2] in ("Some", "None", "Ok", "Err"):
        return pattern
    names = {v.name for item in place.syntax.of("enum_item") for v in variants(place, item)}
    if head[2] not in names or not (paths or texts):
        return pattern
    path = paths[0] if paths else ("" if any(re.match(r"[A-Z]\w*\b(?!::)", text) for text in texts) else head[1])
    return path + pattern[head.end(1) :]


def _named(texts: list[str], pattern: str) -> list[str]:
    """`Some(_)` with the names that neighbours bind: `Some(x)`."""
    count = len(re.findall(r"(?<!\w)_(?!\w)", pattern))
    if not count:
        return []
    bound = [re.findall(r"(?<![\w:.])([a-z_]\w*)(?![\w(:])", text) for text in texts]
    choices = [names[:count] for names in bound if len(names) >= count] + [["value", "other", "rest"][:count]]
    found = []
    for names in choices:
        turn = iter(names)
        found.append(re.sub(r"(?<!\w)_(?!\w)", lambda _: next(turn, "_"), pattern))  # noqa: B023
    return list(dict.fromkeys(found))[:2]


@repairs("E0004", late=80)
def missing_arms(place: Place) -> Iterator[Proposed]:
    """An arm for what is not covered: all in one, one each, or `_`; with bodies like the neighbours'."""
    missing = missing_patterns(place)
    for cost, match in named_matches(place)[:3]:
        group = arms(match)
        if not group:
            yield from ((cost, edits) for edits in _first_arms(place, match, missing))
            continue
        heads = [written(place, match, one) for one in missing]
        joined = (
            list(dict.fromkeys(" | ".join(h[min(k, len(h) - 1)] for h in heads) for k in (0, 1, -1))) if heads else []
        )
        joined = [one for one in joined if not _binds(one) or len(missing) < 2]
        told = next(told_bodies(place, group, variant_names(place)), [])
        copies = [place.syntax.field(arm, "value") for arm in group] if told else []  # each text is of one variant
        bodies = [one for one in _bodies(place, match, group) if one not in copies]
        for turn, body in enumerate(bodies):
            rest = [] if len(missing) == 1 and _LAST.fullmatch(missing[0]) else ["_"]
            for number, head in enumerate([*joined, *rest]):
                if not _binds(head) or not _names(head) or any(re.search(rf"\b{n}\b", body) for n in _names(head)):
                    yield cost + turn * 0.4 + number * 0.3, (new_arm(place, group[-1], [(head, body)]),)
            for head in joined if turn == 0 else ():
                if re.match(r"(Ok|Err|Some)\((?!_)", head):
                    yield cost + 0.2, (new_arm(place, group[-1], [(head, head)]),)
            if len(missing) > 1:
                yield cost + turn * 0.4 + 0.2, (new_arm(place, group[-1], [(h[-1], body) for h in heads]),)


def _names(pattern: str) -> list[str]:
    return re.findall(r"(?<![\w:.])([a-z]\w*)(?![\w(:])", pattern)


def _binds(pattern: str) -> bool:
    return bool(_names(re.sub(r"\btrue\b|\bfalse\b|\bref\b|\bmut\b|\d\w*|'.*?'|\".*?\"", "", pattern)))


def new_arm(place: Place, after: Node, written_: list[tuple[str, str]]) -> Edit:
    """Arms behind another, on lines of their own where it is."""
    pad = place.syntax.indent(after)
    text = place.text(after).rstrip()
    comma = "" if text.endswith((",", "}")) else ","
    parent = after.parent
    split = "\n" + pad if parent is not None and "\n" in place.text(parent) else " "
    lines = "".join(f"{split}{head} => {body}{'' if body.endswith('}') else ','}" for head, body in written_)
    return insert(after.end_byte, comma + lines)


def _first_arms(place: Place, match: Node, missing: list[str]) -> Iterator[tuple[Edit, ...]]:
    body = match.child_by_field_name("body")
    if body is not None:
        for text in return_values(place, match.start_byte, return_type(place, place.function), 4):
            yield (insert(body.start_byte + 1, " " + " ".join(f"{one} => {text}," for one in missing) + " "),)


def _bodies(place: Place, match: Node, group: list[Node]) -> list[str]:
    """Bodies of the neighbours that need none of their names, last first; then likely values, errors and ways out."""
    own: list[str] = []
    for arm in reversed(group):
        value, names = place.syntax.field(arm, "value"), _names(place.syntax.field(arm, "pattern"))
        own.append(value) if "\n" not in value and not any(re.search(rf"\b{n}\b", value) for n in names) else None
    used = [place.syntax.field(arm, "value") for arm in group]
    used = [one for one in used if "\n" not in one and one not in own]
    kind = _value_type(place, match)
    typed = return_values(place, match.start_byte, kind, 10) if kind else []
    plain = _alike([*own, *used])
    leave = [one.rstrip(";") for one in leaving(place, match.start_byte, 4)]
    leave = [one for one in leave if not (_is_end(place, match) and one.startswith("return "))]  # the value itself
    own[:0] = [f"{{ {one} }}" for one in left_as_written(place, match.start_byte)]
    return list(dict.fromkeys([*own[:4], *plain, *typed, *used[:4], *leave]))[:22]


def _is_end(place: Place, match: Node) -> bool:
    """Whether a match is what its function gives."""
    function = place.function_at(match.start_byte)
    return function is not None and tail(function.child_by_field_name("body")) == match


def _alike(bodies: list[str]) -> list[str]:
    """Plain values of the kind the neighbours have."""
    text = " ".join(bodies)
    found: list[str] = []
    for mark, values in (
        (r"^\d|\s\d+(\s|$)", ["0", "1"]), (r"\d\.\d", ["0.0"]), (r'^"', ['""', '"unknown"']), (r"\bSome\(", ["None"]),
        (r"to_string\(\)|format!|String::", ["String::new()"]), (r"\b(true|false)\b", ["false", "true"]),
        (r"\bOk\(\(\)\)", ["Ok(())"]), (r"^\{|;$|println!|push|insert", ["{}", "()"]), (r"vec!", ["Vec::new()"]),
    ):  # fmt: skip
        found += values if re.search(mark, text) else []
    return found or ["{}"]


def _value_type(place: Place, match: Node) -> str:
    """The type a match gives where the text shows it: of the `let`, or of the function at whose end it stands."""
    holder = match.parent
    if holder is not None and holder.type == "let_declaration":
        return place.syntax.field(holder, "type")
    function = enclosing(match, "function_item", "closure_expression")
    return return_type(place, function) if function is not None and function.type == "function_item" else ""


@repairs("E0004", late=80)
def arm_takes_in(place: Place) -> Iterator[Proposed]:
    """A neighbour's pattern takes in what is not covered: `A => x` becomes `A | B => x` or `_ => x`."""
    missing = missing_patterns(place)
    for cost, match in named_matches(place)[:3]:
        group = arms(match)
        heads = [written(place, match, one) for one in missing]
        for number, arm in enumerate(reversed(group)):
            pattern = arm.child_by_field_name("pattern")
            if pattern is None:
                continue
            at = pattern.named_children[0].end_byte if pattern.named_children else pattern.end_byte
            for which in (-1, 0):
                if heads and all(one[which] != "_" for one in heads):  # `A | _` is `_`
                    yield cost + number * 0.4, (insert(at, " | " + " | ".join(h[which] for h in heads)),)
            yield cost + 1.5 + number * 0.5, (Edit(pattern.start_byte, at, "_"),)
            yield from ((cost + 0.5 + number * 0.3, edits) for edits in _widened(place, pattern))


def _widened(place: Place, pattern: Node) -> Iterator[tuple[Edit, ...]]:
    """A range made inclusive or open; a guard dropped; a literal inside made `_`."""
    text = place.text(pattern)
    condition = pattern.child_by_field_name("condition")
    if condition is not None:
        yield (Edit(pattern.named_children[0].end_byte, pattern.end_byte),)
        return
    if found := re.fullmatch(r"(\S+?)\.\.(=?)(\S*)", text):
        yield (Edit(pattern.start_byte, pattern.end_byte, f"{found[1]}.."),)
        if not found[2] and found[3]:
            yield (Edit(pattern.start_byte, pattern.end_byte, f"{found[1]}..={found[3]}"),)
        yield (Edit(pattern.start_byte, pattern.end_byte, f"..={found[3]}"),) if found[3] else ()
    for literal in re.finditer(r"\btrue\b|\bfalse\b|(?<=[(, ])-?\d+(?=[,)])|\b(?:Some|Ok)\(", text):
        if not literal[0].endswith("("):
            start = pattern.start_byte + len(text[: literal.start()].encode())
            yield (Edit(start, start + len(literal[0].encode()), "_"),)


@repairs("E0005", late=80)
def let_else(place: Place) -> Iterator[Proposed]:
    """`let P = x;` becomes `let P = x else { .. };`, `let v = x.unwrap_or..;` or `let P = x? ..`."""
    for node in place.syntax.of("let_declaration"):
        cost = place.near(node)
        value, pattern = node.child_by_field_name("value"), node.child_by_field_name("pattern")
        if cost is None or value is None or pattern is None or node.child_by_field_name("alternative") is not None:
            continue
        for turn, leave in enumerate([*leaving(place, node.start_byte, 8), 'panic!("no value");']):
            yield cost + turn * 0.4, (insert(value.end_byte, f" else {{ {leave} }}"),)
        inner = re.fullmatch(r"(?:Some|Ok)\((.+)\)", place.text(pattern), re.DOTALL)
        for turn, after in enumerate(("?", ".unwrap_or_default()", ".unwrap_or(0)", ".unwrap()") if inner else ()):
            bare = Edit(pattern.start_byte, pattern.end_byte, inner[1] if inner else "")
            yield cost + 0.3 + turn * 0.5, (bare, insert(value.end_byte, after))


@repairs("E0005", late=80)
def for_over_some(place: Place) -> Iterator[Proposed]:
    """`for Some(x) in xs` becomes `for x in xs.flatten()` or `.into_iter().flatten()`."""
    for node in place.syntax.of("for_expression"):
        pattern, value = node.child_by_field_name("pattern"), node.child_by_field_name("value")
        inner = re.fullmatch(r"(?:Some|Ok)\((.+)\)", place.text(pattern), re.DOTALL)
        if pattern is None or value is None or inner is None or place.near(node) is None:
            continue
        head = generic_args(type_of(place, value))[0]
        for turn, after in enumerate((".flatten()", ".into_iter().flatten()", ".iter().flatten()")):
            yield (
                turn * 0.5 + (head == "Vec" and turn == 0),
                (
                    Edit(pattern.start_byte, pattern.end_byte, inner[1]),
                    insert(value.end_byte, after),
                ),
            )
