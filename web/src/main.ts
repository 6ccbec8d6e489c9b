// Begins: the module is fetched, connections end, the text pane opens. What else the page can do comes when it is wanted.

import { connect } from './client';
import { createControls } from './controls';
import { openDesk, type Desk } from './desk';
import { createNotices } from './notices';
import { keep } from './offline';
import { parse } from './place';
import { sha256 } from './sha256';
import { createShell } from './shell';
import { createStore } from './state';
import { trust } from './trusted';
import { learn } from './words';

/** How long the text pane waits for the page to be kept, so that even this is over before there is any text. */
const keeping = 2000;

const { lang, theme } = parse(location.hash);
const store = createStore({
  phase: 'loading',
  lang,
  theme,
  offline: 'no',
  sample: null,
  version: '',
  rules: new Map(),
  ruleset: null,
  source: null,
  result: null,
  text: '',
  dismissed: new Map(),
  notice: null,
  empty: true,
  problem: null,
  busy: 'no',
  focus: { kind: 'none' },
});

async function begin(): Promise<void> {
  trust();
  await learn(lang);
  const notice = createNotices(store);
  let desk: Desk | null = null;
  createShell(store, {
    sample: (which) => void desk?.sample(which),
    tour: () => void desk?.tour(),
    undo: () => desk?.undo(),
    stop: () => desk?.stop(),
  });
  const controls = createControls(store, {
    wipe: () => void desk?.wipe(),
    fingerprint: () => desk?.fingerprint() ?? '',
  });

  let kept: Promise<void> = Promise.resolve();
  const client = await connect(() => {
    kept = keep().then((offline) => store.set({ offline }));
  });
  const rules = [...(await client.rules('zh')).values()];
  const mark = sha256(new TextEncoder().encode(JSON.stringify(rules))).slice(0, 8);
  store.set({ version: client.version, ruleset: { count: rules.length, mark } });
  await Promise.race([kept, new Promise((resolve) => window.setTimeout(resolve, keeping))]);
  desk = openDesk(store, client, notice);
  store.set({ phase: 'ready' });
  await desk.follow(parse(location.hash));
  if (parse(location.hash).verify) await controls.verify();
  document.documentElement.dataset['ready'] = '';
  if (store.get().offline === 'no') await extras(); // nothing keeps them, and the network may be cut
}

const extras = (): Promise<unknown> =>
  Promise.all([
    import('./samples'),
    import('./words/en'),
    import('./views/search'),
    import('./views/tour'),
    import('./views/verify'),
    import('./takeaway/takeaway'),
  ]);

begin().catch((failure) => {
  console.error(failure);
  store.set({ phase: 'failed' });
});
