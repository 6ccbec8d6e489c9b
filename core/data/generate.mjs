// Turns the tables of core/data into arrays: node core/data/generate.mjs --out DIR  →  DIR/data.h
//
// *.tsv: comment lines start with '#'; the first other line names the columns; an array `gouji::data::NAME` of structs with
//        a string_view for each column follows (core/data/cut.h). \uXXXX stands for a character.
// rules.txt: one block a rule, '[id]' then 'key = value'; the value of good and bad goes on in the lines that start
//        with '|'. '@name' stands for examples/name.txt, '@name s/old/new/' for the same with one place changed, further
//        changes and further '@name' following. 'previous', if there is one, is last year's report that good and bad are
//        checked with. Checked here: no key is missing, none unknown, every cited source exists, ids are sorted and unique.
import { mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const folder = import.meta.dirname ?? new URL('.', import.meta.url).pathname;
const out = process.argv[process.argv.indexOf('--out') + 1];

function fail(file, line, message) {
  console.error(`${file}:${line}: ${message}`);
  process.exit(1);
}

// A C++ literal of UTF-8 text; long ones in pieces, since compilers limit the length of one.
function literal(text) {
  const pieces = text.match(/[^]{1,2000}/gu) ?? [''];
  return pieces
    .map((p) => '"' + p.replace(/[\\"]/g, '\\$&').replace(/\n/g, '\\n').replace(/\t/g, '\\t').replace(/\?\?/g, '?\\?').replaceAll(CELL_END, '\\037') + '"')
    .join(' ');
}

// What ends a cell in the text of a table, and stands in none.
const CELL_END = '\x1f';

function lines(file) {
  return readFileSync(join(folder, file), 'utf8').split(/\r?\n/);
}

function table(file) {
  const rows = lines(file)
    .map((text, i) => ({ text, line: i + 1 }))
    .filter(({ text }) => text.trim() !== '' && !text.startsWith('#'));
  const columns = rows[0].text.split('\t');
  const seen = new Set();
  const body = rows.slice(1).map(({ text, line }) => {
    const cells = text.split('\t').map((c) => c.replace(/\\u([0-9a-f]{4})/g, (_, hex) => String.fromCharCode(parseInt(hex, 16))));
    if (cells.length !== columns.length) fail(file, line, `${columns.length} columns wanted, ${cells.length} found`);
    if (seen.has(text)) fail(file, line, 'the same row stands twice');
    seen.add(text);
    return cells;
  });
  if (file === 'traditional.tsv')
    for (const [from, to] of body) if (from.length !== to.length) fail(file, 1, `${from} and ${to} are not of one length`);
  return { name: basename(file, '.tsv'), columns, body };
}

// `previous` stands where the examples are read beside last year's report.
const ruleKeys = ['severity', 'title.zh', 'title.en', 'why.zh', 'why.en', 'remedy.zh', 'remedy.en', 'basis', 'previous', 'good', 'bad'];
const optional = ['previous'];

// '@applications s/old/new/ @review' → the examples, each with its changes; other text stays as it is.
function example(file, line, text) {
  if (!text.startsWith('@')) return text;
  let whole = '';
  for (const [, name, changes] of text.matchAll(/@([a-z0-9-]+)((?:\s+s\/[^/]+\/[^/]*\/)*)/g)) {
    let piece = readFileSync(join(folder, 'examples', `${name}.txt`), 'utf8');
    for (const [, from, to] of changes.matchAll(/s\/([^/]+)\/([^/]*)\//g)) {
      const before = from.replaceAll('\\t', '\t').replaceAll('\\n', '\n');
      if (piece.split(before).length !== 2) fail(file, line, `"${from}" stands in ${name} ${piece.split(before).length - 1} times, not once`);
      piece = piece.replace(before, to.replaceAll('\\t', '\t').replaceAll('\\n', '\n'));
    }
    whole += piece;
  }
  return whole;
}

function rules(file, sources) {
  const found = [];
  let rule = null, key = null;
  lines(file).forEach((text, i) => {
    const line = i + 1;
    if (text.startsWith('#') || text.trim() === '') return;
    const head = /^\[([a-z_.]+)\]$/.exec(text);
    if (head) {
      rule = { id: head[1], line };
      found.push(rule);
      return;
    }
    if (!rule) fail(file, line, 'a rule starts with its [id]');
    if (text.startsWith('|')) {
      if (!key) fail(file, line, 'nothing to continue');
      rule[key] = (rule[key] === '' ? '' : rule[key] + '\n') + text.slice(1);
      return;
    }
    const pair = /^([a-z.]+) =\s?(.*)$/.exec(text);
    if (!pair || !ruleKeys.includes(pair[1])) fail(file, line, `not a key of a rule: ${text}`);
    key = pair[1];
    if (rule[key] !== undefined) fail(file, line, `${key} stands twice`);
    rule[key] = pair[2];
  });
  for (const r of found) {
    for (const k of ruleKeys) if (!r[k] && !optional.includes(k)) fail(file, r.line, `${r.id} lacks ${k}`);
    for (const k of ['previous', 'good', 'bad']) r[k] = example(file, r.line, r[k] ?? '');
    if (!['error', 'warning', 'info'].includes(r.severity)) fail(file, r.line, `${r.id}: severity ${r.severity}`);
    for (const s of r.basis.split(/\s+/)) if (!sources.has(s)) fail(file, r.line, `${r.id} cites ${s}, which citations.tsv lacks`);
  }
  const ids = found.map((r) => r.id);
  if (ids.join() !== [...new Set(ids)].sort().join()) fail(file, 1, 'rules stand in the order of their ids, each once');
  return { name: 'rules', columns: ['id', ...ruleKeys.map((k) => k.replace('.', '_'))], body: found.map((r) => [r.id, ...ruleKeys.map((k) => r[k])]) };
}

const tables = readdirSync(folder).filter((f) => f.endsWith('.tsv')).sort().map(table);
const sources = new Set(tables.find((t) => t.name === 'citations').body.map((c) => c[0]));
tables.push(rules('rules.txt', sources));

const text = [
  '// Made by core/data/generate.mjs from the tables beside it. Do not edit.',
  '#pragma once',
  '#include "data/cut.h"',
  '#pragma GCC diagnostic push',
  '#pragma GCC diagnostic ignored "-Woverlength-strings"', // longer than compilers must take; ours do
  'namespace gouji::data {',
  ...tables.flatMap(({ name, columns, body }) => [
    `struct ${name}_row {`,
    `  std::string_view ${columns.join(', ')};`,
    '};',
    `inline const std::array<${name}_row, ${body.length}> ${name} = cut<${name}_row, ${columns.length}, ${body.length}>(`,
    ...body.map((cells) => `    ${literal(cells.map((c) => c + CELL_END).join(''))}`),
    ');',
  ]),
  '#pragma GCC diagnostic pop',
  '}  // namespace gouji::data',
  '',
].join('\n');

mkdirSync(out, { recursive: true });
writeFileSync(join(out, 'data.h'), text);
