from dataclasses import replace
from pathlib import Path

import pytest

from nightschool.config import Config, CurriculumConfig
from nightschool.curriculum import corpus
from nightschool.curriculum.corpus import Build, build_corpus, read_corpus, write_corpus
from nightschool.curriculum.overlap import leakage
from nightschool.curriculum.verify import row_digest
from nightschool.errors import CorpusError
from nightschool.koans import Suite, load_suite
from nightschool.rust.judge import Judge, open_judge
from nightschool.types import Koan, Row

ROWS, KOANS = 60, 6
EMPTY = Suite("frozen", (), "none")
ROW = Row("a-1", "aligned", "f", "p", "E0382", "fn f() {}", "fn f() { }", "error", "t:1", "t", digest="d")


def _config(root: Path) -> Config:
    settings = CurriculumConfig(rows=ROWS, dev_koans=KOANS, shadow_koans=KOANS)
    return Config(root=root, curriculum=settings)


@pytest.fixture(scope="module")
def judge(tmp_path_factory: pytest.TempPathFactory) -> Judge:
    return open_judge(_config(tmp_path_factory.mktemp("root")))


@pytest.fixture(scope="module")
def build(judge: Judge, tmp_path_factory: pytest.TempPathFactory) -> Build:
    return build_corpus(judge.config, judge, EMPTY, tmp_path_factory.mktemp("build"))


def test_a_build_has_what_was_asked_for(build: Build) -> None:
    assert (len(build.corpus.rows), len(build.dev.koans), len(build.shadow.koans)) == (ROWS, KOANS, KOANS)
    assert {row.source for row in build.corpus.rows} == {"aligned", "mutated", "explained", "lessons"}


def test_no_group_straddles_the_split(build: Build) -> None:
    groups = [
        {row.group for row in build.corpus.rows},
        {koan.group for koan in build.dev.koans},
        {koan.group for koan in build.shadow.koans},
    ]
    assert all(groups)
    assert len(set.union(*groups)) == sum(map(len, groups))


def test_rows_are_unique_and_say_where_they_come_from(build: Build) -> None:
    rows = build.corpus.rows
    assert len({row.digest for row in rows}) == len({row.id for row in rows}) == len(rows)
    assert all(row.provenance and row.group and row.diagnostic for row in rows)
    assert all(row.digest == row_digest(row.broken, row.fixed, row.tests) for row in rows)


def test_the_record_counts_yields_and_drops(build: Build) -> None:
    record = build.corpus.record
    assert record["yields"]["mutated"]["verified"] > 0
    assert record["dropped"]["leaks frozen"] == 0
    assert record["suites"]["dev"] == {"digest": build.dev.digest, "koans": KOANS}
    assert record["warnings"] == []


def test_what_was_written_reads_back(build: Build) -> None:
    assert read_corpus(build.corpus.path) == build.corpus
    assert load_suite(build.corpus.path.parent / "dev").digest == build.dev.digest


def grown(row: Row) -> Koan:
    """A koan that is the row and a little more: not the same after renaming, but the row holds most of it."""
    more = "\nfn more(n: u8) -> u8 {\n    n + 1\n}\n"
    return Koan("k", "f", "p", (row.error_code,), row.broken + more, row.fixed + more, row.tests or "")


def test_no_row_holds_half_of_an_examined_koan(build: Build) -> None:
    koans = [*build.dev.koans, *build.shadow.koans]
    assert leakage(build.corpus.rows, koans).row_ids == frozenset()


