"""Settings: frozen, closed, documented under each field.

Covered: defaults, bounds, what must go together, the digest that names what was configured. Not covered: reading them
(`config_file`); runtime objects, which configs never hold.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from pydantic import BaseModel, ConfigDict, Field, field_validator, model_validator

BAR = 0.767
"""The user's acceptance bar on the frozen koans; config may raise it."""
LEARNING: tuple[Literal["align", "rehearse", "prefer"], ...] = ("align", "rehearse", "prefer")
"""The learning phases, in order."""


class Section(BaseModel):
    """Base of all sections: immutable, and unknown keys are errors."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class SandboxConfig(Section):
    """Where untrusted Rust runs."""

    backend: Literal["bubblewrap", "docker", "service", "none"] = "bubblewrap"
    """`docker`: warm containers; `service`: a judge service runs programs in its own backend; `none` runs them without
    isolation and is never chosen for you."""
    image: str = "nightschool/sandbox:0.1.0"
    """Image of backend `docker`; containers/sandbox/build.sh makes it."""
    recycle_after: int = Field(200, ge=1)
    """Runs after which backend `docker` replaces a container."""
    service: str = "unix:var/run/judge.sock"
    """Where the judge service listens and backend `service` asks: unix:PATH, or a loopback address such as
    127.0.0.1:8793, which needs a token in NIGHTSCHOOL_JUDGE_TOKEN."""
    memory_mb: int = Field(2048, ge=256)
    """Address-space limit of each process, in MiB."""
    tmp_mb: int = Field(512, ge=16)
    """Size of the private /tmp, in MiB."""
    processes: int = Field(64, ge=4)
    """Most processes and threads at once."""
    output_kb: int = Field(1024, ge=16)
    """Most output kept of one run, in KiB; a program that prints more is stopped."""


class JudgeConfig(Section):
    """How answers are judged."""

    compile_timeout_s: float = Field(20.0, gt=0)
    """Wall-clock limit of one compiler run, in seconds."""
    test_timeout_s: float = Field(3.0, gt=0)
    """Wall-clock limit of one koan's tests, in seconds."""
    batch_size: int = Field(128, ge=1)
    """Programs per compiler run."""
    workers: int = Field(2, ge=1)
    """Compiler and test processes at once."""
    cache: bool = True
    """Keep verdicts by digest of (program, tests, toolchain, judge)."""


class CurriculumConfig(Section):
    """What the corpus is made of."""

    rows: int = Field(5000, ge=0)
    """Verified unique rows wanted in the corpus."""
    shares: dict[str, float] = Field(
        default={"aligned": 0.42, "mutated": 0.28, "explained": 0.05, "lessons": 0.25, "episodes": 0.05}
    )
    """Share of each source, among those that have rows; a source that runs dry is topped up from the others."""
    lessons: tuple[Path, ...] = ()
    """Folders of a team's own lessons, besides those of the package; `docs/lessons.md` has the format."""
    episodes: dict[str, int] | None = None
    """Lessons in `var/episodes` and how often each one's failure was met; None: all that are there. A cycle fixes them
    when it begins: intake goes on beside it."""
    crates: tuple[Path, ...] = ()
    """Crate folders to mutate besides the toolchain's documentation."""
    min_coverage: float = Field(0.5, ge=0, le=1)
    """Coverage of examined (code, edit pattern) cells below which the corpus is refused."""
    target_coverage: float = Field(0.8, ge=0, le=1)
    """Coverage below which a warning is given."""
    cell_programs: int = Field(5, ge=1)
    """Distinct programs (m) that make a cell covered."""
    dev_koans: int = Field(200, ge=1)
    """Koans in the generated `dev` suite."""
    shadow_koans: int = Field(200, ge=1)
    """Koans in the generated `shadow` suite."""
    own_koans: int = Field(100, ge=1)
    """Most koans in the suite `own`; held-out workspaces may give fewer."""
    own: tuple[str, ...] | None = None
    """Lessons in `var/episodes` that become koans of `own`; None: all of held-out workspaces that are there. A cycle
    fixes them when it begins."""
    retention_koans: int = Field(100, ge=1)
    """Most koans in the suite `retention`; the documentation may give fewer."""
    rotation: int | None = Field(None, ge=0)
    """Which draw of the held-out templates `shadow` is; None: the ISO week of the cycle, 0 where there is no cycle."""


