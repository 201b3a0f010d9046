"""Reads JSON strictly: whole or not at all, with every problem at once, each with its path."""

import json
from pathlib import Path
from stat import S_ISREG
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

from simulator.errors import Problem, UserError

MAX_BYTES = 1_000_000
MAX_DEPTH = 20
MAX_ENTRIES = 2_000  # of a list: each wrong entry has at least one problem of its own
MAX_PROBLEMS = 1_000  # of one file, before its content is parsed
Model = TypeVar("Model", bound=BaseModel)


def read_bytes(path: Path, allowed: int = MAX_BYTES) -> bytes:
    """The content of a file of at most `allowed` bytes.

    Raises UserError if it is missing, unreadable, not a file or larger.
    """
    try:
        found = path.stat()
        if not S_ISREG(found.st_mode):  # reading a pipe might never end
            raise UserError(Problem("not_a_file", path.name))
        if found.st_size > allowed:
            raise UserError(_too_large(path.name, found.st_size, allowed))
        return path.read_bytes()
    except FileNotFoundError as error:
        raise UserError(Problem("no_such_file", str(path))) from error
    except OSError as error:
        reason = error.strerror or type(error).__name__
        raise UserError(Problem("unreadable_file", str(path), reason)) from error


def parse(data: bytes, name: str, allowed: int = MAX_BYTES) -> Any:
    """The JSON value in `data`.

    Raises UserError for anything but strict JSON in UTF-8 of at most `allowed` bytes and MAX_DEPTH levels.
    """
    if len(data) > allowed:
        raise UserError(_too_large(name, len(data), allowed))
    try:
        text = data.decode("utf-8-sig")  # Windows editors write a byte order mark first
    except UnicodeDecodeError as error:
        found, position = f"0x{data[error.start]:02x}", error.start + 1
        raise UserError(Problem("not_utf8", name, found, position=position)) from error
    if _depth(text) > MAX_DEPTH:
        raise UserError(Problem("too_deep", name, allowed=MAX_DEPTH))
    try:
        value = json.loads(text, object_pairs_hook=_Pairs, parse_constant=_Constant, parse_int=_whole)
    except json.JSONDecodeError as error:
        place = {"line": error.lineno, "column": error.colno}
        raise UserError(Problem("not_json", name, error.msg, **place)) from error
    problems: list[Problem] = []
    plain = _plain(value, "", problems)
    if problems:
        raise UserError(*problems)
    return plain


def validate(model: type[Model], content: Any, name: str) -> tuple[Model | None, list[Problem]]:
    """The content as `model`, or None and every problem pydantic found, by path."""
    if not isinstance(content, dict):
        return None, [Problem("wrong_type", name, content, kind="object")]
    if crowded := _crowded(content, ""):
        return None, crowded
    try:
        return model.model_validate(content), []
    except ValidationError as error:
        return None, [_problem(details) for details in error.errors()]


def validated(model: type[Model], content: Any, name: str) -> Model:
    """Like `validate`, but raises UserError with the problems."""
    result, problems = validate(model, content, name)
    if result is None:
        raise UserError(*problems)
    return result


class _Pairs(list[tuple[str, Any]]):
    """An object as read, with its keys in order and duplicates kept."""


class _Constant(str):
    """NaN, Infinity or -Infinity, which are not JSON."""


def _whole(digits: str) -> int | float:
    # Python refuses to read thousands of digits.
    return int(digits) if len(digits) < 300 else float(digits)


def _depth(text: str) -> int:
    """The depth of brackets outside strings, counted before a parser has to follow them."""
    depth = deepest = 0
    inside = escaped = False
    for character in text:
        if inside:
            inside = escaped or character != '"'
            escaped = character == "\\" and not escaped
        elif character == '"':
            inside = True
        elif character in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif character in "]}":
            depth -= 1
    return deepest


