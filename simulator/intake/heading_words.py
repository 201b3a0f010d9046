"""What the heading of a column says: which column of a list it is, and which part of a figure."""

import re
from dataclasses import dataclass
from functools import lru_cache

from simulator.intake.list_words import MONTH_WORDS, ListWords
from simulator.store.names import plain, tidy

_PHRASES = (
    (re.compile(r"\bpegawai pemerintah (?:dengan|dgn) perjanjian kerja\b"), "pppk"),
    (re.compile(r"\b(?:pegawai )?negeri sipil\b"), "pns"),
    (re.compile(r"\baparatur sipil negara\b"), "asn"),
    (re.compile(r"\btenaga kerja\b"), "pekerja"),
    (re.compile(r"\blaki laki\b"), "l"),
)
_SPELLINGS = {
    spelling: word
    for word, spellings in {
        "pppk": "p3k",
        "pekerja": "pek",
        "pegawai": "peg",
        "l": "laki lk pria male men",
        "p": "perempuan wanita pr female women",
        "jumlah": "jml jlh jmlh",
    }.items()
    for spelling in spellings.split()
}
LONGEST = 200  # characters of a heading with those above it; a longer text is none
_SEXES = {"l", "p"}
_STATUSES = {"pns", "pppk", "cpns", "paruh", "penuh"}  # the last two of "PPPK paruh waktu" and the other kind
_FILLERS = set("jumlah total banyaknya orang org jiwa yang yg di rp rupiah idr number of".split())
_DATE = re.compile(
    r"\(?\s*(?:\b(?:per|posisi|s\.?\s?d\.?|sampai(?: dengan)?|hingga|as of|until)\s+)?"
    r"(?:\b(?:akhir|bulan|tgl|tanggal|end of)\.?\s+)*(?:\b[0-9]{1,2}\s+)?"
    rf"\b({'|'.join(sorted(MONTH_WORDS, key=len, reverse=True))})\b[\s.'-]*([0-9]{{4}}|[0-9]{{2}})\b\s*\)?",
    re.IGNORECASE,
)
"""The month that a heading such as "Peserta s.d. 30 November 2025" speaks of."""
_OTHER_MATTERS = set(
    "target rencana potensi usulan calon belum non nonasn tidak bukan sisa kurang kekurangan selisih persen"
    " persentase prosentase percent percentage honorer honor thl phl ptt gtt kontrak rata lalu sebelumnya"
    " baru masuk keluar berhenti meninggal lunas komitmen pledge pledged planned previous".split()
)
"""Beside the words of a column, or in brackets behind them, they make another matter of it."""
OTHER_STAFF = set("honorer honor thl phl ptt gtt kontrak nonasn non outsourcing sukarelawan".split())
_TEXTS = ("code", "name", "segment", "month", "year", "note", "number")  # columns that are no figures


@dataclass(frozen=True)
class Meaning:
    """The column a heading speaks of, and its words: "Pegawai laki-laki" is a part of asn."""

    column: str
    words: frozenset[str]

    @property
    def sexes(self) -> frozenset[str]:
        """The sexes it is confined to, none where it counts both."""
        found = self.words & _SEXES
        return frozenset() if found == _SEXES else found

    @property
    def statuses(self) -> frozenset[str]:
        """The kinds of civil servants it is confined to, none where it counts all."""
        found = self.words & _STATUSES
        return frozenset() if {"pns", "pppk"} <= found else found

    @property
    def is_whole(self) -> bool:
        """Whether it counts everybody."""
        return not (self.sexes or self.statuses)


@lru_cache(maxsize=16_384)
def words_of(heading: str) -> tuple[str, ...]:
    """The words of a heading, those in brackets too, each in the one spelling it has here."""
    text = " ".join(re.findall(r"[^\W_]+", tidy(heading).casefold()))
    for pattern, word in _PHRASES:
        text = pattern.sub(word, text)
    return tuple(_SPELLINGS.get(word, word) for word in text.split())


@lru_cache(maxsize=16_384)
def meaning(heading: str, kind: ListWords) -> Meaning | None:
    """What a heading says in a kind of list; None where it is none of its columns, or not clearly one."""
    if len(heading) > LONGEST:
        return None
    heading = _DATE.sub(" ", heading)
    words = words_of(heading)
    exact = kind.columns.get(" ".join(words)) or kind.columns.get(plain(heading))
    in_brackets = set(words) - set(words_of(plain(heading)))
    if "%" in heading or in_brackets & _OTHER_MATTERS:
        return None
    column = exact if exact and not in_brackets & (_SEXES | _STATUSES) else _broad(words, kind)
    if column is None:
        outside = words_of(plain(heading))
        column = _broad(outside, kind) or _figure(outside, kind)
    return Meaning(column, frozenset(words)) if column else None


def _broad(words: tuple[str, ...], kind: ListWords) -> str | None:
    """The one column that has a word of these for its own and knows all others."""
    found = [
        column
        for column, (own, beside) in kind.vocabulary.items()
        if own.intersection(words) and own.union(beside).issuperset(words)
    ]
    return found[0] if len(found) == 1 else None


def _figure(words: tuple[str, ...], kind: ListWords) -> str | None:
    """The figure named by a heading such as "Jumlah klaim JKM (orang)"."""
    column = kind.columns.get(" ".join(word for word in words if word not in _FILLERS))
    return None if column in _TEXTS else column


def month_of(heading: str) -> str:
    """The month YYYY-MM a heading says its figures are of, empty where it says none."""
    found = _DATE.search(heading[:LONGEST])
    return f"20{found[2][-2:]}-{MONTH_WORDS[found[1].casefold()]:02d}" if found else ""


def is_other_matter(heading: str) -> bool:
    """Whether a heading says in so many words that its column is of something else."""
    return "%" in heading or not _OTHER_MATTERS.isdisjoint(words_of(heading))


def names_civil_servants(heading: str) -> bool:
    """Whether a heading speaks of one kind of civil servants, in whatever words besides."""
    return not (_STATUSES.isdisjoint(words_of(heading)) or is_other_matter(heading))


def counts_other_staff(heading: str) -> bool:
    """Whether a column counts people who work there and are no civil servants."""
    return not OTHER_STAFF.isdisjoint(words_of(heading))


def only_says_units(heading: str) -> bool:
    """Whether a cell such as "(orang)" says no more than what is counted."""
    return _FILLERS.issuperset(words_of(heading))
