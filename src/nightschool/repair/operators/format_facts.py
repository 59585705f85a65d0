"""How a type may be written as text: bodies of `fmt`.

Covered: a method that gives text, texts quoted in comments with the fields' names, the file's own formats, separators,
arms by variant, another type's `fmt`. Not covered: where they go (`impls`, `trait_items`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from tree_sitter import Node

from nightschool.repair.facts import Field, Variant, fields, has_self, parameters, return_type, variants
from nightschool.repair.operators.format_examples import by_examples
from nightschool.repair.operators.item_facts import last_name, methods
from nightschool.repair.place import Place

SEPARATORS = (" ", ": ", ", ", "-", "/", ":", "x", ".", "")
COUNTED = re.compile(r"^(?:Vec|VecDeque|HashMap|HashSet|BTreeMap|BTreeSet|&\[|\[)")
"""Types that have no `Display`: their number of elements stands for them."""
_DECIMALS = {"one": 1, "two": 2, "three": 3, "four": 4, "1": 1, "2": 2, "3": 3}


def formats(place: Place, item: Node | None, kind: str, trait: str = "Display") -> Iterator[str]:
    """Bodies of `fmt` for a type, the likely first."""
    own = list(fields(place, item)) if item is not None and item.type == "struct_item" else []
    if last_name(trait) not in ("Display", "Debug"):
        path = trait if "::" in trait else f"std::fmt::{trait}"
        yield from (f"{path}::fmt(&self.{one.name}, f)" for one in own)
    yield from _by_method(place, kind)
    if item is not None and item.type == "enum_item":
        listed = variants(place, item)
        for lower in (True, False):
            yield "match self { " + " ".join(_arm(place, one, lower) for one in listed) + " }"
    elif item is not None:
        yield from by_examples(place, item, own)
        yield from _from_comments(place, own)
        yield from _ratio(place, own)
        yield from _listed(place, own)
        yield from _of_fields(place, own, kind)
    yield 'write!(f, "{self:?}")'


def _by_method(place: Place, kind: str) -> Iterator[str]:
    """Methods without parameters that give text, or a list of texts."""
    for method in methods(place.syntax, kind):
        said, call = return_type(place, method), f"self.{place.syntax.name(method)}()"
        lent = last_name(said)
        if not has_self(place, method) or parameters(place, method):
            continue
        if lent in ("str", "String"):
            yield f"f.write_str({'' if lent == 'str' else '&'}{call})"
        elif lent == "char":
            yield f'write!(f, "{{}}", {call})'
        elif re.fullmatch(r"Vec<(?:String|&(?:'\w+ )?str)>", said):
            used = re.findall(r'\.join\(("[^"\n]*")\)', place.source)
            yield from (f"f.write_str(&{call}.join({mark}))" for mark in dict.fromkeys([*used[:1], '" "', '", "']))


def _arm(place: Place, variant: Variant, lower: bool) -> str:
    word = re.sub(r"(?<!^)([A-Z])", r" \1", variant.name).lower() if lower else variant.name
    names = [one.name if variant.shape == "{" else f"v{one.name}" for one in variant.fields]
    values = " ".join(f"{{{name}}}" for name in names)
    pattern = {"": "", "(": f"({', '.join(names)})", "{": f" {{ {', '.join(names)} }}"}[variant.shape]
    quoted = re.search(rf"`[^`\n]*\b{re.escape(word)}([^\w`\n]{{1,2}})\w[^`\n]*`", place.source)
    mark = quoted[1] if quoted and "{" not in quoted[1] else ": " if len(names) == 1 else " "
    return f'Self::{variant.name}{pattern} => write!(f, "{word}{mark if names else ""}{values}"),'


def _decimals(place: Place) -> str:
    """The precision that a comment asks for: `.1` for "with one decimal"."""
    found = re.search(r"(\w+) (?:decimal|digits? after|places?)\b", place.source)
    return f".{_DECIMALS[found[1]]}" if found and found[1] in _DECIMALS else ""


def _value(one: Field) -> str:
    return f"self.{one.name}.len()" if COUNTED.match(one.type) else f"self.{one.name}"


def _hole(place: Place, one: Field) -> str:
    precision = _decimals(place) if one.type in ("f64", "f32") else ""
    return f"{{:{precision}}}" if precision else "{}"


def _from_comments(place: Place, own: list[Field]) -> Iterator[str]:
    """Texts that comments quote, with the fields' values where their names stand: `reads "name: number of parts"`."""
    comments = "\n".join(place.text(node) for node in place.syntax.of("line_comment", "block_comment"))
    names = "|".join(sorted((re.escape(one.name) for one in own), key=len, reverse=True))
    by_name = {one.name: one for one in own}
    for text in re.findall(r'["`]([^"`\n]+)["`]', comments) if names else ():
        parts = re.split(rf"((?:number of )?\b(?:{names})\b)", text.replace("{", "{{").replace("}", "}}"))
        used = [by_name[part.removeprefix("number of ")] for part in parts[1::2]]
        if used:
            shown = "".join(_hole(place, used[n // 2]) if n % 2 else part for n, part in enumerate(parts))
            yield f'write!(f, "{shown}", {", ".join(_value(one) for one in used)})'


def _ratio(place: Place, own: list[Field]) -> Iterator[str]:
    """Two whole numbers of which the second divides the first; where comments speak of whole ones, these alone."""
    if len(own) == 2 and re.match(r"den|bottom|lower|divisor", own[1].name) and re.fullmatch(r"[iu]\w+", own[1].type):
        above, below = f"self.{own[0].name}", f"self.{own[1].name}"
        both = f'write!(f, "{{}}/{{}}", {above}, {below})'
        if re.search(r"\b(?:[Ww]hole|without|integer)", place.source):
            yield f'if {below} == 1 {{ write!(f, "{{}}", {above}) }} else {{ {both} }}'
        yield both


def _listed(place: Place, own: list[Field]) -> Iterator[str]:
    """The elements of the only list of a type, one after the other with a mark between."""
    lists = [one for one in own if re.match(r"(?:Vec|VecDeque|BTreeSet)<(?!Option|Vec|\()", one.type)]
    used = re.findall(r'\.join\("([^"\n{}]*)"\)', place.source)
    for mark in dict.fromkeys([*used[:1], " ", ", "]) if len(lists) == 1 and len(own) <= 2 else ():
        between = f'if number > 0 {{ f.write_str("{mark}")?; }}'
        loop = f"for (number, one) in self.{lists[0].name}.iter().enumerate()"
        yield f'{loop} {{ {between} write!(f, "{{one}}")?; }} Ok(())'


def _of_fields(place: Place, own: list[Field], kind: str) -> Iterator[str]:
    """Formats of the file with as many places as there are fields, then usual ones."""
    if not own:
        yield f'write!(f, "{kind}")'
        return
    given, holes = ", ".join(map(_value, own)), [_hole(place, one) for one in own]
    for text in dict.fromkeys(place.text(node)[1:-1] for node in place.syntax.of("string_literal")):
        if len(re.findall(r"\{[^{}]*\}", text)) == len(own) and "self" not in text:
            plain = re.sub(r"\{\w*(:[^{}]*)?\}", lambda found: "{" + (found[1] or "") + "}", text)
            yield f'write!(f, "{plain}", {given})'
    for mark in SEPARATORS if len(own) > 1 else ("",):
        yield f'write!(f, "{mark.join(holes)}", {given})'
    if len(own) == 1:
        yield f'write!(f, "{kind}({holes[0]})", {given})'
        return
    yield f'write!(f, "({", ".join(holes)})", {given})'
    yield from (f'write!(f, "{_hole(place, one)}", {_value(one)})' for one in own)
    yield f'write!(f, "{kind}({", ".join(holes)})", {given})'
    for mark in (" ", ": ", ", ", " - "):
        for one, other in pairwise(own):
            yield f'write!(f, "{_hole(place, one)}{mark}{_hole(place, other)}", {_value(one)}, {_value(other)})'
