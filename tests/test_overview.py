"""The overview: the four states of the target, people that add up, marked months, both amounts when relief ends."""

import re
from dataclasses import replace

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from regency import PROGRAMME
from strategies import examples

from simulator.handouts.writing import written
from simulator.model.actuals import TOTAL, Actuals, Record
from simulator.model.metrics import headline, target_status
from simulator.model.months import month_name, month_number
from simulator.model.projection import project
from simulator.model.scenario import with_values
from simulator.planning.rounding import whole
from simulator.report.charts import enrolment as enrolment_chart
from simulator.report.charts import money as money_chart
from simulator.report.explain import explanation
from simulator.report.sentences import groups, overview
from simulator.report.sentences.target import latest, status_sentence
from simulator.report.tables.months import month_table
from simulator.report.tables.units import unit_table
from simulator.store.baseline_files import read_baseline_named
from simulator.store.scenario_store import load
from simulator.ui.chart import line_names, over_months
from simulator.ui.html import Html
from simulator.words import LANGUAGES, text
from simulator.words.provenance import with_mark
from tests.drawing import on_screen
from tests.explaining import context_of

NOVEMBER_2026 = month_number("2026-11")
AUGUST_2025 = month_number("2025-08")
NO_RELIEF = {"contribution.relief_applies": False}


def projected(stem="komitmen-september", changes=(), baseline=None):
    scenario = with_values(load(stem).scenario, dict(changes) | ({"baseline": baseline} if baseline else {}))
    return project(scenario, read_baseline_named(scenario.baseline), PROGRAMME)


def status(*arguments, lang="id"):
    return str(status_sentence(context_of(projected(*arguments)), lang))


# ---- the state of the target


def test_missed():
    assert status() == "Target 20 % (2.069 pekerja) akhir September 2025 belum tercapai: 1.256, kurang 813."
    assert (
        status(lang="en")
        == "The target of 20 % (2,069 workers) at the end of September 2025 is not met: 1,256, 813 short."
    )


def test_met_exactly_and_with_more():
    assert (
        status("dua-puluh-persen-2026")
        == "Target 20 % (2.069 pekerja) akhir Desember 2026 tercapai bila semua berjalan sesuai rencana: 2.069."
    )
    assert (
        status("semua-100-persen")
        == "Target 20 % (2.069 pekerja) akhir Desember 2026 tercapai bila semua berjalan sesuai rencana: 3.791, lebih 1.722. Tercapai sejak November 2025."
    )
    assert status("semua-100-persen", lang="en") == (
        "The target of 20 % (2,069 workers) at the end of December 2026 is met if everything goes to plan: 3,791, 1,722 more. Met since November 2025."
    )


def test_missed_in_its_month_and_met_later():
    early = {"target.month": "2026-06"}
    assert status("dua-puluh-persen-2026", early).endswith("Baru tercapai Desember 2026.")
    assert status("dua-puluh-persen-2026", early, lang="en").endswith("It is met only in December 2026.")


LOSING = {
    "participation.other.target_share": 0.263
}  # many stop paying: reached when the ramp ends, then lost


def test_met_then_lost_after_the_target_month():
    assert status("banyak-yang-berhenti", LOSING) == (
        "Target 20 % (2.069 pekerja) akhir Desember 2026 tercapai bila semua berjalan sesuai rencana: 2.073, lebih 4. Tercapai sejak Juli 2026. "
        "Mulai Januari 2027 turun lagi di bawah target."
    )


def test_met_then_lost_before_the_target_month():
    late = LOSING | {"target.month": "2027-03"}
    assert status("banyak-yang-berhenti", late) == (
        "Target 20 % (2.069 pekerja) akhir Maret 2027 belum tercapai: 2.014, kurang 55. "
        "Pernah tercapai Juli 2026, lalu turun lagi mulai Januari 2027."
    )
    assert status("banyak-yang-berhenti", late, lang="en").endswith(
        "It was met in July 2026, then lost again from January 2027."
    )


