// The statutory tables as the official form draws them, each cell a place in the text. While only numbers change, the
// elements stay and their contents follow, so nothing flickers or loses the keyboard as the user types.

import { calm, h, replace, type Child } from '../dom';
import { drawing, nameOf } from '../forms';
import type { Drawing, Head, Slot } from '../forms/form';
import type { Cell, CellRef, Checked, Finding, Lang, Span, Table } from '../result';
import type { Lit } from '../lit';
import { cellAt, keyOf } from '../places';
import type { Words } from '../words';
import { openField } from './edit';

export type CellState = 'number' | 'zero' | 'chosen' | 'blank' | 'dash' | 'unreadable' | 'missing';

/** What stands in a cell. A blank, a dash or something unreadable is never taken for a zero. */
export function stateOf(cell: Cell): CellState {
  if (cell.text === null) return 'missing';
  if (cell.value !== null) return cell.reading === 'chosen' ? 'chosen' : cell.value === 0 ? 'zero' : 'number';
  if (cell.text.trim() === '') return 'blank';
  return /^[-‐-―−－—/／\\＼无空*＊.．。·、\s]+$/.test(cell.text.trim()) ? 'dash' : 'unreadable';
}

/** What to write for it: what stands there with its unit, or a word where nothing does. */
export function written(cell: Cell, words: Words): string {
  if (cell.text === null) return words.tables.missing;
  return cell.text.trim() === '' ? words.tables.blank : cell.text + (cell.unit ?? '');
}

export interface TablesView {
  /** `open`: the findings that are not put aside. */
  update(result: Checked, open: readonly Finding[], words: Words, lang: Lang): void;
  light(lit: Lit): void;
  /** Brings the cell into view. */
  reveal(ref: CellRef): void;
}

export interface TableEvents {
  readonly choose: (ref: CellRef) => void;
  /** What stands in the cell, as it can be edited in the text; null where it cannot. */
  readonly editable: (ref: CellRef) => string | null;
  readonly edit: (ref: CellRef, text: string) => void;
}

interface Drawn {
  readonly shape: string;
  readonly section: HTMLElement;
  readonly cells: ReadonlyMap<string, HTMLTableCellElement>;
}

export function createTables(host: HTMLElement, events: TableEvents): TablesView {
  let drawn: Drawn[] = [];
  let marked: HTMLElement[] = [];

  const cellOf = (ref: CellRef): HTMLTableCellElement | undefined =>
    drawn.map((each) => each.cells.get(keyOf(ref))).find(Boolean);

  return {
    update(result, open, words, lang) {
      const trouble = new Set(
        open.filter((each) => each.severity === 'error').flatMap((each) => each.cells.map(keyOf)),
      );
      // An error that no single cell is to blame for is shown at the total that it fails for.
      const suspect = new Set(
        open.flatMap(({ severity, cells, span }) =>
          severity === 'error' && cells.length === 0 && span ? placed(result, span) : [],
        ),
      );
      const doubt = new Set(
        open.filter((each) => each.severity !== 'error').flatMap((each) => each.cells.map(keyOf)),
      );
      const now = result.report.tables.map((table): Drawn => {
        const plan = drawing(table);
        const shape = JSON.stringify([table.id, lang, plan]);
        const one = drawn.find((each) => each.shape === shape) ?? draw(table, plan, shape, lang, events);
        for (const cell of table.cells) {
          const key = keyOf({ table: table.id, ...cell });
          const element = one.cells.get(key);
          const mark = trouble.has(key) ? 'trouble' : suspect.has(key) ? 'suspect' : doubt.has(key) ? 'doubt' : '';
          if (element) fill(element, table, cell, mark, words, lang);
        }
        return one;
      });
      if (now.length !== drawn.length || now.some((each, at) => each !== drawn[at])) {
        replace(host, ...now.map((each) => each.section));
        drawn = now;
      }
    },
    light(lit) {
      for (const element of marked) element.classList.remove('is-lit', 'is-also');
      marked = [];
      for (const { cells } of drawn)
        for (const [key, element] of cells) {
          const kind = lit.cells.has(key) ? 'is-lit' : lit.also.has(key) ? 'is-also' : null;
          if (!kind) continue;
          element.classList.add(kind);
          marked.push(element);
        }
    },
    reveal(ref) {
      const cell = cellOf(ref);
      cell?.scrollIntoView({ block: 'center', inline: 'nearest', behavior: calm() ? 'auto' : 'smooth' });
    },
  };
}

function placed(result: Checked, span: Span): string[] {
  const ref = cellAt(result, span.start);
  return ref ? [keyOf(ref)] : [];
}

