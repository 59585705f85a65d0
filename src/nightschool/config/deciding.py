"""The gate."""

from __future__ import annotations

from pydantic import Field, model_validator

from nightschool.config.section import Section

BAR = 0.767
"""The user's acceptance bar on the frozen koans; config may raise it."""


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
