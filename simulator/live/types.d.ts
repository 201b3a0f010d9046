// What the modules beside this file take and give. Names of files and columns are kept as they stand there.

/** A scenario's file (model contract, section 2), as far as sections 3 to 6 read it; `growth` and `meetings` since version 3. */
interface Scenario {
  horizon_months: number;
  participation: Record<Segment, SegmentPlan>;
  monev: {
    first_month: string | null;
    every_months: number;
    meetings?: number | null;
    new_opd: number;
    new_kecamatan: number;
  };
  growth?: Growth;
  delivery: { realised_share: number; pledge_share: number; join_delay_months: number };
  retention: { lapse_share_per_month: number; refill_share_per_month: number };
  workforce: { asn_growth_per_year: number };
  contribution: { income_base_idr: number; include_jht: boolean; relief_applies: boolean; transport_share: number };
  risk: Risk;
  overrides: Override[];
}

type Segment = "opd" | "kecamatan" | "other";
type CurveName = "linear" | "s-curve" | "front-loaded" | "step";

interface SegmentPlan {
  target_share: number;
  ramp_months: number;
  curve: CurveName;
  workers_per_asn: number;
  entry_share: number;
  new_units_per_month: number;
}

interface Growth {
  background_share_per_month: number;
  push_share: number;
  push_half_life_months: number;
  push_repeat_factor: number;
  ceiling_share: number;
}

interface Risk {
  deaths_per_1000_year: number | null;
  prior_deaths_per_1000_year: number;
  prior_person_years: number;
  accidents_per_1000_year: number;
  fatal_share: number;
  nonfatal_cost_idr: number;
  scholarship_per_death_idr: number;
}

interface Override {
  unit: string;
  target_share: number | null;
  workers_per_asn: number | null;
  join_month: string | null;
}

/** What `export.py` makes: all that a projection stands on beside its scenario. */
interface Data {
  baseline: Baseline;
  programme: Programme;
}

interface Baseline {
  units: Unit[];
  facts: {
    month: string;
    deaths: { value: number } | null;
    history: { month: string; enrolled: number }[];
  };
}

/** A row of `units.csv`; `pledge_month` is empty where nothing is pledged. */
interface Unit {
  code: string;
  segment: Segment;
  asn: number;
  enrolled: number;
  pledge_month: string;
  pledge_workers: number;
}

/** The content of `data/programme.json`. */
interface Programme {
  rates: ({ from: string } & Record<"jkk_share_of_base" | "jkm_idr" | "jht_share_of_base", number>)[];
  relief: { group: "transport" | "others"; from: string; to: string; reduction_share: number }[];
  benefits: Benefits[];
}

interface Benefits {
  from: string;
  jkm_full_idr: number;
  jkm_funeral_idr: number;
  jkm_full_from_months: number;
  scholarship_from_months: number;
  jkk_death_base_multiple: number;
  jkk_death_fixed_idr: number;
}

/** Seats of every unit and month; ratios are seats per ASN, `start` is in months from the baseline, NEVER for who stays out. */
interface Seats {
  start: Int32Array; // [units]
  opening: Float64Array; // [units]
  planned: Float64Array; // [units]
  reached: Float64Array; // [units]
  growthOfAsn: Float64Array; // [months], ASN as a multiple of those of the baseline
  seats: Float64Array; // [units × months], month by month of one unit after those of another
}

/** Members of every unit, and the flows between months. */
interface Enrolment {
  ofUnits: Float64Array; // [units × months]
  total: Float64Array; // [months]
  left: Float64Array; // [months]
  joined: Float64Array; // [months]
  stayShare: Float64Array; // [months], 1 in month 0
}

/** The columns of `run` after the month, and `claims_ratio`, NaN where nothing is paid in; each [months]. */
type Column =
  | "enrolled"
  | "coverage_share"
  | "enrolled_opd"
  | "enrolled_kecamatan"
  | "enrolled_other"
  | "units_joined"
  | "joined"
  | "left"
  | "contributions_idr"
  | "deaths"
  | "jkm_payouts_idr"
  | "jkk_payouts_idr"
  | "payouts_idr";

interface Projection {
  months: Int32Array; // [months], month numbers
  asn: Float64Array; // [months]
  series: Record<Column | "claims_ratio", Float64Array>;
  ofUnits: Record<"asn" | "seats" | "enrolled" | "contributions_idr" | "payouts_idr", Float64Array>; // [units × months]
  contributionPerMember: Float64Array; // [months], JKK + JKM after relief
  jhtPerMember: Float64Array; // [months]
  seats: Seats;
}

type Row = { month: string } & Record<Column, number>;
