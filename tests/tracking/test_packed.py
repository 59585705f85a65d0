"""Digests stand in one tag for people, and evidence still finds each that was changed."""

import json

import pytest

from nightschool.errors import EvidenceError
from nightschool.tracking import evidence_of
from nightschool.tracking.packed import packed, unpacked

A, B = "a" * 64, "b" * 64


def test_digests_are_one_tag_and_what_people_read_stands_beside_it():
    tags = {"adapter_digest": A, "frozen": "26/30", "toolchain": B, "cycle": "night"}
    shown = packed(tags)
    assert set(shown) == {"digests", "frozen", "cycle"}
    assert unpacked(shown) == tags
    assert packed({"frozen": "26/30"}) == {"frozen": "26/30"}  # nothing to pack
    assert unpacked(tags) == tags  # a version of before


def test_a_tag_set_beside_the_packed_one_does_not_count_and_a_damaged_one_holds_nothing():
    shown = packed({"adapter_digest": A, "cycle": "night"})
    assert unpacked(shown | {"adapter_digest": B})["adapter_digest"] == A
    for damaged in ("{", "[]", "7"):
        assert unpacked({"digests": damaged, "cycle": "night"}) == {"cycle": "night"}


@pytest.mark.integration
@pytest.mark.parametrize("name", ["adapter_digest", "policy_digest"])
def test_a_digest_edited_inside_the_packed_tag_is_refused(registry, make_version, name):
    version = make_version("night")
    registry.load(version)
    shown = registry.client.get_model_version(registry.name, version).tags
    assert {"frozen", "cycle", "digests"} <= set(shown)
    assert name not in shown
    edited = json.loads(shown["digests"]) | {name: B}
    registry.client.set_model_version_tag(registry.name, version, "digests", json.dumps(edited))
    with pytest.raises(Exception, match="was changed since"):
        registry.load(version)


@pytest.mark.integration
def test_evidence_names_the_digest_that_was_added_or_changed(registry, make_version):
    version = make_version("night")
    loaded = registry.load(version)
    assert evidence_of(loaded, registry.ledger).registration is not None
    changed = type(loaded)(
        loaded.version, loaded.adapter, loaded.digest, dict(loaded.tags) | {"frozen": "30/30"}, loaded.policy,
        loaded.policy_digest,
    )  # fmt: skip
    with pytest.raises(EvidenceError, match="tag 'frozen' is '30/30', registered as '24/30'"):
        evidence_of(changed, registry.ledger)
