"""The documentation holds together: reference as the code says, one place for every page, links that lead somewhere."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml
from tools.reference import commands, formats, settings
from tools.reference.__main__ import PAGES
from tools.reference.schemas import default_of, type_of
from tools.reference.settings import docs_of

from nightschool import config
from nightschool.cli.app import app
from nightschool.config import Config

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"
KINDS = ["Tutorials", "How-to", "Reference", "Explanation"]
EVERY = sorted(path.relative_to(DOCS).as_posix() for path in DOCS.rglob("*.md"))
LINK = re.compile(r"!?\[[^\[\]]*\]\(([^)\s]+)\)")


def navigation() -> list[Any]:
    return yaml.safe_load((ROOT / "mkdocs.yml").read_text(encoding="utf-8"))["nav"]


def leaves(part: Any) -> list[str]:
    inside = part.values() if isinstance(part, dict) else part
    return [part] if isinstance(part, str) else [leaf for one in inside for leaf in leaves(one)]


def anchors(page: Path) -> set[str]:
    """The anchors of a page's headings, as GitHub and the site's Markdown agree on them."""
    heads = re.findall(r"^#+ (.*)$", re.sub(r"^```.*?^```", "", page.read_text("utf-8"), flags=re.M | re.S), re.M)
    return {re.sub(r"[^\w\- ]", "", head.lower()).replace(" ", "-") for head in heads}


@pytest.mark.parametrize("module", [settings, commands, formats])
def test_a_page_of_the_reference_is_what_the_code_says_now(module: Any) -> None:
    name = next(name for name, one in PAGES.items() if module.__name__.endswith(one))
    there = (DOCS / "reference" / f"{name}.md").read_text(encoding="utf-8")
    assert there == module.page(), f"docs/reference/{name}.md is stale: run `make reference`"


@pytest.mark.integration
def test_the_pages_of_dags_and_api_are_what_airflow_parses_and_fastapi_serves() -> None:
    """In a process of its own: what the environment sets changes DAGs when they are parsed."""
    command = [sys.executable, "-m", "tools.reference", "--check", "dags", "api"]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


def test_a_stale_page_is_named_with_the_command_that_writes_it(tmp_path, monkeypatch, capsys) -> None:
    from tools.reference import __main__ as tool

    monkeypatch.setattr(tool, "PLACE", tmp_path)
    monkeypatch.setattr(tool, "ROOT", tmp_path)
    assert tool._same("config", write=False) is False
    assert tool._same("config", write=True) is False
    assert tool._same("config", write=False) is True
    assert capsys.readouterr().out == "wrote config.md\n"


def test_every_setting_says_what_it_is() -> None:
    sections = [one for one in vars(config).values() if isinstance(one, type) and issubclass(one, config.Section)]
    bare = [
        f"{made.__name__}.{name}"
        for made in sections
        for name, field in made.model_fields.items()
        if not docs_of(made).get(name) and not isinstance(field.default, config.Section)
    ]
    assert bare == []


def test_types_bounds_and_defaults_are_told_in_words() -> None:
    """repair.sure is between 0 and 1, both left out; a revision may be none; lists name their choices."""
    schema = Config.model_json_schema()
    defs = schema["$defs"]
    assert type_of(defs["RepairConfig"]["properties"]["sure"], defs) == "number, > 0, < 1"
    assert type_of(defs["ModelConfig"]["properties"]["revision"], defs) == "text or none"
    assert type_of(schema["properties"]["phases"], defs) == "list of `align`, `rehearse`, `prefer`"
    assert default_of(defs["TrainConfig"]["properties"]["learning_rate"], required=False) == "`0.0015`"
    assert default_of({"type": "string"}, required=True) == ""


def test_every_page_stands_once_under_one_of_four_kinds() -> None:
    kinds = navigation()
    assert [next(iter(one)) if isinstance(one, dict) else one for one in kinds] == ["index.md", *KINDS]
    assert sorted(leaves(kinds)) == EVERY, "each page of docs/ has one place in `nav` of mkdocs.yml"


def test_readme_leads_to_every_page() -> None:
    linked = {link.partition("#")[0] for link in LINK.findall((ROOT / "README.md").read_text(encoding="utf-8"))}
    assert {f"docs/{one}" for one in EVERY} - linked == set()


@pytest.mark.parametrize("page", [*(f"docs/{one}" for one in EVERY), "README.md", "CONTRIBUTING.md"])
def test_links_lead_to_files_and_headings_that_are_there(page: str) -> None:
    place = ROOT / page
    broken = []
    for link in LINK.findall(place.read_text(encoding="utf-8")):
        path, _, anchor = link.partition("#")
        there = (place.parent / path).resolve() if path else place
        if "://" in link or (there.exists() and (not anchor or anchor in anchors(there))):
            continue
        broken.append(link)
    assert broken == []


@pytest.mark.parametrize("page", EVERY)
def test_pages_of_the_site_link_to_nothing_outside_of_it(page: str) -> None:
    place = DOCS / page
    links = [link.partition("#")[0] for link in LINK.findall(place.read_text(encoding="utf-8")) if "://" not in link]
    assert all((place.parent / link).resolve().is_relative_to(DOCS) for link in links)


def test_commands_are_listed_in_one_order_whichever_module_is_imported_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """A command's own module, imported first, registers it last: the test imports none, so it moves one there."""
    there = commands.page()
    (doctor,) = (one for one in app.registered_commands if one.callback and one.callback.__name__ == "doctor")
    others = [one for one in app.registered_commands if one is not doctor]
    monkeypatch.setattr(app, "registered_commands", [*others, doctor])
    assert commands.page() == there
