"""One version at work, in memory: a policy, its model, and who is using it.

Each request keeps the version that it began with to its end, so that no answer is of two. Covered: counting who uses
it, the model where no version is registered. Not covered: which one is served (`follow`).
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cached_property

from nightschool.evaluation import ModelArm, PolicyArm, open_arm
from nightschool.modeling import Loaded, Served
from nightschool.phases.context import Context
from nightschool.phases.in_use import InUse
from nightschool.serving.refusal import RefusedError


@dataclass(eq=False)
class Version:
    """What answers from one swap to the next."""

    context: Context
    named: InUse
    arm: PolicyArm
    digest: str = ""
    """Of adapter and policy, as they were verified; empty where nothing is registered."""
    users: int = 0
    """Requests under way."""
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _loading: threading.Lock = field(default_factory=threading.Lock)

    @property
    def label(self) -> str:
        """Its number, or what is in use where nothing is registered."""
        return self.named.version or "chooser"

    @property
    def model_id(self) -> str:
        """Its name in OpenAI's API: the registered model's name and the version, or `base`."""
        name = self.context.config.tracking.model_name
        return f"{name}:{self.named.version or 'base'}"

    @contextmanager
    def used(self) -> Iterator[Version]:
        """Counts as a user meanwhile."""
        self._count(1)
        try:
            yield self
        finally:
            self._count(-1)

    def _count(self, more: int) -> None:
        with self._lock:
            self.users += more

    @cached_property
    def model(self) -> ModelArm:
        """The policy's model; the base model where the policy has none."""
        if self.arm.model is not None:
            return self.arm.model
        arm = open_arm("base", self.context.config, self.context.judge, self.context.base, None)
        assert isinstance(arm, ModelArm)
        return arm

    def loaded(self) -> Loaded:
        """The model in memory. Raises RefusedError where another server has it."""
        with self._loading:
            found = self.model.loaded
        if isinstance(found, Served):
            url = found.config.base_url
            raise RefusedError(501, f"model.backend is openai: ask {url} itself, which has the model.", "elsewhere")
        return found
