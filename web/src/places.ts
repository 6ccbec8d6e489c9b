// Cells and where they stand: how the tables of a result are told apart and found by their places.

import type { Cell, CellRef, Checked, Span, Table } from './result';

export const sameRef = (a: CellRef, b: CellRef): boolean =>
  a.table === b.table && a.row === b.row && a.column === b.column;

export const keyOf = (ref: CellRef): string => `${ref.table} ${ref.row} ${ref.column}`;

export interface Found {
  readonly table: Table;
  readonly cell: Cell;
}

export function find(report: Checked, ref: CellRef): Found | null {
  const table = report.report.tables.find((each) => each.id === ref.table);
  const cell = table?.cells.find((each) => each.row === ref.row && each.column === ref.column);
  return table && cell ? { table, cell } : null;
}

export function spanOf(report: Checked, ref: CellRef): Span | null {
  return find(report, ref)?.cell.span ?? null;
}

/** The cell whose characters hold the caret, its two ends included. */
export function cellAt(report: Checked, offset: number): CellRef | null {
  for (const table of report.report.tables)
    for (const cell of table.cells)
      if (cell.span && cell.span.start <= offset && offset <= cell.span.end)
        return { table: table.id, row: cell.row, column: cell.column };
  return null;
}

/** Whether they share a character. */
export function overlap(a: Span | null, b: Span | null): boolean {
  return a !== null && b !== null && a.start < b.end && b.start < a.end;
}
