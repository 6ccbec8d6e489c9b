// Every word of the page, in both languages. What the core says (messages, rule texts, equations) comes from the core.

import type { Lang } from './result';
import { en } from './words/en';
import { zh } from './words/zh';

export type Words = typeof zh;

export const words: Readonly<Record<Lang, Words>> = { zh, en };
