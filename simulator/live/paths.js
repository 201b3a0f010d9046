// Values of a scenario by their path in its file.

/**
 * The value at a path such as `participation.opd.target_share`.
 * @param {any} scenario
 * @param {string} path
 */
export const valueAt = (scenario, path) => path.split(".").reduce((place, name) => place?.[name], scenario);

/**
 * A copy of the scenario with other values by path.
 * @template T
 * @param {T} scenario
 * @param {Record<string, unknown>} values
 * @returns {T}
 */
export function withValues(scenario, values) {
  const changed = structuredClone(scenario);
  for (const [path, value] of Object.entries(values)) {
    const names = path.split(".");
    const last = /** @type {string} */ (names.pop());
    names.reduce((place, name) => place[name], /** @type {any} */ (changed))[last] = value;
  }
  return changed;
}