def test_beyond_the_horizon_and_before_the_data():
    beyond, before = {"target.month": "2028-12"}, {"target.month": "2025-07"}
    assert status("komitmen-september", beyond) == (
        "Target 20 % (2.069 pekerja) akhir Desember 2028 di luar masa proyeksi, yang berakhir Agustus 2027. "
        "Pada Agustus 2027: 1.256, kurang 813."
    )
    assert status("komitmen-september", beyond, lang="en") == (
        "The target of 20 % (2,069 workers) at the end of December 2028 lies beyond the projection, "
        "which ends in August 2027. In August 2027: 1,256, 813 short."
    )
    assert status("semua-100-persen", beyond).endswith("Pada Agustus 2027: 3.791, sudah cukup.")
    assert "mendahului data Agustus 2025" in status("komitmen-september", before)


def test_half_a_worker_short_is_short_and_never_shown_as_zero():
    nearly = projected(
        "dua-puluh-persen-2026", {"participation.opd.target_share": 0.7007}
    )  # 336 + 0.7007 × 1,498 + 683 = 2,068.65
    assert target_status(nearly).gap > 0 and groups.slide(nearly).then == 2069
    assert str(status_sentence(context_of(nearly), "id")).endswith(
        "hampir tercapai; kekurangannya tidak sampai satu pekerja."
    )
    assert groups.slide(nearly).gap == 0


def test_status_knows_the_first_month_on_the_other_side_of_the_target():
    assert target_status(projected()).turns is None
    assert target_status(projected("dua-puluh-persen-2026", {"target.month": "2026-06"})).turns == 16
    assert target_status(projected("banyak-yang-berhenti", LOSING)).turns == 17
    assert (
        target_status(projected("dua-puluh-persen-2026", {"target.month": "2025-07"})).turns is None
    )  # outside the projection the target cannot be crossed


# ---- the slide


def test_the_slide_of_the_announced_pledges():
    shown = groups.slide(projected())
    assert (latest(context_of(projected()))[1].value, shown.then, shown.target, shown.gap, shown.month) == (
        974,
        1256,
        2069,
        813,
        1,
    )
    assert [(g.segment, g.enrolled, g.asn, g.to_enrol) for g in shown.groups] == [
        ("opd", 818, 3158, 2340),
        ("kecamatan", 175, 370, 195),
        ("other", 263, 6817, 6554),
    ]
    opd, kecamatan, other = shown.groups
    assert (
        opd.alone_share == (818 + 813) / 3158
        and kecamatan.alone_share is None
        and other.alone_share == (263 + 813) / 6817
    )
    texts = [
        str(groups.group_sentence(context_of(projected()), group, shown, "id")) for group in shown.groups
    ]
    assert texts == [
        "2.340 ASN belum menanggung pekerja. Bila hanya kelompok ini yang menutup kekurangan: perlu rata-rata 51,7 % ASN-nya, termasuk 13 OPD yang belum ikut.",
        "195 ASN belum menanggung pekerja. Kelompok ini saja tidak cukup.",
        "6.554 ASN belum menanggung pekerja. Bila hanya kelompok ini yang menutup kekurangan: perlu 15,8 % ASN-nya.",
    ]


def test_opd_and_kecamatan_together_need_half_of_their_asn_or_eight_tenths_on_the_other_reading():
    assert str(groups.together_sentence(context_of(projected()), "id")) == (
        "OPD dan kecamatan bersama-sama perlu mencapai 1.806 peserta dari 3.528 ASN (rata-rata 51,2 %, termasuk yang belum ikut) bila peserta dari ASN lainnya tetap 263 seperti Agustus 2025."
    )
    assert (
        "1,806 enrolled for their 2,204 ASN (on average 82 %, including those that do not take part yet)"
        in str(groups.together_sentence(context_of(projected(baseline="kendal-2025-08-38")), "en"))
    )
    assert "tidak cukup: perlu 10.082 peserta, padahal ASN-nya hanya 3.528" in str(
        groups.together_sentence(context_of(projected(changes={"target.coverage_share": 1.0})), "id")
    )
    assert groups.together_sentence(context_of(projected("dua-puluh-persen-2026")), "id") is None


