// The tables as CSV, with the columns of `gouji check --format csv`; a byte-order mark, for the spreadsheets that guess.

import { namesOf } from '../forms';
import type { Report } from './facts';

export function csv({ result, text, lang }: Report): string {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const lines = result.report.tables.flatMap((table) =>
    table.cells.map((cell) =>
      [
        result.source.name,
        table.id,
        cell.row,
        cell.column,
        namesOf(table, cell, lang).row,
        cell.value === null ? '' : String(cell.value),
        cell.text ?? '',
        cell.span ? String(lineOf(starts, cell.span.start)) : '',
      ]
        .map(field)
        .join(','),
    ),
  );
  return `\ufeff${['file,table,row,column,label,value,text,line', ...lines].join('\n')}\n`;
}

function lineOf(starts: readonly number[], offset: number): number {
  let low = 0;
  let high = starts.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle;
  }
  return low + 1;
}

function field(text: string): string {
  return /[,"\r\n]/.test(text) ? `"${text.replace(/"/g, '""')}"` : text;
}
