"""The objects of a visit are freed once its page is closed and Streamlit's retention time, here zero, is over."""

import json
import time

from visitor import Visitor

from tests.browser import PATIENCE_S

MOST = 2  # the visit that reports, and the one closed last, which is freed when another is closed
LEVER = "lever participation.opd.target_share"
# The app, whose run writes the live visits to a file if the address requests it.
WATCHED = """
import gc, json, pathlib
import streamlit as st

if __name__ == "app":
    from simulator.ui import front

    app = st.App(__file__, middleware=front.MIDDLEWARE)
else:
    from simulator.ui import tabs
    from simulator.ui.visit import main

    main()
    if "count" in st.query_params:
        gc.unfreeze()
        gc.collect()
        kinds = [type(thing).__name__ for thing in gc.get_objects()]
        alive = {name: kinds.count(name) for name in ("AppSession", "SessionState", "Draft", "Simulation")}
        pathlib.Path(__file__).with_name("alive.json").write_text(json.dumps(alive | {"tabs": len(tabs._working)}))
"""


def test_what_a_visit_held_is_let_go(home, start_app):
    (home / "app.py").write_text(WATCHED, encoding="utf-8")
    url = start_app(home / "app.py", options=("--server.disconnectedSessionTTL=0",))
    for percent in range(1, 6):
        with Visitor(url) as visitor:
            visitor.move(LEVER, percent)
            assert not visitor.errors
    for _ in range(10 * PATIENCE_S):  # the server hears of a closed page a moment later
        with Visitor(url, "count=1"):
            alive = json.loads((home / "alive.json").read_text())
        if alive["AppSession"] <= MOST:
            break
        time.sleep(0.1)
    assert alive["AppSession"] <= MOST and alive["SessionState"] <= MOST and alive["tabs"] <= MOST, alive
    assert alive["Draft"] <= 2 * MOST and alive["Simulation"] <= 2 * MOST, alive  # of five who moved: twenty
