// Moves the names beside the ends of a chart's lines while a lever is held.

import { spread } from "./spread.js";

const APART = 3; // pixels between two names at the right

/**
 * Moves the names beside the ends of lines, with the value there; names outside the plot are kept apart.
 * @param {any} node
 * @param {ChartLine[]} given
 * @param {MovedChart} chart
 */
export function takeNames(node, given, chart) {
  const { yaxis, annotations } = node._fullLayout;
  /** @type {EndName[]} */
  const names = annotations.flatMap((/** @type {any} */ note, /** @type {number} */ i) => {
    const words = note.text.split("<br>").filter((/** @type {string} */ part) => !part.startsWith("<b>"));
    const place = given.findIndex(({ name, isPoint }) => !isPoint && words.length && name.startsWith(words.join(" ").replace(/ …$/, "")));
    const isBeside = note.xref === "paper" && note.x === 1 && note.xanchor === "left";
    const drawn = node.querySelector(`.annotation[data-index="${i}"]`);
    if (!drawn || !(place >= 0 || isBeside)) return [];
    const end = yaxis.l2p(note.y);
    const value = place >= 0 && drawn.querySelector('tspan[style*="bold"]');
    return [{ drawn, place, isBeside, end, to: end, from: end - (isBeside ? note.yshift : 0), height: drawn.getBBox().height, value, before: value?.textContent }];
  });
  const beside = names.filter((name) => name.isBeside);
  for (const { drawn } of names) drawn.classList.add("live-glides");
  chart.moves.push((lines) => {
    for (const name of names) {
      const line = lines[name.place];
      name.to = line ? yaxis.l2p(line.values[line.values.length - 1]) : name.end;
      if (name.value && line) name.value.textContent = line.value;
    }
    beside.sort((a, b) => a.to - b.to);
    const heights = beside.map(({ height }) => height);
    const bottom = yaxis._length + (heights[heights.length - 1] ?? 0) / 2; // the last name may extend below the plot by half its height
    spread(beside.map(({ to }) => to), heights, 0, bottom, APART).forEach((middle, i) => (beside[i].to = middle));
    for (const { drawn, to, from } of names) drawn.style.transform = `translateY(${to - from}px)`;
  });
  chart.undo.push(() => {
    for (const { drawn, value, before } of names) {
      drawn.style.transform = "";
      drawn.classList.remove("live-glides");
      if (value) value.textContent = before;
    }
  });
}
