"""Learning phases. torch, transformers, peft and trl are imported when training starts."""

from nightschool.learning.align import train
from nightschool.learning.result import TrainResult

__all__ = ["TrainResult", "train"]
