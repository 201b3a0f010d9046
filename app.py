"""The app: `streamlit run` takes the server `app` from here; each visit runs this file as its script."""

import streamlit as st

if __name__ == "app":  # the name under which the server imports it
    from simulator.ui import entrance, front, widget_values

    entrance.check_start()
    widget_values.guard()
    app = st.App(__file__, middleware=front.MIDDLEWARE)
else:
    from simulator.ui.visit import main

    main()
