"""What decides about a result, and what to find out first."""

import re
from functools import lru_cache
from typing import Any

from simulator.planning.find_out import FoundOut, what_to_find_out
from simulator.planning.variance import LEAST_DRAWS, VarianceShares
from simulator.report.context import Context
from simulator.report.explain.explanation import quantity
from simulator.report.sentences.chance import default_month
from simulator.words import Lang, text
from simulator.words.quantity import count
from simulator.words.sentence import Sentence, sentence
from simulator.words.settings import setting_label

MOST = 3  # lines shown first; the rest are folded away


def result_name(metric: str, lang: Lang) -> str:
    """The name of a result within a sentence."""
    return text(f"decides.result.{metric}", lang)


def _driver(name: str, lang: Lang) -> str:
    """The name, within the finding, of a group of `variance.GROUPS` or of the setting with a path."""
    if "." in name:
        return text("decides.from.setting", lang, setting=setting_label(name, lang))
    return text(f"decides.from.{name}", lang)


def ranked_shares(shares: VarianceShares) -> list[tuple[str, float]]:
    """Groups and settings that have a share of the spread, largest first."""
    known = {name: share for name, share in (shares.of_groups | shares.of_settings).items() if share}
    return sorted(known.items(), key=lambda one: -one[1])


def finding(c: Context, shares: VarianceShares, metric: str, month: int, draws: int, lang: Lang) -> Sentence:
    """What causes most of the spread of a result in a month (offset), or why nothing can be named."""
    about: dict[str, Any] = {"result": result_name(metric, lang), "month": c.month(month)}
    if draws < LEAST_DRAWS:
        return sentence("decides.title.few", lang, draws=count(draws), **about)
    ranked = ranked_shares(shares)
    if not ranked:
        return sentence("decides.title.none", lang, **about)
    name, share = ranked[0]
    number = quantity(c, "spread_share", value=share, draws=draws)
    return sentence("decides.title", lang, driver=_driver(name, lang), share=number, **about)


def find_out_lines(c: Context, find_out: FoundOut, lang: Lang) -> list[Sentence]:
    """What to find out, the largest narrowing first: who has the figure, and how far the band shrinks."""
    return [_about(c, find_out, one.setting, "decides.find_out", lang) for one in find_out.known]


def find_out_ask(c: Context, lang: Lang) -> list[Sentence]:
    """What to find out first about the enrolled, as a request to a meeting; empty where nothing spreads."""
    find_out = _of_enrolled(c)
    return [_about(c, find_out, one.setting, "decides.ask", lang) for one in find_out.known[:1]]


@lru_cache(maxsize=8)  # the hand-outs of one scenario need the same result
def _of_enrolled(c: Context) -> FoundOut:
    return what_to_find_out(c.scenario, c.baseline, c.programme, "enrolled", default_month(c))


def _about(c: Context, find_out: FoundOut, path: str, key: str, lang: Lang) -> Sentence:
    """A sentence on the value of knowing one setting."""
    figure = re.sub(r"^participation\.\w+\.", "participation.*.", path)
    return sentence(
        key,
        lang,
        setting=setting_label(path, lang),
        figure=text(f"decides.figure.{figure}", lang),
        result=result_name(find_out.metric, lang),
        month=c.month(find_out.month),
        now=quantity(c, "band_width", find_out=find_out, month=find_out.month),
        known=quantity(c, "band_width", find_out=find_out, month=find_out.month, path=path),
        narrowing=quantity(c, "band_narrowing", find_out=find_out, month=find_out.month, path=path),
    )
