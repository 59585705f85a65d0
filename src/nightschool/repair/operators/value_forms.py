"""How a value of one type becomes one of another: references, text, numbers, collections; the usual form first.

Covered: each form as text before and after the value. Not covered: Option and Result (`wrapper_forms`), and where
(`mismatched`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from nightschool.repair.facts import NUMBER, generic_args, plain

Form = tuple[float, str, str]
"""Cost, text before, text after."""
WIDENS = {
    "u16": "u8", "u32": "u8 u16 char", "u64": "u8 u16 u32 char", "u128": "u8 u16 u32 u64", "usize": "u8 u16 bool",
    "i16": "u8 i8", "i32": "u8 i8 u16 i16 bool", "i64": "u8 i8 u16 i16 u32 i32", "isize": "u8 i8 i16",
    "i128": "u8 u16 u32 u64 i8 i16 i32 i64", "f32": "u8 i8 u16 i16", "f64": "f32 u8 i8 u16 i16 u32 i32",
}  # fmt: skip
"""What `T::from` takes without loss."""
_LAZY = re.compile(
    r"(?:std::\w+::)*(Map|Filter|Iter|Rev|Skip|Take|Chain|Zip|Chars|Cloned|Copied|FilterMap|IntoIter"
    r"|Enumerate|impl Iterator)"
)
SMART = ("Box", "Rc", "Arc", "RefCell", "Cell", "Mutex", "RwLock")


def same(one: str, other: str) -> bool:
    """Whether two type texts are one type, paths and `_` aside."""
    return bool(one) and (
        one == other or re.sub(r"\w+::", "", one) == re.sub(r"\w+::", "", other) or "_" in (one, other)
    )


def is_number(text: str) -> bool:
    """Whether a type text is a number, also as rustc words literals."""
    return bool(NUMBER.fullmatch(text)) or text in ("integer", "floating-point number")


def references(expected: str, found: str) -> Iterator[Form]:
    """From references to values and back."""
    bare = plain(found)
    if found.startswith("&") and not expected.startswith("&"):
        if same(expected, bare) or re.fullmatch(r"[A-Z]", expected):
            copied = is_number(bare) or bare in ("bool", "char")
            yield (0 if copied else 1), "*", ""
            yield (1 if copied else 0), "", ".clone()"
            yield 2, "", ".to_owned()"
        if bare.startswith("[") and expected.startswith("Vec"):
            yield 0, "", ".to_vec()"
    if expected.startswith("&mut") and not found.startswith("&mut"):
        yield 0, "&mut ", ""
    elif expected.startswith("&") and not found.startswith("&"):
        yield 0, "&", ""
        if found.startswith("Option") or found.startswith("Box"):
            yield 1, "", ".as_ref()"
    if found.startswith("&&"):
        yield 0, "*", ""
        yield 1, "**", ""


def text_forms(expected: str, found: str) -> Iterator[Form]:
    """Between String, &str, characters and bytes, and from what prints."""
    if expected == "String":
        if plain(found) in ("str", "char", "String") or is_number(plain(found)):
            yield 0, "", ".to_string()"
            yield 2, "String::from(", ")"
        if plain(found) == "[char]" or found == "Vec<char>":
            yield 0, "", ".iter().collect()"
        if found.startswith(("Chars", "Rev", "Map", "Filter", "Take", "Skip")):
            yield 0, "", ".collect()"
            yield 0, "", ".collect::<String>()"
        if found == "Vec<String>" or found.startswith(("Vec<&", "[&str")):
            yield 0, "", '.join(" ")'
            yield 1, "", ".concat()"
        yield 3, "", ".to_string()"
        yield 4, "", ".into()"
    if expected == "&String" and found == "&str":
        yield 0, "&", ".to_string()"
    yield from _borrowed_text(expected, found)


def _borrowed_text(expected: str, found: str) -> Iterator[Form]:
    """To &str, bytes, characters and boxed errors."""
    if plain(expected) == "str":
        yield from ((0, "&", ""), (0.5, "", ".as_str()")) if plain(found) == "String" else ()
        yield from ((1, "&", ".to_string()"),) if plain(found) == "char" or is_number(plain(found)) else ()
    if expected == "char" and plain(found) == "u8":
        yield 0, "", " as char"
        yield 0, "char::from(", ")"
    if plain(expected) in ("[u8]", "u8") and plain(found) in ("str", "String"):
        yield 0, "", ".as_bytes()"
    if expected.startswith("Box<dyn") and "Error" in expected:
        yield 0, "", ".into()"
        yield 1, "Box::new(", ")"


def numbers(expected: str, found: str) -> Iterator[Form]:
    """From one number type to another."""
    want, have = expected, plain(found)
    if not NUMBER.fullmatch(want):
        return
    mark = "*" if found.startswith("&") else ""
    if is_number(have) or have in ("char", "bool", "") or not have[0].isupper():
        lossless = have in WIDENS.get(want, "").split()
        yield (0.5 if lossless else 0), mark, f" as {want}"
        if lossless:
            yield 0, f"{want}::from({mark}", ")"
        elif want[0] != "f" and have[:1] in "iu":
            yield 3, f"{want}::try_from({mark}", ").unwrap_or_default()"
            yield 3.5, f"{want}::try_from({mark}", f").unwrap_or({want}::MAX)"
            yield 4, f"{want}::try_from({mark}", ").unwrap()"
    if have in ("str", "String"):
        yield 0, "", f".parse::<{want}>().unwrap_or(0)" if want[0] != "f" else f".parse::<{want}>().unwrap_or(0.0)"
        yield 0, "", ".len()"
        yield 1, "", ".parse()?"
        yield 2, "", ".parse().unwrap()"
    if have == "char":
        yield 0, "", ".to_digit(10).unwrap_or(0)"
        yield 1, "", ".len_utf8()"
    if have.startswith(("Vec", "[", "HashMap", "HashSet", "String")):
        yield 0, "", ".len()" if want == "usize" else f".len() as {want}"
    if re.match(r"(Map|Filter|Iter|Chars|Skip|Take|Lines|Split)", have):
        yield 0, "", ".count()"
        yield 0, "", ".sum()"


def collections(expected: str, found: str) -> Iterator[Form]:
    """Iterators to collections, slices to vectors and arrays, boxes to content."""
    yield from _arrays(expected, found)
    head = generic_args(plain(expected))[0]
    lazy = _LAZY.match(found)
    if lazy and head in ("Vec", "HashMap", "HashSet", "BTreeMap", "BTreeSet", "VecDeque", "Result", "Option", "Box"):
        yield 0, "", ".collect()"
        yield 1, "", f".collect::<{expected}>()" if "_" not in expected else ".collect::<Vec<_>>()"
    if head == "Vec":
        yield 1, "", ".to_vec()"
        yield 2, "", ".into_iter().collect()"
    if head == "Option" and lazy:
        yield 0, "", ".next()"
    if generic_args(found)[0] in SMART[:3] and not expected.startswith("&"):
        yield 0, "*", ""
    if generic_args(found)[0] == "MutexGuard":
        yield 0, "*", ""


def _arrays(expected: str, found: str) -> Iterator[Form]:
    """Lists to arrays of a known length, which fail where the length is another."""
    listed = re.match(r"(?:&(?:mut )?)*(?:\[[^;]*\]$|Vec<)", found)
    if re.fullmatch(r"&?(?:mut )?\[.+; .+\]", expected) and listed:
        yield 0, "", ".try_into().unwrap()"
        yield 0.6, "", ".try_into()?"
        yield 0.7, "", ".try_into().ok()?"
        if not expected.startswith("&") and found.startswith("&"):
            yield 1, "*", ".first_chunk().unwrap()"


def inner(expected: str, found: str) -> list[Form]:
    """Forms of what stands in a wrapper."""
    return [*references(expected, found), *text_forms(expected, found), *numbers(expected, found)]
