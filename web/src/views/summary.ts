// The report in ten seconds: whose it is, of which year and form, what is wrong, what holds.

import { h, icon, replace, type Child, type Icon } from '../dom';
import { ofKind } from '../lit';
import type { Queue } from '../findings';
import type { Checked, Lang, Severity, Span } from '../result';
import type { Quantities } from '../state';
import type { Words } from '../words';

export interface SummaryEvents {
  readonly place: (span: Span) => void;
  readonly quantities: (which: Quantities) => void;
}

export function drawSummary(
  host: HTMLElement,
  result: Checked,
  { open, dismissed }: Queue,
  words: Words,
  lang: Lang,
  events: SummaryEvents,
): void {
  const { report, summary } = result;
  const say = words.summary;
  const { numbers } = report;
  const facts: [string, Child][] = [
    [say.body, report.body.name ? say.bodyValue(report.body.name, report.body.level, report.body.kind) : say.unknown],
    [say.year, report.year === null ? say.unknown : say.yearValue(report.year)],
    [say.form, (report.form !== null && say.forms[report.form]) || say.unknown],
  ];
  if (numbers.total > 0) facts.push([say.numbers, quantities()]);

  replace(
    host,
    h('h2', { class: 'report-title' }, report.title || say.untitled),
    h('dl', { class: 'facts' }, ...facts.map(([name, value]) => h('div', {}, h('dt', {}, name), h('dd', {}, value)))),
    verdict(result, words),
    report.sections.length > 0 &&
      h(
        'nav',
        { class: 'outline', 'aria-label': say.sections },
        ...report.sections.map(({ number, title, span }) =>
          h(
            'button',
            { type: 'button', disabled: !span, onclick: () => span && events.place(span) },
            `${numeral(number, lang)}${title}`,
          ),
        ),
      ),
  );

  /** How many quantities the narrative has, and how many were checked: each shows its places. */
  function quantities(): HTMLElement {
    const count = (which: Quantities, text: string): Child =>
      ofKind(report.claims, which).length === 0
        ? text
        : h('button', { type: 'button', class: 'quantity', onclick: () => events.quantities(which) }, text);
    return h(
      'span',
      {},
      count('all', say.numbersTotal(numbers.total)),
      lang === 'en' ? ', ' : '，',
      count('checked', say.numbersChecked(numbers.checked)),
    );
  }

  function verdict({ findings }: Checked, now: Words): HTMLElement {
    const equations = summary.passed + summary.failed + summary.unknown;
    if (findings.length === 0 && summary.failed === 0) {
      const text =
        equations === 0
          ? now.summary.nothingFound + now.summary.noEquations
          : summary.unknown === 0
            ? now.summary.allHold(summary.passed)
            : now.summary.nothingFound;
      return h('p', { class: 'verdict verdict-good' }, icon('passed'), text);
    }
    const figure = (name: Icon, count: number, label: string, note = ''): HTMLElement =>
      h(
        'div',
        { class: `figure figure-${name}${count === 0 ? ' figure-none' : ''}` },
        h('dt', {}, icon(name), label),
        h('dd', {}, h('b', {}, String(count)), note && h('span', {}, note)),
      );
    const found = (severity: Severity): HTMLElement => {
      const has = (index: number): boolean => findings[index]!.severity === severity;
      const aside = dismissed.filter(({ index }) => has(index)).length;
      return figure(severity, open.filter(has).length, now.summary[severity], aside > 0 ? now.summary.aside(aside) : '');
    };
    return h(
      'dl',
      { class: 'verdict figures' },
      found('error'),
      found('warning'),
      found('info'),
      figure('passed', summary.passed, now.summary.passed, now.summary.passedOf(equations)),
    );
  }
}

function numeral(number: number, lang: Lang): string {
  return lang === 'en' ? `${number}. ` : `${'〇一二三四五六七八九十'[number] ?? number}、`;
}
