// The text pane and all that can be done once it is open.

import { createChecking } from './checking';
import type { Client } from './client';
import { breath, byId, idle } from './dom';
import { draft } from './draft';
import { listenForInput } from './input';
import type { Notify } from './notices';
import type { Place, Sample } from './place';
import type { Report } from './report';
import { listenForKeys } from './shortcuts';
import type { Store } from './state';
import { createSource, type SourceView } from './views/source';
import type { Tour } from './views/tour';
import { words } from './words';

export interface Desk {
  sample(which: Sample): Promise<void>;
  tour(): Promise<void>;
  undo(): void;
  stop(): void;
  wipe(): Promise<void>;
  /** The bytes of the module. */
  readonly module: Blob;
  /** Brings back the tab's draft and what a link asks for: a sample in an empty page, a part of the results. */
  follow(place: Place): Promise<void>;
}

/** What else the page can do, all of it at once, where nothing keeps it and the network may be cut. */
export const extras = (): Promise<unknown> =>
  Promise.all([
    import('./files'),
    import('./samples'),
    import('./words/en'),
    import('./views/search'),
    import('./views/tour'),
    import('./views/verify'),
    import('./takeaway/takeaway'),
  ]);

export function openDesk(store: Store, client: Client, notice: Notify): Desk {
  let report: Report | null = null;
  let tour: Tour | null = null;
  const source: SourceView = createSource(byId('editor'), words[store.get().lang], {
    changed: (replaced, typed) => checking.changed(replaced, typed),
    caret: (offset) => report?.caret(offset),
  });
  const reporting = async (): Promise<void> => {
    const [{ createReport }] = await Promise.all([import('./report'), store.get().ruleset ?? loadRules()]);
    await breath(); // to load it was a task, to build it is another
    report ??= createReport(store, source, notice);
  };
  const checking = createChecking(store, client, source, reporting);
  const undo = (): void => (report ?? source).undo();
  const loadRules = async (): Promise<void> => {
    const catalogue = await client.rules(store.get().lang);
    if (!catalogue) return;
    const { mark, rules } = catalogue;
    store.set({ rules: new Map(rules.map((rule) => [rule.id, rule])), ruleset: { count: rules.length, mark } });
  };

  void idle()
    .then(reporting)
    .catch(() => {}); // the first check tries once more
  store.subscribe(({ lang }, before) => {
    if (lang === before.lang) return;
    source.speak(words[lang]);
    void loadRules().then(checking.again);
  });

  byId('clear').addEventListener('click', () => {
    checking.put('');
    source.focus();
  });
  byId('find').addEventListener('click', () => source.find());
  listenForKeys(byId('editor'), {
    step: (by, inText) => report?.step(by, inText),
    undo,
    leave() {
      tour?.end();
      store.set({ focus: { kind: 'none' } });
    },
  });
  listenForInput(
    { choose: byId('choose'), input: byId<HTMLInputElement>('file'), veil: byId('drop'), editor: byId('editor') },
    {
      take: (files) => void checking.take(files),
      picture: () => store.set({ problem: { kind: 'picture' } }),
      tables: (html, plain) => void checking.tables(html, plain),
      text: checking.put,
    },
  );

  return {
    async sample(which) {
      const done = checking.sample(which);
      byId('results').focus({ preventScroll: true }); // the button that was pressed goes away
      await done;
    },
    async tour() {
      const { createTour } = await import('./views/tour');
      tour ??= createTour(store, byId('tour-card'), byId('tour'));
      if (store.get().empty) await checking.sample('errors'); // there must be a report to show it on
      tour.start();
    },
    undo,
    stop: checking.stop,
    async wipe() {
      await checking.wipe();
      notice('wiped');
    },
    module: client.module,
    async follow({ sample, at }) {
      const text = draft();
      if (text) checking.put(text);
      else if (sample) await checking.sample(sample);
      if (at) byId('results').querySelector(`#${at}`)?.scrollIntoView();
    },
  };
}
