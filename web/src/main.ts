// Wires input to client to state to views. Nothing is decided here that a view or the core could decide.

import clean from '../sample/clean.txt?raw';
import errors from '../sample/errors.txt?raw';
import { connect, type Client } from './client';
import { byId, replace } from './dom';
import { createDrawing, toolOf } from './drawing';
import { open } from './files';
import { listenForInput } from './input';
import { refused, type CellRef, type Lang, type Span } from './result';
import { createActions } from './actions';
import { carried, queue } from './findings';
import { claimAt, lit } from './lit';
import { cellAt } from './places';
import { createControls } from './controls';
import { draft, forgetDraft, keepDraft } from './draft';
import { forget, keep } from './offline';
import { format, parse, type Sample } from './place';
import { trust } from './trusted';
import { listenForKeys } from './shortcuts';
import { sha256 } from './sha256';
import { createStore, type Focus, type Quantities, type State } from './state';
import { createClaims } from './views/claims';
import { createFindings } from './views/findings';
import { createSource, type SourceView } from './views/source';
import { drawSheet } from './views/sheet';
import { calm, createTables } from './views/table';
import type { Report } from './takeaway/facts';
import type { Format } from './takeaway/takeaway';
import { createTour } from './views/tour';
import { words } from './words';

/** A check takes some ten milliseconds; this only spares a check for each letter of a fast typist. */
const pause = 120;
const pauseForLarge = 500;
const large = 500_000;
const pauseForDraft = 400;
/** Anything shown sooner than this would only flicker. */
const noticeable = 300;

