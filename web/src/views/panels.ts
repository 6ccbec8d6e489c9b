// What the results show when there is no report to show: why something was not taken. How to begin stands in index.html.

import { h, icon, replace } from '../dom';
import type { Refused } from '../result';
import type { Problem } from '../state';
import type { Words } from '../words';

/** The text in the pane is no report, or could not be read as one. It stays where it is. */
export function drawRefused(host: HTMLElement, error: Refused['error'], words: Words): void {
  replace(
    host,
    h('h2', {}, words.problem.heading.text),
    h('p', { class: 'refusal' }, error.message),
    h('p', { class: 'aside' }, words.problem.howToCopy),
  );
}

/** A file that could not be taken, above whatever is shown of the text in the pane. */
export function drawProblem(
  host: HTMLElement,
  problem: Problem,
  words: Words,
  hasText: boolean,
  close: () => void,
): void {
  replace(
    host,
    icon('file'),
    h(
      'div',
      {},
      h('h2', {}, words.problem.heading.file),
      h('p', {}, sentence(problem, words)),
      hasText && h('p', { class: 'aside' }, words.problem.kept),
    ),
    h('button', { type: 'button', onclick: close }, words.problem.close),
  );
}

function sentence(problem: Problem, words: Words): string {
  switch (problem.kind) {
    case 'foreign':
      return words.problem.foreign(problem.name, problem.what);
    case 'too_large':
      return words.problem.tooLarge(problem.name, sizeOf(problem.size));
    case 'unreadable':
      return words.problem.unreadable(problem.name);
    case 'refused':
      return `${problem.name}：${problem.error.message}`;
    case 'picture':
      return words.problem.picture;
  }
}

function sizeOf(bytes: number): string {
  return bytes >= 1 << 20 ? `${Math.round(bytes / (1 << 20))} MB` : `${Math.max(1, Math.round(bytes / 1024))} KB`;
}
