"""Who may become champion, on a real MLflow store: one at a time, with evidence, and all of it in the ledger."""

import subprocess
import sys

import pytest

from nightschool.errors import ConflictError, EvidenceError, IntegrityError, RegistryError
from nightschool.tracking import (
    CHAMPION,
    FOUND,
    ROLLED_BACK,
    WITHDRAWN,
    Change,
    Registry,
    admit,
    approve,
    change_champion,
    evidence_of,
    last_change,
    previous,
)

pytestmark = pytest.mark.integration


def promote(registry, version, expect=None, how="promoted"):
    return change_champion(registry, Change(version, expect, "ada", "shadow +12 points", how), "base")


def set_by_hand(registry, version):
    """What the MLflow page does."""
    registry.client.set_registered_model_alias(registry.name, CHAMPION, version)


def changes(registry):
    return [(e.data["from"], e.data["to"], e.data["how"]) for e in registry.ledger.entries() if e.event == "alias"]


def tamper(registry, version):
    (registry.load(version).adapter / "adapter_model.safetensors").write_bytes(b"evil")


def test_a_promotion_says_who_why_from_what_to_what_and_on_which_evidence(registry, make_version):
    one, two = make_version("one"), make_version("two")
    promote(registry, one)
    entry = promote(registry, two, expect=one)
    assert (entry.data["from"], entry.data["to"], entry.data["who"]) == (one, two, "ada")
    evidence = evidence_of(registry.load(two), registry.ledger)
    assert entry.data["evidence"] == evidence.digest != evidence_of(registry.load(one), registry.ledger).digest
    assert (evidence.gate.key, evidence.approval) == ("two", None)
    assert registry.champion("base").version == two


def test_models_of_two_names_have_a_champion_each(config, registry, make_version):
    version = make_version("one")
    promote(registry, version)
    tracking = config.tracking.model_copy(update={"model_name": "another"})
    other = Registry(config.model_copy(update={"tracking": tracking}))
    assert (last_change(other), admit(other, "base")) == (None, None)
    assert changes(registry) == [(None, version, "promoted")]


def test_a_promotion_asked_for_twice_is_made_once(registry, make_version):
    version = make_version("one")
    assert promote(registry, version) == promote(registry, version)
    assert changes(registry) == [(None, version, "promoted")]


SCRIPT = """
import sys, time
from pathlib import Path
from nightschool.config import Config
from nightschool.errors import ConflictError
from nightschool.tracking import Change, Registry, change_champion
root, version = Path(sys.argv[1]), sys.argv[2]
registry = Registry(Config(root=root))
before = registry.alias("champion")
(root / f"ready-{version}").touch()
while len(list(root.glob("ready-*"))) < 2:
    time.sleep(0.01)
try:
    change_champion(registry, Change(version, before, "process " + version, "race"), "base")
except ConflictError as error:
    sys.exit(str(error))
"""


def test_of_two_processes_that_promote_at_once_one_wins_and_the_other_is_told(config, registry, make_version):
    versions = [make_version("one"), make_version("two")]
    command = [sys.executable, "-c", SCRIPT, str(config.root)]
    racers = [subprocess.Popen([*command, v], stderr=subprocess.PIPE, text=True) for v in versions]
    told = {v: racer.communicate()[1] for v, racer in zip(versions, racers, strict=True)}
    codes = {v: racer.returncode for v, racer in zip(versions, racers, strict=True)}
    assert sorted(codes.values()) == [0, 1]
    winner, loser = sorted(versions, key=lambda v: codes[v])
    assert f"The champion is version {winner}, not none" in told[loser]
    assert f"process {winner}: race" in told[loser]
    assert changes(registry) == [(None, winner, "promoted")]
    assert registry.alias(CHAMPION) == winner


def test_a_promotion_against_another_champion_than_it_was_decided_on_is_refused(registry, make_version):
    one, two = make_version("one"), make_version("two")
    promote(registry, one)
    with pytest.raises(ConflictError, match=f"is version {one}, not none .* --expect {one}"):
        promote(registry, two, expect=None)
    assert registry.alias(CHAMPION) == one


def test_an_adapter_changed_after_its_examination_is_not_promoted(registry, make_version):
    version = make_version("one")
    tamper(registry, version)
    with pytest.raises(IntegrityError, match=r"was changed since.*take another version") as told:
        promote(registry, version)
    assert "rollback" not in str(told.value), "nothing was promoted, so that there is nothing to go back from"
    assert (registry.alias(CHAMPION), changes(registry)) == (None, [])


def test_of_a_champion_that_was_changed_one_is_told_the_way_back(registry, make_version):
    version = make_version("one")
    promote(registry, version)
    tamper(registry, version)
    with pytest.raises(IntegrityError, match=r"was changed since.*nightschool rollback --reason"):
        admit(registry, "base")


