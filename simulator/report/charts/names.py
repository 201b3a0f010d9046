"""Names beside the things they name: their position and their length."""

from collections.abc import Sequence
from itertools import accumulate

APART = 3.0  # points or pixels between two names


def spread(
    middles: Sequence[float], heights: Sequence[float], top: float, bottom: float, apart: float = APART
) -> list[float]:
    """Middles of names, downwards in the same order, moved as little as keeps them apart and inside.

    The sum of the squared moves is least: names that would overlap are placed around the mean of their lines.
    If they do not all fit, the last ones run over the bottom.
    """
    above = [0.0, *accumulate(height + apart for height in heights)]  # the space that earlier names take
    blocks: list[tuple[float, int]] = []  # sum and number of the starts that share one place
    for middle, height, taken in zip(middles, heights, above):
        block = (middle - height / 2 - taken, 1)
        while blocks and blocks[-1][0] / blocks[-1][1] > block[0] / block[1]:
            total, number = blocks.pop()
            block = (block[0] + total, block[1] + number)
        blocks.append(block)
    starts = [total / number for total, number in blocks for _ in range(number)]
    lowest = max(top, bottom - sum(heights) - apart * (len(heights) - 1))
    return [
        min(max(start, top), lowest) + taken + height / 2
        for start, taken, height in zip(starts, above, heights)
    ]


def shortened(name: str, letters: int) -> str:
    """A name cut to a number of letters; an ellipsis marks a cut."""
    return name if len(name) <= letters else f"{name[: letters - 1].rstrip()}…"
