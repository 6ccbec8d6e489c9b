// One line about what was just done, which goes by itself.

import type { Notice, Store } from './state';

/** How long a notice stays when nothing else happens. */
const noticed = 12_000;

export type Notify = (kind: Notice['kind']) => void;

export function createNotices(store: Store): Notify {
  let timer = 0;
  return (kind) => {
    clearTimeout(timer);
    const now = { kind };
    store.set({ notice: now });
    timer = window.setTimeout(() => {
      if (store.get().notice === now) store.set({ notice: null });
    }, noticed);
  };
}
