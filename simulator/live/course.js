// The course of the enrolled from the first month to the last (`report/charts/enrolment.py`).

/**
 * Whether they rise, fall, stay or have a peak, as the key of its sentence, and the month (offset) that it names.
 * @param {number[]} people whole, by month
 */
export function courseOf(people) {
  const last = people.length - 1;
  const [start, end] = [people[0], people[last]];
  const top = people.indexOf(Math.max(...people));
  if (people[top] > Math.max(start, end)) return { key: "peak", month: top };
  if (start === end) return { key: "flat", month: last };
  const settled = people.map((number) => number !== end).lastIndexOf(true) + 1; // from here on they are constant
  const key = end > start ? "rise" : "fall";
  return { key: settled < last ? `${key}_flat` : key, month: settled };
}
