"""The arm that completes a line: general Rust as plain text, for the suite `retention`.

Covered: the program up to the gap as a fenced block, without a chat template (the adapter is trained on chats of
repairs; what it did to everything else is what is measured), the answer up to the end of its line.
Not covered: making the gaps (`curriculum.retention`).
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from nightschool.config import Config
from nightschool.curriculum.retention import GAP
from nightschool.evaluation.answer import Answer
from nightschool.evaluation.answer_cache import Said
from nightschool.evaluation.model_arm import ModelArm
from nightschool.files import digest_text
from nightschool.modeling.store import BaseModelFiles
from nightschool.types import Koan

FENCE = "```rust\n"
MOST_TOKENS = 32
"""Of one line's rest; a value that a koan asks for has at most 60 characters."""


class CompletionArm(ModelArm):
    """A model that goes on where the gap is."""

    def __init__(self, name: str, config: Config, base: BaseModelFiles, adapter: Path | None) -> None:
        super().__init__(name, config, base, adapter, lambda koans: [""] * len(koans))

    def facts(self) -> dict[str, str]:
        """The model's, with the wording of its own."""
        return {**super().facts(), "prompt": digest_text(FENCE, GAP, str(MOST_TOKENS))[:16], "format": "completion"}

    def _prompt(self, tokenizer: Any, koan: Koan, diagnostic: str) -> str:
        """The text before the gap; words start with their space, so none is left at the end."""
        return FENCE + koan.broken.partition(GAP)[0].rstrip(" ")

    def _limit(self, prompt_tokens: int) -> int:
        return MOST_TOKENS

    def _over(self, text: str) -> bool:
        return "\n" in text

    def _read(self, koan: Koan, said: Said) -> Answer:
        before, _, after = koan.broken.partition(GAP)
        rest = after.partition("\n")
        line = said.text.partition("\n")[0]
        program = before.rstrip(" ") + line + rest[1] + rest[2]
        return Answer(koan.id, said.text, program, said.tokens, said.seconds)
