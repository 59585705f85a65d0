"""Plain features of each candidate of one program: numbers by name that a linear chooser learns from.

Covered: who proposed it and at which cost; its place in the fixed order, its size, its ranks among the others; words
brought in and taken out; where it stands to what rustc names; what is counted in the syntax tree, and the risks; how it
relates to the other candidates. They depend on this program and its candidates alone, on no other koan, and on nothing
that was learnt. Not covered: which names are worth a weight (`linear`), behaviour and a model's score (`extra`).
"""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from nightschool.repair.changes import Hunk, hunks
from nightschool.repair.emptied import emptied
from nightschool.repair.kin import Surroundings, kin, surroundings
from nightschool.repair.place import Place
from nightschool.repair.proposal import Candidate, Found, Step
from nightschool.repair.reasons import reasons
from nightschool.repair.risks import Shape, risks
from nightschool.rust.lexer import Token
from nightschool.rust.tree import Syntax

VERSION = "6"
"""Part of a chooser's file; raised whenever a feature changes its meaning."""
READ = ("5", VERSION)
"""Versions whose choosers still choose, so that a champion from before an update goes on: 5 lacks some features and
counts some risks less often. Each night measures the champion again in tonight's harness."""
MOST = 3.0
"""Counts are cut off here: three of a kind tell as much as ten."""
MARKS = 6.0
"""And here those of lifetimes, where one more or less tells a tight signature from a wide one."""
KINDS = (
    "call_expression", "macro_invocation", "let_declaration", "expression_statement", "match_arm", "match_expression",
    "if_expression", "block", "closure_expression", "try_expression", "return_expression", "reference_expression",
    "unary_expression", "binary_expression", "index_expression", "field_expression", "type_cast_expression",
    "reference_type", "generic_type", "parameter", "lifetime", "attribute_item", "use_declaration", "impl_item",
    "function_item", "trait_bounds", "where_clause", "integer_literal", "string_literal", "assignment_expression",
    "struct_expression", "tuple_expression", "for_expression", "unit_expression", "mutable_specifier",
)  # fmt: skip
"""Node types whose number before and after is a feature."""
AROUND = frozenset(
    {
        "let_declaration", "arguments", "parameter", "parameters", "closure_expression", "match_arm", "match_pattern",
        "expression_statement", "return_expression", "struct_item", "enum_item", "impl_item", "trait_item",
        "use_declaration", "type_arguments", "reference_type", "type_parameters", "where_clause", "if_expression",
        "for_expression", "binary_expression", "field_expression", "call_expression", "macro_invocation", "block",
        "function_item", "source_file", "attribute_item", "field_initializer_list", "const_item", "static_item",
    }
)  # fmt: skip
"""Node types of which the innermost around an edit is a feature."""

Features = dict[str, float]


@dataclass(frozen=True)
class _Bench:
    """The broken program, looked at once."""

    found: Found
    place: Place
    shape: Shape
    around: Surroundings
    known: frozenset[str]
    code: str


def features(found: Found) -> list[Features]:
    """Features of each candidate, in the order of `found.candidates`; equal inputs give equal numbers."""
    bench = _opened(found)
    changed = [hunks(found.program.source, one.program) for one in found.candidates]
    company = _company(found.candidates, changed)
    made = (
        _one(bench, one, edits, among) for one, edits, among in zip(found.candidates, changed, company, strict=True)
    )
    return [{name: value for name, value in each.items() if value} for each in made]


def _opened(found: Found) -> _Bench:
    source = found.program.source
    place = Place(source, found.before.diagnostics)
    around = surroundings(place)
    return _Bench(
        found, place, Shape(place.syntax), around, frozenset(around.counts), found.before.primary_code or "none"
    )


def _one(bench: _Bench, candidate: Candidate, changed: Sequence[Hunk], among: Features) -> Features:
    made = Features(among)
    made |= _who(candidate.steps, bench.code) | _size(bench, candidate, changed)
    made |= emptied(bench.found.program.source, candidate.program) | _reasons(bench, candidate)
    made |= kin(bench.around, changed) | _words(bench, changed) | _where(bench, changed) | _counted(bench, candidate)
    return made


def _who(steps: Sequence[Step], code: str) -> Features:
    """Sources, operators and costs of the steps; the operator by error code."""
    made = {"steps": float(len(steps)), "cost": sum(_log(one.cost) for one in steps)}
    for step in steps:
        name = step.source if step.source in ("pattern", "model") else f"{step.source}.{step.name}"
        made |= {f"source:{step.source}": 1.0, f"by:{name}": 1.0, f"code:{code}>by:{name}": 1.0}
    return made


def _size(bench: _Bench, candidate: Candidate, changed: Sequence[Hunk]) -> Features:
    old, new = (Counter(one.split("\n")) for one in (bench.found.program.source, candidate.program))
    return {
        "distance": _log(candidate.distance),
        "hunks": _cut(len(changed)),
        "lines_in": _cut((new - old).total()),
        "lines_out": _cut((old - new).total()),
        "only_in": float(not any(one.out for one in changed)),
        "only_out": float(not any(one.into for one in changed)),
    }


