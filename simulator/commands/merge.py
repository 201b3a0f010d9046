"""`merge`: combines the files that offices sent back into one scenario, and reports who proposes what."""

import argparse
from pathlib import Path
from typing import Any

from simulator.commands.shared import (
    add_lang,
    given_twice,
    print_json,
    print_notes,
    print_problems,
    write_all,
)
from simulator.errors import Problem, UserError
from simulator.model.names import MAX_NAME, is_name
from simulator.model.scenario import OVERRIDE_SETTINGS, Scenario
from simulator.planning.merging import Returned, check_same_data, merged, other_settings, proposals
from simulator.store.returned_file import MAX_HTML_BYTES, read_returned
from simulator.store.scenario_file import scenario_bytes
from simulator.store.strict_json import read_bytes
from simulator.words.numbers import printable

LONGEST_PATH = 300


def add(commands: Any) -> None:
    """Declare the command."""
    merge = commands.add_parser("merge", help="combine what offices sent back into one scenario")
    merge.add_argument(
        "returned",
        nargs="+",
        type=Path,
        metavar="RETURNED",
        help="scenario files, HTML files or links in text files",
    )
    merge.add_argument("--out", type=Path, required=True, metavar="MERGED.json")
    merge.add_argument(
        "--sent",
        type=Path,
        metavar="SCENARIO.json",
        help="the scenario as it was sent out; what is unchanged is not a proposal",
    )
    merge.add_argument(
        "--take",
        nargs="+",
        action="extend",
        default=[],
        metavar="UNIT=FILE",
        help="whose proposal is used for a unit if files differ",
    )
    add_lang(merge)


def execute(options: argparse.Namespace) -> None:
    """Run the command; raises UserError."""
    out, name = options.out, options.out.stem
    if out.exists():
        raise UserError(Problem("name_taken", str(out)))
    if not is_name(name) or len(name) > MAX_NAME:
        raise UserError(Problem("not_one_name", "--out", name))
    returned, sent = _read(options)
    check_same_data(returned, sent)
    choices = dict(_choice(text, [one.file for one in returned]) for text in options.take)
    result = merged(returned, name, choices, sent)
    others = other_settings(returned, sent)
    notes = (Problem("merge_other_settings", file, paths=", ".join(paths)) for file, paths in others.items())
    print_notes(notes, options.lang)
    write_all(out.parent, {out.name: scenario_bytes(result)})
    print_json({"units": _units(returned, sent, result), "other_settings": others})


def _read(options: argparse.Namespace) -> tuple[list[Returned], Scenario | None]:
    """Read all returned files and the scenario as sent; prints all problems of all files before it exits."""
    if twice := given_twice(options.returned):
        raise UserError(Problem("same_returned_twice", str(twice)))
    read: dict[Path, Scenario] = {}
    broken = False
    for path in [*options.returned, *([options.sent] if options.sent else [])]:
        try:
            read[path] = read_returned(read_bytes(path, MAX_HTML_BYTES), path.name)
        except UserError as error:
            print_problems(error.problems, options.lang, path)
            broken = True
    if broken:
        raise SystemExit(2)
    returned = [Returned(_called(path), read[path]) for path in options.returned]
    return returned, read[options.sent] if options.sent else None


def _called(path: Path) -> str:
    return printable(str(path), LONGEST_PATH)


def _choice(given: str, files: list[str]) -> tuple[str, str]:
    """Parse the unit and the file of a choice such as OPD-26=office.json; raises UserError."""
    unit, _, file = given.partition("=")
    called = _called(Path(file))
    if not unit or called not in files:
        raise UserError(Problem("merge_bad_choice", "--take", given))
    return unit, called


def _units(returned: list[Returned], sent: Scenario | None, result: Scenario) -> list[dict[str, Any]]:
    """Who proposes what for each unit, and whether it was accepted."""
    holds = {override.unit: override for override in result.overrides}
    return [
        {
            "unit": one.unit,
            "proposals": [
                {
                    "files": list(proposal.files),
                    "taken": proposal.override == holds.get(one.unit),
                    **{key: getattr(proposal.override, key, None) for key in OVERRIDE_SETTINGS},
                }
                for proposal in one.proposals
            ],
        }
        for one in proposals(returned, sent)
    ]
