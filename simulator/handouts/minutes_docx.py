"""`notulen.docx`: the minutes as a document, to be edited in Word or LibreOffice."""

from collections.abc import Iterable, Sequence
from datetime import date
from io import BytesIO
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from simulator.handouts.details import NOTHING_KNOWN, Details
from simulator.handouts.docx_template import MARGIN, SIZE, cleaned, dress
from simulator.handouts.minutes import Block, Empty, Facts, Listed, LoggedDecision, Minutes, minutes_of
from simulator.handouts.properties import properties_of, sealed
from simulator.handouts.writing import one_line, written, written_table
from simulator.report.charts.theme import MUTED
from simulator.report.context import Context
from simulator.report.tables.table import Table
from simulator.words import Lang, text
from simulator.words.sentence import Words

SMALL = 7.5  # points
# Millimetres: width between the margins, width of a label, heights of rows to write and to sign in.
INNER, LABEL = 210.0 - 2 * MARGIN, 46.0
ROW, SIGNATURE = 9.5, 24.0


def minutes_docx_bytes(
    contexts: Sequence[Context],
    lang: Lang,
    today: date,
    *,
    unsaved: bool = False,
    details: Details = NOTHING_KNOWN,
) -> bytes:
    """The minutes as DOCX."""
    minutes = minutes_of(contexts, lang, today, details, unsaved)
    out = BytesIO()
    cleaned(_Writer(minutes, lang).document).save(out)
    title = text("minutes.title_of", lang, scenario=contexts[0].scenario.name)
    return sealed(out.getvalue(), properties_of(title, contexts, lang, today))


