// What a form is to the page: how a table of it is drawn, and what its rows and columns are called.

import type { Cell, Table } from '../result';

export interface Label {
  readonly zh: string;
  readonly en: string;
}

export const label = (zh: string, en: string): Label => ({ zh, en });

/** A header of the drawing: of a column, of a row, of a group of rows, of a block of the table. */
export interface Head {
  readonly kind: 'corner' | 'column' | 'stub' | 'group' | 'block' | 'unit' | 'heading';
  readonly label: Label;
  readonly columns?: number;
  readonly rows?: number;
}

export interface Slot {
  readonly kind: 'cell';
  readonly row: string;
  readonly column: string;
  readonly columns?: number;
}

export interface Drawing {
  readonly title: Label;
  readonly short: Label; // for the row of links above the tables
  readonly head: readonly (readonly Head[])[];
  readonly body: readonly (readonly (Head | Slot)[])[];
}

export type CellKey = Pick<Cell, 'row' | 'column' | 'label'>;

export interface Form {
  draw(table: Table): Drawing;
  /** The name of the cell's row with its group, and of its column where the form has more than one. */
  names(cell: CellKey, table: Table): { readonly row: Label | undefined; readonly column: Label | null | undefined };
}

export interface Row {
  readonly key: string;
  readonly own: Label | null; // of a row that the form does not have (extra.1 …)
}

export function rowsOf(table: Table): Row[] {
  const rows = new Map<string, Row>();
  for (const cell of table.cells)
    if (!rows.has(cell.row))
      rows.set(cell.row, { key: cell.row, own: cell.label === undefined ? null : label(cell.label, cell.label) });
  return [...rows.values()];
}

/** The cells of a row, as it has them. */
export function slotsOf(table: Table, row: string): Slot[] {
  return table.cells
    .filter((cell) => cell.row === row)
    .map((cell): Slot => ({ kind: 'cell', row, column: cell.column }));
}
