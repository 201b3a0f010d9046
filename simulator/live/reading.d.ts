// Types of the modules that turn a projection into words and pictures.

/** A number before it is written in a medium (`words/quantity.py`); null if there is no such number. */
interface Quantity {
  value: number | null;
  unit: string;
  basis: string;
  form?: string;
  of?: string; // the key of its explanation, if the file has one
}

/** Text and quantities in order (`words/sentence.py`). */
interface Sentence {
  parts: (string | Quantity)[];
}

type InSentence = string | Quantity | Sentence | { month: number };

/** A language: its sentences by key, and its number format (`words/languages.py`). */
interface Catalogue {
  lang: string;
  texts: Record<string, string>;
  decimal_mark: string;
  thousands_mark: string;
  months: string[];
  short_months: string[];
  scales: string[];
}

/** A scenario's whole file, as far as it appears in words. */
interface WholeScenario extends Scenario {
  schema_version: number;
  name: string;
  description: string;
  author: string;
  status: string;
  parent: string | null;
  baseline: string;
  target: { coverage_share: number; month: string };
  decisions: unknown[];
  record: unknown;
}

type Figure = "enrolled" | "contributions_idr" | "claims_idr";

/** Figures by month YYYY-MM, observed or recorded, each with its basis. */
type Recorded = Record<Figure, Record<string, { value: number; mark: string }>>;

/** A projection and its context (`report/context.py`); `today` is a month number. */
interface Reading {
  data: Data;
  scenario: WholeScenario;
  projection: Projection;
  recorded: Recorded;
  paidSoFar: [number, number] | null;
  marks: { enrolled: string; target: string };
  targetReference: number | null;
  today: number;
}

/** How a line or points are drawn (`report/charts/theme.py`). */
interface Look {
  colour: string;
  dash: string;
  symbol: string;
  width: number;
  outline: string;
  is_sparse: boolean;
}

type Looks = Record<"target" | "observed" | "projection" | "payouts" | "actual" | "claims", Look> & { scenarios: Look[] };

interface Point {
  month: number; // a month number
  quantity: Quantity;
}

interface Series {
  name: string;
  points: Point[];
  look: Look;
  drawn: "line" | "steps" | "points";
  named: "end" | "inside" | "along";
}

/** Named months (month numbers, both included): shaded, or bracketed if others are shaded. */
interface Period {
  first: number;
  last: number;
  name: string;
  isBracketed: boolean;
}

/** Series over months (`report/charts/chart.py`); a value is drawn divided by `scale`. */
interface Chart {
  title: Sentence;
  alt: string;
  axis: string;
  series: Series[];
  periods: Period[];
  target: Point | null;
  scale: number;
  marks: { months: number[]; name: string } | null;
}

/** Units shown as one row (`planning/groups.py`); `units` are positions in the baseline. */
interface UnitGroup {
  key: string;
  segment: string;
  units: number[];
  name: Record<string, string>;
  status: Record<string, string>;
  asn: string; // the basis of its ASN
  enrolled: string;
}

/** The geometry of a drawing: edges in pixels, months, and the value at the upper edge. */
interface Plane {
  width: number; // of the whole chart
  left: number;
  right: number;
  upper: number;
  lower: number;
  first: number;
  last: number;
  top: number;
}

/** A setting's declaration and names, written by `export.py`. */
interface SettingData {
  path: string;
  kind: "float" | "int" | "choice" | "switch" | "month";
  unit: string;
  low: number | null;
  high: number | null;
  slider_high: number | null;
  step: number | null;
  options: string[];
  nullable: boolean;
  range_scale: "identity" | "logit" | "log" | null; // null if it may have no range
  group: string;
  label: Record<string, string>;
  option_names: Record<string, string[]>; // by language, in the order of options
}

/** The result of `export.py: exported`. */
interface TravelData extends Data {
  settings: SettingData[];
  levers: { path: string; moves: string[]; label: Record<string, string> }[];
}

/** Compression streams, which this compiler's library does not know yet. */
declare class CompressionStream {
  constructor(format: "deflate-raw");
  readonly readable: ReadableStream<Uint8Array>;
  readonly writable: WritableStream<Uint8Array>;
}
declare class DecompressionStream extends CompressionStream {}

/** The data that `handouts/travel.py` puts into the file beside the state. */
interface Pack {
  lang: string;
  data: TravelData;
  scenarios: WholeScenario[];
  words: Record<string, Catalogue>;
  looks: Looks;
  groups: UnitGroup[];
  recorded: Recorded;
  paidSoFar: [number, number] | null; // contributions and payouts up to the month of the data
  marks: { enrolled: string; asn: string; target: string };
  targetReference: number | null;
  cards: Record<string, Record<string, string>>; // the description of each setting, by language and path
  today: Record<string, Record<string, string>>; // by language and path of a lever
  title: Record<string, string>;
  stamp: Record<string, string[]>;
  legend: Record<string, string>;
  explained: Record<string, { title: string; formula: string; mark: string; sources: string }[]>;
  finding: Record<string, Record<string, Explained>[]>; // by language, scenario and key
  sources: Record<string, string[][]>;
}

/** The explanation of a number (`handouts/travel_origins.py`). */
interface Explained {
  title: string;
  formula: string;
  calculation: string;
  mark: string;
  notes: string[];
  sources: string[];
}

/** What the parts of the page share: the pack, the present scenario, and what to do when it changes. */
interface Page {
  pack: Pack;
  words: Catalogue;
  scenario: WholeScenario;
  chosen: number; // the packed scenario that it comes from
  author: string; // who works on it, "" if unknown
  unit: string; // the unit whose override is open, "" for none
  original: string; // the file as it was opened, before anything was drawn
  written: (() => void)[]; // what each field does after a change
  change(scenario: WholeScenario, isHeld?: boolean): void;
}

/** The state of the view: a held lever, the units' month ("" for the target's), the view of money, the ends of axes. */
interface PageView {
  isHeld: boolean;
  unitMonth: string;
  money: MoneyView["name"];
  tops: Map<string, number>;
}
