"""How one function is called: the pools of its arguments, the call as Rust and as a person writes it.

Covered: functions, associated functions, methods by any receiver, methods of traits, what closures that come back
answer, async functions, formatting by Display and Debug. Not covered: destructors, functions of which an argument
cannot be made.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from nightschool.repair.behaviour import own
from nightschool.repair.behaviour.inputs import Inputs
from nightschool.repair.behaviour.signatures import Function
from nightschool.repair.behaviour.types import CLOSURES, MUT, REF, UNIT, Type
from nightschool.repair.behaviour.values import Value

FORMATS = {"Display": "{}", "Debug": "{:?}", "LowerHex": "{:x}", "UpperHex": "{:X}", "Binary": "{:b}"} | {
    "Octal": "{:o}",
    "LowerExp": "{:e}",
}
LIBRARY = {
    **dict.fromkeys(("FromStr",), "::std::str::"),
    **dict.fromkeys(("From", "Into", "TryFrom", "TryInto", "AsRef", "AsMut"), "::std::convert::"),
    **dict.fromkeys(("Iterator", "IntoIterator", "FromIterator", "Extend", "Sum"), "::std::iter::"),
    **dict.fromkeys(("PartialEq", "PartialOrd", "Ord", "Eq"), "::std::cmp::"),
    **dict.fromkeys(("Add", "Sub", "Mul", "Div", "Rem", "Neg", "Not", "AddAssign", "SubAssign"), "::std::ops::"),
    **dict.fromkeys(("Index", "IndexMut", "Deref", "DerefMut", "MulAssign"), "::std::ops::"),
    "Default": "::std::default::",
    "Clone": "::std::clone::",
}
"""Where the library's traits are, in case only an inner module of the program imports them."""
SHARED = ("Cell<", "Mutex<", "RwLock<", "Atomic")
"""What can change behind a shared reference."""
NEVER = frozenset({"Drop", "Hash", "Error", "Future"})
"""Traits whose methods are not called by hand."""


@dataclass(frozen=True, slots=True)
class Method:
    """A function that can be called."""

    function: Function
    owner: str
    """Name of its type; empty for free functions."""
    path: str
    """How the driver names it; empty where a format does the call."""
    pools: tuple[tuple[Value, ...], ...]
    """Values of the receiver, of each parameter, and of what a returned closure is given."""
    shown_after: tuple[tuple[int, str], ...] = ()
    """Places of the arguments that the call may change, and how each is passed so that it can be shown afterwards."""
    later: int = 0
    """How many of the last pools are given to the closure that comes back."""

    def written(self, values: Sequence[str]) -> str:
        """The call as a person would write it."""
        function = self.function
        first, later = list(values[: len(values) - self.later]), values[len(values) - self.later :]
        if not self.path:
            return f'format!("{FORMATS[_last(function.trait)]}", {first[0]})'
        if function.receiver:
            head = f"({first[0]})" if first[0][:1] in "-&|" else first[0]
            text = f"{head}.{function.name}({', '.join(first[1:])})"
        else:
            place = f"{self.owner}::" if self.owner else function.place
            text = f"{place}{function.name}({', '.join(first)})"
        return f"{text}({', '.join(later)})" if self.answers else text

    @property
    def answers(self) -> bool:
        """What comes back is a function, and is called too."""
        return closure_of(self.function.result) is not None


def callable_method(inputs: Inputs, function: Function) -> Method | None:
    """How the function is called; None if an argument cannot be made."""
    if _last(function.trait) in NEVER or function.receiver not in ("", "self", "&self", "&mut self"):
        return None
    if function.receiver and function.owner is None:
        return None
    names = _names(inputs, function)
    if names is None:
        return None
    formats = function.name == "fmt" and bool(function.receiver) and _last(function.trait) in FORMATS
    answer = closure_of(function.result)
    later = [one.filled(names) for one in answer.args[:-1]] if answer else []
    kinds = [] if formats else [one.filled(names) for one in function.parameters]
    owner = function.owner.filled(names) if function.owner else None
    taken = [*([owner] if owner and function.receiver else []), *kinds, *later]
    pools = tuple(inputs.of(kind) for kind in taken)
    if not all(pools):
        return None
    offset = 1 if function.receiver else 0
    changed = tuple((at + offset, passed) for at, kind in enumerate(kinds) if (passed := _passed(kind)))
    path = "" if formats else _path(inputs, function, owner)
    return Method(function, owner.name if owner else "", path, pools, changed, len(later))


def closure_of(result: Type) -> Type | None:
    """The function type that a result is, opaque or boxed."""
    inner = result.args[0] if result.name in ("Box", "impl", "dyn") and result.args else result
    inner = inner.args[0] if inner.name in ("impl", "dyn") and inner.args else inner
    return inner if inner.name in CLOSURES and inner.args else None


def _names(inputs: Inputs, function: Function) -> dict[str, Type] | None:
    """A type for each generic parameter of the function and of its impl block."""
    return own.filled(inputs, function.generics, None)


def _passed(kind: Type) -> str:
    """How an argument is passed that the call may change and that can be looked at afterwards; empty for others."""
    if not kind.args or kind.args[0].name in ("dyn", "impl", *CLOSURES) or kind.args[0] == UNIT:
        return ""
    shared = any(name in str(kind) for name in SHARED)
    return {MUT: "&mut *$", REF: "&*$" if shared else "", "Rc": "$.clone()", "Arc": "$.clone()"}.get(kind.name, "")


def _path(inputs: Inputs, function: Function, owner: Type | None) -> str:
    if owner is None:
        return f"{function.place}{function.name}"
    named = inputs.interface.qualified(owner)
    return f"<{named}{f' as {_trait(inputs, function)}' if function.trait else ''}>::{function.name}"


def _trait(inputs: Inputs, function: Function) -> str:
    name = _last(function.trait)
    if name in inputs.interface.traits:
        return f"{inputs.interface.traits[name].place}{function.trait.rpartition('::')[2]}"
    if name in LIBRARY:
        return f"{LIBRARY[name]}{function.trait[function.trait.index(name) :]}"
    return function.trait


def _last(path: str) -> str:
    return path.partition("<")[0].rpartition("::")[2].strip()
