"""What stands at hand for a field of an error or a parameter: names alike, the error caught, what was read.

Covered: names and own fields of that name and type, the caught error where it may be of the type, the subject as the
type has it. Not covered: constants and plain values (`likely`), which of them is meant.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from nightschool.repair.facts import fields, generic_args, has_self, implemented, plain
from nightschool.repair.place import Place

if TYPE_CHECKING:
    from nightschool.repair.likely import AtHand

_CAUGHT = re.compile(r"From<(?:&?(?:\w+::)*)(\w+)|found `(?:\w+::)*(\w+)`|Result<[^`]*?(?:\w+::)*(\w+)>`")
_ERROR = re.compile(r"Error$|^[A-Z]\w*Err$|Error<")


def near_first(place: Place, kind: str, name: str, hand: AtHand) -> list[str]:
    """What is at hand for a value of a type and name, the likeliest first."""
    same = [one.name for one in hand.names if one.name == name and (not one.type or one.type == kind)]
    caught = [hand.caught] if hand.caught and holds_caught(place, kind) else []
    text = [f"{hand.caught}.to_string()"] if hand.caught and kind == "String" else []
    return [*same, *caught, *_subject(hand, kind), *_own_fields(place, kind, name), *text]


def holds_caught(place: Place, kind: str) -> bool:
    """Whether a field of a type may hold the error at hand: one that the message names, else any named like one."""
    if "Box" in kind or not re.fullmatch(r"[\w:]+(<.*>)?", kind):
        return False
    named = {one for found in _CAUGHT.findall(place.message) for one in found if _ERROR.search(one)}
    own = generic_args(kind)[0]
    foreign = any(place.item(one) is None for one in named)  # the file does not define it: that one is caught
    return own in named or (not foreign and bool(_ERROR.search(own)))


def _subject(hand: AtHand, kind: str) -> list[str]:
    """What was read or looked up, as a value of a type."""
    if not hand.subject:
        return []
    if kind in ("String", "&str"):
        return [hand.subject + (".to_string()" if kind == "String" else "")]
    local = next((one for one in hand.names if one.name == hand.subject), None)
    if local is not None and local.type and plain(local.type) == plain(kind):
        copied = not re.fullmatch(r"[A-Z]\w*<.*|String|Vec.*", plain(kind))
        borrowed = local.type.startswith("&") and not kind.startswith("&")
        return [f"*{local.name}" if borrowed and copied else local.name]
    return [hand.subject] if kind == "usize" and hand.subject.endswith((".len()", ".count()")) else []


def _own_fields(place: Place, kind: str, name: str) -> list[str]:
    """`self.f` of the very name and type in a method."""
    if not has_self(place, place.function):
        return []
    own = fields(place, place.item(implemented(place, place.function)))
    return [f"self.{one.name}" for one in own if one.name == name and one.type == kind]
