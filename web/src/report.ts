// Everything that shows a report and what a person does with it. It is loaded for the first text, not for the empty page.

import { lintGutter } from '@codemirror/lint';
import '../styles/report.css';
import { createActions } from './actions';
import { byId, replace } from './dom';
import { createDrawing } from './drawing';
import { queue } from './findings';
import type { Notify } from './notices';
import { format } from './place';
import { createPointing } from './pointing';
import { refused } from './result';
import { toolOf } from './shell';
import type { State, Store } from './state';
import type { Report as Taken } from './takeaway/facts';
import { createClaims } from './views/claims';
import { createFindings } from './views/findings';
import { followParts, partInView } from './views/nav';
import { drawSheet } from './views/sheet';
import type { SourceView } from './views/source';
import { createTables } from './views/table';

export interface Report {
  /** To the next finding. The keyboard goes along, unless it is in the text, which then shows the place. */
  step(by: 1 | -1, inText: boolean): void;
  caret(offset: number): void;
  undo(): void;
}

export function createReport(store: Store, source: SourceView, notice: Notify): Report {
  source.extend(lintGutter());
  const actions = createActions(store, source, notice);
  const pointing = createPointing(store, source, {
    finding: (index) => findings.reveal(index),
    cell: (ref) => tables.reveal(ref),
    claims: () => claims.reveal(),
  });
  const findings = createFindings(byId('findings-list'), byId('dismissed'), {
    choose: (index, at) => pointing.finding(index, at),
    reveal: (ref) => tables.reveal(ref),
    toText: () => store.set({ pane: 'text' }),
    accept: (fix) => actions.accept(fix),
    dismiss: (index, reason) => actions.dismiss(index, reason),
    restore: (key) => actions.restore(key),
    copy: (index) => void actions.copy(index),
  });
  const tables = createTables(byId('tables-list'), {
    choose: (ref) => pointing.cell(ref),
    editable: (ref) => actions.editable(ref),
    edit: (ref, text) => actions.edit(ref, text),
  });
  const claims = createClaims(byId('claims'), {
    choose: (index) => pointing.claim(index),
    show: (which) => pointing.claims(which),
  });
  createDrawing(
    store,
    { source, findings, tables, claims },
    {
      place: (span) => pointing.place(span),
      quantities: (which) => pointing.claims(which),
      accept: (fix) => actions.accept(fix),
      link: () => void actions.copyLink(link(store.get())),
      leave: () => pointing.nothing(),
      toText: () => store.set({ pane: 'text' }),
      async take(as) {
        const { takeAway } = await import('./takeaway/takeaway');
        const taken = takenFrom(store.get());
        if (taken) await takeAway(as, taken);
      },
    },
  );

  store.subscribe(({ pane }, before) => {
    if (pane !== before.pane) pointing.again();
  });

  followParts(byId('nav'));

  const step: Report['step'] = (by, inText) => {
    const index = pointing.step(by);
    const { result } = store.get();
    if (index === null || !result || refused(result)) return;
    if (inText) byId('live').textContent = result.findings[index]!.message;
    else findings.focus(index);
  };
  byId('previous').addEventListener('click', () => step(-1, false));
  byId('next').addEventListener('click', () => step(1, false));

  // The sheet is made when the browser is about to print, whoever asked for it.
  window.addEventListener('beforeprint', () => {
    const state = store.get();
    drawSheet(byId('sheet'), takenFrom(state), byId('tables-list'), byId('overview'), {
      tool: toolOf(state),
      file: state.source?.name ?? null,
      date: new Date(),
    });
  });
  window.addEventListener('afterprint', () => replace(byId('sheet')));

  return { step, caret: (offset) => pointing.caret(offset), undo: () => actions.undo() };
}

function takenFrom(state: State): Taken | null {
  const { result, text, rules, lang } = state;
  return result && !refused(result) ? { result, text, rules, lang, queue: queue(state) } : null;
}

/** What opens the page again as it looks now, at the part that is in view. Nothing of the text goes into it. */
function link({ lang, theme, sample }: State): string {
  return location.href.replace(/#.*$/, '') + format({ lang, theme, sample, at: partInView(), verify: false });
}
