"""What one run of a page has computed is kept for the next, until something it depends on changes."""

from dataclasses import replace

from simulator import clock
from simulator.model.actuals import Actuals
from simulator.store.baseline_files import read_baseline_named
from simulator.ui import session

LEVER = "lever participation.opd.target_share"


def known(at):
    """The object that holds everything the last run computed."""
    assert not at.exception, at.exception
    return at.session_state["made"]["context"].made


def test_a_run_that_changes_nothing_takes_what_was_there_and_a_moved_lever_does_not(own_app):
    first = known(own_app)
    own_app.session_state["page_wanted"] = "sources"
    assert known(own_app.run()) is first
    own_app.slider(key=LEVER).set_value(60).run()
    moved = known(own_app)
    assert moved is not first and moved.scenario.participation.opd.target_share == 0.6
    assert known(own_app.run()) is moved


def test_another_day_and_other_actuals_are_read_off_the_same_projection(own_app, monkeypatch):
    first = known(own_app)
    monkeypatch.setenv(clock.GIVEN, "1924992000")  # 1 January 2031
    later = known(own_app.run())
    assert later is not first and later.projection is first.projection
    assert later.today == 2031 * 12
    recorded = Actuals()
    monkeypatch.setattr(session, "readable_actuals", lambda: recorded)
    assert known(own_app.run()).actuals is recorded


def test_data_that_say_something_else_are_projected_anew(own_app, monkeypatch):
    first = known(own_app)
    read = read_baseline_named(first.scenario.baseline)
    other = replace(read, facts=read.facts.model_copy(update={"region": "Kabupaten Lain"}))
    monkeypatch.setattr(session, "read_baseline_named", lambda name: other)
    second = known(own_app.run())
    assert second.projection is not first.projection and second.baseline is other
