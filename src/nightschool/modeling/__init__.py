"""Base models, adapters, prompts, answer formats and generation.

torch and transformers live here and in `nightschool.learning`, inside functions: importing this package is cheap.
"""

from nightschool.modeling.adapter import read_seal, seal_adapter, verify_adapter
from nightschool.modeling.answers import AnswerFormat, EditFormat, ProgramFormat, answer_format
from nightschool.modeling.generation import WHOLE, Decoding, Generated, Part, Request, generate
from nightschool.modeling.loading import Loaded, load_model
from nightschool.modeling.prompts import build_prompt, chat_prompt, encode, encode_answer, prompt_digest
from nightschool.modeling.served import Served, ask, open_model, served_name
from nightschool.modeling.store import BaseModelFiles, ensure_model

__all__ = [
    "WHOLE", "AnswerFormat", "BaseModelFiles", "Decoding", "EditFormat", "Generated", "Loaded", "Part",
    "ProgramFormat", "Request", "Served", "answer_format", "ask", "build_prompt", "chat_prompt", "encode",
    "encode_answer", "ensure_model", "generate", "load_model", "open_model", "prompt_digest", "read_seal",
    "seal_adapter", "served_name", "verify_adapter",
]  # fmt: skip
