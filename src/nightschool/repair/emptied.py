"""What becomes of a field that a repair takes the value out of: who fills it again, who reads it, who else empties it.

`take` and `clone` both compile; which is meant is often told by the rest of the program: a name that nobody sets again
must stay, a slot that is filled and asked for and that nobody empties wants emptying. Covered: fields by name, their
uses in the broken program. Not covered: what flows through calls; these are numbers for a chooser to weigh.
"""

from __future__ import annotations

import re
from collections import Counter

_TAKEN = re.compile(r"\.\s*(\w+)\s*\.\s*take\s*\(|\btake\s*\(\s*&\s*mut\s+[\w.\[\]*]*?\.\s*(\w+)\s*\)")
_USES = {
    "empties": r"\.{0}\s*(?:\.\s*(?:take|drain|clear)\s*\(|=\s*None\b)|\btake\s*\(\s*&\s*mut\s+[\w.\[\]*]*\.{0}\b",
    "fills": r"\.{0}\s*(?:\[[^\]]*\]\s*)?(?:[-+*/|&]?=(?!=)|\.\s*(?:push|push_str|push_back|insert|extend|"
    r"get_or_insert|get_or_insert_with|replace|entry|append)\s*\()",
    "asks": r"\.{0}\s*\.\s*(?:is_some|is_none|is_empty|len|as_ref|as_deref|iter)\s*\(|&\s*self\s*\.{0}\b(?!\s*\.)",
}
MOST = 2.0


def emptied(source: str, program: str) -> dict[str, float]:
    """Of fields that an edit newly takes a value out of: how often others empty, fill and ask for them, each cut off at
    MOST; whether nobody fills them (`kept`), and whether nobody else empties them (`first`)."""
    taken = Counter(_taken(program)) - Counter(_taken(source))
    if not taken:
        return {}
    found = {name: sum(_count(use, field, source) for field in taken) for name, use in _USES.items()}
    made = {f"taken_{name}": min(MOST, float(count)) for name, count in found.items()}
    return made | {"taken_kept": float(not found["fills"]), "taken_first": float(not found["empties"])}


def _taken(text: str) -> list[str]:
    return [first or second for first, second in _TAKEN.findall(text)]


def _count(use: str, field: str, source: str) -> int:
    return len(re.findall(use.replace("{0}", rf"\s*{re.escape(field)}"), source))
