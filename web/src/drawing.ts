// What of a report is drawn when what changes: the state comes in, the views show it.

import { setDiagnostics } from '@codemirror/lint';
import { byId } from './dom';
import { queue } from './findings';
import { lit } from './lit';
import { refused, type Span } from './result';
import type { Quantities, State, Store } from './state';
import type { Format } from './takeaway/takeaway';
import { drawChecks, lightChecks } from './views/checks';
import type { ClaimsView } from './views/claims';
import { diagnosticsOf } from './views/diagnostics';
import type { FindingEvents } from './views/details';
import type { FindingsView } from './views/findings';
import { drawInspector } from './views/inspector';
import { drawOverview } from './views/overview';
import { drawNav } from './views/nav';
import type { SourceView } from './views/source';
import { drawSummary } from './views/summary';
import type { TablesView } from './views/table';
import { drawTakeaway } from './views/takeaway';
import { words } from './words';

export interface Views {
  readonly source: SourceView;
  readonly findings: FindingsView;
  readonly tables: TablesView;
  readonly claims: ClaimsView;
}

/** What the drawn buttons do. */
export interface Acts {
  readonly place: (span: Span) => void;
  readonly quantities: (which: Quantities) => void;
  readonly accept: FindingEvents['accept'];
  readonly link: () => void;
  readonly leave: () => void;
  readonly toText: () => void;
  readonly take: (format: Format) => void;
}

/** Draws the report, now and whenever something of it changes. */
export function createDrawing(store: Store, views: Views, act: Acts): void {
  const draw = (state: State, moved: (...keys: readonly (keyof State)[]) => boolean): void => {
    if (moved('lang')) drawWords(state, act);
    if (moved('result', 'lang', 'rules', 'dismissed')) drawResult(state, views, act);
    if (moved('result', 'lang', 'rules', 'dismissed', 'focus')) drawFocus(state, views, act);
  };
  const now = store.get();
  draw(now, (...keys) => now.result !== null || keys.includes('lang')); // the empty page has words and no more
  store.subscribe((state, before) => draw(state, (...keys) => keys.some((key) => state[key] !== before[key])));
}

function drawWords({ lang }: State, act: Acts): void {
  const say = words[lang];
  const texts: Readonly<Record<string, string>> = {
    'findings-heading': say.findings.heading,
    previous: say.findings.previous,
    next: say.findings.next,
    'tables-heading': say.tables.heading,
  };
  for (const [id, text] of Object.entries(texts)) byId(id).textContent = text;
  byId('nav').setAttribute('aria-label', say.goTo);
  drawTakeaway(byId('takeaway'), say, { print: () => window.print(), take: act.take });
}

function drawResult(state: State, { source, findings, tables, claims }: Views, act: Acts): void {
  const { result, lang } = state;
  const say = words[lang];
  if (!result || refused(result)) {
    source.apply((now) => setDiagnostics(now, []));
    return;
  }
  const todo = queue(state);
  const shown = { result, text: state.text, words: say, lang };
  drawSummary(byId('summary'), result, todo, say, lang, { place: act.place, quantities: act.quantities });
  drawNav(byId('nav'), result, say, lang, act.link);
  byId('findings').hidden = result.findings.length === 0;
  findings.update(shown, state.rules, todo);
  tables.update(
    result,
    todo.open.map((index) => result.findings[index]!),
    say,
    lang,
  );
  claims.update(result, say, lang);
  drawOverview(byId('overview'), result, say, lang);
  byId('tables-hint').textContent = result.report.tables.length > 0 ? say.tables.hint : say.tables.none;
  drawChecks(byId('checks'), result, say);
  // In a task of its own, so that typing comes in between; places are then still right, or a newer result is on its way.
  window.setTimeout(() =>
    source.apply((now) => {
      if (now.doc.length !== state.text.length) return {};
      return setDiagnostics(now, diagnosticsOf(todo.open, shown, state.rules, act.accept, now.doc.length));
    }),
  );
}

function drawFocus(state: State, { source, findings, tables, claims }: Views, act: Acts): void {
  const { focus, result, lang } = state;
  const shining = lit(state);
  tables.light(shining);
  findings.light(shining, focus.kind === 'finding' ? focus.index : null);
  claims.light(shining, focus.kind === 'claims' ? focus.which : null, focus.kind === 'claim' ? focus.index : null);
  lightChecks(byId('checks'), shining);
  const { open } = queue(state);
  byId('findings-position').textContent = words[lang].findings.position(
    focus.kind === 'finding' ? open.indexOf(focus.index) + 1 : 0,
    open.length,
  );
  for (const id of ['previous', 'next']) byId<HTMLButtonElement>(id).disabled = open.length === 0;
  source.mark(shining.span, shining.spans);
  const inspector = byId('inspector');
  if (focus.kind !== 'cell' || !result || refused(result)) inspector.hidden = true;
  else drawInspector(inspector, result, focus.ref, source.line, words[lang], lang, act);
}
