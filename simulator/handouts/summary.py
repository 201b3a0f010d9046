"""The summary as a message: short, with the signs WhatsApp takes for bold and italic, and names that cannot be taken for any."""

from collections.abc import Sequence
from datetime import date

from simulator.handouts.brief_words import period
from simulator.handouts.marks import Marks, ask_lines, computed
from simulator.handouts.stamp import lettered, marks_legend, names_in_lists, source_keys, stamp_lines
from simulator.model.metrics import headline
from simulator.report.context import Context
from simulator.report.sentences.comparison import comparison_sentence
from simulator.report.sentences.overview import missing_months, slide, so_far_sentence
from simulator.report.sentences.target import status_sentence
from simulator.words import Lang, text
from simulator.words.numbers import month_long, people, percent, printable, ratio, rupiah_short
from simulator.words.provenance import marked_sentence

SIGNS = str.maketrans({"*": "＊", "_": "＿", "~": "～", "`": "｀"})  # look the same and mean nothing


def summary_text(contexts: Sequence[Context], lang: Lang, today: date, *, unsaved: bool = False) -> str:
    """The message on the first scenario: the finding in bold, its numbers, what is asked for, how the others compare, and the stamp."""
    c, projections = contexts[0], [c.projection for c in contexts]
    p, marks = c.projection, Marks(c, lang)
    shown, said = (
        slide(p),
        [
            f"*{_plain(text('handouts.header', lang, region=p.baseline.facts.region))}*",
            f"*{_plain(str(status_sentence(c, lang)))}*",
            "",
        ],
    )
    past = f" ({text('overview.past', lang)})" * (shown.month in missing_months(p, c.today, c.actuals))
    for t, note in dict.fromkeys(((0, ""), (shown.month, past))):
        enrolled = marks.on(people(shown.then if t else shown.now, lang), "enrolled_in", month=t)
        said.append(
            f"• {month_long(int(p.months[t]), lang)}: *{enrolled}* {text('overview.enrolment.axis', lang)}, {marks.on(percent(p.coverage_share[t], lang), 'coverage_in', month=t)}{note}"
        )
    rooms = " · ".join(
        f"{text(f'units.segment.{group.segment}', lang)} {marks.of(people(group.room, lang), 'derived')}"
        for group in shown.groups
    )
    said.append(f"• {text('handouts.text.to_find', lang, rooms=rooms)}")
    numbers = headline(p)
    said.append(
        "• "
        + computed(
            text(
                "handouts.text.money",
                lang,
                period=period(p, lang),
                paid_in=rupiah_short(numbers["contributions_total_idr"], lang),
                paid_out=rupiah_short(numbers["payouts_total_idr"], lang),
                ratio=ratio(numbers["claims_ratio_total"], lang),
            )
        )
    )
    if so_far := so_far_sentence(c, lang):
        said.append(f"• {marked_sentence(so_far)}")
    said += ["", f"*{text('handouts.brief.asks', lang)}*"]
    asks = ask_lines(c, lang, searching=False)
    said += [f"{i}. {_plain(line)}" for i, line in enumerate(asks, 1)]
    if len(projections) > 1:
        said += [
            "",
            _plain(computed(f"{comparison_sentence(contexts, names_in_lists(contexts, lang), lang)}.")),
        ]
    foot = [
        *stamp_lines(contexts, lang, today, unsaved, lettered(contexts)),
        text(
            "handouts.text.sources",
            lang,
            marks=marks_legend(c, lang),
            keys=", ".join(source_keys(contexts)),
        ),
    ]
    return "\n".join([*said, "", *(f"_{_plain(line)}_" for line in foot)]) + "\n"


def _plain(words: str) -> str:
    """Words on one line in which WhatsApp finds no sign."""
    return printable(" ".join(words.split()), 10**6).translate(SIGNS).strip()


__all__ = ["summary_text"]
