"""Base models, prompts, answer formats and generation. torch and transformers live here and in `learning`."""
