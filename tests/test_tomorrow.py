"""What tomorrow needs: no check can fail without a word, whatever the decisions call it."""

import ast
import re
from pathlib import Path

import pytest

from nightschool import decisions
from nightschool.decisions import gained, gate, kept, plateaued
from nightschool.report.tomorrow import tomorrow
from tests.decisions.factory import report
from tests.decisions.test_decisions import GATE, inputs

TOLD = {"verdict": "refused", "changed": [], "added": {}, "taught": {"by": {}, "rows": None}}


def made():
    """Names of all checks of nights with and without a champion, measured in full, in part and not at all."""
    dev = report("pf", "dev"), report("pp", "dev")
    nights = [inputs(), inputs(champion=False), inputs(arms={}, coverage=None, leaks=None)]
    found = [gate(one, GATE) for one in nights]
    found += [gained(*dev, 0.0), kept(*dev), plateaued(*dev, 0.0)]
    return {check.name for decision in found for check in decision.checks}


def written():
    """Patterns of the names in the decisions' own source: each `Check(f"{suite} certified", ...)`."""
    for path in Path(decisions.__file__).parent.glob("*.py"):
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") in ("Check", "no_worse") and node.args:
                name = node.args[0]
                if isinstance(name, ast.Constant):
                    yield re.escape(name.value)
                elif isinstance(name, ast.JoinedStr):
                    yield "".join(re.escape(p.value) if isinstance(p, ast.Constant) else ".+" for p in name.values)


def test_these_are_all_names_that_decisions_can_make():
    patterns = set(written())
    assert len(patterns) > 10
    assert [one for one in patterns if not any(re.fullmatch(one, name) for name in made())] == []


@pytest.mark.parametrize("name", [*sorted(made()), "a check of a later release"])
@pytest.mark.parametrize("koans", [0, 300, 10_000])
def test_every_check_that_fails_asks_for_something(name, koans):
    failed = [{"check": name, "value": "5 seen", "wanted": "9 wanted", "koans": koans}]
    needs = tomorrow({**TOLD, "failed": failed})
    assert needs
    assert all(need["what"] for need in needs)


def test_a_check_of_an_unknown_name_says_its_own_value_and_what_was_wanted():
    needs = tomorrow({**TOLD, "failed": [{"check": "frozen opened", "value": "not opened", "wanted": "opened"}]})
    assert needs == [{"what": "Frozen opened: not opened, wanted opened.", "command": ""}]
