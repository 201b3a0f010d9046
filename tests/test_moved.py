"""The effect of the last change: the numbers, the units behind them, or why there is none."""

from dataclasses import replace
from typing import NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st
from regency import PROGRAMME, Regency, unit
from strategies import examples, regencies, scenarios, values

from simulator.model.metrics import headline
from simulator.model.parts import SEGMENTS, Override
from simulator.model.projection import project
from simulator.model.scenario import (
    SETTINGS,
    Scenario,
    changed_settings,
    with_override,
    with_value,
    with_values,
)
from simulator.planning.moved import moved
from simulator.report.sentences import moved as sentences
from simulator.report.sentences.groups import slide
from simulator.store.baseline_files import read_baseline_named
from simulator.store.baseline_store import write_baseline
from simulator.store.scenario_store import load
from simulator.words import LANGUAGES
from simulator.words.numbers import shown
from tests.explaining import context_of

KENDAL = read_baseline_named("kendal-2025-08")
START = load("komitmen-september").scenario
BEFORE = project(START, KENDAL, PROGRAMME)
RAMPS = {f"participation.{segment}.ramp_months": 6 for segment in SEGMENTS}


def after(changes, baseline=KENDAL, start=START):
    return project(with_values(start, changes), baseline, PROGRAMME)


class Number(NamedTuple):
    name: str
    before: str
    after: str
    difference: str


class Told(NamedTuple):
    change: str
    numbers: tuple[Number, ...]
    why: str


def lines_of(found, lang):
    words = sentences.change_words(context_of(found.after), found, lang)
    numbers = [
        Number(n.name, str(n.before), str(n.after), shown(n.difference, lang) if n.difference else "")
        for n in words.numbers
    ]
    return Told(str(words.change), tuple(numbers), str(words.why))


def moved_words(changes, lang="id"):
    return lines_of(moved(BEFORE, after(changes), PROGRAMME), lang)


def test_a_floor_shows_the_numbers_it_moves_and_the_group_behind_them():
    """18 OPD have 237 of 1,498 ASN; with a floor of 50 % they reach 749 in August 2026: 512 more."""
    answer = moved_words({"participation.opd.target_share": 0.5})
    assert answer.change == "Partisipasi minimal OPD: 0 % → 50 %"
    first = answer.numbers[0]
    assert (first.name, first.before, first.after, first.difference) == (
        "Peserta, Agustus 2027",
        "1.256",
        "1.768",
        "+512",
    )
    assert answer.why == "Peserta Agustus 2027 bertambah 512, dari 18 OPD yang baru sebagian ASN-nya ikut."


def test_a_target_that_comes_within_reach_is_reported_first_and_the_rest_by_size():
    found = moved(BEFORE, after({"participation.opd.target_share": 1.0}), PROGRAMME)
    sizes = [number.size for number in found.numbers[1:]]
    assert found.numbers[0].name == "target_month_number" and sizes == sorted(sizes, reverse=True)
    shown = lines_of(found, "en").numbers
    assert (shown[0].before, shown[0].after, shown[0].difference) == ("not reached", "April 2026", "")
    assert len(shown) == 4


def test_a_target_beyond_the_projection_leaves_a_dash_and_no_empty_place():
    numbers = {n.name: n for n in moved_words({"target.month": "2030-01"}).numbers}
    gone = numbers["Kurang pada bulan target"]
    assert (gone.before, gone.after, gone.difference) == ("813", "–", "")
    assert all(n.before and n.after for n in numbers.values())


def test_the_gap_is_the_one_on_the_slide():
    there = after({"participation.opd.target_share": 0.5})
    gap = next(
        n
        for n in lines_of(moved(BEFORE, there, PROGRAMME), "id").numbers
        if n.name == "Kurang pada bulan target"
    )
    assert (gap.before, gap.after, gap.difference) == (str(slide(BEFORE).gap), str(slide(there).gap), "−43")


