"""A version's model card: README.md in the form of Hugging Face and PEFT, and the description on MLflow's page.

Covered: what it is, how it is used, what it was measured to pass, where it comes from, what it is not. Not covered:
whether it may be used; that is the ledger's (`nightschool evidence`).
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from urllib.parse import quote

from nightschool.decisions import POLICY
from nightschool.phases.context import Context
from nightschool.phases.measured import SUITES, read
from nightschool.teams import dag_id
from nightschool.tracking import Measured
from nightschool.types import EvaluationReport


def measured(context: Context) -> list[Measured]:
    """Pass rate, number of koans and what the policy was sure of, by suite that decides."""
    return [
        Measured(name, value, suite, report.suite_digest)
        for suite, report in _reports(context).items()
        for name, value in {"pass_rate": report.rate.value, "n": report.rate.n, **report.counts}.items()
        if value is not None
    ]


def described(tags: Mapping[str, str]) -> str:
    """What a version's page begins with."""
    rates = ", ".join(f"{name} {tags[name]} (sure and right {tags[f'{name}_sure']})" for name in SUITES)
    return f"Cycle {tags['cycle']}, its policy: {rates}, against {tags['reference']}."


def card(context: Context, tags: Mapping[str, str]) -> str:
    """The card without its head: Markdown for MLflow's page."""
    return "\n".join([described(tags), "", *_use(context), *_passed(context), *_origin(context, tags), *_limits()])


def readme(context: Context, tags: Mapping[str, str]) -> str:
    """The card with the metadata that model hubs read."""
    from huggingface_hub import EvalResult, ModelCardData

    results = [
        EvalResult("text-generation", f"nightschool/{suite}", suite, "pass_rate", report.rate.value)
        for suite, report in _reports(context).items()
    ]
    name = context.config.tracking.model_name
    head = ModelCardData(
        base_model=context.base.name, library_name="peft", pipeline_tag="text-generation", model_name=name,
        tags=["nightschool", "rust", "program-repair", "lora"], eval_results=results, ignore_metadata_errors=True,
    )  # fmt: skip
    return f"---\n{head.to_yaml()}\n---\n\n# {name}\n\n{card(context, tags)}\n"


def _reports(context: Context) -> dict[str, EvaluationReport]:
    folder = context.output("examine")
    return {suite: read(folder / f"{POLICY}-{suite}.json") for suite in SUITES}


def _use(context: Context) -> Iterable[str]:
    yield "## What it is, and how to use it"
    yield ""
    yield "Repairs Rust that does not compile. `adapter/` is a LoRA adapter (PEFT, safetensors) of "
    yield f"`{context.base.name}`,"
    yield "`policy/` holds the chooser and patterns that search and choose around it. They were examined together:"
    yield ""
    yield "    nightschool fix src/lib.rs        # with the champion; verified with rustc before it is shown"
    yield ""
    yield "The adapter alone, with PEFT: `PeftModel.from_pretrained(base, 'adapter')`; that is the arm `candidate`."
    yield ""


def _passed(context: Context) -> Iterable[str]:
    yield "## What it passed"
    yield ""
    yield "| suite | passed | 95 % interval | sure and right |"
    yield "|---|---|---|---|"
    for suite, report in _reports(context).items():
        rate, counts = report.rate, report.counts
        interval = f"{rate.low:.1%} to {rate.high:.1%}"
        yield f"| {suite} | {rate.passed}/{rate.n} | {interval} | {counts['sure_passed']}/{counts['sure']} |"
    yield ""


def _origin(context: Context, tags: Mapping[str, str]) -> Iterable[str]:
    yield "## Where it comes from"
    yield ""
    yield f"- DAG run {dag_run(context)}, MLflow run `{context.runs.run_id}`"
    yield f"- examined against `{tags['reference']}`, answers as `{tags['answer_format']}`"
    if "lowered_bar" in tags:
        yield f"- **let in by a lowered bar: {tags['lowered_bar']}**"
    yield from (f"- {name.replace('_', ' ')}: `{value[:12]}`" for name, value in tags.items() if _is_digest(name))
    yield ""
    yield "Digests in full: tag `digests`, and the ledger (`nightschool evidence`)."
    yield ""


def _limits() -> Iterable[str]:
    yield "## What it is not"
    yield ""
    yield "It was examined on programs of 5 to 40 lines with hidden tests; whole crates are searched file by file."
    yield "A repair that compiles may still change behaviour: what the policy is not sure of is shown and not written."


def dag_run(context: Context) -> str:
    """The cycle's DAG run, as a link where Airflow's own setting tells its address."""
    address = os.environ.get("AIRFLOW__API__BASE_URL", "").rstrip("/")
    cycle, dag = context.cycle, dag_id("nightly_cycle", context.config.team.name)
    return f"[{cycle}]({address}/dags/{dag}/runs/{quote(cycle, safe='')})" if address else f"`{cycle}`"


def _is_digest(name: str) -> bool:
    return name.endswith("_digest") or name in ("gate_decision", "toolchain")
