"""Commands about who is champion: evidence, approve, promote, rollback, watch-registry."""

from __future__ import annotations

import getpass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from nightschool.cli.app import ConfigOption, SetOption, app, console, progress, read_config

if TYPE_CHECKING:
    from nightschool.tracking import Registry

Reason = Annotated[str, typer.Option(help="Why; goes into the ledger.")]
Who = Annotated[str, typer.Option(help="Who decided.", default_factory=getpass.getuser, show_default="your login")]
Result = Annotated[Path | None, typer.Option(help="Write version, digest and policy of the champion here as JSON.")]
Expect = Annotated[
    str | None,
    typer.Option(help="The champion this was decided against, or `none`; the present one by default."),
]


@app.command()
def evidence(
    version: Annotated[str | None, typer.Argument(help="Version; the one a rollback would take by default.")] = None,
    result: Annotated[Path | None, typer.Option(help="Write version, champion and text here as JSON.")] = None,
    config: ConfigOption = None,
    set_: SetOption = None,
) -> None:
    """Show what speaks for a version, and who is champion. Exit 1 if nothing does or its files were changed."""
    from nightschool.files import write_json
    from nightschool.phases import Context
    from nightschool.phases.proposal import shown

    found = shown(Context(read_config(config, set_), "evidence"), version)
    print(found["text"])
    if result:
        write_json(result, found)


@app.command()
def approve(
    version: Annotated[str, typer.Argument(help="Registered version to vouch for.")],
    reason: Reason,
    who: Who,
    config: ConfigOption = None,
    set_: SetOption = None,
) -> None:
    """Vouch for a version that did not come through the gate; holds for the files it has now."""
    from nightschool.tracking import Registry
    from nightschool.tracking import approve as vouch

    entry = vouch(Registry(read_config(config, set_)), version, who, reason)
    console.print(f"Version {version} approved by {entry.data['who']}: {entry.data['why']}", markup=False)


@app.command()
def promote(  # noqa: PLR0913 - its options
    version: Annotated[str, typer.Argument(help="Registered version to make champion.")],
    reason: Reason,
    who: Who,
    expect: Expect = None,
    result: Result = None,
    config: ConfigOption = None,
    set_: SetOption = None,
) -> None:
    """Make a verified version champion, then measure it; exit 1 if it is refused or withdrawn."""
    from nightschool.phases import Context
    from nightschool.phases.promotion import promote_version
    from nightschool.tracking import Change, named

    context = Context(read_config(config, set_), "promote", progress())
    entry = promote_version(context, Change(version, _expected(context.registry, expect), who, reason))
    console.print(f"champion: {named(entry.data['from'])} -> {named(entry.data['to'])}")
    _leave(result, entry.data["to"], entry.data["digest"], entry.data["policy"])


@app.command()
def rollback(  # noqa: PLR0913 - its options
    reason: Reason,
    who: Who,
    version: Annotated[
        str | None, typer.Option(help="Version to go back to, or `none`; the previous champion by default.")
    ] = None,
    expect: Expect = None,
    result: Result = None,
    config: ConfigOption = None,
    set_: SetOption = None,
) -> None:
    """Go back to the previous champion, to a named version, after verifying it, or to no champion."""
    from nightschool.phases import Context
    from nightschool.tracking import ROLLED_BACK, Change, change_champion, named, previous

    context = Context(read_config(config, set_), "rollback")
    before = _expected(context.registry, expect)
    to = None if version == "none" else version or previous(context.registry)
    if to is not None:
        context.registry.require(to)
    change = Change(to, before, who, reason, ROLLED_BACK)
    entry = change_champion(context.registry, change, context.base.digest)
    console.print(f"champion: {named(entry.data['from'])} -> {named(entry.data['to'])}")
    _leave(result, entry.data["to"], entry.data["digest"], entry.data["policy"])


@app.command()
def watch_registry(result: Result = None, config: ConfigOption = None, set_: SetOption = None) -> None:
    """Check whoever is champion now, however it came to be; exit 1 if it is refused or withdrawn."""
    from nightschool.monitoring import tell
    from nightschool.phases import Context
    from nightschool.phases.promotion import watch

    context = Context(read_config(config, set_), "watch", progress())
    try:
        champion = watch(context)
    finally:  # of a champion that was withdrawn above all
        tell(context.config)
    console.print(f"champion: {f'version {champion.version}, verified' if champion else 'none'}")
    named_now = (champion.version, champion.digest, champion.policy_digest) if champion else (None, None, None)
    _leave(result, *named_now)


def _leave(result: Path | None, version: str | None, digest: str | None, policy: str | None) -> None:
    """Write who is champion, adapter and policy by their digests; nothing where no file is asked for."""
    from nightschool.files import write_json

    if result:
        write_json(result, {"version": version, "digest": digest, "policy": policy})


def _expected(registry: Registry, expect: str | None) -> str | None:
    """The champion that a change is decided against, read before anything else is done."""
    from nightschool.tracking import CHAMPION

    if expect is None:
        return registry.alias(CHAMPION)
    return None if expect == "none" else expect
