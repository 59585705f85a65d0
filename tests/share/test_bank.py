"""A bank of adapters keeps every task within its bound, and gives plain LoRA back."""

import pytest
import torch  # noqa: TID253
from hypothesis import given, settings
from hypothesis import strategies as st

from nightschool.errors import IntegrityError, UsageError
from nightschool.modeling.adapter import verify_adapter
from nightschool.modeling.share.adapters import read_factors, write_adapter
from nightschool.modeling.share.bank import Bank, load_bank
from nightschool.modeling.share.factors import Factors, relative_error
from nightschool.modeling.share.layer import NEW, OLD, merge, reduced
from nightschool.modeling.share.training import into_bases, plain
from tests.share.test_factors import random_factors
from tests.tiny import random_adapter, tiny_base, tiny_model


def axis(i: int, size: float, n: int = 4) -> Factors:
    """The update that is `size` at (i, i) and nothing elsewhere."""
    unit = torch.zeros(n, 1, dtype=torch.float64)
    unit[i] = 1.0
    return Factors(size * unit, unit.T)


def test_a_faint_task_raises_k_though_the_variance_is_explained() -> None:
    # Energies of the stacks: 100 and 1. 95 % is reached by one direction, but the faint task is all in the second.
    layer, errors = merge(None, {"loud": axis(0, 100), "faint": axis(1, 1)})
    assert layer.beta_nk.shape == (4, 2)
    assert errors == {"loud": pytest.approx(0, abs=1e-9), "faint": pytest.approx(0, abs=1e-9)}
    careless, errors = merge(None, {"loud": axis(0, 100), "faint": axis(1, 1)}, bounds=(1.0, 1.0))
    assert careless.beta_nk.shape == (4, 1)
    assert errors["faint"] == pytest.approx(1)


@given(st.integers(0, 10_000), st.integers(1, 4))
@settings(max_examples=20)
def test_no_merge_costs_more_than_its_bound(seed: int, tasks: int) -> None:
    first = {f"t{i}": random_factors(seed + i, 12, 9, 2) for i in range(tasks)}
    old, _ = merge(None, first)
    layer, errors = merge(old, {"new": random_factors(seed + 50, 12, 9, 2)})
    for name in first:
        assert errors[name] <= OLD + 1e-9
        assert relative_error(old.factors(name), layer.factors(name)) == pytest.approx(errors[name], abs=1e-9)
    assert errors["new"] <= NEW + 1e-9


@given(st.integers(0, 10_000))
@settings(max_examples=20)
def test_a_merge_that_explains_everything_keeps_every_task_exactly(seed: int) -> None:
    tasks = {f"t{i}": random_factors(seed + i, 12, 9, 2) for i in range(3)}
    first, _ = merge(None, {"t0": tasks["t0"]}, tau=1.0)
    layer, _ = merge(first, {name: tasks[name] for name in ("t1", "t2")}, tau=1.0)
    assert all(relative_error(tasks[name], layer.factors(name)) < 1e-9 for name in tasks)


def test_storage_is_k_times_both_sides_and_two_k_p_a_task() -> None:
    # n = 12, d = 9, k = 4 (two tasks of rank 2), p = 1: 4 (12 + 9) + 2 * 2 * 4 * 1 = 100.
    layer, _ = merge(None, {f"t{i}": random_factors(i, 12, 9, 2) for i in range(2)}, tau=1.0)
    assert reduced(layer, 1).parameters == 100


@pytest.fixture(scope="module")
def base(tmp_path_factory):
    return tiny_base(tmp_path_factory.mktemp("tiny") / "model")


@pytest.fixture(scope="module")
def adapters(base, tmp_path_factory):
    folder = tmp_path_factory.mktemp("adapters")
    return {name: random_adapter(base, folder / name, seed) for seed, name in enumerate(("moves", "bounds"))}


@pytest.fixture(scope="module")
def bank(base, adapters):
    bank = Bank()
    for task, folder in adapters.items():
        bank = bank.add({task: read_factors(folder, base.digest)})
    return bank


def test_an_adapter_comes_back_from_the_bank_as_a_sealed_lora_with_the_same_outputs(base, adapters, bank, tmp_path):
    from peft import PeftModel

    write_adapter(tmp_path / "back", adapters["moves"], bank.factors("moves"), {"share": "moves"})
    assert verify_adapter(tmp_path / "back", base.digest)
    ids = torch.arange(20)[None]
    with torch.inference_mode():
        before, after = (
            PeftModel.from_pretrained(tiny_model(), folder)(input_ids=ids).logits
            for folder in (adapters["moves"], tmp_path / "back")
        )
        plain_logits = tiny_model()(input_ids=ids).logits
    assert float((after - before).norm()) < 0.1 * float((before - plain_logits).norm())


