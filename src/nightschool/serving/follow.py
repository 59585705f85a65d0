"""Which version is served: whoever the registry names, once it is verified, in memory and answers as examined.

The new one is made beside the old one and takes its place in one assignment; requests that hold the old one end with
it. Covered: champions, rollbacks, no champion at all, the latest night's chooser; a version that fails its probe, whose
files were changed, or whose registry cannot be reached: the old one stays, and it is tried again later. A person's
approval keeps a version that fails its probe, as in `phases.promotion`. Not covered: changing the registry.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from nightschool.errors import IntegrityError, NightSchoolError
from nightschool.phases.context import Context
from nightschool.phases.in_use import InUse, named_in_use, open_in_use
from nightschool.phases.probe import ask_again
from nightschool.serving.refusal import RefusedError
from nightschool.serving.version import Version
from nightschool.tracking import Registered, evidence_of

AGAIN_S = 60.0
"""Seconds after which a version that was refused is tried again."""
Tell = Callable[..., None]
"""Told of an event and what belongs to it."""


@dataclass
class Follower:
    """Keeps `current` what the registry names."""

    context: Context
    tell: Tell
    current: Version | None = None
    why: str = "the first version is being loaded"
    """Why there is none."""
    leaving: list[Version] = field(default_factory=list)
    """Versions that requests still hold."""
    swaps: int = 0
    refused: dict[InUse, tuple[str, float]] = field(default_factory=dict)
    """What is not served: why, and since when."""
    _stop: threading.Event = field(default_factory=threading.Event)

    def serving(self) -> Version:
        """The version to begin with. Raises RefusedError (503) where there is none."""
        current = self.current
        if current is None:
            raise RefusedError(503, f"No version is served: {self.why}.", "not_ready", self.context.config.serve.poll_s)
        return current

    def run(self) -> None:
        """Look at the registry until `close`."""
        while not self._stop.is_set():
            self.step()
            self._stop.wait(self.context.config.serve.poll_s)

    def close(self) -> None:
        """End `run` soon."""
        self._stop.set()

    def step(self) -> None:
        """Look once, and swap where another version is named and fit; never raises."""
        self.leaving = [one for one in self.leaving if one.users]
        try:
            named = named_in_use(self.context)
        except Exception as error:  # noqa: BLE001 - a database that is locked or away is looked at again
            self._keep("registry_unreachable", error)
            return
        if self.current is not None and named == self.current.named:
            self.refused.clear()
        elif not self._refused_lately(named):
            self._try(named)

    def _refused_lately(self, named: InUse) -> bool:
        return named in self.refused and time.monotonic() - self.refused[named][1] < AGAIN_S

    def _try(self, named: InUse) -> None:
        began = time.monotonic()
        self.tell("version_loading", version=str(named))
        try:
            fresh = opened(self.context, named)
        except Exception as error:  # noqa: BLE001 - whatever is wrong with it, the old one stays
            self.refused[named] = (str(error) or type(error).__name__, time.monotonic())
            self._keep("version_refused", error, version=str(named))
            return
        before, self.current = self.current, fresh
        self.swaps += 1
        if before is not None:
            self.leaving.append(before)
        self.refused.clear()
        took = round(time.monotonic() - began, 3)
        self.tell("version_served", version=str(named), before=str(before.named) if before else None, seconds=took)

    def _keep(self, event: str, error: Exception, **more: object) -> None:
        stays = str(self.current.named) if self.current else None
        self.why = f"{event.replace('_', ' ')}: {error}" if stays is None else self.why
        foreseen = isinstance(error, NightSchoolError)
        self.tell(event, stays=stays, error=f"{type(error).__name__}: {error}", foreseen=foreseen, **more)


def opened(context: Context, named: InUse) -> Version:
    """The version, verified, in memory and probed. Raises IntegrityError for one that does not answer as examined."""
    arm, served = open_in_use(context, named)
    version = Version(context, named, arm, f"{served.digest}:{served.policy_digest}" if served else "")
    if served is not None:
        assert arm.model is not None
        if context.config.model.backend == "in_process":
            version.loaded()
        _probed(context, version, served)
    return version


def _probed(context: Context, version: Version, served: Registered) -> None:
    check = ask_again(context, served, version.model)
    if check.ok or _approved(context, served):
        return
    raise IntegrityError(
        f"Version {served.version} fails its probe: {check.observed}, wanted {check.wanted}; see "
        "`nightschool history --ledger`, and `nightschool rollback` or approve it."
    )


def _approved(context: Context, served: Registered) -> bool:
    """Whether a person let this version in, as it is now."""
    try:
        return evidence_of(served, context.registry.ledger).approval is not None
    except LookupError:
        return False
