"""Texts of a type after the examples that comments give: `03-07 sea`, `1.4` or `1.4.2`, `-3.05`.

Covered: as many parts as the type has, with the marks between them, zeros in front, a last part that may be missing,
letters for small numbers, a whole sentence with values in it, cents and minutes of one number. Not covered: names of
fields in quoted texts and marks without an example (`format_facts`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tree_sitter import Node

from nightschool.repair.facts import Field
from nightschool.repair.operators.shown_parts import Part, parts_of
from nightschool.repair.place import Place

BEFORE = r"(?P<before>[^\w\s,;:`'\"]{0,2}|v)"
BETWEEN = r"[^\w\n]{%d,4}|\W[a-z]{1,3}\W"
GROUPS = {
    "number": r"\d+|(?<![A-Za-z])[A-Za-z](?![A-Za-z])", "decimal": r"\d+\.\d+|\d+", "text": r"[^\W\d_]+",
    "shown": r"[^\W_]+", "optional": r"[^\W_]+",
}  # fmt: skip
SPLIT = re.compile(
    r"(?P<pre>[^\w\s-]?)-?(?P<one>\d+)(?P<mark>[.:,])(?P<two>\d\d+)(?P<post>%| ?[A-Z€$]{1,3}\b)?(?![\d:])"
)
"""An example that shows one number in two parts."""
MOST = 8
"""Most bodies that are proposed."""
LOOKED_AT = 24
"""Most texts that are taken for examples, those next to the type first: each is compared with each."""


def by_examples(place: Place, item: Node, own: list[Field]) -> list[str]:
    """Bodies of `fmt` after the examples of comments, the likeliest first."""
    parts = parts_of(place, own)
    if not parts:
        return []
    texts = _quoted(place, item)
    from_zero = bool(re.search(r"from (?:zero|0)\b|zero-based", place.source))
    found = [body for text in texts for body in _of_one(text, parts)] if len(parts) == 1 else []
    for text in texts if len(parts) > 1 else ():
        found += _of_several(text, texts, parts, from_zero)
    found += [body for text in _sentences(place, item) for body in _of_sentence(text, parts)]
    return list(dict.fromkeys(found))[:MOST]


def _comments(place: Place, item: Node) -> list[str]:
    """Comments of the file, those next to the type first."""
    found = place.syntax.of("line_comment", "block_comment")
    found.sort(key=lambda one: (abs(place.line(one.start_byte) - place.line(item.start_byte)) // 12, one.start_byte))
    return [re.sub(r"^\s*(?://[/!]?|/\*+)\s?|\*/$", "", place.text(one)).strip() for one in found]


def _quoted(place: Place, item: Node) -> list[str]:
    """Texts between backticks or quotes in comments."""
    found = re.findall(r"`([^`\n]{1,40})`|\"([^\"\n]{1,40})\"", "\n".join(_comments(place, item)))
    return [text for text in dict.fromkeys(one or other for one, other in found) if len(text) > 1][:LOOKED_AT]


def _sentences(place: Place, item: Node) -> list[str]:
    """What a comment says after a colon, to the end of its line."""
    return [text.rsplit(": ", 1)[1] for text in _comments(place, item) if ": " in text][:LOOKED_AT]


def literal(text: str) -> str:
    """A text in a format string."""
    return text.replace("\\", "\\\\").replace('"', '\\"').replace("{", "{{").replace("}", "}}")


def _of_several(text: str, texts: list[str], parts: list[Part], from_zero: bool) -> Iterator[str]:
    """A format after an example with all parts, or with all but a last one that writes itself or is missing."""
    found = _matched(text, parts)
    if found is None:
        yield from _without_last(text, parts, from_zero)
        return
    holes, marks = _holes(found, parts, from_zero)
    last = parts[-1]
    if last.kind == "optional" or any(_is_whole(other, parts[:-1]) for other in texts if last.kind == "number"):
        yield _with_last(holes, marks, last)
    if last.kind != "optional":
        yield f'write!(f, "{_shape(holes, marks)}{marks[-1]}", {_given(holes)})'


def _shape(holes: list[tuple[str, str]], marks: list[str]) -> str:
    """The text of a format: each part's place after its mark."""
    return "".join(f"{mark}{{{hole}}}" for mark, (hole, _) in zip(marks, holes, strict=False))


def _given(holes: list[tuple[str, str]]) -> str:
    return ", ".join(value for _, value in holes)


def _without_last(text: str, parts: list[Part], from_zero: bool) -> Iterator[str]:
    """A format after an example in which the last part writes nothing, or a mark stands for it: `3 *`."""
    last = parts[-1]
    missing = re.search(r"(\W{1,3}?)([*?-]|\b(?:none|never|unknown)\b)$", text) if last.kind == "optional" else None
    before = _matched(text[: missing.start()] if missing else text, parts[:-1])
    if before is None or not (missing or (last.kind == "shown" and _is_whole(text, parts[:-1]))):
        return
    holes, marks = _holes(before, parts[:-1], from_zero)
    shape, given = _shape(holes, marks), _given(holes)
    if missing is None:
        yield f'write!(f, "{shape}{{}}", {given}, {last.text})'
        return
    mark, word = literal(missing[1]), missing[2]
    some = f'Some(last) => write!(f, "{shape}{mark}{{}}", {given}, last)'
    yield f'match &{last.text} {{ {some}, None => write!(f, "{shape}{mark}{word}", {given}) }}'


