"""The last slides: which assumptions the numbers rest on, their sources, and what the model leaves out."""

from simulator.handouts.deck.canvas import BODY, INNER, MARGIN, Box, Canvas, write
from simulator.handouts.deck.material import Material
from simulator.handouts.deck.tables import Column, Row, draw, in_pages
from simulator.handouts.stamp import source_keys
from simulator.model.scenario import setting_value
from simulator.planning.reference import REFERENCE
from simulator.report.explain.derivation import setting_basis
from simulator.report.sentences.limits import left_out_sentences
from simulator.report.tables import assumptions
from simulator.words import Lang, text
from simulator.words.numbers import people
from simulator.words.provenance import basis_name
from simulator.words.quantity import LEAST_KNOWN

SIZE = 12
COLUMNS = {
    "name": 3.6,
    "value": 2.0,
    "reference": 2.0,
    "mark": 0.9,
    "source": 1.5,
}  # and their parts of the width
GAP = 32.0


def assumptions_and_sources(canvas: Canvas, material: Material) -> None:
    """Settings in force with mark and source, then what is known of each source."""
    _assumptions(canvas, material)
    _sources(canvas, material)


def _assumptions(canvas: Canvas, material: Material) -> None:
    """What the planner chose first, then what nobody published, then the rest; what no result uses is left out."""
    lang, p = material.lang, material.main
    marks = {
        path: setting_basis(path, setting_value(p.scenario, path), material.context.sources)[0]
        for path in assumptions.IN_FORCE
    }
    order = sorted(
        marks,
        key=lambda path: (
            setting_value(p.scenario, path) == REFERENCE[path],
            -LEAST_KNOWN.index(marks[path]),
        ),
    )
    rows = [
        _cells(
            assumptions.setting_row(path, setting_value(p.scenario, path), material.context.sources, lang),
            lang,
        )
        for path in order
    ]
    rows += [
        _cells(
            row
            | {
                text("sources.column.name", lang): text(
                    "deck.override", lang, name=row[text("sources.column.name", lang)]
                )
            },
            lang,
        )
        for row in assumptions.override_rows(p.scenario, p.baseline, lang)
    ]
    assumed = assumptions.assumed_settings(p.scenario, material.context.sources)
    title = text("sources.title", lang, assumed=people(assumed, lang), settings=people(len(marks), lang))
    notes = [material.of_scenario(), text("deck.note.assumptions", lang), text("units.sheet.marks", lang)]
    columns = [
        Column(text(f"sources.column.{name}", lang), part, number=False) for name, part in COLUMNS.items()
    ]
    _table_slides(canvas, material, material.topic("deck.assumptions"), title, columns, rows, notes)


def _cells(row: assumptions.Row, lang: Lang) -> Row:
    return Row(tuple(row.get(text(f"sources.column.{name}", lang), "") for name in COLUMNS))


def _sources(canvas: Canvas, material: Material) -> None:
    lang = material.lang
    keys = source_keys(material.contexts)
    columns = [
        Column(text("sources.column.number", lang), 0.6, number=False),
        Column(text("sources.column.title", lang), 3.4, number=False),
        Column(text("sources.column.publisher", lang), 4.2, number=False),
        Column(text("sources.column.date", lang), 1.1, number=False),
        Column(text("sources.column.mark", lang), 0.9, number=False),
    ]
    rows = [
        Row((key, source.title[lang], source.publisher[lang], source.date, basis_name(source.basis, lang)))
        for key in keys
        for source in (material.context.sources[key],)
    ]
    published = sum(material.context.sources[key].basis == "published" for key in keys)
    title = text(
        "deck.sources.title", lang, number=people(len(keys), lang), published=people(published, lang)
    )
    notes = [f"{key}: {material.context.sources[key].supports[lang]}" for key in keys]
    _table_slides(canvas, material, text("deck.sources", lang), title, columns, rows, notes)


def _table_slides(
    canvas: Canvas,
    material: Material,
    topic: str,
    title: str,
    columns: list[Column],
    rows: list[Row],
    notes: list[str],
) -> None:
    for slide, page in canvas.pages(topic, title, in_pages(columns, rows, BODY, SIZE), notes, material.lang):
        draw(slide, BODY, columns, page, size=SIZE, name=title, among=rows)


def limits(canvas: Canvas, material: Material) -> None:
    """What the model leaves out, as on the page of sources."""
    lang, p = material.lang, material.main
    said = list(left_out_sentences(p, material.context.programme, lang))
    slide = canvas.slide(
        text("deck.limits", lang),
        text("deck.limits.title", lang, number=people(len(said), lang)),
        [text("deck.note.limits", lang)],
    )
    half, width = (len(said) + 1) // 2, (INNER - GAP) / 2
    for i, part in enumerate((said[:half], said[half:])):
        write(
            slide,
            Box(MARGIN + i * (width + GAP), BODY.top, width, BODY.height),
            part,
            sizes=(15, 14, 13, 12),
            bullets=True,
        )
