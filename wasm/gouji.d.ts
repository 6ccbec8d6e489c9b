// The types of gouji.mjs, and of the JSON that it gives (schema 1 of the contract).

export type Lang = 'zh' | 'en';
export type Severity = 'error' | 'warning' | 'info' | 'off';

export interface Gouji {
  /**
   * Checks one report and gives the result as JSON text: the bytes that `gouji check --format ndjson` prints for it.
   * A string is text. Bytes are a file's, in any encoding that the contract names. Never throws.
   */
  check(input: string | Uint8Array, options?: CheckOptions): string;
  /** The text that a reader of the HTML sees, tables as tab-separated rows. */
  textOf(html: string): string;
  /** The catalogue of rules as JSON text: `RuleText[]`. */
  rules(lang?: Lang): string;
  version(): string;
}

export interface CheckOptions {
  /** Shown as `source.name`; "-" where there is none. */
  readonly name?: string;
  /** Of messages and of the texts of equations; "zh" where there is none. */
  readonly lang?: Lang;
  /** Severities by rule id; ids that there are not count for nothing. */
  readonly rules?: Readonly<Record<string, Severity>>;
  /** Last year's report of the same body, for the checks between years: text, or a file's bytes. */
  readonly previous?: string | Uint8Array;
}

export interface InitOptions {
  /** gouji.wasm. Without it, it is fetched from beside gouji.mjs, which Node cannot do. */
  readonly wasmBinary?: BufferSource;
}

export default function init(options?: InitOptions): Promise<Gouji>;

/** What `check()` gives, once parsed. */
export type Result = CheckedResult | FailedResult;

export interface CheckedResult {
  readonly schema: 1;
  readonly source: Source;
  readonly report: Report;
  /** Every equation evaluated, in the form's order. */
  readonly checks: readonly Check[];
  /** By start, end and rule; those without a place last. */
  readonly findings: readonly Finding[];
  readonly summary: Summary;
  readonly error?: undefined;
}

/** A file that could not be checked. */
export interface FailedResult {
  readonly schema: 1;
  readonly source: Source;
  readonly error: {
    readonly code: 'empty' | 'unreadable' | 'too_large' | 'not_a_report';
    readonly message: string;
  };
}

export interface Source {
  readonly name: string;
  readonly encoding: 'UTF-8' | 'UTF-16LE' | 'UTF-16BE' | 'GB18030' | 'Big5';
  /** The length of the decoded text in UTF-16 code units. */
  readonly characters: number;
}

/** A half-open range of UTF-16 code units of the decoded text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Report {
  readonly title: string | null;
  readonly body: {
    readonly name: string | null;
    readonly level: 'state' | 'province' | 'prefecture' | 'county' | 'township' | 'unknown';
    readonly kind: 'government' | 'office' | 'department' | 'unknown';
  };
  readonly year: number | null;
  readonly form: '2021' | '2019' | '2014' | null;
  readonly sections: readonly Section[];
  readonly tables: readonly Table[];
  readonly claims: readonly Claim[];
  readonly numbers: {
    readonly total: number;
    readonly checked: number;
    readonly unchecked: number;
    readonly other: number;
  };
}

export interface Section {
  readonly number: number;
  readonly title: string;
  readonly span: Span | null;
}

export type TableId = 'applications' | 'review' | 'disclosure' | 'statistics';

export interface Table {
  readonly id: TableId;
  readonly span: Span | null;
  /** All the cells of the form, in the form's order. */
  readonly cells: readonly Cell[];
}

export interface Cell {
  readonly row: string;
  readonly column: string;
  /** The number as it stands, not scaled by its unit. */
  readonly value: number | null;
  /** The slice at the span; null where the cell was not found. */
  readonly text: string | null;
  /** Where the cell prints one. */
  readonly unit?: string;
  readonly reading: 'plain' | 'chosen' | 'none';
  readonly span: Span | null;
  /** Of a row that the form does not have (`extra.1` …). */
  readonly label?: string;
}

/** Names one cell of a table. */
export interface CellRef {
  readonly table: TableId;
  readonly row: string;
  readonly column: string;
}

/** A quantity of the narrative. */
export interface Claim {
  readonly text: string;
  readonly span: Span | null;
  /** In the base unit, with the interval that its precision or vagueness allows. */
  readonly value: number | null;
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: string;
  readonly verdict: 'agrees' | 'disagrees' | 'unchecked';
  readonly cells: readonly CellRef[];
}

export interface Check {
  readonly rule: string;
  readonly text: string;
  readonly left: number | null;
  readonly right: number | null;
  readonly result: 'passed' | 'failed' | 'unknown';
  /** Every cell of the equation, in the form's order; none of one that holds. */
  readonly cells: readonly CellRef[];
}

export interface Finding {
  readonly rule: string;
  readonly severity: 'error' | 'warning' | 'info';
  readonly message: string;
  readonly span: Span | null;
  /** From 1; null where there is no span. */
  readonly line: number | null;
  readonly column: number | null;
  /** The cells held to be wrong. */
  readonly cells: readonly CellRef[];
  readonly equation: Equation | null;
  readonly related: readonly Related[];
  /** Best first. */
  readonly fixes: readonly Fix[];
}

export interface Equation {
  readonly text: string;
  readonly left: number | null;
  readonly right: number | null;
  readonly difference: number | null;
}

export interface Related {
  readonly span: Span | null;
  readonly message: string;
}

export interface Fix {
  readonly title: string;
  readonly safety: 'safe' | 'needs_review' | 'show_only';
  readonly confidence: number;
  readonly edits: readonly Edit[];
}

/** An empty span inserts, an empty text deletes. */
export interface Edit {
  readonly span: Span;
  readonly text: string;
}

export interface Summary {
  readonly errors: number;
  readonly warnings: number;
  readonly infos: number;
  readonly passed: number;
  readonly failed: number;
  readonly unknown: number;
}

/** One rule of the catalogue. */
export interface RuleText {
  readonly id: string;
  readonly severity: Severity;
  readonly title: string;
  readonly why: string;
  readonly basis: string;
  readonly remedy: string;
  readonly good: string;
  readonly bad: string;
}
