"""What is taught from: the corpus, and developers' episodes."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pydantic import Field, field_validator

from nightschool.config.section import Section


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
    retention_koans: int = Field(200, ge=1)
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
