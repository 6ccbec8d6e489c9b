// The findings and the tables as a spreadsheet, with write-excel-file: small, one dependency (fflate), no eval, no network.

import writeExcelFile, { type CellObject, type SheetData } from 'write-excel-file/universal';
import { drawing } from '../forms';
import type { Lang, Table } from '../result';
import { written } from '../views/table';
import { find } from '../places';
import { words } from '../words';
import { isWrong, linesOf, type Report } from './facts';
import { gridOf } from './grid';

const line = { borderStyle: 'thin', borderColor: '#b9b4a8' } as const;
const head = { ...line, backgroundColor: '#f6f4ef', align: 'center', alignVertical: 'center', wrap: true } as const;
const wrong = { ...line, backgroundColor: '#fbebe7', textColor: '#b3321f', fontWeight: 'bold' } as const;

export async function xlsx(report: Report): Promise<Blob> {
  const { result, lang } = report;
  const blob = await writeExcelFile(
    [
      {
        data: findings(report),
        sheet: words[lang].takeaway.sheet,
        columns: [5, 8, 20, 60, 44, 40, 20].map((width) => ({ width })),
        stickyRowsCount: 2,
      },
      ...result.report.tables.map((table) => ({
        data: form(report, table, lang),
        sheet: drawing(table).short[lang],
        columns: Array.from({ length: gridOf(table).columns }, () => ({ width: 14 })),
        orientation: 'landscape' as const,
      })),
    ],
    { fontFamily: '宋体', fontSize: 11 },
  ).toBlob();
  return blob;
}

function findings(report: Report): SheetData {
  const say = words[report.lang];
  const lines = linesOf(report);
  const cell = (value: string): CellObject => ({ ...line, value, type: String, wrap: true, alignVertical: 'top' });
  return [
    [{ value: report.result.report.title ?? say.summary.untitled, fontWeight: 'bold', fontSize: 14 }],
    say.takeaway.columns.map((value) => ({ ...head, value, fontWeight: 'bold' as const })),
    ...lines.map((each, at) => [
      { ...line, value: at + 1, type: Number, alignVertical: 'top' as const },
      ...[each.severity, each.where, each.message, each.equation, each.basis, each.aside].map(cell),
    ]),
  ];
}

/** The table as the form prints it, merged headers and all; figures are numbers. */
function form(report: Report, table: Table, lang: Lang): SheetData {
  const { rows, columns, pieces } = gridOf(table);
  const sheet: (CellObject | null)[][] = Array.from({ length: rows }, () => Array.from({ length: columns }, () => null));
  for (const { piece, row, column } of pieces) {
    const spans = { columnSpan: piece.columns ?? 1, rowSpan: piece.kind === 'cell' ? 1 : (piece.rows ?? 1) };
    if (piece.kind !== 'cell') {
      sheet[row]![column] = { ...head, ...spans, value: piece.label[lang], type: String };
      continue;
    }
    const ref = { table: table.id, row: piece.row, column: piece.column };
    const cell = find(report.result, ref)?.cell;
    const style = isWrong(report, ref) ? wrong : line;
    sheet[row]![column] =
      cell && cell.value !== null && cell.unit === undefined
        ? { ...style, ...spans, value: cell.value, type: Number }
        : { ...style, ...spans, value: cell && cell.text?.trim() ? written(cell, words[lang]) : '', type: String, align: 'right' };
  }
  return sheet;
}