class EpisodesConfig(Section):
    """What is taken in of developers' episodes."""

    licenses: tuple[str, ...] = (
        "none", "MIT", "MIT-0", "Apache-2.0", "BSD-2-Clause", "BSD-3-Clause", "ISC", "Zlib", "0BSD", "Unlicense",
        "CC0-1.0",
    )  # fmt: skip
    """SPDX names of licences whose packages may teach; `none` stands for a package that says none, as a team's own."""
    minutes: float = Field(45.0, gt=0)
    """Intake begins no further batch of episodes after this time; the next run goes on there."""
    held_out: tuple[str, ...] | float = ()
    """Workspaces whose episodes never train and make the suite `own`: names as `episodes list` shows them (or keys, the
    digests of their paths), or a share of all workspaces, by those digests: a workspace stays on its side whatever
    others come, and a larger share only adds to a smaller one."""

    @field_validator("held_out", mode="before")
    @classmethod
    def _one_name_is_a_list_of_one(cls, held_out: Any) -> Any:
        if isinstance(held_out, str):
            return (held_out,)
        if isinstance(held_out, bool) or (isinstance(held_out, int | float) and not 0 <= held_out <= 1):
            raise ValueError(f"episodes.held_out {held_out} is neither names, [shop, till], nor a share from 0 to 1")
        return held_out


class ModelConfig(Section):
    """The base model and how it runs."""

    backend: Literal["in_process", "openai"] = "in_process"
    """Who generates: the phase's own process, or the server in `serving`. Training is always in process."""
    base_model: str = "smollm2"
    """`smollm2` (embedded), `qwen2.5-coder-0.5b` or `-1.5b` (wheels of the package index, read as data), a local
    folder, or a hub id."""
    revision: str | None = None
    """Hub revision to pin; None takes the one first downloaded, pinned by digest from then on."""
    device: Literal["auto", "cpu", "cuda", "mps"] = "auto"
    """`auto` takes an accelerator if there is one."""
    dtype: Literal["auto", "float32", "bfloat16", "float16"] = "auto"
    """`auto` takes bfloat16 where the hardware has it, else float32."""
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

    compiles: int = Field(200, ge=1)
    """Most proposals of rustc and of the operators compiled a program."""
    depth: int = Field(2, ge=1)
    """Edits made one after the other."""
    pattern_compiles: int = Field(40, ge=0)
    """Most proposals of learnt patterns compiled a program, on top."""
    drawn: int = Field(4, ge=0)
    """Answers drawn from the model, after its greedy one, where search leaves a program open or is unsure."""
    behaviour_s: float = Field(0.5, ge=0)
    """Seconds a program for running its candidates on generated inputs; 0 runs none."""
    sure: float = Field(0.97, gt=0, lt=1)
    """Share of right ones among the repairs that are written without asking, on choices held out from learning. Above
    the gate's 0.95 of shadow's, which are too few to come out at the share that was aimed at."""
    list_compiles: int = Field(120, ge=1)
    """Proposals compiled for each corpus row that teaches the chooser."""
    list_minutes: float = Field(5.0, gt=0)
    """Searching corpus rows for what teaches the chooser stops here."""


