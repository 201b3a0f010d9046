"""Settings that affect only bands and chances do not count among those that affect the projection's line."""

import pytest
from handout_cases import contexts_of, projected

from simulator.handouts.book_settings import difference_table
from simulator.model.parts import Override
from simulator.model.scenario import SETTINGS, with_override, with_value
from simulator.report.sentences.units import lowered_sentence
from simulator.report.tables.assumptions import IN_FORCE, assumptions_title, setting_cells
from simulator.report.tables.units import unit_table
from simulator.words import LANGUAGES

OF_BANDS = tuple(path for path in SETTINGS if path.startswith("uncertainty."))


@pytest.mark.parametrize("lang, words", [("id", "asumsi"), ("en", "assumption")])
def test_they_are_marked_as_assumptions_and_the_count_leaves_them_out(lang, words):
    (c,) = contexts_of(projected("komitmen-september"))
    assert len(OF_BANDS) > 3 and len(IN_FORCE) + len(OF_BANDS) == len(SETTINGS)
    assert {setting_cells(c, path, lang)["mark"] for path in OF_BANDS} == {words}
    assert assumptions_title(c, lang).quantities[1].value == len(IN_FORCE)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_workbook_does_not_name_them_as_a_difference(lang):
    p = projected("komitmen-september")
    changed = with_value(p.scenario, "uncertainty.seed", 7)
    both = contexts_of(p, projected("komitmen-september", uncertainty=changed.uncertainty))
    assert len(difference_table(both, ["A", "B"], lang).rows) == 1  # nothing differs


def test_a_special_setting_that_lowers_a_unit_is_called_so():
    """DC-01 has more than a tenth of its ASN enrolled; an override of 10 % lowers that."""
    p = projected("contoh")
    name = p.baseline.unit_names[p.baseline.index["DC-01"]]
    for share, expected in (
        (0.1, f"{name}: isian ini menurunkan partisipasi di bawah tingkat Agustus 2025."),
        (1.0, None),
    ):
        special = Override(unit="DC-01", target_share=share, workers_per_asn=None, join_month=None)
        (c,) = contexts_of(projected("contoh", overrides=with_override(p.scenario, special).overrides))
        text = lowered_sentence(c, unit_table(c.projection, 1).rows, "id")
        assert (text and str(text)) == expected
