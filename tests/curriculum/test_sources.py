"""Where drafts come from: what the config names is searched, from the project's root."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from nightschool.config import Config, CurriculumConfig
from nightschool.curriculum.crates import crate_digest, crate_sources
from nightschool.curriculum.sources import gather
from nightschool.errors import UsageError
from nightschool.rust.toolchain import find_toolchain

COUNTER = """pub struct Counter {
    hits: Vec<u32>,
}

impl Counter {
    pub fn add(&mut self, n: u32) -> usize {
        let mut next = self.hits.len() as u32;
        next += n;
        self.hits.push(next);
        self.hits.len()
    }
}
"""


def config(root: Path, *crates: str) -> Config:
    settings = CurriculumConfig(rows=20, shares={"mutated": 1.0}, dev_koans=1, shadow_koans=1, crates=crates)  # type: ignore[arg-type]
    return Config(root=root, curriculum=settings)


def test_a_named_crate_is_mutated_and_a_crate_that_is_not_named_is_not(tmp_path: Path) -> None:
    (tmp_path / "mine" / "src").mkdir(parents=True)
    (tmp_path / "mine" / "src" / "lib.rs").write_text(COUNTER)
    bare = replace(find_toolchain(), sysroot=tmp_path)  # no documentation: crates are all there is
    named, unnamed = gather(config(tmp_path, "mine"), bare), gather(config(tmp_path), bare)
    assert {draft.group for draft in named.all() if draft.source == "mutated"} == {"mine/src/lib.rs"}
    assert {draft.source for draft in unnamed.all()} == {"aligned", "lessons"}  # templates step in


def test_a_folder_or_a_link_to_nothing_that_is_named_as_a_source_is_none(tmp_path: Path) -> None:
    (tmp_path / "book.rs").mkdir()
    (tmp_path / "gone.rs").symlink_to("nowhere")
    (tmp_path / "lib.rs").write_text(COUNTER)
    assert crate_sources(tmp_path) == [tmp_path / "lib.rs"]


def test_a_crate_that_is_not_there_is_refused_with_its_option(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"curriculum\.crates"):
        gather(config(tmp_path, "gone"), find_toolchain())


def test_a_rotation_draws_other_koans_for_shadow_from_templates_that_never_train() -> None:
    settings = CurriculumConfig(rows=60, shares={"aligned": 1.0}, dev_koans=30, shadow_koans=60)
    weeks = [
        gather(Config(curriculum=settings.model_copy(update={"rotation": week})), find_toolchain())
        for week in (202647, 202648, 202648)
    ]
    one, two, again = [{draft.broken for draft in supply.drafts["shadow"]} for supply in weeks]
    assert two == again
    assert not one & two
    templates = [{draft.group for draft in supply.drafts["shadow"]} for supply in weeks]
    assert templates[0] != templates[1]
    for side in ("corpus", "dev"):
        assert weeks[0].drafts[side] == weeks[1].drafts[side]
        assert not {draft.group for draft in weeks[0].drafts[side]} & (templates[0] | templates[1])


def test_building_a_crate_does_not_make_it_another(tmp_path: Path) -> None:
    (tmp_path / "src").mkdir()
    (tmp_path / "src" / "lib.rs").write_text("pub fn one() -> u8 { 1 }\n")
    before = crate_digest(tmp_path)
    (tmp_path / "target").mkdir()
    (tmp_path / "target" / "made.rs").write_text("pub fn made() {}\n")
    assert crate_digest(tmp_path) == before
    (tmp_path / "src" / "lib.rs").write_text("pub fn one() -> u8 { 2 }\n")
    assert crate_digest(tmp_path) != before
