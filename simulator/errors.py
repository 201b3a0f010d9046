"""What a user can cause: problems with a place, what was found and what is allowed."""

from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Problem:
    """One thing wrong with a user's input.

    `code` names a sentence in `simulator/words/errors.py`, `where` is a path in a file, a cell or a file name, `found` is
    what stood there and `values` fills the rest of the sentence. The sentence is made where it is shown, in the reader's language.
    """

    code: str
    where: str
    found: Any = None
    values: dict[str, Any] = field(default_factory=dict)


class UserError(Exception):
    """Input that cannot be used; carries every problem at once, so that nothing is half-loaded."""

    def __init__(self, problems: list[Problem] | tuple[Problem, ...]):
        if not problems:
            raise ValueError("a UserError needs at least one problem")
        self.problems = tuple(problems)
        super().__init__("; ".join(f"{p.where}: {p.code} ({p.found!r})" for p in self.problems))
