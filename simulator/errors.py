"""Errors that a user can cause: problems with a place, the value found and what is allowed."""

from dataclasses import dataclass
from typing import Any


@dataclass(init=False)
class Problem:
    """One thing wrong with a user's input.

    `code` names a sentence in `words/errors.py`, which is put together where it is shown, in the reader's
    language. `where` is a path in a file, a cell or a file name, `found` the value there; `values` fill the
    remaining gaps of the sentence.
    """

    code: str
    where: str
    found: Any
    values: dict[str, Any]

    def __init__(self, code: str, where: str, found: Any = None, /, **values: Any):
        self.code, self.where, self.found, self.values = code, where, found, values

    def on_screen(self) -> "Problem":
        """The same problem without the name of a command-line option, which a screen does not have."""
        return Problem(self.code, "", self.found, **self.values) if self.where.startswith("--") else self


class UserError(Exception):
    """Input that cannot be used; carries all problems at once, so that nothing is half-loaded."""

    def __init__(self, *problems: Problem):
        if not problems:
            raise ValueError("a UserError needs at least one problem")
        self.problems = problems
        super().__init__("; ".join(f"{p.where}: {p.code} ({p.found!r})" for p in self.problems))