@pytest.mark.parametrize(
    "changes, why",
    [
        (
            {"participation.opd.target_share": 0.1},
            "Tidak ada angka yang berubah. Semua unit yang ikut sudah mencapai atau merencanakan sedikitnya 15,4 %.",
        ),
        (
            RAMPS,
            "Tidak ada angka yang berubah. Tidak ada rencana di atas tingkat sekarang, jadi tidak ada kenaikan bertahap.",
        ),
        (
            {"delivery.realised_share": 0.5},
            "Tidak ada angka yang berubah. Tidak ada rencana di atas tingkat sekarang yang dapat meleset.",
        ),
        ({"target.month": "2030-01"}, "Jumlah peserta sama; yang berubah targetnya."),
        (
            {"horizon_months": 36},
            "Tidak ada angka yang berubah. Bulan-bulan yang sudah dihitung tetap sama; hanya panjang proyeksi yang berubah.",
        ),
        (
            {"uncertainty.seed": 7},
            "Tidak ada angka yang berubah. Pengaturan ini hanya menentukan area berwarna dan peluang, bukan garis proyeksi.",
        ),
        (
            {"uncertainty.ranges": []},
            "Tidak ada angka yang berubah. Pengaturan ini hanya menentukan area berwarna dan peluang, bukan garis proyeksi.",
        ),
        (
            {"risk.fatal_share": 0.02300005},
            "Perubahannya terlalu kecil untuk tampak pada angka utama. Jumlah peserta sama, jadi angka semua unit berubah sebanding.",
        ),
        ({"target.coverage_share": 0.1}, "Jumlah peserta sama; yang berubah targetnya."),
        (
            {"contribution.relief_applies": False},
            "Jumlah peserta sama, jadi angka semua unit berubah sebanding.",
        ),
    ],
)
def test_why_nothing_moved_or_nobody_in_particular(changes, why):
    answer = moved_words(changes)
    assert answer.why == why
    assert (answer.numbers == ()) == why.startswith(("Tidak ada", "Perubahannya terlalu"))


def test_a_floor_put_back_to_rest_without_effect_still_says_why():
    """A setting at rest is compared with its previous value, not with a bound that would have an effect."""
    low = after({"participation.opd.target_share": 0.1})
    assert "sedikitnya 15,4 %" in lines_of(moved(low, BEFORE, PROGRAMME), "id").why


def test_the_same_change_in_every_segment_is_reported_once():
    assert moved_words(RAMPS).change == "Bulan sampai tercapai, semua kelompok: 12 → 6 bulan"
    many = moved_words(RAMPS | {"retention.lapse_share_per_month": 0.01, "risk.fatal_share": 0.03}, "en")
    assert many.change.endswith("; and 3 more")


def special(code, **keys):
    return Override(
        **({"unit": code, "target_share": None, "workers_per_asn": None, "join_month": None} | keys)
    )


def test_a_special_setting_of_a_unit_without_published_figures_is_named_by_its_group():
    joins = project(with_override(START, special("OPD-26", join_month="2025-11")), KENDAL, PROGRAMME)
    of_group = lines_of(moved(BEFORE, joins, PROGRAMME), "id")
    assert (
        of_group.change == "Penetapan khusus 13 OPD belum ikut"
        and "bertambah 26, dari 1 OPD yang belum ikut." in of_group.why
    )
    nothing = project(with_override(START, special(KENDAL.codes[0], join_month="2025-11")), KENDAL, PROGRAMME)
    without = lines_of(moved(BEFORE, nothing, PROGRAMME), "id")
    assert (
        without.why
        == "Tidak ada angka yang berubah. 4 OPD sudah 100 % sudah ikut, jadi bulan masuknya tidak mengubah apa pun."
    )
    assert not any(code in str((of_group, without)) for code in KENDAL.codes)


def test_only_the_units_of_a_group_that_move_are_counted():
    """Of 13 OPD outside 7 join: one after each Rakor Monev, every 3 months from November 2025 on."""
    joins = {"monev.first_month": "2025-11", "monev.every_months": 3, "monev.new_opd": 1}
    why = moved_words(joins).why
    assert "7 OPD yang belum ikut" in why and "13 OPD" not in why
    assert "7 OPD" in moved_words(joins, "en").why


def test_units_with_figures_of_their_own_are_named_and_many_are_reported_together():
    baseline = read_baseline_named("contoh")
    start = load("contoh").scenario
    before = project(start, baseline, PROGRAMME)
    more = lines_of(
        moved(before, after({"participation.opd.target_share": 1.0}, baseline, start), PROGRAMME), "id"
    )
    assert any(name in more.why for name in baseline.unit_names) and " baris lain." in more.why


def test_where_only_months_between_move_the_most_moved_is_named():
    """A plan that is reached before the end in both cases moves only the months in between."""
    start = with_values(START, {"participation.opd.target_share": 0.5})
    found = moved(
        project(start, KENDAL, PROGRAMME), after({"participation.opd.ramp_months": 4}, start=start), PROGRAMME
    )
    apart = abs(found.after.enrolled - found.before.enrolled)
    assert found.month == KENDAL.month + int(apart.argmax()) < int(found.after.months[-1])
    assert sum(value for _, value in found.units) == pytest.approx(apart.max())


def test_other_data_are_named_by_group():
    other = project(START, read_baseline_named("kendal-2025-08-38"), PROGRAMME)
    shown = lines_of(moved(BEFORE, other, PROGRAMME), "id")
    assert (
        shown.change
        == "Data dasar: Kabupaten Kendal · Agustus 2025 → Kabupaten Kendal · Agustus 2025 · 38 OPD"
    )
    example = project(START, read_baseline_named("contoh"), PROGRAMME)
    assert {row for row, _ in moved(BEFORE, example, PROGRAMME).units} == set(SEGMENTS)


