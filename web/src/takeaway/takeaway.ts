// The ways to take the findings and tables away. Loaded when one of them is asked for.

import { csv } from './csv';
import type { Report } from './facts';
import { markdown } from './markdown';
import { save } from './save';
import { xlsx } from './xlsx';

export type Format = 'xlsx' | 'csv' | 'markdown' | 'json';

export async function takeAway(format: Format, report: Report): Promise<void> {
  const name = nameOf(report);
  switch (format) {
    case 'json': // as `gouji check --format json` gives it
      return save(`${name}.json`, `${JSON.stringify([report.result], null, 2)}\n`, 'application/json');
    case 'csv':
      return save(`${name}.csv`, csv(report), 'text/csv');
    case 'markdown':
      return save(`${name}.md`, markdown(report), 'text/markdown');
    case 'xlsx':
      return save(`${name}.xlsx`, await xlsx(report), '');
  }
}

/** After the report, without what a file's name cannot have. */
function nameOf({ result, lang }: Report): string {
  const title = (result.report.title ?? '').replace(/[\\/:*?"<>|\s]+/g, '').slice(0, 60);
  return title + (lang === 'zh' ? '－校核' : ' - checked');
}
