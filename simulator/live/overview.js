// The content of the overview for a projection: the text of each place on the page, and the lines of each chart.

import { enrolmentTitle, moneyTitle } from "./findings.js";
import { monthLong, people, rupiahShort, wholePeople } from "./numbers.js";
import { moneyLines } from "./paid.js";
import { largestRemainder } from "./rounding.js";
import { filled, plainText } from "./sentences.js";
import { statusSentence, targetStatus } from "./target.js";

const MILLION = 1e6; // Rupiah are drawn in millions

/**
 * By the selector of a place with one child: the function that turns a copy of the child into the one laid over it.
 * @param {Projection} p
 * @param {FromApp} fromApp
 * @param {NonNullable<FromApp["overview"]>} page
 * @returns {Record<string, (copy: HTMLElement) => void>}
 */
export function overviewPlaces(p, fromApp, { money, gapCaption }) {
  const status = targetStatus(p, fromApp.scenario.target);
  return {
    ".st-key-ov-title h1": (copy) => writePieces(copy, statusSentence(p, status, fromApp.words)),
    ".st-key-ov-title-enrolment h2": (copy) => writePieces(copy, enrolmentTitle(p, fromApp.words)),
    ".st-key-ov-title-money h2": (copy) => writePieces(copy, moneyTitle(p, money, fromApp.words)),
    ".st-key-ov-slide": (copy) => writeSlide(copy, p, status, fromApp.words, gapCaption),
    ".st-key-ov-groups": (copy) => writeGroups(copy, p, status, fromApp),
  };
}

/**
 * By chart: its lines that a lever moves.
 * @param {Projection} p
 * @param {FromApp} fromApp
 * @param {NonNullable<FromApp["overview"]>} page
 * @returns {Record<string, ChartLine[]>}
 */
export function overviewLines(p, { words: { language }, names }, { money }) {
  const { paidIn, paidOut } = moneyLines(p, money);
  /** @param {Float64Array} values */
  const inMillions = (values) => values.map((value) => value / MILLION);
  const enrolled = p.series.enrolled;
  return {
    enrolment: [
      { name: names.enrolled, values: enrolled, value: people(enrolled[enrolled.length - 1], language) },
    ],
    money: [
      { name: names.paidIn, values: inMillions(paidIn), value: rupiahShort(paidIn[paidIn.length - 1], language) },
      { name: names.paidOut, values: inMillions(paidOut), value: rupiahShort(paidOut[paidOut.length - 1], language) },
    ],
  };
}

/**
 * A sentence in which each number stays on one line with the full stop after it, and looks like those that can be pressed.
 * @param {HTMLElement} node
 * @param {Piece[]} pieces
 */
export function writePieces(node, pieces) {
  if (node.textContent === plainText(pieces)) return;
  node.replaceChildren();
  pieces.forEach((piece, i) => {
    const before = pieces[i - 1];
    if (typeof piece === "string") return node.append(typeof before === "object" ? piece.replace(/^[),.;:]+/, "") : piece);
    const after = pieces[i + 1];
    const stops = (typeof after === "string" && /^[),.;:]+/.exec(after)?.[0]) || "";
    const number = Object.assign(document.createElement("button"), { type: "button", className: "quantity origin derived" });
    number.textContent = piece.number;
    if (!stops) return node.append(number);
    const whole = Object.assign(document.createElement("span"), { className: "whole" });
    whole.append(number, stops);
    node.append(whole);
  });
}

/**
 * @param {Element | null | undefined} node
 * @param {string} words
 */
export function writeText(node, words) {
  if (node && node.textContent !== words) node.textContent = words;
}

/**
 * The large numbers above their track.
 * @param {HTMLElement} slide
 * @param {Projection} p
 * @param {TargetStatus} status
 * @param {Words} words
 * @param {string} gapCaption
 */