def test_errors_of_several_merges_add_up_in_the_drift(bank):
    assert bank.tasks == ("bounds", "moves")
    assert bank.drift["moves"] >= bank.errors["moves"]
    assert max(bank.errors.values()) <= NEW


def test_a_saved_bank_is_the_same_and_a_changed_one_is_refused(bank, tmp_path):
    assert bank.save(tmp_path) > 4 * bank.parameters
    again = load_bank(tmp_path)
    assert (again.tasks, again.parameters, again.errors) == (bank.tasks, bank.parameters, dict(bank.errors))
    assert all(relative_error(bank.factors("moves")[m], f) < 1e-5 for m, f in again.factors("moves").items())
    (tmp_path / "share.safetensors").write_bytes(b"other")
    with pytest.raises(IntegrityError, match="differs from its record"):
        load_bank(tmp_path)


def test_unknown_tasks_and_other_modules_are_named(bank):
    with pytest.raises(UsageError, match="it holds bounds, moves"):
        bank.factors("macros")
    with pytest.raises(UsageError, match=r"other modules than the bank"):
        bank.add({"odd": {"somewhere": axis(0, 1)}})


def test_coefficient_training_changes_only_coefficients_and_ends_as_plain_lora(base, bank, tmp_path):
    from peft import LoraConfig, get_peft_model

    lora = LoraConfig(r=2, lora_alpha=2, target_modules="all-linear", task_type="CAUSAL_LM")
    model = get_peft_model(tiny_model(), lora)
    trained = into_bases(model, bank, start="moves")
    k = {name: layer.beta_nk.shape[1] + layer.alpha_dk.shape[1] for name, layer in bank.layers.items()}
    assert trained == 2 * sum(k.values())
    assert trained == sum(p.numel() for p in model.parameters() if p.requires_grad)
    optimiser = torch.optim.Adam([p for p in model.parameters() if p.requires_grad], lr=0.05)
    ids = torch.arange(40)[None] % 7
    losses = []
    for _ in range(5):
        loss = model(input_ids=ids, labels=ids).loss
        loss.backward()
        optimiser.step()
        optimiser.zero_grad()
        losses.append(float(loss.detach()))
    assert losses[-1] < losses[0]
    logits = model(input_ids=ids).logits
    plain(model)
    assert torch.allclose(model(input_ids=ids).logits, logits, atol=1e-5)
    model.save_pretrained(tmp_path, safe_serialization=True)
    for name, layer in bank.layers.items():
        weight = model.get_submodule(name).lora_B["default"].weight.detach().double()
        beta = layer.beta_nk
        assert torch.allclose(beta @ (beta.T @ weight), weight, atol=1e-5)


def test_a_start_of_zeros_has_a_gradient(base, bank):
    from peft import LoraConfig, get_peft_model

    model = get_peft_model(tiny_model(), LoraConfig(r=1, lora_alpha=1, target_modules="all-linear"))
    into_bases(model, bank, start="bounds")
    ids = torch.arange(10)[None]
    model(input_ids=ids, labels=ids).loss.backward()
    layer = model.get_submodule(next(iter(bank.layers))).lora_B["default"]
    assert float(layer.parametrizations.weight.original.norm()) == 0
    assert float(layer.parametrizations.weight.original.grad.norm()) > 0


def fresh_lora(bank, phi=0):
    from peft import LoraConfig, get_peft_model

    torch.manual_seed(0)
    lora = LoraConfig(r=2, lora_alpha=2, target_modules="all-linear", task_type="CAUSAL_LM")
    model = get_peft_model(tiny_model(), lora)
    return model, into_bases(model, bank, "moves", phi)


def outside(bank, model):
    """Largest part of a lora_B column, over layers, that lies outside of beta."""
    found = []
    for name, layer in bank.layers.items():
        weight = model.get_submodule(name).lora_B["default"].weight.detach().double()
        found.append(float((weight - layer.beta_nk @ (layer.beta_nk.T @ weight)).norm()))
    return max(found)