def test_what_opd_and_kecamatan_need_together_is_of_their_asn_in_the_month_of_the_target():
    # 12 months later a tenth less: 9,311 ASN ask for 1,863, OPD and kecamatan have 0.9 x 3,528 = 3,175
    changes = {
        "workforce.asn_growth_per_year": -0.1,
        "target.month": "2026-08",
    }
    c = context_of(projected(changes=changes))
    shown = str(groups.together_sentence(c, "en"))
    assert shown.startswith(
        "Together, OPD and kecamatan need 1,600 enrolled for their 3,175 ASN (on average 50.4 %,"
    )
    assert explanation.quantity(c, "needed_share").number == pytest.approx((1863 - 263) / 3175.2)
    assert explanation.quantity(c, "ceiling").number == pytest.approx((3175.2 + 263) / 9310.5)


@examples(40)
@given(lapse=st.floats(0, 0.2), growth=st.floats(-0.2, 0.2), share=st.floats(0, 1), month=st.integers(-3, 30))
def test_groups_are_whole_and_add_up_to_the_shown_total(lapse, growth, share, month):
    changes = {
        "retention.lapse_share_per_month": lapse,
        "retention.refill_share_per_month": 0.5,
        "workforce.asn_growth_per_year": growth,
        "target.coverage_share": share,
        "target.month": f"{(AUGUST_2025 + month) // 12}-{(AUGUST_2025 + month) % 12 + 1:02d}",
    }
    p = projected(changes=changes)
    shown = groups.slide(p)
    assert (
        sum(g.enrolled for g in shown.groups) == shown.then
        and abs(shown.then - p.enrolled[shown.month]) <= 0.5
    )
    assert sum(g.asn for g in shown.groups) == whole(p.asn[shown.month])
    assert shown.gap is None or shown.gap == max(0, shown.target - shown.then)
    for lang in LANGUAGES:
        assert str(status_sentence(context_of(p), lang)) and all(
            str(groups.group_sentence(context_of(p), g, shown, lang)) for g in shown.groups
        )


def test_asn_that_nobody_published_are_marked():
    shown = groups.slide(projected())
    of_opd = groups.of_asn(context_of(projected()), shown.groups[0], shown, "id")
    assert str(of_opd) == "dari 3.158 ASN"
    assert with_mark(of_opd.quantities[0], "id") == "3.158 (asumsi)"  # the 13 outside at 83 each


# ---- money and reading in words


def test_paid_out_against_paid_in_so_far():
    assert (
        written(overview.so_far_sentence(context_of(projected()), "id"), space=" ")
        == "Sampai Agustus 2025 dibayarkan santunan Rp 336 juta; iuran yang masuk ± Rp 345 juta."
    )
    assert (
        written(overview.so_far_sentence(context_of(projected()), "en"), space=" ")
        == "Rp 336 million paid out against ± Rp 345 million of contributions so far, up to August 2025."
    )


def test_the_bill_doubles_when_relief_ends_and_both_amounts_are_reported():
    (shown,) = overview.relief_end_sentences(context_of(projected()), "id")
    assert str(shown) == (
        "Mulai Januari 2027 iuran JKK dan JKM per pekerja naik dua kali lipat dari Rp 8.400 menjadi Rp 16.800 sebulan; "
        "iuran seluruh program dari Rp 10,6 juta menjadi Rp 21,1 juta. Hitungan ini mengandaikan PP 50/2025 berlaku; pastikan dahulu ke cabang BPJS Ketenagakerjaan."
    )
    assert 1256 * 8400 == 10_550_400 and 1256 * 16800 == 21_100_800


