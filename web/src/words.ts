// Every word of the page, in both languages. What the core says (messages, rule texts, equations) comes from the core.

import type { Lang } from './result';
import { zh } from './words/zh';

export type Words = typeof zh;

/** English comes when it is first asked for; until it is learned, Chinese stands in its place. */
export const words: Record<Lang, Words> = { zh, en: zh };

export async function learn(lang: Lang): Promise<void> {
  if (lang === 'en') words.en = (await import('./words/en')).en;
}
