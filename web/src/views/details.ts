// What a chosen finding shows besides its message: the numbers of its equation, the places that belong to it, the
// corrections, and what can be done with it.

import { h, icon, replace, type Child } from '../dom';
import { drawing, namesOf } from '../forms';
import { equationCells } from '../lit';
import { cellAt, find } from '../places';
import type { CellRef, Checked, Finding, Fix, Lang, Span } from '../result';
import type { Words } from '../words';
import { written } from './table';

export interface FindingEvents {
  /** `at`: one of its related places instead of its own. */
  readonly choose: (index: number, at?: Span) => void;
  readonly reveal: (ref: CellRef) => void;
  /** Changes to the text, on a screen that shows only the results. */
  readonly toText: () => void;
  readonly accept: (fix: Fix) => void;
  readonly dismiss: (index: number, reason: string) => void;
  readonly restore: (key: string) => void;
  readonly copy: (index: number) => void;
}

export interface Shown {
  readonly result: Checked;
  readonly text: string;
  readonly words: Words;
  readonly lang: Lang;
}

/** The cell that the finding is about: the first held to be wrong, or the total that it points at. */
export function cellOf(finding: Finding, result: Checked): CellRef | null {
  return finding.cells[0] ?? (finding.span ? cellAt(result, finding.span.start) : null);
}

/** Messages name the cell; what they leave out is the table that it is in, and the line. */
export function whereIs(finding: Finding, result: Checked, words: Words, lang: Lang): string {
  const cell = cellOf(finding, result);
  const table = cell && result.report.tables.find((each) => each.id === cell.table);
  const line = finding.span && finding.line ? words.findings.line(finding.line) : words.findings.nowhere;
  return [table && drawing(table).short[lang], line].filter(Boolean).join(' · ');
}

export function details(index: number, shown: Shown, events: FindingEvents): Child[] {
  const finding = shown.result.findings[index]!;
  return [
    ...corrections(finding, shown, events),
    ...addends(index, shown, events),
    ...related(finding, index, shown.words, events),
    actions(finding, index, shown, events),
  ];
}

function addends(index: number, { result, words, lang }: Shown, events: FindingEvents): Child[] {
  const all = equationCells(result, index).flatMap((ref) => find(result, ref) ?? []);
  const shown = all.filter(({ cell }) => cell.value !== 0);
  if (shown.length === 0) return [];
  // The cells of an equation share a row or a column, which need not be said again for each.
  const oneColumn = new Set(all.map(({ cell }) => cell.column)).size === 1;
  return [
    h('h3', {}, words.findings.addends),
    h(
      'ul',
      { class: 'addends' },
      ...shown.map(({ table, cell }) =>
        h(
          'li',
          {},
          h(
            'button',
            { type: 'button', disabled: !cell.span, onclick: () => cell.span && events.choose(index, cell.span) },
            h('span', {}, namesOf(table, cell, lang)[oneColumn ? 'row' : 'column']),
            h('b', {}, written(cell, words)),
          ),
        ),
      ),
    ),
    all.length > shown.length && h('p', { class: 'aside' }, words.findings.zeros(all.length - shown.length)),
  ];
}

function related(finding: Finding, index: number, words: Words, events: FindingEvents): Child[] {
  const list = finding.related.filter((each) => each.message);
  if (list.length === 0) return [];
  return [
    h('h3', {}, words.findings.related),
    h(
      'ul',
      { class: 'related' },
      ...list.map(({ span, message }) =>
        h('li', {}, span ? h('button', { type: 'button', onclick: () => events.choose(index, span) }, message) : message),
      ),
    ),
  ];
}

function corrections(finding: Finding, { text, words }: Shown, events: FindingEvents): Child[] {
  if (finding.fixes.length === 0) return [];
  return [
    h('h3', {}, words.findings.suggestions),
    h(
      'ul',
      { class: 'fixes' },
      ...finding.fixes.map((fix) =>
        h(
          'li',
          {},
          h(
            'p',
            {},
            h('span', { class: 'fix-title' }, fix.title),
            h('span', { class: 'aside' }, words.findings.confidence(Math.round(fix.confidence * 100))),
          ),
          fix.safety !== 'show_only' && fix.edits.length > 0 && change(fix, text, words, events),
        ),
      ),
    ),
  ];
}

/** What becomes of the text: what goes, what comes, and the button that does it. */
function change(fix: Fix, text: string, words: Words, events: FindingEvents): HTMLElement {
  const pieces = fix.edits.map((edit) => {
    const goes = text.slice(edit.span.start, edit.span.end);
    return h(
      'span',
      { class: 'edit' },
      goes !== '' && h('del', {}, h('span', { class: 'unseen' }, words.findings.removes), goes),
      edit.text !== '' && h('ins', {}, h('span', { class: 'unseen' }, words.findings.inserts), edit.text),
    );
  });
  return h(
    'p',
    { class: 'change' },
    ...pieces,
    h(
      'button',
      { type: 'button', class: 'accept', 'aria-label': `${words.findings.accept}：${fix.title}`, onclick: () => events.accept(fix) },
      icon('passed'),
      words.findings.accept,
    ),
  );
}

function actions(finding: Finding, index: number, { result, words }: Shown, events: FindingEvents): HTMLElement {
  const cell = cellOf(finding, result);
  const form = h('div', { class: 'reasons', hidden: true });
  const dismiss = h(
    'button',
    {
      type: 'button',
      class: 'quiet dismiss',
      'aria-expanded': 'false',
      onclick: () => {
        const open = form.hidden;
        form.hidden = !open;
        dismiss.setAttribute('aria-expanded', String(open));
        if (open) form.querySelector('button')?.focus();
      },
    },
    words.findings.dismiss,
  );
  replace(form, ...reasons(words, (reason) => events.dismiss(index, reason)));
  return h(
    'div',
    { class: 'actions' },
    h('button', { type: 'button', class: 'quiet to-text', onclick: events.toText }, words.findings.inText),
    cell && h('button', { type: 'button', class: 'quiet', onclick: () => events.reveal(cell) }, words.findings.inTable),
    h('button', { type: 'button', class: 'quiet copy', onclick: () => events.copy(index) }, words.findings.copy),
    dismiss,
    form,
  );
}

/** The usual reasons, and one's own. */
function reasons(words: Words, choose: (reason: string) => void): Child[] {
  const own = h('input', { type: 'text', maxlength: 200, 'aria-label': words.findings.ownReason, placeholder: words.findings.ownReason });
  const give = (): void => {
    if (own.value.trim() !== '') choose(own.value.trim());
    else own.focus();
  };
  own.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.isComposing) give();
  });
  return [
    h('p', { class: 'aside' }, words.findings.whyDismiss),
    ...words.findings.reasons.map((reason) => h('button', { type: 'button', onclick: () => choose(reason) }, reason)),
    h('span', { class: 'own' }, own, h('button', { type: 'button', onclick: give }, words.findings.give)),
  ];
}
