"""The suite `domains` is kept out of the corpus, shown beside frozen, and decides nothing."""

import json
from pathlib import Path
from types import SimpleNamespace

import pytest

from nightschool.config_file import load_config
from nightschool.curriculum.corpus_file import write_corpus
from nightschool.koans import write_suite
from nightschool.phases import Context, recipes_data
from nightschool.types import PhaseResult
from tests.curriculum.programs import INVENTORY, NEAR, WORDS, koan, row


def cycle(folder: Path, *settings: str) -> Context:
    context = Context(load_config(None, [f"root={folder}", *settings]), "night")
    vars(context)["judge"] = SimpleNamespace(toolchain=SimpleNamespace(digest="rustc", version="rustc 1"))
    vars(context)["champion"] = None
    return context


@pytest.mark.parametrize("there", [True, False])
def test_what_the_corpus_holds_of_the_domains_is_reported_and_is_no_leak_to_the_gate(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, there: bool
) -> None:
    context = cycle(tmp_path)
    write_corpus(tmp_path / "curate", [row("r", INVENTORY, NEAR)], {})
    for suite, code in (("koans/frozen", WORDS), ("curate/dev", WORDS), ("curate/shadow", WORDS)):
        write_suite(tmp_path / suite, [koan(Path(suite).name, code, WORDS)])
    if there:
        write_suite(tmp_path / "koans/domains", [koan("stock", INVENTORY, NEAR)])
    context.record(PhaseResult("curate", "k", str(tmp_path / "curate")))
    monkeypatch.setattr(recipes_data, "twin_koans", lambda context, suite: ())
    passed = SimpleNamespace(warnings=())
    monkeypatch.setattr("nightschool.curriculum.validation.validate_corpus", lambda *args: passed)
    metrics = recipes_data.validate_corpus(context, tmp_path).metrics
    assert (metrics["leaks"], metrics.get("domains.leaks")) == (0.0, 1.0 if there else None)
    overlap = json.loads((tmp_path / "overlap.json").read_text())
    assert (overlap["leakage"]["leaking_rows"], overlap["domains"]["leaking_rows"]) == (0, int(there))


def test_other_domains_make_another_corpus(tmp_path: Path) -> None:
    write_suite(tmp_path / "koans/frozen", [koan("f", WORDS, NEAR)])
    keys = []
    for suite in (None, INVENTORY, NEAR):
        if suite is not None:
            write_suite(tmp_path / "koans/domains", [koan("stock", suite, WORDS)])
        keys.append(str(recipes_data.curate_inputs(cycle(tmp_path, "curriculum.rotation=1"))))
    elsewhere = cycle(tmp_path, "curriculum.rotation=1", "domains=koans/others")
    assert len(set(keys)) == 3
    assert str(recipes_data.curate_inputs(elsewhere)) == keys[0]
