// The number of workers whom the ASN of each unit are committed to pay for (docs/model.md, section 3).

import { CURVES } from "./curves.js";
import { isAtWork, logUntouched } from "./growth.js";
import { monthNumber } from "./months.js";
import { startMonths } from "./queue.js";

/**
 * Seats of every unit from month 0 to the horizon; in month 0 they are the enrolled.
 * @param {Scenario} scenario
 * @param {Baseline} baseline
 * @returns {Seats}
 */
export function allSeats(scenario, baseline) {
  const months = scenario.horizon_months + 1;
  const { units } = baseline;
  const start = startMonths(scenario, baseline);
  const growthOfAsn = new Float64Array(months);
  for (let t = 0; t < months; t++) growthOfAsn[t] = (1 + scenario.workforce.asn_growth_per_year) ** (t / 12);
  const untouched =
    scenario.growth && isAtWork(scenario)
      ? logUntouched(scenario, scenario.growth, monthNumber(baseline.facts.month))
      : null;
  const overrides = new Map(scenario.overrides.map((override) => [override.unit, override]));
  const done = rampShares(scenario);
  const [opening, planned, reached] = [0, 1, 2].map(() => new Float64Array(units.length));
  const seats = new Float64Array(units.length * months);
  units.forEach((unit, i) => {
    const plan = unitPlan(scenario, unit, overrides.get(unit.code));
    ({ opening: opening[i], planned: planned[i], reached: reached[i] } = plan);
    seats[i * months] = unit.enrolled;
    const isIn = unit.enrolled > 0;
    const rampStart = isIn ? 1 : start[i] + 1;
    for (let t = Math.max(1, start[i]); t < months; t++) {
      let ratio = plan.opening + (plan.reached - plan.opening) * done[unit.segment][Math.max(0, t - rampStart + 1)];
      if (untouched && plan.ceiling > ratio) {
        ratio += (plan.ceiling - ratio) * -Math.expm1(untouched[t] - untouched[isIn ? 0 : start[i]]);
      }
      seats[i * months + t] = unit.asn * growthOfAsn[t] * ratio;
    }
  });
  return { start, opening, planned, reached, growthOfAsn, seats };
}

/**
 * The share of the ramp that is done after each month, by segment; [months].
 * @param {Scenario} scenario
 */
function rampShares(scenario) {
  /** @param {SegmentPlan} plan */
  const shares = (plan) =>
    Float64Array.from({ length: scenario.horizon_months + 1 }, (_, month) =>
      CURVES[plan.curve](Math.min(month / plan.ramp_months, 1)),
    );
  const { opd, kecamatan, other } = scenario.participation;
  return { opd: shares(opd), kecamatan: shares(kecamatan), other: shares(other) };
}

/**
 * Opening, planned and reached seats per ASN of a unit, and the ceiling of growth by itself.
 * @param {Scenario} scenario
 * @param {Unit} unit
 * @param {Override | undefined} override
 */
function unitPlan(scenario, unit, override) {
  const segment = scenario.participation[unit.segment];
  const { realised_share: realised, pledge_share: pledgeShare } = scenario.delivery;
  const workers = override?.workers_per_asn ?? segment.workers_per_asn;
  const ownTarget = override?.target_share ?? null;
  const isOutside = !(unit.enrolled > 0) && !unit.pledge_month;
  const entry = segment.entry_share * workers;
  const atStart = (unit.enrolled > 0 ? unit.enrolled : unit.pledge_workers * pledgeShare) / unit.asn;
  const opening = isOutside ? realised * entry : atStart;
  const floor = isOutside ? entry : atStart;
  const planned = ownTarget === null ? Math.max(segment.target_share * workers, floor) : ownTarget * workers;
  // plans are carried out in part, withdrawals of participating units in full
  const short = planned > opening ? opening + realised * (planned - opening) : planned;
  const reached = isOutside ? realised * planned : short;
  const ceiling = ownTarget === null && scenario.growth ? scenario.growth.ceiling_share * workers : 0;
  return { opening, planned, reached, ceiling };
}