@pytest.mark.parametrize(
    "changes",
    [NO_RELIEF, {"horizon_months": 16}],
    ids=["relief does not apply", "horizon ends with the relief"],
)
def test_without_relief_or_its_end_nothing_is_reported_of_it(changes):
    assert overview.relief_end_sentences(context_of(projected(changes=changes)), "id") == []


def test_transport_workers_pay_full_from_april_2027():
    both = overview.relief_end_sentences(
        context_of(projected(changes={"contribution.transport_share": 0.5})), "id"
    )
    assert [str(s).split(" iuran")[0] for s in both] == ["Mulai Januari 2027", "Mulai April 2027"] and all(
        "dua kali lipat" not in str(s) for s in both
    )
    (only,) = overview.relief_end_sentences(
        context_of(projected(changes={"contribution.transport_share": 1.0})), "id"
    )
    assert str(only).startswith("Mulai April 2027") and "dua kali lipat" in str(only)


def test_the_ratio_is_reported_with_what_it_measures_and_jht_is_no_part_of_it():
    assert "1,49 ×" in str(
        overview.ratio_sentence(context_of(projected()), "id")
    ) and "ditanggung bersama secara nasional" in str(overview.ratio_sentence(context_of(projected()), "id"))
    assert "JHT" in str(
        overview.ratio_sentence(context_of(projected(changes={"contribution.include_jht": True})), "id")
    )
    assert "1,49 ×" in str(
        overview.ratio_sentence(context_of(projected(changes={"contribution.include_jht": True})), "id")
    )


def test_the_reading_shown_and_what_the_other_would_give():
    here, there = projected(), projected(baseline="kendal-2025-08-38")
    texts = [str(s) for s in overview.reading_sentences(context_of(here), context_of(there), "id")]
    assert texts[0] == "Data yang dipakai: 1.834 ASN dibaca sebagai ASN dari 22 OPD yang ikut."
    assert (
        "51,2 %" in texts[1]
        and "36,6 %" in texts[1]
        and "seluruh 38 OPD" in texts[2]
        and "82 %" in texts[2]
        and "23,8 %" in texts[2]
    )
    assert texts[3] == "Hasil skenario ini sama pada kedua cara baca."
    plan = overview.reading_sentences(
        context_of(projected("dua-puluh-persen-2026")),
        context_of(projected("dua-puluh-persen-2026", baseline="kendal-2025-08-38")),
        "id",
    )
    assert (
        str(plan[3])
        == "Skenario ini memberi 1.442 peserta pada Desember 2026 menurut cara baca lain, di sini 2.069."
    )
    met = {
        "target.coverage_share": 0.02
    }  # 207 workers: the 263 of other ASN are enough, so nobody needs −1.6 %
    here, there = (projected(baseline=name, changes=met) for name in ("kendal-2025-08", "kendal-2025-08-38"))
    assert len(overview.reading_sentences(context_of(here), context_of(there), "id")) == 1
    (alone,) = overview.reading_sentences(context_of(projected("contoh")), None, "id")
    assert str(alone) == "Data yang dipakai: Semua nama dan angka dikarang untuk peragaan."


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("stem", ["komitmen-september", "irama-rakor-monev"])
def test_every_number_that_can_be_clicked_is_explained_by_the_value_it_shows(stem, lang):
    p, there = projected(stem), projected(stem, baseline="kendal-2025-08-38")
    c = context_of(p)
    shown, seen = groups.slide(p), 0
    sentences = [
        groups.together_sentence(c, lang),
        overview.so_far_sentence(c, lang),
        overview.ratio_sentence(c, lang),
        *overview.relief_end_sentences(c, lang),
        *overview.reading_sentences(c, context_of(there), lang),
    ]
    for group in shown.groups:
        sentences += [groups.of_asn(c, group, shown, lang), groups.group_sentence(c, group, shown, lang)]
    for number in (number for sentence in sentences for number in sentence.quantities):
        explained = explanation.explain(number.origin, lang).quantity.value
        assert abs(explained - number.value) < (0.001 if number.unit == "share" else 1), number
        seen += 1
    of_readings = 4 if "sama" in str(sentences[-7]) or "same" in str(sentences[-7]) else 6
    assert seen == 11 + of_readings + 6 + sum(
        1 + groups.stays_outside(c, group.segment, shown.month)
        for group in shown.groups
        if group.alone_share is not None
    )


