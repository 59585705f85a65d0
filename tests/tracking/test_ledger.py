"""The ledger keeps what was written, once, in order, and shows tampering."""

import json
from concurrent.futures import ThreadPoolExecutor

import pytest

from nightschool.errors import IntegrityError
from nightschool.tracking.ledger import START, Ledger


def test_entries_are_chained_in_order(tmp_path):
    ledger = Ledger(tmp_path / "ledger.jsonl")
    first, second = (
        ledger.append("gate", "c1", {"outcome": "refused"}),
        ledger.append("gate", "c2", {"outcome": "passed"}),
    )
    assert first.previous == START
    assert second.previous == first.digest
    assert [e.key for e in ledger.entries()] == ["c1", "c2"]


def test_an_event_appended_twice_stands_once(tmp_path):
    ledger = Ledger(tmp_path / "ledger.jsonl")
    assert ledger.append("gate", "c1", {"a": 1}) == ledger.append("gate", "c1", {"a": 2})
    assert len(list(ledger.entries())) == 1


def test_an_altered_line_is_found_and_named(tmp_path):
    path = tmp_path / "ledger.jsonl"
    ledger = Ledger(path)
    for cycle in ("c1", "c2", "c3"):
        ledger.append("gate", cycle, {"outcome": "refused"})
    lines = path.read_text().splitlines()
    lines[1] = lines[1].replace("refused", "passed")
    path.write_text("\n".join(lines) + "\n")
    with pytest.raises(IntegrityError, match="line 2"):
        list(ledger.entries())


def test_a_line_that_is_no_utf_8_is_an_altered_line(tmp_path):
    ledger = Ledger(tmp_path / "ledger.jsonl")
    ledger.append("gate", "1", {"why": "because"})
    ledger.path.write_bytes(ledger.path.read_bytes().replace(b"because", b"\xff\xfeause"))
    with pytest.raises(IntegrityError, match="altered at line 1"):
        list(ledger.entries())


def test_a_writer_killed_in_mid_line_loses_only_that_line(tmp_path):
    path = tmp_path / "ledger.jsonl"
    ledger = Ledger(path)
    ledger.append("gate", "c1", {})
    with path.open("a") as file:
        file.write(json.dumps({"event": "gate"})[:9])
    assert [e.key for e in ledger.entries()] == ["c1"]
    ledger.append("gate", "c2", {})
    assert [e.key for e in ledger.entries()] == ["c1", "c2"]


def test_writers_at_once_all_land_and_the_chain_holds(tmp_path):
    path = tmp_path / "ledger.jsonl"
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda i: Ledger(path).append("gate", f"c{i}", {}), range(24)))
    assert len(list(Ledger(path).entries())) == 24
