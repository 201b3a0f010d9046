"""Many people at once, each moving a lever of the overview every two seconds, beside one person alone.

    python -m benchmarks.many_people [--people 20] [--moves 40] [--servers 1]

Each person is a websocket that talks like Streamlit's page, without a browser, so that the server has the two
cores almost to itself. A move is timed from when it was due to the last answer of its run, so that the wait
for the move before it counts too. With several servers, people are spread over them in turn. The memory of
the first server is read before, after each fifth of the moves, and once everybody has been gone for longer
than Streamlit keeps a visit (two minutes), which `--no-wait` skips.
Linux only.
"""

import argparse
import json
import random
import shutil
import statistics
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

from tests.browser import ROOT, running_app
from tests.visitor import Visitor

EVERY_S = 2.0
MOVES_ALONE = 40
KEPT_S = 125  # longer than Streamlit keeps a visit after its page was closed
LEVERS = {
    "lever participation.opd.target_share": 40,
    "lever participation.kecamatan.target_share": 40,
    "lever participation.other.target_share": 15,
    "lever participation.opd.ramp_months": 12,
}


def program(folder: Path) -> Path:
    """A copy of the program that records its runs, so that this one gets no drafts."""
    for name in ("simulator", "data", "scenarios"):
        shutil.copytree(ROOT / name, folder / name, ignore=shutil.ignore_patterns(".*", "actuals"))
    return Path(shutil.copy(Path(__file__).with_name("watched_app.py"), folder / "app.py"))


def person(visitor: Visitor, begin: float, moves: int, seed: int) -> list[float]:
    """Seconds from when each move was due until its last answer."""
    chance = random.Random(seed)
    due, taken = begin + chance.uniform(0, EVERY_S), []
    for _ in range(moves):
        time.sleep(max(0.0, due - time.monotonic()))
        lever = chance.choice(list(LEVERS))
        visitor.move(lever, chance.randint(1, LEVERS[lever]))
        assert not visitor.errors, visitor.errors
        taken.append(time.monotonic() - due)
        due += EVERY_S
    return taken


def together(visitors: list[Visitor], moves: int, seed: int) -> list[float]:
    """The same for several people who begin at the same time."""
    begin = time.monotonic() + 1
    with ThreadPoolExecutor(len(visitors)) as pool:
        each = pool.map(
            lambda number: person(visitors[number], begin, moves, seed + number), range(len(visitors))
        )
        return [seconds for taken in each for seconds in taken]


def summary(name: str, taken: list[float]) -> str:
    """A line with the median and the 95 % point of some times in seconds."""
    at_95 = statistics.quantiles(taken, n=20)[-1]
    return f"{name:24} median {statistics.median(taken):.2f} s   95 % {at_95:.2f} s   of {len(taken)}"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--people", type=int, default=20)
    parser.add_argument("--moves", type=int, default=40, help="of each person, every two seconds")
    parser.add_argument("--servers", type=int, default=1, help="on one folder")
    parser.add_argument("--no-wait", action="store_true", help="do not wait until visits are let go")
    options = parser.parse_args()
    with ExitStack() as running:
        folder = Path(running.enter_context(tempfile.TemporaryDirectory()))
        app, logs = program(folder), [folder / f"runs{i}" for i in range(options.servers)]
        urls = [running.enter_context(running_app(app, env={"WATCHED": str(log)})) for log in logs]

        def lines() -> list[dict]:
            return [json.loads(line) for log in logs for line in log.read_text().splitlines()]

        def count(when: str) -> None:
            with Visitor(urls[0], "count=1"):
                pass
            last = json.loads(logs[0].read_text().splitlines()[-1])
            print("  {mb:6.0f} MB {objects:9,} objects {sessions:4} visits".format(**last), when, flush=True)

        for url in urls:
            with Visitor(url) as visitor:
                person(visitor, time.monotonic(), 3, 0)
        print("the first server")
        count("before")
        with Visitor(urls[0]) as visitor:
            alone = person(visitor, time.monotonic(), min(options.moves, MOVES_ALONE), 1)
        before = len(lines())
        with ExitStack() as open_pages:
            visitors = [
                open_pages.enter_context(Visitor(urls[i % options.servers])) for i in range(options.people)
            ]
            taken: list[float] = []
            for part in range(5):
                taken += together(visitors, options.moves // 5, 100 * part)
                count(f"after {len(taken):,} moves of all")
        runs = lines()[before:]
        count("pages just closed")
        if not options.no_wait:
            time.sleep(KEPT_S)
            with Visitor(urls[0]):  # ending a visit makes the server drop expired ones
                pass
            count("two minutes later")
        print(f"from a move to its last answer, {options.servers} server(s), every {EVERY_S:.0f} s")
        print(" ", summary("one person alone", alone))
        print(" ", summary(f"{options.people} people", taken))
        print("the script on the server while they moved")
        print(" ", summary("from begin to end", [run["took"] for run in runs]))
        print(" ", summary("processor time", [run["worked"] for run in runs]))


if __name__ == "__main__":
    main()
