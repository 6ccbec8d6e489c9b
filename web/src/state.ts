// One store: what was checked, what was found, what the user is looking at. Views subscribe; nobody else keeps state.

import type { CellRef, Checked, Lang, Refused, Result, Rule, Span } from './result';
import type { Foreign } from './files';

/** What the user points at. Everything that belongs to it lights up, in the text and in the tables. */
export type Focus =
  | { readonly kind: 'none' }
  | { readonly kind: 'finding'; readonly index: number; readonly at?: Span } // at: one of its related places
  | { readonly kind: 'cell'; readonly ref: CellRef }
  | { readonly kind: 'place'; readonly span: Span };

/** A file that could not be taken. What was in the text pane is still there. */
export type Problem =
  | { readonly kind: 'foreign'; readonly name: string; readonly what: Foreign }
  | { readonly kind: 'too_large'; readonly name: string; readonly size: number }
  | { readonly kind: 'unreadable'; readonly name: string }
  | { readonly kind: 'refused'; readonly name: string; readonly error: Refused['error'] }
  | { readonly kind: 'picture' };

export interface State {
  readonly phase: 'loading' | 'ready' | 'failed';
  readonly lang: Lang;
  readonly version: string;
  readonly rules: ReadonlyMap<string, Rule>;
  /** The file that the text came from, until it is cleared or replaced. */
  readonly source: { readonly name: string; readonly encoding: string } | null;
  /** The result of the text in the pane; null while it is empty or was never checked. */
  readonly result: Result | null;
  readonly empty: boolean;
  readonly problem: Problem | null;
  readonly busy: 'no' | 'slow' | 'stopped';
  readonly focus: Focus;
}

export type Listener = (state: State, before: State) => void;

export interface Store {
  get(): State;
  set(change: Partial<State>): void;
  subscribe(listener: Listener): void;
}

export function createStore(initial: State): Store {
  let state = initial;
  const listeners: Listener[] = [];
  return {
    get: () => state,
    set(change) {
      const before = state;
      state = { ...state, ...change };
      for (const listener of listeners) listener(state, before);
    },
    subscribe(listener) {
      listeners.push(listener);
    },
  };
}

export const sameRef = (a: CellRef, b: CellRef): boolean =>
  a.table === b.table && a.row === b.row && a.column === b.column;

export const keyOf = (ref: CellRef): string => `${ref.table} ${ref.row} ${ref.column}`;

export function spanOf(report: Checked, ref: CellRef): Span | null {
  const table = report.report.tables.find((each) => each.id === ref.table);
  return table?.cells.find((cell) => cell.row === ref.row && cell.column === ref.column)?.span ?? null;
}

/** The cell whose characters hold the caret, its two ends included. */
export function cellAt(report: Checked, offset: number): CellRef | null {
  for (const table of report.report.tables)
    for (const cell of table.cells)
      if (cell.span && cell.span.start <= offset && offset <= cell.span.end)
        return { table: table.id, row: cell.row, column: cell.column };
  return null;
}

/** The equations that fail in which the finding's cells stand: the first is the finding's own. */
export function equationCells(report: Checked, index: number): readonly CellRef[] {
  const finding = report.findings[index];
  const equation = finding?.equation;
  if (!equation) return [];
  return report.checks.find((check) => check.result === 'failed' && check.text === equation.text)?.cells ?? [];
}

export interface Lit {
  /** What is pointed at. */
  readonly cells: ReadonlySet<string>;
  /** What belongs to it. */
  readonly also: ReadonlySet<string>;
  readonly span: Span | null;
  readonly spans: readonly Span[];
  /** Indices of the findings that speak of it. */
  readonly findings: ReadonlySet<number>;
}

const nothing: Lit = { cells: new Set(), also: new Set(), span: null, spans: [], findings: new Set() };

/** Everything that lights up with the focus. */
export function lit(state: State): Lit {
  const { result, focus } = state;
  if (!result || 'error' in result || focus.kind === 'none') return nothing;
  if (focus.kind === 'place') return { ...nothing, span: focus.span };
  if (focus.kind === 'cell') {
    const findings = result.findings.flatMap((finding, index) =>
      finding.cells.some((cell) => sameRef(cell, focus.ref)) ? [index] : [],
    );
    return {
      ...nothing,
      cells: new Set([keyOf(focus.ref)]),
      span: spanOf(result, focus.ref),
      findings: new Set(findings),
    };
  }
  const finding = result.findings[focus.index];
  if (!finding) return nothing;
  const also = equationCells(result, focus.index);
  const spans = [
    ...finding.related.map((each) => each.span),
    ...finding.cells.map((ref) => spanOf(result, ref)),
    ...also.map((ref) => spanOf(result, ref)),
  ].filter((span): span is Span => span !== null && span.end > span.start);
  return {
    cells: new Set(finding.cells.map(keyOf)),
    also: new Set(also.map(keyOf)),
    span: focus.at ?? finding.span,
    spans,
    findings: new Set([focus.index]),
  };
}
