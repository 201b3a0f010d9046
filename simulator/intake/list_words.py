"""The words a unit list may use, Indonesian or English: column headings, segments, months, totals."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from simulator.model.actuals import FIGURES
from simulator.store.names import plain, tidy

_HEADINGS = {  # a word in both languages says nothing of the list's; `number` only counts the rows
    "code": ("kode|kode unit|kode opd|kode kecamatan|kode wilayah|kode satker", "code|unit code"),
    "name": (
        "nama|nama unit|nama opd|opd|unit|unit kerja|nama unit kerja|perangkat daerah|nama perangkat daerah"
        "|instansi|nama instansi|skpd|nama skpd"
        "|kecamatan|nama kecamatan|opd kecamatan|nama opd kecamatan|satuan kerja|nama satuan kerja",
        "name|unit|unit name|office|office name|department",
    ),
    "segment": ("kelompok|segmen|jenis|jenis unit", "segment|group|type"),
    "asn": (
        "asn|jumlah asn|total asn|jml asn|pegawai|jumlah pegawai|jml pegawai",
        "asn|number of asn|civil servants|asn count",
    ),
    "enrolled": (
        "peserta|jumlah peserta|jml peserta|total peserta|peserta aktif|peserta terdaftar|pekerja"
        "|jumlah pekerja|jml pekerja|pekerja rentan"
        "|jumlah pekerja rentan|pekerja terdaftar|terdaftar",
        "enrolled|workers|members|enrolled workers|workers enrolled",
    ),
    "pledge_month": (
        "bulan komitmen|bulan mulai|mulai membayar|komitmen mulai",
        "pledge month|pledged from|pays from",
    ),
    "pledge_workers": (
        "komitmen|jumlah komitmen|jml komitmen|pekerja komitmen|komitmen pekerja",
        "pledge|pledge workers|pledged workers|workers pledged",
    ),
    "month": ("bulan|bulan data|periode", "month|period"),
    "note": ("catatan|keterangan|ket", "note|notes|remarks"),
    "number": ("no|nomor|no urut|nomor urut", "no|number"),
}
_SEGMENTS = {
    "opd": "opd|perangkat daerah|dinas|badan|skpd",
    "kecamatan": "kecamatan|kec",
    "other": "lainnya|lain|asn lainnya|other|others|other asn",
}
_MONTHS = (
    "januari jan january",
    "februari feb pebruari peb february",
    "maret mar march",
    "april apr",
    "mei may",
    "juni jun june",
    "juli jul july",
    "agustus agu agt ags agust agus aug august",
    "september sep sept",
    "oktober okt oct october",
    "november nov nop nopember",
    "desember des dec december",
)
_TOTALS = ("grand total", "sub total", "subtotal", "jumlah", "total", "jml", "sum")
_OF_TOTALS = (
    "opd|kecamatan|kec|lainnya|asn|peserta|unit|perangkat|daerah|kabupaten|kota|total"
    "|jumlah|seluruh|seluruhnya|semua|keseluruhan|umum|akhir|all|units|overall"
    "|i|ii|iii|iv|v|vi|vii|viii|ix|x|a|b|c|d|e"
)
"""What a total may be of. Any other word makes it a name."""

SEGMENT_WORDS = {word: segment for segment, words in _SEGMENTS.items() for word in words.split("|")}
TOTAL_WORDS = set(_OF_TOTALS.split("|"))
MONTH_WORDS = {word: number for number, words in enumerate(_MONTHS, 1) for word in words.split()}


def named_segment(text: str) -> str:
    """The segment that a heading or name speaks of in so many words: opd, kecamatan, or none."""
    words = plain(text)
    is_opd = re.search(r"\b(opd|skpd|perangkat daerah)\b", words) is not None
    is_kecamatan = re.search(r"\b(kecamatan|kec)\b", words) is not None
    return "" if is_opd == is_kecamatan else "opd" if is_opd else "kecamatan"


def is_total(text: str) -> bool:
    """Whether a row that begins so adds others up."""
    words = plain(text)
    total = next((t for t in _TOTALS if words == t or words.startswith(f"{t} ")), None)
    if total is None or tidy(text)[0] in "+-=@":
        return False
    return all(word in TOTAL_WORDS or word.isdecimal() for word in words.removeprefix(total).split())


@dataclass(frozen=True)
class ListWords:
    """The headings of one kind of list: column → its plain words in Indonesian and in English, | between.

    A row holds the headings where it names a column of `key` and one of `figures`; `missing` is the problem
    of a table without such a row.
    """

    words: Mapping[str, tuple[str, str]]
    key: tuple[str, ...]
    figures: tuple[str, ...]
    missing: str

    @cached_property
    def columns(self) -> dict[str, str]:
        """The column of each word."""
        of = {column: "|".join(languages) for column, languages in self.words.items()}
        return {word: column for column, words in of.items() for word in words.split("|")}


UNIT_WORDS = ListWords(_HEADINGS, ("name",), ("asn", "enrolled"), "no_headings")
ACTUAL_WORDS = ListWords(
    {
        "code": _HEADINGS["code"],
        "name": _HEADINGS["name"],
        "month": ("bulan|bulan iuran|bulan data|periode", "month|period"),
        "enrolled": _HEADINGS["enrolled"],
        "paid_up": (
            "lunas|peserta lunas|iuran lunas|sudah bayar|sudah membayar|pekerja lunas",
            "paid up|paid|workers paid up|paid up workers",
        ),
        "joined": ("masuk|peserta masuk|peserta baru|pekerja masuk", "joined|workers joined|new workers"),
        "left": ("berhenti|keluar|peserta keluar|peserta berhenti", "left|stopped|workers left"),
        "deaths": ("meninggal|kematian|klaim jkm|jumlah kematian", "deaths|died|jkm claims"),
        "accidents": (
            "kecelakaan|kecelakaan kerja|kasus jkk|klaim jkk",
            "accidents|work accidents|jkk cases|jkk claims",
        ),
        "contributions_idr": (
            "iuran|iuran rp|jumlah iuran|iuran dibayar|iuran masuk",
            "contributions|contributions idr|contributions paid",
        ),
        "claims_idr": (
            "manfaat|manfaat rp|manfaat dibayar|klaim|klaim rp|klaim dibayar",
            "claims|claims idr|claims paid|payouts",
        ),
        "number": _HEADINGS["number"],
    },
    ("month", "name", "code"),
    FIGURES,
    "no_actual_headings",
)


def language_of(headings: list[str], kind: ListWords) -> str | None:
    """The language (id or en) most of the headings belong to, None where they say neither."""
    words = {plain(heading) for heading in headings}
    languages = [{word for pair in kind.words.values() for word in pair[i].split("|")} for i in (0, 1)]
    indonesian, english = (len(words & known) for known in languages)  # words of both tell nothing
    return None if indonesian == english else "id" if indonesian > english else "en"
