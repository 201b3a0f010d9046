// Contributions and payouts as added up in a view of the chart of money (`report/charts/money.py`).

export const YEAR = 12; // months

/**
 * Contributions without JHT and payouts as in the chart: by month from the first projected one, over 12 months, or cumulative after `before`.
 * @param {Projection} p
 * @param {Pick<MoneyView, "name" | "before">} view
 */
export function moneyLines(p, view) {
  const paidIn = p.series.enrolled.map((enrolled, t) => enrolled * p.contributionPerMember[t]);
  const paidOut = p.series.payouts_idr;
  if (view.name === "monthly") return { paidIn: paidIn.slice(1), paidOut: paidOut.slice(1) };
  if (view.name === "year") return { paidIn: overAYear(paidIn), paidOut: overAYear(paidOut) };
  return { paidIn: addedUp(paidIn, view.before[0]), paidOut: addedUp(paidOut, view.before[1]) };
}

/**
 * @param {Float64Array} flow
 * @param {number} before
 */
function addedUp(flow, before) {
  let sum = 0;
  return flow.map((value, t) => before + (sum += t ? value : 0));
}

/**
 * The sum of each 12 months, from the 12th on. Each is added separately, because the difference of two running sums would round off small amounts.
 * @param {Float64Array} flow
 */
function overAYear(flow) {
  return Float64Array.from({ length: flow.length - YEAR }, (_, t) => flow.slice(t + 1, t + 1 + YEAR).reduce((sum, value) => sum + value, 0));
}

/**
 * Payouts ÷ contributions over the months of a view, NaN if nothing is paid in, and the key of its sentence; by month,
 * over all of them.
 * @param {Projection} p
 * @param {Pick<MoneyView, "name" | "before">} view
 */
export function paidRatio(p, view) {
  const { paidIn, paidOut } = moneyLines(p, view.name === "monthly" ? { ...view, name: "cumulative" } : view);
  const last = paidIn.length - 1;
  if (paidIn[last] === 0) return { ratio: NaN, key: "overview.money.title_nothing" };
  return { ratio: paidOut[last] / paidIn[last], key: "overview.money.title" };
}
