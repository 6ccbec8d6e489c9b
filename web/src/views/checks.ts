// Every equation that was computed, also those that hold: what "all is well" stands on.

import { h, icon, replace } from '../dom';
import type { Lit } from '../lit';
import type { Check, Checked } from '../result';
import type { Words } from '../words';

export function drawChecks(host: HTMLElement, result: Checked, words: Words): void {
  const open = host.querySelector('details')?.open ?? false;
  const { passed, failed, unknown } = result.summary;
  replace(
    host,
    h('h2', {}, words.checks.heading),
    h('p', { class: 'aside' }, words.checks.count(passed, failed, unknown)),
    result.checks.length > 0 &&
      h(
        'details',
        { class: 'checks', open },
        h('summary', {}, words.checks.show),
        h('ul', {}, ...result.checks.map((check) => line(check, words))),
      ),
  );
}

function line(check: Check, words: Words): HTMLElement {
  const { result, left, right } = check;
  const sides =
    result === 'unknown' ? words.checks.result[result]! : `${left} ${result === 'passed' ? '=' : '≠'} ${right}`;
  return h(
    'li',
    { class: `check check-${check.result}` },
    icon(check.result === 'failed' ? 'error' : check.result),
    h('span', { class: 'unseen' }, `${words.checks.result[check.result]}：`),
    h('span', { class: 'check-text' }, check.text),
    h('span', { class: 'check-sides' }, sides),
  );
}

/** Marks the equations that belong to what is pointed at. */
export function lightChecks(host: HTMLElement, lit: Lit): void {
  host.querySelectorAll('.check').forEach((line, index) => line.classList.toggle('is-lit', lit.checks.has(index)));
}
