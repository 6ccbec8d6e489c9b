// Two minutes through the page: one thing after another is framed and said what it is for. The page stays usable all the
// while; Escape or the last button ends it.

import { byId, calm, h, icon, replace } from '../dom';
import type { Store } from '../state';
import { words } from '../words';

export interface Tour {
  start(): void;
  end(): void;
}

/** What each step frames, in the order of `words.tour.steps`. */
const targets = ['#source', '.verdict', '#findings', '#tables', '#takeaway', '.top'] as const;

/** `back`: where the keyboard goes when it is over. */
export function createTour(store: Store, host: HTMLElement, back: HTMLElement): Tour {
  let at = -1;

  const present = (what: string): boolean => document.querySelector(what)?.closest('[hidden]') === null;
  const framed = (): void => document.querySelectorAll('.is-toured').forEach((each) => each.classList.remove('is-toured'));
  /** The next step, in that direction, whose part of the page is there: a clean report has no findings. */
  const seek = (from: number, by: 1 | -1): number => {
    let to = from;
    while (to >= 0 && to < targets.length && !present(targets[to]!)) to += by;
    return to;
  };
  const end = (): void => {
    if (at < 0) return;
    at = -1;
    framed();
    host.hidden = true;
    back.focus();
  };
  const show = (to: number): void => {
    if (to < 0 || to >= targets.length) return end();
    at = to;
    framed();
    const target = document.querySelector<HTMLElement>(targets[at]!);
    store.set({ pane: target?.closest('#source') ? 'text' : 'results' });
    target?.classList.add('is-toured');
    target?.scrollIntoView({ block: 'nearest', behavior: calm() ? 'auto' : 'smooth' });
    draw();
    byId('tour-text').focus({ preventScroll: true });
  };
  const draw = (): void => {
    const now = words[store.get().lang];
    const [title, text] = now.tour.steps[at]!;
    const last = seek(at + 1, 1) >= targets.length;
    host.hidden = false;
    host.setAttribute('aria-label', now.tour.open);
    replace(
      host,
      h('p', { class: 'aside' }, now.tour.position(at + 1, targets.length)),
      h('div', { id: 'tour-text', tabindex: -1 }, h('h2', {}, title), h('p', {}, text)),
      h(
        'p',
        { class: 'dialog-buttons' },
        h('button', { type: 'button', disabled: at === 0, onclick: () => show(seek(at - 1, -1)) }, now.tour.previous),
        h('button', { type: 'button', class: 'primary', onclick: () => show(seek(at + 1, 1)) }, last ? now.tour.done : now.tour.next),
      ),
      h('button', { type: 'button', class: 'quiet tour-close', 'aria-label': now.notice.close, onclick: end }, icon('close')),
    );
  };
  host.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') end();
  });

  store.subscribe(({ lang }, before) => {
    if (at >= 0 && lang !== before.lang) draw();
  });
  return { start: () => show(seek(0, 1)), end };
}
