"""What a planner decides, held against the same result."""

from simulator.report.context import Context


def show(c: Context, metric: str, month: int) -> None:
    """Draws nothing yet."""


def decisions() -> tuple[tuple[str, float, float], ...]:
    """None yet."""
    return ()