const store = createStore({
  phase: 'loading',
  lang: parse(location.hash).lang,
  theme: parse(location.hash).theme,
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

// ---- what the user points at

const focusOn = (focus: Focus): void => store.set({ focus });

function chooseCell(ref: CellRef): void {
  focusOn({ kind: 'cell', ref });
  showFocus();
}

function choosePlace(span: Span): void {
  focusOn({ kind: 'place', span });
  showFocus();
}

function chooseClaim(index: number): void {
  focusOn({ kind: 'claim', index });
  showFocus();
}

function showQuantities(which: Quantities): void {
  focusOn({ kind: 'claims', which });
  claims.reveal();
  showFocus();
}

function showFocus(): void {
  const { span, spans } = lit(store.get());
  const to = span ?? spans[0];
  if (to) source?.show(to);
}

const actions = createActions(store, () => source);
const findings = createFindings(byId('findings-list'), byId('dismissed'), {
  choose(index, at) {
    focusOn(at ? { kind: 'finding', index, at } : { kind: 'finding', index });
    showFocus();
    findings.reveal(index); // it has grown by its details
  },
  reveal: (ref) => tables.reveal(ref),
  accept: (fix) => actions.accept(fix),
  dismiss: (index, reason) => actions.dismiss(index, reason),
  restore: (key) => actions.restore(key),
  copy: (index) => void actions.copy(index),
});
const tables = createTables(byId('tables-list'), {
  choose: chooseCell,
  editable: (ref) => actions.editable(ref),
  edit: (ref, text) => actions.edit(ref, text),
});
const claims = createClaims(byId('claims'), { choose: chooseClaim, show: showQuantities });

/** To the next finding. The keyboard goes along, unless it is in the text, which then shows the place. */
function stepFinding(by: 1 | -1, inText: boolean): void {
  const index = actions.step(by);
  if (index === null) return;
  showFocus();
  findings.reveal(index);
  const { result } = store.get();
  if (inText && result && !refused(result)) byId('live').textContent = result.findings[index]!.message;
  else findings.focus(index);
}

/** The caret came to a cell's characters, or to a finding's: both sides light up, and the table follows. */
function caret(offset: number): void {
  const { result } = store.get();
  if (!result || refused(result)) return;
  const ref = cellAt(result, offset);
  if (ref) {
    focusOn({ kind: 'cell', ref });
    tables.reveal(ref);
    return;
  }
  const { open } = queue(store.get());
  const index = result.findings.findIndex(
    ({ span }, at) => span && span.start <= offset && offset <= span.end && span.end > span.start && open.includes(at),
  );
  if (index >= 0) {
    focusOn({ kind: 'finding', index });
    findings.reveal(index);
    return;
  }
  const claim = claimAt(result, offset);
  focusOn(claim === null ? { kind: 'none' } : { kind: 'claim', index: claim });
}

// ---- text in, result out

let source: SourceView | null = null;
let client: Client | null = null;
let timer = 0;
let drafting = 0;

function changed(replaced: boolean): void {
  if (replaced) {
    store.set({ source: null, focus: { kind: 'none' }, dismissed: new Map(), notice: null });
    results.scrollTop = 0;
  }
  clearTimeout(timer);
  clearTimeout(drafting);
  const text = source?.text() ?? '';
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
  if (!client || !source) return;
  const text = source.text();
  if (text.trim() === '') return;
  const { lang, source: from } = store.get();
  const result = await patiently(client.check('text', text, { lang, name: from?.name ?? null }));
  if (!result || text !== source.text()) return; // a newer check is under way
  const { focus, result: before, text: was } = store.get();
  store.set({ result, text, busy: 'no', focus: carried(focus, { result: before, text: was }, { result, text }) });
}

/** The text in the pane has its result. */
function checked(): Promise<void> {
  return new Promise((resolve) => {
    const stop = store.subscribe(({ result }) => {
      if (!result) return;
      stop();
      resolve();
    });
  });
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

async function take(files: readonly File[]): Promise<void> {
  const file = files[0];
  if (!file || !client || !source) return;
  store.set({ problem: null });
  const opened = await open(file);
  if (opened.kind !== 'bytes') {
    store.set({ problem: opened });
    return;
  }
  // The core decides what the bytes are; the page only shows them the way it says, and what it shows is what is checked.
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
}

/** Tables come over as the core reads their HTML; where it finds nothing in it, the plain text has to do. */
async function pasteTables(html: string, plain: string): Promise<void> {
  const inText = source?.hasFocus() ?? false;
  const text = (await patiently(client?.textOf(html) ?? Promise.resolve(null))) || plain;
  if (inText) source?.paste(text);
  else put(text);
}

function put(text: string): void {
  store.set({ problem: null, focus: { kind: 'none' } });
  source?.setText(text);
}

function putSample(sample: Sample): void {
  put(sample === 'clean' ? clean : errors);
  store.set({ sample });
}

/** Leaves no trace of what was done here: not in the page, not in the tab, not in the browser. */
async function wipe(): Promise<void> {
  client?.stop();
  source?.wipe();
  clearTimeout(drafting);
  forgetDraft();
  store.set({ source: null, problem: null, dismissed: new Map() });
  await forget();
  store.set({ offline: 'no' });
  actions.notice('wiped');
}

// ---- taking it away

function reportOf(state: State): Report | null {
  const { result, text, rules, lang } = state;
  return result && !refused(result) ? { result, text, rules, lang, queue: queue(state) } : null;
}

async function takeAway(as: Format): Promise<void> {
  const report = reportOf(store.get());
  if (!report) return;
  const ways = await import('./takeaway/takeaway');
  await ways.takeAway(as, report);
}

/** What opens the page again as it looks now, at the part that is in view. Nothing of the text goes into it. */
function link(): string {
  const { lang, theme, sample } = store.get();
  const parts = [...results.querySelectorAll<HTMLElement>('#findings, .statutory h3, #claims, #checks')];
  const edge = results.getBoundingClientRect().top + results.clientHeight / 2;
  const seen = parts.filter((part) => part.offsetParent && part.getBoundingClientRect().top < edge);
  const at = results.scrollTop > 0 ? (seen[seen.length - 1]?.id ?? null) : null;
  return location.href.replace(/#.*$/, '') + format({ lang, theme, sample, at, verify: false });
}

/** The sheet is made when the browser is about to print, whoever asked for it. */
function fillSheet(): void {
  const state = store.get();
  drawSheet(byId('sheet'), reportOf(state), byId('tables-list'), byId('overview'), {
    tool: toolOf(state),
    file: state.source?.name ?? null,
    date: new Date(),
  });
}

const results = byId('results');

function stop(): void {
  client?.stop();
  store.set({ busy: 'stopped' });
}

// ---- the page's own controls

const controls = createControls(store, {
  speak,
  wipe: () => void wipe(),
  fingerprint: () => client?.fingerprint() ?? '',
});

async function speak(lang: Lang): Promise<void> {
  store.set({ lang });
  if (!client) return;
  store.set({ rules: await client.rules(lang) });
  void check();
}

const tour = createTour(byId('tour-card'), words[store.get().lang], byId('tour'));

/** On the sample, unless there is a report to show it on. */
async function startTour(): Promise<void> {
  if (store.get().empty) {
    putSample('errors');
    await checked();
  }
  tour.start();
}

function goTo(id: string): void {
  document.getElementById(id)?.scrollIntoView({ block: 'start', behavior: calm() ? 'auto' : 'smooth' });
}

/** What a link asks for: a sample in an empty page, and a part of the results. */
async function follow(): Promise<void> {
  const { sample, at, verify } = parse(location.hash);
  if (sample && store.get().empty) {
    putSample(sample);
    await checked();
  }
  if (at) byId('results').querySelector(`#${at}`)?.scrollIntoView();
  if (verify) controls.verify();
}

// ---- drawing

const drawing = createDrawing({ findings, tables, claims, tour, controls }, () => source, {
  place: choosePlace,
  quantities: showQuantities,
  go: goTo,
  link: () => void actions.copyLink(link()),
  leave: () => focusOn({ kind: 'none' }),
  take: (as) => void takeAway(as),
  sample(which) {
    putSample(which);
    results.focus({ preventScroll: true }); // the button that was pressed is gone
  },
  undo: () => actions.undo(),
  closeNotice: () => store.set({ notice: null }),
  closeProblem: () => store.set({ problem: null }),
  stop,
});
store.subscribe(drawing.changed);

// ---- beginning

function listen(): void {
  byId('clear').addEventListener('click', () => {
    put('');
    source?.focus();
  });
  byId('find').addEventListener('click', () => source?.find());
  byId('tour').addEventListener('click', () => void startTour());
  byId('previous').addEventListener('click', () => stepFinding(-1, false));
  byId('next').addEventListener('click', () => stepFinding(1, false));
  window.addEventListener('beforeprint', fillSheet);
  window.addEventListener('afterprint', () => replace(byId('sheet')));
  listenForKeys(byId('editor'), {
    step: stepFinding,
    undo: () => source?.undo(),
    leave() {
      tour.end();
      focusOn({ kind: 'none' });
    },
  });
  listenForInput(
    { choose: byId('choose'), input: byId<HTMLInputElement>('file'), veil: byId('drop'), editor: byId('editor') },
    {
      take: (files) => void take(files),
      picture: () => store.set({ problem: { kind: 'picture' } }),
      tables: (html, plain) => void pasteTables(html, plain),
      text: put,
    },
  );
}

/** How long the text pane waits for the page to be kept, so that even this is over before there is any text. */
const keeping = 2000;

async function begin(): Promise<void> {
  trust();
  controls.draw(store.get());
  drawing.words(store.get());
  try {
    let kept: Promise<void> = Promise.resolve();
    client = await connect(() => {
      kept = keep().then((offline) => store.set({ offline }));
    });
    const catalogue = await client.rules('zh');
    const mark = sha256(new TextEncoder().encode(JSON.stringify([...catalogue.values()]))).slice(0, 8);
    const { lang } = store.get();
    store.set({
      version: client.version,
      rules: lang === 'zh' ? catalogue : await client.rules(lang),
      ruleset: { count: catalogue.size, mark },
    });
    await Promise.race([kept, new Promise((resolve) => window.setTimeout(resolve, keeping))]);
    source = createSource(byId('editor'), words[store.get().lang], { changed, caret });
    listen();
    store.set({ phase: 'ready' });
    const text = draft();
    if (text) put(text);
    await follow();
    document.documentElement.dataset['ready'] = '';
  } catch (failure) {
    console.error(failure);
    store.set({ phase: 'failed' });
  }
}

void begin();
