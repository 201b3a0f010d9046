"""Interprets the heading of a column: which column of a list it is, and which part of a figure."""

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
LONGEST = 200  # characters of a heading with those above it; a longer text is not a heading
_SEXES = {"l", "p"}
_STATUSES = {"pns", "pppk", "cpns", "paruh", "penuh"}  # the last two as in "PPPK paruh waktu"
_FILLERS = set("jumlah total banyaknya orang org jiwa yang yg di rp rupiah idr number of".split())
_DATE = re.compile(
    r"\(?\s*(?:\b(?:per|posisi|s\.?\s?d\.?|sampai(?: dengan)?|hingga|as of|until)\s+)?"
    r"(?:\b(?:akhir|bulan|tgl|tanggal|end of)\.?\s+)*(?:\b[0-9]{1,2}\s+)?"
    rf"\b({'|'.join(sorted(MONTH_WORDS, key=len, reverse=True))})\b[\s.'-]*([0-9]{{4}}|[0-9]{{2}})\b\s*\)?",
    re.IGNORECASE,
)
"""Finds the month in a heading such as "Peserta s.d. 30 November 2025"."""
_OTHER_MATTERS = set(
    "target rencana potensi usulan calon belum non nonasn tidak bukan sisa kurang kekurangan selisih persen"
    " persentase prosentase percent percentage honorer honor thl phl ptt gtt kontrak rata lalu sebelumnya"
    " baru masuk keluar berhenti meninggal lunas komitmen pledge pledged planned previous".split()
)
"""Words that give a column another meaning when they appear with its own words, or in brackets after them."""
OTHER_STAFF = set("honorer honor thl phl ptt gtt kontrak nonasn non outsourcing sukarelawan".split())
_TEXTS = ("code", "name", "segment", "month", "year", "note", "number")  # columns that are not figures


@dataclass(frozen=True)
class Meaning:
    """The column that a heading means, and its words: "Pegawai laki-laki" is a part of asn."""

    column: str
    words: frozenset[str]

    @property
    def sexes(self) -> frozenset[str]:
        """The sexes it is limited to; none if it counts both."""
        known = self.words & _SEXES
        return frozenset() if known == _SEXES else known

    @property
    def statuses(self) -> frozenset[str]:
        """The kinds of civil servants it is limited to; none if it counts all."""
        known = self.words & _STATUSES
        return frozenset() if {"pns", "pppk"} <= known else known

    @property
    def is_whole(self) -> bool:
        """Whether it counts everybody."""
        return not (self.sexes or self.statuses)


@lru_cache(maxsize=16_384)
def words_of(heading: str) -> tuple[str, ...]:
    """The words of a heading, including those in brackets, in normalised spelling."""
    text = " ".join(re.findall(r"[^\W_]+", tidy(heading).casefold()))
    for pattern, word in _PHRASES:
        text = pattern.sub(word, text)
    return tuple(_SPELLINGS.get(word, word) for word in text.split())


@lru_cache(maxsize=16_384)
def meaning(heading: str, kind: ListWords) -> Meaning | None:
    """The meaning of a heading in a kind of list; None if it is none of its columns, or not clearly one."""
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
    """The only column that has one of these words as its own and allows all the others."""
    known = [
        column
        for column, (own, beside) in kind.vocabulary.items()
        if own.intersection(words) and own.union(beside).issuperset(words)
    ]
    return known[0] if len(known) == 1 else None


def _figure(words: tuple[str, ...], kind: ListWords) -> str | None:
    """The figure named by a heading such as "Jumlah klaim JKM (orang)"."""
    column = kind.columns.get(" ".join(word for word in words if word not in _FILLERS))
    return None if column in _TEXTS else column


def month_of(heading: str) -> str:
    """The month YYYY-MM that a heading gives for its figures; empty if it gives none."""
    known = _DATE.search(heading[:LONGEST])
    return f"20{known[2][-2:]}-{MONTH_WORDS[known[1].casefold()]:02d}" if known else ""


def is_other_matter(heading: str) -> bool:
    """Whether a heading says explicitly that its column contains something else."""
    return "%" in heading or not _OTHER_MATTERS.isdisjoint(words_of(heading))


def names_civil_servants(heading: str) -> bool:
    """Whether a heading names one kind of civil servants, with any other words."""
    return not (_STATUSES.isdisjoint(words_of(heading)) or is_other_matter(heading))


def counts_other_staff(heading: str) -> bool:
    """Whether a column counts staff who are not civil servants."""
    return not OTHER_STAFF.isdisjoint(words_of(heading))


def only_says_units(heading: str) -> bool:
    """Whether a cell such as "(orang)" only names the unit of counting."""
    return _FILLERS.issuperset(words_of(heading))
