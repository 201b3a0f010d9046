"""Names given by users: one line with at least one visible character."""

import unicodedata
from typing import Annotated

from pydantic import AfterValidator, StringConstraints
from pydantic_core import PydanticCustomError

MAX_NAME = 120  # characters


def is_name(words: str) -> bool:
    """Whether `words` is one line with at least one visible character and without control characters."""
    kinds = {unicodedata.category(c) for c in words}
    return any(kind[0] not in "CZ" for kind in kinds) and kinds.isdisjoint(("Cc", "Cs", "Zl", "Zp"))


def named_after(name: str, words: str) -> str:
    """A name followed by words; the name is cut if both together are too long."""
    return f"{name[: MAX_NAME - len(words) - 2]}: {words}"


def _name(words: str) -> str:
    if not is_name(words):
        raise PydanticCustomError("not_one_name", "not a name")
    return words


Name = Annotated[str, StringConstraints(min_length=1, max_length=MAX_NAME), AfterValidator(_name)]
