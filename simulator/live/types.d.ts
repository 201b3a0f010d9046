// Types of the modules in this folder. Names from files and columns are kept.

/** A scenario's file (docs/model.md, section 2), as far as sections 3 to 6 use it; `growth` and `meetings` since version 3. */
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

/** The result of `export.py`: everything that a projection needs beside its scenario. */
interface Data {
  baseline: Baseline;
  programme: Programme;
}

interface Baseline {
  name: string;
  units: Unit[];
  facts: {
    month: string;
    deaths: { value: number } | null;
    deaths_month: string | null;
    history: { month: string; enrolled: number; basis: string }[];
  };
}

/** A row of `units.csv`; `pledge_month` is empty if nothing is pledged. */
interface Unit {
  code: string;
  name: string;
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

/** Seats of every unit and month; ratios are seats per ASN, `start` is in months from the baseline, NEVER for a unit that stays out. */
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

/** The columns of `run` after the month, and `claims_ratio`, NaN if nothing is paid in; each [months]. */
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

interface Target {
  coverage_share: number;
  month: string;
}

/** A projection compared with its target; months are offsets from the baseline, null if there is none. */
interface TargetStatus {
  month: number;
  inside: boolean;
  readMonth: number; // the target month, or the last month if that lies outside
  workers: number; // required in readMonth
  enrolled: number; // in readMonth
  gap: number; // workers missing to the target, below 0 if there are more
  met: boolean;
  firstMet: number | null;
  lost: number | null; // first month after that below the target again
  turns: number | null; // first month after readMonth on the other side of the target
}

/** The number format of a language (`words/languages.py`); scales are million, billion and trillion. */
interface Language {
  decimal_mark: string;
  thousands_mark: string;
  months: string[];
  scales: string[];
}

/** The data for sentences beside a projection. Months are month numbers, except `latest`, which is an offset. */
interface Words {
  language: Language;
  texts: Record<string, string>; // sentences of the catalogue, by key
  today: number; // months before it are past
  target: string; // as named in the sentence
  actual: number | null; // enrolled in the target month as recorded
  latest: { month: number; enrolled: number }; // last observed month
}

/** How a page writes the values of a finding on the target; months are offsets from the baseline. */
interface FindingValues<T> {
  target: T;
  nothing: T;
  workers(value: number): T;
  recorded(value: number): T; // as recorded
  enrolled(month: number): T;
  month(month: number): T;
  dated(month: number): T; // called past if it is
}

/** A part of a sentence: text, or a written number. */
type Piece = string | { number: string };
type Filling = Piece | Piece[];

/** The view of the chart of money; what was paid in and out `before` the first month, and the months in the title. */
interface MoneyView {
  name: "monthly" | "year" | "cumulative" | "since_start";
  before: [number, number];
  span: string;
}

/** A line of a chart as it is drawn, and its last value in words. */
interface ChartLine {
  name: string;
  values: Float64Array;
  value: string;
  isPoint?: boolean;
}

/** A chart with moved lines: the drawing and the turn they belong to, what moves them, and what undoes it. */
interface MovedChart {
  drawn: string;
  turn: number;
  moves: ((lines: ChartLine[]) => void)[];
  undo: (() => void)[];
}

/** A name beside the end of a line; `place` is its position among the moved lines, -1 if it does not move; pixels from the top of the plot. */
interface EndName {
  drawn: SVGElement;
  place: number;
  isBeside: boolean;
  end: number; // of its line, as drawn
  from: number; // where it was drawn
  to: number;
  height: number;
  value: Element | null;
  before: string | null;
}

/** A lever on the page: the class of its card, the paths it moves, the factor of its slider, and the app's value. */
interface Lever {
  path: string;
  card: string;
  moves: string[];
  factor: number;
  value: number;
  label: string;
  low: number;
  high: number;
  step: number;
  least: number; // that can be typed
  most: number;
  isWhole: boolean;
}

/** What the app tells the page after each run. */
interface FromApp {
  scenario: Scenario & { target: Target };
  model: Data;
  words: Words;
  levers: Lever[];
  taken: string; // the values moved without the app that it has taken over
  names: Record<string, string>; // the names of the lines in their charts
  overview?: { money: MoneyView; gapCaption: string }; // on that page
  meeting?: Meeting; // in that mode
}

/** The month of the meeting mode (an offset), the values that no lever changes, and enrolment before the change of a lever. */
interface Meeting {
  month: number;
  share: string;
  target: string;
  first: string[];
  when: string;
  recorded: number | null; // enrolled in the target's month
  recordedThen: number | null; // in the month discussed
  before: number[] | null;
}
