"""Rows made by hand are held against the same expectations as the night's."""

from types import SimpleNamespace

import pytest

from nightschool.config import Config
from nightschool.curriculum.corpus_file import write_corpus
from nightschool.errors import ValidationFailedError
from nightschool.learning import synthesis
from nightschool.modeling import adapter
from nightschool.phases import Context, by_hand
from nightschool.types import Row

ROW = Row("r", "synthesised", "f", "p", "E0384", "a", "b", "error", "ssr", "g")


def test_rows_made_by_hand_are_validated_as_in_the_night(tmp_path, monkeypatch):
    def refuse(context, rows, koans, docs):
        raise ValidationFailedError(f"{rows[0].id} against {koans} in {docs.name}")

    corpus = write_corpus(tmp_path / "corpus", [ROW], {}).path
    context = Context(Config(root=tmp_path), "ssr")
    vars(context).update(base=SimpleNamespace(digest="base"), judge=None)
    monkeypatch.setattr(adapter, "verify_adapter", lambda folder, digest: "a")
    monkeypatch.setattr(synthesis, "synthesise", lambda *asked, **named: synthesis.Synthesised(rows=[ROW]))
    monkeypatch.setattr(by_hand, "_koans", lambda context, beside: ["koan"])
    monkeypatch.setattr(by_hand, "validate_rows", refuse)
    with pytest.raises(ValidationFailedError, match=r"r against \['koan'\] in docs"):
        by_hand.synthesise_from(context, corpus, tmp_path / "adapter", tmp_path / "out")