class TrainConfig(Section):
    """LoRA fine-tuning (phase align)."""

    rank: int = Field(16, ge=1)
    """LoRA's rank r: columns of each adapter matrix."""
    alpha: int = Field(32, ge=1)
    """LoRA's alpha; updates are scaled by alpha / rank."""
    dropout: float = Field(0.0, ge=0, lt=1)
    """LoRA's dropout, a share of the adapter's inputs."""
    target_modules: str | tuple[str, ...] = "all-linear"
    """PEFT target modules."""
    top_layers: int | None = Field(15, ge=1)
    """Only this many layers, counted from the output, get an adapter: the backward pass ends below them. None: all."""
    learning_rate: float = Field(1.5e-3, gt=0)
    """Largest learning rate, reached after warm-up."""
    loss: Literal["all", "changed"] = "all"
    """all: every token of an answer; changed: only those that do not repeat the broken program (`learning.changed`)."""
    epochs: float = Field(1.0, gt=0)
    """Passes over the rows, if the time allows."""
    batch_tokens: int = Field(768, ge=64)
    """Tokens per optimiser step, padding included; rows are grouped by length."""
    warmup_ratio: float = Field(0.05, ge=0, le=1)
    """Share of the steps in which the learning rate rises from 0."""
    weight_decay: float = Field(0.0, ge=0)
    """AdamW's weight decay."""
    start: Literal["latest", "champion", "base"] = "latest"
    """latest: from the champion, and before there is one from the best candidate of earlier nights; champion: from
    the champion or the base model; base: anew every night."""
    own_weight: float = Field(1.0, gt=0)
    """How much more often rows come whose repair the prompt does not show as a suggestion of rustc."""
    fresh_first: bool = True
    """Rows learnt least on the way to the adapter that training starts from come first."""
    max_minutes: float = Field(6.0, gt=0)
    """Training stops here; the learning rate is scheduled to end by then."""
    processes: int = Field(1, ge=1)
    """Training processes, started by `accelerate launch` (DDP): one a GPU, or several on the CPU. They divide each
    optimiser step among them; preference learning (dpo, kto) stays in one."""
    max_rows: int = Field(0, ge=0)
    """Rows drawn from the corpus; 0 takes all that fit the time."""
    checkpoint_steps: int = Field(20, ge=1)
    """Optimiser steps between checkpoints; a killed training goes on from the last one."""
    eval_steps: int = Field(60, ge=1)
    """Steps between looks at the dev loss."""
    patience: int = Field(3, ge=1)
    """Looks without a better dev loss before training stops early."""


class RehearseConfig(Section):
    """Self-synthesized rehearsal (phases synthesise and rehearse)."""

    rows: int = Field(500, ge=1)
    """Verified rehearsal rows wanted at least, over all patterns of the corpus."""
    variants: int = Field(10, ge=1)
    """Rows wanted of each pattern at least; more where there are too few patterns for `rows`."""
    samples: int = Field(8, ge=1)
    """Answers drawn from the latest model for each new program; the likeliest under the base is kept."""
    minutes: float = Field(4.0, gt=0)
    """Writing and answering stop here."""
    share_new: float = Field(0.5, ge=0)
    """Part of tonight's own rows in what is trained on; the three shares need not add up to one."""
    share_rehearsed: float = Field(0.4, gt=0)
    """Part of synthesised rows; their number decides the size of the whole."""
    share_general: float = Field(0.1, ge=0)
    """Part of rows from documentation, which no template made."""
    learning_rate: float = Field(3e-4, gt=0)
    """Below that of align: the adapter has learnt already."""
    train_minutes: float = Field(2.0, gt=0)
    """Training of this phase stops here."""


class PreferConfig(Section):
    """Learning from judged repairs of corpus rows (phases pair and prefer)."""

    method: Literal["dpo", "list", "kto", "rejection", "grpo"] = "dpo"
    """dpo: pairs; list: all candidates of a row at once; kto: passes and failures unpaired; rejection: verified ones;
    grpo: new answers, judged as it learns."""
    samples: int = Field(8, ge=2)
    """Answers to each row; grpo."""
    per_koan: int = Field(4, ge=1)
    """Most pairs of one row."""
    list_size: int = Field(12, ge=2)
    """Most candidates of one row, passing and failing by turns; list."""
    code_share: float = Field(0.2, gt=0, le=1)
    """Largest share of one error code among the pairs."""
    decided: tuple[Literal["accepted", "edited", "action", "written"], ...] = ("accepted", "edited", "action")
    """Which decisions of developers make pairs: accepted or edited in `fix --interactive`, a code action. Left out is
    `written`, of `fix --write`: the policy was sure and nobody looked, so it would learn from itself."""
    decided_share: float = Field(0.5, ge=0, le=1)
    """Largest share of such pairs among all."""
    beta: float = Field(0.1, gt=0)
    """Weight of the distance from the reference; not of rejection."""
    nll_weight: float = Field(0.5, ge=0)
    """Weight of the chosen answers' own likelihood beside the preference; dpo and list."""
    collapse: float = Field(0.1, gt=0)
    """Training stops when chosen answers have lost this many nats per token against the reference; dpo
    and list."""
    learning_rate: float | None = Field(None, gt=0)
    """None: a share of `train.learning_rate` that fits the method (`learning.preference_trainers.RATES`)."""
    train_minutes: float = Field(3.0, gt=0)
    """Training of this phase stops here."""


