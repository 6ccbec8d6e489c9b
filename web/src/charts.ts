// What the pictures of a report are drawn from: where its applications came from, and how they ended. Figures only: what is
// blank or cannot be read is left out, and counted as left out.
//
// Drawn by ourselves (views/overview.ts): Chartist's SVG, the small library for it, needs inline styles, which the page's
// policy refuses (so does Plot's); Chart.js and uPlot draw on a canvas, which cannot be read aloud or printed sharp; ECharts
// weighs more than the page.

import { label, type Label } from './forms/form';
import type { Checked, Table } from './result';

export interface Bar {
  readonly label: Label;
  readonly value: number;
}

export interface Chart {
  readonly id: 'origin' | 'outcome';
  readonly bars: readonly Bar[];
  readonly total: number;
  /** How many cells had no figure. */
  readonly missing: number;
}

/** A bar is the sum of the cells of these rows and columns; a row that ends in a dot stands for all of its group. */
interface Plan {
  readonly label: Label;
  readonly rows: readonly string[];
  readonly column: string;
}

const plan = (zh: string, en: string, column: string, ...rows: readonly string[]): Plan => ({
  label: label(zh, en),
  column,
  rows,
});

const plans: Readonly<Record<string, Readonly<Record<Chart['id'], readonly Plan[]>>>> = {
  applications: {
    origin: [
      plan('自然人', 'Natural persons', 'natural', 'new'),
      plan('商业企业', 'Businesses', 'business', 'new'),
      plan('科研机构', 'Research bodies', 'research', 'new'),
      plan('社会公益组织', 'Public welfare', 'welfare', 'new'),
      plan('法律服务机构', 'Legal services', 'legal', 'new'),
      plan('其他', 'Other', 'other', 'new'),
    ],
    outcome: [
      plan('予以公开', 'Granted', 'total', 'granted'),
      plan('部分公开', 'Partly granted', 'total', 'partial'),
      plan('不予公开', 'Denied', 'total', 'denied.'),
      plan('无法提供', 'Unable to provide', 'total', 'unable.'),
      plan('不予处理', 'Declined', 'total', 'declined.'),
      plan('其他处理', 'Otherwise handled', 'total', 'other', 'other.'),
      plan('结转下年度', 'Carried over', 'total', 'carried_out'),
    ],
  },
  statistics: {
    origin: [
      plan('当面申请', 'In person', 'value', 'requests.in_person'),
      plan('传真申请', 'By fax', 'value', 'requests.fax'),
      plan('网络申请', 'Online', 'value', 'requests.online'),
      plan('信函申请', 'By letter', 'value', 'requests.letter'),
    ],
    outcome: [
      plan('属于已主动公开', 'Already public', 'value', 'answered.public'),
      plan('同意公开', 'Granted', 'value', 'answered.granted'),
      plan('同意部分公开', 'Partly granted', 'value', 'answered.partial'),
      plan('不同意公开', 'Refused', 'value', 'answered.refused'),
      plan('不属于本机关公开', 'Not of this body', 'value', 'answered.not_ours'),
      plan('申请信息不存在', 'Does not exist', 'value', 'answered.nonexistent'),
      plan('告知补充更正', 'To be amended', 'value', 'answered.amend'),
      plan('告知其他途径', 'Other channel', 'value', 'answered.other_channel'),
    ],
  },
};

export function chartsOf({ report }: Checked): Chart[] {
  return report.tables.flatMap((table) =>
    Object.entries(plans[table.id] ?? {}).flatMap(([id, rows]) => {
      const chart = chartOf(table, id as Chart['id'], rows);
      return chart.total > 0 ? [chart] : [];
    }),
  );
}

function chartOf(table: Table, id: Chart['id'], rows: readonly Plan[]): Chart {
  let missing = 0;
  const bars = rows.map(({ label: name, rows: wanted, column }): Bar => {
    const cells = table.cells.filter(
      (cell) => cell.column === column && wanted.some((row) => (row.endsWith('.') ? cell.row.startsWith(row) : cell.row === row)),
    );
    missing += cells.filter((cell) => cell.value === null).length;
    return { label: name, value: cells.reduce((sum, cell) => sum + Math.max(0, cell.value ?? 0), 0) };
  });
  return { id, bars, total: bars.reduce((sum, bar) => sum + bar.value, 0), missing };
}
