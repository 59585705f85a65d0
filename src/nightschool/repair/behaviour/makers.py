"""Values of the standard library's types, from values of what they hold.

Covered: references, slices, vectors, arrays, tuples, Option, Result, boxes and cells, collections, ranges, Duration,
Cow. Not covered: files, paths, sockets, threads, channels, iterators other than over a vector.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import TYPE_CHECKING

from nightschool.repair.behaviour import bounds
from nightschool.repair.behaviour.literals import quoted
from nightschool.repair.behaviour.types import ARRAY, MUT, REF, SLICE, TUPLE, Type
from nightschool.repair.behaviour.values import LEND, LEND_SLICE, Value, joined, same, wrapped

if TYPE_CHECKING:
    from nightschool.repair.behaviour.inputs import Inputs

Maker = Callable[["Inputs", Type, int], list[Value]]
LONGEST_ARRAY = 16
ARRAYS = 6
_PATHS = {
    "Rc": "::std::rc::Rc",
    "Arc": "::std::sync::Arc",
    "Cell": "::std::cell::Cell",
    "RefCell": "::std::cell::RefCell",
    "Mutex": "::std::sync::Mutex",
    "RwLock": "::std::sync::RwLock",
}


def values(inputs: Inputs, kind: Type, depth: int) -> list[Value]:
    """Values of a type of the standard library; none if it is not known here."""
    maker = _MAKERS.get(kind.name)
    return maker(inputs, kind, depth) if maker else []


def _first(kind: Type) -> Type:
    return kind.args[0] if kind.args else Type("")


def _reference(inputs: Inputs, kind: Type, depth: int) -> list[Value]:
    target, mark = inputs.interface.resolved(kind.args[0]), "&mut " if kind.name == MUT else "&"
    if target.name == SLICE:
        rows = inputs.lists(target.args[0], depth)
        return [joined(row, f"{LEND_SLICE}(vec![$])", f"{mark}[$]") for row in rows]
    if target.name == "dyn":
        shown = _grouped(inputs.interface.qualified(target))
        return wrapped(bounds.values(inputs, target.args, depth), f"({LEND}($) as {mark}{shown})", f"{mark}$")
    shared = f"&*{LEND}($)" if kind.name == REF else f"{LEND}($)"
    return wrapped(inputs.of(target, depth + 1), shared, f"{mark}$")


def _grouped(kind: Type) -> str:
    return f"({kind})" if len(kind.args) > 1 else str(kind)


def _vector(inputs: Inputs, kind: Type, depth: int) -> list[Value]:
    return [joined(row, "vec![$]") for row in inputs.lists(_first(kind), depth)]


def _collection(inputs: Inputs, kind: Type, depth: int) -> list[Value]:
    made, shown = f"::std::collections::{kind.name}::from([$])", f"{kind.name}::from([$])"
    return [joined(row, made, shown) for row in inputs.lists(_first(kind), depth)]


def _map(inputs: Inputs, kind: Type, depth: int) -> list[Value]:
    pair = Type(TUPLE, kind.args[:2])
    return _collection(inputs, Type(kind.name, (pair,)), depth) if len(kind.args) == 2 else []


def _array(inputs: Inputs, kind: Type, depth: int) -> list[Value]:
    pool = inputs.of(kind.args[0], depth + 1)
    if not pool or not kind.detail.isdigit() or int(kind.detail) > LONGEST_ARRAY:
        return []
    size, chance = int(kind.detail), random.Random(f"array {kind}")
    drawn = [tuple(chance.choice(pool) for _ in range(size)) for _ in range(ARRAYS)]
    return [joined(row, "[$]") for row in [(pool * size)[:size], *drawn]]


def _tuple(inputs: Inputs, kind: Type, depth: int) -> list[Value]:
    shown = "($,)" if len(kind.args) == 1 else "($)"
    return [joined(row, shown) for row in inputs.rows(kind.args, depth)] if kind.args else [same("()")]


def _option(inputs: Inputs, kind: Type, depth: int) -> list[Value]:
    some = wrapped(inputs.of(_first(kind), depth + 1), "Some($)")
    return [*some[:1], same("None"), *some[1:]]


def _result(inputs: Inputs, kind: Type, depth: int) -> list[Value]:
    if len(kind.args) != 2:
        return []
    fine = wrapped(inputs.of(kind.args[0], depth + 1), "Ok($)")
    failed = wrapped(inputs.of(kind.args[1], depth + 1), "Err($)")
    return [*fine[:2], *failed[:2], *fine[2:4], *failed[2:4]] if fine and failed else []


def _box(inputs: Inputs, kind: Type, depth: int) -> list[Value]:
    target, name = inputs.interface.resolved(_first(kind)), kind.name
    path = _PATHS.get(name, name)
    if target.name == "dyn":
        made = bounds.values(inputs, target.args, depth)
        shown = inputs.interface.qualified(target)
        return wrapped(made, f"({path}::new($) as {path}<{shown}>)", f"{name}::new($)")
    if target.name == "str":
        return [joined([same(quoted(text))], f"{path}::from($)", f"{name}::from($)") for text in inputs.literals.text()]
    if target.name == SLICE:
        rows = inputs.lists(target.args[0], depth)
        return [joined(row, f"{path}::from(vec![$])", f"{name}::from(vec![$])") for row in rows]
    return wrapped(inputs.of(target, depth + 1), f"{path}::new($)", f"{name}::new($)")


def _range(inputs: Inputs, kind: Type, depth: int) -> list[Value]:
    mark = ".." if kind.name == "Range" else "..="
    whole = inputs.of(_first(kind), depth + 1)
    return [same(f"0{mark}3"), same(f"2{mark}5"), same(f"1{mark}1")] if whole else []


def _duration(_inputs: Inputs, _kind: Type, _depth: int) -> list[Value]:
    made = [same(str(seconds)) for seconds in (1, 0, 90, 3600)]
    return wrapped(made, "::std::time::Duration::from_secs($)", "Duration::from_secs($)")


def _cow(inputs: Inputs, _kind: Type, _depth: int) -> list[Value]:
    made = [same(quoted(text)) for text in inputs.literals.text()]
    return wrapped(made, "::std::borrow::Cow::from($)", "Cow::from($)")


def _iterator(inputs: Inputs, kind: Type, depth: int) -> list[Value]:
    return wrapped(_vector(inputs, kind, depth), "$.into_iter()")


def _ordering(_inputs: Inputs, _kind: Type, _depth: int) -> list[Value]:
    made = [same(name) for name in ("Less", "Equal", "Greater")]
    return wrapped(made, "::std::cmp::Ordering::$", "Ordering::$")


_MAKERS: dict[str, Maker] = {
    **dict.fromkeys((REF, MUT), _reference),
    **dict.fromkeys(("Box", *_PATHS), _box),
    **dict.fromkeys(("VecDeque", "BTreeSet", "HashSet", "BinaryHeap", "LinkedList"), _collection),
    **dict.fromkeys(("HashMap", "BTreeMap"), _map),
    **dict.fromkeys(("Range", "RangeInclusive"), _range),
    "Vec": _vector,
    ARRAY: _array,
    TUPLE: _tuple,
    "Option": _option,
    "Result": _result,
    "Duration": _duration,
    "Cow": _cow,
    "IntoIter": _iterator,
    "Ordering": _ordering,
}