class GateConfig(Section):
    """The bar and the phase decisions."""

    bar: float = Field(BAR, ge=0, le=1)
    """The frozen pass rate must be above this."""
    allow_lower_bar: bool = False
    """Permit a bar below 0.767; the registered version is then marked `lowered_bar`."""
    min_gain: float = Field(0.02, ge=0, le=1)
    """Gain on dev over the starting point for `gained`; also the smallest gain on shadow worth planning for."""
    alpha: float = Field(0.05, gt=0, lt=1)
    """Chance a year of passing a candidate that is no better on shadow."""
    looks_per_year: int = Field(365, ge=1)
    """Looks at shadow in a year that half of `alpha` is shared among evenly; the other half is for nights that dev
    promises a gain. When all is spent, nothing passes until it has aged."""
    slice_margin: float = Field(0.15, gt=0, le=1)
    """A family or error code must be shown to have lost less than this on shadow."""
    slice_koans: int = Field(30, ge=1)
    """Koans a family or error code needs on shadow to be judged by itself."""
    retention_margin: float = Field(0.1, gt=0, le=1)
    """General Rust (suite `retention`) must be shown to have lost less than this."""
    harm_margin: float = Field(0.02, gt=0, le=1)
    """On shadow the policy must be shown to have lost less than this against `chooser`, which asks no model."""
    sure: float = Field(0.95, ge=0, le=1)
    """Least share of passes on shadow among what the policy is sure of."""
    sure_koans: int = Field(20, ge=1)
    """Koans of shadow that the policy must be sure of for that share to count."""

    @model_validator(mode="after")
    def _bar_is_not_lowered_silently(self) -> GateConfig:
        if self.bar < BAR and not self.allow_lower_bar:
            raise ValueError(f"gate.bar {self.bar} is below {BAR}; set gate.allow_lower_bar: true to insist")
        return self


class TrackingConfig(Section):
    """MLflow and the ledger."""

    uri: str = "sqlite:///mlruns/mlflow.db"
    """MLflow tracking and registry store; relative paths start at the project's root. With `http(s)://` a server keeps
    runs, registry and artifacts; its login is in MLFLOW_TRACKING_USERNAME and MLFLOW_TRACKING_PASSWORD."""
    artifacts: str = "mlruns/artifacts"
    """Where artifacts are kept without a server; the ledger and the registry's lock lie beside it in any case."""
    experiment: str = "nightschool"
    """MLflow experiment that nights are runs of."""
    model_name: str = "nightschool-rust-repair"
    """Registered model whose versions candidates become."""
    traces: bool = True
    """Whether `publish` leaves evaluation datasets, evaluation runs and a trace of each of their answers in MLflow;
    false: none of them (docs/mlflow.md says which answers, and what they cost)."""


class StorageConfig(Section):
    """Where machines share finished phases."""

    url: str | None = Field(None, pattern=r"^\w+://")
    """fsspec URL (`file:///mnt/share`, `s3://bucket/prefix`) of the store that finished phases are published to and
    fetched from; None: they stay in `var/phases`. Credentials come from the environment."""


class HousekeepingConfig(Section):
    """What housekeeping takes away (docs/housekeeping.md). Days are those since something was last used."""

    recent_days: float = Field(3.0, ge=1)
    """What was used within these days stays, whatever the other limits say."""
    phases_days: float = Field(30.0, gt=0)
    """Output folders of phases, finished or not; and how long an unfinished cycle counts as one that goes on."""
    checkpoints_days: float = Field(7.0, gt=0)
    """Training checkpoints of finished phases, which nothing goes on from."""
    caches_days: float = Field(60.0, gt=0)
    """Answers, searches, rehearsal lots, verdicts, downloaded versions: kept to save time."""
    logs_days: float = Field(30.0, gt=0)
    """Task logs of Airflow, and logs of services that do not run."""
    airflow_days: float = Field(90.0, gt=0)
    """Rows of runs and their tasks in the embedded Airflow's database."""
    traces_days: float = Field(60.0, gt=0)
    """Traces in MLflow, of this experiment."""
    artifacts_days: float = Field(90.0, gt=0)
    """Files of MLflow's runs; the runs themselves, with their numbers, stay on."""
    runs_days: float = Field(730.0, gt=0)
    """MLflow's runs, with all that is left of them."""
    total_gb: float | None = Field(50.0, gt=0)
    """Most that phases, caches, logs and MLflow's files may take up together, in GB; above it what was not used longest
    goes first, however young by the other limits. None: no such limit."""

    @model_validator(mode="after")
    def _nothing_recent_is_old(self) -> HousekeepingConfig:
        days = {name: value for name, value in self.model_dump().items() if name.endswith("_days")}
        if low := [name for name, value in days.items() if value < self.recent_days]:
            raise ValueError(f"housekeeping.{low[0]} {days[low[0]]:g} is below recent_days {self.recent_days:g}")
        if self.runs_days < self.artifacts_days:
            raise ValueError("housekeeping.runs_days is below artifacts_days: a run has its files until it goes")
        return self


