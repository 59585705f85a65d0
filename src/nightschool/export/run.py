"""Carries an order out: the form's files, a record and a card, in a folder that is whole or not there."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from nightschool.export.card import RECORD, readme, record
from nightschool.export.forms import Form
from nightschool.export.gguf_form import export_gguf
from nightschool.export.merged_form import export_merged
from nightschool.export.order import CONTROL, Order
from nightschool.export.peft_form import export_peft
from nightschool.export.place import new_folder
from nightschool.export.storing import Loss
from nightschool.files import write_json

_FORMS = {Form.PEFT: export_peft, Form.MERGED: export_merged, Form.GGUF: export_gguf}


@dataclass(frozen=True, slots=True)
class Made:
    """A finished export."""

    folder: Path
    loss: Loss | None
    """What storing lost of the update; None where nothing is merged."""


def export(order: Order, folder: Path) -> Made:
    """Export into a folder that is not there yet.

    Raises UsageError if it is, or if the base is not of a kind that the form can hold; IntegrityError if what was
    copied is not what was registered. Nothing stays behind then.
    """
    with new_folder(folder) as aside:
        loss = _FORMS[order.form](order, aside)
        write_json(aside / RECORD, record(order, loss, aside))
        (aside / "README.md").write_text(readme(order, loss, aside), encoding="utf-8")
    return Made(folder, loss)


def name_of(order: Order) -> str:
    """A folder's name that tells what it holds."""
    stored = () if order.form is Form.PEFT else (order.stored,)
    control = (CONTROL,) if order.control else ()
    return "-".join((order.name, order.version.version, order.form, *stored, *control))
