"""The arithmetic of LoRA factors, worked by hand and held for random ones."""

import pytest
import torch  # noqa: TID253
from hypothesis import given, settings
from hypothesis import strategies as st

from nightschool.modeling.share.factors import Factors, basis, gauge_fix, mean, norm, rank_for, reduce, relative_error


def random_factors(seed: int, n: int = 7, d: int = 5, r: int = 3) -> Factors:
    source = torch.Generator().manual_seed(seed)
    return Factors(
        torch.randn(n, r, generator=source, dtype=torch.float64),
        torch.randn(r, d, generator=source, dtype=torch.float64),
    )


def test_the_gauge_splits_a_rank_one_update_evenly() -> None:
    # B = (8, 0), A = (0, 2): the update has the one singular value 16, so both factors get length 4.
    fixed = gauge_fix(Factors(torch.tensor([[8.0], [0.0]]), torch.tensor([[0.0, 2.0]])))
    assert float(fixed.b_nr.norm()) == pytest.approx(4)
    assert float(fixed.a_rd.norm()) == pytest.approx(4)
    assert torch.allclose(fixed.delta_nd, torch.tensor([[0.0, 16.0], [0.0, 0.0]], dtype=torch.float64))


@given(st.integers(0, 10_000), st.floats(0.1, 4))
@settings(max_examples=25)
def test_the_gauge_keeps_the_update_and_forgets_how_it_was_factored(seed: int, scale: float) -> None:
    one, turn = random_factors(seed), random_factors(seed + 1, 3, 3).delta_nd + 3 * torch.eye(3, dtype=torch.float64)
    other = Factors(one.b_nr @ turn, torch.linalg.solve(turn, one.a_rd))
    first, second = gauge_fix(one, scale), gauge_fix(other, scale)
    assert torch.allclose(first.delta_nd, scale * one.delta_nd)
    assert torch.allclose(first.delta_nd, second.delta_nd, atol=1e-6)
    assert torch.allclose(first.b_nr.T @ first.b_nr, first.a_rd @ first.a_rd.T, atol=1e-8)


def test_k_is_the_first_at_which_the_energy_is_reached() -> None:
    # Shares 0.64, 0.32, 0.04 of 25: 0.64 needs one direction, a little more needs two, all needs three.
    energy = torch.tensor([16.0, 8.0, 1.0])
    assert [rank_for(energy, share) for share in (0.60, 0.64, 0.65, 0.96, 1.0)] == [1, 1, 2, 2, 3]
    assert rank_for(torch.zeros(3), 0.9) == 1


def test_the_basis_keeps_what_all_columns_share() -> None:
    # Both columns point along the first axis: centring would make them (1, 0) and (-1, 0) or nothing at all.
    directions, energy = basis([torch.tensor([[3.0], [0.0]]), torch.tensor([[3.0], [0.0]])])
    assert abs(float(directions[0, 0])) == pytest.approx(1)
    assert energy.tolist() == pytest.approx([18, 0])


@given(st.integers(0, 10_000))
@settings(max_examples=25)
def test_projection_on_the_full_basis_is_exact(seed: int) -> None:
    several = [random_factors(seed + i) for i in range(3)]
    beta, _ = basis([one.b_nr for one in several])
    for one in several:
        assert torch.allclose(beta @ (beta.T @ one.b_nr), one.b_nr)


@given(st.integers(0, 10_000), st.integers(1, 3))
@settings(max_examples=25)
def test_rank_reduction_reaches_the_optimum_of_eckart_and_young(seed: int, p: int) -> None:
    one = random_factors(seed)
    eb, ea = reduce(one.b_nr, one.a_rd.T, p)
    values = torch.linalg.svdvals(one.delta_nd)
    assert float((eb @ ea.T - one.delta_nd).norm()) == pytest.approx(float(values[p:].norm()), abs=1e-9)


@given(st.integers(0, 10_000))
@settings(max_examples=25)
def test_norms_and_errors_without_the_update_are_those_of_the_update(seed: int) -> None:
    one, other = random_factors(seed), random_factors(seed + 1)
    assert norm(one) == pytest.approx(float(one.delta_nd.norm()))
    gap = float((other.delta_nd - one.delta_nd).norm()) / float(one.delta_nd.norm())
    assert relative_error(one, other) == pytest.approx(gap)


def test_the_mean_of_updates_is_not_the_mean_of_factors() -> None:
    # Updates 1 and -1 cancel; the means of their factors (0 and 1, or 1 and 0) would only do so by chance.
    up = Factors(torch.tensor([[2.0]]), torch.tensor([[1.0]]))
    down = Factors(torch.tensor([[1.0]]), torch.tensor([[-4.0]]))
    assert float(mean([up, down]).delta_nd) == pytest.approx((2 - 4) / 2)
