"""Drafts of all sources for one build, already divided into corpus, dev, shadow and own by group.

Covered: how many drafts of each source a build needs, since some will fail verification; the rotation of `shadow`;
going on with a warning where a source has nothing to draw from. Not covered: making drafts (`aligned`, `mutated`,
`explained`, `domains`, `lessons`, `episodes`) and verifying them.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice

from nightschool.config import Config
from nightschool.curriculum.crates import crate_examples
from nightschool.curriculum.documentation import Example, documentation_examples
from nightschool.curriculum.domains import domain_drafts
from nightschool.curriculum.draft import Draft
from nightschool.curriculum.episodes import episode_drafts
from nightschool.curriculum.explained import explained_drafts
from nightschool.curriculum.lessons import lesson_drafts, load_lessons, require_folders
from nightschool.curriculum.mutated import mutated_drafts
from nightschool.curriculum.own import allowed, held_out_lessons, own_drafts, training_lessons, without
from nightschool.curriculum.selection import PER_FORM, renamed_form, turns
from nightschool.curriculum.split import (
    Side,
    lesson_rests,
    resting,
    side_of_file,
    side_of_lesson,
    split_templates,
)
from nightschool.curriculum.templates import Template, load_templates, render, seeds
from nightschool.errors import EnvironmentMissingError
from nightschool.files import digest_text
from nightschool.rust.toolchain import Toolchain

ALIGNED_SPARE, MUTATED_SPARE = 1.35, 2.1
"""Drafts per row wanted: templates nearly always verify, but one in five is like a held-out koan; of mutants three in
five verify."""
LESSON_SPARE = 1.2
"""Lessons per row wanted: some are like a held-out koan."""
HELD_ALIGNED, HELD_MUTATED = 1.3, 5.0
"""Drafts per held-out koan wanted; certification is stricter than verification."""
TRIES = 4
"""Draws of a template for each draft wanted of it, in search of new forms."""
LEAST_EXAMPLES = 400
"""Programs searched for mutants, however few are wanted: rare operators need many to choose from."""


@dataclass(slots=True)
class Supply:
    """Drafts by side, and what could not be had."""

    drafts: dict[Side, list[Draft]] = field(default_factory=lambda: {"corpus": [], "dev": [], "shadow": []})
    warnings: list[str] = field(default_factory=list)

    def all(self) -> list[Draft]:
        """Drafts of all sides."""
        return [draft for drafts in self.drafts.values() for draft in drafts]

    @property
    def sides(self) -> dict[str, Side]:
        """The side of each group."""
        return {draft.group: side for side, drafts in self.drafts.items() for draft in drafts}


def gather(config: Config, toolchain: Toolchain) -> Supply:
    """Everything to be verified for one build. Where the documentation is missing, templates step in."""
    require_folders(config)
    supply = Supply()
    shares, rows = dict(config.curriculum.shares), config.curriculum.rows
    sizes: dict[Side, int] = {"dev": config.curriculum.dev_koans, "shadow": config.curriculum.shadow_koans}
    if shares.get("mutated", 0) > 0:
        examples = _examples(supply, config, toolchain)
        _mutated(supply, config, examples, sizes)
        if not examples:
            shares["aligned"] = shares.get("aligned", 0) + shares["mutated"]
    if shares.get("aligned", 0) > 0:
        wanted: dict[Side, int] = {side: math.ceil(count * HELD_ALIGNED) for side, count in sizes.items()}
        _aligned(supply, config, {"corpus": math.ceil(rows * shares["aligned"] * ALIGNED_SPARE), **wanted})
    if shares.get("explained", 0) > 0:
        most = math.ceil(rows * shares["explained"] * MUTATED_SPARE)
        supply.drafts["corpus"] += explained_drafts(toolchain, most, config.var / "cache")
    if shares.get("domains", 0) > 0:
        supply.drafts["corpus"] += domain_drafts(math.ceil(rows * shares["domains"] * ALIGNED_SPARE), config.seed)
    held = held_out_lessons(config)
    _lessons(supply, config, {"corpus": math.ceil(rows * shares.get("lessons", 0) * LESSON_SPARE), **sizes}, held)
    if shares.get("episodes", 0) > 0:
        supply.drafts["corpus"] += without(episode_drafts(config.var / "episodes", training_lessons(config)), held)
    if held:
        supply.drafts["own"] = own_drafts(config, held)
    return supply


def _lessons(supply: Supply, config: Config, wanted: dict[Side, int], held: Iterable[str]) -> None:
    """A team's lessons first, then the package's by turns over patterns; what is of held-out workspaces, never, and
    episodes' lessons of unknown ones only while nothing is held out."""
    own = [draft for folder in config.curriculum.lessons for draft in load_lessons(config.root / folder)]
    drafts = without([*allowed(own, config), *turns(lesson_drafts(), lambda draft: draft.pattern)], held)
    for side, count in wanted.items():
        mine = [draft for draft in drafts if side_of_lesson(draft.group) == side]
        if side == "shadow":
            rotation = config.curriculum.rotation or 0
            mine = [draft for draft in mine if not lesson_rests(draft.group, rotation)]
        supply.drafts[side] += mine[:count]


