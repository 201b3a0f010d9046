"""The command line: run, check, seek and intake over the same core as the app (model contract, section 8)."""

import argparse
import csv
import io
import json
import os
import sys
import tempfile
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from simulator.errors import Problem, UserError
from simulator.files.baseline_files import BASELINES, baseline_names, read_baseline, read_baseline_named, read_programme
from simulator.files.scenario_store import load_file
from simulator.files.spreadsheet import MAX_FILE_BYTES, read_tables
from simulator.files.strict_json import read_bytes
from simulator.model.baseline import Baseline
from simulator.model.metrics import COLUMNS, METRICS
from simulator.model.months import month_name
from simulator.model.projection import Projection, project
from simulator.model.scenario import SEGMENTS
from simulator.planning.effects import settings_without_effect
from simulator.planning.goal_seek import seek
from simulator.report import intake
from simulator.report.actuals_intake import confirm_actuals, propose_actuals
from simulator.report.new_facts import Origin
from simulator.report.wording import LANGUAGES, text
from simulator.report.wording.effects import effect_text
from simulator.report.wording.errors import problem_text
from simulator.report.wording.goal_seek import answer_text
from simulator.report.wording.intake import note_text
from simulator.report.wording.numbers import month_long, people


_ENDINGS = (".csv", ".units.csv")


class _Parser(argparse.ArgumentParser):
    def error(self, message: str):
        raise UserError([Problem("usage", "simulator", message)])


def main(arguments: list[str] | None = None) -> int:
    """Runs one command; returns 0, or 2 after one line on standard error for every problem."""
    for stream in (sys.stdout, sys.stderr):  # a Windows console may not know every letter
        stream.reconfigure(errors="backslashreplace")
    arguments = sys.argv[1:] if arguments is None else arguments
    lang = "en" if "--lang=en" in arguments or ("--lang", "en") in zip(arguments, arguments[1:]) else "id"
    try:
        options = _parser().parse_args(arguments)
        return {"run": _run, "check": _check, "seek": _seek, "intake": _intake}[options.command](options)
    except UserError as error:
        _tell(error.problems, lang)
        return 2


def _parser() -> _Parser:
    parser = _Parser(prog="python -m simulator", description="Planning simulator for ASN Peduli Pekerja Rentan.")
    commands = parser.add_subparsers(dest="command", required=True)
    run = commands.add_parser("run", help="project scenarios month by month, as CSV")
    check = commands.add_parser("check", help="read scenarios and tell every problem")
    goal = commands.add_parser("seek", help="which value of a setting brings a result to a wanted value")
    for command, count in ((run, "+"), (check, "+"), (goal, None)):
        command.add_argument("scenario", nargs=count, type=Path, metavar="SCENARIO.json")
        command.add_argument("--baseline", metavar="NAME_OR_FOLDER", help="instead of the one the scenario names")
        command.add_argument("--lang", choices=LANGUAGES, default="id", help="language of messages")
    run.add_argument("--out", type=Path, metavar="DIR")
    run.add_argument("--units", action="store_true", help="also write one row a unit and month")
    goal.add_argument("--metric", required=True, metavar="M", help=", ".join(METRICS))
    goal.add_argument("--month", required=True, metavar="YYYY-MM")
    goal.add_argument("--value", required=True, type=float, metavar="X")
    goal.add_argument("--lever", required=True, metavar="PATH", help="such as participation.opd.target_share")
    _add_intake(commands.add_parser("intake", help="make a new baseline of a regency's own unit list"))
    return parser


def _add_intake(intake: argparse.ArgumentParser) -> None:
    intake.add_argument("list", type=Path, metavar="FILE", help="XLSX or CSV")
    intake.add_argument("--name", required=True, help="of the new baseline, such as kendal-2026-11; with --actuals of the one they belong to")
    intake.add_argument("--month", metavar="YYYY-MM", help="the figures' month, unless the list has a column for it")
    upon = intake.add_mutually_exclusive_group()
    upon.add_argument("--baseline", metavar="NAME", help="to build upon, instead of Kendal's newest")
    upon.add_argument("--region", metavar="NAME", help="of a regency that has no baseline yet")
    intake.add_argument("--complete", action="store_true", help="the list names every unit there is")
    for segment in SEGMENTS:
        intake.add_argument(f"--total-{segment}", type=int, metavar="N", help=f"enrolled of all units of the segment {segment} in the month")
    intake.add_argument("--deaths", type=int, metavar="N", help="all deaths paid under JKM up to the month")
    intake.add_argument("--actuals", action="store_true", help="the file holds monthly actuals of the regency that the data NAME are of")
    intake.add_argument("--sheet", metavar="NAME", help="where several hold a list")
    intake.add_argument("--by", default="", metavar="WHO", help="who takes the list in")
    intake.add_argument("--lang", choices=LANGUAGES, default="id", help="language of messages")


def _tell(problems: tuple[Problem, ...] | list[Problem], lang: str, file: Path | None = None) -> None:
    for problem in problems:
        inside = replace(problem, where="") if file and problem.where in (file.name, str(file)) else problem
        line = problem_text(inside, lang)
        print(f"{file}: {line}" if file else line, file=sys.stderr)


def _loaded(options: argparse.Namespace) -> list[tuple[Path, Projection]]:
    """Every scenario projected; tells all problems of all files before it gives up."""
    programme = read_programme()
    given = _baseline(options.baseline) if options.baseline else None
    projections, broken = [], False
    for path in options.scenario if isinstance(options.scenario, list) else [options.scenario]:
        try:
            scenario = load_file(path, given)
            baseline = given or read_baseline_named(scenario.baseline)
            projections.append((path, project(scenario, baseline, programme)))
        except UserError as error:
            _tell(error.problems, options.lang, path)
            broken = True
    if broken:
        raise SystemExit(2)
    return projections


