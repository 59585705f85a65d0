"""The merged model as one GGUF, with what llama.cpp and Ollama need beside it.

Covered: weights merged in float32 and stored as f32, f16, bf16 or q8_0 (what gguf-py can quantise); tokenizer, chat
template and Modelfiles; the control. Not covered: smaller quantisations: `llama-quantize` makes them of the f32 file.
"""

from __future__ import annotations

from pathlib import Path

from nightschool.export.gguf_vocab import add_vocabulary
from nightschool.export.gguf_weights import add_shape, add_weights, check_shape
from nightschool.export.merged_form import whole_model
from nightschool.export.modelfile import write_modelfiles
from nightschool.export.order import Order
from nightschool.export.peft_form import copy_policy
from nightschool.export.storing import Loss
from nightschool.modeling.loading import load_tokenizer

GGUF = "model.gguf"


def export_gguf(order: Order, folder: Path) -> Loss | None:
    """Write GGUF, Modelfiles and policy into the folder; returns what storing lost of the update.

    Raises UsageError for a base that the file cannot hold as it is, ConfigError for a tokenizer without a name there.
    """
    from gguf import GGUFWriter
    from transformers import AutoConfig

    config = AutoConfig.from_pretrained(order.base.folder, local_files_only=True)
    check_shape(config)
    tokenizer = load_tokenizer(order.base)
    writer = GGUFWriter(folder / GGUF, config.model_type)
    writer.add_name(f"{order.name} {order.version.version}{' control' if order.control else ''}")
    add_shape(writer, config, order.stored)
    add_vocabulary(writer, tokenizer, config.vocab_size)
    model, loss = whole_model(order)
    add_weights(writer, model, order.stored)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    write_modelfiles(folder, GGUF, tokenizer, order.version.tags.get("answer_format", "edit"))
    if not order.control:
        copy_policy(order, folder)
    return loss
