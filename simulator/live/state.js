// The present scenario: changed by path, checked when it comes from a link, stored in a link or a file.

import { monthNumber } from "./months.js";
import { valueAt, withValues } from "./paths.js";

const FRAGMENT = "#s=";
const LONGEST = 1_000_000; // bytes of a scenario
const MONTH = /^(20\d\d|2100)-(0[1-9]|1[0-2])$/;
const SEGMENT_PLAN = "participation.opd.";
const NO_MONTH = "never";

/**
 * A copy of the scenario with one value changed at several paths.
 * @param {WholeScenario} scenario
 * @param {string[]} paths
 * @param {unknown} value
 */
export const withValue = (scenario, paths, value) => withValues(scenario, Object.fromEntries(paths.map((path) => [path, value])));

/**
 * The scenario with one key of a unit's override set; an override without any value is removed.
 * @param {WholeScenario} scenario
 * @param {string} unit
 * @param {Partial<Override>} change
 */
export function withOverride(scenario, unit, change) {
  /** @type {WholeScenario} */
  const copy = structuredClone(scenario);
  /** @type {Override} */
  const nothing = { unit, target_share: null, workers_per_asn: null, join_month: null };
  const before = copy.overrides.find((override) => override.unit === unit) ?? nothing;
  const after = { ...before, ...change };
  const asks = after.target_share !== null || after.workers_per_asn !== null || after.join_month !== null;
  const at = copy.overrides.indexOf(before);
  if (at >= 0) copy.overrides.splice(at, 1, ...(asks ? [after] : []));
  else if (asks) copy.overrides.push(after);
  return copy;
}

/**
 * Whether two scenarios are the same except for names, texts and what a file records.
 * @param {WholeScenario} one
 * @param {WholeScenario} other
 */
export function isSame(one, other) {
  const bare = (/** @type {WholeScenario} */ of) => ({
    ...of, name: "", author: "", status: "", parent: "", decisions: [], record: null,
  });
  return JSON.stringify(bare(one)) === JSON.stringify(bare(other));
}

/**
 * Whether something is a valid scenario of the data: the keys of `known`, every value within its bounds.
 * @param {any} scenario
 * @param {WholeScenario} known
 * @param {TravelData} data
 */
export function isValid(scenario, known, data) {
  const units = new Set(data.baseline.units.map(({ code }) => code));
  const isText = (/** @type {unknown} */ text, /** @type {number} */ most) =>
    typeof text === "string" && text.length <= most;
  const given = new Map(data.settings.map((setting) => [setting.path, setting]));
  return (
    hasKeysOf(scenario, known) &&
    scenario.schema_version === known.schema_version &&
    scenario.baseline === known.baseline &&
    isText(scenario.name, 120) && scenario.name.trim() !== "" &&
    isText(scenario.description, 4000) && isText(scenario.author, 120) &&
    (scenario.parent === null || isText(scenario.parent, 120)) &&
    ["draft", "proposed", "agreed"].includes(scenario.status) &&
    data.settings.every((setting) => isAllowed(valueAt(scenario, setting.path), setting)) &&
    scenario.overrides.every((/** @type {any} */ override) => isOverride(override, units, given)) &&
    hasNoneTwice(scenario.overrides.map((/** @type {any} */ { unit }) => unit)) &&
    scenario.uncertainty.ranges.every((/** @type {any} */ range) => isRange(range, given)) &&
    hasNoneTwice(scenario.uncertainty.ranges.map((/** @type {any} */ { setting }) => setting))
  );
}

/**
 * @param {any} value
 * @param {any} known
 * @returns {boolean}
 */
function hasKeysOf(value, known) {
  if (Array.isArray(known)) return Array.isArray(value);
  if (known === null || typeof known !== "object") return value === null || typeof value !== "object";
  if (value === null || typeof value !== "object" || Array.isArray(value)) return false;
  const keys = Object.keys(known).filter((key) => key !== "record");
  const found = Object.keys(value).filter((key) => key !== "record");
  return keys.length === found.length && keys.every((key) => key in value && hasKeysOf(value[key], known[key]));
}

