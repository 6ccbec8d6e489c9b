// The official forms, as the page knows them: labels, merged headers, group labels. What the cells hold is the core's
// business; nothing here reads a report. Keys are the contract's. Another form is another file in forms/ and a line here.

import { applications } from './forms/applications';
import { disclosure } from './forms/disclosure';
import { label, rowsOf, slotsOf, type CellKey, type Drawing, type Form } from './forms/form';
import { review } from './forms/review';
import { statistics } from './forms/statistics';
import type { Lang, Table } from './result';

const forms: Readonly<Record<string, Form>> = { applications, review, disclosure, statistics };

/** A table that no form here knows is still drawn, with its keys for labels. */
const unknown: Form = {
  draw: (table) => ({
    title: label(table.id, table.id),
    short: label(table.id, table.id),
    head: [],
    body: rowsOf(table).map(({ key, own }) => [{ kind: 'stub', label: own ?? label(key, key) }, ...slotsOf(table, key)]),
  }),
  names: () => ({ row: undefined, column: undefined }),
};

const formOf = (table: Table): Form => forms[table.id] ?? unknown;

export function drawing(table: Table): Drawing {
  return formOf(table).draw(table);
}

/** What a person calls the cell's row and its column; the column is empty where the form has only one. */
export function namesOf(table: Table, cell: CellKey, lang: Lang): { row: string; column: string } {
  const { row, column } = formOf(table).names(cell, table);
  return {
    row: shorten(row?.[lang] ?? cell.label ?? cell.row),
    column: column === null ? '' : shorten(column?.[lang] ?? cell.column),
  };
}

export function nameOf(table: Table, cell: CellKey, lang: Lang): string {
  const { row, column } = namesOf(table, cell, lang);
  return column ? `${row} · ${column}` : row;
}

/** Without the form's remarks in brackets. */
function shorten(text: string): string {
  return text.replace(/（[^（）]{6,}）|\([^()]{12,}\)/g, '').trim();
}
