"""The deterministic projection in other people's tools, beside the engine."""