def test_evidence_edited_in_mlflow_is_not_believed(registry, make_version):
    version = make_version("one")
    registry.client.set_model_version_tag(registry.name, version, "frozen", "30/30")
    with pytest.raises(EvidenceError, match="tag 'frozen' is '30/30', registered as '24/30'"):
        promote(registry, version)


def test_a_version_that_borrows_the_decision_of_another_is_refused(registry, make_version):
    make_version("good")
    version = make_version("bad", outcome="refused")
    registry.client.set_model_version_tag(registry.name, version, "gate_decision", "decision of good")
    with pytest.raises(EvidenceError, match="tag 'gate_decision'"):
        promote(registry, version)


def test_a_version_registered_by_hand_has_no_evidence(registry, make_version):
    tags = registry.tags(first := make_version("one"))
    source = registry.client.get_model_version(registry.name, first).source
    version = registry.client.create_model_version(registry.name, source, tags=tags).version
    with pytest.raises(EvidenceError, match="no cycle registered this adapter under this number"):
        promote(registry, str(version))


def test_a_person_can_vouch_for_a_refused_version_as_it_is_now(registry, make_version):
    version = make_version("one", outcome="refused")
    with pytest.raises(EvidenceError, match=f"no gate passed .*nightschool approve {version}"):
        promote(registry, version)
    approve(registry, version, "ada", "good on our code")
    assert promote(registry, version).data["to"] == version
    tamper(registry, version)
    with pytest.raises(IntegrityError, match="was changed since"):
        admit(registry, "base")


def test_an_alias_set_by_hand_is_verified_and_written_down_once(registry, make_version):
    one, two = make_version("one"), make_version("two")
    promote(registry, one)
    set_by_hand(registry, two)
    assert admit(registry, "base").version == admit(registry, "base").version == two
    assert changes(registry) == [(None, one, "promoted"), (one, two, FOUND)]


def test_an_alias_set_by_hand_without_evidence_is_no_starting_point_until_a_person_approves(registry, make_version):
    version = make_version("one", outcome="refused")
    set_by_hand(registry, version)
    for _ in range(2):
        with pytest.raises(EvidenceError, match="no gate passed"):
            admit(registry, "base")
    assert [e.data["version"] for e in registry.ledger.entries() if e.event == "refused"] == [version]
    assert changes(registry) == []
    approve(registry, version, "ada", "good on our code")
    assert admit(registry, "base").version == version
    assert changes(registry) == [(None, version, FOUND)]


def test_an_alias_deleted_by_hand_is_written_down(registry, make_version):
    version = make_version("one")
    promote(registry, version)
    registry.client.delete_registered_model_alias(registry.name, CHAMPION)
    assert admit(registry, "base") is None
    assert changes(registry) == [(None, version, "promoted"), (version, None, FOUND)]


def test_a_promotion_killed_between_alias_and_ledger_is_finished_by_asking_again(registry, make_version):
    version = make_version("one")
    set_by_hand(registry, version)  # the kill came after this
    assert promote(registry, version) == last_change(registry)
    assert registry.alias(CHAMPION) == version


def test_rolling_back_twice_goes_back_two(registry, make_version):
    versions = [make_version(name) for name in ("one", "two", "three")]
    for version, before in zip(versions, (None, *versions), strict=False):
        promote(registry, version, before)
    for now, wanted in ((versions[2], versions[1]), (versions[1], versions[0])):
        assert previous(registry) == wanted
        promote(registry, previous(registry), now, ROLLED_BACK)
    with pytest.raises(RegistryError, match="no champion before"):
        previous(registry)


def test_a_withdrawn_version_is_not_what_one_goes_back_to(registry, make_version):
    one, two, three = (make_version(name) for name in ("one", "two", "three"))
    promote(registry, one)
    promote(registry, two, one)
    promote(registry, one, two, WITHDRAWN)
    promote(registry, three, one)
    assert previous(registry) == one


def test_withdrawing_the_first_champion_leaves_none(registry, make_version):
    version = make_version("one")
    promote(registry, version)
    promote(registry, None, version, WITHDRAWN)
    assert (registry.alias(CHAMPION), admit(registry, "base")) == (None, None)


def test_going_back_to_a_version_whose_files_were_changed_is_refused(registry, make_version):
    one, two = make_version("one"), make_version("two")
    promote(registry, one)
    promote(registry, two, one)
    tamper(registry, one)
    with pytest.raises(IntegrityError, match="was changed since"):
        promote(registry, one, two, ROLLED_BACK)
    assert registry.alias(CHAMPION) == two
