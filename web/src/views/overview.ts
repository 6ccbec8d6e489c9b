// Two pictures of a report: where its applications came from, how they ended. Each is a list that can be read aloud, with a
// bar beside each figure; they print, and need no colour to be understood.

import { chartsOf, type Chart } from '../charts';
import { assign, h, replace } from '../dom';
import type { Checked, Lang } from '../result';
import type { Words } from '../words';

export function drawOverview(host: HTMLElement, result: Checked, words: Words, lang: Lang): void {
  const charts = chartsOf(result);
  host.hidden = charts.length === 0;
  replace(
    host,
    h('h2', {}, words.overview.heading),
    h('div', { class: 'charts' }, ...charts.map((chart) => draw(chart, words, lang))),
  );
}

function draw({ id, bars, total, missing }: Chart, words: Words, lang: Lang): HTMLElement {
  const most = Math.max(...bars.map((bar) => bar.value));
  const name = h('figcaption', {}, words.overview[id](total));
  return h(
    'figure',
    { class: 'chart', 'data-chart': id },
    name,
    h(
      'ul',
      {},
      ...bars.map(({ label, value }) =>
        h(
          'li',
          { class: value === 0 ? 'bar-none' : null },
          h('span', { class: 'bar-label' }, label[lang]),
          bar(value / most),
          h('b', {}, String(value)),
          h('span', { class: 'aside' }, `${((value / total) * 100).toFixed(1)}%`),
        ),
      ),
    ),
    missing > 0 && h('p', { class: 'aside' }, words.overview.missing(missing)),
  );
}

/** As wide as its share of the widest. Drawn with attributes: the policy lets no style stand in an element. */
function bar(share: number): SVGElement {
  const make = (tag: string, attributes: Readonly<Record<string, string | number>>): SVGElement => {
    const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
    assign(element, attributes);
    return element;
  };
  const svg = make('svg', { class: 'bar-picture', 'aria-hidden': 'true', viewBox: '0 0 100 10', preserveAspectRatio: 'none' });
  svg.append(make('rect', { width: share > 0 ? Math.max(0.8, share * 100) : 0, height: 10 }));
  return svg;
}
