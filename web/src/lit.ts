// Everything that lights up with what the user points at: a number in a table, its digits in the text, the sentence that
// claims it, the equations that use it, the findings that speak of it.

import { find, keyOf, overlap, sameRef, spanOf } from './places';
import { refused, type CellRef, type Checked, type Finding, type Span } from './result';
import type { Quantities, State } from './state';

export interface Lit {
  /** What is pointed at. */
  readonly cells: ReadonlySet<string>;
  /** What belongs to it. */
  readonly also: ReadonlySet<string>;
  readonly span: Span | null;
  readonly spans: readonly Span[];
  /** Indices of the findings, claims and equations that speak of it. */
  readonly findings: ReadonlySet<number>;
  readonly claims: ReadonlySet<number>;
  readonly checks: ReadonlySet<number>;
}

const none: ReadonlySet<never> = new Set<never>();
const nothing: Lit = {
  cells: none,
  also: none,
  span: null,
  spans: [],
  findings: none,
  claims: none,
  checks: none,
};

/** The equations that fail in which the finding's cells stand: the first is the finding's own. */
export function equationCells(report: Checked, index: number): readonly CellRef[] {
  const equation = report.findings[index]?.equation;
  if (!equation) return [];
  return report.checks.find((check) => check.result === 'failed' && check.text === equation.text)?.cells ?? [];
}

type Claims = Checked['report']['claims'];

export function ofKind(claims: Claims, which: Quantities): number[] {
  return claims.flatMap(({ verdict }, index) => {
    const wanted = which === 'all' || verdict === which || (which === 'checked' && verdict !== 'unchecked');
    return wanted ? [index] : [];
  });
}

/** The claim whose words hold the offset; the narrowest, should one stand inside another. */
export function claimAt(report: Checked, offset: number): number | null {
  let best: number | null = null;
  let width = Infinity;
  report.report.claims.forEach(({ span }, index) => {
    if (!span || span.start > offset || span.end < offset || span.end - span.start >= width) return;
    best = index;
    width = span.end - span.start;
  });
  return best;
}

export function lit({ result, focus }: Pick<State, 'result' | 'focus'>): Lit {
  if (!result || refused(result)) return nothing;
  switch (focus.kind) {
    case 'none':
      return nothing;
    case 'place':
      return { ...nothing, span: focus.span };
    case 'cell':
      return ofCell(result, focus.ref);
    case 'claim':
      return ofClaim(result, focus.index);
    case 'claims': {
      const claims = ofKind(result.report.claims, focus.which);
      const spans = places(claims.map((index) => result.report.claims[index]!.span));
      return { ...nothing, spans, claims: new Set(claims) };
    }
    case 'finding': {
      const finding = result.findings[focus.index];
      return finding ? ofFinding(result, finding, focus.index, focus.at) : nothing;
    }
  }
}

function ofCell(result: Checked, ref: CellRef): Lit {
  const speaks = ({ cells }: { readonly cells: readonly CellRef[] }): boolean => cells.some((cell) => sameRef(cell, ref));
  const { claims } = result.report;
  const claiming = having(claims, speaks);
  const claimed = claiming.map((index) => claims[index]!.span);
  // A finding about a sentence speaks of the cells that the sentence claims.
  const findings = having(
    result.findings,
    (each) => speaks(each) || claimed.some((span) => overlap(span, each.span)),
  );
  return {
    ...nothing,
    cells: new Set([keyOf(ref)]),
    span: find(result, ref)?.cell.span ?? null,
    spans: places(claimed),
    findings: new Set(findings),
    claims: new Set(claiming),
    checks: new Set(having(result.checks, (each) => each.result !== 'passed' && speaks(each))),
  };
}

function ofClaim(result: Checked, index: number): Lit {
  const claim = result.report.claims[index];
  if (!claim) return nothing;
  return {
    ...nothing,
    also: new Set(claim.cells.map(keyOf)),
    span: claim.span,
    spans: places(claim.cells.map((ref) => spanOf(result, ref))),
    findings: new Set(having(result.findings, (each) => overlap(each.span, claim.span))),
    claims: new Set([index]),
  };
}

function ofFinding(result: Checked, finding: Finding, index: number, at: Span | undefined): Lit {
  const addends = equationCells(result, index);
  const { claims } = result.report;
  const claiming = having(claims, (each) => overlap(each.span, finding.span));
  const claimed = claiming.flatMap((each) => claims[each]!.cells);
  const also = [...addends, ...claimed];
  return {
    cells: new Set(finding.cells.map(keyOf)),
    also: new Set(also.map(keyOf)),
    span: at ?? finding.span,
    spans: places([
      ...finding.related.map((each) => each.span),
      ...[...finding.cells, ...also].map((ref) => spanOf(result, ref)),
    ]),
    findings: new Set([index]),
    claims: new Set(claiming),
    checks: new Set(having(result.checks, (each) => each.result === 'failed' && each.text === finding.equation?.text)),
  };
}

function having<T>(list: readonly T[], test: (each: T) => boolean): number[] {
  return list.flatMap((each, index) => (test(each) ? [index] : []));
}

function places(spans: readonly (Span | null)[]): Span[] {
  return spans.filter((span): span is Span => span !== null && span.end > span.start);
}
