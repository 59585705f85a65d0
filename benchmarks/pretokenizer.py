"""What following `tokenizer.ggml.pre` is worth: how many tokens of a corpus are others, which the base finds likelier.

    python benchmarks/pretokenizer.py CORPUS [--model smollm2] [--pre smollm] [--likelihood 100]

Each row's prompt, target and whole program are cut twice: as transformers reads it (`model.pretokenizer=reader`) and
as the GGUF names it (`named`, --pre). With --likelihood so many programs that differ are read by the base in both cuts,
in float32: it was trained on one of the two, and that one it finds likelier.
Not covered: what a night would learn with the other cut; that takes two nights.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from nightschool.config import AnswerConfig, ModelConfig
from nightschool.curriculum.corpus_file import read_corpus
from nightschool.modeling import answer_format, build_prompt, encode, encode_answer, ensure_model, load_model
from nightschool.modeling.loading import load_tokenizer
from nightschool.modeling.pretokenizer import cutter
from nightschool.types import Row


@dataclass(frozen=True)
class Cuts:
    """Texts of one kind, as ids in both cuts."""

    kind: str
    pairs: Sequence[tuple[list[int], list[int]]]

    def line(self) -> str:
        """A row of the table."""
        other = [(reader, named) for reader, named in self.pairs if reader != named]
        tokens = [sum(len(pair[n]) for pair in self.pairs) for n in (0, 1)]
        changed = sum(_changed(reader, named) for reader, named in other)
        shares = f"{len(other)}/{len(self.pairs)} = {len(other) / len(self.pairs):.2%}"
        return f"| {self.kind} | {shares} | {tokens[0]:,} | {tokens[1]:,} | {changed:,} = {changed / tokens[0]:.3%} |"


def main() -> None:
    """Count, and read if asked."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--model", default="smollm2")
    parser.add_argument("--pre", default="smollm")
    parser.add_argument("--likelihood", type=int, default=0)
    options = parser.parse_args()
    rows = read_corpus(options.corpus).rows
    files = ensure_model(ModelConfig(base_model=options.model, pretokenizer="reader"), Path("var"))
    tokenizers = [load_tokenizer(files), load_tokenizer(files)]
    tokenizers[1].backend_tokenizer.pre_tokenizer = cutter(options.pre)
    print(f"{len(rows)} rows, {options.model}\n\n| text | others | tokens read | tokens named | tokens replaced |")
    print("|---|---|---|---|---|")
    for kind, ids in _KINDS.items():
        print(Cuts(kind, [(ids(tokenizers[0], row), ids(tokenizers[1], row)) for row in rows]).line(), flush=True)
    if options.likelihood:
        _likelihood(files, tokenizers, rows, options.likelihood)


_FORM = answer_format(AnswerConfig())
_KINDS: dict[str, Callable[[Any, Row], list[int]]] = {
    "prompt": lambda tokenizer, row: encode(tokenizer, build_prompt(tokenizer, row.broken, row.diagnostic, _FORM)),
    "target": lambda tokenizer, row: encode_answer(tokenizer, _FORM.target(row.broken, row.fixed)),
    "program": lambda tokenizer, row: encode_answer(tokenizer, row.fixed),
}


def _changed(reader: Sequence[int], named: Sequence[int]) -> int:
    """Tokens of the reader's cut that the named one replaces by others."""
    from difflib import SequenceMatcher

    blocks = SequenceMatcher(None, reader, named, autojunk=False).get_opcodes()
    return sum(max(end - begin, there - here) for what, begin, end, here, there in blocks if what != "equal")


def _likelihood(files: Any, tokenizers: Sequence[Any], rows: Sequence[Row], wanted: int) -> None:
    """Nats of whole programs in both cuts; each text's difference decides for one."""
    import torch

    model = load_model(files, ModelConfig(dtype="float32")).model
    pairs = [tuple(_KINDS["program"](one, row) for one in tokenizers) for row in rows]
    other = [pair for pair in pairs if pair[0] != pair[1]][:wanted]
    nats = []
    for pair in other:
        with torch.no_grad():
            nats.append(
                [float(model(torch.tensor([ids]), labels=torch.tensor([ids])).loss) * (len(ids) - 1) for ids in pair]
            )
    better = sum(named < reader for reader, named in nats)
    sums = [sum(one[n] for one in nats) for n in (0, 1)]
    print(
        f"\n{len(nats)} programs that differ: {sums[0]:,.0f} nats read, {sums[1]:,.0f} named; named likelier: {better}"
    )


if __name__ == "__main__":
    main()
