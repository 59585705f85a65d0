"""Claims on the policy that comes with the package: it is there, it is of what the package ships, and it is careful."""

from __future__ import annotations

import gc
import json
import lzma
from pathlib import Path

import pytest

from nightschool.config import Config
from nightschool.errors import IntegrityError
from nightschool.files import digest_json
from nightschool.repair.chooser import FIXED
from nightschool.repair.learn import Settings, learn
from nightschool.repair.learn_surety import SuretySettings
from nightschool.repair.lists import shipped_lists
from nightschool.repair.packed import packed, stored, unpacked
from nightschool.repair.patterns import learn_patterns
from nightschool.repair.policy import BUILT_IN, CHOOSER, PATTERNS, REPORT, read_policy, write_policy

AGAIN = "run benchmarks/ship_policy.py"


def test_it_is_learnt_from_the_shipped_lists() -> None:
    chooser = read_policy(BUILT_IN, Config().repair).chooser
    lists = shipped_lists()
    assert chooser.taught["digest"] == digest_json(sorted(one.key for one in lists)), AGAIN
    assert chooser.taught["searched"] == len(lists)
    assert json.loads((BUILT_IN.parent / REPORT).read_text()) == chooser.taught


def test_it_knows_patterns_and_when_to_ask() -> None:
    """Of held-out choices that it was sure of, at least 95 of 100 were right: what the gate asks of a night."""
    policy = read_policy(BUILT_IN, Config().repair)
    figures = policy.chooser.surety.figures["as_found"]
    assert figures["sure"] > 500
    assert figures["sure_right"] >= 0.95 * figures["sure"]
    assert policy.patterns is not None
    assert len(policy.patterns.patterns) > 100


@pytest.mark.slow
def test_learning_again_gives_the_same() -> None:
    """To the last digits of floating point, which differ from machine to machine."""
    shipped = read_policy(BUILT_IN, Config().repair).chooser
    chooser, _ = learn(shipped_lists(), 0, Settings(sure=SuretySettings(target=Config().repair.sure)))
    assert dict(chooser.weights) == pytest.approx(dict(shipped.weights), abs=0.01), AGAIN
    assert chooser.surety.threshold == pytest.approx(shipped.surety.threshold, abs=0.02), AGAIN


def test_a_packed_file_is_found_and_read_as_it_was(tmp_path: Path) -> None:
    small = tmp_path / f"{CHOOSER}.xz"
    assert stored(tmp_path, CHOOSER) == tmp_path / CHOOSER  # neither is there
    small.write_bytes(packed(small, b"as it was"))
    assert (stored(tmp_path, CHOOSER), unpacked(small)) == (small, b"as it was")
    (tmp_path / CHOOSER).write_bytes(packed(tmp_path / CHOOSER, b"plain"))
    assert unpacked(stored(tmp_path, CHOOSER)) == b"plain"


@pytest.mark.parametrize("damage", [b"", b"no archive", lzma.compress(b"{" * 999)[:-9]])
def test_a_damaged_one_is_refused_by_name(tmp_path: Path, damage: bytes) -> None:
    for name in (CHOOSER, PATTERNS):
        (tmp_path / f"{name}.xz").write_bytes((BUILT_IN / f"{name}.xz").read_bytes())
    (tmp_path / f"{CHOOSER}.xz").write_bytes(damage)
    with pytest.raises(IntegrityError, match=r"chooser\.json\.xz"):
        read_policy(tmp_path, Config().repair)


def test_equal_bytes_are_read_once_and_others_anew(tmp_path: Path) -> None:
    """Wherever they lie; what another wrote there since is what is read, and the collector of cycles is back."""
    settings = Config().repair
    shipped = read_policy(BUILT_IN, settings)
    for name in (CHOOSER, PATTERNS):
        (tmp_path / name).write_bytes(unpacked(stored(BUILT_IN, name)))
    copy = read_policy(tmp_path, settings)
    assert (copy.chooser is shipped.chooser, copy.patterns is shipped.patterns) == (True, True)
    write_policy(tmp_path, FIXED, learn_patterns([]))
    other = read_policy(tmp_path, settings)
    assert other.patterns is not None
    assert (other.chooser, other.patterns.patterns) == (FIXED, ())
    assert other.digest != shipped.digest
    assert gc.isenabled()
