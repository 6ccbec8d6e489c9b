// The findings, the gravest first: each a button that shows its place, with its equation and the rule behind it. Those put
// aside stand below them, with the reason.

import { basisOf } from '../basis';
import { byId, calm, h, icon, replace, type Child } from '../dom';
import type { Queue } from '../findings';
import type { Lit } from '../lit';
import type { Checked, Finding, Lang, Rule } from '../result';
import type { Words } from '../words';
import { details, whereIs, type FindingEvents, type Shown } from './details';

export interface FindingsView {
  update(shown: Shown, rules: ReadonlyMap<string, Rule>, queue: Queue): void;
  light(lit: Lit, chosen: number | null): void;
  reveal(index: number): void;
  /** Puts the keyboard on the finding, for those who listen to the page. */
  focus(index: number): void;
}

interface Card {
  readonly index: number;
  readonly card: HTMLElement;
  readonly button: HTMLElement;
  readonly more: HTMLElement;
}

export function createFindings(host: HTMLElement, aside: HTMLElement, events: FindingEvents): FindingsView {
  let cards: Card[] = [];
  let fill: (index: number) => Child[] = () => [];
  const cardOf = (index: number): Card | undefined => cards.find((each) => each.index === index);

  return {
    update(shown, rules, { open: indices, dismissed }) {
      const { result, words, lang } = shown;
      // An explanation that was open stays open while the text changes.
      const open = new Set(
        [...host.querySelectorAll<HTMLElement>('details[open]')].map((each) => each.dataset['rule']),
      );
      const stood = cards.findIndex(({ card }) => card.contains(document.activeElement));
      const stoodAside = aside.contains(document.activeElement);
      cards = indices.map((index) => {
        const finding = result.findings[index]!;
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
          explanation(rules.get(finding.rule), result, words, open.has(finding.rule)),
        );
        return { index, card, button, more };
      });
      fill = (index) => details(index, shown, events);
      replace(host, ...cards.map((each) => each.card));
      drawAside(dismissed, shown);
      // The keyboard stays where it was, or where that was: the card with it may be gone.
      if (stood >= 0 || stoodAside)
        (cards[Math.min(Math.max(stood, 0), cards.length - 1)]?.button ?? byId('results')).focus({ preventScroll: true });
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
      cardOf(index)?.card.scrollIntoView({ block: 'nearest', behavior: calm() ? 'auto' : 'smooth' });
    },
    focus(index) {
      cardOf(index)?.button.focus({ preventScroll: true });
    },
  };

  function drawAside(dismissed: Queue['dismissed'], { result, words }: Shown): void {
    const open = aside.querySelector('details')?.open ?? false;
    replace(
      aside,
      dismissed.length > 0 &&
        h(
          'details',
          { open },
          h('summary', {}, words.findings.dismissed(dismissed.length)),
          h('p', { class: 'aside' }, words.findings.dismissedHint),
          h(
            'ul',
            {},
            ...dismissed.map(({ index, key, reason }) =>
              h(
                'li',
                { 'data-rule': result.findings[index]!.rule },
                h('span', { class: 'message' }, result.findings[index]!.message),
                h('span', { class: 'aside' }, words.findings.reason(reason)),
                h('button', { type: 'button', class: 'quiet', onclick: () => events.restore(key) }, words.findings.restore),
              ),
            ),
          ),
        ),
    );
  }
}

function place(finding: Finding, result: Checked, words: Words, lang: Lang): HTMLElement {
  return h('span', { class: 'where' }, whereIs(finding, result, words, lang));
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

function explanation(rule: Rule | undefined, result: Checked, words: Words, open: boolean): HTMLElement | null {
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
      h('dd', {}, basisOf(rule, result)),
      h('dt', {}, remedy),
      h('dd', {}, rule.remedy),
    ),
  );
}
