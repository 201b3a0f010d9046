"""Why two scenarios differ: in one sentence, in rows that add up as shown, and as a waterfall."""

from dataclasses import dataclass
from typing import Any

import numpy as np

from simulator.model.programme import Programme
from simulator.model.projection import Projection
from simulator.model.scenario import setting_value
from simulator.planning.attribution import DATA, MOST_PLAYERS, OVERRIDES, Attribution, Player, attribute
from simulator.planning.groups import unit_groups
from simulator.report.charts.waterfall import Step, waterfall
from simulator.report.tables.compare import changed_text
from simulator.words import Lang, text
from simulator.words.attribution import (
    FIGURES,
    adding_up,
    difference_text,
    metric_name,
    step_of,
    value_text,
    whole_steps,
)
from simulator.words.numbers import month_long
from simulator.words.settings import setting_label
from simulator.words.units import row_name

NAMED = 3  # parts named in the sentence; the others are told together

Shown = tuple[str, str, float]  # what it is, the number as shown, the number in the metric's unit


@dataclass(frozen=True)
class Told:
    """The answer, worded. `rows` are the parts, the largest first; as shown they add up to `total_shown`, and their values to `total`.

    `ends` are the two scenarios with their values. `segments` are the same difference split over segments, and `units` over the rows of the
    units' table by segment; both add up to the total as well, and are empty where there is nothing to split. `notes` are what a reader must know of the method.
    `figure` is `height` pixels high; `table` holds worded cells, the first row the header.
    """

    sentence: str
    rows: tuple[Shown, ...]
    total: float
    total_shown: str
    ends: tuple[Shown, Shown]
    segments: dict[str, Shown]
    units: dict[str, tuple[Shown, ...]]
    notes: tuple[str, ...]
    figure: dict[str, Any]
    height: int
    alt: str
    table: list[list[str]]


def why_differ(
    a: Projection,
    b: Projection,
    programme: Programme,
    metric: str,
    month: int,
    lang: Lang,
    names: tuple[str, str] | None = None,
) -> Told:
    """What makes a metric of METRICS in a month (a month number) other in `b` than in `a`; `names` instead of the scenarios' own.

    Raises UserError as `planning.attribution.attribute`.
    """
    return told(attribute(a, b, programme, metric, month), a, b, lang, names)


def told(
    found: Attribution, a: Projection, b: Projection, lang: Lang, names: tuple[str, str] | None = None
) -> Told:
    """The words and the waterfall of an attribution between two projections."""
    metric, names = found.metric, names or (a.scenario.name, b.scenario.name)
    step = step_of(metric, [found.before, found.after, *(part.value for part in found.parts)], FIGURES + 1)
    before, after = whole_steps(found.before, step), whole_steps(found.after, step)
    shown = adding_up([part.value for part in found.parts], step, after - before)
    least = 1e-9 * max(abs(found.before), abs(found.after))
    moving = [i for i, part in enumerate(found.parts) if abs(part.value) > least]
    rows = tuple(
        (
            player_name(found.parts[i].player, a, b, lang),
            difference_text(metric, shown[i] * step, lang, step),
            found.parts[i].value,
        )
        for i in moving
    )
    total_shown = difference_text(metric, (after - before) * step, lang, step)
    ends = tuple(
        (name, value_text(metric, steps * step, lang, step), value)
        for name, steps, value in zip(names, (before, after), (found.before, found.after))
    )
    still = [path for i, part in enumerate(found.parts) if i not in moving for path in part.player.settings]
    segments, units = _split(found, a, step, after - before, lang)
    return Told(
        _sentence(found, rows, [shown[i] for i in moving], step, ends, total_shown, lang),
        rows,
        found.total,
        total_shown,
        ends,
        segments,
        units,
        _notes(found, [*still, *found.without_part], lang),
        *_drawn(found, rows, ends, total_shown, lang),
    )


def player_name(player: Player, a: Projection, b: Projection, lang: Lang) -> str:
    """What changed: a setting with both values, the special setting of a unit or group, a block of the file, or the data."""
    if player.key == DATA:
        return text(
            "attribution.baseline",
            lang,
            before=a.baseline.facts.title[lang],
            after=b.baseline.facts.title[lang],
        )
    if player.key == OVERRIDES:
        return text("attribution.overrides", lang)
    if player.key.startswith(f"{OVERRIDES}."):
        names = {row.key: row_name(row, a.baseline, lang) for row in unit_groups(a.baseline)}
        return text("compare.override", lang, unit=names[player.key.removeprefix(f"{OVERRIDES}.")])
    if len(player.settings) == 1:
        path = player.settings[0]
        return changed_text(path, setting_value(a.scenario, path), setting_value(b.scenario, path), lang)
    return text(
        "attribution.block",
        lang,
        block=text(f"attribution.block.{player.key}", lang),
        count=len(player.settings),
    )


