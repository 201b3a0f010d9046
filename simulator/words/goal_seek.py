"""What seeking answers, in a sentence."""

from simulator.planning.goal_seek import Answer
from simulator.words import Lang, text
from simulator.words.numbers import trimmed

TEXTS = {
    "seek.reached": (
        "Tercapai: hasil {reached} bila nilainya {value}.",
        "Reached: the result is {reached} at {value}.",
    ),
    "seek.already": ("Sudah tercapai dengan nilai sekarang.", "Already reached at the present value."),
    "seek.no_effect": (
        "Tidak tercapai: pengaturan ini tidak mengubah hasil {present}.",
        "Not reached: this setting does not change the result {present}.",
    ),
    "seek.not_reachable": (
        "Tidak tercapai: yang terdekat {reached} bila nilainya {value}.",
        "Not reached: the nearest is {reached} at {value}.",
    ),
    "seek.undefined": (
        "Tidak dapat dihitung: hasilnya tidak ada pada bulan itu.",
        "Cannot be computed: there is no such result in that month.",
    ),
}


def answer_text(answer: Answer, lang: Lang) -> str:
    """Why a wanted value is reached or not."""
    values = {name: trimmed(getattr(answer, name), lang, 4) for name in ("reached", "value", "present")}
    return text(f"seek.{answer.reason}", lang, **values)
