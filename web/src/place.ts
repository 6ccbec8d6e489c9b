// The address: language, looks, and what part of the page is open, so that a link restores a view. Never any of the text.

import type { Lang } from './result';

export type Theme = 'system' | 'light' | 'dark' | 'contrast';
export type Sample = 'clean' | 'errors';

export interface Place {
  readonly lang: Lang;
  readonly theme: Theme;
  /** One of the two samples, to be loaded into an empty page. */
  readonly sample: Sample | null;
  /** The part of the results that is to be seen: an id of theirs. */
  readonly at: string | null;
  readonly verify: boolean;
}

/** `#en`, `#zh&theme=dark&sample=errors&at=table-review`, `#zh&verify`. What it does not know counts for nothing. */
export function parse(hash: string): Place {
  const parts = hash.replace(/^#/, '').split('&');
  const value = (name: string): string | null =>
    parts.find((part) => part.startsWith(`${name}=`))?.slice(name.length + 1) ?? null;
  const theme = value('theme');
  const sample = value('sample');
  const at = value('at');
  return {
    lang: parts[0] === 'en' ? 'en' : 'zh',
    theme: theme === 'light' || theme === 'dark' || theme === 'contrast' ? theme : 'system',
    sample: sample === 'clean' || sample === 'errors' ? sample : null,
    at: at !== null && /^(findings|tables|claims|checks|overview|table-[a-z]+)$/.test(at) ? at : null,
    verify: parts.includes('verify'),
  };
}

export function format({ lang, theme, sample, at, verify }: Place): string {
  const parts: string[] = [lang];
  if (theme !== 'system') parts.push(`theme=${theme}`);
  if (sample) parts.push(`sample=${sample}`);
  if (at) parts.push(`at=${at}`);
  if (verify) parts.push('verify');
  return `#${parts.join('&')}`;
}