/**
 * @param {unknown} value
 * @param {SettingData} setting
 */
export function isAllowed(value, setting) {
  if (value === null) return setting.nullable;
  if (setting.kind === "switch") return typeof value === "boolean";
  if (setting.kind === "choice") return setting.options.includes(/** @type {string} */ (value));
  if (setting.kind === "month") return typeof value === "string" && MONTH.test(value);
  const isNumber = typeof value === "number" && Number.isFinite(value);
  const isWhole = setting.kind !== "int" || Number.isInteger(value);
  return isNumber && isWhole && value >= (setting.low ?? -Infinity) && value <= (setting.high ?? Infinity);
}

/**
 * @param {any} override
 * @param {Set<string>} units
 * @param {Map<string, SettingData>} settings
 */
function isOverride(override, units, settings) {
  if (override === null || typeof override !== "object" || Object.keys(override).length !== 4) return false;
  const { unit, target_share: target, workers_per_asn: workers, join_month: month } = override;
  const allows = (/** @type {unknown} */ value, /** @type {string} */ key) =>
    value === null || isAllowed(value, /** @type {SettingData} */ (settings.get(SEGMENT_PLAN + key)));
  const isMonth = month === null || month === NO_MONTH || (typeof month === "string" && MONTH.test(month));
  return units.has(unit) && allows(target, "target_share") && allows(workers, "workers_per_asn") && isMonth;
}

/**
 * @param {any} range
 * @param {Map<string, SettingData>} settings
 */
function isRange(range, settings) {
  const setting = settings.get(range?.setting);
  if (!setting?.range_scale || Object.keys(range).length !== 3) return false;
  const { low, high } = range;
  if (![low, high].every((end) => typeof end === "number" && isAllowed(end, setting))) return false;
  const endsAtBound = { identity: false, log: low === 0, logit: low === 0 || high === 1 }; // a bound that is never reached
  return low === high || (low < high && !endsAtBound[setting.range_scale]);
}

/** @param {unknown[]} values */
const hasNoneTwice = (values) => new Set(values).size === values.length;

/**
 * The months in which a unit may join: from the first projected one on.
 * @param {WholeScenario} scenario
 * @param {string} first
 */
export function joinMonths(scenario, first) {
  return Array.from({ length: scenario.horizon_months }, (_, t) => monthNumber(first) + t + 1);
}

/**
 * The fragment of a link that holds a scenario: its JSON, deflated, in base64url.
 * @param {WholeScenario} scenario
 */
export async function toFragment(scenario) {
  const packed = await through(new TextEncoder().encode(JSON.stringify(scenario)), new CompressionStream("deflate-raw"));
  const letters = Array.from(packed, (byte) => String.fromCharCode(byte)).join("");
  return FRAGMENT + btoa(letters).replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
}

/**
 * The scenario in the fragment of a link; null if there is none. Throws if it cannot be read.
 * @param {string} fragment
 */
export async function fromFragment(fragment) {
  if (!fragment.startsWith(FRAGMENT)) return null;
  const letters = atob(fragment.slice(FRAGMENT.length).replace(/-/g, "+").replace(/_/g, "/"));
  const packed = Uint8Array.from(letters, (letter) => letter.charCodeAt(0));
  const content = await through(packed, new DecompressionStream("deflate-raw"));
  return JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(content));
}

/**
 * Bytes transformed by a stream; throws if there are more than a scenario may have.
 * @param {Uint8Array} bytes
 * @param {CompressionStream | DecompressionStream} stream
 */
async function through(bytes, stream) {
  const writer = stream.writable.getWriter();
  const written = writer.write(bytes).then(() => writer.close());
  written.catch(() => {}); // a read error is reported by the reader below
  const reader = stream.readable.getReader();
  const chunks = [];
  let length = 0;
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    length += part.value.length;
    if (length > LONGEST) throw new RangeError("too long for a scenario");
    chunks.push(part.value);
  }
  const all = new Uint8Array(length);
  chunks.reduce((at, chunk) => (all.set(chunk, at), at + chunk.length), 0);
  return all;
}
