"""One full projection in Chromium, with all series in total and by unit, beside the one with numpy in Python.

python -m benchmarks.live_model [--times 2000]
"""

import argparse
import json
import statistics
import time

from simulator.live.bundle import bundled
from simulator.live.export import model_data
from simulator.model.metrics import METRICS
from simulator.model.projection import project
from simulator.model.scenario import with_values
from simulator.store.baseline_files import read_baseline_named, read_programme
from simulator.store.scenario_store import load_file
from tests.browser import ROOT, open_browser

WARM_UP = 300
# The page's clock has steps of 0.1 ms, so ten projections are timed together.
MEASURE = """([scenario, data, times]) => {
    [scenario, data] = [JSON.parse(scenario), JSON.parse(data)];
    const taken = [];
    for (let i = -WARM_UP / 10; i < times / 10; i++) {
        const begun = performance.now();
        for (let j = 0; j < 10; j++) project(scenario, data);
        if (i >= 0) taken.push((performance.now() - begun) / 10);
    }
    return taken;
}""".replace("WARM_UP", str(WARM_UP))


def task_seconds(devtools) -> float:
    """The processor time that the page's tasks have taken so far."""
    metrics = devtools.send("Performance.getMetrics")["metrics"]
    return next(one["value"] for one in metrics if one["name"] == "TaskDuration")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--times", type=int, default=2000)
    options = parser.parse_args()
    baseline, programme = read_baseline_named("kendal-2025-08"), read_programme()
    with open_browser() as browser:
        page = browser.new_page()
        page.add_script_tag(content=bundled("model.js"))
        devtools = page.context.new_cdp_session(page)
        devtools.send("Performance.enable", {"timeDomain": "threadTicks"})
        for name in ("irama-rakor-monev", "dorongan-yang-meluruh"):
            loaded = load_file(ROOT / "scenarios" / f"{name}.json")
            scenario = with_values(loaded, {"horizon_months": 60})
            content, data = scenario.model_dump_json(), json.dumps(model_data(baseline, programme))
            before = task_seconds(devtools)
            taken = page.evaluate(MEASURE, [content, data, options.times])
            worked = (task_seconds(devtools) - before) * 1000 / (options.times + WARM_UP)
            in_python, begun_at = [], time.process_time()
            for _ in range(options.times // 10):
                begun = time.perf_counter()
                p = project(scenario, baseline, programme)
                for metric in METRICS.values():
                    metric.series(p)
                in_python.append((time.perf_counter() - begun) * 1000)
            worked_in_python = (time.process_time() - begun_at) * 1000 / len(in_python)
            low, median, high = statistics.quantiles(taken)
            print(f"{name}, {len(baseline.codes)} units, 60 months, ms")
            print(
                f"  Chromium median {median:.3f}  middle half {low:.3f} to {high:.3f}  processor {worked:.3f}"
            )
            print(f"  Python   median {statistics.median(in_python):.3f}   processor {worked_in_python:.3f}")


if __name__ == "__main__":
    main()
