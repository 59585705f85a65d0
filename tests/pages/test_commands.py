"""Whoever copies commands from the pages finds them: each is one that there is, and a test runs it or says why not."""

import ast
import re
from itertools import pairwise

import pytest
import yaml

from nightschool.config import Config, Section
from nightschool.config_file import load_config
from tests.pages.checks import check, commands, is_read
from tests.pages.collect import PAGES, ROOT, fenced, indented, key, simple, text_of, told
from tests.pages.elsewhere import NOT_RUN, RUN_BY, WHOLE_PAGES, place_of

EXPORT = '    export PATH="$PWD/.venv/bin:$PATH"'
LANGUAGES = {"console", "js", "kustomize", "lua", "python", "text", "toml", "yaml"}


@pytest.mark.parametrize("page", ["README.md", "docs/episodes.md", "docs/watch.md"])
def test_the_first_bare_command_comes_after_its_path(page: str) -> None:
    lines = text_of(page).split("\n")
    bare = [number for number, line in enumerate(lines) if re.match(r"    (cargo )?nightschool ", line)]
    exported = [number for number, line in enumerate(lines) if line.startswith(EXPORT)]
    assert exported
    assert exported[0] < bare[0]


@pytest.mark.parametrize("page", PAGES)
def test_every_command_of_a_page_is_one_that_there_is(page: str) -> None:
    """Programs, options, settings and their values, make's targets, files, services, variables that somebody reads."""
    for line in told(page):
        for words in simple(line):
            check(words)


@pytest.mark.parametrize("page", PAGES)
def test_every_variable_that_a_page_names_is_read_by_somebody(page: str) -> None:
    names = set(re.findall(r"\b(?:NIGHTSCHOOL|AIRFLOW|MLFLOW|OTEL)_[A-Z0-9_]+", text_of(page)))
    assert [name for name in sorted(names) if not is_read(name)] == []


@pytest.mark.parametrize("page", PAGES)
def test_every_setting_that_a_sentence_names_is_one_that_there_is(page: str) -> None:
    """`train.max_minutes`, `gate.bar=0.85`: of those whose section there is. `train.json` is a file."""
    sections = {name: field.annotation for name, field in Config.model_fields.items() if _is_section(field.annotation)}
    text = re.sub(r"^```.*?^```$", "", text_of(page), flags=re.MULTILINE | re.DOTALL)
    named = re.findall(r"`([a-z_]+)\.([a-z_]+)(?:[=:][^`]*)?`", text)
    ours = {(section, name) for section, name in named if section in sections and name not in ENDINGS} - METRICS
    assert [f"{section}.{name}" for section, name in sorted(ours) if name not in sections[section].model_fields] == []


ENDINGS = {"db", "gguf", "html", "json", "jsonl", "log", "md", "png", "py", "txt", "yaml"}
METRICS = {("sandbox", "failed_starts")}


def _is_section(annotation: object) -> bool:
    return isinstance(annotation, type) and issubclass(annotation, Section)


@pytest.mark.parametrize("page", PAGES)
def test_what_stands_between_fences_names_its_language_and_is_of_it(page: str) -> None:
    """YAML is settings that there are, Python parses."""
    for block in fenced(page):
        assert block.language in LANGUAGES, block
        if block.language == "yaml":
            Config.model_validate(yaml.safe_load(block.text))
        if block.language == "python":
            ast.parse(block.text)


class TestWhereCommandsRun:
    """`test_run` runs what no list names."""

    def lines(self) -> set[str]:
        return {key(line) for page in PAGES if page not in WHOLE_PAGES for line in told(page)}

    def test_every_name_of_a_list_begins_a_command_of_a_page(self) -> None:
        used = {place_of(line) for line in self.lines()}
        assert {*RUN_BY, *NOT_RUN} - used == set(), "no page has these any more (elsewhere.py)"
        assert set(RUN_BY) & set(NOT_RUN) == set()

    def test_pages_that_are_run_whole_are_there(self) -> None:
        assert [page for page in WHOLE_PAGES if not told(page)] == []

    @pytest.mark.parametrize("command", [*RUN_BY, *WHOLE_PAGES])
    def test_the_test_that_runs_a_command_is_there(self, command: str) -> None:
        file, *names = (RUN_BY | WHOLE_PAGES)[command].split("::")
        text = (ROOT / file).read_text(encoding="utf-8")
        inside = ast.parse(text).body
        for name in names:
            found = [one for one in inside if isinstance(one, (ast.ClassDef, ast.FunctionDef)) and one.name == name]
            assert found, f"{file} has no {name}"
            inside = found[0].body
        if command.startswith("nightschool"):
            assert re.search(rf"\b{command.split()[1]}\b", text), f"{file} never says {command.split()[1]}"

    @pytest.mark.parametrize("command", NOT_RUN)
    def test_a_reason_names_files_that_are_there(self, command: str) -> None:
        assert [file for file in re.findall(r"[\w/]+\.py", NOT_RUN[command]) if not (ROOT / file).exists()] == []


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("A\n\n    a  b   # why\n    .venv/bin/c \\\n        d\n\nB", ["a b", ".venv/bin/c d"]),
        ("    $ a\n    printed\n\n    printed\n    $ b\n", ["a", "b"]),
        ("- item\n    of two lines\n\n```text\n\n    no command\n```\n", []),
        ("    30 6 * * * cd x && y\n", ["cd x && y"]),
    ],
)
def test_indented_lines_are_commands_but_not_what_they_print(text: str, lines: list[str], monkeypatch) -> None:
    monkeypatch.setattr("tests.pages.collect.text_of", lambda page: text)
    assert told("page") == lines
    assert len(indented(text)) == (1 if lines else 0)


