"""The unchanged app, plus a line of JSON for each run of its script appended to the file named in WATCHED.

many_people.py uses it as the app.py of its copy of the program.
"""

import gc
import json
import os
import time
from pathlib import Path

import streamlit as st
from streamlit.runtime import get_instance

if __name__ == "app":
    from simulator.ui import front

    app = st.App(__file__, middleware=front.MIDDLEWARE)
else:
    from simulator.ui.visit import main

    begun, worked = time.perf_counter(), time.thread_time()
    main()
    times = {"took": time.perf_counter() - begun, "worked": time.thread_time() - worked}
    if "count" in st.query_params:  # requested by a visitor at the end of each round
        gc.unfreeze()
        gc.collect()
        times |= {
            "mb": int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGESIZE") / 1e6,
            "objects": len(gc.get_objects()),
            "sessions": get_instance()._session_mgr.num_sessions(),  # there is no public name for it
        }
    with open(os.environ["WATCHED"], "a", encoding="utf-8") as file:
        file.write(json.dumps(times) + "\n")
