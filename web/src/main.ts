// Begins: the module is fetched, connections end, the text pane opens. What else the page can do comes when it is wanted.

import { connect } from './client';
import { createControls } from './controls';
import type { Desk } from './desk';
import { breath, drawn } from './dom';
import { createNotices } from './notices';
import { keep } from './offline';
import { parse, type Sample } from './place';
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
  pane: 'text',
  problem: null,
  busy: 'no',
  focus: { kind: 'none' },
});

async function begin(): Promise<void> {
  trust();
  await learn(lang);
  await drawn();
  const notice = createNotices(store);
  let desk: Desk | null = null;
  let wanted: Sample | null = null; // before the desk is open
  createShell(store, {
    sample(which) {
      if (desk) void desk.sample(which);
      else wanted = which;
    },
    tour: () => void desk?.tour(),
    undo: () => desk?.undo(),
    stop: () => desk?.stop(),
  });
  await breath();
  const controls = createControls(store, {
    wipe: () => void desk?.wipe(),
    module: () => desk?.module ?? null,
  });

  await breath();
  const desks = import('./desk'); // the editor, most of what the page is, comes while the module does
  let kept: Promise<void> = Promise.resolve();
  const client = await connect(() => {
    kept = keep().then((offline) => store.set({ offline }));
  });
  store.set({ version: client.version });
  await Promise.race([kept, new Promise((resolve) => window.setTimeout(resolve, keeping))]);
  const { extras, openDesk } = await desks;
  await breath();
  desk = openDesk(store, client, notice);
  await breath();
  store.set({ phase: 'ready' });
  const place = parse(location.hash);
  await desk.follow({ ...place, sample: wanted ?? place.sample });
  if (place.verify) await controls.verify();
  document.documentElement.dataset['ready'] = '';
  if (store.get().offline === 'no') await extras();
}

begin().catch((failure) => {
  console.error(failure);
  store.set({ phase: 'failed' });
});
