"""Names for template slots: one theme a draft, every name a function of the seed, none used twice.

Covered: types, variables, fields, functions, words, numbers. Not covered: whether the program they end up
in compiles; the judge decides that.
"""

from __future__ import annotations

import random
from functools import cache
from importlib.resources import files
from typing import Any

import yaml

INTEGERS = ("u32", "i32", "u64", "i64", "usize", "u16")
ERRORS = ("Error", "Failure", "Fault", "Problem")
SHORT = ("first", "second", "current", "found", "value", "total", "result", "entry", "acc", "best", "next_up")
VARIANTS = (
    "Empty",
    "Missing",
    "Invalid",
    "TooLong",
    "Unknown",
    "Denied",
    "Expired",
    "Full",
    "Closed",
    "Broken",
)
TRAITS = (
    "Describe",
    "Measure",
    "Render",
    "Score",
    "Identify",
    "Weigh",
    "Summary",
    "Inspect",
    "Label",
    "Rank",
)


@cache
def themes() -> tuple[dict[str, list[str]], ...]:
    """All themes of vocabulary.yaml, in file order."""
    text = (files("nightschool.curriculum") / "templates" / "vocabulary.yaml").read_text(encoding="utf-8")
    return tuple(yaml.safe_load(text))


def slots(rng: random.Random) -> dict[str, Any]:
    """Draw every fixed slot once: a flat dict from slot name to text or number.

    The themes of the first and the second type differ, so that their names do not clash.
    """
    first, second = rng.sample(themes(), 2)
    return {**_first(rng, first), **_second(rng, second, taken=first), **_plain(rng)}


def _first(rng: random.Random, theme: dict[str, list[str]]) -> dict[str, str]:
    item = rng.choice(theme["item"])
    label, label2 = rng.sample(theme["label"], 2)
    amount, amount2 = rng.sample(theme["amount"], 2)
    verbs = rng.sample(theme["verb"], 4)
    words = rng.sample(theme["word"], 4)
    kind = rng.choice(theme["type"])
    return {
        "Type": kind, "item": item, "items": plural(item), "label": label, "label2": label2,
        "amount": amount, "amount2": amount2,
        **{f"verb{i or ''}": verb for i, verb in zip((0, 2, 3, 4), verbs, strict=True)},
        **{f"word{i or ''}": word for i, word in zip((0, 2, 3, 4), words, strict=True)},
        "Error": kind + rng.choice(ERRORS), "Store": kind + rng.choice(("List", "Store", "Registry", "Pool", "Index")),
    }  # fmt: skip


def _second(rng: random.Random, theme: dict[str, list[str]], taken: dict[str, list[str]]) -> dict[str, str]:
    free = {
        key: [n for n in theme[key] if n not in taken[key]] or theme[key] for key in ("type", "item", "label", "amount")
    }
    item = rng.choice(free["item"])
    return {
        "Type2": rng.choice(free["type"]), "item2": item, "items2": plural(item),
        "tag": rng.choice(free["label"]) + "_tag", "extra": rng.choice(free["amount"]) + "_extra",
        "helper": rng.choice(theme["verb"]) + "_" + item,
    }  # fmt: skip


def _plain(rng: random.Random) -> dict[str, Any]:
    a, b, c = rng.sample(SHORT, 3)
    v1, v2, v3 = rng.sample(VARIANTS, 3)
    ints = rng.sample(INTEGERS, 2)
    numbers = rng.sample(range(2, 60), 6)
    return {
        "a": a, "b": b, "c": c, "Variant": v1, "Variant2": v2, "Variant3": v3, "Trait": rng.choice(TRAITS),
        "int": ints[0], "int2": ints[1], **{f"n{i}": n for i, n in enumerate(numbers, start=1)},
    }  # fmt: skip


def plural(noun: str) -> str:
    """English plural, near enough for a variable name: entry -> entries, box -> boxes, task -> tasks."""
    if noun.endswith("y") and noun[-2:-1] not in "aeiou":
        return noun[:-1] + "ies"
    return noun + ("es" if noun.endswith(("s", "x", "sh", "ch")) else "s")
