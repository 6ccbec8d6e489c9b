// On a phone there is room for one pane: the text or the results. Two buttons change between them; where there is room for
// both, nobody sees the buttons and neither pane goes away.

import { byId, h, replace } from './dom';
import { queue } from './findings';
import type { Pane, State, Store } from './state';
import { words } from './words';

const panes: readonly Pane[] = ['text', 'results'];

export function createPanes(store: Store): void {
  const host = byId('panes');
  const draw = (state: State): void => {
    const { empty, lang, pane } = state;
    const say = words[lang];
    host.hidden = empty; // the empty page shows where to paste and what then happens, both at once
    document.body.dataset['pane'] = empty ? 'both' : pane;
    host.setAttribute('aria-label', say.panes.heading);
    const { open } = queue(state);
    replace(
      host,
      ...panes.map((each) =>
        h(
          'button',
          { type: 'button', 'data-pane': each, 'aria-pressed': String(each === pane), onclick: () => store.set({ pane: each }) },
          say.panes[each],
          each === 'results' && open.length > 0 && h('span', { class: 'count' }, String(open.length)),
        ),
      ),
    );
  };
  const keys: readonly (keyof State)[] = ['empty', 'lang', 'pane', 'result', 'dismissed'];
  draw(store.get());
  store.subscribe((state, before) => {
    // What is wrong with a file is said beside the results.
    if (state.problem && state.problem !== before.problem && state.pane !== 'results') store.set({ pane: 'results' });
    if (!keys.some((key) => state[key] !== before[key])) return;
    const stood = host.contains(document.activeElement);
    draw(store.get());
    if (stood) host.querySelector<HTMLElement>('[aria-pressed="true"]')?.focus();
  });
}
