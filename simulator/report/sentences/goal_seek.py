"""What seeking answers, in a sentence."""

from simulator.planning.goal_seek import Answer
from simulator.words import Lang
from simulator.words.quantity import Quantity
from simulator.words.sentence import Sentence, sentence


def answer_sentence(answer: Answer, lang: Lang) -> Sentence:
    """Why a wanted value is reached or not."""
    values = {"reached": answer.reached, "value": answer.value, "present": answer.present}
    numbers = {name: Quantity(value, "number") for name, value in values.items()}
    return sentence(f"seek.{answer.reason}", lang, **numbers)
