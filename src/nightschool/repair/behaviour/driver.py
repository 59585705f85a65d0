"""Writes the Rust module that makes a candidate's planned calls; it stands inside the candidate, as tests do.

Covered: one function for each entry of the plan, Debug for own types that have none (fields as a derive would show
them), and the lines of each, so that what does not compile can be left out.
Source: `probe.rs` and `shown.rs` for the helpers.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from nightschool.repair.behaviour import samples
from nightschool.repair.behaviour.calling import FORMATS, Method
from nightschool.repair.behaviour.debug import debug_impls
from nightschool.repair.behaviour.plan import Entry, Plan
from nightschool.repair.behaviour.signatures import Interface
from nightschool.repair.behaviour.values import Value
from nightschool.rust.written import lines_without_ends

HEAD = """use super::*;
use crate::ns__harness::probe::{ns__made, ns__noted, ns__step, Entry, Probe};
use crate::ns__harness::shown::{ns__after, ns__lend, ns__note, ns__show, ns__slice, ns__wait, Shown};
use crate::ns__harness::shown::{ByDebug as _, ByDisplay as _, ByItems as _, ByJoining as _, NotAtAll as _};
"""


@dataclass(frozen=True, slots=True)
class Block:
    """Some lines of a driver that can be left out together."""

    text: str
    entry: int | None
    """Place of the plan's entry; None for an impl of Debug or a sample type."""


def blocks_of(plan: Plan, interface: Interface, broken: Interface) -> list[Block]:
    """The parts of a driver."""
    calls = [_function(entry, at) for at, entry in enumerate(plan.entries)]
    helpers = [*debug_impls(interface, broken), *samples.written(interface, calls)]
    return [*(Block(text, None) for text in helpers), *(Block(text, at) for at, text in enumerate(calls))]


def write_driver(blocks: Sequence[Block], plan: Plan, runs: int, without: Collection[int]) -> tuple[str, list[int]]:
    """The driver's text without some blocks, and the block that each of its lines belongs to (-1: none)."""
    lines = lines_without_ends(HEAD)
    owners = [-1] * len(lines)
    entries = []
    for at, block in enumerate(blocks):
        if at in without:
            continue
        text = lines_without_ends(block.text)
        lines += text
        owners += [at] * len(text)
        if block.entry is not None:
            entries.append(_table(plan.entries[block.entry], block.entry))
    lines.append(f"pub static NS__PROBE: Probe = Probe {{ entries: &[{', '.join(entries)}], runs: {runs} }};")
    return "\n".join([*lines, ""]), [*owners, -1]


def _table(entry: Entry, at: int) -> str:
    rows = ", ".join(f"&[{', '.join(map(str, row))}]" for row in entry.inputs)
    return f"Entry {{ call: ns__e{at}, inputs: &[{rows}] }}"


def _function(entry: Entry, at: int) -> str:
    body = _sequence(entry) if entry.sequence else _single(entry.methods[0])
    return f"fn ns__e{at}(ns__i: &[u8]) {{\n{body}\n}}"


def _single(method: Method) -> str:
    receiver = method.function.receiver
    values = [_choice(pool, f"ns__i[{at}]") for at, pool in enumerate(method.pools)]
    if receiver and receiver != "self":
        values[0] = f"ns__lend({values[0]})"
    return f"ns__step(|| {_call(method, values)});"


def _choice(pool: Sequence[Value], index: str) -> str:
    """The value of a pool that an index names."""
    if len(pool) == 1:
        return pool[0].code
    arms = "".join(f"{at} => {value.code}, " for at, value in enumerate(pool[:-1]))
    return f"match {index} {{ {arms}_ => {pool[-1].code} }}"


def _call(method: Method, values: list[str]) -> str:
    """An expression that makes the call and is a String; arguments that it may change are shown after it."""
    values, lets, after = list(values), [], []
    for at, passed in method.shown_after:
        lets.append(f"let ns__p{at} = {values[at]}; ")
        values[at] = passed.replace("$", f"ns__p{at}")
        after.append(f", ns__after(ns__show!(&*ns__p{at}))")
    if not method.path:
        form = FORMATS[method.function.trait.rpartition("::")[2]]
        return f'format!("{{:?}}", format!("{form}", {values[0]}))'
    first, later = values[: len(values) - method.later], values[len(values) - method.later :]
    made = f"{method.path}({', '.join(first)})"
    made = f"ns__wait({made})" if method.function.waits else made
    if method.answers:
        made = f"{{ let mut ns__f = {made}; ns__f({', '.join(later)}) }}"
    if not after:
        return f"{{ {''.join(lets)}ns__show!({made}) }}"
    holes = "{}" * (1 + len(after))
    return f'{{ {"".join(lets)}format!("{holes}", ns__show!({made}){"".join(after)}) }}'


def _sequence(entry: Entry) -> str:
    objects = entry.methods[0].pools[0]
    arms = "\n".join(_arm(method, at) for at, method in enumerate(entry.methods))
    return "\n".join(
        [
            f"let Some(ns__o) = ns__made(|| {_choice(objects, 'ns__i[0]')}) else {{ return }};",
            "let (mut ns__o, mut ns__at) = (Some(ns__o), 1);",
            "while ns__at < ns__i.len() {",
            "let ns__a = &ns__i[ns__at + 1..];",
            f"let ns__fine = match ns__i[ns__at] {{\n{arms}\n_ => false }};",
            "if !ns__fine { return; }",
            "}",
        ]
    )


def _arm(method: Method, at: int) -> str:
    taken = {"&self": "ns__o.as_ref().unwrap()", "&mut self": "ns__o.as_mut().unwrap()"}
    receiver = taken.get(method.function.receiver, "ns__o.take().unwrap()")
    values = [receiver, *(_choice(pool, f"ns__a[{place}]") for place, pool in enumerate(method.pools[1:]))]
    return f"{at} => {{ ns__at += {len(method.pools)}; ns__step(|| {_call(method, values)}) }}"
