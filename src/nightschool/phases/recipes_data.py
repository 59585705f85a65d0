"""Recipes before learning: certify the examination, make the corpus and its suites, validate the hand-over.

Covered: phases `certify`, `curate`, `validate_corpus`. Not covered: how rows are made and judged
(`curriculum`, `koans`, `rust`).
"""

from __future__ import annotations

import contextlib
import json
import re
from dataclasses import asdict
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from nightschool.config import Config
from nightschool.errors import SuiteError
from nightschool.files import digest_folder, write_json
from nightschool.phases.context import DOMAINS, OWN, Context, code_digest
from nightschool.phases.retention import RETENTION
from nightschool.phases.transaction import Outcome
from nightschool.phases.twins import twin_koans


def certify_inputs(context: Context) -> dict[str, Any]:
    """The examination and what judges it. The first of a night, it raises ConfigError for what `curate` would miss."""
    from nightschool.curriculum.lessons import require_folders

    require_folders(context.config)
    return {
        "frozen": context.suite("frozen").digest,
        "domains": context.domains.digest if context.domains else None,
        "toolchain": context.judge.toolchain.digest,
        "expectations": digest_folder(context.config.root / "expectations"),
        "code": code_digest("rust", "koans", "sandbox", "curriculum"),
    }


def certify(context: Context, folder: Path) -> Outcome:
    """Examine the frozen koans themselves, with Data Docs; raises SuiteError naming each defect.

    Defects of `domains` are said and stop nothing: a night that finds any does not measure it.
    """
    from nightschool.curriculum.validation import validate_suite
    from nightschool.koans import certify as certify_suite

    suite = context.suite("frozen")
    certificate = certify_suite(suite, context.judge)
    write_json(folder / "certificate.json", asdict(certificate))
    if not certificate.ok:
        defects = "; ".join(f"{d.koan}: {d.defect}" for d in certificate.defects[:5])
        raise SuiteError(
            f"Suite 'frozen' is not certified ({len(certificate.defects)} defects): {defects}. "
            f"See `nightschool certify {context.config.frozen}`."
        )
    validate_suite(suite, certificate, context.config, folder / "docs")
    digests = {"frozen": suite.digest, **_certified_domains(context, folder)}
    return Outcome({"koans": float(len(suite.koans))}, digests, "certified")


def _certified_domains(context: Context, folder: Path) -> dict[str, str]:
    """Digest of `domains` if it is there and without defects; its certificate is left beside the other."""
    from nightschool.koans import certify as certify_suite

    if context.domains is None:
        return {}
    certificate = certify_suite(context.domains, context.judge)
    write_json(folder / "domains.json", asdict(certificate))
    if certificate.ok:
        return {DOMAINS: context.domains.digest}
    found = f"{len(certificate.defects)} defects, see `nightschool certify {context.config.domains}`"
    print(f"Suite 'domains' is not certified and not measured tonight: {found}.", flush=True)
    return {}


def rotated(context: Context) -> Config:
    """The config with what the cycle fixes: the rotation of `shadow` (as configured, or the ISO week: 202648), and the
    lessons of episodes that were there when it began, those that train and those of held-out workspaces."""
    config = context.config
    rotation = config.curriculum.rotation
    if rotation is None:
        rotation = context.pinned("rotation", lambda: week_of(context.cycle))
    fixed = {"rotation": rotation, "episodes": _episodes(context), "own": _own(context)}
    return config.model_copy(update={"curriculum": config.curriculum.model_copy(update=fixed)})


def _episodes(context: Context) -> dict[str, int] | None:
    """How often each lesson's failure was met, as of the cycle's beginning; None if the night takes none."""
    from nightschool.curriculum.workspaces import divided

    settings = context.config.curriculum
    if settings.episodes is not None or settings.shares.get("episodes", 0) <= 0:
        return settings.episodes
    found: dict[str, int] = context.pinned("episodes", lambda: dict(divided(context.config).train))
    return found


def _own(context: Context) -> tuple[str, ...]:
    """The lessons of held-out workspaces, as of the cycle's beginning."""
    from nightschool.curriculum.workspaces import divided

    if context.config.curriculum.own is not None:
        return context.config.curriculum.own
    return tuple(context.pinned("own", lambda: divided(context.config).own))


def week_of(cycle: str) -> int:
    """Year and ISO week of the first date in a cycle's name, or of today; `manual__2026-11-22T02` is 202647."""
    day = datetime.now(UTC).date()
    if found := re.search(r"\d{4}-\d{2}-\d{2}", cycle):
        with contextlib.suppress(ValueError):
            day = date.fromisoformat(found[0])
    year, week, _ = day.isocalendar()
    return year * 100 + week


