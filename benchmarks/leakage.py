"""Recall and false alarms of the leakage detectors, and the null distribution behind their thresholds.

    python benchmarks/leakage.py [SUITE] [--rows N] [--write FILE]
    python benchmarks/leakage.py DEV --corpus corpus.jsonl --koans 40 [--write FILE]

With a corpus: plants a sample of the suite (dev: thresholds come from other koans) in twelve ways
(`curriculum.overlap.planted_rows`) among its rows, and reports by kind how many koans are found, with Wilson intervals,
and how many legitimate rows are flagged. Without: plants every koan of the suite in every disguise
(`curriculum.overlap.plants`) among legitimate rows: training templates rendered with several seeds, and documentation
examples of the toolchain. Recall is the share of plants seen, by detector and by any; a false alarm is a legitimate
row that is flagged. The null distribution is the similarity of each koan to the nearest *other* koan and to the
nearest legitimate row.
"""

from __future__ import annotations

import argparse
import random
import resource
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from statistics import quantiles

from nightschool.curriculum.corpus_file import read_corpus
from nightschool.curriculum.documentation import documentation_examples
from nightschool.curriculum.overlap import Detector, Leakage, leakage
from nightschool.curriculum.overlap.detectors import ABSTRACT, RAW, SHAPE, Measure
from nightschool.curriculum.overlap.planted_rows import KINDS, planted
from nightschool.curriculum.overlap.plants import DISGUISES
from nightschool.curriculum.templates import load_templates, render
from nightschool.koans import load_suite
from nightschool.metrics import wilson
from nightschool.rust.canonical import form
from nightschool.rust.toolchain import find_toolchain
from nightschool.types import Koan, Row

SEED = 20261122


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("suite", nargs="?", type=Path, default=Path("koans/frozen"))
    parser.add_argument("--rows", type=int, default=5000, help="legitimate rows")
    parser.add_argument("--write", type=Path, help="also write the tables to this Markdown file")
    parser.add_argument("--corpus", type=Path, help="plant the twelve kinds among the rows of this corpus")
    parser.add_argument("--koans", type=int, default=40, help="koans of the suite that are planted in the corpus")
    options = parser.parse_args()
    koans = load_suite(options.suite).koans
    if options.corpus:
        text = planted_table(random.Random(SEED).sample(koans, options.koans), read_corpus(options.corpus).rows)
    else:
        rows = legitimate_rows(options.rows)
        text = "\n\n".join([recall_table(koans), false_alarm_table(koans, rows), null_table(koans, rows)])
    print(text)
    if options.write:
        options.write.parent.mkdir(parents=True, exist_ok=True)
        options.write.write_text(f"# Leakage detectors, measured by `benchmarks/leakage.py`\n\n{text}\n", "utf-8")


def cpu_seconds() -> float:
    """CPU seconds of this process and of those it has waited for: comparing takes two."""
    own, waited = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
    return sum(part.ru_utime + part.ru_stime for part in (own, waited))


def planted_table(koans: Sequence[Koan], rows: Sequence[Row]) -> str:
    """Koans found among legitimate rows, by kind of plant and detector, and the legitimate rows that are flagged."""
    rng = random.Random(SEED)
    plants = {kind: planted(kind, koans, rng) for kind in KINDS}
    hidden = [row for by_koan in plants.values() for mine in by_koan.values() for row in mine]
    start = cpu_seconds()
    found = leakage([*rows, *hidden], koans)
    seconds = cpu_seconds() - start
    lines = ["| planted | koans | found | 95 % | " + " | ".join(Detector) + " |", "|---" * (4 + len(Detector)) + "|"]
    lines += [_planted_line(kind, by_koan, found) for kind, by_koan in plants.items()]
    guarded = load_suite("koans/frozen").koans
    start = cpu_seconds()
    against_frozen = leakage(rows, guarded)
    slow = cpu_seconds() - start
    lines += ["", _alarms("the planted suite", found, rows, seconds), "", _alarms("frozen", against_frozen, rows, slow)]
    return "\n".join(lines)


def _alarms(suite: str, found: Leakage, rows: Sequence[Row], seconds: float) -> str:
    legitimate = {row.id for row in rows}
    flagged = {d: {o.row for o in found.offenders if o.row in legitimate and o.detector is d} for d in Detector}
    alarms = wilson(len(set().union(*flagged.values())), len(rows))
    shown = ", ".join(f"{detector} {len(ids)}" for detector, ids in flagged.items())
    interval = f"[{100 * alarms.low:.2f}, {100 * alarms.high:.2f}] %"
    return f"Legitimate rows flagged, {suite}: {alarms.passed} of {alarms.n} {interval} ({shown}). {seconds:.0f} CPU s."


