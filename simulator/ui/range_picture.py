"""A small picture of a range: its place within the setting's bounds, its middle, and the present value."""

from html import escape

from simulator.model.ranges import end_as_known, range_of
from simulator.model.scenario import setting_value
from simulator.model.uncertainty import RANGED
from simulator.planning.sensitivity import middle_value
from simulator.report.charts.theme import ACCENT, GRID, SOFT, TEXT, faded
from simulator.report.context import Context
from simulator.words import Lang, text
from simulator.words.settings import setting_value_text

SMALL = 0.3  # of the highest allowed value; if everything lies below, the picture ends earlier
CSS = f"""<style>
.range {{ position: relative; height: 1.5rem; margin: 0 .5rem; }}
.range i {{ position: absolute; }}
.range .track {{ left: 0; right: 0; top: .7rem; height: 2px; background: {GRID}; }}
.range .bar {{ top: .35rem; height: .8rem; min-width: 2px; background: {faded(ACCENT, 2 * SOFT)}; }}
.range .middle {{ top: .2rem; height: 1.1rem; width: 2px; background: {ACCENT}; }}
.range .now {{ top: .45rem; width: .6rem; height: .6rem; margin-left: -.3rem; background: {TEXT};
  transform: rotate(45deg); }}
</style>"""


def picture(c: Context, path: str, lang: Lang) -> str:
    """HTML with a text alternative: a bar for the range, a stroke for its middle, a diamond for now."""
    given, now = range_of(c.scenario, path), setting_value(c.scenario, path)
    if given is None:
        return ""
    middle, bounds = middle_value(given), RANGED[path].bounds
    first, highest = min(bounds[0], 0), max(given.high, now or 0)
    last = bounds[1] if highest > SMALL * bounds[1] else 1.5 * highest or bounds[1]

    def at(value: float) -> str:
        return f"{(value - first) / (last - first):.1%}"

    ends = (end_as_known(path, end) for end in (given.low, given.high))
    values = dict(zip(("low", "high"), ends)) | {"middle": middle, "now": now}
    words = {name: setting_value_text(path, value, lang) for name, value in values.items()}
    diamond = "" if now is None else f'<i class="now" style="left:{at(now)}"></i>'
    return (
        f'{CSS}<div class="range" role="img" aria-label="{escape(text("ranges.picture", lang, **words))}">'
        f'<i class="track"></i>'
        f'<i class="bar" style="left:{at(given.low)};width:{at(given.high - given.low + first)}"></i>'
        f'<i class="middle" style="left:{at(middle)}"></i>{diamond}</div>'
    )
