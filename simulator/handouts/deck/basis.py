"""The last slides: which assumptions the numbers rest on, their sources, and what the model leaves out."""

from collections.abc import Mapping, Sequence

from simulator.handouts.deck.canvas import Canvas, Notes
from simulator.handouts.deck.material import Material
from simulator.handouts.deck.tables import SlideTable
from simulator.handouts.stamp import marks_legend, source_keys
from simulator.model.scenario import keeps_reference
from simulator.report.explain.cited import setting_basis
from simulator.report.sentences.limits import left_out_sentences
from simulator.report.tables.assumptions import IN_FORCE, assumptions_title, override_cells, setting_cells
from simulator.report.tables.table import Row, Table, titled
from simulator.words import text
from simulator.words.provenance import basis_name
from simulator.words.quantity import LEAST_KNOWN, count
from simulator.words.sentence import Sentence, joined, sentence

# The columns and their relative widths.
COLUMNS = {"name": 3.6, "value": 1.6, "reference": 1.6, "mark": 1.0, "source": 1.2}
SOURCE_COLUMNS = {"number": 0.7, "title": 3.4, "publisher": 3.4, "date": 1.4, "mark": 1.1}


def assumptions(canvas: Canvas, material: Material) -> None:
    """Add the settings in force: first those that a planner changed, then by basis, the least known first."""
    lang, c = material.lang, material.context
    marks = {path: setting_basis(c, path)[0] for path in IN_FORCE}

    def rank(path: str) -> tuple[bool, int]:
        return keeps_reference(c.scenario, path), -LEAST_KNOWN.index(marks[path])

    rows = [setting_cells(c, path, lang) for path in sorted(marks, key=rank)]
    for cells in override_cells(c, lang):
        rows.append(cells | {"name": sentence("deck.override", lang, name=cells["name"])})
    title = assumptions_title(c, lang)
    if len(material.contexts) > 1:  # the other scenarios have other assumptions
        title = joined((f"{material.letters[0]}:", title), lang)
    say = [text("deck.note.assumptions", lang), marks_legend(c, lang)]
    notes = Notes([title, *say], [material.of_scenario()])
    shown = [Row(tuple(cells.get(name, "") for name in COLUMNS)) for cells in rows]
    _table_slides(canvas, material, text("deck.assumptions", lang), title, COLUMNS, shown, notes)


def sources(canvas: Canvas, material: Material) -> None:
    """Add the sources behind the headline numbers."""
    lang = material.lang
    cited = {key: material.context.sources[key] for key in source_keys(material.contexts)}
    rows = []
    for key, source in cited.items():
        who, mark = source.publisher[lang], basis_name(source.basis, lang)
        rows.append(Row((key, source.title[lang], who, source.date, mark)))
    published = count(sum(source.basis == "published" for source in cited.values()))
    title = sentence("deck.sources.title", lang, number=count(len(cited)), published=published)
    supported = [f"{key}: {source.supports[lang]}" for key, source in cited.items()]
    notes = Notes([title, text("deck.say.sources", lang)], supported)
    _table_slides(canvas, material, text("deck.sources", lang), title, SOURCE_COLUMNS, rows, notes)


def _table_slides(
    canvas: Canvas,
    material: Material,
    topic: str,
    title: Sentence,
    columns: Mapping[str, float],
    rows: Sequence[Row],
    notes: Notes,
) -> None:
    content = Table(tuple(titled((f"sources.column.{name}" for name in columns), material.lang)), tuple(rows))
    table = SlideTable(content, [*columns.values()], material.lang, marks=False)  # they have a column
    table.flow(canvas, canvas.slide(topic, title, notes), str(title))


def limits(canvas: Canvas, material: Material) -> None:
    """Add what the model leaves out, in the same words as the page of sources."""
    lang = material.lang
    lines = list(left_out_sentences(material.context, lang).values())
    title = sentence("deck.limits.title", lang, number=count(len(lines)))
    page = canvas.slide(text("deck.limits", lang), title, Notes([title, text("deck.note.limits", lang)]))
    canvas.text(page, page.body, lines, sizes=(20,), bullets=True)
