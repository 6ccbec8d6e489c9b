// What every way of taking the findings away says of them, once.

import { basisOf } from '../basis';
import { whereIs } from '../views/details';
import { find, sameRef } from '../places';
import type { Queue } from '../findings';
import type { CellRef, Checked, Finding, Lang, Rule, Table } from '../result';
import { words, type Words } from '../words';

/** What is taken away. */
export interface Report {
  readonly result: Checked;
  readonly text: string;
  readonly queue: Queue;
  readonly rules: ReadonlyMap<string, Rule>;
  readonly lang: Lang;
}

export interface Line {
  readonly severity: string;
  readonly where: string;
  readonly message: string;
  readonly equation: string;
  readonly basis: string;
  readonly remedy: string;
  /** Why it was put aside; empty where it was not. */
  readonly aside: string;
}

/** The findings in the order of the page, those put aside last. */
export function linesOf({ result, queue, rules, lang }: Report): Line[] {
  const say = words[lang];
  const line = (index: number, aside: string): Line => {
    const finding = result.findings[index]!;
    const rule = rules.get(finding.rule);
    return {
      severity: say.severity[finding.severity],
      where: whereIs(finding, result, say, lang),
      message: finding.message,
      equation: equationOf(finding),
      basis: rule ? basisOf(rule, result) : '',
      remedy: rule?.remedy ?? '',
      aside,
    };
  };
  return [
    ...queue.open.map((index) => line(index, '')),
    ...queue.dismissed.map(({ index, reason }) => line(index, reason)),
  ];
}

function equationOf({ equation }: Finding): string {
  if (!equation || equation.left === null || equation.right === null) return '';
  return `${equation.text}：${equation.left} ≠ ${equation.right}`;
}

/** Whether a finding that is not put aside holds the cell to be wrong. */
export function isWrong({ result, queue }: Report, ref: CellRef): boolean {
  return queue.open.some((index) => result.findings[index]!.cells.some((cell) => sameRef(cell, ref)));
}

/** What stands in a cell, as it is shown. */
export function valueOf(result: Checked, ref: CellRef): { readonly value: number | null; readonly text: string } {
  const cell = find(result, ref)?.cell;
  return { value: cell?.value ?? null, text: cell?.text ?? '' };
}

export const columnsOf = (table: Table): string[] => [...new Set(table.cells.map((cell) => cell.column))];

export function verdictOf({ result }: Report, say: Words): string {
  const { passed, failed, unknown } = result.summary;
  return say.checks.count(passed, failed, unknown);
}