# ---- the charts


def enrolment(p=None, today=NOVEMBER_2026, lang="id", begin=None):
    c = context_of(p or projected(), today=today)
    return on_screen(replace(enrolment_chart.enrolment(c, lang), begin=begin), lang)


def money(p=None, view="monthly", today=NOVEMBER_2026, lang="id"):
    return on_screen(money_chart.money(context_of(p or projected(), today=today), view, lang), lang)


def test_the_projection_starts_exactly_where_the_history_ends():
    target, history, projection, _ = enrolment().figure["data"]
    assert (
        history["x"][0] == "2022-01-01"
        and history["y"] == [0, 724, 728, 974]
        and history["x"][-1] == projection["x"][0] == "2025-08-01"
    )
    assert (
        projection["y"][0] == 974.0
        and projection["y"][1] == pytest.approx(1256)
        and len(projection["x"]) == 25
    )
    assert set(target["y"]) == {2069.0} and target["line"]["dash"] == "dash"
    assert enrolment().figure["layout"]["yaxis"]["range"][0] == 0


def shaded(layout):
    """The shaded months; marks of meetings do not count."""
    return [shape for shape in layout["shapes"] if "x0" in shape]


def test_months_already_over_are_shaded_and_named_up_to_the_month_before_today():
    layout = enrolment().figure["layout"]
    assert [(s["x0"], s["x1"]) for s in shaded(layout)] == [
        ("2025-08-16", "2026-10-16")
    ]  # September 2025 to October 2026
    assert (
        "realisasi belum dimasukkan" in [a["text"].replace("<br>", " ") for a in layout["annotations"]]
        and "realisasi belum dimasukkan" in enrolment().alt
    )
    notes = {row[0]: row[-1] for row in enrolment().table}
    assert (
        notes["Oktober 2026"] == "proyeksi, realisasi belum dimasukkan"
        and notes["November 2026"] == "proyeksi"
        and notes["Agustus 2025"] == "terdata"
    )
    assert notes["Januari 2022"] == "terdata, asumsi"
    assert shaded(enrolment(today=AUGUST_2025 + 1).figure["layout"]) == []
    assert len(shaded(enrolment(today=AUGUST_2025 + 500).figure["layout"])) == 1


def relief_shapes(figure):
    return [(s["x0"], s["x1"]) for s in figure["layout"]["shapes"] if s["type"] == "rect"]


def test_months_of_relief_are_shaded_and_named():
    assert relief_shapes(money().figure) == [("2026-03-16", "2026-12-16")]  # April to December 2026
    assert (
        "keringanan iuran" in [a["text"] for a in money().figure["layout"]["annotations"]]
        and "keringanan iuran" in money().alt
    )
    assert relief_shapes(money(projected(changes=NO_RELIEF)).figure) == []
    assert relief_shapes(money(projected(changes={"contribution.transport_share": 0.2})).figure) == [
        ("2025-12-16", "2027-03-16")
    ]
    assert relief_shapes(money(projected(changes={"horizon_months": 10})).figure) == [
        ("2026-03-16", "2026-06-16")
    ]
    assert relief_shapes(money(projected(changes={"horizon_months": 7})).figure) == []


