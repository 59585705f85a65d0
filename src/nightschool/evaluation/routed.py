"""The arm that asks a different adapter for each error code, and the base model where no adapter is for it.

Covered: routing by rustc's primary code, which is known before a model is asked; one model in memory at a time.
PEFT's `adapter_names` mixes adapters in one batch; here each adapter is merged and answers its koans together,
which gives the same answers, is faster on a CPU, and shares the answer cache. Not covered: choosing the routes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence

from nightschool.evaluation.answer import Answer, Arm, Progress
from nightschool.files import digest_json
from nightschool.types import Koan

FALLBACK = "base"


class RoutedArm:
    """Koans go to the arm that their error code is routed to."""

    def __init__(self, name: str, routes: Mapping[str, str], open_arm: Callable[[str], Arm]) -> None:
        self.name, self.routes, self.open_arm = name, dict(routes), open_arm
        self.digests = {target: open_arm(target).digest for target in sorted({*routes.values(), FALLBACK})}
        self.digest = digest_json([self.routes, self.digests])

    def facts(self) -> dict[str, str]:
        """Which codes go where, and the policy behind each."""
        codes: dict[str, list[str]] = defaultdict(list)
        for code, target in sorted(self.routes.items()):
            codes[target].append(code)
        return {f"route.{target}": " ".join(found) for target, found in codes.items()} | {"routed": self.digest}

    def answer(self, koans: Sequence[Koan], progress: Progress | None = None) -> list[Answer]:
        """One answer per koan, in order; each arm is opened when its turn comes."""
        groups: dict[str, list[int]] = defaultdict(list)
        for index, koan in enumerate(koans):
            code = koan.error_codes[0] if koan.error_codes else ""
            groups[self.routes.get(code, FALLBACK)].append(index)
        answers: dict[int, Answer] = {}
        for target, indices in sorted(groups.items()):
            found = self.open_arm(target).answer([koans[i] for i in indices])
            answers |= dict(zip(indices, found, strict=True))
            if progress:
                progress(len(answers), len(koans))
        return [answers[index] for index in range(len(koans))]