class _Writer:
    """Writes the minutes into a document; creating it writes everything."""

    def __init__(self, minutes: Minutes, lang: Lang):
        self.document, self.lang = Document(), lang
        dress(self.document, lang)
        self._edges(minutes)
        self.document.add_paragraph(_plain(minutes.title), style="Title")
        self._facts(minutes.facts)
        for section in minutes.sections:
            self.document.add_heading(_plain(section.heading), 1)
            for block in section.blocks:
                self._block(block)
        self._signatures(minutes)
        foot = [self.document.add_paragraph() for _ in minutes.foot]
        for paragraph, words in zip(foot, minutes.foot):
            self._small(paragraph, words)
            paragraph.paragraph_format.keep_together = True
        _with_next(foot[:-1])

    def _edges(self, minutes: Minutes) -> None:
        """Write the header and the page number of every page."""
        section = self.document.sections[0]
        header = section.header.paragraphs[0]
        self._small(header, " · ".join(filter(None, (minutes.made_up, minutes.header))))
        footer = section.footer.paragraphs[0]
        footer.alignment = WD_ALIGN_PARAGRAPH.CENTER
        before, after = text("handouts.page", self.lang, number="\0").split("\0")
        self._small(footer, before)
        field = OxmlElement("w:fldSimple")
        field.set(qn("w:instr"), "PAGE")
        footer._p.append(field)
        field.append(self._small(footer, "1")._r)
        if after:
            self._small(footer, after)

    def _small(self, paragraph: Any, words: Words) -> Any:
        run = paragraph.add_run(_plain(words))
        run.font.size, run.font.color.rgb = Pt(SMALL), RGBColor.from_string(MUTED[1:])
        return run

    def _block(self, block: Block) -> None:
        if isinstance(block, Facts):
            self._facts(block)
        elif isinstance(block, Empty):
            self._empty(block)
        elif isinstance(block, LoggedDecision):
            self._lines(self.document.add_paragraph(style="Heading 2"), block.question)
            self._facts(block.facts)
        elif isinstance(block, Table):
            self._table(block)
        elif isinstance(block, Listed):
            for number, line in enumerate(block.lines, 1):
                paragraph = self.document.add_paragraph(f"{number}.\t{_plain(line)}")
                paragraph.paragraph_format.left_indent = Mm(6)
                paragraph.paragraph_format.first_line_indent = Mm(-6)
                paragraph.paragraph_format.tab_stops.add_tab_stop(Mm(6))
        else:
            self.document.add_paragraph(_plain(block))

    def _lines(self, paragraph: Any, words: Words) -> None:
        """Write words with the line breaks of their author."""
        lines: Sequence[Words] = words.splitlines() if isinstance(words, str) else [words]
        for i, line in enumerate(lines):
            if i:
                paragraph.add_run().add_break()
            paragraph.add_run(_plain(line))

    def _grid(self, rows: int, widths: Sequence[float], style: str | None = None) -> Any:
        """A table with columns of the given widths in millimetres."""
        table = self.document.add_table(rows, len(widths), style)
        table.autofit = False
        for column, width in zip(table.columns, widths):
            column.width = Mm(width)
            for cell in column.cells:
                cell.width = Mm(width)
                cell.paragraphs[0].paragraph_format.space_after = Pt(1)
        return table

    def _facts(self, facts: Facts) -> None:
        """Write a label beside each value, or beside a line to write on."""
        table = self._grid(len(facts.rows), (LABEL, INNER - LABEL))
        for row, (label, words) in zip(table.rows, facts.rows):
            name, value = row.cells
            name.paragraphs[0].add_run(_plain(label)).font.color.rgb = RGBColor.from_string(MUTED[1:])
            if words is None:
                _underlined(value)
            else:
                self._lines(value.paragraphs[0], words)
        self._after()

    def _empty(self, empty: Empty) -> None:
        table = self._grid(
            empty.rows + 1, [INNER * part / sum(empty.parts) for part in empty.parts], "Table Grid"
        )
        for cell, title in zip(table.rows[0].cells, empty.titles):
            cell.paragraphs[0].add_run(_plain(title)).bold = True
        _kept_whole(table)
        for number, row in enumerate(table.rows[1:], 1):
            row.height = Mm(ROW)
            row.cells[0].paragraphs[0].add_run(f"{number}")
        self._after()

    def _table(self, table: Table) -> None:
        titles, cells = written_table(table, self.lang)
        first = INNER * 0.34
        others = [(INNER - first) / (len(titles) - 1)] * (len(titles) - 1)
        made = self._grid(len(cells) + 1, (first, *others), "Table Grid")
        strong = [True, *(row.is_total for row in table.rows)]
        for row, words, bold in zip(made.rows, [titles, *cells], strong):
            for cell, content, column in zip(row.cells, words, table.columns):
                cell.paragraphs[0].add_run(_plain(content)).bold = bold
                if column.is_number:
                    cell.paragraphs[0].alignment = WD_ALIGN_PARAGRAPH.RIGHT
        _kept_whole(made)
        self._after()

    def _signatures(self, minutes: Minutes) -> None:
        """Write the places to sign, on one page with the small print, which would look lost by itself."""
        self.document.add_heading(_plain(minutes.signatures), 1)
        between = 14.0
        widths = [INNER / len(minutes.signers) - between, between] * len(minutes.signers)
        table = self._grid(2, widths)
        table.rows[1].height = Mm(SIGNATURE)
        for signer, above, below in zip(minutes.signers, table.rows[0].cells[::2], table.rows[1].cells[::2]):
            above.paragraphs[0].add_run(_plain(signer))
            _underlined(below)
        _with_next(paragraph for row in table.rows for cell in row.cells for paragraph in cell.paragraphs)
        _with_next([self._after()])

    def _after(self) -> Any:
        """Add space below a table as a paragraph; without it two tables would become one."""
        paragraph = self.document.add_paragraph()
        room = paragraph.paragraph_format
        room.line_spacing, room.space_after = Pt(SIZE * 0.5), Pt(0)
        return paragraph


def _with_next(paragraphs: Iterable[Any]) -> None:
    """Keep each paragraph on the page of the next one."""
    for paragraph in paragraphs:
        paragraph.paragraph_format.keep_with_next = True


def _plain(words: Words) -> str:
    return one_line(written(words))


def _kept_whole(table: Any) -> None:
    """Keep each row of a table on one page, and repeat its row of titles on every page."""
    for row in table.rows:
        row._tr.get_or_add_trPr().append(OxmlElement("w:cantSplit"))
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))


def _underlined(cell: Any) -> None:
    """Draw a line at the bottom of a cell to write on."""
    borders, line = OxmlElement("w:tcBorders"), OxmlElement("w:bottom")
    for name, value in (("val", "single"), ("sz", "4"), ("color", MUTED[1:])):
        line.set(qn(f"w:{name}"), value)
    borders.append(line)
    cell._tc.get_or_add_tcPr().append(borders)
