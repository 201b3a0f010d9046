"""A chance has the same number on the command line, in the message, the brief and the deck."""

import csv
from io import StringIO

import pytest
from commands import simulator
from decks import deck, titles
from handout_cases import SCENARIOS, TODAY, contexts_of, on_one_line, projected
from rendered import pages

from simulator.handouts.brief import brief_bytes
from simulator.handouts.summary import summary_text
from simulator.model.months import month_number
from simulator.model.simulation import simulate
from simulator.planning.one_more_rakor import one_more_rakor
from simulator.report.sentences.chance import target_chance
from simulator.report.sentences.target import status_sentence
from simulator.store.baseline_files import read_baseline_named, read_programme
from simulator.store.scenario_store import load, scenario_bytes

STEM = "dorongan-yang-meluruh"
PROGRAMME = read_programme()


def test_command_message_brief_and_deck_tell_the_chance_that_the_simulations_give(tmp_path):
    scenario = load(STEM).scenario
    chance = simulate(scenario, read_baseline_named(scenario.baseline), PROGRAMME).target_chance
    assert 0.05 < chance < 0.125  # two steps of 5 points
    (c,) = (one.with_simulation() for one in contexts_of(projected(STEM)))
    shown = "peluangnya sekitar 1 dari 10"
    assert str(status_sentence(c, "id")).endswith(f"{shown}.")
    answered = simulator(
        "run", SCENARIOS / f"{STEM}.json", "--draws", scenario.uncertainty.draws, "--out", tmp_path
    )
    assert answered.stderr.decode().strip().endswith(str(target_chance(c, "id")))
    assert "sekitar 1 dari 10" in str(target_chance(c, "id"))
    assert shown in summary_text([c], "id", TODAY)
    (sheet,) = pages(brief_bytes([c], "id", TODAY))
    assert shown in on_one_line(sheet)
    assert any(shown in title for title in titles(deck([c.projection])))


@pytest.mark.parametrize("today", ["2025-10", "2026-05"])
def test_what_one_rakor_monev_more_brings_is_the_difference_of_two_runs_of_the_command(tmp_path, today):
    scenario = load(STEM).scenario
    found, _ = one_more_rakor(
        scenario, read_baseline_named(scenario.baseline), PROGRAMME, month_number(today)
    )
    enrolled = []
    for name, p in (("missed", found.missed), ("held", found.held)):
        path = tmp_path / f"{name}.json"
        path.write_bytes(scenario_bytes(p.scenario))
        rows = list(csv.DictReader(StringIO(simulator("run", path).stdout.decode())))
        enrolled.append(float(rows[found.judged]["enrolled"]))
    assert enrolled[1] - enrolled[0] == pytest.approx(found.gain, rel=1e-9) and found.gain > 0
