"""The app: `streamlit run` takes the server from here, and each visit runs this file as its script."""

import streamlit as st

if __name__ == "app":  # what the server imports it as
    from simulator.ui import entrance, front, widget_values

    entrance.check_start()
    widget_values.guard()
    app = st.App(__file__, middleware=front.MIDDLEWARE)
else:
    from simulator.ui.visit import main

    main()