def test_money_by_month_cumulative_and_since_the_start():
    p = projected()
    totals = headline(p)
    monthly, cumulative, since = (
        money(p, view).figure["data"] for view in ("monthly", "cumulative", "since_start")
    )
    assert [line["x"][0] for line in (monthly[0], cumulative[0], since[0])] == [
        "2025-09-01",
        "2025-08-01",
        "2025-08-01",
    ]
    assert (
        sum(monthly[0]["y"])
        == pytest.approx(cumulative[0]["y"][-1])
        == pytest.approx(totals["contributions_total_idr"] / 1e6)
    )
    assert (
        sum(monthly[1]["y"])
        == pytest.approx(cumulative[1]["y"][-1])
        == pytest.approx(totals["payouts_total_idr"] / 1e6)
    )
    assert [line["y"][0] for line in cumulative] == [0, 0] and [line["y"][0] for line in since] == [
        345.2064,
        336.0,
    ]
    assert [line["y"][-1] for line in since] == pytest.approx(
        [cumulative[0]["y"][-1] + 345.2064, cumulative[1]["y"][-1] + 336]
    )
    assert monthly[0]["y"][0] == pytest.approx(1256 * 16800 / 1e6)
    assert (
        money(p).title == "Manfaat 1,49 × iuran, Sep\u00a02025 – Agu\u00a02027"
        and money(p, "since_start").title == "Manfaat 1,25 × iuran, Jan\u00a02022 – Agu\u00a02027"
    )


def test_money_over_12_months_is_what_those_months_add_from_the_first_with_so_many():
    p = projected()
    paid_in, paid_out = money(p, "year").figure["data"]
    assert paid_in["x"][0] == "2026-08-01" and len(paid_in["x"]) == 24 - 12 + 1
    premiums = p.enrolled * p.contribution_per_member_idr
    assert paid_in["y"][0] == pytest.approx(premiums[1:13].sum() / 1e6)
    assert paid_out["y"][-1] == pytest.approx(p.payouts_idr[13:25].sum() / 1e6)
    assert money(p, "year").title == "Manfaat 1,50 × iuran, Sep\u00a02026 – Agu\u00a02027"
    assert relief_shapes(money(p, "year").figure) == [("2026-07-16", "2026-12-16")]
    assert "year" not in money_chart.views(projected(changes={"horizon_months": 12}))


def test_a_projection_of_one_month_shows_a_point_names_the_month_once_and_every_tick_is_another_month():
    drawn = money(projected(changes={"horizon_months": 1}))
    assert drawn.title.endswith("iuran, Sep\u00a02025")
    assert [(line["x"], line["mode"]) for line in drawn.figure["data"]] == [
        (["2025-09-01"], "lines+markers")
    ] * 2
    assert (
        drawn.figure["layout"]["xaxis"]["dtick"] == "M1" and "dtick" not in money().figure["layout"]["xaxis"]
    )


def test_no_axis_shortens_thousands_to_k():
    assert all(drawn.figure["layout"]["yaxis"]["tickformat"] == ",.3~f" for drawn in (enrolment(), money()))


def test_jht_is_not_drawn():
    assert (
        money(projected(changes={"contribution.include_jht": True})).figure["data"][0]["y"]
        == money().figure["data"][0]["y"]
    )


def begun_in_august_2025(changes=()):
    """A projection whose history is only its first figure."""
    p = projected(changes=changes)
    return replace(
        p,
        baseline=replace(
            p.baseline, facts=p.baseline.facts.model_copy(update={"history": p.baseline.facts.history[-1:]})
        ),
    )


def named(figure, words):
    return next(a for a in figure["layout"]["annotations"] if words in a["text"].replace("<br>", " "))


@pytest.mark.parametrize("horizon", [1, 2, 24, 120])
@pytest.mark.parametrize("lang", LANGUAGES)
def test_the_name_of_a_first_figure_alone_stands_before_all_lines_and_has_room_there(lang, horizon):
    figure = enrolment(begun_in_august_2025({"horizon_months": horizon}), lang=lang).figure
    name = named(figure, text("overview.observed", lang))
    assert (
        (name["x"], name["xanchor"]) == ("2025-08-01", "right")
        and name["xshift"] < 0
        and "<br>" in name["text"]
    )
    assert min(day for line in figure["data"] for day in line["x"]) == "2025-08-01"
    begin, first, end = (
        np.datetime64(day)
        for day in (
            figure["layout"]["xaxis"]["range"][0],
            "2025-08-01",
            figure["layout"]["xaxis"]["range"][1],
        )
    )
    assert 0.2 < (first - begin) / (end - begin) < 0.25


