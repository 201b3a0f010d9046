"""What the settings are called that make two scenarios differ."""

from simulator.planning.groups import unit_groups
from simulator.planning.players import DATA, OVERRIDES, Player
from simulator.report.context import Context
from simulator.report.sentences.settings import changed_setting
from simulator.report.sentences.unit_names import row_name
from simulator.words import Lang, text
from simulator.words.quantity import Origin, Quantity
from simulator.words.sentence import Sentence, sentence
from simulator.words.settings import setting_label


def player_name(player: Player, a: Context, b: Context, lang: Lang) -> Sentence:
    """What changed: a setting with both values, a special setting, a block of the file, or the data."""
    if player.key == DATA:
        before, after = (c.baseline.facts.title[lang] for c in (a, b))
        return sentence("attribution.baseline", lang, before=before, after=after)
    if player.key == OVERRIDES:
        return sentence("attribution.overrides", lang)
    if player.key.startswith(f"{OVERRIDES}."):
        names = {group.key: row_name(group, a.baseline, lang) for group in unit_groups(a.baseline)}
        return sentence("compare.override", lang, unit=names[player.key.removeprefix(f"{OVERRIDES}.")])
    if len(player.settings) == 1:
        return changed_setting(a, b, player.settings[0], lang)
    return sentence(
        "attribution.block",
        lang,
        block=text(f"attribution.block.{player.key}", lang),
        count=counted_settings(a, [setting_label(path, lang) for path in player.settings]),
    )


def counted_settings(c: Context, names: list[str]) -> Quantity:
    """How many settings there are, which the explanation names."""
    about = (("things", tuple(names)), ("what", "settings"))
    return Quantity(float(len(names)), "count", "counted", Origin("count", c, about))
