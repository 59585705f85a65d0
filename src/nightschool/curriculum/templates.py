"""Renders training templates: Rust text with slots, once broken and once fixed from the same draws.

A template is a file `templates/<family>/<pattern>/<name>.rs.j2`: a YAML head between `---` lines (`code`,
optional `edition`, `plain: true` to get no bystanders), the program, a line `==== tests`, the tests. Jinja2
with guillemets, since Rust has none: a slot is «item», a block is «% if broken %».

Covered: loading, drawing, rendering. Not covered: whether the result is a valid row; the judge decides.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml
from jinja2 import Environment, StrictUndefined, TemplateError
from jinja2.sandbox import SandboxedEnvironment

from nightschool.curriculum.vocabulary import slots
from nightschool.errors import CorpusError

FOLDER = Path(str(files("nightschool.curriculum"))) / "templates"
TESTS_MARK = "==== tests"


@dataclass(frozen=True)
class Template:
    """One parametric program with one slip. `id` is `family/pattern/name`, the unit of the group split."""

    id: str
    code: str
    program: str
    tests: str
    edition: str = "2021"
    plain: bool = False
    """Render without bystander items around it."""

    @property
    def family(self) -> str:
        """First part of the id."""
        return self.id.split("/")[0]

    @property
    def pattern(self) -> str:
        """Second part of the id."""
        return self.id.split("/")[1]


@dataclass(frozen=True)
class Rendered:
    """Both sides of one draw."""

    broken: str
    fixed: str
    tests: str


def load_templates(folder: Path = FOLDER) -> tuple[Template, ...]:
    """All templates below `folder`, by id. Raises CorpusError naming a malformed file."""
    return tuple(_load(path, folder) for path in sorted(folder.glob("*/*/*.rs.j2")))


def _load(path: Path, folder: Path) -> Template:
    try:
        _, head, body = path.read_text(encoding="utf-8").split("---\n", 2)
        program, tests = body.split(TESTS_MARK + "\n")
        name = path.relative_to(folder).as_posix().removesuffix(".rs.j2")
        return Template(id=name, program=program.strip() + "\n", tests=tests.strip() + "\n", **yaml.safe_load(head))
    except (ValueError, TypeError, yaml.YAMLError) as error:
        raise CorpusError(f"Template {str(path)!r} needs a YAML head, a program and {TESTS_MARK!r}: {error}") from error


def render(template: Template, seed: int) -> Rendered:
    """Draw and render one instance; the same (template, seed) gives the same text for ever."""
    rng = random.Random(_number(template.id, seed))
    names = slots(rng)
    key = rng.getrandbits(64)
    around = ("", "") if template.plain else bystanders(rng)
    sides = [_side(template, names, key, broken, around) for broken in (True, False)]
    tests = _expand(template.tests, names, key, broken=False)
    return Rendered(sides[0], sides[1], tests)


def _side(template: Template, names: dict[str, Any], key: int, broken: bool, around: tuple[str, str]) -> str:
    before, after = around
    body = _expand(template.program, names, key, broken)
    return "\n".join(part.strip("\n") + "\n" for part in (before, body, after) if part.strip())


def _expand(text: str, names: dict[str, Any], key: int, broken: bool) -> str:
    try:
        fix = (lambda wrong, right: wrong) if broken else (lambda wrong, right: right)
        return str(_compiled(text).render(**names, **_draws(key), broken=broken, fix=fix))
    except TemplateError as error:
        raise CorpusError(f"Template text does not render ({error}): {text[:80]!r}") from error


def _draws(key: int) -> dict[str, Callable[..., Any]]:
    """Draws by name: order does not matter, so both sides and the tests see the same ones."""

    def pick(name: str, *options: Any) -> Any:
        return options[_number(name, key) % len(options)]

    def maybe(name: str, percent: int = 50) -> bool:
        return _number(name, key) % 100 < percent

    def num(name: str, low: int, high: int) -> int:
        return low + _number(name, key) % (high - low + 1)

    return {"pick": pick, "maybe": maybe, "num": num}


def bystanders(rng: random.Random) -> tuple[str, str]:
    """Zero to two unrelated items, before or after the program: real files hold more than the slip."""
    chosen = rng.sample(_surroundings(), rng.choices((0, 1, 2), (0.35, 0.45, 0.2))[0])
    texts = [_expand(text, slots(rng), rng.getrandbits(64), broken=False) for text in chosen]
    cut = rng.randint(0, len(texts))
    return "\n".join(texts[:cut]), "\n".join(texts[cut:])


@cache
def _surroundings() -> tuple[str, ...]:
    text = (FOLDER / "surroundings.rs.j2").read_text(encoding="utf-8")
    return tuple(part.strip() + "\n" for part in text.split("====\n") if part.strip())


@cache
def _environment() -> Environment:
    return SandboxedEnvironment(
        variable_start_string="«", variable_end_string="»", block_start_string="«%", block_end_string="%»",
        comment_start_string="«#", comment_end_string="#»", trim_blocks=True, lstrip_blocks=True,
        undefined=StrictUndefined, keep_trailing_newline=True,
    )  # fmt: skip


@cache
def _compiled(text: str) -> Any:
    return _environment().from_string(text)


def _number(*parts: object) -> int:
    return int.from_bytes(hashlib.blake2b(repr(parts).encode(), digest_size=8).digest(), "big")


def seeds(seed: int) -> Iterator[int]:
    """An endless row of instance seeds for one corpus seed."""
    count = 0
    while True:
        yield _number("instance", seed, count)
        count += 1