def _crowded(value: Any, path: str) -> list[Problem]:
    """A problem for each list with more entries than are checked one by one."""
    if isinstance(value, dict):
        return [p for key, inner in value.items() for p in _crowded(inner, f"{path}.{key}" if path else key)]
    if not isinstance(value, list):
        return []
    if len(value) > MAX_ENTRIES:
        return [Problem("too_many", path, len(value), allowed=MAX_ENTRIES)]
    return [p for i, inner in enumerate(value) for p in _crowded(inner, f"{path}[{i}]")]


def _plain(value: Any, path: str, problems: list[Problem]) -> Any:
    if len(problems) >= MAX_PROBLEMS:
        return None
    if isinstance(value, _Pairs):
        result: dict[str, Any] = {}
        for key, inner in value:
            inside = f"{path}.{key}" if path else key
            if key in result and len(problems) < MAX_PROBLEMS:
                problems.append(Problem("duplicate_key", inside, key))
            result[key] = _plain(inner, inside, problems)
        return result
    if isinstance(value, list):
        return [_plain(inner, f"{path}[{i}]", problems) for i, inner in enumerate(value)]
    if isinstance(value, _Constant):
        problems.append(Problem("not_a_number", path, str(value)))
    return value


def _too_large(name: str, size: int, allowed: int) -> Problem:
    return Problem("too_large", name, size, allowed=allowed)


def path_of(location: tuple[int | str, ...]) -> str:
    """A pydantic location as the path a reader of the file would write, such as `overrides[0].unit`."""
    path = ""
    for part in location:
        path += f"[{part}]" if isinstance(part, int) else f".{part}" if path else part
    return path


_KINDS = {
    "int": "whole number",
    "float": "number",
    "string": "text",
    "bool": "true or false",
    "model": "object",
    "tuple": "list",
    "dict": "object",
}
_CODES = {
    "missing": "missing_key",
    "extra_forbidden": "unknown_key",
    "greater_than_equal": "out_of_bounds",
    "less_than_equal": "out_of_bounds",
    "literal_error": "not_one_of",
    "bad_month": "bad_month",
    "bad_day": "bad_day",
    "not_one_name": "not_one_name",
    "finite_number": "not_a_number",
    "out_of_bounds": "out_of_bounds",
    "not_ranged": "not_ranged",
    "range_reversed": "range_reversed",
    "range_reaches_bound": "range_reaches_bound",
    "duplicate_range": "duplicate_range",
    "not_an_address": "not_an_address",
    "not_a_host": "not_a_host",
    "too_long": "too_many",
    "too_short": "too_short",
    "string_too_short": "too_short",
    "string_too_long": "wrong_length",
}
"""The codes of this program for pydantic's error types; every other type counts as a wrong type."""


def _problem(details: ErrorDetails) -> Problem:
    code, found = _CODES.get(details["type"], "wrong_type"), details["input"]
    if code == "missing_key":
        found = None
    elif code in ("too_many", "too_short", "wrong_length"):
        found = len(found)
    elif code == "duplicate_range":
        found = details["ctx"]["setting"]
    allowed = _allowed(code, details)
    if code == "out_of_bounds" and None in allowed.values():  # for a field that has only one bound
        code = "too_low" if allowed["high"] is None else "too_high"
    return Problem(code, path_of(details["loc"]), found, **allowed)


def _allowed(code: str, details: ErrorDetails) -> dict[str, Any]:
    """The details of a problem about the allowed values."""
    bounds = details.get("ctx", {})
    match code:
        case "out_of_bounds":
            return {"low": bounds.get("ge"), "high": bounds.get("le")}
        case "range_reversed" | "range_reaches_bound":
            return {"low": bounds["ge"]}
        case "not_ranged":
            return {"allowed": bounds["allowed"]}
        case "not_one_of":
            return {"allowed": bounds["expected"].replace(" or ", ", ")}
        case "too_many":
            return {"allowed": bounds["max_length"]}
        case "too_short":
            return {"low": bounds["min_length"]}
        case "wrong_length":
            return {"low": 0, "high": bounds["max_length"]}
        case "wrong_type":
            return {"kind": _KINDS.get(details["type"].split("_")[0], "text")}
    return {}
