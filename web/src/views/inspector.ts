// A strip at the foot of the results about the cell that is pointed at: what it is, what stands there, what fails with it.

import { h, icon, replace } from '../dom';
import { nameOf } from '../forms';
import type { CellRef, Checked, Lang } from '../result';
import { sameRef } from '../places';
import type { Words } from '../words';
import { stateOf, written } from './table';

export interface InspectorEvents {
  readonly leave: () => void;
  /** Changes to the text, on a screen that shows only the results. */
  readonly toText: () => void;
}

export function drawInspector(
  host: HTMLElement,
  result: Checked,
  ref: CellRef,
  line: (offset: number) => number,
  words: Words,
  lang: Lang,
  { leave, toText }: InspectorEvents,
): void {
  const table = result.report.tables.find((each) => each.id === ref.table);
  const cell = table?.cells.find((each) => each.row === ref.row && each.column === ref.column);
  host.hidden = !table || !cell;
  if (!table || !cell) return;
  const state = stateOf(cell);
  const said: Partial<Record<string, string>> = words.tables.state;
  const failing = result.checks.filter(
    (each) => each.result === 'failed' && each.cells.some((one) => sameRef(one, ref)),
  );
  replace(
    host,
    h(
      'p',
      {},
      h('span', { class: 'inspector-name' }, nameOf(table, cell, lang)),
      h('b', { class: 'inspector-value' }, written(cell, words)),
      h(
        'span',
        { class: 'aside' },
        [cell.span && words.findings.line(line(cell.span.start)), said[state]].filter(Boolean).join('，'),
      ),
      h('button', { type: 'button', class: 'quiet to-text', onclick: toText }, words.findings.inText),
      h('button', { type: 'button', class: 'quiet leave', 'aria-label': words.notice.close, onclick: leave }, icon('close')),
    ),
    failing.length > 0 &&
      h(
        'ul',
        { 'aria-label': words.tables.fails },
        ...failing.map((check) => h('li', {}, icon('error'), `${check.text}：${check.left} ≠ ${check.right}`)),
      ),
  );
}