def _sentence(
    found: Attribution,
    rows: tuple[Shown, ...],
    values: list[int],
    step: float,
    ends: tuple[Shown, Shown],
    total: str,
    lang: Lang,
) -> str:
    (a, before, _), (b, after, _) = ends
    said = {
        "month": month_long(found.month, lang),
        "metric": metric_name(found.metric, lang),
        "a": a,
        "b": b,
        "before": before,
        "after": after,
    }
    if not rows:
        return text("attribution.sentence.none", lang, **said)
    if not any(values):
        return text("attribution.sentence.small", lang, **said)
    named = NAMED if len(rows) > NAMED + 1 else len(rows)
    parts = [text("attribution.part", lang, name=name, value=shown) for name, shown, _ in rows[:named]]
    if rows[named:]:
        parts.append(
            text(
                "attribution.rest",
                lang,
                count=len(rows) - named,
                value=difference_text(found.metric, sum(values[named:]) * step, lang, step),
            )
        )
    return text("attribution.sentence", lang, total=total, parts="; ".join(parts), **said)


def _notes(found: Attribution, still: list[str], lang: Lang) -> tuple[str, ...]:
    notes = [text("attribution.method", lang)]
    if found.grouped:
        notes.append(text("attribution.grouped", lang, most=MOST_PLAYERS))
    special = any(path.startswith(OVERRIDES) for path in still)
    names = [setting_label(path, lang) for path in still if path != DATA and not path.startswith(OVERRIDES)]
    names += [text("compare.baseline", lang)] * (DATA in still) + [text("units.view.special", lang)] * special
    if names:
        notes.append(text("attribution.without", lang, names="; ".join(names)))
    return tuple(notes)


def _split(
    found: Attribution, a: Projection, step: float, total: int, lang: Lang
) -> tuple[dict[str, Shown], dict[str, tuple[Shown, ...]]]:
    """The difference by segment, and by row within each, rounded so that rows add up to their segment and segments to the total."""

    def worded(names: list[str], steps: list[int], values: list[float]) -> tuple[Shown, ...]:
        return tuple(
            (name, difference_text(found.metric, count * step, lang, step), value)
            for name, count, value in zip(names, steps, values)
        )

    names, values = [segment for segment, _ in found.by_segment], [value for _, value in found.by_segment]
    of_segment = adding_up(values, step, total)
    by_row = {}
    for segment, steps in zip(names, of_segment):
        rows = [(row, value) for row, value in found.by_row if row.segment == segment]
        parts = [value for _, value in rows]
        by_row[segment] = worded(
            [row_name(row, a.baseline, lang) for row, _ in rows], adding_up(parts, step, steps), parts
        )
    return dict(
        zip(names, worded([text(f"units.segment.{segment}", lang) for segment in names], of_segment, values))
    ), by_row


def _drawn(
    found: Attribution, rows: tuple[Shown, ...], ends: tuple[Shown, Shown], total: str, lang: Lang
) -> tuple[dict[str, Any], int, str, list[list[str]]]:
    """Figure, height, alternative text and table of the waterfall."""
    (a, before, start), (b, after, end) = ends
    levels = start + np.cumsum([0.0, *(value for *_, value in rows)])
    steps = [
        Step(name, shown, float(level), float(level + value))
        for (name, shown, value), level in zip(rows, levels)
    ]
    figure, height = waterfall(
        Step(a, before, start, start), steps, Step(b, after, end, end), found.metric, lang
    )
    parts = "; ".join(f"{name}: {shown}" for name, shown, _ in rows)
    table = [
        [text("attribution.column.part", lang), text("attribution.column.value", lang)],
        [a, before],
        *([name, shown] for name, shown, _ in rows),
        [text("attribution.column.difference", lang), total],
        [b, after],
    ]
    return (
        figure,
        height,
        text("attribution.alt", lang, a=a, b=b, before=before, after=after, parts=parts),
        table,
    )


__all__ = ["Told", "why_differ", "told", "player_name"]
