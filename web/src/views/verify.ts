// 「如何自己验证」: how to see for oneself that nothing leaves, and what is kept where.

import { h, replace } from '../dom';
import { sha256 } from '../sha256';
import type { Words } from '../words';

export interface VerifyEvents {
  readonly wipe: () => void;
  readonly close: () => void;
}

/** SHA-256 of the module that is running. */
export async function fingerprint(module: Blob | null): Promise<string> {
  return module ? sha256(new Uint8Array(await module.arrayBuffer())) : '';
}

export function drawVerify(
  dialog: HTMLDialogElement,
  words: Words,
  digest: string,
  { wipe, close }: VerifyEvents,
): void {
  const say = words.verify;
  replace(
    dialog,
    h('h2', { id: 'verify-heading', tabindex: -1 }, say.heading),
    h('p', {}, say.intro),
    h('ol', {}, ...say.steps.map(([title, text]) => h('li', {}, h('b', {}, title), h('p', {}, text)))),
    h('dl', { class: 'digests' }, h('dt', {}, say.module), h('dd', { class: 'digest' }, digest)),
    h('h3', {}, say.kept),
    h('ul', { class: 'kept' }, ...say.keeps.map((text) => h('li', {}, text))),
    h(
      'p',
      { class: 'dialog-buttons' },
      h('button', { type: 'button', class: 'wipe', onclick: wipe }, words.wipe),
      h('button', { type: 'button', class: 'primary', onclick: close }, words.problem.close),
    ),
  );
}