def test_rows_that_leak_a_held_out_suite_make_room_for_others(
    build: Build, judge: Judge, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stolen = max(build.corpus.rows, key=lambda row: len(row.broken))
    koan = grown(stolen)
    held_out = {"dev": Suite("dev", (koan,), "d"), "shadow": Suite("shadow", (), "s")}
    monkeypatch.setattr(corpus, "_held_out", lambda bench, side, rows, verified: held_out[side])
    again = build_corpus(judge.config, judge, EMPTY, tmp_path)
    assert again.corpus.record["dropped"]["leaks dev"] >= 1
    assert stolen.id not in {row.id for row in again.corpus.rows}


def test_rows_that_leak_the_frozen_suite_are_dropped_and_the_rest_is_the_same_again(
    build: Build, judge: Judge, tmp_path: Path
) -> None:
    stolen = max(build.corpus.rows, key=lambda row: len(row.broken))
    koan = grown(stolen)
    again = build_corpus(judge.config, judge, Suite("frozen", (koan,), "other"), tmp_path)
    assert again.corpus.record["dropped"]["leaks frozen"] >= 1
    assert stolen.id not in {row.id for row in again.corpus.rows}
    assert again.dev.digest == build.dev.digest
    assert again.shadow.digest == build.shadow.digest


def test_rows_that_hold_a_koan_of_the_domains_are_dropped_and_counted_by_themselves(
    build: Build, judge: Judge, tmp_path: Path
) -> None:
    stolen = max(build.corpus.rows, key=lambda row: len(row.broken))
    domains = Suite("domains", (grown(stolen),), "beside")
    again = build_corpus(judge.config, judge, EMPTY, tmp_path, beside=[domains]).corpus
    dropped = again.record["dropped"]
    assert (dropped["leaks domains"] >= 1, dropped["leaks frozen"]) == (True, 0)
    assert stolen.id not in {row.id for row in again.rows}
    assert "leaks domains" not in build.corpus.record["dropped"]


def test_without_documentation_the_build_warns_and_goes_on(judge: Judge, tmp_path: Path) -> None:
    bare = replace(judge.toolchain, sysroot=tmp_path)
    settings = CurriculumConfig(rows=20, dev_koans=2, shadow_koans=2)
    blind = Judge(judge.config.model_copy(update={"curriculum": settings}), bare, judge.compiler.sandbox)
    blind.compiler = judge.compiler
    made = build_corpus(blind.config, blind, EMPTY, tmp_path / "out")
    assert "rustup component add rust-docs" in made.corpus.record["warnings"][0]
    assert len(made.corpus.rows) == 20


def test_zero_rows_are_refused(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match=r"No verified rows.*corpus\.jsonl"):
        write_corpus(tmp_path, [], {})
    (tmp_path / "corpus.jsonl").write_text("")
    with pytest.raises(CorpusError, match=r"has no rows.*nightschool generate"):
        read_corpus(tmp_path)


def test_a_corpus_that_is_not_there_says_how_to_make_one(tmp_path: Path) -> None:
    with pytest.raises(CorpusError, match=r"No corpus .*nightschool generate"):
        read_corpus(tmp_path / "corpus.jsonl")


def _three(folder: Path) -> Path:
    return write_corpus(folder, [replace(ROW, id=f"a-{n}") for n in range(3)], {}).path


def test_a_cut_line_is_named(tmp_path: Path) -> None:
    path = _three(tmp_path)
    path.write_text(path.read_text()[:-20])
    with pytest.raises(CorpusError, match=r"corpus\.jsonl' line 3 is cut"):
        read_corpus(path)


def test_missing_lines_are_noticed(tmp_path: Path) -> None:
    path = _three(tmp_path)
    path.write_text("".join(path.read_text().splitlines(keepends=True)[:2]))
    with pytest.raises(CorpusError, match=r"ends after line 2; corpus\.json records 3 rows"):
        read_corpus(path)


def test_a_changed_row_is_noticed(tmp_path: Path) -> None:
    path = _three(tmp_path)
    path.write_text(path.read_text().replace("fn f() { }", "fn f() {  }", 1))
    with pytest.raises(CorpusError, match="was changed"):
        read_corpus(path)


def test_bytes_that_are_no_text_are_named(tmp_path: Path) -> None:
    path = _three(tmp_path)
    path.write_bytes(path.read_bytes().replace(b"a-1", b"\xff-1"))
    with pytest.raises(CorpusError, match="line 2 is not UTF-8"):
        read_corpus(path)


def test_an_unknown_or_missing_field_is_named(tmp_path: Path) -> None:
    path = _three(tmp_path)
    path.write_text(path.read_text().replace('"group"', '"grupo"'))
    with pytest.raises(CorpusError, match=r"line 1: missing \['group'\], unknown \['grupo'\]"):
        read_corpus(path)
