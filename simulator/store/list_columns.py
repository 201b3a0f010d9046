"""The meaning of the columns of a list, as chosen on screen, kept for lists with the same headings."""

import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Annotated, Literal

from pydantic import Field

from simulator.model.settings import StrictModel
from simulator.store.audit import audited
from simulator.store.places import DATA, alone, write_atomically, writing
from simulator.store.strict_json import parse, read_bytes, validated

CHOICES = DATA / "list_columns.json"
MOST_KEPT = 200  # those used longest ago are removed first
ListKind = Literal["units", "actuals"]
_Position = Annotated[int, Field(ge=0, lt=1000)]


class ColumnChoice(StrictModel):
    """Headings of a list, and the position of each of its columns; none for a column it lacks."""

    kind: ListKind
    headings: Annotated[tuple[str, ...], Field(strict=False)]
    columns: dict[str, Annotated[tuple[_Position, ...], Field(strict=False)]]


class Choices(StrictModel):
    """The content of the file, the latest choice last."""

    choices: Annotated[tuple[ColumnChoice, ...], Field(strict=False)] = ()


def find_columns(
    kind: ListKind, headings: Sequence[str], path: Path = CHOICES
) -> Mapping[str, tuple[int, ...]] | None:
    """The choice for lists with these headings, None if there is none; raises UserError."""
    kept = (one.columns for one in _read(path).choices if _is_of(one, kind, headings))
    return next(kept, None)


def keep_columns(
    kind: ListKind,
    headings: Sequence[str],
    columns: Mapping[str, tuple[int, ...]] | None,
    path: Path = CHOICES,
) -> None:
    """Store a choice in place of the earlier one, or remove it.

    Raises UserError and leaves a broken file alone.
    """
    with writing(path.name), alone(path.with_name(f".{path.stem}.lock")):
        others = [one for one in _read(path).choices if not _is_of(one, kind, headings)]
        if columns is not None:
            others.append(ColumnChoice(kind=kind, headings=tuple(headings), columns=dict(columns)))
        content = Choices(choices=tuple(others[-MOST_KEPT:])).model_dump(mode="json")
        with audited("saved", f"data/{path.name}"):
            write_atomically(path, json.dumps(content, ensure_ascii=False, indent=1).encode())


def _is_of(choice: ColumnChoice, kind: ListKind, headings: Sequence[str]) -> bool:
    return choice.kind == kind and choice.headings == tuple(headings)


def _read(path: Path) -> Choices:
    if not path.exists():
        return Choices()
    return validated(Choices, parse(read_bytes(path), path.name), path.name)
