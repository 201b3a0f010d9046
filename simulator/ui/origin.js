// Reports presses on numbers, wherever they are drawn: the piece of the page, and which of its numbers.

let listening, tell;

export default function ({ parentElement, setTriggerValue }) {
  tell = setTriggerValue;
  parentElement.closest("[data-testid=stElementContainer]").style.display = "none"; // hidden, so without a gap
  if (listening) return;
  listening = true;
  document.addEventListener("click", ({ target }) => {
    const number = target.closest?.("button[data-id]");
    const piece = number?.closest("[data-piece]");
    if (piece) tell("pressed", [piece.dataset.piece, Number(number.dataset.id)]);
  });
}
