"""What is asked of the meeting, and what it agreed on."""

from simulator.handouts.asks import ask_lines
from simulator.handouts.deck.canvas import BODY, INNER, MARGIN, SMALL, Box, Canvas, write
from simulator.handouts.deck.material import Material
from simulator.handouts.deck.tables import SlideTable
from simulator.handouts.writing import Words, written_table
from simulator.model.metrics import TargetStatus
from simulator.planning.what_it_takes import what_it_takes
from simulator.report.explain.explanation import quantity
from simulator.report.sentences.ways import way_sentence
from simulator.report.tables.decisions import decision_table
from simulator.report.tables.groups import shortfall_table
from simulator.report.tables.table import Row, Table
from simulator.report.tables.unit_bill import rate_months
from simulator.words import text
from simulator.words.decisions import status_name
from simulator.words.quantity import Month, count, month
from simulator.words.sentence import Sentence, sentence

LEFT = 400.0
SIDE = Box(MARGIN + LEFT + 28, BODY.top, INNER - LEFT - 28, BODY.height)
CELL_LINES = 6  # of an entry of the log on a slide; in full in the notes
LOG_SIZES, BLANK_ROWS = (16, 14, 12), 6
PARTS = (2.2, 1.8, 1.8, 2.2, 1.3, 1.1)  # of the log's columns


def what_we_ask(canvas: Canvas, material: Material) -> None:
    """What the brief asks for, what would meet a missed target, and the counts in the month of the data."""
    c, lang = material.context, material.lang
    answer = what_it_takes(c.scenario, c.baseline, c.programme, c.today)
    lines = ask_lines(c, lang)
    title = _title(answer.status, len(lines), material)
    notes: list[Words] = [material.of_scenario()]
    if answer.ways:
        notes.append(text("deck.note.ask", lang))
    notes += [way_sentence(c, way, lang, says_past=True) for way in answer.ways]
    slide = canvas.slide(material.topic("deck.ask"), title, notes)
    box = Box(MARGIN, BODY.top, LEFT, BODY.height)
    write(slide, box, lines, sizes=(16, 15, 14, 13, 12), bullets=True)
    name = str(sentence("deck.ask.table", lang, month=material.month(0)))
    table = SlideTable(shortfall_table(c, lang), (3.0, 1.3, 1.2, 2.1), lang)
    end = table.draw(slide, SIDE, name, size=12)
    write(slide, SIDE.under(end + 12), [*_bill(material), *material.past()], sizes=(14, 13, 12, SMALL))


def _title(status: TargetStatus, number: int, material: Material) -> Sentence:
    """Whether this scenario meets the target and stays there; where it does not, how much is asked for."""
    c, lang = material.context, material.lang
    asked = {key: quantity(c, f"target_{key}") for key in ("share", "workers")}
    target = sentence("overview.target", lang, **asked, month=month(c.scenario.target.month))
    if not status.met:
        return sentence("deck.ask.missed", lang, target=target, number=count(number))
    if status.turns is not None:
        lost = material.month(status.turns)
        return sentence("deck.ask.met_then_lost", lang, target=target, lost=lost)
    stays = status.first_met == 0 and status.lost is None
    return sentence("deck.ask.stays_met" if stays else "deck.ask.met", lang, target=target)


def _bill(material: Material) -> list[Sentence]:
    """What one worker costs an ASN a month, now and from each month the rate is known to change."""
    c, lines = material.context, []
    for later, start in enumerate(rate_months(c)):
        rate, key = quantity(c, "rate_ahead", calendar=start), "bill_later" if later else "bill"
        lines.append(sentence(f"deck.ask.{key}", material.lang, rate=rate, month=Month(start)))
    return lines


def what_was_agreed(canvas: Canvas, material: Material) -> None:
    """The decision logs of the scenarios; where nothing is written down yet, a table to write in."""
    lang = material.lang
    logs = [(c.scenario, decision_table(c.scenario, lang)) for c in material.contexts]
    for (scenario, log), name in zip(logs, material.names):
        if log.rows:
            status, number = status_name(scenario.status, lang).lower(), count(len(log.rows))
            title = sentence("deck.agreed.title", lang, name=name, status=status, number=number)
            _log(canvas, material, title, log)
    if not any(log.rows for _, log in logs):
        topic, notes = text("deck.agreed", lang), [text("deck.note.agreed", lang)]
        slide = canvas.slide(topic, text("deck.agreed.nothing", lang), notes)
        blank = Table(logs[0][1].columns, (Row(("",) * len(PARTS)),) * BLANK_ROWS)
        least = BODY.height / (BLANK_ROWS + 2)
        SlideTable(blank, PARTS, lang).draw(slide, BODY, topic, size=14, least=least)


def _log(canvas: Canvas, material: Material, title: Sentence, log: Table) -> None:
    """As large as fits one slide, else small on several; the notes hold what is cut."""
    lang, table = material.lang, SlideTable(log, PARTS, material.lang, most=CELL_LINES)
    size, pages = table.sized(BODY, LOG_SIZES)
    notes = [" · ".join(cells) for cells in written_table(log, lang)[1]]
    for slide, page in canvas.pages(text("deck.agreed", lang), title, pages, notes, lang):
        table.draw(slide, BODY, str(title), size=size, page=page)
