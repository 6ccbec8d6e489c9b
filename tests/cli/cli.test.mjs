// The command line as the contract fixes it: options, outputs, exit status.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, test } from 'node:test';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));
const binary = join(root, 'build/native/gouji');
const folder = mkdtempSync(join(tmpdir(), 'gouji-cli-'));
after(() => rmSync(folder, { recursive: true }));

function run(args, input = '') {
  const r = spawnSync(binary, args, { input, cwd: folder, maxBuffer: 1 << 28 });
  return { status: r.status, out: r.stdout.toString(), err: r.stderr.toString() };
}

const rules = JSON.parse(run(['rules', '--format', 'json']).out);
const good = rules.find((r) => r.id === 'structure.title').good;
const bad = rules.find((r) => r.id === 'applications.cell').bad;
writeFileSync(join(folder, 'good.txt'), good);
writeFileSync(join(folder, 'bad.txt'), bad);
writeFileSync(join(folder, 'none.txt'), '今天天气不错\n');
writeFileSync(join(folder, 'empty.txt'), '');
writeFileSync(join(folder, 'huge.txt'), '');
truncateSync(join(folder, 'huge.txt'), 257 * 1024 * 1024);

test('the exit status is the highest that applies, and the others are still checked', () => {
  assert.equal(run(['check', 'good.txt']).status, 0);
  assert.equal(run(['check', 'bad.txt']).status, 1);
  assert.equal(run(['check', 'none.txt']).status, 2);
  const all = run(['check', '--format', 'ndjson', 'none.txt', 'bad.txt', 'absent.txt', 'empty.txt', 'huge.txt', 'good.txt']);
  assert.equal(all.status, 2);
  const results = all.out.trimEnd().split('\n').map((l) => JSON.parse(l));
  assert.deepEqual(results.map((r) => r.source.name), ['none.txt', 'bad.txt', 'absent.txt', 'empty.txt', 'huge.txt', 'good.txt']);
  assert.deepEqual(results.map((r) => r.error?.code), ['not_a_report', undefined, 'unreadable', 'empty', 'too_large', undefined]);
  assert.equal(results[1].findings[0].rule, 'applications.cell');
});

test('json is an array in the order of the files, whatever the number of jobs', () => {
  const files = Array.from({ length: 20 }, (_, i) => (i % 3 ? 'good.txt' : 'bad.txt'));
  const one = run(['check', '--format', 'json', ...files]);
  assert.equal(JSON.parse(one.out).length, 20);
  assert.equal(run(['check', '--format=json', '--jobs', '4', ...files]).out, one.out);
});

test('standard input is read for - and for no file', () => {
  const named = run(['check', '--format', 'ndjson', '-'], good).out;
  assert.equal(run(['check', '--format', 'ndjson'], good).out, named);
  assert.equal(JSON.parse(named).source.name, '-');
});

test('usage errors say what to do and end with 2', () => {
  for (const args of [[], ['nonsense'], ['check', '--bogus'], ['check', '--format', 'xml'], ['check', '--lang', 'fr'],
    ['check', '--jobs', '0'], ['check', '--rule', 'no.such=off'], ['check', '--rule', 'review.sum=loud'], ['check', '--format'],
    ['check', '--previous'], ['check', '--previous', 'absent.txt', 'good.txt'], ['check', '--previous', '.', 'good.txt'],
    ['check', '--previous=good.txt', '--previous=good.txt', 'good.txt'], ['explain'], ['explain', 'no.such'], ['rules', '--format', 'xml']]) {
    const r = run(args);
    assert.equal(r.status, 2, args.join(' '));
    assert.ok(r.err.length > 0, args.join(' '));
    assert.equal(r.out, '', args.join(' '));
  }
});

test('last year\'s report is compared with, or it is said why not', () => {
  const last = good.replaceAll('2024年', '2023年').replace('行政规范性文件\t3\t1\t12', '行政规范性文件\t2\t1\t10')
    .replace('行政许可\t1260', '行政许可\t1181').replace('个别单位', '一些单位');
  writeFileSync(join(folder, 'last.txt'), last);
  writeFileSync(join(folder, 'other.txt'), last.replaceAll('示例县', '示例市'));
  writeFileSync(join(folder, 'older.txt'), last.replaceAll('2023年', '2022年'));
  writeFileSync(join(folder, 'broken.txt'), good.replace('行政规范性文件\t3\t1\t12', '行政规范性文件\t3\t1\t21'));
  const findings = (previous, file) => {
    const r = run(['check', '--format', 'ndjson', '--previous', previous, file]);
    return [r.status, JSON.parse(r.out).findings.map((f) => f.rule).join()];
  };
  assert.deepEqual(findings('last.txt', 'good.txt'), [0, '']);
  assert.deepEqual(findings('last.txt', 'broken.txt'), [0, 'years.stock']);
  assert.deepEqual(findings('other.txt', 'good.txt'), [0, 'years.previous']);
  assert.deepEqual(findings('older.txt', 'good.txt'), [0, 'years.previous']);
  for (const unread of ['none.txt', 'empty.txt']) assert.deepEqual(findings(unread, 'good.txt'), [2, 'years.previous']);
  const piped = run(['check', '--format', 'ndjson', '--previous', '-', 'broken.txt'], last);
  assert.equal(JSON.parse(piped.out).findings[0].rule, 'years.stock');
});

