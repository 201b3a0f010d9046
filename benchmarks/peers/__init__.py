"""The deterministic projection in other tools, compared with the engine."""
