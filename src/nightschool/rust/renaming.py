"""The same program under other names: consistent, and as long and as readable as before.

Covered: identifiers, lifetimes, the words inside string literals, what format strings and comments say of them;
layout is kept to the byte, since a word is replaced by another of its length. Not covered: which names are free
to change (a method of the standard library is not); `koans.twins` finds that out by trying. Numbers stay.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from nightschool.files import digest_text
from nightschool.rust.lexer import tokenize
from nightschool.rust.syntax import NAMES, Token, lex

_WORDS = """
al en id ox ash bay elm fen fir ivy oak rye yew alga bulb clay dune fern glen hemp iris kelp leaf moss reed sage weed
alder aspen birch briar cedar cliff clove grove hazel heath larch maple meads olive thorn acacia almond bamboo forest
garden island laurel lichen meadow myrtle orchid pollen quince spruce anemone avocado blossom catkins cypress foliage
hemlock juniper orchard prairie sapling thistle amaranth chestnut cinnamon heathers hornbeam lavender magnolia mangrove
oleander primrose sycamore valerian artichoke bluebells buckthorn cranberry dandelion evergreen hazelnuts jessamine
sunflower tamarinds blackberry chokeberry cloudberry coneflower eucalyptus gooseberry greenwoods snowflakes
"""
_BY_LENGTH: dict[int, list[str]] = defaultdict(list)
for _word in _WORDS.split():
    _BY_LENGTH[len(_word)].append(_word)
_LETTERS = "abcdeghijkmnpqrstuvwxyz"
_PARTS = re.compile(r"[A-Z]?[a-z]+|[A-Z]+(?![a-z])|[0-9]+|_+")
_PLAIN = re.compile(r"(?<![\\A-Za-z{])[A-Za-z]{3,}(?![A-Za-z])")
_WORD = re.compile(r"'?\b[A-Za-z_]\w*")
_CAPTURE = re.compile(r"(?<!\{)\{([A-Za-z_]\w*)(?=[:}])")
_FIXED = frozenset({"'static", "'_", "Self", "_"})
_DECLARERS = frozenset(
    {
        *("function_item", "function_signature_item", "struct_item", "enum_item", "trait_item", "type_item"),
        *("const_item", "static_item", "mod_item", "enum_variant", "field_declaration", "type_parameter"),
        *("parameter", "closure_parameters", "let_declaration", "tuple_pattern", "for_expression"),
    }
)
_BINDERS = frozenset({"tuple_struct_pattern", "captured_pattern", "match_pattern", "reference_pattern", "mut_pattern"})


@dataclass(frozen=True, slots=True)
class Renaming:
    """What is called otherwise."""

    names: Mapping[str, str] = field(default_factory=dict)
    """Identifiers, and lifetimes with their quote."""
    words: Mapping[str, str] = field(default_factory=dict)
    """Words of string literals."""


def names_of(code: str) -> list[str]:
    """Names that the program declares and lifetimes, in order of first use; fixed lifetimes are none."""
    tokens = lex(code)
    own = declared(tokens)
    found = (t.text for t in tokens if t.text in own or t.kind == "lifetime")
    return [name for name in dict.fromkeys(found) if name not in _FIXED and not name.startswith("r#")]


def declared(tokens: Sequence[Token]) -> set[str]:
    """Names that stand where something is declared or bound: items, fields, parameters, variables."""
    names = set()
    for before, token in zip((None, *tokens), tokens, strict=False):
        if token.kind not in NAMES or not token.path:
            continue
        binds = token.path[-1] in _BINDERS and token.text[0].islower()
        is_type = before is not None and before.text in {":", "->", "for", "<", "&"} and not binds
        is_value = before is not None and before.text in {"=", "in"}
        if (binds or token.path[-1] in _DECLARERS) and not (is_type or is_value or token.text == "Self"):
            names.add(token.text)
    return names


def words_of(code: str) -> list[str]:
    """Words of three letters and more inside string literals, in order of first use."""
    texts = [code[t.start : t.end] for t in tokenize(code) if t.kind == "text"]
    return list(dict.fromkeys(word for text in texts for word in _PLAIN.findall(_CAPTURE.sub("{", text))))


def fresh(taken: Iterable[str], salt: str) -> dict[str, str]:
    """Another name or word for each, of the same length and style where there is one; no two get the same.

    The same part of two names becomes the same word, so `count` and `max_count` stay related.
    """
    old = list(dict.fromkeys(taken))
    used = {*old}
    new: dict[str, str] = {}
    for name in old:
        tries = (_other(name, f"{salt}/{number}") for number in range(64))
        found = next((other for other in tries if other not in used), None)
        if found is not None:
            new[name] = found
            used.add(found)
    return new


def rewritten(code: str, renaming: Renaming) -> str:
    """The program with everything renamed, layout and comments kept."""
    out, at = [], 0
    for token in tokenize(code):
        out.append(_in_comment(code[at : token.start], renaming))
        text = code[token.start : token.end]
        out.append(_in_string(text, renaming) if token.kind == "text" else renaming.names.get(text, text))
        at = token.end
    return "".join([*out, _in_comment(code[at:], renaming)])


def _in_comment(gap: str, renaming: Renaming) -> str:
    both = {**renaming.words, **renaming.names}
    return _WORD.sub(lambda m: both.get(m[0], m[0]), gap) if gap.strip() else gap


def _in_string(text: str, renaming: Renaming) -> str:
    text = _CAPTURE.sub(lambda m: "{" + renaming.names.get(m[1], m[1]), text)
    return _PLAIN.sub(lambda m: renaming.words.get(m[0], m[0]), text)


def _other(name: str, salt: str) -> str:
    quote, bare = ("'", name[1:]) if name.startswith("'") else ("", name)
    return quote + "".join(_other_part(part, salt) for part in _PARTS.findall(bare))


def _other_part(part: str, salt: str) -> str:
    if not part.isalpha():
        return part
    pool: Sequence[str] = _LETTERS if len(part) == 1 else _BY_LENGTH.get(len(part), [part])
    word = pool[int(digest_text(part.lower(), salt)[:8], 16) % len(pool)]
    return word.upper() if part.isupper() else word.title() if part[0].isupper() else word
