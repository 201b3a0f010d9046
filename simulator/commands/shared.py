"""Functions shared by the commands: reading scenarios, printing problems, writing files."""

import argparse
import errno
import json
import os
import sys
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from simulator.errors import Problem, UserError
from simulator.model.baseline import Baseline
from simulator.model.projection import project
from simulator.model.scenario import SETTINGS, Scenario
from simulator.planning.other_data import on_other_data
from simulator.report.context import Context
from simulator.store.baseline_files import (
    baseline_names,
    read_baseline,
    read_baseline_named,
    read_programme,
)
from simulator.store.places import writing
from simulator.store.scenario_store import load_file
from simulator.store.sources_file import read_sources
from simulator.words import LANGUAGES, Lang
from simulator.words.errors import problem_text
from simulator.words.intake import note_text


def add_scenarios(command: argparse.ArgumentParser, count: str | int | None) -> None:
    """Add the arguments of every command that reads scenarios; `count` is argparse's nargs."""
    command.add_argument("scenario", nargs=count, type=Path, metavar="SCENARIO.json")
    command.add_argument(
        "--baseline",
        metavar="NAME_OR_FOLDER",
        help="the baseline to use, instead of the one the scenario names",
    )
    add_lang(command)


def add_lang(command: argparse.ArgumentParser) -> None:
    """Add the option for the language of a command's messages."""
    command.add_argument("--lang", choices=LANGUAGES, default="id", help="language of messages")


def print_problems(problems: Iterable[Problem], lang: str, file: Path | None = None) -> None:
    """Print a line on standard error for each problem."""
    for problem in problems:
        of_file = file is not None and problem.where in ("", file.name, str(file))
        where = str(file) if of_file else problem.where
        line = problem_text(Problem(problem.code, where, problem.found, **problem.values), lang)
        print(f"{file}: {line}" if file and not of_file else line, file=sys.stderr)


def print_notes(notes: Iterable[Problem], lang: Lang) -> None:
    """Print a line on standard error for each note."""
    for note in notes:
        print(note_text(note, lang), file=sys.stderr)


def given_twice(paths: Sequence[Path]) -> Path | None:
    """The first path that refers to the same file as an earlier one; None if all files differ."""
    places = [path.resolve() for path in paths]
    return next((path for i, path in enumerate(paths) if places[i] in places[:i]), None)


def out_of_bounds(option: str, path: str, value: float) -> list[Problem]:
    """The problem with the value of an option for the setting at `path`, if it is out of bounds; or none."""
    low, high = map(int, SETTINGS[path].bounds)
    return [] if low <= value <= high else [Problem("out_of_bounds", option, value, low=low, high=high)]


def loaded(options: argparse.Namespace) -> list[Context]:
    """Project all scenarios, in the order of the files; prints all problems of all files before it exits."""
    programme, sources = read_programme(), read_sources()
    given = _baseline(options.baseline) if options.baseline else None
    contexts, broken = [], False
    for path in options.scenario if isinstance(options.scenario, list) else [options.scenario]:
        try:
            scenario = load_file(path, given)
            baseline = given or read_baseline_named(scenario.baseline)
            scenario = _on_given(scenario, baseline, path, options.lang)
            projection = project(scenario, baseline, programme)
            contexts.append(Context(projection, programme, sources, baseline.month))
        except UserError as error:
            print_problems(error.problems, options.lang, path)
            broken = True
    if broken:
        raise SystemExit(2)
    return contexts


def _on_given(scenario: Scenario, baseline: Baseline, path: Path, lang: Lang) -> Scenario:
    """The scenario for use with a baseline that may not be the one it was made for.

    On data of another regency, a note is printed and the description, which is about the scenario's own
    regency, is left out. Raises UserError if an override would apply to another office than the one it was
    made for.
    """
    if scenario.baseline == baseline.name or scenario.baseline not in baseline_names():
        return scenario
    made_for = read_baseline_named(scenario.baseline)
    moved, lost = on_other_data(scenario, made_for, baseline)
    problems = [_of_another(o.unit, made_for, baseline) for o in lost if o.unit in made_for.index]
    if problems:
        raise UserError(*problems)
    if moved.description != scenario.description:
        left_out = Problem("description_left_out", str(path), region=made_for.facts.region)
        print_notes([left_out], lang)
    return scenario.model_copy(update={"description": moved.description})


def _of_another(code: str, made_for: Baseline, baseline: Baseline) -> Problem:
    """The problem of an override that would apply to another office in `baseline`."""
    name, other = (of.unit_names[of.index[code]] for of in (made_for, baseline))
    values = {"region": made_for.facts.region, "baseline": baseline.facts.region}
    return Problem("override_of_another", f"overrides.{code}", code, name=name, other=other, **values)


def print_json(answer: dict[str, Any]) -> None:
    """Print an answer for another program to read."""
    print(json.dumps(answer, ensure_ascii=False, indent=2, allow_nan=False))


def _baseline(name: str) -> Baseline:
    names = baseline_names()
    if name not in names and Path(name).is_dir():
        return read_baseline(Path(name).resolve())
    if name not in names:
        raise UserError(Problem("unknown_baseline", "--baseline", name, allowed=", ".join(names)))
    return read_baseline_named(name)


def write_all(folder: Path, files: dict[str, bytes]) -> None:
    """Write all files or none; raises UserError "cannot_write" after restoring what was there before."""
    with writing(str(folder)):
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder, prefix=".writing-") as temporary:
            for name, content in files.items():
                Path(temporary, name).write_bytes(content)
            _exchange(folder, Path(temporary), list(files))


def _exchange(folder: Path, beside: Path, names: list[str]) -> None:
    """Move the files from the folder `beside` to their final places.

    Raises OSError after restoring everything, for example if another program has one of them open.
    """
    taken = next((name for name in names if (folder / name).is_dir()), None)
    if taken:
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), taken)
    before = beside / "before"
    before.mkdir()
    done = []
    try:
        for name in names:
            if (folder / name).exists():
                os.replace(folder / name, before / name)
            done.append(name)
            os.replace(beside / name, folder / name)
    except OSError:
        for name in done:
            if (before / name).exists():
                os.replace(before / name, folder / name)
            else:
                (folder / name).unlink(missing_ok=True)
        raise
