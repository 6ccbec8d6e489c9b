// The findings, the gravest first: each a button that shows its place, with its equation and the rule behind it.

import { h, icon, replace, type Child } from '../dom';
import { drawing, namesOf } from '../forms';
import type { CellRef, Checked, Finding, Lang, Rule, Severity, Span } from '../result';
import { cellAt, equationCells, type Lit } from '../state';
import type { Words } from '../words';
import { calm, written } from './table';

export interface FindingEvents {
  /** `at`: one of its related places instead of its own. */
  readonly choose: (index: number, at?: Span) => void;
  readonly reveal: (ref: CellRef) => void;
}

export interface FindingsView {
  update(result: Checked, rules: ReadonlyMap<string, Rule>, words: Words, lang: Lang): void;
  light(lit: Lit, chosen: number | null): void;
  reveal(index: number): void;
}

const order: readonly Severity[] = ['error', 'warning', 'info'];

export function createFindings(host: HTMLElement, events: FindingEvents): FindingsView {
  let cards: {
    readonly index: number;
    readonly card: HTMLElement;
    readonly button: HTMLElement;
    readonly more: HTMLElement;
  }[] = [];
  let fill: (index: number) => Child[] = () => [];

  return {
    update(result, rules, words, lang) {
      // An explanation that was open stays open while the text changes.
      const open = new Set(
        [...host.querySelectorAll<HTMLElement>('details[open]')].map((each) => each.dataset['rule']),
      );
      const sorted = order.flatMap((severity) =>
        result.findings.flatMap((finding, index) => (finding.severity === severity ? [{ finding, index }] : [])),
      );
      cards = sorted.map(({ finding, index }) => {
        const more = h('div', { class: 'more' });
        const button = h(
          'button',
          { type: 'button', class: 'finding', 'aria-pressed': 'false', onclick: () => events.choose(index) },
          icon(finding.severity),
          h('span', { class: 'severity' }, words.severity[finding.severity]),
          h('span', { class: 'message' }, finding.message),
          place(finding, result, words, lang),
          equation(finding, words),
        );
        const card = h(
          'li',
          { class: `card card-${finding.severity}`, 'data-rule': finding.rule, 'data-index': index },
          button,
          more,
          explanation(rules.get(finding.rule), words, open.has(finding.rule)),
        );
        return { index, card, button, more };
      });
      fill = (index) => details(index, result, words, lang, events);
      replace(host, ...cards.map((each) => each.card));
    },
    light(lit, chosen) {
      for (const { index, card, button, more } of cards) {
        card.classList.toggle('is-lit', lit.findings.has(index));
        button.setAttribute('aria-pressed', String(index === chosen));
        if (index === chosen) {
          if (!more.hasChildNodes()) replace(more, ...fill(index));
        } else replace(more);
      }
    },
    reveal(index) {
      const card = cards.find((each) => each.index === index)?.card;
      card?.scrollIntoView({ block: 'nearest', behavior: calm() ? 'auto' : 'smooth' });
    },
  };
}

/** Messages name the cell; what they leave out is the table that it is in, and the line. */
function place(finding: Finding, result: Checked, words: Words, lang: Lang): HTMLElement {
  const cell = cellOf(finding, result);
  const table = cell && result.report.tables.find((each) => each.id === cell.table);
  const line = finding.span && finding.line ? words.findings.line(finding.line) : words.findings.nowhere;
  return h('span', { class: 'where' }, [table && drawing(table).short[lang], line].filter(Boolean).join(' · '));
}

/** The cell that the finding is about: the first held to be wrong, or the total that it points at. */
function cellOf(finding: Finding, result: Checked): CellRef | null {
  return finding.cells[0] ?? (finding.span ? cellAt(result, finding.span.start) : null);
}

function equation(finding: Finding, words: Words): HTMLElement | null {
  if (!finding.equation) return null;
  const { text, left, right, difference } = finding.equation;
  if (left === null || right === null || difference === null || finding.message.includes(text)) return null;
  return h(
    'span',
    { class: 'equation' },
    h('span', { class: 'equation-text' }, text),
    h(
      'span',
      { class: 'equation-sides' },
      h('b', {}, String(left)),
      ' ≠ ',
      h('b', {}, String(right)),
      h('i', {}, words.findings.difference(String(Math.abs(difference)))),
    ),
  );
}

/** What a chosen finding shows besides: the numbers of its equation, the places that belong to it, corrections. */
function details(index: number, result: Checked, words: Words, lang: Lang, events: FindingEvents): Child[] {
  const finding = result.findings[index]!;
  const parts: Child[] = [];

  const addends = equationCells(result, index).flatMap((ref) => {
    const table = result.report.tables.find((each) => each.id === ref.table);
    const cell = table?.cells.find((each) => each.row === ref.row && each.column === ref.column);
    return table && cell ? [{ table, cell }] : [];
  });
  const shown = addends.filter(({ cell }) => cell.value !== 0);
  // The cells of an equation share a row or a column, which need not be said again for each.
  const oneColumn = new Set(addends.map(({ cell }) => cell.column)).size === 1;
  if (shown.length > 0)
    parts.push(
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
      addends.length > shown.length && h('p', { class: 'aside' }, words.findings.zeros(addends.length - shown.length)),
    );

  const related = finding.related.filter((each) => each.message);
  if (related.length > 0)
    parts.push(
      h('h3', {}, words.findings.related),
      h(
        'ul',
        { class: 'related' },
        ...related.map(({ span, message }) =>
          h(
            'li',
            {},
            span ? h('button', { type: 'button', onclick: () => events.choose(index, span) }, message) : message,
          ),
        ),
      ),
    );

  if (finding.fixes.length > 0)
    parts.push(
      h('h3', {}, words.findings.suggestions),
      h('ul', { class: 'fixes' }, ...finding.fixes.map((fix) => h('li', {}, fix.title))),
    );

  const cell = cellOf(finding, result);
  if (cell)
    parts.push(
      h('button', { type: 'button', class: 'quiet', onclick: () => events.reveal(cell) }, words.findings.inTable),
    );
  return parts;
}

function explanation(rule: Rule | undefined, words: Words, open: boolean): HTMLElement | null {
  if (!rule) return null;
  const { why, basis, remedy } = words.findings;
  return h(
    'details',
    { class: 'explanation', open, 'data-rule': rule.id },
    h('summary', {}, words.findings.explain),
    h(
      'dl',
      {},
      h('dt', {}, why),
      h('dd', {}, rule.why),
      h('dt', {}, basis),
      h('dd', {}, rule.basis),
      h('dt', {}, remedy),
      h('dd', {}, rule.remedy),
    ),
  );
}
