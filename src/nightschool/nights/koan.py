"""One koan of one night: broken code, rustc's words, what each arm proposed and what the judge found.

Covered: suites that examine (SEALED), whose code, diagnostics and answers are part of it only when asked for by name;
tests, which are never shown: neither their text nor their names nor what they printed.
Covered too: of what an arm did not choose the best five that compiled, as reports hold them.
"""

from __future__ import annotations

import difflib
import tomllib
from collections.abc import Iterator
from itertools import islice
from typing import Any

from nightschool.nights.models import Answer, KoanPage, Night, Proposal
from nightschool.nights.store import NightStore
from nightschool.nights.words import words
from nightschool.report.judged import SEALED, finding
from nightschool.report.tables import ORDER

LONGEST = 20_000
"""Characters of a text that are shown."""
OTHERS = 30
"""Nights of a koan that are named."""
BACK = 60
"""Nights that asked the suite, latest first, that are looked through for them: what is older housekeeping has taken."""


def koan_page(
    store: NightStore, nights: list[Night], night: str, suite: str, koan: str, examination: bool = False
) -> KoanPage | None:
    """The koan as this night's arms answered it; None where no report of the night knows it.

    `examination` says that the reader knows it to be one: without it a sealed suite's code stays closed.
    """
    reports = store.reports(night, suite) if suite else ()
    found = [(report, one) for report in reports for one in report["attempts"] if one["koan"] == koan]
    if not found:
        return None
    sealed, first = suite in SEALED, found[0][1]
    shown = examination or not sealed
    told = words(store.config, str(found[0][0]["suite_digest"]), koan) or _from_suite(store, night, suite, koan)
    broken = told.get("broken") if shown else None
    places = {arm: n for n, arm in enumerate(ORDER)}
    answers = [_answer(report["arm"], one, broken, shown) for report, one in found]
    answers.sort(key=lambda one: places.get(one.arm, len(ORDER)))
    return KoanPage(
        night=night, suite=suite, koan=koan, family=first["family"],
        codes=tuple(told.get("codes") or [first["error_code"]]),
        pattern=told.get("pattern", "") if shown else "", title=told.get("title", "") if shown else "",
        examination=sealed, shown=shown, broken=_cut(broken),
        diagnostic=_cut(told.get("diagnostic")) if shown else None, answers=tuple(answers),
        nights=tuple(islice(_asked(store, nights, suite, koan), OTHERS)),
    )  # fmt: skip


def _asked(store: NightStore, nights: list[Night], suite: str, koan: str) -> Iterator[str]:
    """Nights whose reports, as far as the store holds them, know the koan; of the latest `BACK` of its suite."""
    asked = (one.night for one in nights if any(suite in rates for rates in one.arms.values()))
    for night in islice(asked, BACK):
        if any(one["koan"] == koan for report in store.reports(night, suite) for one in report["attempts"]):
            yield night


def _answer(arm: str, attempt: dict[str, Any], broken: str | None, shown: bool) -> Answer:
    program, said, detail = (_sound(attempt[name]) for name in ("program", "answer", "detail"))
    diff = _diff(broken, program) if shown and broken is not None and program else None
    return Answer(
        arm=arm, verdict=attempt["verdict"],
        finding=finding(detail, attempt["verdict"]) if shown else "",
        compiles=attempt.get("compiles", 0),
        answers=attempt.get("answers", 0), tokens=attempt.get("tokens", 0), sure=attempt.get("sure"),
        proposals=tuple(_proposals(attempt)) if shown else (),
        diff=_cut(diff), said=_cut(said) if shown and said and said != program else None,
    )  # fmt: skip


def _proposals(attempt: dict[str, Any]) -> Iterator[Proposal]:
    """Reports of before they were kept hold none."""
    for one in attempt.get("unchosen", ()):
        by, diff = _sound(one["by"]), _sound(one["diff"])
        yield Proposal(place=one["place"], by=by, diff=_cut(diff) or "", differs=one["differs"])


def _diff(before: str, after: str) -> str:
    """Lines end at \\n alone, as for rustc; whether the last one ends is not told."""
    old, new = (text[:LONGEST].removesuffix("\n").split("\n") for text in (before, after))
    return "\n".join(list(difflib.unified_diff(old, new, lineterm=""))[2:])


def _sound(text: object) -> str:
    """Halves of surrogate pairs, which neither pages nor records can hold, are `?`: servers cut emoji in two."""
    return str(text).encode("utf-8", "replace").decode()


def _cut(text: str | None) -> str | None:
    if text is None or len(text) <= LONGEST:
        return text
    return f"{text[:LONGEST]}\n... {len(text) - LONGEST} characters more"


def _from_suite(store: NightStore, night: str, suite: str, koan: str) -> dict[str, Any]:
    """Broken code from the night's own suite, for nights before words were kept; rustc's words are not known then.

    Of a koan's folder only the manifest and broken.rs are read, never its tests.
    """
    curated = store.output(night, "curate")
    for manifest in sorted((curated / suite).rglob("koan.toml")) if curated else ():
        try:
            said = tomllib.loads(manifest.read_text(encoding="utf-8"))
            if said.get("id") == koan:
                broken = manifest.with_name("broken.rs").read_text(encoding="utf-8")
                told = {name: str(said.get(name, "")) for name in ("pattern", "title")}
                return {**told, "codes": [str(code) for code in said.get("error_codes", ())], "broken": broken}
        except (OSError, ValueError):
            continue
    return {}
