// What lights up with what, which finding comes next, and which is still the same after an edit: on made-up results.

import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import { moduleOf } from './support.mjs';

const { lit, claimAt, ofKind } = await moduleOf('lit.ts');
const { queue, step, carried, keysOf } = await moduleOf('findings.ts');

//            0123456789012345678901
const text = '收到12件，办结15件。\n12\t14\n';
const cell = (row, start, value) => ({
  row,
  column: 'total',
  value,
  text: String(value),
  reading: 'plain',
  span: { start, end: start + 2 },
});
const ref = (row) => ({ table: 'applications', row, column: 'total' });
const claim = (start, end, verdict, cells) => ({
  text: text.slice(start, end),
  span: { start, end },
  value: 0,
  low: 0,
  high: 0,
  unit: '件',
  verdict,
  cells,
});
const finding = (rule, severity, span, cells, more = {}) => ({
  rule,
  severity,
  message: rule,
  span,
  line: 1,
  column: 1,
  cells,
  equation: null,
  related: [],
  fixes: [],
  ...more,
});
const result = {
  schema: 1,
  source: { name: '-', encoding: 'UTF-8', characters: text.length },
  report: {
    title: null,
    sections: [],
    tables: [{ id: 'applications', span: null, cells: [cell('new', 13, 12), cell('total', 16, 14)] }],
    claims: [claim(0, 5, 'agrees', [ref('new')]), claim(6, 11, 'disagrees', [ref('total')])],
    numbers: { total: 2, checked: 2, unchecked: 0, other: 0 },
  },
  checks: [
    { rule: 'applications.balance', text: 'a', left: 1, right: 1, result: 'passed', cells: [] },
    { rule: 'applications.balance', text: 'b', left: 12, right: 14, result: 'failed', cells: [ref('new'), ref('total')] },
  ],
  findings: [
    finding('narrative.table', 'warning', { start: 6, end: 11 }, []),
    finding('applications.cell', 'error', { start: 16, end: 18 }, [ref('total')], {
      equation: { text: 'b', left: 12, right: 14, difference: -2 },
    }),
    finding('structure.title', 'info', null, []),
  ],
  summary: { errors: 1, warnings: 1, infos: 1, passed: 1, failed: 1, unknown: 0 },
};
const shining = (focus) => lit({ result, focus });
const list = (set) => [...set];

test('a cell lights its digits, the sentence that claims it, its equations, and the findings of both', () => {
  const now = shining({ kind: 'cell', ref: ref('total') });
  deepEqual(now.span, { start: 16, end: 18 });
  deepEqual(now.spans, [{ start: 6, end: 11 }]);
  deepEqual(list(now.claims), [1]);
  deepEqual(list(now.checks), [1]);
  deepEqual(list(now.findings), [0, 1]);
});

test('a claim lights the cells that it speaks of', () => {
  const now = shining({ kind: 'claim', index: 0 });
  deepEqual(now.span, { start: 0, end: 5 });
  deepEqual(list(now.also), ['applications new total']);
  deepEqual(now.spans, [{ start: 13, end: 15 }]);
  deepEqual(list(now.findings), []);
});

test('a finding about a sentence lights the cells of its claim', () => {
  const now = shining({ kind: 'finding', index: 0 });
  deepEqual(list(now.claims), [1]);
  deepEqual(list(now.also), ['applications total total']);
});

test('a count of quantities lights every place of its kind', () => {
  equal(shining({ kind: 'claims', which: 'checked' }).spans.length, 2);
  deepEqual(list(shining({ kind: 'claims', which: 'disagrees' }).claims), [1]);
  deepEqual(ofKind(result.report.claims, 'unchecked'), []);
  equal(claimAt(result, 8), 1);
  equal(claimAt(result, 14), null);
});

test('findings are walked the gravest first, round and round, without those put aside', () => {
  const state = { result, text, dismissed: new Map() };
  const { open } = queue(state);
  deepEqual(open, [1, 0, 2]);
  equal(step(open, { kind: 'none' }, 1), 1);
  equal(step(open, { kind: 'none' }, -1), 2);
  equal(step(open, { kind: 'finding', index: 2 }, 1), 1);
  equal(step(open, { kind: 'finding', index: 1 }, -1), 2);
  equal(step([], { kind: 'none' }, 1), null);
  const without = queue({ ...state, dismissed: new Map([[keysOf(result, text)[1], '已核实']]) });
  deepEqual(without.open, [0, 2]);
  deepEqual(
    without.dismissed.map(({ index, reason }) => [index, reason]),
    [[1, '已核实']],
  );
});

test('a finding is the same one after text was added before it, in another language too', () => {
  const by = 3;
  const moved = {
    ...result,
    findings: result.findings.slice(1).map((each) => ({
      ...each,
      message: 'in English',
      span: each.span && { start: each.span.start + by, end: each.span.end + by },
    })),
  };
  const before = { result, text };
  const now = { result: moved, text: `甲甲甲${text}` };
  deepEqual(carried({ kind: 'finding', index: 1 }, before, now), { kind: 'finding', index: 0 });
  deepEqual(carried({ kind: 'finding', index: 0 }, before, now), { kind: 'none' });
  equal(keysOf(result, text)[1], keysOf(moved, now.text)[0]);
});

test('two findings alike are told apart by which of them they are', () => {
  const twice = { ...result, findings: [result.findings[2], result.findings[2]] };
  equal(new Set(keysOf(twice, text)).size, 2);
});
