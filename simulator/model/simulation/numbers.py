"""Random numbers that are looked up, not drawn one after another (docs/model.md, section 7).

The key of a number is what it is used for: seed, purpose, then unit, month or case, and draw. The number
depends on nothing else, so two scenarios with the same seed have the same luck. Each level of the key is
mixed in with the function of SplitMix64 (Steele, Lea, Flood, 2014): numbers at consecutive places form one
SplitMix64 sequence.
"""

from collections.abc import Iterable
from hashlib import blake2b

import numpy as np
from numpy.typing import NDArray

from simulator.model.arrays import Floats

Keys = NDArray[np.uint64]  # places of numbers

_GOLDEN = np.uint64(0x9E3779B97F4A7C15)
_FIRST, _SECOND = np.uint64(0xBF58476D1CE4E5B9), np.uint64(0x94D049BB133111EB)
_ONE_TO_TWO = np.uint64(0x3FF0000000000000)  # the bits of a float from 1 to 2, with fraction 0


def purpose(seed: int, name: str) -> Keys:
    """The key under which all numbers of one purpose lie; [1]."""
    return _of_texts([f"{seed} {name}"])


def units(codes: tuple[str, ...]) -> Keys:
    """A number for each unit that depends on its code alone, to look up `within` a purpose; [units]."""
    return _of_texts(codes)


def counted(first: int, end: int) -> Keys:
    """The whole numbers from `first` up to but not including `end`, for example of draws; [numbers]."""
    return np.arange(first, end, dtype=np.uint64)


def within(keys: Keys, places: Keys) -> Keys:
    """The keys of `places` within `keys`; any shapes that broadcast together."""
    mixed: Keys = keys + (places + np.uint64(1)) * _GOLDEN
    shifted = mixed >> np.uint64(30)
    mixed ^= shifted
    mixed *= _FIRST
    np.right_shift(mixed, np.uint64(27), out=shifted)
    mixed ^= shifted
    mixed *= _SECOND
    np.right_shift(mixed, np.uint64(31), out=shifted)
    mixed ^= shifted
    return mixed


def uniforms(keys: Keys) -> Floats:
    """The uniform number at each place, strictly between 0 and 1: odd multiples of 2^-53."""
    bits = keys >> np.uint64(12)
    bits |= _ONE_TO_TWO
    numbers = bits.view(np.float64)
    numbers -= 1 - 2.0**-53
    return numbers


def _of_texts(texts: Iterable[str]) -> Keys:
    digests = b"".join(blake2b(text.encode(), digest_size=8).digest() for text in texts)
    return np.frombuffer(digests, dtype="<u8").astype(np.uint64)
