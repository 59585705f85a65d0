"""Every strategy by name, in one table."""

from __future__ import annotations

from dataclasses import dataclass

from nightschool.phases.strategies import onward
from nightschool.phases.strategies import recipes as r
from nightschool.phases.strategies.recipes import Recipe
from nightschool.phases.strategies.sharing import PHI, share

EDITION = "edition2024"
PREFER = ("prefer",)


@dataclass(frozen=True)
class Strategy:
    """One way to learn."""

    name: str
    recipe: Recipe
    what: str
    settings: tuple[str, ...] = ()
    """Sections of the config that it reads besides those all strategies read."""


STRATEGIES = {
    strategy.name: strategy
    for strategy in (
        Strategy("naive", r.naive, "LoRA on failures only: patterns of which the base passes no dev koan"),
        Strategy("replay", r.replay, "half failures, half the other patterns"),
        Strategy("minimal", r.minimal, "everything, but the tokens of 20 full batches only"),
        Strategy("expanded", r.rows_where("", lambda row: True), "everything: all sources"),
        Strategy(EDITION, r.rows_where(EDITION, lambda row: row.family == EDITION), "rows of the 2024 edition only"),
        Strategy("domains", r.rows_of("domains"), "domain rows only"),
        Strategy("aligned", r.rows_of("aligned"), "template rows only"),
        Strategy("mutated", r.rows_of("mutated"), "working programs that a mutation broke only"),
        Strategy("explained", r.rows_of("explained"), "examples of rustc's explanations only"),
        Strategy("share", share(), "a bank of family adapters, then coefficients of everything in its bases"),
        Strategy("share-phi", share(PHI), "the same with temporary factors, merged into the bank"),
        Strategy("routed", r.routed, "an adapter per family, chosen by error code, base as fall-back"),
        Strategy("merged", r.merged, "plain mean of the families' updates"),
        Strategy("scaled", r.scaled, "LoRA on everything at the scale that loses fewest dev koans"),
        Strategy("ssr", onward.ssr, "everything, then a mixture with rows the models made themselves", ("rehearse",)),
        Strategy("dpo", onward.preferring("dpo"), "everything, then DPO on pairs of own judged attempts", PREFER),
        Strategy("list", onward.preferring("list"), "everything, then whole lists of searched repairs", PREFER),
        Strategy("kto", onward.preferring("kto"), "everything, then KTO on own judged attempts", PREFER),
        Strategy("rejection", onward.preferring("rejection"), "everything, then its own verified answers", PREFER),
        Strategy("grpo", onward.preferring("grpo"), "everything, then GRPO with the judge as the reward", PREFER),
    )
}
