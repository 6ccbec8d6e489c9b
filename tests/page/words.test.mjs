// The page as it is sent has the words of src/words/zh.ts, so that nothing jumps when the script takes over; English is
// complete, and is English.

import { deepEqual, equal, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { moduleOf, root } from './support.mjs';

const { zh } = await moduleOf('words/zh.ts');
const { en } = await moduleOf('words/en.ts');
const html = readFileSync(join(root, 'web/index.html'), 'utf8');

/** What stands in the element with the id, without markup. */
const textOf = (id) => new RegExp(`id="${id}"[^>]*>([^<]*)<`).exec(html)?.[1].trim();

test('the words of index.html are those of the page', () => {
  const said = {
    skip: zh.skip,
    name: zh.name,
    tagline: zh.tagline,
    privacy: zh.privacy,
    tour: zh.tour.open,
    'verify-open': zh.verify.open,
    language: zh.otherLanguage,
    'source-heading': zh.text.heading,
    choose: zh.text.choose,
    'empty-heading': zh.empty.heading,
    'step-0': zh.empty.steps[0],
    'step-1': zh.empty.steps[1],
    'step-2': zh.empty.steps[2],
    errors: zh.empty.errors,
    clean: zh.empty.clean,
    invented: zh.empty.invented,
  };
  for (const [id, words] of Object.entries(said)) equal(textOf(id), words, id);
  equal(/<title>(.*)<\/title>/.exec(html)[1], zh.title);
  equal(/id="equation"[^>]* aria-label="(.*?)"/.exec(html)[1], zh.empty.equation);
  equal(/id="theme" aria-label="(.*?)"/.exec(html)[1], zh.theme);
  equal(/id="theme"[^>]*><option>(.*?)</.exec(html)[1], zh.themes.system);
  // And there are no others: what else has words is put there by the script.
  const texts = html.replace(/<head>[^]*<\/head>|<!--[^]*?-->/g, '').match(/[\u4e00-\u9fff][^<]*/g).map((text) => text.trim());
  const known = [...Object.values(said), zh.themes.system, zh.theme, zh.empty.equation, ...'一二三四'];
  const others = texts.filter((text) => !known.some((words) => text === words || text.startsWith(`${words}"`)));
  equal(others.length, 2, String(others)); // the start: it is loading, and what to do when it never ends
});

/** Every word of a language by its path; what is a function is called with numbers or names to see what it says. */
function* leaves(value, path = '') {
  if (typeof value === 'object' && value !== null) for (const key of Object.keys(value)) yield* leaves(value[key], `${path}.${key}`);
  else yield [path, value];
}

test('English has every word that Chinese has, and says it in English', () => {
  const skeleton = (words) => [...leaves(words)].filter(([path]) => !path.startsWith('.editor')).map(([path, value]) => `${path} ${typeof value}`);
  deepEqual(skeleton(en), skeleton(zh));
  const chinese = [...leaves(en)].filter(([path, value]) => typeof value === 'string' && /[\u4e00-\u9fff「」]/.test(value.replace(/国办\S*/g, '')) && !/^\.(name|otherLanguage)$/.test(path));
  deepEqual(chinese, []);
  ok([...leaves(en)].length > 150);
});
