// The curves by which a unit moves from its start to its final share (docs/model.md, section 3).

/**
 * By name: the share of the way that is done at share x of the ramp.
 * @type {Record<CurveName, (x: number) => number>}
 */
export const CURVES = {
  linear: (x) => x,
  "s-curve": (x) => x * x * (3 - 2 * x),
  "front-loaded": (x) => Math.expm1(-3 * x) / Math.expm1(-3),
  step: (x) => (x > 0 ? 1 : 0),
};