def seed_of(config: Config, side: Side) -> int:
    """The seed that a side's drafts are drawn with: that of `shadow` changes with the rotation."""
    rotation = config.curriculum.rotation or 0
    return int(digest_text(str(config.seed), str(rotation))[:12], 16) if side == "shadow" else config.seed


def _aligned(supply: Supply, config: Config, wanted: dict[Side, int]) -> None:
    templates = load_templates()
    by_pattern: dict[str, list[str]] = defaultdict(list)
    for template in templates:
        by_pattern[f"{template.family}/{template.pattern}"].append(template.id)
    sides = split_templates(by_pattern)
    for side, count in wanted.items():
        mine = [template for template in templates if sides[template.id] == side]
        if side == "shadow":
            mine = [template for template in mine if not resting(template.id, config.curriculum.rotation or 0)]
        supply.drafts[side] += islice(_rendered(mine, seed_of(config, side), count), count)


def _rendered(templates: Sequence[Template], seed: int, count: int) -> Iterator[Draft]:
    """Draws by turns over patterns and templates; no more of one form than a selection would take."""
    each = math.ceil(1.3 * count / max(1, len(templates)))
    drafts: list[Draft] = []
    for template in templates:
        drafts += _draws(template, seed, each)
    yield from turns(drafts, lambda draft: draft.pattern)


def _draws(template: Template, seed: int, count: int) -> list[Draft]:
    forms: dict[str, int] = defaultdict(int)
    seen: set[str] = set()
    kept: list[Draft] = []
    for draft in islice(_instances(template, seed), count * TRIES):
        form = renamed_form(draft.broken)
        if forms[form] < PER_FORM and draft.broken not in seen:
            forms[form] += 1
            seen.add(draft.broken)
            kept.append(draft)
        if len(kept) == count:
            break
    return kept


def _instances(template: Template, seed: int) -> Iterator[Draft]:
    for number in seeds(seed):
        one = render(template, number)
        yield Draft(
            "aligned", template.family, template.pattern, one.broken, one.fixed, one.tests,
            f"{template.id}:{number}", template.id, template.code, template.edition,
        )  # fmt: skip


def _examples(supply: Supply, config: Config, toolchain: Toolchain) -> list[Example]:
    examples = [example for folder in config.curriculum.crates for example in crate_examples(config.root / folder)]
    try:
        examples += documentation_examples(toolchain.sysroot)
    except EnvironmentMissingError as error:
        supply.warnings.append(f"Source mutated is without the documentation: {error}")
    return examples


def _mutated(supply: Supply, config: Config, examples: Sequence[Example], held: dict[Side, int]) -> None:
    wanted = math.ceil(config.curriculum.rows * config.curriculum.shares["mutated"] * MUTATED_SPARE)
    training = [example for example in examples if side_of_file(example.group) == "corpus"]
    training = sorted(training, key=lambda one: digest_text(one.provenance))[: max(wanted, LEAST_EXAMPLES)]
    supply.drafts["corpus"] += mutated_drafts(training, wanted, config.seed)
    for side, count in held.items():
        examined = [one for one in examples if one.examinable and side_of_file(one.group) == side]
        supply.drafts[side] += mutated_drafts(examined, math.ceil(count * HELD_MUTATED), seed_of(config, side))