def started_anew(tmp_path, month="2025-11", enrolled=1256):
    """Kendal's data started again in a later month, with the enrolled that the pledges bring."""
    units = [
        replace(
            row,
            enrolled=row.pledge_workers or row.enrolled,
            pledge_month="",
            pledge_workers=0,
            pledge_basis="",
        )
        for row in KENDAL.units
    ]
    assert sum(row.enrolled for row in units) == enrolled
    history = (
        *KENDAL.facts.history,
        KENDAL.facts.history[-1].model_copy(update={"month": month, "enrolled": enrolled}),
    )
    facts = KENDAL.facts.model_copy(update={"month": month, "history": history})
    return write_baseline(f"kendal-{month}", units, facts, folder=tmp_path)


@pytest.mark.parametrize("lang", LANGUAGES)
def test_after_a_change_of_data_sums_run_over_the_same_months_on_both_sides(tmp_path, lang):
    """1,256 pay from September 2025 on either data: December 2025 to August 2027 costs the same, nothing moves."""
    later = project(with_value(START, "horizon_months", 21), started_anew(tmp_path), PROGRAMME)
    assert later.enrolled.tolist() == pytest.approx(BEFORE.enrolled[3:].tolist())
    found = moved(BEFORE, later, PROGRAMME)
    paid = later.contributions_idr[1:].sum()
    assert paid == pytest.approx(BEFORE.contributions_idr[4:].sum())
    assert "contributions_total_idr" not in [number.name for number in found.numbers]
    dearer = project(
        with_values(later.scenario, {"contribution.include_jht": True}), later.baseline, PROGRAMME
    )
    number = next(n for n in lines_of(moved(BEFORE, dearer, PROGRAMME), lang).numbers if "2025" in n.name)
    named = {
        "id": "Iuran dari Desember 2025 sampai Agustus 2027",
        "en": "Contributions from December 2025 to August 2027",
    }
    jht = 21 * 1256 * 20_000  # Rp 528 million
    assert number.name == named[lang] and "528" in number.difference
    assert dearer.contributions_idr[1:].sum() - paid == pytest.approx(jht)


def test_another_name_alone_moves_nothing_and_is_not_reported():
    assert (
        moved(BEFORE, project(START.model_copy(update={"name": "B"}), KENDAL, PROGRAMME), PROGRAMME) is None
    )


def test_half_a_worker_short_is_one_short():
    baseline = Regency([unit("A", "opd", 100, enrolled=20)], [("2025-08", 20)], 0).baseline()
    start = with_values(START, {"target.coverage_share": 0.2, "target.month": "2025-10"})
    fewer = with_values(start, {"retention.refill_share_per_month": 0.0})
    shown = lines_of(
        moved(project(start, baseline, PROGRAMME), project(fewer, baseline, PROGRAMME), PROGRAMME), "en"
    )
    gap = next(n for n in shown.numbers if n.name == "Short in the target month")
    assert (gap.before, gap.after, gap.difference) == ("0", "1", "+1")


@st.composite
def changes(draw):
    """Projections of a random scenario before and after a change of some settings."""
    regency = draw(regencies(first_month="2020-01"))
    start = Scenario.model_validate(draw(scenarios(regency)))
    paths = draw(st.lists(st.sampled_from(sorted(SETTINGS)), min_size=1, max_size=3, unique=True))
    baseline = regency.baseline()
    before = project(start, baseline, PROGRAMME)
    return before, after(
        {path: draw(values(SETTINGS[path], regency.month)) for path in paths}, baseline, start
    )


@given(changes(), st.sampled_from(list(LANGUAGES)))
@examples(80)
def test_whatever_is_changed_the_strip_is_true(pair, lang):
    """It gives a reason only if no headline number moved, its units add up to the total, and each shown number differs."""
    before, now = pair
    found = moved(before, now, PROGRAMME)
    if found is None:
        assert not list(changed_settings(before.scenario, now.scenario))
        return
    shown = lines_of(found, lang)
    assert shown.change and shown.why or shown.numbers
    assert all(number.before != number.after for number in shown.numbers)
    if found.month is not None:
        t = found.month - before.baseline.month
        assert sum(value for _, value in found.units) == pytest.approx(
            now.enrolled[t] - before.enrolled[t], rel=1e-9, abs=1e-6
        )
    if found.reasons:
        end = min(before.scenario.horizon_months, now.scenario.horizon_months)
        assert len(found.reasons) == len(found.settings)
        for name, value in headline(now, end).items():
            then = headline(before, end)[name]
            assert value == then or value == pytest.approx(then, rel=1e-9)
