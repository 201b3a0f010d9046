// The content of the meeting mode for a projection (`report/sentences/meeting.py`): the finding, one number with its change, a chart.

import { monthName } from "./months.js";
import { decimal, people, wholePeople } from "./numbers.js";
import { writePieces, writeText } from "./overview.js";
import { dated, filled, inOneParagraph } from "./sentences.js";
import { targetStatus, verdict } from "./target.js";

/**
 * By the selector of a place with one child: the function that turns a copy of the child into the one laid over it.
 * @param {Projection} p
 * @param {FromApp} fromApp
 * @param {Meeting} meeting
 * @returns {Record<string, (copy: HTMLElement) => void>}
 */
export function meetingPlaces(p, fromApp, meeting) {
  return {
    "h1.mt-finding": (copy) => writePieces(copy, meetingFinding(p, fromApp.scenario.target, meeting, fromApp.words)),
    ".st-key-mt-figure": (copy) => writeFigure(copy, p, meeting, fromApp.words),
  };
}

/**
 * @param {Projection} p
 * @param {FromApp} fromApp
 * @param {Meeting} meeting
 * @returns {Record<string, ChartLine[]>}
 */
export function meetingLines(p, { words, names }, meeting) {
  const { enrolled } = p.series;
  const lines = [
    { name: names.enrolled, values: enrolled, value: people(enrolled[enrolled.length - 1], words.language) },
    { name: names.month, values: enrolled.slice(meeting.month, meeting.month + 1), value: "", isPoint: true },
  ];
  if (meeting.before) lines.push({ name: names.before, values: Float64Array.from(meeting.before), value: "", isPoint: false });
  return { "meeting-chart": lines };
}

/**
 * Whether the target is met in the month discussed.
 * @param {Projection} p
 * @param {Target} target
 * @param {Meeting} meeting
 * @param {Words} words
 * @returns {Piece[]}
 */
export function meetingFinding(p, target, meeting, words) {
  const status = targetStatus(p, target);
  if (meeting.month !== status.month) return inOneParagraph([...meeting.first.map((one) => [one]), inMonth(p, target, meeting, words)]);
  const turned = status.met ? "overview.lost_after" : "overview.met_later";
  const turns = status.turns === null ? [] : [filled(words.texts[turned], { month: dated(p.months[status.turns], words, true) })];
  if (meeting.recorded !== null) {
    const short = status.workers - meeting.recorded;
    const key = short <= 0 ? "meeting.recorded_met" : "meeting.recorded_missed";
    const sentence = filled(words.texts[key], { target: meeting.target, gap: { number: people(short, words.language) } });
    return inOneParagraph([sentence, ...(short <= 0 || status.met ? [] : turns)]);
  }
  const gap = status.workers - wholePeople(status.enrolled);
  const key = verdict(p, status, status.met ? "met" : gap > 0 ? "missed" : "missed_barely", words.today);
  const values = { target: meeting.target, gap: { number: people(gap, words.language) }, chance: "" };
  return inOneParagraph([filled(words.texts[`meeting.${key}`], values), ...turns]);
}

/**
 * Whether the enrolled of a month reach the number that the target would require in it.
 * @param {Projection} p
 * @param {Target} target
 * @param {Meeting} meeting
 * @param {Words} words
 * @returns {Piece[]}
 */
function inMonth(p, target, { month, recordedThen, when, share }, words) {
  const status = targetStatus(p, { ...target, month: monthName(p.months[month]) });
  const gap = status.workers - (recordedThen ?? wholePeople(status.enrolled));
  const isMet = recordedThen === null ? status.met : gap <= 0;
  const key = isMet ? "enough_in" : gap > 0 ? "short_in" : "barely_in";
  return filled(words.texts[`meeting.${key}`], { when, share, gap: { number: people(gap, words.language) } });
}

/**
 * The number of the month, and how it differs from before the change.
 * @param {HTMLElement} figure
 * @param {Projection} p
 * @param {Meeting} meeting
 * @param {Words} words
 */
function writeFigure(figure, p, { month, before }, words) {
  const now = wholePeople(p.series.enrolled[month]);
  const shown = people(now, words.language);
  const number = /** @type {HTMLElement | null} */ (figure.querySelector(".mt-number"));
  number?.style.setProperty("--letters", String(shown.length));
  writeText(number?.firstElementChild, shown);
  const [difference, since] = ["b", "span"].map((tag) => /** @type {HTMLElement | null} */ (figure.querySelector(`.mt-difference ${tag}`)));
  if (!before || !difference || !since) return;
  const moved = now - wholePeople(before[month]);
  const signed = `${moved > 0 ? "+" : ""}${decimal(moved, words.language)}`;
  writePieces(difference, moved ? [{ number: signed }] : []);
  const sentence = words.texts[moved ? "meeting.since_change" : "meeting.same"];
  if (since.textContent === sentence) return;
  const line = document.createElement("i");
  line.ariaHidden = "true";
  since.replaceChildren(line, sentence);
}
