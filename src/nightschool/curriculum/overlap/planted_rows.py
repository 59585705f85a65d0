"""Twelve ways in which a koan could have got into a corpus, as rows, for finding out what the detectors see.

Covered: the koan as it is and with other layout, comments, names, literals, order of items or loop forms; wrapped in
a module; split over two rows; only its fix, only its tests; quoted in a diagnostic. Where a row needs other code
beside what was planted, that is `DECOY`. Not covered: several disguises at once (`plants` has those), and copies
that a model would write.
"""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence

from nightschool.curriculum.overlap.plants import in_module, reliteralled, renamed
from nightschool.rust.syntax import lex
from nightschool.rust.written import lines_without_ends
from nightschool.types import Koan, Row

DECOY = "pub fn double(value: i64) -> i64 {\n    value * 2\n}\n"
Texts = dict[str, str]
"""Fields of a planted row; what is not named is the decoy."""


def both(change: Callable[[str, random.Random], str]) -> Callable[[Koan, random.Random], list[Texts]]:
    """Broken and fixed code, each changed."""
    return lambda koan, rng: [{"broken": change(koan.broken, rng), "fixed": change(koan.fixed, rng)}]


def other_layout(code: str, rng: random.Random) -> str:
    """The same tokens with white space anywhere."""
    return "".join(token.text + rng.choice([" ", "\n", "\n\n    ", "  "]) for token in lex(code))


def commented(code: str, rng: random.Random) -> str:
    """A comment behind every other line."""
    remarks = ("// as agreed", "/* to do */", "// see the notes above", "// keep in step")
    return "\n".join(
        f"{line} {rng.choice(remarks)}" if n % 2 else line for n, line in enumerate(lines_without_ends(code))
    )


def reordered(code: str, rng: random.Random) -> str:
    """The top-level items, as empty lines part them, in another order."""
    items = re.split(r"\n\s*\n(?=\S)", code.strip())
    rng.shuffle(items)
    return "\n\n".join(items)


def other_loops(code: str, rng: random.Random) -> str:
    """`for` loops as `while let` over an iterator, `while` as `loop` with a `break`."""
    del rng
    code = re.sub(
        r"\bfor (.+?) in (.+?) \{\n", r"let mut steps = (\2).into_iter();\nwhile let Some(\1) = steps.next() {\n", code
    )
    return re.sub(r"\bwhile (?!let)(.+?) \{\n", r"loop {\nif !(\1) { break; }\n", code)


def split_in_two(koan: Koan, rng: random.Random) -> list[Texts]:
    """First half of the fixed lines in one row, the second in another."""
    del rng
    lines = lines_without_ends(koan.fixed)
    cut = len(lines) // 2
    return [{"fixed": "\n".join(part) + "\n" + DECOY} for part in (lines[:cut], lines[cut:])]


def only_fix(koan: Koan, rng: random.Random) -> list[Texts]:
    """The fix, beside other broken code."""
    del rng
    return [{"fixed": koan.fixed}]


def only_tests(koan: Koan, rng: random.Random) -> list[Texts]:
    """The tests, beside other programs."""
    del rng
    return [{"tests": koan.tests}]


def in_diagnostic(koan: Koan, rng: random.Random) -> list[Texts]:
    """The broken program quoted in the diagnostic."""
    del rng
    return [{"diagnostic": f"error[{koan.error_codes[0]}]: as in\n{koan.broken}"}]


KINDS: dict[str, Callable[[Koan, random.Random], list[Texts]]] = {
    "verbatim": both(lambda code, rng: code),
    "whitespace": both(other_layout),
    "comments": both(commented),
    "renamed": both(renamed),
    "re-literalled": both(reliteralled),
    "reordered items": both(reordered),
    "in a module": both(in_module),
    "split over two rows": split_in_two,
    "only the fix": only_fix,
    "only the tests": only_tests,
    "in the diagnostic": in_diagnostic,
    "other loop forms": both(other_loops),
}


def planted(kind: str, koans: Sequence[Koan], rng: random.Random) -> dict[str, list[Row]]:
    """By koan, the rows that hold it in one way; ids start with the kind."""
    rows: dict[str, list[Row]] = {}
    for koan in koans:
        texts = KINDS[kind](koan, rng)
        rows[koan.id] = [_row(f"{kind}:{koan.id}:{number}", koan, one) for number, one in enumerate(texts)]
    return rows


def _row(name: str, koan: Koan, texts: Texts) -> Row:
    fields = {"broken": DECOY, "fixed": DECOY, "diagnostic": "error: it is wrong", **texts}
    return Row(
        id=name, source="aligned", family=koan.family, pattern=koan.pattern, error_code=koan.error_codes[0],
        provenance="planted", group=name, **fields,
    )  # fmt: skip