def _words(bench: _Bench, changed: Sequence[Hunk]) -> Features:
    """Words that came in or went, those that only moved left out; names by what is known of them, too."""
    into = Counter(word for one in changed for token in one.into for word in _kinds(bench, token))
    out = Counter(word for one in changed for token in one.out for word in _kinds(bench, token))
    made = {f"in:{word}": _cut(count) for word, count in (into - out).items()}
    made |= {f"out:{word}": _cut(count) for word, count in (out - into).items()}
    made["moved"] = _cut((into & out).total())
    for one in changed:
        for first, second in zip(one.into, one.into[1:], strict=False):
            made[f"two:{_short(first)} {_short(second)}"] = 1.0
    for word in into - out:
        made[f"code:{bench.code}>in:{word}"] = 1.0
    return made


def _kinds(bench: _Bench, token: Token) -> Iterator[str]:
    yield _short(token)
    if token.kind in ("name", "raw_name"):
        yield "#known" if token.text in bench.known else "#new"
        if token.text in bench.place.names:
            yield "#quoted"


def _short(token: Token) -> str:
    """A word as features name it: text and numbers by kind, except for 0, 1 and the empty text."""
    if token.kind == "number" and token.text not in ("0", "1"):
        return "#number"
    if token.kind == "text" and token.text != '""':
        return "#text"
    return "#lifetime" if token.kind == "lifetime" and token.text not in ("'static", "'_") else token.text


def _where(bench: _Bench, changed: Sequence[Hunk]) -> Features:
    """Where the edits stand: at a named point, on a named line, in the same function or elsewhere; and inside what."""
    made: Features = {}
    function = bench.place.function
    for one in changed:
        at = len(bench.found.program.source[: one.start].encode())
        cost = bench.place.cost(at)
        inside = function is not None and function.start_byte <= at < function.end_byte
        where = "elsewhere" if cost is None and not inside else "function" if cost is None else f"{min(cost, 5)}"
        for name in (f"at:{where}", f"inside:{_around(bench.place.syntax, at)}"):
            made[name] = _cut(made.get(name, 0.0) + 1.0)
    made["far"] = float(not any(name[3:].isdigit() for name in made if name.startswith("at:")))
    return made


def _around(syntax: Syntax, at: int) -> str:
    node = syntax.root.descendant_for_byte_range(at, at)
    while node is not None and node.type not in AROUND:
        node = node.parent
    return node.type if node is not None else "nothing"


def _counted(bench: _Bench, candidate: Candidate) -> Features:
    """Nodes more and fewer by type, and the risks; risks also by error code."""
    after = Shape(Syntax(candidate.program))
    made: Features = {}
    for kind in KINDS:
        change = after.count(kind) - bench.shape.count(kind)
        most = MARKS if kind == "lifetime" else MOST
        made[f"{'more' if change > 0 else 'less'}:{kind}"] = min(float(abs(change)), most)
    for name, count in risks(bench.shape, after).items():
        made |= {f"risk:{name}": _cut(count), f"code:{bench.code}>risk:{name}": 1.0}
    return made


def _reasons(bench: _Bench, candidate: Candidate) -> Features:
    """Errors that came in, by whether their name suits the call that failed."""
    before, after = reasons(bench.found.program.source), reasons(candidate.program)
    fit, unfit = ((new - old).total() for old, new in zip(before, after, strict=True))
    return {"reason_fits": _cut(fit), "reason_unfit": _cut(unfit)}


def _company(candidates: Sequence[Candidate], changed: Sequence[Sequence[Hunk]]) -> Iterator[Features]:
    """Ranks, and how a candidate relates to the others: does it do more than one of them, or the same elsewhere?"""
    edits = [frozenset((h.start, _text(h.out), _text(h.into)) for h in each) for each in changed]
    words = [tuple(sorted((_text(h.out), _text(h.into)) for h in each)) for each in changed]
    same = Counter(words)
    costs = [sum(step.cost for step in one.steps) for one in candidates]
    names = Counter(one.steps[-1].name for one in candidates if one.steps)
    for n, one in enumerate(candidates):
        yield {
            "order": _log(one.order),
            "first": float(one.order == 0),
            "cost_rank": _log(sum(cost < costs[n] for cost in costs)),
            "size_rank": _log(sum(other.distance < one.distance for other in candidates)),
            "adds_to": _cut(sum(other < edits[n] for other in edits)),
            "part_of": _cut(sum(edits[n] < other for other in edits)),
            "same_words": _log(same[words[n]] - 1),
            "same_operator": _log(names[one.steps[-1].name] - 1) if one.steps else 0.0,
        }


def _text(run: Sequence[Token]) -> str:
    return " ".join(token.text for token in run)


def _cut(count: float) -> float:
    return min(float(count), MOST)


def _log(count: float) -> float:
    return math.log1p(max(count, 0.0))
