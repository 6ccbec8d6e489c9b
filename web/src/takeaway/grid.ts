// A form as a sheet of rows and columns, for what knows no merged headers by itself: where each head and slot comes to lie.

import { drawing } from '../forms';
import type { Head, Slot } from '../forms/form';
import type { Table } from '../result';

export interface Placed {
  readonly piece: Head | Slot;
  readonly row: number;
  readonly column: number;
}

export interface Grid {
  readonly rows: number;
  readonly columns: number;
  readonly pieces: readonly Placed[];
}

/** Lays the pieces out as a browser lays out a table: each in the first place that no cell above reaches into. */
export function gridOf(table: Table): Grid {
  const { head, body } = drawing(table);
  const taken: boolean[][] = [];
  const pieces: Placed[] = [];
  let columns = 0;
  [...head, ...body].forEach((line, row) => {
    let column = 0;
    for (const piece of line) {
      while (taken[row]?.[column]) column++;
      pieces.push({ piece, row, column });
      const wide = piece.columns ?? 1;
      const high = piece.kind === 'cell' ? 1 : (piece.rows ?? 1);
      for (let down = 0; down < high; down++)
        for (let across = 0; across < wide; across++) (taken[row + down] ??= [])[column + across] = true;
      column += wide;
      columns = Math.max(columns, column);
    }
  });
  return { rows: head.length + body.length, columns, pieces };
}
