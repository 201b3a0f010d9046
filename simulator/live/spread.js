// Moves names apart where they would touch.

/**
 * The centres of names, in the same order downwards, moved as little as necessary to keep them apart and inside (`report/charts/names.py`).
 * @param {number[]} middles
 * @param {number[]} heights
 * @param {number} top
 * @param {number} bottom
 * @param {number} apart the distance between two names, in the same unit as the places
 */
export function spread(middles, heights, top, bottom, apart) {
  const sum = (/** @type {number[]} */ values) => values.reduce((total, value) => total + value, 0);
  const above = heights.map((_, i) => sum(heights.slice(0, i)) + apart * i);
  /** @type {[number, number][]} sum and number of what shares one place */
  const blocks = [];
  middles.forEach((middle, i) => {
    let [total, number] = [middle - heights[i] / 2 - above[i], 1];
    while (blocks.length && blocks[blocks.length - 1][0] / blocks[blocks.length - 1][1] > total / number) {
      const [more, several] = /** @type {[number, number]} */ (blocks.pop());
      [total, number] = [total + more, number + several];
    }
    blocks.push([total, number]);
  });
  const starts = blocks.flatMap(([total, number]) => Array(number).fill(total / number));
  const lowest = Math.max(top, bottom - sum(heights) - apart * (heights.length - 1));
  return starts.map((start, i) => Math.min(Math.max(start, top), lowest) + above[i] + heights[i] / 2);
}
