"""Interprets the name of a row: a heading of what follows, not an office, or nearly a known office."""

import re
from functools import lru_cache

from simulator.store.names import KINDS, kind_of, plain, plain_name, without_kind

_WORDS = {
    "opd": "opd|skpd|organisasi|perangkat|dinas|badan|instansi",
    "kecamatan": "kecamatan|kec",
    "other": "lainnya|lain|sekolah|puskesmas|uptd|upt",
}
_BEGINNINGS = {
    "opd": "dinas|badan|sekretariat|inspektorat|bagian|satuan|satpol|rsud|rumah sakit",
    "kecamatan": "kecamatan|kec|kantor kecamatan|kantor camat|camat",
    "other": "sekolah|tk|sd|sdn|smp|smpn|puskesmas|uptd|upt|korwil",
}
"""The first words of names of offices, by segment."""
_BESIDE = "daftar|kelompok|unit|kerja|daerah|kantor|asn|dan|kabupaten|kota|se"
_COUNTING = r"[0-9]+|[ivx]+|[a-h]"  # before a heading: 1, II, B
_GOVERNMENT = {"pemkab", "pemkot", "pemda", "pemerintah"}
_REGION_WORDS = {*KINDS, *_GOVERNMENT, "daerah", "se", "seluruh", "jumlah", "total", "rekap", "asn"}
_NUMERALS = frozenset("i ii iii iv v vi vii viii ix x".split())
CONSONANTS = 6  # fewest consonants by which a name without vowels is recognised
SHORT = 12  # a known name with fewer letters may have only one wrong letter


def heading_segment(text: str) -> str:
    """The segment that a row states and nothing else, as in "II. KECAMATAN"; otherwise none."""
    words = re.sub(rf"^({_COUNTING}) ", "", plain(text)).split()
    words = [word for word in words if word not in _BESIDE.split("|")]
    named = {segment for segment, of in _WORDS.items() for word in words if word in of.split("|")}
    every = all(any(word in of.split("|") for of in _WORDS.values()) for word in words)
    return named.pop() if every and len(named) == 1 else ""


def segment_of_name(name: str) -> str:
    """The segment shown by the first word of an office's name (Dinas, Kecamatan, Puskesmas).

    Otherwise none.
    """
    words = plain(name)
    return next((s for s, of in _BEGINNINGS.items() if re.match(rf"({of})( |$)", words)), "")


def is_of_region(name: str, region: str) -> bool:
    """Whether a name is that of the whole regency: "Kabupaten Kendal", "Pemkab Kendal", "Se-Kabupaten".

    "Kota Kendal" does not mean Kabupaten Kendal.
    """
    words, bare = plain(name), without_kind(region)
    before = re.sub(rf"(^| ){bare}$", "", words).split() if bare else words.split()
    kinds = {kind for word in before if (kind := kind_of(word))}
    is_named = bool(kinds or set(before) & _GOVERNMENT) and set(before) <= _REGION_WORDS
    return is_named and not (kind_of(region) and kinds - {kind_of(region)})


def is_bare_region(name: str, region: str) -> bool:
    """Whether a name is only that of the regency, as "Kendal", which may be its kecamatan of that name."""
    return bool(region) and plain(name) == without_kind(region)


def has_letters(name: str) -> bool:
    """Whether a name has a letter at all; a year or a dash is not an office."""
    return any(c.isalpha() for c in name)


def is_nearly(name: str, office: str, region: str, *, all_known: bool = False) -> bool:
    """Whether a name is that of an office except for a few letters, its vowels, or a remark in brackets.

    One or two letters may be wrong, or every fourth if the names of all offices of the kind are known
    (`all_known`), and words may be abbreviated: "Kaliwungu Sel."
    """
    key, other = plain_name(name, region), plain_name(office, region)
    without_remark = plain_name(_without_remark(name), region)
    most = 1 if min(len(key), len(other)) < SHORT else 2
    most = max(most, max(len(key), len(other)) // 4) if all_known else most
    if other == without_remark or _is_typed_alike(plain(name), plain(office), key, other, most):
        return True
    if _is_cut_short(plain(name), plain(office)):
        return True
    consonants, of_office = _without_vowels(key), _without_vowels(other)
    return (
        consonants == of_office
        and len(consonants) >= CONSONANTS
        and _numbers(plain(name)) == _numbers(plain(office))
    )


# Each name of a list is compared with each office: these results are computed once per name.


@lru_cache(10_000)
def _without_remark(name: str) -> str:
    return re.sub(r"\([^()]*\)", " ", name)


@lru_cache(10_000)
def _without_vowels(key: str) -> str:
    return re.sub("[aiueo]", "", key)


@lru_cache(10_000)
def _own_words(text: str) -> list[str]:
    return re.sub(r"^(kecamatan|kec) (?=.)", "", text).split()


@lru_cache(10_000)
def _numbers(name: str) -> list[str]:
    return [word for word in name.split() if word.isdecimal() or word in _NUMERALS]


def _is_cut_short(name: str, other: str) -> bool:
    """Whether two names have the same words, some abbreviated to at least three letters."""
    words, others = _own_words(name), _own_words(other)
    if len(words) != len(others):
        return False
    pairs = [sorted(pair, key=len) for pair in zip(words, others)]
    return all(short == whole or len(short) > 2 and whole.startswith(short) for short, whole in pairs)


def _is_typed_alike(name: str, other: str, key: str, other_key: str, most: int) -> bool:
    """Whether two names differ by at most a number of letters; numbers and numerals must be the same."""
    if _numbers(name) != _numbers(other):
        return False
    return abs(len(key) - len(other_key)) <= most and _letters_apart(key, other_key, most) <= most


def _letters_apart(one: str, other: str, most: int) -> int:
    """The Levenshtein distance of two names, counted only until it exceeds `most`."""
    before = list(range(len(other) + 1))
    for i, letter in enumerate(one, 1):
        now = [i]
        for j, beside in enumerate(other, 1):
            now.append(min(before[j] + 1, now[-1] + 1, before[j - 1] + (letter != beside)))
        if min(now) > most:
            return most + 1
        before = now
    return before[-1]