def _planted_line(kind: str, by_koan: dict[str, list[Row]], found: Leakage) -> str:
    owners = {row.id: koan for koan, rows in by_koan.items() for row in rows}
    right = [o for o in found.offenders if owners.get(o.row) == o.koan]
    seen = wilson(len({o.koan for o in right}), len(by_koan))
    each = [len({o.koan for o in right if o.detector is detector}) for detector in Detector]
    interval = f"[{100 * seen.low:.0f}, {100 * seen.high:.0f}]"
    return f"| {kind} | {seen.n} | {seen.passed} | {interval} | " + " | ".join(map(str, each)) + " |"


def legitimate_rows(wanted: int) -> list[Row]:
    """Rows that no koan was copied into: half from templates, half from documentation."""
    templates = load_templates()
    rows = []
    for number in range(max(1, wanted // 2)):
        template = templates[number % len(templates)]
        made = render(template, number // len(templates))
        rows.append(_row(f"{template.id}#{number}", "aligned", made.broken, made.fixed))
    examples = documentation_examples(find_toolchain().sysroot)
    random.Random(SEED).shuffle(examples)
    rows += [
        _row(f"{e.provenance}#{n}", "mutated", e.source.replace("&", "", 1), e.source)
        for n, e in enumerate(examples[: wanted - len(rows)])
    ]
    return rows


def _row(name: str, source: str, broken: str, fixed: str) -> Row:
    return Row(name, source, "", "", "E0308", broken, fixed, "", name, name)


def recall_table(koans: Sequence[Koan]) -> str:
    """Share of planted koans seen, by disguise and detector; each side planted in a row of its own."""
    rng = random.Random(SEED)
    lines = ["| disguise | plants | any | " + " | ".join(Detector) + " |", "|---" * (3 + len(Detector)) + "|"]
    for name, disguise in DISGUISES.items():
        rows, owners = [], {}
        for koan in koans:
            for side in ("broken", "fixed"):
                row = replace(_row(f"{koan.id}:{side}", "aligned", "fn a() {}", "fn b() {}"))
                rows.append(replace(row, **{side: disguise(getattr(koan, side), rng)}))
                owners[row.id] = koan.id
        right = [o for o in leakage(rows, koans).offenders if owners[o.row] == o.koan]
        seen = [len({o.row for o in right})]
        seen += [len({o.row for o in right if o.detector is detector}) for detector in Detector]
        lines.append(f"| {name} | {len(rows)} | " + " | ".join(f"{n / len(rows):.1%}" for n in seen) + " |")
    return "\n".join(lines)


def false_alarm_table(koans: Sequence[Koan], rows: Sequence[Row]) -> str:
    """Legitimate rows flagged, by source and detector."""
    lines = ["| legitimate rows | n | flagged | " + " | ".join(Detector) + " | CPU seconds |"]
    lines.append("|---" * (4 + len(Detector)) + "|")
    for source in ("aligned", "mutated"):
        mine = [row for row in rows if row.source == source]
        start = cpu_seconds()
        found = leakage(mine, koans)
        seconds = cpu_seconds() - start
        cells = [str(count) for count in found.by_detector.values()]
        counts = " | ".join([source, str(len(mine)), str(len(found.row_ids)), *cells, f"{seconds:.1f}"])
        lines.append(f"| {counts} |")
    return "\n".join(lines)


def null_table(koans: Sequence[Koan], rows: Sequence[Row]) -> str:
    """Similarity of each koan to the nearest program that is not itself."""
    lines = ["| nearest other, fixed code | measure | threshold | median | 90 % | 99 % | largest |", "|---" * 7 + "|"]
    for name, others in (("koan", [(k.id, k.fixed) for k in koans]), ("row", [(r.id, r.fixed) for r in rows])):
        for label, measure in (("abstract 8-grams", ABSTRACT), ("raw 8-grams held", RAW), ("syntax tree", SHAPE)):
            nearest = sorted(_nearest(koans, others, measure))
            cuts = quantiles(nearest, n=100, method="inclusive")
            values = " | ".join(f"{v:.2f}" for v in (measure.threshold, cuts[49], cuts[89], cuts[98], nearest[-1]))
            lines.append(f"| {name} | {label} | {values} |")
    return "\n".join(lines)


def _nearest(koans: Sequence[Koan], others: Sequence[tuple[str, str]], measure: Measure) -> list[float]:
    features = [(name, measure.features(form(code))) for name, code in others]
    return [
        max(measure.similarity(measure.features(form(k.fixed)), other) for name, other in features if name != k.id)
        for k in koans
    ]


if __name__ == "__main__":
    main()
