"""The last slides: which assumptions the numbers rest on, their sources, and what the model leaves out."""

from collections.abc import Mapping, Sequence

from simulator.handouts.deck.canvas import BODY, INNER, MARGIN, Box, Canvas, write
from simulator.handouts.deck.material import Material
from simulator.handouts.deck.tables import SlideTable
from simulator.handouts.stamp import marks_legend, source_keys
from simulator.model.scenario import keeps_reference
from simulator.report.explain.cited import setting_basis
from simulator.report.sentences.limits import left_out_sentences
from simulator.report.tables import assumptions
from simulator.report.tables.table import Row, Table, titled
from simulator.words import text
from simulator.words.provenance import basis_name
from simulator.words.quantity import LEAST_KNOWN, count
from simulator.words.sentence import Sentence, sentence

SIZE = 12
# The columns and their parts of the width.
COLUMNS = {"name": 3.6, "value": 2.0, "reference": 2.0, "mark": 0.9, "source": 1.5}
SOURCE_COLUMNS = {"number": 0.6, "title": 3.4, "publisher": 4.2, "date": 1.1, "mark": 0.9}
GAP = 32.0


def assumptions_and_sources(canvas: Canvas, material: Material) -> None:
    """Settings in force with mark and source, then what is known of each source."""
    _assumptions(canvas, material)
    _sources(canvas, material)


def _assumptions(canvas: Canvas, material: Material) -> None:
    """What the planner chose, then what nobody published, then the rest, without what no result uses."""
    lang, c = material.lang, material.context
    marks = {path: setting_basis(c, path)[0] for path in assumptions.IN_FORCE}

    def rank(path: str) -> tuple[bool, int]:
        return keeps_reference(c.scenario, path), -LEAST_KNOWN.index(marks[path])

    rows = [assumptions.setting_cells(c, path, lang) for path in sorted(marks, key=rank)]
    for cells in assumptions.override_cells(c, lang):
        rows.append(cells | {"name": sentence("deck.override", lang, name=cells["name"])})
    title = assumptions.assumptions_title(c, lang)
    notes = [material.of_scenario(), text("deck.note.assumptions", lang), marks_legend(c, lang)]
    shown = [Row(tuple(cells.get(name, "") for name in COLUMNS)) for cells in rows]
    _table_slides(canvas, material, material.topic("deck.assumptions"), title, COLUMNS, shown, notes)


def _sources(canvas: Canvas, material: Material) -> None:
    lang = material.lang
    sources = {key: material.context.sources[key] for key in source_keys(material.contexts)}
    rows = []
    for key, source in sources.items():
        who, mark = source.publisher[lang], basis_name(source.basis, lang)
        rows.append(Row((key, source.title[lang], who, source.date, mark)))
    published = count(sum(source.basis == "published" for source in sources.values()))
    title = sentence("deck.sources.title", lang, number=count(len(sources)), published=published)
    notes = [f"{key}: {source.supports[lang]}" for key, source in sources.items()]
    _table_slides(canvas, material, text("deck.sources", lang), title, SOURCE_COLUMNS, rows, notes)


def _table_slides(
    canvas: Canvas,
    material: Material,
    topic: str,
    title: Sentence,
    columns: Mapping[str, float],
    rows: Sequence[Row],
    notes: Sequence[str],
) -> None:
    content = Table(tuple(titled((f"sources.column.{name}" for name in columns), material.lang)), tuple(rows))
    table = SlideTable(content, [*columns.values()], material.lang, marks=False)  # they have a column
    for slide, page in canvas.pages(topic, title, table.in_pages(BODY, SIZE), notes, material.lang):
        table.draw(slide, BODY, str(title), size=SIZE, page=page)


def limits(canvas: Canvas, material: Material) -> None:
    """What the model leaves out, as on the page of sources."""
    lang = material.lang
    lines = list(left_out_sentences(material.context, lang).values())
    title = sentence("deck.limits.title", lang, number=count(len(lines)))
    slide = canvas.slide(text("deck.limits", lang), title, [text("deck.note.limits", lang)])
    half, width = (len(lines) + 1) // 2, (INNER - GAP) / 2
    for i, part in enumerate((lines[:half], lines[half:])):
        box = Box(MARGIN + i * (width + GAP), BODY.top, width, BODY.height)
        write(slide, box, part, sizes=(15, 14, 13, 12), bullets=True)
