"""The suite `retention`: lines of documentation examples to complete, general Rust that no training row is about.

A koan is an example with the end of one line replaced by `complete()`, a function there is not: the value that an
assertion expects, or the value of a `let`. The model continues the text before it to the end of the line; rustc and
the example's own assertions judge. Examples come from the pages that `dev` and `shadow` hold out, so no row was made
of them, and rows that hold one all the same are dropped (`corpus`). Covered: drafts, their verification (the gap fails
with E0425 alone, the original passes), the suite and its digest. It does not rotate. Not covered: certification by
trivial answers, which is about repairs.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import islice
from pathlib import Path

from nightschool.curriculum.documentation import Example, documentation_examples
from nightschool.curriculum.selection import renamed_form
from nightschool.curriculum.split import side_of_file
from nightschool.errors import EnvironmentMissingError
from nightschool.files import digest_text
from nightschool.koans import Suite, refuse_unscored, write_suite
from nightschool.rust.judge import Judge
from nightschool.types import Koan, Verdict

GAP = "complete()"
"""Stands where the model is to go on."""
PER_PAGE, PER_EXAMPLE = 12, 3
"""Most koans of one page and of one example: they are not independent."""
SPARE = 1.5
"""Drafts verified for each koan wanted."""
CODE = "E0425"
LET = re.compile(r"^( +let (?:mut )?\w+(?:: [^=]+)? = )([^;]{4,60})(;)$")
ASSERTED = re.compile(r"^( +assert_eq!\([^;]{3,60}, )([^,;\s][^,;]{0,30})(\);)$")


def write_retention(folder: Path, judge: Judge, seed: int, wanted: int) -> Suite | None:
    """Write the suite of at most `wanted` koans; None, with a warning, where the toolchain has no documentation."""
    try:
        examples = documentation_examples(judge.toolchain.sysroot)
    except EnvironmentMissingError as error:
        print(f"Warning: no suite 'retention': {error}", flush=True)
        return None
    held = [one for one in examples if one.tests and side_of_file(one.group) != "corpus"]
    koans = _verified(list(islice(_drafts(held, seed), math.ceil(wanted * SPARE))), judge)[:wanted]
    return write_suite(folder, koans) if koans else None


def gaps(source: str) -> Iterator[tuple[str, str]]:
    """Each way to open a gap in a program, the last line first: kind of gap, and the program with it."""
    lines = source.split("\n")
    for number in range(len(lines) - 1, 1, -1):
        for kind, pattern in (("assertion", ASSERTED), ("binding", LET)):
            found = pattern.match(lines[number])
            if found and _balanced(found[2]):
                yield kind, "\n".join([*lines[:number], f"{found[1]}{GAP}{found[3]}", *lines[number + 1 :]])


def _drafts(examples: Iterable[Example], seed: int) -> Iterator[Koan]:
    """Few gaps an example and a page, and no two examples alike but in names."""
    taken: Counter[str] = Counter()
    forms: set[str] = set()
    for example in sorted(examples, key=lambda one: digest_text(str(seed), one.provenance)):
        form = renamed_form(example.source)
        room = 0 if form in forms else min(PER_EXAMPLE, PER_PAGE - taken[example.group])
        forms.add(form)
        for kind, broken in islice(gaps(example.source), room):
            taken[example.group] += 1
            yield _koan(example, kind, broken)


def _koan(example: Example, kind: str, broken: str) -> Koan:
    return Koan(
        f"retention-{digest_text(broken)[:12]}", "completion", kind, (CODE,), broken, example.source,
        example.tests or "", f"complete the {kind} ({example.provenance})", group=example.group,
    )  # fmt: skip


def _verified(drafts: list[Koan], judge: Judge) -> list[Koan]:
    """Those whose gap is their only error and whose original passes its tests; SandboxUnavailableError as `verify`."""
    broken = judge.compile([koan.program(koan.broken) for koan in drafts])
    fixed = judge.judge([koan.program(koan.fixed, koan.tests, koan.broken) for koan in drafts])
    refuse_unscored((*broken, *fixed), "completions")
    return [
        koan
        for koan, gap, whole in zip(drafts, broken, fixed, strict=True)
        if gap.codes == (CODE,) and whole.verdict is Verdict.PASSED
    ]


def _balanced(text: str) -> bool:
    return all(text.count(a) == text.count(b) for a, b in ("()", "[]", "{}"))