def test_simple_commands_of_a_line_are_told_apart() -> None:
    line = "A=1 x --y '{a: 1}' \"\" <in.rs | z > out && for p in q; do w; done"
    parts = [["A=1", "x", "--y", "{a: 1}", ""], ["z"], ["for", "p", "in", "q"], ["do", "w"], ["done"]]
    assert simple(line) == parts


INLINE = re.compile(r"`(?:\.venv/bin/|cargo )?nightschool ([^`]+)`")
PLACES = re.compile(r"[A-Z]+(\.\.\.)?|\.\.\.")


def named(words: list[str]) -> None:
    """Raise unless there is such a command with such options and settings; words in capitals stand for any."""
    command = commands()
    while hasattr(command, "commands"):
        if not words or words[0].startswith("-"):
            return
        name, *words = words
        command = command.commands[name]
    options = {option for parameter in command.params for option in (*parameter.opts, *parameter.secondary_opts)}
    assert {word.partition("=")[0] for word in words if word.startswith("-")} <= {*options, "--help"}, words
    set_ = [value for option, value in pairwise(words) if option in ("-s", "--set") and not PLACES.fullmatch(value)]
    load_config(None, set_)


@pytest.mark.parametrize("page", PAGES)
def test_every_command_that_a_sentence_names_is_one_that_there_is(page: str) -> None:
    """Those between backticks, which may leave words out; `cargo nightschool` has commands of its own."""
    text = re.sub(r"`cargo nightschool [^`]*`", "", text_of(page))
    for found in INLINE.findall(re.sub(r"\n(?=[^`\n]*`)", " ", text)):
        named(found.split())


@pytest.mark.parametrize("line", ["fixx", "fix --wirte FILE", "cycle -s train.max_minuets=5", "episodes lst"])
def test_a_sentence_with_a_command_that_there_is_not_is_found(line: str) -> None:
    with pytest.raises(Exception, match=r"fixx|wirte|max_minuets|lst"):
        named(line.split())


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("nightschool fixx", "fixx"), ("nightschool fix --wirte", "wirte"), ("nightschool promote", "(?i)missing"),
        ("nightschool cycle --set train.max_minuets=5", "max_minuets"), ("nightschool cycle -s gate.alpha=2", "alpha"),
        ("nightschool doctor --config conf/none.yaml", "none.yaml"), ("cargo nightschool chek", "chek"),
        ("make cycel", "cycel"), ("make cycle CONFIG=conf/none.yaml", "none.yaml"), ("make cycle ARG=--verbose", "ARG"),
        ("make cycle ARGS=--verbos", "verbos"), ("python benchmarks/none.py", "none.py"),
        ("python benchmarks/crate.py --fiels 3", "fiels"), ("python -m pytest tests/none.py", "none.py"),
        ("python benchmarks/sharding.py --set model.thread=1", "thread"), ("pip install torch==0.1", "torch"),
        ("containers/airgap.sh --quick", "quick"), ("containers/none.sh", "none.sh"), ("nano x", "nano"),
        ("docker-compose --profile gpus up", "gpus"), ("docker compose exec schedular ls", "schedular"),
        ("docker run --rm nightschool/trainer:9.9 nightschool doctor", "9.9"),
        ("curl http://127.0.0.1:8795/fixx", "fixx"), ("export NIGHTSCHOOL_NONE=1", "NIGHTSCHOOL_NONE"),
        ("AIRFLOW__CORE__NONE=1 make up", "AIRFLOW__CORE__NONE"), ("export OTEL_NONE=1", "OTEL_NONE"),
    ],
)  # fmt: skip
def test_a_command_that_there_is_not_is_found(line: str, said: str) -> None:
    with pytest.raises(Exception, match=said):
        check(*simple(line))