function writeSlide(slide, p, status, words, gapCaption) {
  const { language } = words;
  const then = wholePeople(status.enrolled);
  const gap = status.gap <= 0 ? null : Math.max(0, status.workers - then);
  writeText(slide.querySelector(".ov-number.then > button"), people(then, language));
  let missing = slide.querySelector(".ov-number.gap");
  if (gap === null) missing?.remove();
  else {
    if (!missing) {
      missing = Object.assign(document.createElement("div"), { className: "ov-number gap" });
      const caption = Object.assign(document.createElement("div"), { className: "ov-caption", textContent: gapCaption });
      missing.append(Object.assign(document.createElement("button"), { type: "button", className: "quantity origin derived" }), caption);
      slide.querySelector(".ov-numbers")?.append(missing);
    }
    writeText(missing.querySelector("button"), people(gap, language));
  }
  const track = slide.querySelector(".ov-track");
  if (track) writeTrack(/** @type {HTMLElement} */ (track), p, status, then, gap, words);
}

/**
 * The bar from 0 to the target, with the part that is reached and the part that is lost.
 * @param {HTMLElement} track
 * @param {Projection} p
 * @param {TargetStatus} status
 * @param {number} reached
 * @param {number | null} gap
 * @param {Words} words
 */
function writeTrack(track, p, status, reached, gap, words) {
  const { language, texts, latest } = words;
  const now = latest.enrolled;
  const then = latest.month < status.readMonth ? reached : now;
  const full = Math.max(now, then, status.workers, 1) / 100;
  track.replaceChildren();
  /** @type {(name: string, start: number, end: number, pieces?: Piece[]) => void} */
  const part = (name, start, end, pieces = []) => {
    if (end <= start) return;
    const span = Object.assign(document.createElement("span"), { className: `ov-${name}` });
    span.style.left = `${(start / full).toFixed(2)}%`;
    if (name !== "mark") span.style.width = `${((end - start) / full).toFixed(2)}%`;
    if (pieces.length) writePieces(span.appendChild(document.createElement("b")), pieces);
    track.append(span);
  };
  part("now", 0, Math.min(now, then));
  part("then", now, then);
  if (gap && latest.month <= status.readMonth) {
    const isWide = gap / full > 12;
    part("gap", then, status.workers, isWide ? filled(texts["overview.short_of"], { gap: { number: people(gap, language) } }) : []);
  }
  part("lost", then, now);
  part("mark", status.workers, Infinity);
  const sentence = filled(texts[status.readMonth ? "overview.track" : "overview.track_now"], {
    now: people(now, language),
    start: monthLong(p.months[0] + latest.month, language),
    then: people(reached, language),
    month: monthLong(p.months[status.readMonth], language),
    target: people(status.workers, language),
  });
  track.setAttribute("aria-label", plainText(sentence));
}

/**
 * The enrolled and ASN of each group in the month of the slide; how many are missing is filled in by the app.
 * @param {HTMLElement} groups
 * @param {Projection} p
 * @param {TargetStatus} status
 * @param {FromApp} fromApp
 */
function writeGroups(groups, p, status, fromApp) {
  const { units } = fromApp.model.baseline;
  const columns = {
    opd: p.series.enrolled_opd,
    kecamatan: p.series.enrolled_kecamatan,
    other: p.series.enrolled_other,
  };
  const segments = /** @type {Segment[]} */ (Object.keys(columns)).filter((segment) => units.some((unit) => unit.segment === segment));
  const values = segments.map((segment) => columns[segment][status.readMonth]);
  const enrolled = largestRemainder(values, wholePeople(status.enrolled));
  segments.forEach((segment, i) => {
    const group = groups.querySelector(`.ov-group.${segment}`);
    const number = group?.querySelector(".ov-of > button");
    const bar = /** @type {HTMLElement | null | undefined} */ (group?.querySelector(".ov-bar b"));
    writeText(number, people(enrolled[i], fromApp.words.language));
    const asn = units.reduce((sum, unit) => sum + (unit.segment === segment ? unit.asn : 0), 0);
    const share = enrolled[i] / (asn * p.seats.growthOfAsn[status.readMonth]);
    if (bar) bar.style.width = `${(100 * Math.min(1, share)).toFixed(1)}%`;
    group?.lastElementChild?.classList.add("live-waits");
  });
}
