"""Two teams on one installation and one MLflow: each has had nights of its own, and nothing of one shows in the other.

Nights are made with the project's own writers; registry, ledger, MLflow, figures and housekeeping are real.
"""

from types import SimpleNamespace

import pytest

from nightschool.config_file import load_config
from nightschool.episodes.store import Store
from nightschool.housekeeping import clean, plan
from nightschool.koans import write_suite
from nightschool.monitoring import text
from nightschool.nights import Nights
from nightschool.phases import Context
from nightschool.phases.context import silent
from nightschool.phases.nights import nights
from nightschool.teams import DAGS, dag_id, read_teams
from nightschool.tracking import CHAMPION, CycleRuns, Registry, ledger_of
from nightschool.tracking.aged import AgedRuns
from tests.backup.making import seen
from tests.housekeeping.ageing import STRICT, age
from tests.nights.making import koans, make_night, record
from tests.stores import migrated
from tests.test_teams import team
from tests.tracking.conftest import version_files
from tests.tracking.test_aged import older

pytestmark = pytest.mark.integration
CYCLE = "scheduled__2026-11-22T02:00:00+00:00"
"""Of both: their schedules name the same time."""
LETTERS = {
    "red": {("policy", "dev"): "ppf", ("search", "dev"): "pff"},
    "blue": {("policy", "dev"): "ffff", ("search", "dev"): "ffff"},
}
KOANS = {"red": 2, "blue": 3}


def school(root, name):
    """A team's installation after a night that registered a version, which is champion now."""
    config = load_config(root / "conf" / "teams" / f"{name}.yaml", [f"root={root}"])
    write_suite(root / config.frozen, koans(KOANS[name], name))
    context, _ = make_night(config, CYCLE, LETTERS[name])
    registry, files = Registry(config), root / "made" / name
    digests = version_files(files, name)
    runs = CycleRuns(config, CYCLE)
    with runs.phase("register") as run:
        uri = run.artifacts(files, "version")
    runs.finish()
    version = registry.register(uri, run.run_id, digests | {"base_digest": "base", "cycle": CYCLE, "of": name})
    with registry.lock:
        registry.point(CHAMPION, version, {"who": name, "why": f"{name} said so"})
    record(context, "register", {"version": float(version)}, 1.0)
    record(context, "publish", {}, 1.0)
    Store(config.episodes_store).enable(f"key-{name}", f"shop-{name}", True, 30)
    return SimpleNamespace(config=config, registry=registry, run=run.run_id, version=version, runs=runs)


@pytest.fixture(scope="module")
def root(tmp_path_factory):
    """Both teams' files, and a log of Airflow of each DAG."""
    root = tmp_path_factory.mktemp("two") / "project"
    migrated(root)
    for name in LETTERS:
        team(root, name, f"frozen: koans/{name}\n")
    for name in ("", *LETTERS):
        for dag in DAGS:
            log = (
                root / "var" / "airflow" / "logs" / f"dag_id={dag_id(dag, name)}" / f"run_id={CYCLE}" / "attempt=1.log"
            )
            log.parent.mkdir(parents=True)
            log.write_text("said\n")
    return root


@pytest.fixture(scope="module")
def two(root):
    return {name: school(root, name) for name in LETTERS}


def test_both_are_sound_and_judged_by_one_service(root, two):
    red, blue = (one.config for one in two.values())
    assert sorted(one.name for one in read_teams(root).sound) == ["blue", "red"]
    assert red.sandbox.service == blue.sandbox.service
    assert red.tracking.uri == blue.tracking.uri


def test_each_has_its_ledger_its_model_and_its_champion(two):
    for name, other in (("red", "blue"), ("blue", "red")):
        ours = two[name]
        told = [str(entry) for entry in ledger_of(ours.config).entries()]
        assert any(f"{name} said so" in one for one in told)
        assert not any(other in one for one in told)
        assert ours.registry.alias(CHAMPION) == "1", "numbers count from 1 in each"
        assert ours.registry.tags("1")["of"] == name
        assert len(ours.registry._versions()) == 1


def test_the_experiments_hold_one_night_each_though_both_nights_have_one_name(two):
    for ours in two.values():
        (cycle,) = AgedRuns(ours.config).cycles()
        assert cycle.cycle == CYCLE
        assert set(cycle.runs) == {ours.runs.run_id, ours.run}
    assert two["red"].runs.end_dead(lambda cycle: True) == []


def test_each_has_its_suite(two):
    for name, ours in two.items():
        suite = Context(ours.config, CYCLE).suite("frozen")
        assert [koan.id for koan in suite.koans] == [f"{name}-{n:03}" for n in range(KOANS[name])]


def test_page_history_and_figures_tell_of_ones_own_nights(two):
    for name, ours in two.items():
        page, count = Nights(ours.config), len(LETTERS[name]["policy", "dev"])
        (night,) = page.overview().nights
        assert night.rate("policy", "dev").n == count
        assert [change.who for change in page.changes()] == [name]
        (line,) = nights(ours.config)
        assert (line.suite, line.n, line.passed) == ("dev", count, LETTERS[name]["policy", "dev"].count("p"))
        told = [line for line in text(ours.config).splitlines() if line.startswith("nightschool_")]
        assert told
        assert all(f'team="{name}"' in line for line in told), "two files in one folder are no duplicates"
        koans_of = [line for line in told if line.startswith("nightschool_night_koans") and 'arm="policy"' in line]
        assert koans_of[0].endswith(f" {count}.0")


def test_figures_without_a_team_have_no_such_label(root):
    told = text(load_config(None, [f"root={root}"]))
    assert "team=" not in told
    assert "nightschool_night_koans{" not in told, "no night of the installation itself"


def test_the_episodes_of_one_are_in_its_store_and_lessons_alone(two):
    for name, ours in two.items():
        with Store(ours.config.episodes_store) as store:
            assert [place.name for place in store.workspaces()] == [f"shop-{name}"]


def of(root, name):
    """All files of a team, with digests and times: working state, artifacts and ledger, Airflow's logs."""
    dags = tuple(f"var/airflow/logs/dag_id={dag_id(dag, name)}/" for dag in DAGS)
    ours = (f"var/teams/{name}/", f"mlruns/teams/{name}/", *dags)
    return {path: about for path, about in seen(root).items() if path.startswith(ours)}


@pytest.mark.parametrize("cleaner", ["red", "blue", ""])
def test_housekeeping_takes_nothing_of_others_however_old_and_large(root, two, cleaner):
    """Everything is 900 days old and above the total; each cleans as strictly as it can."""
    for one in two.values():
        older(one.config, [one.run, one.runs.run_id], 900)
    for folder in ("var", "mlruns/teams"):
        age(root / folder, 900)
    others = [name for name in LETTERS if name != cleaner]
    before = {name: of(root, name) for name in others}
    assert all(before.values())
    rows = {name: [cycle.runs for cycle in AgedRuns(two[name].config).cycles()] for name in others}
    file = root / "conf" / "teams" / f"{cleaner}.yaml" if cleaner else None
    strict = load_config(file, [f"root={root}", *STRICT, "housekeeping.total_gb=0.000001"])
    going = [one.name for one in plan(strict).going]
    assert going, "it has something to take"
    assert not [one for one in going if any(f"__{name}" in one or f"teams/{name}" in one for name in others)]
    assert clean(strict, silent).failed == {}
    for name in others:
        assert of(root, name) == before[name]
        assert [cycle.runs for cycle in AgedRuns(two[name].config).cycles()] == rows[name]
        assert two[name].registry.load("1").tags["of"] == name