def _baseline(name: str) -> Baseline:
    if name in baseline_names():
        return read_baseline(BASELINES / name)
    if Path(name).is_dir():
        return read_baseline(Path(name).resolve())
    raise UserError([Problem("unknown_baseline", "--baseline", name, {"allowed": ", ".join(baseline_names())})])


def _check(options: argparse.Namespace) -> int:
    programme = read_programme()
    for path, projection in _loaded(options):
        for effect in settings_without_effect(projection, programme):
            print(f"{path}: {effect.path}: {effect_text(effect, options.lang)}", file=sys.stderr)
        print(f"{path}: ok")
    return 0


def _run(options: argparse.Namespace) -> int:
    written = [f"{path.stem}{ending}".casefold() for path in options.scenario for ending in _ENDINGS[: 1 + options.units]]
    twice = next((name for name in written if written.count(name) > 1), None)
    if twice:
        raise UserError([Problem("same_stem", "run", twice)])
    if options.out is None and (options.units or len(options.scenario) > 1):
        raise UserError([Problem("needs_out", "run")])
    files = {}
    for path, projection in _loaded(options):
        for ending, rows in zip(_ENDINGS[: 1 + options.units], (_total_rows, _unit_rows)):
            files[f"{path.stem}{ending}"] = _csv(rows(projection))
    if options.out is None:
        sys.stdout.write(files.popitem()[1])
    else:
        _write_all(options.out, files)
    return 0


def _actuals(options: argparse.Namespace) -> int:
    """Records monthly actuals; --name is the data set whose regency and units they are of."""
    path, lang = options.list, options.lang
    foreign = [f"--{name.replace('_', '-')}" for name in ("baseline", "region", "complete", "deaths", *(f"total_{s}" for s in SEGMENTS))
               if getattr(options, name) not in (None, False)]
    if foreign:
        raise UserError([Problem("not_for_actuals", "", ", ".join(foreign))])
    tables = read_tables(read_bytes(path, MAX_FILE_BYTES), path.name)
    proposal = propose_actuals(tables, options.name, Origin(path.name, options.by, datetime.now()), lang, options.month, options.sheet)
    confirm_actuals(proposal)
    for note in proposal.notes:
        print(note_text(note, lang), file=sys.stderr)
    months = sorted({record.month for record in proposal.records})
    print(text("actuals.taken", lang, rows=len(proposal.records), region=proposal.baseline.facts.region, corrections=len(proposal.corrections()),
               months=", ".join(month_long(month, lang) for month in months)))
    return 0


def _intake(options: argparse.Namespace) -> int:
    if options.actuals:
        return _actuals(options)
    path, lang = options.list, options.lang
    upon = None if options.region else options.baseline or intake.latest_upon()
    totals = {segment: total for segment in SEGMENTS if (total := getattr(options, f"total_{segment}")) is not None}
    request = intake.Request(options.name, upon, options.month, options.region or "", options.complete, totals, options.deaths, options.sheet)
    proposal = intake.propose(read_tables(read_bytes(path, MAX_FILE_BYTES), path.name), request, Origin(path.name, options.by, datetime.now()), lang)
    baseline = intake.confirm(proposal)
    for note in proposal.notes:
        print(note_text(note, lang), file=sys.stderr)
    before, after = proposal.totals()
    print(text("intake.taken", lang, name=baseline.name, units=after["units"], asn=people(after["asn"], lang), enrolled=people(after["enrolled"], lang),
               before=people(before["enrolled"], lang), month=month_long(baseline.month, lang)))
    return 0


def _seek(options: argparse.Namespace) -> int:
    (_, projection), = _loaded(options)
    answer = seek(projection.scenario, projection.baseline, read_programme(), options.metric, options.month, options.value, options.lever)
    print(json.dumps({"lever": answer.lever, "value": answer.value, "reached": answer.reached, "feasible": answer.feasible,
                      "reason": answer_text(answer, options.lang)}, ensure_ascii=False, indent=2, allow_nan=False))
    return 0


def _total_rows(p: Projection) -> list[list]:
    series = [METRICS[name].series(p).tolist() for name in COLUMNS]
    return [["month", *COLUMNS]] + [[month_name(month), *values] for month, *values in zip(p.months.tolist(), *series)]


def _unit_rows(p: Projection) -> list[list]:
    share = p.unit_share
    by_month = [a.T.tolist() for a in (p.seats.asn, p.seats.seats, p.enrolment.enrolled, share * p.contributions_idr, share * p.payouts_idr)]
    rows = [["month", "unit", "asn", "seats", "enrolled", "contributions_idr", "payouts_idr"]]
    for month, *of_units in zip(p.months.tolist(), *by_month):
        rows += [[month_name(month), *values] for values in zip(p.baseline.codes, *of_units)]
    return rows


def _csv(rows: list[list]) -> str:
    out = io.StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue()


def _write_all(folder: Path, files: dict[str, str]) -> None:
    """No file is ever half-written: all are written beside their places first, then put there."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        with tempfile.TemporaryDirectory(dir=folder, prefix=".run-") as temporary:
            for name, content in files.items():
                Path(temporary, name).write_text(content, encoding="utf-8", newline="")
            for name in files:
                os.replace(Path(temporary, name), folder / name)
    except OSError as error:
        raise UserError([Problem("cannot_write", str(folder), error.strerror or type(error).__name__)]) from error


if __name__ == "__main__":
    sys.exit(main())
