"""Finds the office of each row of a unit list by its code, its name, and the headings above it."""

import re
from typing import Any

from simulator.errors import Problem
from simulator.intake.known_units import KnownUnit, KnownUnits
from simulator.intake.list_headings import Cells
from simulator.intake.list_reader import ListReader
from simulator.intake.list_words import named_segment
from simulator.intake.row_names import segment_of_name
from simulator.intake.row_questions import Answers

BPS_CODE = re.compile(r"\d{7}")  # of a kecamatan


class OfficesOfRows:
    """Finds the office of each row; refuses through the list's reader, and adds to its `questions`.

    `name_place` is the column that identifies the unit of a row, `section` the segment named by the last
    heading among the rows; `coded` are the rows with a code in place of a name.
    """

    def __init__(self, reader: ListReader, answers: Answers, questions: list[Problem]):
        self.heads, self.known, self.refuse = reader.heads, reader.known, reader.refuse
        self.answers, self.questions = answers, questions
        self.name_place = "name" if "name" in self.heads.places else "code"
        self.section = ""
        self.coded: list[int] = []
        # Row, name, and the key that no other row may have.
        self._named: list[tuple[int, str, set[tuple[str, str]]]] = []
        self._unknown: list[tuple[int, str, str]] = []  # row, name, segment
        self._no_segment: list[tuple[int, str]] = []

    def named_by_code(self, cells: Cells, row: int) -> Cells:
        """The cells of a row, with the name of a known code added if the code replaces the name."""
        name, code = cells.get("name"), cells.get("code")
        stated = code if name is None else name
        is_name = name is not None and any(map(str.isalpha, str(name)))
        digits = str(stated).removesuffix(".0").strip()
        office = None if stated is None or is_name else self.known.coded(digits)
        if office is None:
            return {"name": None, **cells}
        self.coded.append(row)
        return {**cells, "name": office.name, "code": office.code}

    def keep(self, row: int, code: str, name: str, stated: str) -> KnownUnit | None:
        """The office that a row seems to be, whether or not its figures are clear.

        No other row may be the same.
        """
        answer = self.answers.get(row, "")
        office = self.known.coded(answer) or self.known.coded(code) or self._office_named(name, stated)
        segment = office.segment if office else stated
        keys = {("code", _code(code, office, self.known)), ("known", office.base_code if office else "")}
        keys.add((segment, self.known.key(name)))
        self._named.append((row, name, {key for key in keys if key[1]}))
        return office

    def _office_named(self, name: str, segment: str) -> KnownUnit | None:
        """The office with a name, in its segment if there is one, otherwise in any segment."""
        elsewhere = "segment" not in self.heads.places or not segment
        return self.known.named(name, segment) or (self.known.named(name, "") if elsewhere else None)

    def known_unit(self, row: int, code: str, name: str, segment: str) -> KnownUnit | None:
        """The office of a row, None for a new one; code, name and segment must match."""
        answer = self.answers.get(row, "")
        stated = segment or self.segment_of(name)
        coded, named = self.known.coded(code), self._office_named(name, stated)
        place = "segment" if "segment" in self.heads.places else ""
        if office := self.known.coded(answer):
            return office
        if coded and named and coded.code != named.code:
            self.refuse(row, "code_of_another", "code", code, name=coded.name)
        elif coded and segment and coded.segment != segment:
            self.refuse(row, "segment_of_another", place, segment, name=coded.name, segment=coded.segment)
        elif coded and not named and not self.known.is_nearly(name, coded):
            if not answer:
                values: dict[str, Any] = {"name": coded.name, "given": code, "rows": (row,)}
                self.questions.append(
                    self.heads.problem(row, "code_of_other_name", self.name_place, name, **values)
                )
        elif not (coded or named or stated):
            self._no_segment.append((row, name))
        return coded or named

    def segment_of(self, name: str) -> str:
        """The segment of a unit that no column names.

        A name that says kecamatan decides. Otherwise the last heading among the rows, or a column heading
        such as "Nama OPD", applies to all units below it; without one the name itself decides.
        """
        own = segment_of_name(name)
        stated = self.section or named_segment(self.heads.title(self.heads.places[self.name_place][0]))
        if own == "kecamatan" or not stated:
            return own
        return stated if own or named_segment(name) in ("", stated) else ""

    def code(self, row: int, code: str, name: str, segment: str, office: KnownUnit | None) -> str:
        """The code that a unit gets; an unknown office is kept for `ask_nearly_known`."""
        if office is None:
            self._unknown.append((row, name, segment))
        return _code(code, office, self.known)

    def ask_nearly_known(self) -> None:
        """Ask about an unknown name that differs from a known one by a letter or a remark in brackets."""
        listed = {key[1] for _, _, keys in self._named for key in keys if key[0] == "code"}
        for row, name, segment in [*self._unknown, *((row, name, "") for row, name in self._no_segment)]:
            near = None if row in self.answers else self.known.nearest(name, segment, listed)
            if near:
                values: dict[str, Any] = {"name": near.name, "office": near.code, "rows": (row,)}
                self.questions.append(
                    self.heads.problem(row, "nearly_known", self.name_place, name, **values)
                )

    def refuse_without_segment(self) -> None:
        """Refuse a unit of unknown segment, unless there is a question about the row already."""
        place = "segment" if "segment" in self.heads.places else ""
        questioned = {row for question in self.questions for row in question.values["rows"]}
        for row, name in self._no_segment:
            if row not in questioned:
                self.refuse(row, "segment_unknown", place, name)

    def refuse_twice(self) -> None:
        """Refuse a row that is the same unit as an earlier one."""
        seen: dict[tuple[str, str], int] = {}
        for row, name, keys in self._named:
            earlier = [seen[key] for key in keys if key in seen]
            if earlier:
                self.refuse(row, "unit_twice", self.name_place, name, earlier=min(earlier))
            seen |= {key: seen.get(key, row) for key in keys}


def _code(code: str, office: KnownUnit | None, known: KnownUnits) -> str:
    """The code that a unit gets: that of the data if they have it, whatever the list uses.

    A kecamatan known by name gets the code of its tile if a list has seven digits of BPS (3324010).
    """
    of_bps = BPS_CODE.fullmatch(code) and office and office.segment == "kecamatan"
    if office and (office.base_code or known.coded(code) or of_bps):
        return office.code
    return code or (office.code if office else "")
