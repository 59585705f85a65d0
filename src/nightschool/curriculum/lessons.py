"""The source `lessons`: repairs written by people, one file each, as natural as the programs people break.

A lesson is a file `<family>/<pattern>/<name>.rs` in the package's own folder `lessons/` or in one named by
`curriculum.lessons`: a YAML head between `---` lines (`code`, optional `edition`), the broken program, a line
`==== fixed`, the repaired one, a line `==== tests`, the tests (or nothing). `<family>/<pattern>/hard/` has those that
were picked for being hard, `<family>/<pattern>/held/` those that never train: `dev` and `shadow` examine them. Covered:
loading.
Not covered: verification; a lesson that rustc does not confirm is dropped and counted like any other draft.
"""

from __future__ import annotations

from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path

import yaml

from nightschool.config import Config
from nightschool.curriculum.draft import Draft
from nightschool.errors import ConfigError, CorpusError

LESSONS = Path(str(files("nightschool.curriculum"))) / "lessons"
FIXED, TESTS = "==== fixed\n", "==== tests\n"


def lesson_drafts() -> list[Draft]:
    """The package's lessons. Raises CorpusError naming a file that is no lesson."""
    return list(load_lessons(LESSONS))


def require_folders(config: Config) -> None:
    """Raise ConfigError where `curriculum.lessons` names a folder that is not there: before any work, not after it."""
    for name in config.curriculum.lessons:
        if not (config.root / name).is_dir():
            raise ConfigError(f"Lessons folder {str(config.root / name)!r} is no folder; correct curriculum.lessons.")


def load_lessons(folder: Path) -> Iterator[Draft]:
    """The lessons below one folder, by path."""
    if not folder.is_dir():
        raise CorpusError(f"Lessons folder {str(folder)!r} is no folder; correct curriculum.lessons.")
    for path in sorted(folder.glob("*/*/**/*.rs")):
        yield _load(path, path.relative_to(folder))


def _load(path: Path, name: Path) -> Draft:
    try:
        _, head, body = path.read_bytes().decode().split("---\n", 2)
        about = {"edition": "2021"} | yaml.safe_load(head)
        broken, rest = body.split(FIXED)
        fixed, tests = rest.split(TESTS) if TESTS in rest else (rest, "")
        family, pattern = name.parts[:2]
        return Draft(
            "lessons", family, pattern, _program(broken), _program(fixed), _program(tests) if tests.strip() else None,
            name.as_posix(), name.with_suffix("").as_posix(), str(about["code"]), str(about["edition"]),
        )  # fmt: skip
    except (ValueError, TypeError, KeyError, yaml.YAMLError) as error:
        raise CorpusError(
            f"Lesson {str(path)!r} needs a YAML head with `code`, the broken program, {FIXED.strip()!r}, the fixed "
            f"one, and {TESTS.strip()!r} with tests: {error}"
        ) from error


def _program(text: str) -> str:
    return text.strip("\n") + "\n"
