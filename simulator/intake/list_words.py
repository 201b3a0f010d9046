"""The words that a list may use, Indonesian or English: column headings, segments, months, totals."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property

from simulator.model.actuals import FIGURES
from simulator.store.list_columns import ListKind
from simulator.store.names import plain, tidy

_HEADINGS = {  # a word of both languages does not show the language; `number` only counts the rows
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
    "month": ("bulan|bln|bulan data|bulan tahun|periode", "month|period"),
    "year": ("tahun|thn", "year"),
    "note": ("catatan|keterangan|ket", "note|notes|remarks"),
    "number": ("no|nomor|no urut|nomor urut", "no|number"),
}
_BROAD = {
    "code": (
        "kode",
        "unit opd skpd pd unor satker instansi dinas badan kantor kecamatan kelurahan kerja perangkat daerah",
        "code",
        "unit office department agency",
    ),
    "name": (
        "nama opd skpd pd unor satker instansi organisasi dinas badan kantor kecamatan kec kelurahan"
        " lembaga sekolah",
        "kerja daerah perangkat satuan dan atau nama",
        "unit name office department agency institution",
        "and or",
    ),
    "asn": (
        "asn pns pppk cpns pegawai aparatur",
        "jumlah total banyaknya orang org jiwa dan l p aktif seluruh semua keseluruhan daerah data per opd"
        " paruh penuh waktu",
        "employees servants staff",
        "civil number of total count all and",
    ),
    "enrolled": (
        "peserta pekerja terdaftar didaftarkan kepesertaan",
        "jumlah total banyaknya orang org jiwa dan l p rentan yang yg di sudah telah ikut aktif terlindungi"
        " dilindungi bpjs tk bpjstk bpjamsostek jamsostek ketenagakerjaan bpu informal program jkk jkm data"
        " realisasi",
        "enrolled workers members participants",
        "vulnerable active registered insured number of total count and",
    ),
}
"""Column → its own words, of which a heading needs at least one, and words allowed beside them."""
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
"""The words that may follow "total". With any other word it is a name."""

SEGMENT_WORDS = {word: segment for segment, words in _SEGMENTS.items() for word in words.split("|")}
TOTAL_WORDS = set(_OF_TOTALS.split("|"))
WITHDRAWING = ("tarik", "ditarik", "withdraw", "withdrawn")  # in place of a figure of actuals
MONTH_WORDS = {word: number for number, words in enumerate(_MONTHS, 1) for word in words.split()}


def named_segment(text: str) -> str:
    """The segment that a heading or name states explicitly: opd, kecamatan, or none."""
    words = plain(text)
    is_opd = re.search(r"\b(opd|skpd|perangkat daerah)\b", words) is not None
    is_kecamatan = re.search(r"\b(kecamatan|kec)\b", words) is not None
    return "" if is_opd == is_kecamatan else "opd" if is_opd else "kecamatan"


def is_total(text: str) -> bool:
    """Whether a row with this beginning adds up other rows."""
    words = plain(text)
    total = next((t for t in _TOTALS if words == t or words.startswith(f"{t} ")), None)
    if total is None or tidy(text)[0] in "+-=@":
        return False
    return all(word in TOTAL_WORDS or word.isdecimal() for word in words.removeprefix(total).split())


@dataclass(frozen=True, eq=False)  # compared by identity, so that results can be cached by it
class ListWords:
    """The headings of one kind of list: column → its words in Indonesian and in English, separated by |.

    `vocabulary` contains, for columns that offices name in many ways, their own words and those allowed
    beside them. A row is a heading row if it names a column of `key` and one of `figures`, and is complete if
    it also names those of `needed`; `missing` is the problem of a table without such a row. Figures of
    `addable` may be in several columns, which are added up.
    """

    name: ListKind
    words: Mapping[str, tuple[str, str]]
    key: tuple[str, ...]
    figures: tuple[str, ...]
    needed: tuple[str, ...]
    missing: str
    addable: tuple[str, ...]

    def word(self, column: str) -> str:
        """The usual word for a column."""
        return self.words[column][0].split("|")[0]

    @cached_property
    def vocabulary(self) -> dict[str, tuple[set[str], set[str]]]:
        """Maps each column to its own words and to those allowed beside them."""
        own_and_beside = {
            column: (set(f"{own} {own_en}".split()), set(f"{beside} {beside_en}".split()))
            for column, (own, beside, own_en, beside_en) in _BROAD.items()
        }
        return {column: words for column, words in own_and_beside.items() if column in self.words}

    @cached_property
    def columns(self) -> dict[str, str]:
        """The column of each word."""
        of = {column: "|".join(languages) for column, languages in self.words.items()}
        return {word: column for column, words in of.items() for word in words.split("|")}


UNIT_WORDS = ListWords(
    "units",
    _HEADINGS,
    ("name", "code"),
    ("asn", "enrolled"),
    ("asn", "enrolled"),
    "no_headings",
    ("asn", "enrolled", "pledge_workers"),
)
ACTUAL_WORDS = ListWords(
    "actuals",
    {
        "code": _HEADINGS["code"],
        "name": _HEADINGS["name"],
        "month": ("bulan|bln|bulan iuran|bulan data|bulan tahun|periode", "month|period"),
        "year": _HEADINGS["year"],
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
    (),
    "no_actual_headings",
    FIGURES,
)


def language_of(headings: list[str], kind: ListWords) -> str | None:
    """The language (id or en) of most words of the headings; None if they show neither."""
    words = [word for heading in headings for word in plain(heading).split()]
    languages = []
    for i in (0, 1):
        broad = " ".join(" ".join(of[2 * i : 2 * i + 2]) for of in _BROAD.values())
        phrases = " ".join(pair[i] for pair in kind.words.values()).replace("|", " ")
        languages.append(set(f"{broad} {phrases}".split()))
    indonesian, english = languages  # words of both languages show nothing
    more = sum((word in indonesian) - (word in english) for word in words)
    return None if more == 0 else "id" if more > 0 else "en"