test('a rule can be weighed otherwise', () => {
  assert.equal(run(['check', '--rule', 'applications.cell=warning', 'bad.txt']).status, 0);
  assert.equal(JSON.parse(run(['check', '--format', 'ndjson', '--rule=applications.cell=off', 'bad.txt']).out).findings.length, 0);
});

test('text shows the line, a caret two columns wide under each 汉字, and the equation with its numbers', () => {
  const { out } = run(['check', 'bad.txt']);
  const lines = out.split('\n');
  const at = lines.findIndex((l) => l.includes('-->'));
  assert.match(lines[at], /bad\.txt:13:16$/);
  const wide = (s) => [...s].reduce((n, c) => n + (c.codePointAt(0) > 0x2000 ? 2 : 1), 0);
  const source = lines[at + 1], caret = lines[at + 2];
  assert.equal(wide(source.slice(0, source.indexOf('  5') + 2)), caret.indexOf('^'));
  assert.match(out, /应为 2，现为 5/);
  assert.match(out, /12 ≠ 9/);
  const title = run(['check', '-'], good.replace('五、存在的主要问题及改进情况', '五、存在问题')).out;
  assert.match(title, /\| \^{12}\n/);  // six 汉字
});

test('the language changes words, never keys, values or slices', () => {
  const zh = JSON.parse(run(['check', '--format', 'ndjson', 'bad.txt']).out);
  const en = JSON.parse(run(['check', '--format', 'ndjson', '--lang', 'en', 'bad.txt']).out);
  assert.notEqual(zh.findings[0].message, en.findings[0].message);
  assert.doesNotMatch(en.findings[0].message + en.checks.map((c) => c.text).join(), /[\u4e00-\u9fff]/);
  assert.deepEqual(zh.report, en.report);
  assert.deepEqual(zh.summary, en.summary);
});

test('a finding rests on the notice of the report’s own form; English quotes in one way', () => {
  const sample = join(root, 'web/sample/errors.txt');
  const bases = run(['check', sample]).out.split('\n').filter((line) => line.startsWith('  = 依据：'));
  assert.ok(bases.some((line) => line.includes('〔2021〕30号')));
  for (const line of bases) assert.doesNotMatch(line, /〔2019〕60号|〔2014〕32号/);
  const { findings } = JSON.parse(run(['check', '--format', 'ndjson', '--lang', 'en', sample]).out);
  assert.ok(findings.some(({ rule }) => rule === 'narrative.table'));
  assert.doesNotMatch(JSON.stringify(findings), /[「」]/);
});

test('csv has a row for each cell, sarif a result for each finding', () => {
  const rows = run(['check', '--format', 'csv', 'good.txt']).out.trimEnd().split('\n');
  assert.equal(rows[0], 'file,table,row,column,label,value,text,line');
  assert.equal(rows.length, 1 + 10 + 175 + 15);
  assert.ok(rows.every((r) => r.split(',').length === 8));
  const sarif = JSON.parse(run(['check', '--format', 'sarif', 'bad.txt', 'none.txt']).out);
  assert.equal(sarif.version, '2.1.0');
  assert.equal(sarif.runs[0].columnKind, 'utf16CodeUnits');
  assert.deepEqual(sarif.runs[0].results.map((r) => r.ruleId), ['applications.cell', 'input.not_a_report']);
  const region = sarif.runs[0].results[0].locations[0].physicalLocation.region;
  assert.equal(bad.slice(region.charOffset, region.charOffset + region.charLength), '5');
});

test('the catalogue is complete in both languages', () => {
  for (const lang of ['zh', 'en']) {
    for (const r of JSON.parse(run(['rules', '--format', 'json', '--lang', lang]).out))
      for (const key of ['id', 'severity', 'title', 'why', 'basis', 'remedy', 'good', 'bad'])
        assert.ok(typeof r[key] === 'string' && r[key] !== '', `${r.id} ${key}`);
  }
  for (const r of rules) {
    assert.match(run(['explain', r.id]).out, new RegExp(r.id));
    assert.match(run(['rules']).out, new RegExp(r.id));
  }
});

test('each published report in each encoding gives the same result but for the encoding', (t) => {
  const shared = join(root, '../shared/reports');
  if (!existsSync(shared)) {
    console.log('left out: the published reports, for ../shared/reports is not there');
    return;
  }
  if (spawnSync('iconv', ['--version']).status !== 0) throw new Error('iconv is missing; it comes with the C library');
  let compared = 0;
  for (const name of readdirSync(shared).filter((f) => f.endsWith('.txt'))) {
    const file = join(shared, name);
    const normal = (text) => text.replace(/"encoding":"[^"]*"/, '').replace(/"name":"[^"]*"/, '');
    const plain = normal(run(['check', '--format', 'ndjson', file]).out);
    for (const [encoding, mark] of [['GB18030', ''], ['UTF-16LE', ''], ['UTF-16BE', ''], ['UTF-16LE', '\xFF\xFE'], ['UTF-16BE', '\xFE\xFF'], ['UTF-8', '\xEF\xBB\xBF']]) {
      const r = spawnSync('iconv', ['-f', 'UTF-8', '-t', encoding, file], { maxBuffer: 1 << 26 });
      assert.equal(r.status, 0, r.stderr.toString());
      const out = run(['check', '--format', 'ndjson', '-'], Buffer.concat([Buffer.from(mark, 'latin1'), r.stdout])).out;
      assert.match(out, new RegExp(`"encoding":"${encoding}"`));
      assert.equal(normal(out), plain, `${name} in ${encoding}`);
      ++compared;
    }
  }
  assert.ok(compared > 0);
});
