// The quantities of the narrative: how many there are, which were compared with what, and where they stand.

import { h, icon, replace, type Icon } from '../dom';
import { nameOf } from '../forms';
import { ofKind, type Lit } from '../lit';
import { find } from '../places';
import type { Checked, Claim, Lang } from '../result';
import type { Quantities } from '../state';
import type { Words } from '../words';

export interface ClaimEvents {
  readonly choose: (index: number) => void;
  readonly show: (which: Quantities) => void;
}

export interface ClaimsView {
  update(result: Checked, words: Words, lang: Lang): void;
  light(lit: Lit, which: Quantities | null, chosen: number | null): void;
  reveal(): void;
}

const kinds: readonly Quantities[] = ['all', 'disagrees', 'agrees', 'unchecked'];
const icons: Readonly<Record<Claim['verdict'], Icon>> = { agrees: 'passed', disagrees: 'error', unchecked: 'unknown' };

export function createClaims(host: HTMLElement, events: ClaimEvents): ClaimsView {
  let lines: readonly HTMLElement[] = [];
  let filters: { readonly which: Quantities; readonly button: HTMLElement }[] = [];
  let draw = (): void => {}; // the lines, for whoever opens the list: a long report has thousands
  let light = (): void => {};

  return {
    update(result, words, lang) {
      const { claims } = result.report;
      const open = host.querySelector('details')?.open ?? false;
      host.hidden = claims.length === 0;
      filters = kinds.flatMap((which) => {
        const count = ofKind(claims, which).length;
        if (count === 0) return [];
        const button = h(
          'button',
          { type: 'button', 'aria-pressed': 'false', onclick: () => events.show(which) },
          words.claims.which[which],
          h('span', { class: 'count' }, String(count)),
        );
        return [{ which, button }];
      });
      const list = h('ul', { class: 'claims' });
      lines = [];
      draw = () => {
        if (lines.length > 0) return;
        lines = claims.map((claim, index) => line(claim, index, result, words, lang, events));
        replace(list, ...lines);
        light();
      };
      const details = h('details', { open }, h('summary', {}, words.claims.show), list);
      details.addEventListener('toggle', () => details.open && draw());
      if (open) draw();
      const { total, checked, unchecked, other } = result.report.numbers;
      replace(
        host,
        h('h2', {}, words.claims.heading),
        h('p', { class: 'aside' }, words.claims.count(total, checked, unchecked, other)),
        h('div', { class: 'filters', role: 'group', 'aria-label': words.claims.heading }, ...filters.map((each) => each.button)),
        details,
      );
    },
    light(lit, which, chosen) {
      for (const each of filters) each.button.setAttribute('aria-pressed', String(each.which === which));
      light = () =>
        lines.forEach((element, index) => {
          element.hidden = which !== null && !lit.claims.has(index);
          element.classList.toggle('is-lit', which === null && lit.claims.has(index));
          element.querySelector('button')?.setAttribute('aria-pressed', String(index === chosen));
        });
      light();
    },
    reveal() {
      draw();
      const list = host.querySelector('details');
      if (list) list.open = true;
      host.scrollIntoView({ block: 'start' });
    },
  };
}

function line(
  claim: Claim,
  index: number,
  result: Checked,
  words: Words,
  lang: Lang,
  events: ClaimEvents,
): HTMLElement {
  const cells = claim.cells.flatMap((ref) => find(result, ref) ?? []);
  const names = cells.slice(0, 3).map(({ table, cell }) => `${nameOf(table, cell, lang)} ${cell.text ?? ''}`);
  return h(
    'li',
    { class: `claim claim-${claim.verdict}` },
    h(
      'button',
      { type: 'button', 'aria-pressed': 'false', disabled: !claim.span, onclick: () => events.choose(index) },
      icon(icons[claim.verdict]),
      h('span', { class: 'unseen' }, `${words.claims.which[claim.verdict]}：`),
      h('span', { class: 'claim-text' }, claim.text.replace(/\s+/g, ' ')),
      h('span', { class: 'aside' }, names.join('；') + (cells.length > 3 ? words.claims.more(cells.length - 3) : '')),
    ),
  );
}
