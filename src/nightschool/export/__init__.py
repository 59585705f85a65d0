"""A registered version outside of Night School: as a PEFT folder, as merged safetensors, as GGUF (docs/export.md).

Importing this is cheap: `order` and `run` hold what opens registry and weights.
"""

from nightschool.export.forms import FORMS, Dtype, Form

__all__ = ["FORMS", "Dtype", "Form"]
