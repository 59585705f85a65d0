"""Settings: frozen, closed, documented under each field; here all of them, in the modules the sections.

Covered: defaults, bounds, what must go together, the digest that names what was configured. Not covered: reading them
(`config_file`); runtime objects, which configs never hold.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any, Literal

from pydantic import Field, field_validator, model_validator

from nightschool.config.answering import AnswerConfig, ModelConfig, RepairConfig, ServingConfig
from nightschool.config.deciding import BAR, GateConfig
from nightschool.config.judging import JudgeConfig, SandboxConfig
from nightschool.config.keeping import HousekeepingConfig, MonitoringConfig, StorageConfig, TrackingConfig
from nightschool.config.material import CurriculumConfig, EpisodesConfig
from nightschool.config.section import Section
from nightschool.config.serve import ServeConfig
from nightschool.config.teaching import PreferConfig, RehearseConfig, TrainConfig
from nightschool.config.team import TeamConfig, with_own_names, working

__all__ = [
    "BAR",
    "LEARNING",
    "AnswerConfig",
    "Config",
    "CurriculumConfig",
    "EpisodesConfig",
    "GateConfig",
    "HousekeepingConfig",
    "JudgeConfig",
    "ModelConfig",
    "MonitoringConfig",
    "PreferConfig",
    "RehearseConfig",
    "RepairConfig",
    "SandboxConfig",
    "Section",
    "ServeConfig",
    "ServingConfig",
    "StorageConfig",
    "TeamConfig",
    "TrackingConfig",
    "TrainConfig",
]

LEARNING: tuple[Literal["align", "rehearse", "prefer"], ...] = ("align", "rehearse", "prefer")
"""The learning phases, in order."""

UNDECIDING = {"root", "team", "monitoring", "housekeeping", "serve"}
"""Settings that decide nothing of what a night comes to."""


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
    team: TeamConfig = TeamConfig()
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
    monitoring: MonitoringConfig = MonitoringConfig()
    housekeeping: HousekeepingConfig = HousekeepingConfig()
    serve: ServeConfig = ServeConfig()

    @model_validator(mode="before")
    @classmethod
    def _a_teams_names_are_its_own(cls, data: Any) -> Any:
        return with_own_names(data)

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
        return self.root / working(self.team.name)

    @property
    def episodes_store(self) -> Path | None:
        """The team's store of episodes; None without a team, whose store is found by NIGHTSCHOOL_EPISODES."""
        return self.root / (self.team.episodes or f"{working(self.team.name)}/episodes.db") if self.team.name else None

    def served_by(self) -> dict[str, Any] | None:
        """What of `serving` decides the answers; None where no server is asked."""
        decides = {"base_url", "model", "adapter", "extra"}
        return self.serving.model_dump(mode="json", include=decides) if self.model.backend == "openai" else None

    def digest(self, *sections: str) -> str:
        """SHA-256 (first 16 hex digits) of the named sections, or of everything that may decide a night."""
        data = self.model_dump(mode="json", include=set(sections) or None, exclude=UNDECIDING)
        return hashlib.sha256(json.dumps(data, sort_keys=True).encode()).hexdigest()[:16]
