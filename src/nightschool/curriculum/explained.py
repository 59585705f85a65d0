"""The source `explained`: erroneous and corrected examples of `rustc --explain`.

Covered: all codes this rustc can explain; each corrected example is paired with the erroneous example it is
most like, if it is a small edit of it; both in library style. Not covered: explanations whose correction
is only prose, and codes that need nightly features.
"""

from __future__ import annotations

import difflib
import hashlib
import json
import re
import subprocess
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from nightschool.curriculum.documentation import UNWANTED, library_style
from nightschool.curriculum.draft import Draft
from nightschool.curriculum.mutation.engine import changed_lines
from nightschool.curriculum.mutation.patterns import family_of_code
from nightschool.files import mark_used, write_json
from nightschool.rust.toolchain import Toolchain
from nightschool.rust.written import lines_without_ends

LAST_CODE = 820
"""Codes are tried from E0001 up to here; rustc knows about 540 of them."""
BLOCK = re.compile(r"^```([^\n]*)\n(.*?)^```", re.MULTILINE | re.DOTALL)
MIN_SIMILARITY = 0.55
MAX_CHANGED_LINES = 10
PER_CODE = 4
CODES_PER_PAIR = 3
"""Codes asked for each pair wanted: half of the numbers are no code, and half of the codes give no pair."""
REMARK = re.compile(r"\s*//[^\n]*")


def explained_drafts(toolchain: Toolchain, limit: int, cache: Path | None = None) -> list[Draft]:
    """Up to `limit` pairs, codes in a fixed order that mixes them; texts are kept in the folder `cache`."""
    codes = sorted((f"E{number:04}" for number in range(1, LAST_CODE + 1)), key=_place)[: CODES_PER_PAIR * limit]
    texts = explanations(toolchain, codes, cache)
    return [draft for code in codes for draft in pair_examples(code, texts[code])][:limit]


def _place(code: str) -> str:
    return hashlib.sha256(code.encode()).hexdigest()


def explanations(toolchain: Toolchain, codes: Sequence[str], cache: Path | None = None) -> dict[str, str]:
    """The text of each code, empty for codes that do not exist. All 820 take some twelve seconds to ask for."""
    path = cache / f"explained-{toolchain.digest}.json" if cache else None
    found = _remembered(path) if path is not None else {}
    if path is not None:
        mark_used(path)
    missing = [code for code in codes if code not in found]
    with ThreadPoolExecutor(max_workers=2) as pool:
        found |= zip(missing, pool.map(lambda code: explanation(toolchain.rustc, code), missing), strict=True)
    if path is not None and missing:
        write_json(path, found)
    return found


def _remembered(path: Path) -> dict[str, str]:
    """The cached texts; none if the file is missing or damaged, since it can be made again."""
    try:
        found = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return {}
    whole = isinstance(found, dict) and all(isinstance(text, str) for text in found.values())
    return found if whole else {}


def explanation(rustc: Path, code: str) -> str:
    """What `rustc --explain CODE` prints; empty if there is no such code."""
    done = subprocess.run([rustc, "--explain", code], capture_output=True, text=True, check=False, timeout=60)
    return done.stdout if done.returncode == 0 else ""


def pair_examples(code: str, text: str) -> list[Draft]:
    """The best pairs of one explanation: each example with the later one that is a small edit of it."""
    examples = [_clean(found[2]) for found in BLOCK.finditer(text)]
    ranked = []
    for position, broken in enumerate(examples):
        for fixed in examples[position + 1 :]:
            similarity = difflib.SequenceMatcher(a=broken, b=fixed, autojunk=False).ratio()
            if similarity >= MIN_SIMILARITY and 0 < changed_lines(broken, fixed) <= MAX_CHANGED_LINES:
                ranked.append((similarity, broken, fixed))
    ranked.sort(key=lambda pair: -pair[0])
    return [_draft(code, number, broken, fixed) for number, (_, broken, fixed) in enumerate(ranked[:PER_CODE], 1)]


def _clean(code: str) -> str:
    """Without the remarks that give the answer away; `#` hides lines in these texts."""
    lines = [line.removeprefix("# ") for line in lines_without_ends(code)]
    kept = [REMARK.sub("", line).rstrip() for line in lines]
    text = "\n".join(kept).strip("\n")
    return "" if UNWANTED.search(text) else re.sub(r"\n{3,}", "\n\n", library_style(text)[0] if text else "")


def _draft(code: str, number: int, broken: str, fixed: str) -> Draft:
    return Draft(
        source="explained",
        family=family_of_code(code),
        pattern=f"explained-{code.lower()}",
        broken=broken,
        fixed=fixed,
        tests=None,
        provenance=f"rustc --explain {code}:{number}",
        group=f"explain/{code}",
        expected_code=code,
    )
