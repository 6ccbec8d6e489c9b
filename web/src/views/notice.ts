// One line about what was just done, with the way back.

import { h, icon, replace } from '../dom';
import type { Notice } from '../state';
import type { Words } from '../words';

export interface NoticeEvents {
  readonly undo: (() => void) | null;
  readonly close: () => void;
}

export function drawNotice(host: HTMLElement, notice: Notice | null, words: Words, { undo, close }: NoticeEvents): void {
  if (!notice) {
    replace(host);
    return;
  }
  replace(
    host,
    h(
      'p',
      { 'data-kind': notice.kind },
      h('span', {}, words.notice[notice.kind]),
      undo && h('button', { type: 'button', class: 'quiet', onclick: undo }, words.notice.undo),
      h('button', { type: 'button', class: 'quiet', 'aria-label': words.notice.close, onclick: close }, icon('close')),
    ),
  );
}
