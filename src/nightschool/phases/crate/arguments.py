"""The user's arguments for cargo: which are taken, and what they choose.

Covered: targets and packages that they choose, arguments that would lead elsewhere. Not covered: whether cargo knows
them; it says so itself.
"""

from __future__ import annotations

from collections.abc import Sequence

from nightschool.errors import UsageError

TARGETS = ("--lib", "--bin", "--bins", "--test", "--tests", "--example", "--examples", "--bench", "--benches")
PACKAGES = ("-p", "--package", "--workspace", "--all", "--exclude")
REFUSED = ("--manifest-path", "--target-dir", "--message-format", "--config", "-C", "--")
"""They would lead cargo to other sources, outputs or words."""


def known(arguments: Sequence[str]) -> tuple[str, ...]:
    """The arguments. Raises UsageError for one that cannot be used here."""
    for one in arguments:
        if _among(one, REFUSED):
            raise UsageError(
                f"`fix` runs cargo itself and cannot take {one!r}: go to the package's folder, or name it, and leave "
                "the argument out. Features, --offline, -p and targets can be given."
            )
    return tuple(arguments)


def check_arguments(arguments: Sequence[str], keep_going: bool = False) -> list[str]:
    """`cargo check` of all targets, or of those that the user chose."""
    chosen = any(_among(one, TARGETS) for one in arguments)
    every = [] if chosen or "--all-targets" in arguments else ["--all-targets"]
    return ["check", "--message-format=json", *every, *(["--keep-going"] if keep_going else []), *arguments]


def whole(arguments: Sequence[str]) -> tuple[str, ...]:
    """The arguments for all packages of the workspace, unless the user chose some."""
    chosen = any(_among(one, PACKAGES) for one in arguments)
    return tuple(arguments) if chosen else ("--workspace", *arguments)


def told(arguments: Sequence[str]) -> str:
    """The command for a person."""
    return " ".join(["cargo", *(one for one in arguments if not one.startswith("--message-format"))])


def _among(word: str, names: Sequence[str]) -> bool:
    name = word.partition("=")[0]
    return name in names or (name.startswith("-p") and not name.startswith("--") and "-p" in names)