def curate_inputs(context: Context) -> dict[str, Any]:
    """Settings, seed, examination, compiler and the curriculum's own code."""
    from nightschool.curriculum.crates import crate_digest
    from nightschool.curriculum.episodes import lessons_digest
    from nightschool.curriculum.lessons import require_folders

    config = context.config
    require_folders(config)
    settled = rotated(context).curriculum
    crates = [crate_digest(config.root / crate) for crate in config.curriculum.crates]
    lessons = [digest_folder(config.root / folder) for folder in config.curriculum.lessons]
    return {
        "curriculum": settled.model_dump(mode="json"), "seed": config.seed, "crates": crates,
        "lessons": lessons, "episodes": lessons_digest(config.var / "episodes", settled.episodes or {}),
        "own": lessons_digest(config.var / "episodes", settled.own or ()),
        "frozen": context.suite("frozen").digest, "domains": context.domains.digest if context.domains else None,
        "toolchain": context.judge.toolchain.digest,
        "code": code_digest("curriculum", "rust", "koans"),
    }  # fmt: skip


def curate(context: Context, folder: Path) -> Outcome:
    """Build the corpus, the held-out suites `dev`, `shadow` and, of held-out workspaces, `own`, and `retention`."""
    from nightschool.curriculum.corpus import build_corpus
    from nightschool.curriculum.retention import write_retention

    config = rotated(context)
    frozen = context.suite("frozen")
    retention = write_retention(folder / RETENTION, context.judge, config.seed, config.curriculum.retention_koans)
    beside = [suite for suite in (context.domains, retention) if suite is not None]
    build = build_corpus(config, context.judge, frozen, folder, context.progress, beside)
    codes = {row.error_code for row in build.corpus.rows}
    counts = {
        "rows": len(build.corpus.rows),
        "codes": len(codes),
        "dev": len(build.dev.koans),
        "shadow": len(build.shadow.koans),
        "rotation": config.curriculum.rotation or 0,
    }
    digests = {"corpus": build.corpus.digest, "dev": build.dev.digest, "shadow": build.shadow.digest}
    if retention is not None:
        counts[RETENTION], digests[RETENTION] = len(retention.koans), retention.digest
    if build.own is not None:
        counts[OWN], digests[OWN] = len(build.own.koans), build.own.digest
        counts[f"{OWN}.tested"] = sum(bool(koan.tests) for koan in build.own.koans)
    return Outcome({name: float(count) for name, count in counts.items()}, digests)


def validate_inputs(context: Context) -> dict[str, Any]:
    """What is validated, the thresholds, and the expectations themselves."""
    curate_result = context.result("curate")
    return {
        "curate": curate_result.key, "frozen": context.suite("frozen").digest,
        "thresholds": context.config.curriculum.model_dump(mode="json"),
        "expectations": digest_folder(context.config.root / "expectations"),
        "code": code_digest("curriculum", "rust", "koans"),
    }  # fmt: skip


def validate_corpus(context: Context, folder: Path) -> Outcome:
    """Great Expectations on the corpus and the generated suites; raises ValidationFailedError."""
    from nightschool.curriculum.corpus import read_corpus
    from nightschool.curriculum.overlap import coverage, leakages
    from nightschool.curriculum.validation import validate_corpus as validate_rows

    koans = context.suite("frozen").koans
    corpus = read_corpus(context.output("curate") / "corpus.jsonl")
    rows = corpus.rows
    skills = coverage(rows, koans, context.config.curriculum.cell_programs)
    held_out = [koan for name in ("dev", "shadow") for koan in context.suite(name).koans]
    guarded = [*koans, *twin_koans(context, context.suite("frozen")), *held_out]
    beside = {name: suite.koans if suite else () for name, suite in ((DOMAINS, context.domains), (OWN, context.own))}
    leaks, *found = leakages(rows, (guarded, *beside.values()), context.progress)
    aside = dict(zip(beside, found, strict=True))
    measured = {name: one.to_json() for name, one in aside.items()}
    write_json(folder / "overlap.json", {"coverage": skills.to_json(), "leakage": leaks.to_json(), **measured})
    validation = validate_rows(rows, koans, context.judge, context.config, folder / "docs", (skills, leaks))
    metrics = {
        "coverage": skills.share,
        "leaks": float(len(leaks.row_ids)),
        "warnings": float(len(validation.warnings)),
    } | {f"{name}.leaks": float(len(one.row_ids)) for name, one in aside.items() if beside[name]}
    (folder / "warnings.json").write_text(json.dumps(list(validation.warnings)), encoding="utf-8")
    return Outcome(metrics, {"corpus": corpus.digest}, "valid")