function draw(table: Table, plan: Drawing, shape: string, lang: Lang, events: TableEvents): Drawn {
  const cells = new Map<string, HTMLTableCellElement>();
  const grid: HTMLTableCellElement[][] = [];

  const header = (head: Head, inBody: boolean): HTMLElement =>
    h(
      'th',
      {
        class: `th-${head.kind}`,
        // A group's rows and a block's columns are told by spans; scope says which way a header reads.
        scope:
          head.kind === 'column' || (head.kind === 'corner' && !inBody)
            ? 'col'
            : head.kind === 'group'
              ? 'rowgroup'
              : 'row',
        colspan: head.columns,
        rowspan: head.rows,
      },
      h('span', {}, ...lettering(head, lang)),
    );
  const slot = (each: Slot): HTMLElement => {
    const ref = { table: table.id, row: each.row, column: each.column };
    const cell = h('td', {
      role: 'gridcell',
      colspan: each.columns,
      tabindex: -1,
      'data-table': ref.table,
      'data-row': ref.row,
      'data-column': ref.column,
      onclick: () => events.choose(ref),
      ondblclick: () => open(cell, ref, null, events),
    });
    cells.set(keyOf(ref), cell);
    grid[grid.length - 1]!.push(cell);
    return cell;
  };

  const head = plan.head.map((line) => h('tr', {}, ...line.map((each) => header(each, false))));
  const body = plan.body.map((line) => {
    grid.push([]);
    return h('tr', {}, ...line.map((each) => (each.kind === 'cell' ? slot(each) : header(each, true))));
  });
  const lines = grid.filter((line) => line.length > 0);
  lines[0]?.[0]?.setAttribute('tabindex', '0');

  const title = h('h3', { id: `table-${table.id}` }, plan.title[lang]);
  const element = h(
    'table',
    { class: `form form-${table.id}`, role: 'grid', 'aria-labelledby': title.id },
    head.length > 0 && h('thead', {}, ...head),
    h('tbody', {}, ...body),
  );
  element.addEventListener('keydown', (event) => walk(event, table.id, lines, events));
  const section = h(
    'section',
    { class: 'statutory', 'aria-labelledby': title.id },
    title,
    h('div', { class: 'scroll' }, element),
  );
  return { shape, section, cells };
}

/** The number of a group stands on a line of its own: the column is narrow. */
function lettering({ kind, label }: Head, lang: Lang): Child[] {
  const [, number, name] = (kind === 'group' && /^(（.）|\(\d\) )(.+)$/.exec(label[lang])) || [];
  return number && name ? [number, h('br'), name] : [label[lang]];
}

type CellMark = '' | 'trouble' | 'suspect' | 'doubt';

function fill(element: HTMLElement, table: Table, cell: Cell, mark: CellMark, words: Words, lang: Lang): void {
  const state = stateOf(cell);
  const text = written(cell, words);
  const said: Partial<Record<CellState, string>> = words.tables.state;
  const notes = [said[state], mark === 'trouble' || mark === 'suspect' ? words.tables.state[mark] : null]
    .filter(Boolean)
    .join('；');
  if (element.dataset['editing'] === undefined && element.textContent !== text) element.textContent = text;
  const wasLit = element.classList.contains('is-lit');
  const wasAlso = element.classList.contains('is-also');
  element.className = [`is-${state}`, mark && `is-${mark}`, wasLit && 'is-lit', wasAlso && 'is-also']
    .filter(Boolean)
    .join(' ');
  element.dataset['state'] = state;
  element.setAttribute('aria-label', `${nameOf(table, cell, lang)}：${text}${notes ? `，${notes}` : ''}`);
  if (notes) element.title = notes;
  else element.removeAttribute('title');
}

function open(cell: HTMLTableCellElement, ref: CellRef, typed: string | null, events: TableEvents): void {
  const text = events.editable(ref);
  if (text === null || cell.dataset['editing'] !== undefined) return;
  const label = cell.getAttribute('aria-label') ?? '';
  openField({ cell, text, label, typed }, (now) => {
    if (now !== null) events.edit(ref, now);
  });
}

/** One stop of the Tab key for the whole table; the arrow keys move inside it, and the text follows. */
function walk(
  event: KeyboardEvent,
  table: CellRef['table'],
  lines: readonly HTMLTableCellElement[][],
  events: TableEvents,
): void {
  const here = event.target as HTMLTableCellElement;
  const row = lines.findIndex((line) => line.includes(here));
  const column = lines[row]?.indexOf(here) ?? -1;
  if (row < 0 || column < 0) return;
  const ref = (cell: HTMLTableCellElement): CellRef => ({ table, row: cell.dataset['row']!, column: cell.dataset['column']! });
  // As in a spreadsheet: Enter and F2 edit what stands there, a figure replaces it.
  const figure = /^[0-9０-９]$/.test(event.key) && !event.ctrlKey && !event.metaKey && !event.altKey;
  if (event.key === 'Enter' || event.key === 'F2' || figure) {
    event.preventDefault();
    events.choose(ref(here));
    open(here, ref(here), figure ? event.key : null, events);
    return;
  }
  const to = ((): HTMLTableCellElement | undefined => {
    switch (event.key) {
      case 'ArrowLeft':
        return lines[row]![column - 1];
      case 'ArrowRight':
        return lines[row]![column + 1];
      case 'ArrowUp':
      case 'ArrowDown': {
        const line = lines[row + (event.key === 'ArrowUp' ? -1 : 1)];
        return line?.[Math.min(column, line.length - 1)];
      }
      case 'Home':
        return lines[row]![0];
      case 'End':
        return lines[row]![lines[row]!.length - 1];
      case ' ':
        return here;
      default:
        return undefined;
    }
  })();
  if (!to) return;
  event.preventDefault();
  for (const line of lines) for (const cell of line) cell.tabIndex = cell === to ? 0 : -1;
  to.focus();
  events.choose(ref(to));
}