def _with_last(holes: list[tuple[str, str]], marks: list[str], last: Part) -> str:
    """All but the last part, then that one with its mark if it is there."""
    first = f'write!(f, "{_shape(holes[:-1], marks)}", {_given(holes[:-1])})?;'
    mark, hole = marks[len(holes) - 1], holes[-1][0]
    if last.kind == "optional":
        asked, value = f"if let Some(last) = &{last.text}", "last"
    else:
        asked, value = f"if {last.text} != 0", holes[-1][1]
    return f'{first} {asked} {{ write!(f, "{mark}{{{hole}}}", {value})?; }} Ok(())'


def _is_whole(text: str, parts: Sequence[Part]) -> bool:
    """Whether a text is an example of these parts and of nothing else."""
    found = _matched(text, parts)
    return found is not None and found.start() == 0 and found.end() == len(text)


def _matched(text: str, parts: Sequence[Part]) -> re.Match[str] | None:
    """The place in a text that has a value for each part, with marks between."""
    pattern = BEFORE
    for at, part in enumerate(parts):
        close = at > 0 and {part.kind, parts[at - 1].kind} & {"text", "shown"} and part.kind != parts[at - 1].kind
        letters = part.kind == "number" or (at > 0 and parts[at - 1].kind == "number")
        between = BETWEEN % (0 if close or (letters and re.search(r"[A-Za-z]\d", text)) else 1)
        pattern += (f"(?P<m{at}>{between})" if at else "") + f"(?P<p{at}>{GROUPS[part.kind]})"
    found = re.search(rf"(?<!\w){pattern}(?P<after>[)\]>%]{{0,1}})(?!\w)", text) if parts else None
    return found if found is not None and _is_all(found, text, parts) else None


def _is_all(found: re.Match[str], text: str, parts: Sequence[Part]) -> bool:
    """Whether a match is no part of a longer list, and not of letters alone where numbers stand."""
    mark = found[f"m{len(parts) - 1}"] if len(parts) > 1 else ""
    numbers = [found[f"p{at}"] for at, part in enumerate(parts) if part.kind == "number"]
    longer = mark.strip() and (text[found.end() :].startswith(mark) or text[: found.start()].endswith(mark))
    return not longer and (not numbers or any(one.isdigit() for one in numbers))


def _holes(found: re.Match[str], parts: Sequence[Part], from_zero: bool) -> tuple[list[tuple[str, str]], list[str]]:
    """((format, value) of each part, texts before each part and after the last)."""
    given = [found[f"p{at}"] for at in range(len(parts))]
    lettered = any(one.isalpha() for one, part in zip(given, parts, strict=True) if part.kind == "number")
    wide = {len(one) for one in given if re.match(r"0\d", one)}
    holes = [_hole(one, part, wide, from_zero and lettered) for one, part in zip(given, parts, strict=True)]
    before = found["before"].removesuffix("-") if parts[0].signed else found["before"]
    marks = [before, *(found[f"m{at}"] for at in range(1, len(parts))), found["after"]]
    return holes, [literal(one) for one in marks]


def _hole(example: str, part: Part, wide: set[int], one_more: bool) -> tuple[str, str]:
    """(format, value) of a part after its example; zeros in front where one as wide has them."""
    if part.kind == "number" and example.isalpha():
        cast = "" if part.type == "u8" else " as u8"
        return "", f"(b'{'A' if example.isupper() else 'a'}' + {part.text}{cast}) as char"
    if part.kind == "decimal":
        return f":.{len(example.partition('.')[2])}", part.text
    zeros = part.kind in ("number", "optional") and example.isdigit() and len(example) in wide
    value = f"{part.text} + 1" if part.kind == "number" and one_more else part.text
    return (f":0{len(example)}" if zeros else ""), value


def _of_one(text: str, parts: list[Part]) -> Iterator[str]:
    """One number as hundreds and cents, hours and minutes: `-3.05`, `07:30`, `1:02:03`."""
    part = parts[0]
    found = SPLIT.search(text)
    if part.kind != "number" or found is None:
        return
    base = 60 if found["mark"] == ":" else 10 ** len(found["two"])
    signed = part.type[0] == "i"
    value = f"{part.text}.abs()" if signed else part.text
    pad = f":0{len(found['one'])}" if re.match(r"0\d", found["one"]) else ""
    shape = f"{literal(found['pre'])}{{{pad}}}{found['mark']}{{:0{len(found['two'])}}}{literal(found['post'] or '')}"
    if signed:
        sign = f'let sign = if {part.text} < 0 {{ "-" }} else {{ "" }};'
        yield f'{sign} write!(f, "{{sign}}{shape}", {value} / {base}, {value} % {base})'
    else:
        yield f'write!(f, "{shape}", {value} / {base}, {value} % {base})'


def _of_sentence(text: str, parts: list[Part]) -> Iterator[str]:
    """A sentence with quoted texts and numbers in it, as many of them as the type has parts."""
    pattern = r"(?<=`)[^`]+(?=`)|(?<=')[^']+(?=')|(?<=\")[^\"]+(?=\")|(?<![\w.])\d+(?:\.\d+)?(?![\w.]*\w)"
    found = [one for one in re.finditer(pattern, text) if not one[0].startswith(" ")]
    if len(found) != len(parts) or len(text) <= sum(len(one[0]) for one in found) + 6:
        return
    digits = [one[0][0].isdigit() for one in found]
    if any(digit != (part.kind in ("number", "decimal")) for digit, part in zip(digits, parts, strict=True)):
        return
    at, shape = 0, ""
    for one in found:
        shape, at = f"{shape}{literal(text[at : one.start()])}{{}}", one.end()
    yield f'write!(f, "{shape}{literal(text[at:])}", {", ".join(part.text for part in parts)})'
