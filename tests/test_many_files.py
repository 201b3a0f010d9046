"""Of very many scenario files the page shows fifty, and finds each of the others by its name."""

import pytest
from own_app import opened_app

from simulator.store import scenario_store as store
from simulator.ui.pages.scenarios import MOST_ROWS


@pytest.fixture
def app(own_folder):
    """The page of scenarios, with more files than it draws at once."""
    scenario = store.load("komitmen-september").scenario
    for number in range(MOST_ROWS):
        store.save_new(scenario.model_copy(update={"name": f"Alternatif {number:02}"}))
    at = opened_app(page_wanted="scenarios").run()
    assert not at.exception
    return at


def rows(at):
    return [button.key.removeprefix("manage-") for button in at.button if button.key.startswith("manage-")]


def test_the_open_one_comes_first_and_it_is_reported_how_many_there_are(app):
    shown, count = rows(app), len(store.list_scenarios())
    assert len(shown) == MOST_ROWS < count and shown[0] == "komitmen-september"
    text = f"{MOST_ROWS} dari {count} skenario ditampilkan"
    assert any(caption.value.startswith(text) for caption in app.caption)


def test_any_other_is_found_by_a_part_of_its_name(app):
    (hidden,) = (e for e in store.list_scenarios() if e.scenario and e.scenario.name == "Alternatif 49")
    assert hidden.stem not in rows(app)
    app.text_input(key="scenarios_look_for").input(" ALTERNATIF 4").run()
    assert rows(app) == [f"alternatif-4{number}" for number in range(10)]
    app.text_input(key="scenarios_look_for").input("tidak ada").run()
    assert rows(app) == [] and not app.exception


def test_few_files_are_all_drawn_without_a_field_to_look_for_one(own_folder):
    at = opened_app(page_wanted="scenarios").run()
    assert sorted(rows(at)) == sorted(e.stem for e in store.list_scenarios())
    assert all(field.key != "scenarios_look_for" for field in at.text_input)
