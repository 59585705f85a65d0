"""Suites on disk: folders of koan.toml, broken.rs, fixed.rs and tests.rs, with a recorded digest beside them.

Covered: reading with one clear error per malformed koan, writing whole suites atomically, the digest over
ids and contents, and refusing a suite whose recorded digest (`suite.json`) no longer holds.
Not covered: whether the koans are any good; `certify` finds that out.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import astuple, dataclass, fields
from pathlib import Path
from typing import Any

from nightschool.errors import IntegrityError, MissingSuiteError, SuiteError
from nightschool.files import digest_json, made_aside, standing, write_json
from nightschool.koans.manifest import format_manifest, read_manifest
from nightschool.types import Koan

SOURCES = ("broken", "fixed", "tests")
MANIFEST = "koan.toml"
RECORD = "suite.json"
_RECORD_KEYS = {"digest", "koans", "lines", "untested"}
_NAMES = tuple(field.name for field in fields(Koan))
_LATER = frozenset({"targets"})


@dataclass(frozen=True, slots=True)
class Suite:
    """A set of koans with a digest."""

    name: str
    koans: tuple[Koan, ...]
    """Ordered by id."""
    digest: str
    """SHA-256 over ids and contents, 64 hex digits."""
    folder: Path | None = None
    lines: tuple[int, int] | None = None
    """Fewest and most lines a broken program may have; None for any."""
    untested: bool = False
    """Koans without tests are let in; `koans.untested` says when an answer to one passes."""


def suite_digest(koans: Iterable[Koan]) -> str:
    """SHA-256 over every field of every koan, independent of their order and of the folders they lie in."""
    return digest_json([_fields(koan) for koan in sorted(koans, key=lambda koan: koan.id)])


def _fields(koan: Koan) -> tuple[Any, ...]:
    """A koan's fields; those that came later only where they say something, so that recorded digests hold."""
    return tuple(value for name, value in zip(_NAMES, astuple(koan), strict=True) if name not in _LATER or value)


def part_of(suite: Suite, wanted: Collection[str]) -> Suite:
    """The koans of those ids as a suite of their own, with a digest of its own."""
    koans = tuple(koan for koan in suite.koans if koan.id in wanted)
    return Suite(suite.name, koans, suite_digest(koans), untested=suite.untested)


def load_suite(folder: Path | str, *, verify: bool = True) -> Suite:
    """Read every koan below `folder`.

    Raises SuiteError naming koan and file for anything malformed, and IntegrityError with both digests if
    `suite.json` records another one (`verify=False` reads it all the same).
    """
    folder = Path(folder)
    place = standing(folder)
    homes = _homes(place)
    koans = [_load_koan(home) for home in homes]
    _refuse_duplicates(koans, homes)
    koans.sort(key=lambda koan: koan.id)
    digest = suite_digest(koans)
    record = _read_record(place)
    if verify and record and record["digest"] != digest:
        raise IntegrityError(
            f"Suite {str(folder)!r} is not the one that was recorded: {RECORD} says {record['digest']}, its "
            f"{len(koans)} koans give {digest}. Restore the koans, or record a changed suite under a new name."
        )
    low_high = record.get("lines") if record else None
    lines = (int(low_high[0]), int(low_high[1])) if low_high else None
    return Suite(folder.resolve().name, tuple(koans), digest, folder, lines, bool(record and record.get("untested")))


def write_suite(
    folder: Path | str, koans: Iterable[Koan], lines: tuple[int, int] | None = None, untested: bool = False
) -> Suite:
    """Write the koans and their record; `folder` holds the old suite or the new one, never a mixture."""
    folder = Path(folder)
    koans = sorted(koans, key=lambda koan: koan.id)
    shares = Counter((koan.family, koan.pattern) for koan in koans)
    with made_aside(folder) as aside:
        for koan in koans:
            home = aside / koan.family / koan.pattern
            _write_koan(home if shares[koan.family, koan.pattern] == 1 else home / koan.id, koan)
        load_suite(aside, verify=False)
        record_suite(aside, lines, untested)
    return load_suite(folder)


def record_suite(folder: Path | str, lines: tuple[int, int] | None = None, untested: bool = False) -> str:
    """Write `suite.json` for the koans as they stand, and return their digest."""
    suite = load_suite(folder, verify=False)
    lines = lines or suite.lines
    record = {"digest": suite.digest, "koans": len(suite.koans)} | ({"lines": list(lines)} if lines else {})
    write_json(Path(folder) / RECORD, record | ({"untested": True} if untested or suite.untested else {}))
    return suite.digest


def _homes(folder: Path) -> list[Path]:
    """Folders that hold a koan or a part of one."""
    if not folder.is_dir():
        raise MissingSuiteError(
            f"No suite folder {str(folder)!r}. The examination is koans/frozen; `nightschool generate` makes others."
        )
    names = {MANIFEST, *(f"{source}.rs" for source in SOURCES)}
    homes = sorted({path.parent for path in folder.rglob("*") if path.name in names})
    if not homes:
        raise MissingSuiteError(
            f"Suite {str(folder)!r} has no koans: no {MANIFEST} anywhere below it. The examination is koans/frozen."
        )
    return homes


def _load_koan(home: Path) -> Koan:
    name = "/".join(home.parts[-2:])
    said = read_manifest(name, _read(home, MANIFEST, name))
    sources = {source: _read(home, f"{source}.rs", str(said["id"])) for source in SOURCES}
    koan = Koan(**(said | sources))
    if (koan.family, koan.pattern) not in {home.parts[-2:], home.parts[-3:-1]}:
        raise SuiteError(
            f"Koan {koan.id!r} lies in {str(home)!r} but says family {koan.family!r}, pattern {koan.pattern!r}; "
            f"the folder must be <family>/<pattern> or <family>/<pattern>/<id>."
        )
    return koan


def _read(home: Path, file: str, koan: str) -> str:
    try:
        return (home / file).read_bytes().decode("utf-8")
    except FileNotFoundError as error:
        raise SuiteError(f"Koan {koan!r} has no {file} in {str(home)!r}.") from error
    except UnicodeDecodeError as error:
        raise SuiteError(
            f"Koan {koan!r}: {str(home / file)!r} is not UTF-8 ({error.reason} at byte {error.start})."
        ) from error
    except OSError as error:
        raise SuiteError(f"Koan {koan!r}: {str(home / file)!r} cannot be read: {error.strerror}.") from error


def _write_koan(home: Path, koan: Koan) -> None:
    home.mkdir(parents=True)
    (home / MANIFEST).write_bytes(format_manifest(koan).encode())
    for source in SOURCES:
        (home / f"{source}.rs").write_bytes(getattr(koan, source).encode())


def _refuse_duplicates(koans: list[Koan], homes: list[Path]) -> None:
    seen: dict[str, Path] = {}
    for koan, home in zip(koans, homes, strict=True):
        if koan.id in seen:
            raise SuiteError(f"Koan id {koan.id!r} is used twice: {str(seen[koan.id])!r} and {str(home)!r}.")
        seen[koan.id] = home


def _read_record(folder: Path) -> dict[str, Any] | None:
    path = folder / RECORD
    if not path.exists():
        return None
    try:
        record: dict[str, Any] = json.loads(path.read_bytes())
        if set(record) - _RECORD_KEYS or not isinstance(record["digest"], str):
            raise ValueError(f"keys {sorted(record)}")
    except (ValueError, TypeError, KeyError) as error:
        raise SuiteError(f"{str(path)!r} is no suite record ({error}). Restore it.") from error
    return record
