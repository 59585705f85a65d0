"""Storage of Share and of separate LoRAs, worked by hand."""

import pytest

from nightschool.report.storage import draw_storage, storage, storage_rows


def test_storage_of_one_square_layer():
    # n = d = 1536, r = 16, k = 32, p = 5, 50 adapters: 50 * 16 * 3072 = 2,457,600 against 32 * 3072 + 50 * 2 * 32 * 5.
    found = storage([(1536, 1536)], 16, 32, 5, 50)
    assert (found.lora, found.share) == (2_457_600, 98_304 + 16_000)
    assert found.ratio == pytest.approx(21.5, abs=0.01)
    assert found.task_ratio == pytest.approx(49_152 / 320)


def test_one_adapter_costs_more_in_share():
    assert storage([(1536, 1536)], 16, 32, 5, 1).ratio < 0.51


def test_a_basis_has_no_more_directions_than_the_layer():
    # n = 10, d = 100, k = 32: beta is 10 x 10, alpha 100 x 32; a task has p (10 + 32).
    found = storage([(10, 100)], 4, 32, 2, 1)
    assert found.share == 10 * 10 + 100 * 32 + 2 * 42


def test_the_glue_setting_of_the_paper_trains_24_times_fewer_numbers_than_its_own_lora():
    # 24 modules 768 x 768, r = p = 8, k = 32: 294,912 / 12,288; 100x is against a LoRA of rank 32.
    layers = [(768, 768)] * 24
    assert storage(layers, 8, 32, 8, 6).task_ratio == 24
    assert storage(layers, 32, 32, 8, 6).task_ratio == 96


def test_rows_and_picture(tmp_path):
    found = [storage([(64, 32)], 16, 8, 2, count) for count in (1, 50)]
    assert storage_rows(found)[1][0] == "50"
    draw_storage(tmp_path / "s.png", found)
    assert (tmp_path / "s.png").stat().st_size > 1000
