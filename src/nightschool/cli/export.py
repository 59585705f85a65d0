"""The command that brings a registered version out: export."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Annotated

import typer

from nightschool.cli.app import ConfigOption, SetOption, app, console, read_config
from nightschool.export import Dtype, Form

To = Annotated[Form, typer.Option("--to", help="The adapter and policy, the merged model, or llama.cpp's file.")]
Stored = Annotated[
    Dtype | None, typer.Option(help="How weights are stored: f32, f16, bf16; q8_0 in a GGUF. merged: f32, gguf: f16.")
]
Control = Annotated[bool, typer.Option("--control", help="The version's untouched base instead, in the same form.")]
Out = Annotated[Path | None, typer.Option(help="Folder to make; one under var/exports by default.")]


@app.command()
def export(  # noqa: PLR0913 - its options
    version: Annotated[str, typer.Argument(help="Registered version: a number, champion or challenger.")],
    to: To,
    dtype: Stored = None,
    control: Control = False,
    out: Out = None,
    config: ConfigOption = None,
    set_: SetOption = None,
) -> None:
    """Bring a registered version out: for PEFT, for transformers, or for llama.cpp and Ollama (docs/export.md)."""
    from nightschool.export.order import number_of, ordered
    from nightschool.export.run import export as carry_out
    from nightschool.export.run import name_of
    from nightschool.phases import Context

    context = Context(read_config(config, set_), "export")
    number = number_of(context.registry, version)
    order = replace(ordered(context.registry, context.base, number, to), dtype=dtype, control=control)
    made = carry_out(order, out or context.config.var / "exports" / name_of(order))
    if made.loss:
        console.print(f"{order.stored}: {made.loss}", markup=False, soft_wrap=True)
    console.print(f"{made.folder}: {order.form} of version {order.version.version}", markup=False, soft_wrap=True)
