// Rounds parts so that they add up (`planning/rounding.py`).

/**
 * Whole numbers near `values` that add up to `total`: rounded down, then the largest remainders up (Hamilton's method).
 * @param {number[]} values
 * @param {number} total
 */
export function largestRemainder(values, total) {
  const near = values.map((value) => (Math.abs(value - Math.round(value)) < 1e-6 ? Math.round(value) : value));
  const rounded = near.map(Math.floor);
  const left = total - rounded.reduce((sum, value) => sum + value, 0);
  const order = near.map((_, i) => i).sort((a, b) => near[b] - rounded[b] - (near[a] - rounded[a]) || a - b);
  for (const i of order.slice(0, left)) rounded[i] += 1;
  return rounded;
}
