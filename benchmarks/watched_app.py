"""The app as it is, which appends a line of JSON for each run of its script to the file that WATCHED names.

many_people.py copies it over the app.py of a program of its own.
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
    told = {"took": time.perf_counter() - begun, "worked": time.thread_time() - worked}
    if "count" in st.query_params:  # asked for by the last visitor of each round
        gc.unfreeze()
        gc.collect()
        told |= {
            "mb": int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGESIZE") / 1e6,
            "objects": len(gc.get_objects()),
            "sessions": get_instance()._session_mgr.num_sessions(),  # of no public name
        }
    with open(os.environ["WATCHED"], "a", encoding="utf-8") as file:
        file.write(json.dumps(told) + "\n")
