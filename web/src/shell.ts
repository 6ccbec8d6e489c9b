// What stands around a report and is there from the start: words, how to begin, what is wrong, what is going on.

import { byId, h, replace } from './dom';
import { createPanes } from './panes';
import type { Sample } from './place';
import { refused } from './result';
import type { State, Store } from './state';
import { drawNotice } from './views/notice';
import { drawProblem, drawRefused } from './views/panels';
import { words } from './words';

export interface ShellEvents {
  readonly sample: (sample: Sample) => void;
  readonly tour: () => void;
  readonly undo: () => void;
  readonly stop: () => void;
}

/** The tool by name, version and rules, as the foot of the page and the printed sheet have it. */
export function toolOf({ version, ruleset, lang }: State): string {
  const say = words[lang];
  return [say.name, say.version(version), ruleset && say.ruleset(ruleset.count, ruleset.mark)].filter(Boolean).join(' · ');
}

export function createShell(store: Store, events: ShellEvents): void {
  const drawers: readonly (readonly [readonly (keyof State)[], (state: State) => void])[] = [
    [['lang'], drawWords],
    [['lang', 'version', 'ruleset'], (state) => (byId('version').textContent = state.version && toolOf(state))],
    [['phase', 'lang'], drawStart],
    [['result', 'lang', 'empty'], drawWhich],
    [
      ['notice', 'lang'],
      ({ notice, lang }) =>
        drawNotice(byId('notice'), notice, words[lang], {
          undo: notice && /^(fixed|edited|dismissed)$/.test(notice.kind) ? events.undo : null,
          close: () => store.set({ notice: null }),
        }),
    ],
    [['source', 'empty', 'lang'], drawSource],
    [
      ['problem', 'lang', 'empty'],
      ({ problem, lang, empty }) => {
        byId('problem').hidden = !problem;
        if (!problem) return;
        drawProblem(byId('problem'), problem, words[lang], !empty, () => store.set({ problem: null }));
        byId('results').scrollTop = 0;
      },
    ],
    [['busy', 'lang'], (state) => drawProgress(state, events)],
  ];
  byId('errors').addEventListener('click', () => events.sample('errors'));
  byId('clean').addEventListener('click', () => events.sample('clean'));
  byId('tour').addEventListener('click', events.tour);
  byId('skip').addEventListener('click', (event) => {
    event.preventDefault(); // the address says language and looks, and is not for this
    store.set({ pane: 'results' });
    byId('results').focus();
  });
  createPanes(store);
  for (const [, draw] of drawers) draw(store.get());
  store.subscribe((state, before) => {
    for (const [keys, draw] of drawers) if (keys.some((key) => state[key] !== before[key])) draw(state);
  });
}

function drawWords({ lang }: State): void {
  const say = words[lang];
  document.documentElement.lang = lang === 'zh' ? 'zh-CN' : 'en';
  document.title = say.title;
  const texts: Readonly<Record<string, string>> = {
    skip: say.skip,
    name: say.name,
    tagline: say.tagline,
    privacy: say.privacy,
    'source-heading': say.text.heading,
    find: say.text.find,
    clear: say.text.clear,
    choose: say.text.choose,
    tour: say.tour.open,
    'drop-text': say.text.drop,
    'drop-hint': say.text.dropHint,
    'empty-heading': say.empty.heading,
    errors: say.empty.errors,
    clean: say.empty.clean,
    invented: say.empty.invented,
  };
  const write = (id: string, text: string): void => {
    const place = byId(id);
    if (place.textContent !== text) place.textContent = text; // the same text anew would have the page laid out anew
  };
  for (const [id, text] of Object.entries(texts)) write(id, text);
  say.empty.steps.forEach((step, at) => write(`step-${at}`, step));
  byId('results').setAttribute('aria-label', say.results);
  byId('equation').setAttribute('aria-label', say.empty.equation);
  byId('file').setAttribute('aria-label', say.text.choose);
}

function drawStart({ phase, lang }: State): void {
  byId('start').hidden = phase === 'ready';
  if (phase === 'failed') byId('start').textContent = words[lang].failed;
}

/** One of three: how to begin, why there is no report, or the report. */
function drawWhich({ result, lang, empty }: State): void {
  const say = words[lang];
  const failure = result && refused(result) ? result.error : null;
  byId('empty').hidden = !empty;
  byId('refused').hidden = !failure || empty;
  byId('report').hidden = !result || failure !== null || empty;
  if (failure) drawRefused(byId('refused'), failure, say);
  if (!result) return;
  const spoken = refused(result) ? result.error.message : say.summary.spoken(result.summary);
  if (byId('live').textContent !== spoken) byId('live').textContent = spoken;
}

function drawSource({ source, empty, lang }: State): void {
  byId('clear').hidden = byId('find').hidden = empty;
  byId('source-info').textContent = source ? words[lang].text.fileInfo(source.name, source.encoding) : '';
}

function drawProgress({ busy, lang }: State, { stop }: ShellEvents): void {
  const say = words[lang];
  const progress = byId('progress');
  progress.hidden = busy === 'no';
  progress.classList.toggle('is-running', busy === 'slow');
  if (busy === 'slow')
    replace(progress, h('span', {}, say.checking), h('button', { type: 'button', class: 'quiet', onclick: stop }, say.stop));
  if (busy === 'stopped') replace(progress, h('span', {}, say.stopped));
}
