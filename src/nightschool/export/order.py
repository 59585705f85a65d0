"""What is to be exported: which version or its untouched base, in which form, stored how.

Covered: a version by number or alias, verified by the digests it was registered with, its adapter by its seal as well.
Not covered: whether it may be used; that is the ledger's (`nightschool evidence`).
"""

from __future__ import annotations

from dataclasses import dataclass

from nightschool.errors import UnknownVersionError, UsageError
from nightschool.export.forms import FORMS, Dtype, Form
from nightschool.modeling import BaseModelFiles, verify_adapter
from nightschool.tracking import CHALLENGER, CHAMPION, Registered, Registry

CONTROL = "control"
"""What the export of an untouched base is called."""


@dataclass(frozen=True, slots=True)
class Order:
    """A verified version, its base, and the form that is wanted."""

    name: str
    """The registered model's name."""
    version: Registered
    base: BaseModelFiles
    form: Form
    dtype: Dtype | None = None
    control: bool = False
    """The base as it is, without the version's adapter, in the same form."""

    def __post_init__(self) -> None:
        """Refuse a form that is not to be had (UsageError)."""
        kinds = FORMS[self.form]
        if self.control and not kinds:
            raise UsageError("A PEFT folder is an adapter, and a base has none: --control goes with merged and gguf.")
        if self.dtype is not None and self.dtype not in kinds:
            there = f"one of {', '.join(kinds)}" if kinds else "nothing: an adapter is copied as it is"
            raise UsageError(f"--to {self.form} takes as --dtype {there}, not {self.dtype}.")

    @property
    def stored(self) -> Dtype:
        """How the weights are stored."""
        return self.dtype or FORMS[self.form][0]


def number_of(registry: Registry, version: str) -> str:
    """The number of a version given as number, `champion` or `challenger`. Raises UnknownVersionError for none."""
    if version not in (CHAMPION, CHALLENGER):
        registry.require(version)
        return version
    found = registry.alias(version)
    if found is None:
        raise UnknownVersionError(
            f"The registry has no {version} of {registry.name!r}; `nightschool history --ledger` lists versions."
        )
    return found


def ordered(registry: Registry, base: BaseModelFiles, number: str, form: Form) -> Order:
    """An order for a version, its files verified.

    Raises RegistryError or IntegrityError where they are gone, or not those that were registered for this base.
    """
    registered = registry.verified(number, base.digest)
    verify_adapter(registered.adapter, base.digest)
    return Order(registry.name, registered, base, form)