@pytest.mark.parametrize("horizon", range(1, 31))
def test_the_name_of_months_that_are_over_never_runs_into_the_names_at_the_ends_of_lines(horizon):
    for p in (
        projected(changes={"horizon_months": horizon}),
        begun_in_august_2025({"horizon_months": horizon}),
    ):
        for since in (None, AUGUST_2025 - round(horizon * 0.75)):
            layout = enrolment(p, begin=since).figure["layout"]
            name = named({"layout": layout}, "belum dimasukkan")
            begin, start, end = (
                np.datetime64(day)
                for day in (layout["xaxis"]["range"][0], name["x"], layout["xaxis"]["range"][1])
            )
            assert (
                start == end
                if name["xanchor"] == "right"
                else (end - start) / (end - begin) >= over_months.NAME_SHARE
            )


def test_a_baseline_that_does_not_tell_what_was_paid_has_no_view_since_the_start():
    p = projected()
    assert money_chart.views(p) == ("monthly", "year", "cumulative", "since_start")
    silent = p.baseline.facts.model_copy(
        update={"facts": tuple(f for f in p.baseline.facts.facts if "so_far" not in f.key)}
    )
    p = replace(p, baseline=replace(p.baseline, facts=silent))
    assert (
        money_chart.views(p) == ("monthly", "year", "cumulative")
        and overview.so_far_sentence(context_of(p), "id") is None
    )


@pytest.mark.parametrize(
    ("stem", "changes", "title"),
    [
        ("komitmen-september", {}, "Peserta naik dari 974 menjadi 1.256 pada September 2025, lalu tetap"),
        (
            "dua-puluh-persen-2026",
            {"horizon_months": 16},
            "Peserta naik dari 974 menjadi 2.069 pada Desember 2026",
        ),
        (
            "banyak-yang-berhenti",
            {"delivery.pledge_share": 0.0},
            "Peserta turun dari 974 menjadi 670 pada Februari 2029, lalu tetap",
        ),
        ("banyak-yang-berhenti", {}, "Peserta naik sampai 1.212 pada September 2025, lalu turun menjadi 864"),
        ("komitmen-september", {"delivery.pledge_share": 0.0}, "Peserta tetap 974 sampai Agustus 2027"),
    ],
)
def test_the_title_states_what_happens(stem, changes, title):
    assert enrolment(projected(stem, changes)).title == title


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("stem", ["komitmen-september", "dua-puluh-persen-2026", "contoh"])
def test_names_at_the_ends_of_lines_do_not_overlap_and_every_row_has_every_cell(stem, lang):
    p = projected(stem)
    for drawn in (enrolment(p, lang=lang), *(money(p, view, lang=lang) for view in money_chart.views(p))):
        top = drawn.figure["layout"]["yaxis"]["range"][1]
        ends = sorted(
            a["y"] / top * 260 + a["yshift"]
            for a in drawn.figure["layout"]["annotations"]
            if a.get("xref") == "paper"
        )
        assert len(ends) == 2 and ends[1] - ends[0] >= 2 * line_names.LINE_PX - 0.01 and ends[0] >= -1e-9
        assert len({len(row) for row in drawn.table}) == 1 and len(drawn.table) > 12
        assert max(max(line["y"]) for line in drawn.figure["data"]) < top


def test_nothing_at_all_can_be_drawn():
    p = projected(
        changes={
            "target.coverage_share": 0.0,
            "retention.lapse_share_per_month": 1.0,
            "retention.refill_share_per_month": 0.0,
            "delivery.pledge_share": 0.0,
        }
    )
    for lang in LANGUAGES:
        assert (
            enrolment(p, lang=lang).title
            and money(p, lang=lang).title
            and overview.ratio_sentence(context_of(p), lang)
        )


