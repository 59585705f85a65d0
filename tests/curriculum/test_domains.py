"""The source `domains` and the suite of the same families: certified, verified, and nothing in common."""

from collections import Counter
from pathlib import Path

import pytest

from nightschool.config import Config
from nightschool.curriculum.domains import FAMILIES, domain_drafts, domain_templates
from nightschool.curriculum.overlap import leakage
from nightschool.curriculum.sources import gather
from nightschool.curriculum.verify import verify
from nightschool.koans import certify, load_suite
from nightschool.rust.judge import open_judge

ROOT = Path(__file__).parents[2]


def test_the_suite_has_ten_koans_of_each_family():
    suite = load_suite(ROOT / "koans/domains")
    assert Counter(koan.family for koan in suite.koans) == dict.fromkeys(FAMILIES, 10)
    assert suite.lines == (8, 35)
    assert {koan.edition for koan in suite.koans if koan.family == "edition2024"} == {"2024"}


def test_every_family_has_templates_and_drafts_come_by_turns():
    templates = domain_templates()
    assert {template.family for template in templates} == set(FAMILIES)
    drafts = domain_drafts(len(templates), seed=0)
    assert sorted(draft.group for draft in drafts) == [template.id for template in templates]
    assert drafts == domain_drafts(len(templates), seed=0)
    assert drafts != domain_drafts(len(templates), seed=1)


def test_a_share_of_domains_brings_domain_drafts_for_the_corpus_only(tmp_path):
    config = Config(root=tmp_path, curriculum={"rows": 100, "shares": {"domains": 0.2}})
    supply = gather(config, toolchain=None)
    # 20 rows are wanted, and 35 % more drafts.
    assert [draft.source for draft in supply.drafts["corpus"]] == ["domains"] * 27
    assert {draft.source for draft in supply.drafts["dev"]} == {"lessons"}  # held ones are examined whatever trains
    assert not gather(Config(root=tmp_path, curriculum={"rows": 100, "shares": {}}), toolchain=None).drafts["corpus"]


@pytest.mark.integration
def test_every_template_makes_a_verified_row_that_shares_no_item_with_the_suite():
    config = Config(root=ROOT)
    drafts = domain_drafts(len(domain_templates()), seed=3)
    rows = verify(drafts, open_judge(config))
    assert [row.provenance for row in rows] == [draft.provenance for draft in drafts]
    assert leakage(rows, load_suite(ROOT / "koans/domains").koans).row_ids == frozenset()


@pytest.mark.slow
@pytest.mark.integration
def test_the_suite_is_certified():
    certificate = certify(load_suite(ROOT / "koans/domains"), open_judge(Config(root=ROOT)))
    assert certificate.ok, certificate.defects
