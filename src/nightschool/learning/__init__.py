"""Learning phases. torch, transformers, peft and trl are imported when training starts."""

from nightschool.learning.align import train
from nightschool.learning.controls import shuffled, zero_delta
from nightschool.learning.open_rows import read_open
from nightschool.learning.result import TrainResult
from nightschool.learning.targets import prefer_suggestions

__all__ = ["TrainResult", "prefer_suggestions", "read_open", "shuffled", "train", "zero_delta"]
