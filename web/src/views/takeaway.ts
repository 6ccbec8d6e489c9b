// The ways to take the findings and tables away, one button each.

import { h, replace } from '../dom';
import type { Format } from '../takeaway/takeaway';
import type { Words } from '../words';

export interface TakeawayEvents {
  readonly print: () => void;
  readonly take: (format: Format) => void;
}

const formats: readonly Format[] = ['xlsx', 'csv', 'markdown', 'json'];

export function drawTakeaway(host: HTMLElement, words: Words, { print, take }: TakeawayEvents): void {
  host.setAttribute('aria-label', words.takeaway.heading);
  replace(
    host,
    h('span', { 'aria-hidden': 'true' }, words.takeaway.heading),
    h('button', { type: 'button', class: 'quiet', onclick: print }, words.takeaway.print),
    ...formats.map((format) =>
      h(
        'button',
        { type: 'button', class: 'quiet', 'data-format': format, onclick: () => take(format) },
        words.takeaway.formats[format],
      ),
    ),
  );
}