class Config(Section):
    """Everything one cycle needs to know."""

    name: str = "default"
    """What these settings are called, in reports and logs."""
    seed: int = Field(0, ge=0)
    """Begins every random choice: another seed makes another corpus and another order of training."""
    phases: tuple[Literal["align", "rehearse", "prefer"], ...] = LEARNING
    """Learning phases, align among them; they run in this order, however they are given, and the decisions of the night
    may still skip the later ones."""
    root: Path = Path()
    """Project root; `var/`, `mlruns/` and relative paths start here."""
    frozen: Path = Path("koans/frozen")
    """The suite of the acceptance examination; the bar is on it."""
    domains: Path = Path("koans/domains")
    """Koans of everyday programs, reported beside frozen and read by no decision; nights go on without the folder."""
    arms: tuple[Literal["base", "hints", "search", "chooser", "policy_base", "policy_champion"], ...] = (
        "base", "hints", "search", "chooser", "policy_base", "policy_champion",
    )  # fmt: skip
    """What the candidate and its policy are measured beside, each night. Asked once: `base`, and `hints` on the small
    suites. Policies: `search` (fixed order, nothing learnt), `chooser` (tonight's, no model), `policy_base` (with the
    base model), `policy_champion`. The gate needs `search`, `chooser` and, with a champion, `policy_champion`."""
    watts: float = Field(65.0, gt=0)
    """Power the machine is assumed to draw at work, for the energy in reports; a desktop CPU's rating by default."""
    auto_promote: bool = False
    """Set the alias `champion` without asking when the gate passes."""
    sandbox: SandboxConfig = SandboxConfig()
    judge: JudgeConfig = JudgeConfig()
    curriculum: CurriculumConfig = CurriculumConfig()
    episodes: EpisodesConfig = EpisodesConfig()
    model: ModelConfig = ModelConfig()
    serving: ServingConfig = ServingConfig()
    answer: AnswerConfig = AnswerConfig()
    repair: RepairConfig = RepairConfig()
    train: TrainConfig = TrainConfig()
    rehearse: RehearseConfig = RehearseConfig()
    prefer: PreferConfig = PreferConfig()
    gate: GateConfig = GateConfig()
    tracking: TrackingConfig = TrackingConfig()
    storage: StorageConfig = StorageConfig()
    housekeeping: HousekeepingConfig = HousekeepingConfig()

    @field_validator("phases")
    @classmethod
    def _phases_have_align_and_one_order(cls, phases: tuple[str, ...]) -> tuple[str, ...]:
        """A form gives them in the order of the clicks."""
        if "align" not in phases:
            raise ValueError(f"phases {list(phases)} must have align; {' and '.join(LEARNING[1:])} go on from it")
        return tuple(phase for phase in LEARNING if phase in phases)

    @model_validator(mode="after")
    def _a_served_model_has_a_name(self) -> Config:
        if self.model.backend == "openai" and not self.serving.model:
            raise ValueError("model.backend openai needs serving.model, the base model's name at serving.base_url")
        return self

    @property
    def var(self) -> Path:
        """Working state: phase outputs, caches, models."""
        return self.root / "var"

    def served_by(self) -> dict[str, Any] | None:
        """What of `serving` decides the answers; None where no server is asked."""
        decides = {"base_url", "model", "adapter", "extra"}
        return self.serving.model_dump(mode="json", include=decides) if self.model.backend == "openai" else None

    def digest(self, *sections: str) -> str:
        """SHA-256 (first 16 hex digits) of the named sections, or of everything but paths and housekeeping."""
        data = self.model_dump(mode="json", include=set(sections) or None, exclude={"root", "housekeeping"})
        return hashlib.sha256(json.dumps(data, sort_keys=True).encode()).hexdigest()[:16]