def test_temporary_factors_lead_out_of_the_bases_and_a_merge_takes_in_what_they_found(bank):
    ids = torch.arange(40)[None] % 7
    model, trained = fresh_lora(bank, phi=2)
    # A basis of n x k: k p coefficients, and for phi = 2 factors of n numbers with p coefficients each.
    shapes = [one.shape for layer in bank.layers.values() for one in (layer.beta_nk, layer.alpha_dk)]
    assert trained == sum(2 * k + 2 * (n + 2) for n, k in shapes) == bank.trained(2, 2)
    assert trained == sum(p.numel() for p in model.parameters() if p.requires_grad)
    with torch.no_grad():
        assert torch.allclose(model(input_ids=ids).logits, tiny_model()(input_ids=ids).logits, atol=1e-6)  # the base
    optimiser = torch.optim.Adam([p for p in model.parameters() if p.requires_grad], lr=0.05)
    for _ in range(5):
        model(input_ids=ids, labels=ids).loss.backward()
        optimiser.step()
        optimiser.zero_grad()
    plain(model)
    assert outside(bank, model) > 0.01
    trained_factors = {}
    for name in bank.layers:
        module = model.get_submodule(name)
        halves = module.lora_B["default"].weight, module.lora_A["default"].weight
        trained_factors[name] = Factors(*(half.detach().double() for half in halves))
    merged = bank.add({"new": trained_factors})
    assert merged.errors["new"] <= NEW
    assert max(merged.errors[task] for task in bank.tasks) <= OLD
    assert outside(merged, model) < outside(bank, model)


def test_every_temporary_factor_has_a_gradient_after_one_step(bank):
    model, _ = fresh_lora(bank, phi=1)
    ids = torch.arange(20)[None]
    optimiser = torch.optim.SGD([p for p in model.parameters() if p.requires_grad], lr=1.0)
    for _ in range(2):
        optimiser.zero_grad()
        model(input_ids=ids, labels=ids).loss.backward()
        optimiser.step()
    still = [n for n, p in model.named_parameters() if p.requires_grad and float(p.grad.norm()) == 0]
    assert still == []


@given(st.integers(0, 10_000), st.integers(0, 3), st.booleans())
@settings(max_examples=20)
def test_a_weight_in_a_basis_is_its_projection_whatever_the_side_and_the_temporary_factors(seed, phi, transposed):
    from nightschool.modeling.share.factors import basis
    from nightschool.modeling.share.training import InBasis

    directions, _ = basis([random_factors(seed).b_nr])  # 7 x 3
    rule = InBasis(directions, transposed, phi, p=2)
    weight = random_factors(seed + 1, 7, 5, 2).b_nr
    seen = rule(rule.right_inverse(weight.T if transposed else weight))
    seen = seen.T if transposed else seen
    extra = rule.temporary_nf @ rule.mixed_fp if phi else torch.zeros(7, 2)
    assert torch.allclose(seen.detach(), directions @ directions.T @ weight + extra.detach().double(), atol=1e-9)
    assert (float(extra.norm()) > 0) == (transposed and phi > 0)  # B starts at its projection: zero for zero


def test_adapters_that_are_not_plain_lora_are_refused(base, adapters, tmp_path):
    import json
    import shutil

    from nightschool.modeling.adapter import seal_adapter

    shutil.copytree(adapters["moves"], tmp_path / "dora")
    config = tmp_path / "dora" / "adapter_config.json"
    config.write_text(json.dumps({**json.loads(config.read_text()), "use_dora": True}))
    seal_adapter(tmp_path / "dora", base.digest, {})
    with pytest.raises(IntegrityError, match="only plain LoRA"):
        read_factors(tmp_path / "dora", base.digest)


@pytest.mark.parametrize("phi", [0, 2])
def test_a_checkpoint_of_coefficients_is_read_back_by_peft(base, bank, tmp_path, phi):
    from peft import load_peft_weights, set_peft_model_state_dict

    model, _ = fresh_lora(bank, phi)
    for parameter in model.parameters():
        if parameter.requires_grad:
            torch.nn.init.normal_(parameter, std=0.3)
    model.save_pretrained(tmp_path, safe_serialization=True)
    again, _ = fresh_lora(bank, phi)
    ids = torch.arange(20)[None]
    assert not torch.allclose(again(input_ids=ids).logits, model(input_ids=ids).logits, atol=1e-4)
    set_peft_model_state_dict(again, load_peft_weights(str(tmp_path), device="cpu"))
    assert torch.allclose(again(input_ids=ids).logits, model(input_ids=ids).logits, atol=1e-5)


def test_what_a_bank_stores_is_counted_beside_loras() -> None:
    from nightschool.report.storage import built

    # One 4 x 4 layer, two tasks along different axes: k = 2, two bases of 4 x 2, and k p twice a task with p = 1.
    found = built(Bank().add({"loud": {"m": axis(0, 100)}, "faint": {"m": axis(1, 1)}}), 1)
    assert (found.tasks, found.directions, found.share, found.lora) == (2, 2.0, 2 * 8 + 2 * 4, 2 * 1 * (4 + 4))
    assert "2 tasks, k = 2 on average" in str(found)
    assert "0.67 times as much" in str(found)
