"""Method `list`: one loss over all candidates of a row, read behind one prompt in one forward pass.

    loss = -log( sum over passing exp(r) / sum over all exp(r) ) + w NLL,  r = beta (log pi - log pi_ref)

It is -log of the chance that the first draw of a Plackett-Luce model with worths exp(r) is one that passes. For one
passing and one failing candidate that is DPO; for one passing and several failing, softmax-DPO.
Covered: the likelihood term of `dpo`, over passing candidates; a reference that is a frozen copy, as TRL makes it.
Not covered: an order among those that pass, which ListMLE would learn as well; when to stop (`preference_watch`).
Sources: DPO (2305.18290, equation 7), softmax-DPO (2406.09215), ListMLE (Xia et al., ICML 2008).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from itertools import islice
from typing import Any

from nightschool.config import Config
from nightschool.curriculum.selection import turns
from nightschool.learning.attempts import Tried
from nightschool.learning.encoding import answer_limit
from nightschool.learning.one_pass import log_likelihoods
from nightschool.modeling.answers import answer_format
from nightschool.modeling.loading import Loaded
from nightschool.modeling.prompts import build_prompt, encode, encode_answer

REFERENCE = "ref"
"""Name of the frozen copy of the adapter `default`, TRL's."""


def mixed_lists(tried: Sequence[Tried], most: int) -> list[list[Tried]]:
    """Of each row with answers that pass and answers that fail, at most `most`, passing and failing by turns."""
    by_row: dict[str, list[Tried]] = defaultdict(list)
    for one in tried:
        if one.program:  # a malformed answer is no candidate
            by_row[one.row.id].append(one)
    lists = [list(islice(turns(answers, lambda one: one.verified), most)) for answers in by_row.values()]
    return [answers for answers in lists if len({one.verified for one in answers}) == 2]


def list_records(loaded: Loaded, tried: Sequence[Tried], config: Config) -> list[dict[str, Any]]:
    """prompt_ids, answers, passed of each list, without what evaluation would not allow for its length."""
    form = answer_format(config.answer)
    prompts: dict[str, list[int]] = {}
    answers: dict[tuple[str, str], list[int]] = {}
    fitting: list[Tried] = []
    for one in tried:
        row = one.row
        if row.id not in prompts:
            text = build_prompt(loaded.tokenizer, row.broken, row.diagnostic, form)
            prompts[row.id] = encode(loaded.tokenizer, text)
        length, ids = len(prompts[row.id]), encode_answer(loaded.tokenizer, one.text)
        if length <= config.answer.max_prompt_tokens and len(ids) <= answer_limit(config.answer, length):
            answers[row.id, one.text] = ids
            fitting.append(one)
    return [
        {
            "prompt_ids": prompts[candidates[0].row.id],
            "answers": [answers[one.row.id, one.text] for one in candidates],
            "passed": [one.verified for one in candidates],
        }
        for candidates in mixed_lists(fitting, config.prefer.list_size)
    ]


def list_loss(rewards_A: Any, passed_A: Any) -> Any:
    """-log of the softmax mass, over rewards of the candidates, that lies on those that pass (nats)."""
    return rewards_A.logsumexp(0) - rewards_A[passed_A].logsumexp(0)


def add_reference(model: Any) -> None:
    """Give a PeftModel a frozen copy of its adapter `default`, as TRL's DPOTrainer does."""
    model.add_adapter(REFERENCE, model.peft_config["default"])
    for name, value in list(model.named_parameters()):
        if ".default." in name:
            model.get_parameter(name.replace(".default.", f".{REFERENCE}.")).data.copy_(value.data)


def list_trainer(beta: float, nll_weight: float) -> type[Any]:
    """transformers' Trainer over batches of lists."""
    import torch
    from transformers import Trainer
    from trl.trainer.utils import disable_dropout_in_model, use_adapter

    class ListTrainer(Trainer):  # type: ignore[misc]
        """The loss above, as the mean over the lists of a batch."""

        def __init__(self, model: Any, args: Any, **more: Any) -> None:
            add_reference(model)
            disable_dropout_in_model(model)  # a reference that drops other numbers is none
            if args.gradient_checkpointing:
                model.enable_input_require_grads()
            super().__init__(model=model, args=args, data_collator=lambda lists: {"lists": lists}, **more)
            self.noted: dict[str, list[float]] = defaultdict(list)
            self.tokens = 0

        def compute_loss(
            self, model: Any, inputs: Any, return_outputs: bool = False, num_items_in_batch: Any = None
        ) -> Any:
            """Mean list loss, and the chosen answers' own negative log-likelihood per token of the batch."""
            lists = inputs["lists"]
            losses, likelihood, chosen = [], 0.0, 0
            with torch.no_grad(), use_adapter(self.accelerator.unwrap_model(model), REFERENCE):
                references = [log_likelihoods(model, one["prompt_ids"], one["answers"]) for one in lists]
            for one, reference_A in zip(lists, references, strict=True):
                passed_A = torch.tensor(one["passed"], device=model.device)
                policy_A = log_likelihoods(model, one["prompt_ids"], one["answers"])
                rewards_A = beta * (policy_A - reference_A)
                losses.append(list_loss(rewards_A, passed_A))
                likelihood = likelihood + policy_A[passed_A].sum()
                chosen += sum(len(ids) for ids, passed in zip(one["answers"], one["passed"], strict=True) if passed)
                self._note(one, rewards_A.detach(), passed_A, losses[-1].detach())
            loss = torch.stack(losses).mean() - nll_weight * likelihood / chosen
            return (loss, None) if return_outputs else loss

        def _note(self, one: dict[str, Any], rewards_A: Any, passed_A: Any, loss: Any) -> None:
            """Numbers of one list: mean rewards, mass on what passes, whether a passing one has the largest reward."""
            chosen, rejected = float(rewards_A[passed_A].mean()), float(rewards_A[~passed_A].mean())
            for name, value in {
                "rewards/chosen": chosen, "rewards/rejected": rejected, "rewards/margins": chosen - rejected,
                "rewards/accuracies": float(passed_A[rewards_A.argmax()]), "mass": float((-loss).exp()),
            }.items():  # fmt: skip
                self.noted[name].append(value)
            self.tokens += len(one["prompt_ids"]) + sum(map(len, one["answers"]))

        def log(self, logs: dict[str, float], *more: Any, **named: Any) -> None:
            """The trainer's numbers and the means since the last time."""
            means = {name: sum(values) / len(values) for name, values in self.noted.items()}
            self.noted.clear()
            super().log({**logs, **means, "num_tokens": self.tokens}, *more, **named)

        def create_model_card(self, *args: Any, **kwargs: Any) -> None:
            """No model card in checkpoints."""

    return ListTrainer
