"""Promoting, going back and watching: a change of the champion, then one measurement of what is served.

Covered: a champion that does not answer as it did at its examination is withdrawn, unless a person approved it; a
champion that was set in MLflow itself, or whose check was killed, is measured by the next `watch-registry`. Not
covered: a version that a person goes back to is verified and not measured: its predecessor is known to be worse.
"""

from __future__ import annotations

from dataclasses import asdict

from nightschool.decisions import Check
from nightschool.errors import ConflictError, IntegrityError
from nightschool.phases.context import Context
from nightschool.phases.probe import ask_again
from nightschool.tracking import (
    CHAMPION,
    FOUND,
    PROMOTED,
    WITHDRAWN,
    Change,
    Entry,
    Registered,
    admit,
    change_champion,
    evidence_of,
    last_change,
    named,
)


def promote_version(context: Context, change: Change) -> Entry:
    """Make the change and measure the new champion. Raises as `change_champion`, and if it is withdrawn."""
    if change.to is not None:
        context.registry.require(change.to)
    assert context.judge  # what the check needs is opened before anything changes
    entry = change_champion(context.registry, change, context.base.digest)
    settle(context, entry)
    return entry


def watch(context: Context) -> Registered | None:
    """Check whoever is champion now and return it; see `admit` and `settle` for what is raised.

    Raises RegistryError as well for a champion whose files are whole but go with the next `mlflow gc`.
    """
    if context.registry.alias(CHAMPION) is None and last_change(context.registry) is None:
        return None  # nobody has ever been champion; there is no need of a base model yet
    champion = admit(context.registry, context.base.digest)
    if champion is not None:
        context.registry.kept(champion.version)
    entry = last_change(context.registry)
    if champion is not None and entry is not None and entry.data.get("how") in (PROMOTED, FOUND):
        settle(context, entry)
    return champion


def settle(context: Context, entry: Entry) -> None:
    """Measure the champion that a ledger entry made, once, and withdraw it if it is not what was examined."""
    ledger = context.registry.ledger
    if any(e.event == "postcheck" and e.key == entry.digest for e in ledger.entries()):
        return
    served = context.registry.verified(entry.data["to"], context.base.digest)
    check = ask_again(context, served)
    approved = evidence_of(served, ledger).approval is not None
    outcome = "kept" if check.ok or approved else WITHDRAWN
    print(f"{check}; {outcome}{' by approval' if approved and not check.ok else ''}", flush=True)
    if outcome == WITHDRAWN:
        _withdraw(context, entry, check)
    ledger.append("postcheck", entry.digest, {"version": served.version, "outcome": outcome, "checks": [asdict(check)]})
    if outcome == WITHDRAWN:
        now = named(context.registry.alias(CHAMPION))
        raise IntegrityError(
            f"Version {served.version} is not what was examined: {check.observed}, wanted {check.wanted}. "
            f"Champion is {now} again; see `nightschool history --ledger`."
        )


def _withdraw(context: Context, entry: Entry, check: Check) -> None:
    """Back to the champion before, or to none if that one is not sound either. Left alone if somebody was faster."""
    version, why = entry.data["to"], f"version {entry.data['to']}: {check.observed}"
    for to in dict.fromkeys((entry.data["from"], None)):
        try:
            change_champion(context.registry, Change(to, version, "postcheck", why, WITHDRAWN), context.base.digest)
            return
        except ConflictError:
            return
        except (IntegrityError, LookupError) as error:
            why = f"{why}; version {to}: {error}"
