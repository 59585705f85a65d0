"""The arm that asks a different adapter for each error code, and the base model where no adapter is for it.

Covered: routing by rustc's primary code, which is known before a model is asked; all adapters in one model, and koans
of all routes in one batch. Not covered: choosing the routes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from nightschool.config import Config, ModelConfig
from nightschool.errors import ConfigError
from nightschool.evaluation.model_arm import Diagnose, ModelArm
from nightschool.files import digest_json
from nightschool.modeling.adapter import verify_adapter
from nightschool.modeling.loading import Loaded
from nightschool.modeling.routing import NOBODY, load_routed
from nightschool.modeling.store import BaseModelFiles
from nightschool.types import Koan


class RoutedArm(ModelArm):
    """A koan goes to the adapter that its error code is routed to, if there is one of that name."""

    def __init__(
        self,
        name: str,
        config: Config,
        base: BaseModelFiles,
        adapters: Mapping[str, Path],
        routes: Mapping[str, str],
        diagnose: Diagnose,
    ) -> None:
        if config.model.backend != "in_process":
            raise ConfigError(f"Arm {name!r} routes among adapters in one process; set model.backend=in_process.")
        self.routes = {code: target for code, target in sorted(routes.items()) if target in adapters}
        self.digests = {target: verify_adapter(folder, base.digest) for target, folder in sorted(adapters.items())}
        super().__init__(name, config, base, None, diagnose)
        self._weights = _Routed(base, config.model, adapters)

    def facts(self) -> dict[str, str]:
        """Those of a model, which codes go where, and what answers there."""
        codes: dict[str, list[str]] = defaultdict(list)
        for code, target in self.routes.items():
            codes[target].append(code)
        named = {f"route.{target}": " ".join(found) for target, found in codes.items()}
        return super().facts() | named | {"routed": digest_json([self.routes, self.digests])}

    def adapter_for(self, koan: Koan) -> str:
        """Where this koan goes."""
        return self.routes.get(koan.error_codes[0], NOBODY) if koan.error_codes else NOBODY


@dataclass
class _Routed:
    """All adapters over one base model, loaded when first asked."""

    base: BaseModelFiles
    config: ModelConfig
    adapters: Mapping[str, Path]

    @cached_property
    def loaded(self) -> Loaded:
        """Base with the adapters beside it."""
        return load_routed(self.base, self.config, self.adapters)