# ---- the table


@pytest.mark.parametrize("stem", ["komitmen-september", "banyak-yang-berhenti", "contoh"])
def test_every_row_of_the_table_adds_up_and_shows_what_the_projection_holds(stem):
    p = projected(stem)
    table = months_of(p)
    assert len(table.rows) == len(p.months) and all(
        len(row.cells) == len(table.columns) for row in table.rows
    )
    for t, row in enumerate(table.rows):
        numbers = (number.value for number in row.cells[1:-1])  # between month and note
        opd, kecamatan, other, total, coverage, paid_in, paid_out = numbers
        assert opd + kecamatan + other == total == np.floor(p.enrolled[t] + 0.5)
        assert coverage == pytest.approx(p.coverage_share[t], abs=1e-6) and paid_out == pytest.approx(
            p.payouts_idr[t], abs=0.5
        )
        assert paid_in == pytest.approx(
            total * p.contribution_per_member_idr[t], abs=0.5
        )  # whole people × rate
    assert month_name(table.rows[0].cells[0].number) == "2025-08"
    assert "Agustus 2025" in Html("id").table(table)


def months_of(p):
    return month_table(context_of(p, today=NOVEMBER_2026), "id")


def test_the_first_row_on_screen():
    html = Html("id").table(months_of(projected()))
    first = re.sub("<[^>]*>", "|", html[html.index("<tbody") : html.index("</tr>", html.index("<tbody"))])
    assert [words for words in first.split("|") if words][:6] == [
        "Agustus 2025",
        "573",
        "138",
        "263",
        "974",
        "9,42 %",
    ]


def test_a_contribution_in_the_table_is_whole_people_times_the_rate_and_the_first_row_says_what_was_observed():
    p = projected("banyak-yang-berhenti")
    rows = [row.cells for row in months_of(p).rows]
    assert any(
        abs(p.enrolled[t] - row[4].value) > 0.05 for t, row in enumerate(rows)
    )  # the projection itself has fractions
    assert [row[6].value for row in rows] == [
        int(np.floor(row[4].value * rate + 0.5)) for row, rate in zip(rows, p.contribution_per_member_idr)
    ]
    assert rows[0][-1] == "peserta terdata; iuran dan manfaat dihitung"


@pytest.mark.parametrize("stem", ["komitmen-september", "contoh", "semua-100-persen"])
def test_a_group_has_still_to_enrol_whom_the_units_table_says(stem):
    p = projected(
        stem
    )  # contoh has units above one worker per ASN, which do not reduce the number to enrol elsewhere
    shown = groups.slide(p)
    assert {g.segment: g.to_enrol for g in shown.groups} == {
        s: unit_table(p, shown.month).total("to_enrol", s) for s in unit_table(p, shown.month).segments
    }
    assert all(g.to_enrol >= g.asn - g.enrolled for g in shown.groups)


def test_a_target_month_that_was_observed_is_reported_as_it_came_and_not_as_projected():
    p = projected()  # 1,256 projected for September 2025, 2,069 required

    def came(count):
        return Actuals([Record("2025-10-05T00:00:00", "", "", "2025-09", TOTAL, {"enrolled": count})])

    assert (
        str(status_sentence(context_of(p, actuals=came(1180)), "en"))
        == "The target of 20 % (2,069 workers) at the end of September 2025 was not met as recorded: 1,180, 889 short. This scenario projects 1,256."
    )
    assert str(status_sentence(context_of(p, actuals=came(2100)), "en")).startswith(
        "The target of 20 % (2,069 workers) at the end of September 2025 was met as recorded: 2,100, 31 more."
    )
    july_2024 = projected(changes={"target.month": "2024-07"})  # before the data, where its history has 724
    assert "was not met as recorded: 724, 1,345 short." in str(status_sentence(context_of(july_2024), "en"))
