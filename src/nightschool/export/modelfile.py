"""Modelfiles for Ollama: one for chats, one for prompts that are rendered already.

Ollama's templates are Go's, a base's chat template is Jinja's. Covered: templates that write each message by itself, as
ChatML does: what they put before and after a role's text is found by rendering, and compared with the template on
further conversations. Another template is left to Ollama, which knows some by what the GGUF holds. Not covered: tools.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, cast

from nightschool.modeling.answers import FormatName
from nightschool.modeling.prompts import INSTRUCTIONS

CHAT, RAW = "Modelfile", "Modelfile.raw"
CONTEXT = 4096
"""Tokens of a prompt and its answer; Ollama's own default cuts long prompts without a word."""
_MARK = "\u241e"
Messages = Sequence[tuple[str, str]]


@dataclass(frozen=True, slots=True)
class Pieces:
    """What a chat template writes around each message."""

    around: dict[str, tuple[str, str]]
    """Text before and after a message, by role."""
    unasked: str
    """What it begins with where no system message is given."""
    answer: str
    """What the answer comes after."""

    def render(self, messages: Messages) -> str:
        """A conversation up to its answer."""
        begin = "" if any(role == "system" for role, _ in messages) else self.unasked
        told = (self.around[role][0] + text + self.around[role][1] for role, text in messages)
        return begin + "".join(told) + self.answer

    def go(self) -> str:
        """The same as a template of Ollama's."""
        first = f"{{{{ if not .System }}}}{_plain(self.unasked)}{{{{ end }}}}" if self.unasked else ""
        told = [(role, _plain(before), _plain(after)) for role, (before, after) in self.around.items()]
        cases = [
            f'{{{{ {"if" if number == 0 else "else if"} eq .Role "{role}" }}}}{before}{{{{ .Content }}}}{after}'
            for number, (role, before, after) in enumerate(told)
        ]
        return f"{first}{{{{ range .Messages }}}}{''.join(cases)}{{{{ end }}}}{{{{ end }}}}{_plain(self.answer)}"

    @property
    def written(self) -> bool:
        """Whether a Modelfile can hold it: three quotes end a text there, and what is not printable is left out."""
        text = self.go()
        return '"""' not in text and not text.endswith('"') and all(c.isprintable() or c in "\r\n\t" for c in text)


def _plain(text: str) -> str:
    """Text that Go takes as such."""
    return text.replace("{{", '{{ "{{" }}')


def write_modelfiles(folder: Path, gguf: str, tokenizer: Any, answers: str) -> None:
    """Write both files beside the GGUF; `answers` is the form in which the version answers."""
    head = f"FROM ./{gguf}\n"
    tail = f"PARAMETER temperature 0\nPARAMETER repeat_penalty 1\nPARAMETER num_ctx {CONTEXT}\n"
    if tokenizer.eos_token:
        tail += f'PARAMETER stop "{tokenizer.eos_token}"\n'
    found = pieces(tokenizer)
    chat = f'TEMPLATE """{found.go()}"""\n' if found else "# No TEMPLATE: Ollama reads the chat template of the GGUF.\n"
    system = f'SYSTEM """{INSTRUCTIONS[cast(FormatName, answers)]}"""\n'
    (folder / CHAT).write_text(head + chat + system + tail, encoding="utf-8")
    (folder / RAW).write_text(f'{head}TEMPLATE """{{{{ .Prompt }}}}"""\n{tail}', encoding="utf-8")


def pieces(tokenizer: Any) -> Pieces | None:
    """The pieces of a tokenizer's chat template; None without one, or for one that is not of such pieces."""
    if not tokenizer.chat_template:
        return None
    try:
        found = _found(tokenizer)
        good = found and found.written and all(_rendered(tokenizer, one) == found.render(one) for one in _TRIALS)
        return found if good else None
    except Exception:  # noqa: BLE001 - templates refuse roles each with an exception of their own
        return None


_TRIALS: tuple[Messages, ...] = (
    (("user", "a"),),
    (("system", "b\nc"), ("user", " d ")),
    (("user", "e"), ("assistant", "f"), ("user", "g")),
    (("system", "h"), ("user", "i"), ("assistant", "j\n"), ("user", "k"), ("assistant", "l"), ("user", "m")),
)


def _found(tokenizer: Any) -> Pieces | None:
    """Pieces read off conversations in which each text is a mark: what stands between marks belongs to two messages.

    Read as if what closes a user's message closed the others too; `pieces` tries whether that holds.
    """
    talk = [(role, _MARK) for role in ("system", "user", "assistant", "user")]
    between = _rendered(tokenizer, talk).split(_MARK)
    close = _rendered(tokenizer, talk[:2], ask=False).split(_MARK)[-1]
    alone = _rendered(tokenizer, talk[1:2]).split(_MARK)
    if (len(between), len(alone)) != (5, 2):
        return None
    user, assistant = between[1].removeprefix(close), between[2].removeprefix(close)
    around = {"system": (between[0], close), "user": (user, close), "assistant": (assistant, close)}
    return Pieces(around, alone[0].removesuffix(user), between[4].removeprefix(close))


def _rendered(tokenizer: Any, messages: Messages, *, ask: bool = True) -> str:
    told = [{"role": role, "content": text} for role, text in messages]
    text: str = tokenizer.apply_chat_template(told, tokenize=False, add_generation_prompt=ask)
    return text
