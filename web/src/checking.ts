// Text in, result out: what is typed, pasted, dropped or chosen is checked, and the newest result is the one that counts.

import type { Client } from './client';
import { byId, replace } from './dom';
import { forgetDraft, keepDraft } from './draft';
import { carried } from './findings';
import { forget } from './offline';
import type { Sample } from './place';
import { refused } from './result';
import type { Store } from './state';
import type { SourceView } from './views/source';
import { words } from './words';

/** A check takes some ten milliseconds; this only spares a check for each letter of a fast typist. */
const pause = 120;
const pauseForLarge = 500;
const large = 500_000;
const pauseForDraft = 400;
/** Anything shown sooner than this would only flicker. */
const noticeable = 300;

export interface Checking {
  /** The text has changed; `replaced`: all of it; `typed`: by keys, which then go on in the text. */
  changed(replaced: boolean, typed: boolean): void;
  /** Checks the same text once more, as in another language. */
  again(): void;
  take(files: readonly File[]): Promise<void>;
  /** Tables come over as the core reads their HTML; where it finds nothing in it, the plain text has to do. */
  tables(html: string, plain: string): Promise<void>;
  put(text: string): void;
  /** Settles when its result is there. */
  sample(which: Sample): Promise<void>;
  stop(): void;
  /** Leaves no trace of what was done here: not in the page, not in the tab, not in the browser. */
  wipe(): Promise<void>;
}

/** `report` settles when results can be shown. */
export function createChecking(
  store: Store,
  client: Client,
  source: SourceView,
  report: () => Promise<unknown>,
): Checking {
  let timer = 0;
  let drafting = 0;

  function changed(replaced: boolean, typed: boolean): void {
    if (replaced) {
      store.set({ source: null, focus: { kind: 'none' }, dismissed: new Map(), notice: null, pane: typed ? 'text' : 'results' });
      byId('results').scrollTop = 0;
    }
    clearTimeout(timer);
    clearTimeout(drafting);
    const text = source.text();
    drafting = window.setTimeout(() => keepDraft(text), pauseForDraft);
    if (store.get().sample) store.set({ sample: null });
    if (text.trim() === '') {
      store.set({ result: null, text: '', empty: true, busy: 'no', focus: { kind: 'none' } });
      return;
    }
    store.set({ empty: false });
    timer = window.setTimeout(check, replaced ? 0 : text.length > large ? pauseForLarge : pause);
  }

  async function check(): Promise<void> {
    const text = source.text();
    if (text.trim() === '') return;
    const { lang, source: from } = store.get();
    const answer = client.check('text', text, { lang, name: from?.name ?? null });
    const result = await patiently(Promise.all([answer, report()]).then(([first]) => first));
    await new Promise((resolve) => window.setTimeout(resolve)); // to read the result was a task, to draw it is another
    if (!result || text !== source.text()) return; // a newer check is under way
    const { focus, result: before, text: was } = store.get();
    store.set({ result, text, busy: 'no', focus: carried(focus, { result: before, text: was }, { result, text }) });
  }

  /** Says so when an answer takes longer than a blink. */
  async function patiently<T>(answer: Promise<T | null>): Promise<T | null> {
    const slow = window.setTimeout(() => store.set({ busy: 'slow' }), noticeable);
    try {
      const value = await answer;
      if (value !== null) store.set({ busy: 'no' });
      return value;
    } catch {
      store.set({ busy: 'stopped' });
      return null;
    } finally {
      clearTimeout(slow);
    }
  }

  function put(text: string): void {
    store.set({ problem: null, focus: { kind: 'none' } });
    source.setText(text);
  }

  return {
    changed,
    again: () => void check(),
    put,
    async take(files) {
      const file = files[0];
      if (!file) return;
      store.set({ problem: null });
      const { open } = await import('./files');
      const opened = await open(file);
      if (opened.kind !== 'bytes') {
        store.set({ problem: opened });
        return;
      }
      // The core decides what the bytes are; the page shows them the way it says, and what it shows is what is checked.
      const { name, bytes } = opened;
      const result = await patiently(client.check('file', bytes, { lang: store.get().lang, name }));
      if (!result) return;
      if (refused(result)) {
        store.set({ problem: { kind: 'refused', name, error: result.error } });
        return;
      }
      const encoding = result.source.encoding ?? 'UTF-8';
      put(new TextDecoder(encoding).decode(bytes));
      store.set({ source: { name, encoding } });
      if (files.length > 1) replace(byId('source-info'), words[store.get().lang].text.firstOfMany(files.length, name));
    },
    async tables(html, plain) {
      const inText = source.hasFocus();
      const text = (await patiently(client.textOf(html))) || plain;
      if (inText) source.paste(text);
      else put(text);
    },
    async sample(which) {
      const { samples } = await import('./samples');
      put(samples[which]);
      store.set({ sample: which });
      await new Promise<void>((resolve) => {
        const stop = store.subscribe(({ result }) => {
          if (!result) return;
          stop();
          resolve();
        });
      });
    },
    stop() {
      client.stop();
      store.set({ busy: 'stopped' });
    },
    async wipe() {
      client.stop();
      source.wipe();
      clearTimeout(drafting);
      forgetDraft();
      store.set({ source: null, problem: null, dismissed: new Map() });
      await forget();
      store.set({ offline: 'no' });
    },
  };
}
