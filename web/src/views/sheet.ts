// 校核意见单: what is printed instead of the desk. Whose report, by what it was checked, the findings in order, the tables
// with their marks, and every equation that was computed.

import { h, replace, type Child } from '../dom';
import { sha256 } from '../sha256';
import { linesOf, verdictOf, type Line, type Report } from '../takeaway/facts';
import { words, type Words } from '../words';

export interface Circumstances {
  readonly tool: string;
  readonly file: string | null;
  readonly date: Date;
}

export function drawSheet(
  host: HTMLElement,
  report: Report | null,
  tables: HTMLElement,
  overview: HTMLElement,
  { tool, file, date }: Circumstances,
): void {
  if (!report) {
    replace(host);
    return;
  }
  const say = words[report.lang];
  const { result, text } = report;
  const { title, body, year, form } = result.report;
  const facts: [string, Child][] = [
    [say.sheet.title, title ?? say.summary.untitled],
    [say.sheet.body, body.name ?? say.summary.unknown],
    [say.sheet.year, year === null ? say.summary.unknown : say.summary.yearValue(year)],
    [say.sheet.form, (form && say.summary.forms[form]) ?? say.summary.unknown],
    [say.sheet.date, say.sheet.day(date)],
    [say.sheet.by, tool],
  ];
  if (file !== null) facts.push([say.sheet.file, file]);
  facts.push([say.sheet.digest, h('span', { class: 'sheet-digest' }, sha256(new TextEncoder().encode(text)))]);

  const lines = linesOf(report);
  replace(
    host,
    h('h1', {}, say.sheet.heading),
    h('dl', { class: 'sheet-facts' }, ...facts.flatMap(([name, value]) => [h('dt', {}, name), h('dd', {}, value)])),
    h('h2', {}, say.sheet.findings),
    findings(lines.filter((line) => line.aside === ''), say) ?? h('p', {}, say.summary.nothingFound),
    ...part(say.sheet.dismissed, findings(lines.filter((line) => line.aside !== ''), say)),
    ...part(say.sheet.tables, result.report.tables.length > 0 ? drawn(tables, '.statutory') : null),
    ...part(say.overview.heading, overview.hidden ? null : drawn(overview, '.charts')),
    ...part(say.sheet.passed, result.checks.length > 0 ? h('p', {}, verdictOf(report, say)) : null),
    h(
      'ul',
      { class: 'sheet-passed' },
      ...result.checks.map(({ text: equation, left, right, result: how }) =>
        h(
          'li',
          {},
          `${equation}：`,
          h('span', {}, how === 'unknown' ? say.checks.result[how]! : `${left} ${how === 'passed' ? '=' : '≠'} ${right}`),
        ),
      ),
    ),
    h('p', { class: 'sheet-sign' }, say.sheet.signature),
  );
}

function part(heading: string, content: Child): Child[] {
  return content ? [h('h2', {}, heading), content] : [];
}

function findings(lines: readonly Line[], say: Words): HTMLElement | null {
  if (lines.length === 0) return null;
  return h(
    'ol',
    { class: 'sheet-findings' },
    ...lines.map(({ severity, where, message, equation, basis, aside }) =>
      h(
        'li',
        {},
        h('b', {}, `${severity}　`),
        message,
        h('small', {}, [where, equation].filter(Boolean).join('　')),
        basis && h('small', {}, `${say.findings.basis}：${basis}`),
        aside && h('small', {}, say.findings.reason(aside)),
      ),
    ),
  );
}

/** Tables and charts as they stand on the page, without what only a screen can do with them. */
function drawn(host: HTMLElement, what: string): HTMLElement {
  const copy = h('div', {});
  for (const piece of host.querySelectorAll(what)) copy.append(piece.cloneNode(true));
  for (const element of copy.querySelectorAll('*'))
    for (const name of ['id', 'tabindex', 'role', 'aria-labelledby', 'aria-label']) element.removeAttribute(name);
  for (const lit of copy.querySelectorAll('.is-lit, .is-also')) lit.classList.remove('is-lit', 'is-also');
  return copy;
}
