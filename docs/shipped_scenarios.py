"""The shipped scenarios: name, data, and sentences, each with the settings it is the basis for."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, NamedTuple


class Because(NamedTuple):
    """A sentence of the description, and the settings (path and value) it is the basis for."""

    words: str
    settings: Mapping[str, Any] = MappingProxyType({})


TARGET = Because("Target 20 % pada Desember 2026 (asumsi).", {"target.month": "2026-12"})
OTHERS = Because(
    "Pengaturan lain: seperti skenario “Komitmen September” (sumber dan asumsi pada halaman Asumsi & sumber)."
)
OTHERS_AND_MEETINGS = Because(OTHERS.words, {"monev.first_month": "2025-11"})
PUSH = {
    "growth.push_share": 0.08,
    "growth.push_half_life_months": 2.0,
    "growth.push_repeat_factor": 0.1,
}
SHIPPED: dict[str, tuple[str, str, tuple[Because, ...]]] = {
    "komitmen-september": (
        "Komitmen September",
        "kendal-2025-08",
        (
            Because(
                "Hanya komitmen yang sudah diumumkan: 245 pekerja dari 3 OPD dan 37 dari 2 kecamatan mulai September 2025 (S1, S2)."
            ),
            Because(
                "Target 20 % akhir September 2025 (S1; penyebutnya semua ASN, asumsi S43).",
                {"target.coverage_share": 0.2, "target.month": "2025-09"},
            ),
            Because(
                "Tidak ada rencana di luar komitmen (asumsi S44), semua komitmen terwujud (asumsi S47), tidak ada yang berhenti (asumsi S48), keringanan iuran berlaku (asumsi S50, S11)."
            ),
            Because(
                "Rakor Monev berikutnya November 2025 lalu tiap 3 bulan (asumsi S57), tanpa unit baru.",
                {"monev.first_month": "2025-11"},
            ),
            Because("Angka kematian 5,06 per 1.000 (S22)."),
        ),
    ),
    "tren-19-per-bulan": (
        "Tren 19 per bulan",
        "kendal-2025-08",
        (
            Because(
                "Komitmen September ditambah kenaikan seperti 724 peserta (Juli 2024) menjadi 974 (Agustus 2025): 250 dalam 13 bulan, 19,2 sebulan (S1)."
            ),
            Because("Bulan 724 itu menurut pers; Juli 2025 lebih mungkin."),
            Because("September 2026: 1.256 + 12 × 19,2 = 1.487."),
            Because(
                "Kenaikan ditempatkan pada ASN lainnya, karena di sana ruangnya terbesar (asumsi): minimal 10,1 % ASN dalam 24 bulan, merata (asumsi S45).",
                {"participation.other.target_share": 0.101, "participation.other.ramp_months": 24},
            ),
            TARGET,
            OTHERS_AND_MEETINGS,
        ),
    ),
    "tren-123-per-bulan": (
        "Tren 123 per bulan",
        "kendal-2025-08",
        (
            Because(
                "Komitmen September ditambah kenaikan seperti 728 peserta (Juni 2025) menjadi 974 (Agustus 2025): 246 dalam 2 bulan, 123 sebulan (S1, S3)."
            ),
            Because("September 2026: 1.256 + 12 × 123 = 2.732."),
            Because(
                "Kenaikan ditempatkan pada ASN lainnya, karena di sana ruangnya terbesar (asumsi): minimal 43,8 % ASN dalam 24 bulan, merata (asumsi S45).",
                {"participation.other.target_share": 0.438, "participation.other.ramp_months": 24},
            ),
            Because("Dua bulan terlalu pendek untuk sebuah tren; ini batas atas yang optimistis."),
            TARGET,
            OTHERS_AND_MEETINGS,
        ),
    ),
    "dua-puluh-persen-2026": (
        "20 % pada Desember 2026",
        "kendal-2025-08",
        (
            Because(
                "Setiap OPD yang sudah ikut mencapai minimal 70,1 % ASN-nya dalam 16 bulan, sampai Desember 2026: nilai terkecil yang memenuhi 2.069 pekerja (hasil pencarian; lajunya asumsi S45).",
                {"participation.opd.target_share": 0.701, "participation.opd.ramp_months": 16},
            ),
            TARGET,
            OTHERS_AND_MEETINGS,
        ),
    ),
    "irama-rakor-monev": (
        "Tiap Rakor Monev 3 OPD dan 2 kecamatan",
        "kendal-2025-08",
        (
            Because(
                "Setiap Rakor Monev, mulai November 2025 lalu tiap 3 bulan (asumsi S57), menambah 3 OPD dan 2 kecamatan baru, sebanyak yang diumumkan pada Agustus 2025 (S1; berulangnya asumsi).",
                {"monev.new_opd": 3, "monev.new_kecamatan": 2},
            ),
            Because(
                "Unit baru mulai dengan porsi ASN yang kini dicapai unit yang sudah ikut: 31 % ASN di OPD (S24), 68 % di kecamatan (S25)."
            ),
            TARGET,
            OTHERS_AND_MEETINGS,
        ),
    ),
    "semua-100-persen": (
        "Semua OPD dan kecamatan 100 %",
        "kendal-2025-08",
        (
            Because(
                "Semua OPD dan kecamatan ikut mulai September 2025 dan mencapai 100 % ASN dalam 12 bulan (asumsi): batas atas tanpa ASN lainnya, 36,6 % cakupan (S33).",
                {
                    "participation.opd.target_share": 1.0,
                    "participation.opd.new_units_per_month": 50.0,
                    "participation.kecamatan.target_share": 1.0,
                    "participation.kecamatan.new_units_per_month": 50.0,
                },
            ),
            Because("Unit baru mulai dengan porsi ASN yang kini dicapai unit yang sudah ikut (S24, S25)."),
            TARGET,
            OTHERS_AND_MEETINGS,
        ),
    ),
    "banyak-yang-berhenti": (
        "Banyak yang berhenti membayar",
        "kendal-2025-08",
        (
            Because(
                "Setiap bulan 5 % peserta berhenti dan 10 % tempat kosong terisi kembali (asumsi S48).",
                {"retention.lapse_share_per_month": 0.05, "retention.refill_share_per_month": 0.1},
            ),
            Because(
                "Lama-kelamaan 68–70 % tempat terisi, seperti Kota Semarang: 313 dari 458 aktif (S16).",
                {"horizon_months": 60},
            ),
            TARGET,
            OTHERS_AND_MEETINGS,
        ),
    ),
    "dorongan-yang-meluruh": (
        "Dorongan yang meluruh",
        "kendal-2025-08",
        (
            Because(
                "Rakor Monev Juli 2025 (724 peserta sebelumnya, 974 sesudahnya; S1, bulan yang lebih mungkin), lalu tiap 3 bulan (asumsi S57).",
                {"monev.first_month": "2025-07"},
            ),
            Because(
                "Dorongannya 8 % dari ASN yang belum membayar, separuhnya dalam 2 bulan; pada program yang sama terlihat 7–9 % dan kira-kira 2 bulan (asumsi S63 atas S1, S71, S72).",
                {"growth.push_share": 0.08, "growth.push_half_life_months": 2.0},
            ),
            Because("Untuk bulan pertama itu berarti 2,4 % × 9.621 = 232 pekerja; tercatat 250."),
            Because(
                "Rakor Monev berikutnya 0,1 kali yang sebelumnya, sebab di tempat lain yang kedua hampir tidak menambah (asumsi S63 atas S72, S73).",
                {"growth.push_repeat_factor": 0.1},
            ),
            Because(
                "Ikut tanpa diajak 0,05 % per bulan, di tengah rentang 0,01–0,3 % (asumsi S63).",
                {"growth.background_share_per_month": 0.0005},
            ),
            Because(
                "Batasnya 85 % ASN, di tengah rentang 40–98 %: tidak setiap guru dan tenaga kesehatan terjangkau (asumsi S63).",
                {"growth.ceiling_share": 0.85},
            ),
            TARGET,
            OTHERS,
        ),
    ),
    "dorongan-tanpa-rakor-monev": (
        "Dorongan yang meluruh, tanpa Rakor Monev",
        "kendal-2025-08",
        (
            Because(
                "Sama dengan skenario “Dorongan yang meluruh”, tetapi tanpa satu pun Rakor Monev, juga tidak yang Juli 2025: selisih keduanya adalah hasil semua Rakor Monev."
            ),
            Because(
                "Ikut tanpa diajak 0,05 % per bulan sampai batas 85 % ASN tetap berjalan (asumsi S63).",
                {"growth.background_share_per_month": 0.0005, "growth.ceiling_share": 0.85},
            ),
            Because(
                "Dorongan 8 %, separuhnya dalam 2 bulan, berikutnya 0,1 kali yang sebelumnya, tetap tercatat tetapi tidak terpakai.",
                PUSH,
            ),
            TARGET,
            OTHERS,
        ),
    ),
    "contoh": (
        "Contoh: semua tuas digerakkan",
        "contoh",
        (
            Because("Kabupaten Contoh fiktif (S60)."),
            Because(
                "Semua nilainya asumsi, untuk memperlihatkan setiap halaman dan untuk latihan.",
                {
                    "horizon_months": 36,
                    "target.month": "2026-12",
                    "participation.opd.target_share": 0.6,
                    "participation.opd.ramp_months": 18,
                    "participation.kecamatan.target_share": 0.5,
                    "participation.kecamatan.ramp_months": 18,
                    "participation.other.target_share": 0.12,
                    "participation.other.ramp_months": 18,
                    "monev.first_month": "2025-11",
                    "monev.new_opd": 2,
                    "monev.new_kecamatan": 1,
                    "retention.lapse_share_per_month": 0.01,
                    "retention.refill_share_per_month": 0.5,
                },
            ),
        ),
    ),
}
"""By file name: name, data, and the sentences of the description."""
