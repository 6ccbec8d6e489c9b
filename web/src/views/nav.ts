// Ways to the parts of the results, which stay in view while the results scroll and tell which part that is.

import { byId, calm, h, replace } from '../dom';
import { drawing } from '../forms';
import type { Checked, Lang } from '../result';
import type { Words } from '../words';

/** `copyLink`: to the part in view. */
export function drawNav(host: HTMLElement, result: Checked, words: Words, lang: Lang, copyLink: () => void): void {
  const go = (id: string): void =>
    document.getElementById(id)?.scrollIntoView({ block: 'start', behavior: calm() ? 'auto' : 'smooth' });
  const way = (id: string, text: string, count?: number): HTMLElement =>
    h(
      'button',
      { type: 'button', 'data-part': id, onclick: () => go(id) },
      text,
      count !== undefined && h('span', { class: 'count' }, String(count)),
    );
  replace(
    host,
    result.findings.length > 0 && way('findings', words.findings.heading, result.findings.length),
    ...result.report.tables.map((table) => way(`table-${table.id}`, drawing(table).short[lang])),
    result.report.claims.length > 0 && way('claims', words.claims.heading, result.report.claims.length),
    result.checks.length > 0 && way('checks', words.checks.heading, result.checks.length),
    h('button', { type: 'button', class: 'link', onclick: copyLink }, words.takeaway.link),
  );
  tellPart(host);
}

/** The id of the part that the upper half of the results shows; null above the first. */
export function partInView(): string | null {
  const results = byId('results');
  if (results.scrollTop === 0) return null;
  const edge = results.getBoundingClientRect().top + results.clientHeight / 2;
  const parts = [...results.querySelectorAll<HTMLElement>('#findings, #overview, .statutory h3, #claims, #checks')];
  const seen = parts.filter((part) => part.offsetParent && part.getBoundingClientRect().top < edge);
  return seen[seen.length - 1]?.id ?? null;
}

function tellPart(host: HTMLElement): void {
  const part = partInView();
  for (const way of host.querySelectorAll<HTMLElement>('[data-part]')) {
    if (way.dataset['part'] === part) way.setAttribute('aria-current', 'true');
    else way.removeAttribute('aria-current');
  }
}

/** Follows the results as they scroll; once a frame is enough. */
export function followParts(host: HTMLElement): void {
  let due = false;
  const tell = (): void => {
    due = false;
    tellPart(host);
  };
  byId('results').addEventListener(
    'scroll',
    () => {
      if (!due) requestAnimationFrame(tell);
      due = true;
    },
    { passive: true },
  );
}
