// The findings and the tables as Markdown, for a message or a file beside the report.

import { drawing, namesOf } from '../forms';
import type { Lang, Table } from '../result';
import { words } from '../words';
import { columnsOf, isWrong, linesOf, verdictOf, type Report } from './facts';

export function markdown(report: Report): string {
  const { result, lang } = report;
  const say = words[lang];
  const parts = [`# ${plain(result.report.title ?? say.summary.untitled)}`, verdictOf(report, say)];
  const lines = linesOf(report);
  parts.push(`## ${say.findings.heading}`);
  parts.push(
    lines.length === 0
      ? say.summary.nothingFound
      : lines
          .map(({ severity, where, message, equation, basis, aside }, at) =>
            [
              `${at + 1}. **${severity}** ${plain(message)}`,
              `   ${where}`,
              equation && `   ${plain(equation)}`,
              basis && `   ${say.findings.basis}：${plain(basis)}`,
              aside && `   ${say.findings.reason(plain(aside))}`,
            ]
              .filter(Boolean)
              .join('\\\n'),
          )
          .join('\n'),
  );
  for (const table of result.report.tables) parts.push(`## ${drawing(table).title[lang]}`, tableOf(report, table, lang));
  return `${parts.join('\n\n')}\n`;
}

/** Merged headers become names of rows and columns; what is wrong is bold. */
function tableOf(report: Report, table: Table, lang: Lang): string {
  const columns = columnsOf(table);
  const rows = [...new Set(table.cells.map((cell) => cell.row))];
  const at = (row: string, column: string): (typeof table.cells)[number] | undefined =>
    table.cells.find((cell) => cell.row === row && cell.column === column);
  const nameOfColumn = (column: string): string => {
    const cell = table.cells.find((each) => each.column === column)!;
    return namesOf(table, cell, lang).column;
  };
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [
    line(['', ...columns.map((column) => plain(nameOfColumn(column)))]),
    line(['---', ...columns.map(() => '---:')]),
    ...rows.map((row) =>
      line([
        plain(namesOf(table, table.cells.find((cell) => cell.row === row)!, lang).row),
        ...columns.map((column) => {
          const cell = at(row, column);
          const text = plain(cell?.text ?? '');
          return text && isWrong(report, { table: table.id, row, column }) ? `**${text}**` : text;
        }),
      ]),
    ),
  ].join('\n');
}

/** Text of the report that is not to be read as Markdown or HTML. */
function plain(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\`*_{}[\]<>#|~]/g, '\\$&');
}
