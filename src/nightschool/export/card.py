"""What stands beside exported files: a card for people and model hubs, a record for programs.

Covered: what it is, how it is loaded, what the version passed, what storing lost, digests. Not covered: whether the
exported form answers as the examined one; that is measured (docs/export.md).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import asdict
from pathlib import Path
from typing import Any

from nightschool.export.forms import Form
from nightschool.export.order import Order
from nightschool.export.storing import Loss
from nightschool.files import digest_file

RECORD = "export.json"
LOADED: dict[Form, str] = {
    Form.PEFT: "PeftModel.from_pretrained(AutoModelForCausalLM.from_pretrained(BASE), 'adapter')",
    Form.MERGED: "AutoModelForCausalLM.from_pretrained('.')",
    Form.GGUF: "llama-server -m model.gguf        # or: ollama create nightschool -f Modelfile",
}
"""A line that loads a form."""
SUITES = ("dev", "shadow", "frozen", "domains")


def record(order: Order, loss: Loss | None, folder: Path) -> dict[str, Any]:
    """What was exported, with the digest of every file."""
    version = order.version
    files = sorted(path for path in folder.rglob("*") if path.is_file())
    return {
        "model": order.name, "version": version.version, "form": order.form, "control": order.control,
        "dtype": None if order.form is Form.PEFT else order.stored,
        "base": order.base.name, "base_digest": order.base.digest,
        "adapter_digest": version.digest, "policy_digest": version.policy_digest,
        "loss": loss and {**asdict(loss), "share": loss.share},
        "files": {path.relative_to(folder).as_posix(): digest_file(path) for path in files},
    }  # fmt: skip


def readme(order: Order, loss: Loss | None, folder: Path) -> str:
    """The card: metadata that model hubs read, then Markdown."""
    from huggingface_hub import ModelCardData

    library = {Form.PEFT: "peft", Form.MERGED: "transformers", Form.GGUF: "gguf"}[order.form]
    head = ModelCardData(
        base_model=order.base.name, library_name=library, pipeline_tag="text-generation", model_name=order.name,
        tags=["nightschool", "rust", "program-repair"],
    )  # fmt: skip
    return "\n".join([f"---\n{head.to_yaml()}\n---", "", *_what(order), *_told(order, loss), *_files(folder), ""])


def _what(order: Order) -> Iterator[str]:
    version = order.version.version
    yield f"# {order.name}, version {version}{', its untouched base' if order.control else ''}"
    yield ""
    if order.control:
        yield f"The base model `{order.base.name}` **without** the version's adapter, in the same form: what differs"
        yield "between its answers and the version's was learnt, what they have in common is the form's."
    else:
        yield f"Repairs Rust that does not compile. A LoRA adapter of `{order.base.name}`, as `{order.form}`."
        yield "The model alone is the smaller part of a repair: search and chooser around it are in `policy/`, and"
        yield "`nightschool fix` carries both out and asks rustc about each answer."
    yield ""
    yield f"    {LOADED[order.form]}"
    yield ""


def _told(order: Order, loss: Loss | None) -> Iterator[str]:
    tags = order.version.tags
    passed = [f"{suite} {tags[suite]}" for suite in SUITES if suite in tags]
    if passed and not order.control:
        yield f"- Its policy passed: {', '.join(passed)} (koans). The exported form was not examined again."
    if order.form is not Form.PEFT:
        yield f"- Weights: {order.stored}" + (f"; {loss}." if loss else ".")
    yield f"- Answers as `{tags.get('answer_format', 'edit')}`; cycle `{tags.get('cycle', 'unknown')}`."
    yield f"- Digests: base `{order.base.digest[:12]}`, adapter `{order.version.digest[:12]}`,"
    yield f"  policy `{order.version.policy_digest[:12]}`; in full, with those of all files, in `{RECORD}`."
    yield ""


def _files(folder: Path) -> Iterator[str]:
    yield "| file | bytes |"
    yield "|---|---|"
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        yield f"| `{path.relative_to(folder).as_posix()}` | {path.stat().st_size:,} |"
